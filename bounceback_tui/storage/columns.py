"""Moments, names and places as columns, and back."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage.errors import JournalDamaged

if TYPE_CHECKING:
    from bounceback_tui.storage.database import Database

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_A_DAY = 1440  # minutes: no place is further from UTC

_PLACES_KEPT = 10_000
"""Moments of which the next free place is remembered."""

_UNREADABLE = (
    "A date in the journal cannot be read, so the file is damaged. Nothing was changed;"
    " `bounceback restore-backup` lists what can be brought back."
)


def moment_columns(verb: str, moment: Moment) -> dict[str, object]:
    """The four columns of a moment, the first named after `verb`."""
    return {
        f"{verb}_at": stamp(moment),
        "utc_offset": moment.offset,
        "zone": moment.zone,
        "local_date": moment.local_date.isoformat(),
    }


def stamp(moment: Moment) -> str:
    """UTC to the microsecond, always of one width, so that order by text is order in time."""
    return moment.utc.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def moment_from(at: str, offset: int, zone: str) -> Moment:
    """A moment back from its columns. Raises JournalDamaged."""
    try:
        if abs(offset) > _A_DAY:
            raise JournalDamaged(_UNREADABLE)
        return Moment(utc_from(at), offset, zone)
    except TypeError as error:  # a column may hold anything in a damaged row
        raise JournalDamaged(_UNREADABLE) from error


def utc_from(at: str) -> datetime:
    """A point in time back from its column, in UTC. Raises JournalDamaged."""
    try:
        return datetime.fromisoformat(at[:-1]).replace(tzinfo=UTC)
    except (ValueError, TypeError) as error:
        raise JournalDamaged(_UNREADABLE) from error


def moment_at(position: int) -> Moment:
    """The moment of a place in the history, in UTC."""
    return Moment(_EPOCH + timedelta(microseconds=position), 0, "UTC")


def day_from(text: str) -> date:
    """A date back from its column. Raises JournalDamaged."""
    try:
        return date.fromisoformat(text)
    except (ValueError, TypeError) as error:
        raise JournalDamaged(_UNREADABLE) from error


def microseconds(moment: Moment) -> int:
    """Whole microseconds since 1970 in UTC."""
    since = moment.utc - _EPOCH
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def date_from(text: str | None) -> date | None:
    """A date, or None where there is none."""
    return day_from(text) if text else None


def iso(day: date | None) -> str | None:
    """An ISO date, or None where there is none."""
    return day.isoformat() if day else None


def storable(text: str) -> str:
    """Text that SQLite takes: a lone surrogate (half of a broken paste) cannot be stored as UTF-8."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def one_of(values: Iterable[str]) -> str:
    """What a column may hold: "('a', 'b')"."""
    return "(" + ", ".join(f"'{value}'" for value in values) + ")"


def with_key(names: Iterable[str]) -> str:
    """The condition for a row, by the columns of its key: "step_id = ? AND place = ?"."""
    return " AND ".join(f"{name} = ?" for name in names)


def beginning_so(beginning: str) -> tuple[str, str]:
    """The keys that begin so lie from the first of these on, and before the second."""
    return beginning.upper(), beginning.upper() + "~"


def key_of(name: str) -> str:
    """A name folded, so that "ACME  GmbH" and "Acme gmbh" are the same, and so are two ways to write "é"."""
    # folding the case may take a letter apart that normalising puts together again
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", storable(name)).casefold())
    return " ".join(folded.split())


def free_place(db: Database, wanted: int) -> int:
    """That place in the history, or else the next one behind it that is free. Raises StorageError."""
    return db.number(
        """WITH RECURSIVE place (n) AS (SELECT ? UNION ALL SELECT n + 1 FROM place
        WHERE EXISTS (SELECT 1 FROM entry WHERE position = n)) SELECT max(n) FROM place""",
        (wanted,),
    )


class FreePlaces:
    """Free places for very many entries, of which many may be of one moment: none is looked at twice.

    Each place that it gives has to be taken before it gives another.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._next: dict[int, int] = {}

    def take(self, wanted: int) -> int:
        """As `free_place`. Raises StorageError."""
        place = free_place(self._db, max(wanted, self._next.pop(wanted, wanted)))
        self._next[wanted] = place + 1
        if len(self._next) > _PLACES_KEPT:
            self._next.pop(next(iter(self._next)))
        return place
