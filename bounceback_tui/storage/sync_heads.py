"""The versions of each row that nothing supersedes, as the journal remembers them; inside `write()`."""

from __future__ import annotations

import json
from typing import NamedTuple

from bounceback_tui.domain.sync import Content, Head, Origin, Parcel
from bounceback_tui.storage.database import Database


class Kept(NamedTuple):
    """A version with what is kept of it."""

    head: Head
    content: Content | None = None
    """Of the one that stands only while it waits for what it belongs to; then the row itself holds it."""
    settled: bool = False
    """Whether the person decided about it."""


_STANDING = """SELECT name, line, counter, alive, digest, waiting, 0
    FROM sync_row JOIN sync_parcel ON number = parcel WHERE place = ? AND row_key = ?"""
_OTHERS = """SELECT name, line, counter, alive, digest, content, settled
    FROM sync_head JOIN sync_parcel ON number = parcel WHERE place = ? AND row_key = ?"""


class Heads:
    """What is remembered of the rows of an open journal."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._numbers: dict[str, int] = {}

    def standing(self, place: str, key: str) -> Kept | None:
        """The version of a row that stands; None for a row that was never told."""
        row = self._db.row(_STANDING, (place, key))
        return _kept(row) if row else None

    def others(self, place: str, key: str) -> list[Kept]:
        """Its other versions, which nothing supersedes."""
        return [_kept(row) for row in self._db.rows(_OTHERS, (place, key))]

    def stand(self, place: str, key: str, head: Head, waiting: Content | None = None) -> None:
        """Let a version be the one that stands."""
        self._db.put(
            "sync_row",
            "place",
            "row_key",
            place=place,
            row_key=key,
            parcel=self.number(head.origin.parcel),
            line=head.origin.line,
            alive=int(head.alive),
            digest=head.digest,
            waiting=_text(waiting),
        )

    def keep(self, place: str, key: str, head: Head, content: Content | None) -> None:
        """Keep a version that does not stand."""
        self._db.insert(
            "sync_head",
            parcel=self.number(head.origin.parcel),
            line=head.origin.line,
            place=place,
            row_key=key,
            alive=int(head.alive),
            digest=head.digest,
            content=_text(content),
        )

    def drop(self, head: Head) -> None:
        """Keep a version no longer: it stands, or something supersedes it."""
        origin = (self.number(head.origin.parcel), head.origin.line)
        self._db.run("DELETE FROM sync_head WHERE parcel = ? AND line = ?", origin)

    def number(self, parcel: str) -> int:
        """The number of a parcel that is known."""
        if parcel not in self._numbers:
            row = self._db.row("SELECT number FROM sync_parcel WHERE name = ?", (parcel,))
            assert row, "the parcel is known"
            self._numbers[parcel] = int(row[0])
        return self._numbers[parcel]

    def know(self, parcel: Parcel, problem: str = "") -> None:
        """Remember a parcel; once it could be read it never comes in again."""
        self._db.run(
            """INSERT INTO sync_parcel (name, counter, machine, made, problem) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET counter = excluded.counter, machine = excluded.machine,
                made = excluded.made, problem = excluded.problem WHERE sync_parcel.problem <> ''""",
            (parcel.name, parcel.counter, parcel.machine, parcel.made, problem),
        )

    def note_changed(self, place: str, key: str) -> None:
        """Note that a row is to be told."""
        self._db.run("INSERT OR IGNORE INTO sync_changed VALUES (?, ?)", (place, key))

    def has_changed(self, place: str, key: str) -> bool:
        """Whether a row is to be told."""
        row = self._db.row("SELECT 1 FROM sync_changed WHERE place = ? AND row_key = ?", (place, key))
        return row is not None

    def note_told(self, place: str, key: str) -> None:
        """Note that a row is as it was told."""
        self._db.run("DELETE FROM sync_changed WHERE place = ? AND row_key = ?", (place, key))


def _kept(row: tuple[object, ...]) -> Kept:
    name, line, counter, alive, digest, content, settled = row
    head = Head(bool(alive), int(str(counter)), Origin(str(name), int(str(line))), str(digest))
    return Kept(head, json.loads(str(content)) if content is not None else None, bool(settled))


def _text(content: Content | None) -> str | None:
    return None if content is None else json.dumps(content, ensure_ascii=True)
