"""What was imported: where it came from, what its columns mean, and what is in the journal already."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage.columns import key_of, microseconds, moment_from
from bounceback_tui.storage.database import Database


class Known(NamedTuple):
    """Something that came in before."""

    place: str
    """The table that it is in."""
    row_id: str


def known(db: Database, format: str, source_id: str) -> Known | None:
    """What a thing of a file became when it came in before, None where it did not; it may be gone by now."""
    row = db.row("SELECT place, row_id FROM imported WHERE format = ? AND source_id = ?", (format, source_id))
    return Known(*row) if row else None


OURS = ("csv", "markdown")
"""Formats of our own that write the same keys: what came in from one is known in the other."""


_A_DAY = 86_400_000_000
"""Microseconds: no clock is further from UTC."""


class EntryThere(NamedTuple):
    """An entry that is there already, be it in the trash."""

    id: str
    at: Moment
    title: str
    text: str


def entries_on(db: Database, day: date) -> list[EntryThere]:
    """The entries of a local day, in whatever zone that was."""
    begins = microseconds(Moment(datetime(day.year, day.month, day.day, tzinfo=UTC), 0, "UTC"))
    rows = db.rows(
        """SELECT id, written_at, utc_offset, zone, title, text FROM entry
        WHERE position BETWEEN ? AND ? AND local_date = ?""",
        (begins - _A_DAY, begins + 2 * _A_DAY, day.isoformat()),
    )
    return [EntryThere(key, moment_from(*at), title, text) for key, *at, title, text in rows]


def is_here(db: Database, key: str) -> bool:
    """Whether this journal wrote it: an entry, a check-in or a thought has this key, be it in the trash."""
    return any(
        db.row(f"SELECT 1 FROM {table} WHERE id = ?", (key,)) for table in ("entry", "checkin", "thought")
    )


def note(db: Database, format: str, source_id: str, place: str, row_id: str) -> None:
    """Remember where a row came from, inside `write()`."""
    db.insert("imported", format=format, source_id=source_id, place=place, row_id=row_id)


class LogLine(NamedTuple):
    """An event of an application, be it in the trash, in short."""

    id: str
    kind: str
    day: str
    known: bool
    """Whether its date is known."""


class There(NamedTuple):
    """An application that is there already."""

    id: str
    deleted: bool
    log: tuple[LogLine, ...]
    """In the order of the log."""


def applications_named(db: Database, company: str, role: str) -> list[There]:
    """The applications to a company for a role, both as `key_of` folds them, the latest added first.

    One whose role is not known may be the same, and is told after the others; so may any where none is named.
    """
    rows = db.rows(
        """SELECT id, deleted_at IS NOT NULL FROM application WHERE company_key = ?1
        AND (role_key = ?2 OR role_key = '' OR ?2 = '')
        ORDER BY role_key <> ?2, added_at DESC, rowid DESC""",
        (company, role),
    )
    return [There(key, bool(deleted), _log(db, key)) for key, deleted in rows]


def application(db: Database, key: str) -> There | None:
    """The application with this very key, be it in the trash."""
    row = db.row("SELECT id, deleted_at IS NOT NULL FROM application WHERE id = ?", (key,))
    return There(row[0], bool(row[1]), _log(db, key)) if row else None


class Beside(NamedTuple):
    """What an application says of itself beside its names."""

    source: str | None
    link: str
    notes: str


def beside(db: Database, key: str) -> Beside:
    """The same of one that is there."""
    row = db.row("SELECT source, link, notes FROM application WHERE id = ?", (key,))
    return Beside(*row) if row else Beside(None, "", "")


def fill(db: Database, key: str, new: Beside) -> None:
    """Let an application say so of itself, inside `write()`."""
    db.run("UPDATE application SET source = ?, link = ?, notes = ? WHERE id = ?", (*new, key))


def event_told(
    db: Database, company: str, role: str, kinds: Sequence[str], day: str
) -> list[tuple[str, str]]:
    """Key and kind of the events that an entry of that day may tell of: those of the day, where there are."""
    found = db.rows(
        """SELECT event.id, event.kind, event.local_date = ?4 FROM application
        JOIN event ON event.application_id = application.id
        WHERE company_key = ?1 AND role_key = ?2 AND application.deleted_at IS NULL
        AND event.deleted_at IS NULL AND event.kind IN (SELECT value FROM json_each(?3))""",
        (key_of(company), key_of(role), json.dumps(list(kinds)), day),
    )
    return [(key, kind) for key, kind, _ in [one for one in found if one[2]] or found]


def mapping(db: Database, headers: Sequence[str]) -> dict[str, str]:
    """What somebody said of a table with these headers; empty where nothing was."""
    row = db.row("SELECT mapping FROM import_mapping WHERE headers = ?", (headers_key(headers),))
    said = json.loads(row[0]) if row else {}
    return {str(name): str(value) for name, value in said.items()} if isinstance(said, dict) else {}


def keep_mapping(db: Database, headers: Sequence[str], said: Mapping[str, str]) -> bool:
    """Remember what somebody said of it; whether nothing was known of it before. Inside `write()`."""
    before = mapping(db, headers)
    db.put(
        "import_mapping",
        "headers",
        headers=headers_key(headers),
        mapping=json.dumps(dict(said), ensure_ascii=False, sort_keys=True),
    )
    return not before


def headers_key(headers: Sequence[str]) -> str:
    """The key under which it is remembered."""
    return json.dumps(list(headers), ensure_ascii=False)


def _log(db: Database, key: str) -> tuple[LogLine, ...]:
    rows = db.rows(
        """SELECT id, kind, local_date, date_known FROM event WHERE application_id = ?
        ORDER BY local_date, last_word, happened_at, seq""",
        (key,),
    )
    return tuple(LogLine(one, kind, day, bool(sure)) for one, kind, day, sure in rows)
