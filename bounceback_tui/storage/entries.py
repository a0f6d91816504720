"""Entries, their tags and earlier versions, and the history newest first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bounceback_tui.domain.entry import Entry, HistoryItem, Revision
from bounceback_tui.domain.kinds import STAGES, Kind, result_of
from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage.columns import (
    FreePlaces,
    beginning_so,
    free_place,
    key_of,
    microseconds,
    moment_at,
    moment_columns,
    moment_from,
    stamp,
    storable,
    utc_from,
)
from bounceback_tui.storage.database import Database, Row
from bounceback_tui.storage.digests import digest_of
from bounceback_tui.storage.errors import JournalDamaged
from bounceback_tui.storage.log_order import STAGE_RANK
from bounceback_tui.storage.readings import MOOD

if TYPE_CHECKING:  # whoever writes does not ask
    from bounceback_tui.domain.query_values import Query

_ITEM = f"""SELECT entry.position, entry.id, entry.title, entry.text, entry.event_id,
    entry.written_at, entry.utc_offset, entry.zone, entry.deleted_at,
    (SELECT json_group_array(name) FROM tag WHERE tag.entry_id = entry.id),
    event.application_id, application.company, application.role, event.kind,
    {STAGE_RANK},
    {MOOD},
    entry.digest,
    EXISTS (SELECT 1 FROM sync_head WHERE place = 'entry' AND row_key = json_array(entry.id)
        AND settled = 0 AND entry.deleted_at IS NULL AND (alive = 0
        OR json_extract(content, '$.text') <> entry.text OR json_extract(content, '$.title') <> entry.title))
    FROM entry LEFT JOIN event ON event.id = entry.event_id
    LEFT JOIN application ON application.id = event.application_id """


def add(db: Database, entry: Entry, saved: Moment, places: FreePlaces | None = None) -> None:
    """Add an entry with its tags.

    `saved` is the time of saving, which may be later than that of writing. Whoever adds very many has
    `places` of their own.
    """
    wanted = microseconds(entry.written_at)
    with db.write():
        _set_tags(db, entry.id, entry.tags)  # first, so that the index of words takes all in at once
        db.insert(
            "entry",
            position=places.take(wanted) if places else free_place(db, wanted),
            id=entry.id,
            title=entry.title,
            text=entry.text,
            event_id=entry.event_id,
            **moment_columns("written", entry.written_at),
            saved_at=stamp(saved),
            deleted_at=stamp(saved) if entry.deleted else None,
            digest=_digest(entry),
        )


def keep_revision(db: Database, revision: Revision) -> None:
    """Keep what an entry said before, inside `write()`."""
    title, text = storable(revision.title), storable(revision.text)
    tags = storable(json.dumps(revision.tags, ensure_ascii=False))
    from bounceback_tui.storage.told import encode  # noqa: PLC0415 - most entries are never changed

    told = encode(revision.told) if revision.told else None
    db.insert(
        "revision",
        id=revision.id,
        entry_id=revision.entry_id,
        title=title,
        text=text,
        tags=tags,
        told=told,
        digest=digest_of(revision.id, title, text, tags, told),
        **moment_columns("replaced", revision.replaced_at),
    )


def change(db: Database, entry: Entry, revision: Revision) -> None:
    """Let an entry say something else, or be of another time, and keep what it said before."""
    with db.write():
        keep_revision(db, revision)
        db.run(
            "UPDATE entry SET title = ?, text = ?, digest = ? WHERE id = ?",
            (entry.title, entry.text, _digest(entry), entry.id),
        )
        _set_tags(db, entry.id, entry.tags)
        _set_moment(db, entry)


def _digest(entry: Entry) -> str:
    """Of its words as they are stored."""
    return digest_of(entry.id, storable(entry.title), storable(entry.text))


def _set_moment(db: Database, entry: Entry) -> None:
    """Put an entry where it belongs in time, unless it is there."""
    at = stamp(entry.written_at)
    if db.row("SELECT 1 FROM entry WHERE id = ? AND written_at = ?", (entry.id, at)):
        return
    place = free_place(db, microseconds(entry.written_at))
    db.update("entry", {"id": entry.id}, position=place, **moment_columns("written", entry.written_at))


def tell_of(db: Database, entry_id: str, event_id: str) -> None:
    """Let an entry belong to another event."""
    with db.write():
        db.run("UPDATE entry SET event_id = ? WHERE id = ?", (event_id, entry_id))


def is_shared(db: Database, event_id: str, entry_id: str) -> bool:
    """Whether another entry than this one tells of an event, be it in the trash."""
    others = "SELECT 1 FROM entry WHERE event_id = ? AND id <> ?"
    return db.row(others, (event_id, entry_id)) is not None


def saved_at(db: Database, entry_id: str) -> datetime:
    """When an entry was first saved, in UTC; it may tell of something long before."""
    row = db.row("SELECT saved_at FROM entry WHERE id = ?", (entry_id,))
    assert row, "the entry is there"
    return utc_from(row[0])


def positions(
    db: Database, query: Query, before: int | None = None, limit: int = -1, down_to: int | None = None
) -> list[int]:
    """Where the matching entries stand, newest first.

    `before` goes on from an earlier page; `down_to` is the last position wanted.
    """
    from bounceback_tui.storage.query_sql import matching  # noqa: PLC0415 - see above

    place, source, values = matching(query)
    for sign, bound in (("<", before), (">=", down_to)):
        if bound is not None:
            source, values = f"{source} AND {place} {sign} ?", [*values, bound]
    sql = f"SELECT {place} {source} ORDER BY {place} DESC LIMIT ?"
    return [row[0] for row in db.rows(sql, [*values, limit])]


def oldest(db: Database, before: int, limit: int) -> tuple[int, list[int]]:
    """How many entries stand before a position, and where the oldest of them do, newest first.

    They are counted in indexes: whoever walks along all positions walks along all that was ever written.
    """
    with db.read():
        row = db.row(
            """SELECT (SELECT count(*) FROM entry)
            - (SELECT count(*) FROM entry INDEXED BY entry_trash WHERE deleted_at IS NOT NULL)
            - (SELECT count(*) FROM entry WHERE position >= ? AND deleted_at IS NULL)""",
            (before,),
        )
        rows = db.rows(
            "SELECT position FROM entry WHERE deleted_at IS NULL AND position < ? ORDER BY position LIMIT ?",
            (before, limit),
        )
    return int(row[0]) if row else 0, [place for (place,) in reversed(rows)]


def items(db: Database, wanted: Sequence[int]) -> dict[int, HistoryItem]:
    """The entries at some positions, by position."""
    rows = db.rows(
        f"{_ITEM} WHERE entry.position IN (SELECT value FROM json_each(?))",
        (json.dumps(list(wanted)),),
        torn=True,
    )
    return {row[0]: _item(row) for row in rows}


def with_id(db: Database, beginning: str) -> list[HistoryItem]:
    """The entries whose key begins so, at most two of them: enough to see that it is not unique."""
    rows = db.rows(
        f"{_ITEM} WHERE entry.id >= ? AND entry.id < ? ORDER BY entry.id LIMIT 2",
        beginning_so(beginning),
        torn=True,
    )
    return [_item(row) for row in rows]


def of_event(db: Database, event_id: str) -> list[HistoryItem]:
    """The entries that belong to an event, oldest first, without deleted ones."""
    rows = db.rows(
        f"{_ITEM} WHERE entry.event_id = ? AND entry.deleted_at IS NULL ORDER BY entry.position",
        (event_id,),
        torn=True,
    )
    return [_item(row) for row in rows]


def of_application(db: Database, application_id: str) -> list[HistoryItem]:
    """The entries that tell of anything in the log of an application, newest first, without deleted ones."""
    rows = db.rows(
        f"{_ITEM} WHERE event.application_id = ? AND entry.deleted_at IS NULL ORDER BY entry.position DESC",
        (application_id,),
        torn=True,
    )
    return [_item(row) for row in rows]


def tells_of(db: Database, application_id: str) -> bool:
    """Whether any entry, also one in the trash, tells of anything in the log of an application."""
    return bool(
        db.row(
            "SELECT 1 FROM entry JOIN event ON event.id = entry.event_id WHERE application_id = ? LIMIT 1",
            (application_id,),
        )
    )


def revisions(db: Database, entry_id: str) -> list[Revision]:
    """The earlier versions of an entry, latest first."""
    from bounceback_tui.storage.told import decode  # noqa: PLC0415 - as above

    rows = db.rows(
        "SELECT id, entry_id, title, text, tags, replaced_at, utc_offset, zone, told FROM revision"
        " WHERE entry_id = ? ORDER BY replaced_at DESC, rowid DESC",
        (entry_id,),
    )
    return [
        Revision(
            row[0],
            row[1],
            moment_from(*row[5:8]),
            row[2],
            row[3],
            tuple(json.loads(row[4])),
            decode(row[8], row[1]) if row[8] else None,
        )
        for row in rows
    ]


def _set_tags(db: Database, entry_id: str, names: Sequence[str]) -> None:
    """Give an entry these tags; only what differs is written, since each costs the index of words a round."""
    wanted = {key.replace(" ", "-") for name in names if (key := key_of(name))}
    there = {row[0] for row in db.rows("SELECT name FROM tag WHERE entry_id = ?", (entry_id,))}
    for name in sorted(there - wanted):
        db.run("DELETE FROM tag WHERE entry_id = ? AND name = ?", (entry_id, name))
    for name in sorted(wanted - there):
        db.insert("tag", entry_id=entry_id, name=name)


def _item(row: Row) -> HistoryItem:
    place, key, title, text, event_id, at, offset, zone, deleted, names, application, company, role, *rest = (
        row
    )
    kind, rank, mood, digest, twice = rest
    names = tuple(sorted(json.loads(names)))
    whole = digest_of(key, title, text) == digest
    try:
        at = moment_from(at, offset, zone)
    except JournalDamaged:
        at, whole = moment_at(place), False  # the place in the history is the same moment
    entry = Entry(key, at, title, text, names, event_id, deleted is not None, damaged=not whole)
    if application is None:
        return HistoryItem(entry, mood=mood, twice=bool(twice))
    result = result_of(Kind(kind))
    return HistoryItem(entry, application, company, role, STAGES[rank], result, mood, bool(twice))
