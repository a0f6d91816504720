"""Whether a journal is what was saved: each entry by its digest, the whole by what was seen of it last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from datetime import datetime
from typing import TYPE_CHECKING

from bounceback_tui.clock import Clock
from bounceback_tui.domain.backup_name import called
from bounceback_tui.domain.text import plural
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.storage import checked, last_seen
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import JournalDamaged, StorageError
from bounceback_tui.storage.last_seen import Claim, Seen

if TYPE_CHECKING:
    from pathlib import Path

    from bounceback_tui.storage.cipher import Key

_NAMED = 5  # entries that a sentence names

ELSEWHERE = ""
"""Stands for the key of an entry where what is wrong belongs to none."""


class Integrity:
    """Notices what happened to an open journal behind the back of the program."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._kept: Seen | None = None
        self._claim: Claim | None = None
        self.notice = ""
        """A sentence where the journal is not as it was left; empty once that is right."""
        self.company = ""
        """A sentence where another window has the journal open, too."""

    def begin(self) -> None:
        """Compare the journal with what was seen of it last, and from now on keep what is seen.

        While there is something to notice, what was seen before stays, until somebody says that it is right.
        Never raises.
        """
        with suppress(StorageError):
            before = last_seen.read(self._database.file)  # first: the journal only goes on meanwhile
            now = last_seen.now_in(self._database)
            self.notice = self._compared(before, now)
            self._kept = before
        self._database.after_write = self.keep
        self.keep()

    def keep(self) -> None:
        """Keep what is seen now, where that is new and nothing is to be noticed. Never raises."""
        if self.notice:
            return
        with suppress(StorageError, OSError):
            now = last_seen.now_in(self._database, self._clock.now().isoformat())
            if now and (self._kept is None or now[:-1] != self._kept[:-1]):
                last_seen.write(self._database.file, now)
                self._kept = now

    def that_is_right(self) -> None:
        """The journal is as it should be: it is not spoken of again. CannotDo where nothing was noticed."""
        if not self.notice:
            raise CannotDo("The journal is as it was left; there is nothing to say about it.")
        self.notice = ""
        self._kept = None
        self.keep()

    def damage_of_some(self, keys: Sequence[str]) -> str:
        """What is said where some entries do not say what was saved; `keys` name them."""
        names = ", ".join(keys[:_NAMED]) + (f" and {len(keys) - _NAMED} more" if len(keys) > _NAMED else "")
        return f"{names}: {told_damage(self._database)}"

    def claim(self) -> None:
        """Say that the app has this journal open, and learn whether another one has, too. Never raises."""
        with suppress(OSError):
            self._claim = Claim(self._database.path)
            if not self._claim.alone:
                self.company = (
                    "This journal is open in another window, too. You can read and write in both, and neither"
                    " loses what the other saves."
                )

    def let_go(self) -> None:
        """The app leaves; may be called twice."""
        if self._claim:
            self._claim.let_go()

    def _compared(self, before: Seen | None, now: Seen | None) -> str:
        """A sentence where what is there now cannot have come of what was there before."""
        if before is None or now is None:
            return ""
        then, here = plural(before.entries, "entry", "entries"), plural(now.entries, "entry", "entries")
        if now.journal != before.journal:
            what = (
                f"This is another journal than the one that was here{_day(before.at)}:"
                f" that held {then}, this {here}."
            )
        elif now.changes < before.changes or (
            before.latest and not last_seen.has_entry(self._database, before.latest)
        ):
            lost = f"it held {then} then, and holds {here} now"
            if before.entries <= now.entries:
                lost = "what was saved last is missing"
            what = f"The journal is not as it was left{_day(before.at)}: {lost}."
            name = f"{called(self._database.path)}-log-{self._clock.now().utc:%Y%m%dT%H%M%SZ}"
            if kept := last_seen.keep_log(self._database.path, name):
                what = f"{what[:-1]}; what stood in its log is kept as {kept.name} in its backups."
        else:
            return ""
        return f"{what} Nothing was changed; `bounceback restore-backup` lists what can be brought back."


def told_damage(database: Database) -> str:
    """What is said where the words of an entry are not those that were saved."""
    from bounceback_tui.storage.newest_backup import what_to_do  # noqa: PLC0415 - hardly ever needed

    return (
        "These are not the words that were saved: something changed them on the disk. Nothing was written"
        f" over them; {what_to_do(database.path, database.key)}."
    )


def check(database: Database, going: Callable[[], bool] = lambda: True) -> dict[str, str]:
    """What is wrong with a journal: a sentence by the key of an entry, by `ELSEWHERE` where it has none.

    Reads everything and changes nothing. `going` is asked again and again, and says whether to go on.
    """
    wrong: dict[str, str] = {}
    try:
        for key in checked.damaged_versions(database, going):
            wrong[key] = "An earlier version of this entry does not say what was kept."
        for key in checked.damaged_entries(database, going):
            wrong[key] = "This entry does not say what was saved."
        there, expected = checked.counted(database)
        if there != expected:
            wrong[ELSEWHERE] = (
                f"The journal should hold {plural(expected, 'entry', 'entries')}, and {there} can be read."
            )
        elif not checked.is_in_order(database):
            raise JournalDamaged("The file is damaged.")
    except StorageError as error:
        wrong[ELSEWHERE] = str(error)
    return wrong


LARGE = 20_000_000
"""Bytes of a journal that is looked through only when somebody asks for it."""


def look_through(path: Path, going: Callable[[], bool], key: Key | None = None) -> str:
    """A sentence where something is wrong with a journal that is open elsewhere; empty where nothing is.

    Through a connection of its own, so that it can be done beside other things. Never raises.
    """
    with suppress(OSError, StorageError):
        if path.stat().st_size > LARGE:
            return ""
        with closing(Database(path, read_only=True, key=key)) as database:
            wrong = check(database, going)
        if wrong and going():
            from bounceback_tui.storage.newest_backup import what_to_do  # noqa: PLC0415 - hardly ever needed

            where = plural(len(wrong), "place")
            return (
                f"The journal is damaged in {where}. Nothing was changed; {what_to_do(path.absolute(), key)}."
            )
    return ""


def _day(at: str) -> str:
    """ " on Mon 23 Nov 2026 at 09:30"."""
    from bounceback_tui.domain.calendar_terms import weekday_date  # noqa: PLC0415 - most starts need none

    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        return ""
    return f" on {weekday_date(when.date())} at {when:%H:%M}"
