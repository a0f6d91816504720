"""Is the journal sound, and what can be done if it is not: one check after the other, told in sentences."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from bounceback_tui.clock import Clock
from bounceback_tui.config import load
from bounceback_tui.config_values import CONFIG_FILE, Config, Value
from bounceback_tui.domain.going import Going, Stopped, go_on, onwards, part_of
from bounceback_tui.domain.text import capital, cut, one_line
from bounceback_tui.paths import state_folder
from bounceback_tui.plain import PLAIN, Imposed
from bounceback_tui.services.backups import Backups
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.setting_list import SETTINGS, Setting, as_written, in_words
from bounceback_tui.storage import examine
from bounceback_tui.storage.backup import Look, stoppable
from bounceback_tui.storage.errors import StorageError, WrongPassphrase, database_errors
from bounceback_tui.storage.examine import Copy


@dataclass(frozen=True)
class Finding:
    """What one check found."""

    words: str
    """In a sentence, without a word that somebody wrote."""
    to_do: str = ""
    """What to do about it; empty where all is well."""
    mend: Callable[[], object] | None = None
    """Puts it right in a moment; None where that is for the person to do. Raises OSError."""
    anew: bool = False
    """Whether the indexes of words have to be made anew, which changes the journal."""

    @property
    def fixable(self) -> bool:
        """Whether it can be put right safely."""
        return self.anew or self.mend is not None


@dataclass(frozen=True)
class Case:
    """All that checks may look at. They change nothing."""

    journal: Path
    """Where it lies."""
    backups: Backups
    """Its backups."""
    clock: Clock
    """The clock in use."""
    environ: Mapping[str, str] = field(repr=False)
    """The environment; never told whole, since other programs keep secrets in it."""
    usual_place: bool = False
    """Whether it lies in the folder of the program, which is then ours as well."""
    config: Config = field(default_factory=Config)
    """The settings."""
    plain: Imposed | None = None
    """What a flag or the environment says of plain mode."""
    config_folder: Path | None = None
    """Where the settings are kept."""
    state_folder: Path | None = None
    """Where reports of faults are."""
    copy: Copy | None = None
    """A copy in memory; None where none can be had."""
    trouble: str = ""
    """Why there is none, in a sentence."""
    damaged: bool = False
    """Whether it is a journal of ours, and there is none because pages are damaged."""
    going: Going = onwards
    """Asked again and again by a check that takes long: whether to go on."""


@dataclass(frozen=True)
class Told:
    """A finding, and which check it is of."""

    check: str
    """Its name, for scripts."""
    called: str
    """The same for a person."""
    finding: Finding


Check = tuple[str, str, Callable[[Case], Iterable[Finding]]]
"""Its name for scripts, that for a person in a word or two, and what looks."""


def case_of(backups: Backups, clock: Clock, config_folder: Path | None, usual_place: bool = False) -> Case:
    """The case of the journal of these backups. Nothing is opened yet."""
    settings = load(config_folder) if config_folder else Config()
    try:
        state = state_folder()
    except RuntimeError:  # no home
        state = None
    return Case(
        backups.journal,
        backups,
        clock,
        os.environ,
        usual_place,
        settings,
        config_folder=config_folder,
        state_folder=state,
    )


def in_copy(look: Look, well: str, to_do: str, anew: bool = False) -> Callable[[Case], Iterator[Finding]]:
    """A check that looks through the copy; with `anew` making the indexes of words anew puts it right."""

    def found(case: Case) -> Iterator[Finding]:
        if case.copy is None:
            return
        wrong = look(case.copy)
        for words in wrong:
            yield Finding(f"{capital(words)}.", to_do, anew=anew)
        if not wrong:
            yield Finding(well)

    return found


def examined(case: Case, checks: Sequence[Check], going: Going = onwards) -> list[Told]:
    """What all checks find; nothing is changed. What a check cannot look at is told in its place.

    Raises Stopped where `going` says so; the copy in memory is all there was.
    """
    checking = part_of(going, _CHECKED_FROM, 1.0)
    with ExitStack() as stack:
        case = _opened(case, stack, going)
        found: list[Told] = []
        for place, (name, called, look) in enumerate(checks):
            share = place / len(checks)
            go_on(checking, share)
            found += [Told(name, called, one) for one in _looked(case, look, checking, share)]
        go_on(checking, 1.0)
        return found


def mended(case: Case, found: Iterable[Told], going: Going = onwards) -> list[str]:
    """Put right what can be put right safely; what was done, a sentence each.

    Before the journal itself is changed a backup of it is made. Raises StorageError and OSError; Stopped
    where `going` says so, with everything as it was.
    """
    done: list[str] = []
    wanted = [one.finding for one in found if one.finding.fixable]
    if any(one.anew for one in wanted):
        made = case.backups.before_mending(part_of(going, 0.0, _BACKED_UP))
        try:
            examine.mend_words(case.journal, part_of(going, _BACKED_UP, 1.0), case.backups.key)
        except (Stopped, KeyboardInterrupt):
            case.backups.remove(made)  # of a journal that is as it was
            raise
        done.append(f"A backup was made first: {made.path}.")
    else:
        go_on(going, 1.0)
    for one in wanted:
        if one.mend:
            one.mend()
        done.append(f"Put right: {one.words}")
    return done


def settings(case: Case, journal_named_by: str, clock_set: bool) -> list[tuple[str, str, str]]:
    """Name, value and source of everything that can be set."""
    config = case.config
    where = str(case.config_folder / CONFIG_FILE) if case.config_folder else CONFIG_FILE
    rows = [
        ("journal", str(case.journal), journal_named_by),
        ("clock", case.clock.now().isoformat(), "BOUNCEBACK_NOW" if clock_set else "the machine"),
    ]
    for one in SETTINGS:
        value = _as_in_file(one, as_written(config, one.name))
        source = where if one.name in config.stated else "default"
        if one.name == PLAIN and case.plain:
            value, source = _as_in_file(one, case.plain.value), case.plain.source
        rows.append((one.name, value, source))
    return [(name, one_line(value), one_line(source)) for name, value, source in rows]


def _as_in_file(setting: Setting, value: Value | None) -> str:
    """A value in words, but for true and false: so these can be written into the file as they stand here."""
    return str(value).lower() if isinstance(value, bool) else in_words(setting, value)


def _looked(
    case: Case, look: Callable[[Case], Iterable[Finding]], going: Going, share: float
) -> list[Finding]:
    try:
        with stoppable(case.copy, going, share) if case.copy is not None else nullcontext():
            return list(look(replace(case, going=lambda _: going(share))))
    except database_errors():
        return [Finding("The journal is damaged where this looks.", RESTORE)]
    except (CannotDo, StorageError, OSError) as error:
        words = f"This could not be looked at ({cut(str(error), 100)})."
        return [Finding(words, "See that the journal and its folder are yours.")]


RESTORE = "`bounceback restore-backup` lists the backups; bringing one back sets this journal aside."
"""What to do about damage."""

_COPIED_BY, _CHECKED_FROM = 0.2, 0.5
"""Shares of the work at which the copy is there, and its pages are looked at."""

_BACKED_UP = 0.25
"""Share of mending at which the backup is there."""


def _opened(case: Case, stack: ExitStack, going: Going) -> Case:
    """With a copy to look through, or why there is none: damaged pages are looked through no further."""
    try:
        copy = stack.enter_context(
            examine.copy_of(case.journal, part_of(going, 0.0, _COPIED_BY), case.backups.key)
        )
        with stoppable(copy, going, _COPIED_BY):
            wrong = examine.pages(copy)
    except WrongPassphrase:  # the key opened something of this journal, or it would not be here
        return replace(case, trouble="The journal is damaged where it begins.", damaged=True)
    except StorageError as error:
        return replace(case, trouble=str(error))
    except database_errors():
        wrong = ["its pages cannot be read"]
    if wrong:
        return replace(case, trouble=f"The journal is damaged: {wrong[0]}.", damaged=True)
    return replace(case, copy=copy)
