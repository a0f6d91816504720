"""Bringing in what other programs wrote, and this one: looked at first, then all of it or nothing."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from bounceback_tui.clock import Clock
from bounceback_tui.domain.going import Going, go_on, onwards, part_of
from bounceback_tui.domain.import_report import Found
from bounceback_tui.domain.incoming import Incoming, Refused
from bounceback_tui.domain.text import cut, quoted
from bounceback_tui.formats import registry
from bounceback_tui.formats.own_json import OURS
from bounceback_tui.formats.reading import MOST_BYTES, MOST_THINGS, Answers, Question, ReadFormat, Unreadable
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.incoming import Taker
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage import imports
from bounceback_tui.storage.cipher import is_plain, salt_of
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.own_rows import OwnRows
from bounceback_tui.storage.undo_import import note_added

_REMEMBERED = ("column:", "mood:", "status:")
"""Questions whose answers hold for the next file as well; what 3/4 means may differ."""

_ASKED_AT_MOST = 200
"""Rounds of questions."""

_A_WHILE = 2000
"""Things after which half of a work of unknown length is taken to be done."""

_LOOKING = 0.2
"""Share of the work that is looking how much there is."""


@dataclass(frozen=True)
class Wanted:
    """A file to bring in, and how to read it."""

    path: Path
    format: ReadFormat
    said: Mapping[str, str]
    """Answers by the name of their question."""


class Importing:
    """Brings files into the journal."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        undo: Undo,
        guide: Callable[[], str] = str,
        formats: Sequence[ReadFormat] | None = None,
    ) -> None:
        """`guide` gives the name of the guide for new episodes; `formats` stand for those there are."""
        self._database = database
        self._clock = clock
        self._undo = undo
        self._guide = guide
        self.formats = (OURS, *(registry.READ if formats is None else formats))
        """All that can be read, ours first."""

    def named(self, name: str) -> ReadFormat | None:
        """The format of a name as it is typed."""
        return next((one for one in self.formats if one.name == name.strip().casefold()), None)

    def guess(self, path: Path) -> ReadFormat | None:
        """What a file seems to be. Raises CannotDo where there is none to look at."""
        self._check(path)
        found = next((one for one in self.formats if one.fits(path)), None)
        if found is None:
            _check_not_encrypted(path)
        return found

    def _check(self, path: Path) -> None:
        """Raises CannotDo for what is no file to be brought in."""
        with suppress(OSError, ValueError):
            # to look into it would end the locks that SQLite has on it (sqlite.org/howtocorrupt.html, 2.2)
            if path.samefile(self._database.path):
                raise CannotDo(
                    f"{quoted(path.name)} is this very journal, so all of it is here. Nothing was changed."
                )
        _check(path)

    def questions(self, wanted: Wanted) -> tuple[Question, ...]:
        """What is still to be asked, without what was answered for such a file before. Raises CannotDo."""
        return self._asked(wanted)[0]

    def heard(self, wanted: Wanted) -> dict[str, str]:
        """The answers as their questions spell them. Raises CannotDo for one that is none of the choices."""
        self._check(wanted.path)
        said: dict[str, str] = {}
        for _ in range(_ASKED_AT_MOST):
            asked = [one for one in self._open(wanted, said) if one.name in wanted.said]
            if not asked:
                break
            said |= {one.name: _spelled(one, wanted.said[one.name]) for one in asked}
        if left := [name for name in wanted.said if name not in said and not _is_column(name)]:
            raise CannotDo(
                f"This file leaves nothing open that is called {quoted(left[0])}. Nothing was changed;"
                " --dry-run tells what it asks."
            )
        return {**wanted.said, **said}

    def look(self, wanted: Wanted, going: Going = onwards) -> Found:
        """What would come in; nothing is written. Raises CannotDo, StorageError and Stopped."""
        said = self._all_said(wanted)
        if wanted.format is OURS:
            found = Found()
            with self._database.tried() as copy, copy.write(settle=False):
                self._own(copy, wanted, going, found)
            return found
        taker = Taker(self._database, wanted.format.name, self._clock.now(), look=True)
        with self._database.read():
            for count, thing in enumerate(self._things(wanted, said)):
                go_on(going, count / (count + _A_WHILE))
                taker.take(thing)
        go_on(going, 1.0)
        return taker.found

    def bring_in(self, wanted: Wanted, going: Going = onwards) -> Found:
        """Bring all of it in as one step to take back. Raises CannotDo, StorageError and Stopped."""
        if wanted.format is OURS:
            found = Found()
            with self._undo.import_step() as step:
                self._own(self._database, wanted, going, found, step.number)
                step.label = _label(found, OURS)
            return found
        expected = max(self.look(wanted, part_of(going, 0.0, _LOOKING)).seen, 1)
        said, own = self._all_said(wanted), part_of(going, _LOOKING, 1.0)
        with self._undo.import_step() as step:
            taker = Taker(self._database, wanted.format.name, self._clock.now(), guide=self._guide)
            for count, thing in enumerate(self._things(wanted, said)):
                go_on(own, min(count / expected, 1.0))
                taker.take(thing)
            go_on(own, 1.0)
            if taker.found.anything:
                self._remember(wanted, step.number)
            step.label = _label(taker.found, wanted.format)
        return taker.found

    def _own(self, db: Database, wanted: Wanted, going: Going, found: Found, step: int | None = None) -> None:
        from bounceback_tui.formats.own_json import read_own  # noqa: PLC0415 - most files are others'

        try:
            journal = read_own(wanted.path)
        except Unreadable as error:
            raise CannotDo(str(error)) from error
        OwnRows(db, found, step).take(journal.version, journal.tables, going)

    def _things(self, wanted: Wanted, said: Mapping[str, str]) -> Iterator[Incoming | Refused]:
        """What the file holds, within bounds. Raises CannotDo."""
        try:
            for count, thing in enumerate(wanted.format.read(wanted.path, self._answers(said))):
                if count >= MOST_THINGS:
                    raise CannotDo(
                        f"{wanted.path.name} holds more than {MOST_THINGS:,} things, which is more than can"
                        " be read at once. Nothing was changed; bring it in in parts."
                    )
                yield thing
        except Unreadable as error:
            raise CannotDo(str(error)) from error
        except OSError as error:
            raise CannotDo(_unread(wanted.path, error)) from error

    def _answers(self, said: Mapping[str, str]) -> Answers:
        return Answers(self._clock.zone, said)

    def _all_said(self, wanted: Wanted) -> dict[str, str]:
        """The answers, with those of before; of what nobody was asked the guess. Raises CannotDo."""
        left, said = self._asked(wanted)
        for _ in range(_ASKED_AT_MOST):
            if not left:
                return said
            if unsaid := [one for one in left if not one.guess]:
                one = unsaid[0]
                such = quote(f"{cut(one.name, 60)}={one.choices[0] if one.choices else '…'}")
                raise CannotDo(f"{one.words} Nothing was changed; say it with --answer {such}.")
            said |= {one.name: one.guess for one in left}
            left, said = self._asked(Wanted(wanted.path, wanted.format, said))
        return said

    def _asked(self, wanted: Wanted) -> tuple[tuple[Question, ...], dict[str, str]]:
        """What is still to be asked, and all that was answered, now or before."""
        self._check(wanted.path)
        said = dict(wanted.said)
        for _ in range(_ASKED_AT_MOST):
            left = self._open(wanted, said)
            before = {one.name: answer for one in left if (answer := self._before(wanted, one))}
            if not before:
                return left, said
            said |= before
        return left, said

    def _open(self, wanted: Wanted, said: Mapping[str, str]) -> tuple[Question, ...]:
        try:
            asked = wanted.format.questions(wanted.path, self._answers(said))
        except Unreadable as error:
            raise CannotDo(str(error)) from error
        except OSError as error:
            raise CannotDo(_unread(wanted.path, error)) from error
        return tuple(one for one in asked if one.name not in said)

    def _before(self, wanted: Wanted, question: Question) -> str:
        """What was answered to the same question before; empty where nothing was, or it fits no more."""
        if not question.name.startswith(_REMEMBERED):
            return ""
        answer = imports.mapping(self._database, _headers(wanted, question)).get("answer", "")
        return answer if not question.choices or answer in question.choices else ""

    def _remember(self, wanted: Wanted, step: int) -> None:
        """Keep what was answered, for the next file of the kind."""
        said: dict[str, str] = {}
        for _ in range(_ASKED_AT_MOST):
            asked = self._open(wanted, said)
            answered = {one.name: wanted.said[one.name] for one in asked if one.name in wanted.said}
            for one in asked:
                if one.name in answered and one.name.startswith(_REMEMBERED):
                    headers = _headers(wanted, one)
                    if imports.keep_mapping(self._database, headers, {"answer": answered[one.name]}):
                        note_added(self._database, step, "import_mapping", (imports.headers_key(headers),))
            if not answered:
                return
            said |= answered


def _is_column(name: str) -> bool:
    """Whether it names a part of an application, whose column may be said though a heading tells it."""
    from bounceback_tui.formats.application_words import COLUMNS  # noqa: PLC0415 - few answers are left over

    return name.removeprefix("column:") in COLUMNS and name.startswith("column:")


def _spelled(question: Question, said: str) -> str:
    """An answer as it stands among the choices, where there are any. Raises CannotDo."""
    if not question.choices:
        return said
    for one in question.choices:
        if one.casefold() == said.casefold():
            return one
    choices = cut(", ".join(question.choices), 300)
    raise CannotDo(
        f"{quoted(said)} is no answer to {cut(question.name, 60)}; there is {choices}. Nothing was changed."
    )


def _headers(wanted: Wanted, question: Question) -> list[str]:
    """What tells a question of a kind of table from those of others: its columns are among the choices."""
    return [wanted.format.name, question.name, *question.choices]


def _label(found: Found, format: ReadFormat) -> str:
    """ "import of 42 entries from jrnl"."""
    return f"import of {found.new_words()} from {format.name if format is not OURS else 'a journal'}"


def _check(path: Path) -> None:
    """Raises CannotDo where there is nothing to read, or too much."""
    try:
        there = path.stat()
    except (OSError, ValueError) as error:
        raise CannotDo(_unread(path, error)) from error
    if not (stat.S_ISREG(there.st_mode) or stat.S_ISDIR(there.st_mode)):
        raise CannotDo(f"{path} is neither a file nor a folder, so it was not read. Nothing was changed.")
    if stat.S_ISREG(there.st_mode) and there.st_size > MOST_BYTES:
        raise CannotDo(
            f"{path} is larger than {MOST_BYTES // 1_000_000} MB, which is more than can be read at once."
            " Nothing was changed; bring it in in parts."
        )
    _check_no_database(path)


def _check_no_database(path: Path) -> None:
    """Raises CannotDo for a file of SQLite, as a journal is, which is no file to be brought in."""
    with suppress(OSError):  # a folder, or what is told where it is read
        if not is_plain(path):
            return
        raise CannotDo(
            f"{quoted(path.name)} is a database, as a journal is, and not brought in as it stands. Nothing"
            " was changed; `restore-backup FILE` brings a journal back in the place of yours, and"
            " `--db FILE export json` writes of it what `import json` adds to yours."
        )


def _check_not_encrypted(path: Path) -> None:
    """Raises CannotDo for what looks like an encrypted journal, which nobody can read as it stands."""
    with suppress(OSError):
        if path.is_file() and salt_of(path):
            raise CannotDo(
                f"{quoted(path.name)} looks like an encrypted journal, which is not brought in as it stands."
                " Nothing was changed; `--db FILE export json` asks for its passphrase and writes of it what"
                " `import json` adds to yours, and `restore-backup FILE` puts it in the place of yours."
            )


def _unread(path: Path, error: OSError | ValueError) -> str:
    reason = (getattr(error, "strerror", None) or "no file can have that name").lower()
    return f"{cut(str(path), 200)} cannot be read ({reason}). Nothing was changed; name another file."
