"""The checks of the doctor. To add one: its names and a function in `CHECKS`."""

from __future__ import annotations

import glob
import os
import shlex
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from functools import partial

from bounceback_tui.config_problems import of_guide
from bounceback_tui.domain.backup import BackupKind, told_size
from bounceback_tui.domain.backup_name import called
from bounceback_tui.domain.text import plural
from bounceback_tui.services.doctor import RESTORE, Case, Check, Finding, in_copy
from bounceback_tui.services.encrypting import still_plain, tidy
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.outside import waiting
from bounceback_tui.services.theme_words import problems_of
from bounceback_tui.storage import examine, last_seen, recovery_file
from bounceback_tui.storage.journal_file import LOGS, SCHEMA_VERSION, version_of
from bounceback_tui.storage.unfinished import forget_unfinished, unfinished
from bounceback_tui.storage.wiping import left_over

OLD = 7
"""Days after which the newest backup is too old, where something was written since."""

COPIES = 3
"""So many times the journal there should be free room on the disk: for a copy, and to work."""

_BESIDE = ("", *LOGS, last_seen.ENDING, recovery_file.ENDING)
"""What the names of the journal, and of what lies beside it, end in."""


def file(case: Case) -> Iterator[Finding]:
    """Whether it is a journal that can be read, and of which version."""
    if case.copy is None:
        backed_up = any(not one.problem for one in case.backups.every())
        lost = RESTORE if backed_up else "Make a copy of the file before all else."
        yield Finding(case.trouble, lost if backed_up or os.path.lexists(case.journal) else "")
        return
    version = version_of(case.copy)
    words = f"A journal of {told_size(case.journal.stat().st_size)}"
    if version < SCHEMA_VERSION:
        words += (
            f", kept as an earlier version of the program did (form {version})."
            f" The next start brings it to form {SCHEMA_VERSION}, after a backup."
        )
    else:
        words += f", kept as this version of the program does (form {version})."
    yield Finding(words)


def permissions(case: Case) -> Iterator[Finding]:
    """Whether others who use the machine are kept out."""
    if not hasattr(os, "getuid") or not (case.copy or case.damaged):
        return  # what is no journal is left as it is
    paths = [case.journal.with_name(case.journal.name + suffix) for suffix in _BESIDE]
    folder = case.backups.folder
    paths += (
        [folder, *sorted(folder.glob(f"{glob.escape(called(case.journal))}-*"))] if folder.is_dir() else []
    )
    paths += [case.journal.parent] if case.usual_place else []
    well = True
    for path in paths:
        with suppress(FileNotFoundError):
            mode = stat.S_IMODE(path.stat().st_mode)
            if mode & 0o077:
                well = False
                close = partial(path.chmod, mode & ~0o077)
                yield Finding(
                    f"Others on this machine may open {path}.", f"chmod go= {shlex.quote(str(path))}", close
                )
    if well:
        yield Finding("Only you may open the journal and its backups.")


def encryption(case: Case) -> Iterator[Finding]:
    """Who can read the files: whether they are encrypted, and a recovery key was made."""
    over = left_over(case.journal)
    if over:
        clear = partial(tidy, case.journal) if case.copy is not None else None
        words = f"{plural(len(over), 'file is', 'files are')} left that another took the place of."
        yield Finding(words, "It holds nothing that is needed and can be removed.", clear)
    if not case.backups.key:
        yield Finding(
            "Not encrypted: whoever gets at the files can read them. `bounceback encrypt` changes it."
        )
        return
    yield Finding("The journal is encrypted.")
    for path in still_plain(case.journal):
        yield Finding(f"{path} is not.", "`bounceback encrypt` goes on with it; or remove it.")
    if not any(one.exists() for one in recovery_file.places(case.journal)):
        yield Finding("No recovery key opens it.", "`bounceback passphrase --recovery-key` makes one.")


def space(case: Case) -> Iterator[Finding]:
    """Whether there is room to write."""
    if not case.journal.parent.is_dir():
        return
    free = shutil.disk_usage(case.journal.parent).free
    size = case.journal.stat().st_size if case.journal.is_file() else 0
    words = f"{told_size(free)} are free on its disk."
    short = free < max(COPIES * size, 20_000_000)
    yield Finding(words, "Make room: saving and backups need it." if short else "")


def backups(case: Case) -> Iterator[Finding]:
    """The newest good backup, and those that cannot be read."""
    every = case.backups.every()
    for one in every:
        if one.problem and one.kind is not BackupKind.SET_ASIDE:
            yield Finding(f"{one.path} cannot be read.", "Remove it once you are sure that it is of no use.")
    try:
        newest = case.backups.latest(case.going)
    except CannotDo:
        empty = case.copy is None or examine.is_empty(case.copy)
        yield Finding("There is no good backup yet.", "" if empty else "`bounceback backup` makes one.")
        return
    days = (case.clock.now().utc - newest.made).days
    age = "of today" if days < 1 else f"{plural(days, 'day')} old"
    words = f"The newest good one is {age} and holds {newest.contents}: {newest.path}."
    old = days > OLD and case.backups.written_since(newest)
    yield Finding(words, "`bounceback backup` makes a new one." if old else "")


def leftovers(case: Case) -> Iterator[Finding]:
    """Drafts, and what programs left that were cut short."""
    drafts = examine.drafts(case.copy) if case.copy is not None else 0
    texts = waiting(case.journal, case.environ)
    words = (
        f"{plural(drafts, 'draft waits', 'drafts wait')} to be gone on with." if drafts else "No draft waits."
    )
    if texts:
        words += f" {plural(texts, 'text')} from your editor will be offered at the next start."
    yield Finding(words)
    for folder, stem in (
        (case.backups.folder, called(case.journal)),
        (case.journal.parent, case.journal.name),
    ):
        left = unfinished(folder, stem)
        if left:
            clear = partial(forget_unfinished, folder, stem)
            words = f"{plural(len(left), 'copy was', 'copies were')} never finished in {folder}."
            yield Finding(words, "It holds nothing that is needed and can be removed.", clear)


def reports(case: Case) -> Iterator[Finding]:
    """Reports of faults of the program, which hold no word of the journal."""
    found = sorted(case.state_folder.glob("crash-*.txt")) if case.state_folder else []
    if found:
        told = plural(
            len(found), "report of a fault of the program is", "reports of faults of the program are"
        )
        yield Finding(f"{told} in {case.state_folder}, the latest {found[-1].name}.")
    else:
        yield Finding("There is none.")


def configuration(case: Case) -> Iterator[Finding]:
    """What could not be used of the settings."""
    missing = of_guide(case.config_folder, case.config.guide) if case.config_folder else ""
    problems = [*case.config.problems, *filter(None, [missing])]
    for problem in problems:
        yield Finding(problem, "Put it right in that file.")
    if not problems:
        yield Finding("The settings can be used as they are.")


def themes(case: Case) -> Iterator[Finding]:
    """Whether the theme that was chosen is there, and words can be read on the person's own."""
    if case.config_folder is None:
        return
    problems = problems_of(case.config_folder, case.config.theme)
    for problem in problems:
        yield Finding(problem, f"Put it right in {case.config_folder}, or choose another theme.")
    if not problems:
        yield Finding("The one chosen is there, and words on your own can be read.")


def sync(case: Case) -> Iterator[Finding]:
    """Whether other machines hear of all that is changed, where there are any."""
    if case.copy is not None and examine.is_synced(case.copy):
        yield from _told_there(case)


_told_there = in_copy(
    examine.triggers_of_sync,
    "Whatever you do is noted, to be told there.",
    "`bounceback sync stop`, and `bounceback sync init` with the same place, let them hear of all of it.",
)
_AGAIN = "The indexes can be made anew from what you wrote: `bounceback doctor --fix`."

CHECKS: tuple[Check, ...] = (
    ("file", "the file", file),
    ("pages", "its parts", in_copy(examine.pages, "Each part of the file is sound.", RESTORE)),
    ("entries", "your entries", in_copy(examine.entries, "Each says what was saved.", RESTORE)),
    (
        "references",
        "connections",
        in_copy(examine.references, "Whatever belongs together is there.", RESTORE),
    ),
    (
        "search",
        "search",
        in_copy(examine.words_of_entries, "It finds every entry as it is.", _AGAIN, anew=True),
    ),
    (
        "search in tools",
        "search elsewhere",
        in_copy(examine.words_of_tools, "It finds what you wrote beside entries, too.", _AGAIN, anew=True),
    ),
    (
        "undo",
        "taking back",
        in_copy(examine.triggers, "Whatever you do is noted, to be taken back.", RESTORE),
    ),
    ("sync", "other machines", sync),
    ("encryption", "encryption", encryption),
    ("permissions", "who may open it", permissions),
    ("space", "room on the disk", space),
    ("backups", "backups", backups),
    ("left over", "unfinished things", leftovers),
    ("reports of faults", "reports of faults", reports),
    ("settings", "settings", configuration),
    ("themes", "themes", themes),
)
"""What is looked at, in this order. The names for scripts stay."""
