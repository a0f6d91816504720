"""Rows as they travel between machines: read, told apart, written down and taken out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bounceback_tui.domain.ids import made_at
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.sync import Content, Key
from bounceback_tui.storage.columns import free_place, microseconds, storable, utc_from, with_key
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.digests import digest_of
from bounceback_tui.storage.dump import TABLES
from bounceback_tui.storage.tables import columns_of, owners_of
from bounceback_tui.storage.version_9 import HEX, KEYS, key_sql

ORDER = tuple(table for table in TABLES if table in KEYS)
"""The tables that travel, each after those that its rows belong to."""

PLACES = {table: number for number, table in enumerate(ORDER)}
"""Where each stands in that order."""

_OWN = {"entry": ("position",), "event": ("seq",)}
"""Columns that are each machine's own: they only say which of two at the same moment comes first."""

_SEALED: Mapping[str, tuple[str, ...]] = {
    "entry": ("id", "title", "text"),
    "revision": ("id", "title", "text", "tags", "told"),
}
"""Columns of which a row holds a digest."""


class Refused(Exception):
    """A row cannot be as it is told."""


class Rows:
    """The rows of an open journal, inside `write()`."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._columns: dict[str, tuple[str, ...]] = {}
        self._owners: dict[str, list[tuple[str, str, str]]] = {}
        self._owned: dict[str, list[tuple[str, str, str]]] = {}

    def columns(self, place: str) -> tuple[str, ...]:
        """The columns of a table that travel."""
        if place not in self._columns:
            own = _OWN.get(place, ())
            self._columns[place] = tuple(name for name in columns_of(self._db, place) if name not in own)
        return self._columns[place]

    def read(self, place: str, key: Key) -> Content | None:
        """A row as it is now, None where it is not there. Raises StorageError."""
        names = self.columns(place)
        row = self._db.row(f"SELECT {', '.join(names)} FROM {place} WHERE {with_key(KEYS[place])}", key)
        return dict(zip(names, row, strict=True)) if row else None

    def write(self, place: str, key: Key, content: Content) -> None:
        """Let a row say that. Raises Refused, and StorageError where it does not fit the others."""
        values = self._checked(place, key, content)
        if self._db.row(f"SELECT 1 FROM {place} WHERE {with_key(KEYS[place])}", key) is None:
            if place == "entry":
                values["position"] = free_place(self._db, _microseconds(values["written_at"]))
            self._db.insert(place, **values)
        else:
            if place == "entry":
                self._move(key, values)
            if place == "episode":
                self._call_episode(key, str(values["id"]))
            self._db.update(place, dict(zip(KEYS[place], key, strict=True)), **values)
        if place == "entry":
            tidy_positions(self._db, key)

    def remove(self, place: str, key: Key) -> None:
        """Take a row out. Raises StorageError where others need it."""
        self._db.run(f"DELETE FROM {place} WHERE {with_key(KEYS[place])}", key)

    def has_owners(self, place: str, content: Content) -> bool:
        """Whether all that a row belongs to is there."""
        return all(
            content.get(column) is None
            or self._db.row(f"SELECT 1 FROM {owner} WHERE {theirs} = ?", (content[column],))
            for column, owner, theirs in self._owners_of(place)
        )

    def is_needed(self, place: str, key: Key) -> bool:
        """Whether other rows would go with a row, or cannot be without it."""
        there = f"FROM {place} WHERE {with_key(KEYS[place])}"
        return any(
            self._db.row(f"SELECT 1 FROM {child} WHERE {column} IN (SELECT {theirs} {there})", key)
            for child, column, theirs in self._owned_by(place)
        )

    def _owners_of(self, place: str) -> list[tuple[str, str, str]]:
        if place not in self._owners:
            self._owners[place] = owners_of(self._db, place)
        return self._owners[place]

    def _owned_by(self, place: str) -> list[tuple[str, str, str]]:
        if place not in self._owned:
            self._owned[place] = self._db.rows(
                """SELECT tables.name, keys."from", keys."to" FROM sqlite_master AS tables
                JOIN pragma_foreign_key_list(tables.name) AS keys
                WHERE tables.type = 'table' AND keys."table" = ? AND on_delete <> 'SET NULL'
                AND tables.name <> 'thought'  -- its trigger lets it stand alone""",
                (place,),
            )
        return self._owned[place]

    def _checked(self, place: str, key: Key, content: Content) -> Content:
        """The values that can be written; what a newer version tells beside them is left out."""
        values = {name: content[name] for name in self.columns(place) if name in content}
        if tuple(values.get(name) for name in KEYS[place]) != tuple(key):
            raise Refused
        if not is_what_was_saved(place, values):
            raise Refused
        return values

    def _call_episode(self, key: Key, name: str) -> None:
        """Two machines may both have opened the episode of an event: what is kept of it follows the key."""
        row = self._db.row("SELECT id FROM episode WHERE event_id = ?", key)
        if row is None or row[0] == name:
            return
        self._db.run("PRAGMA defer_foreign_keys = ON")  # until all of it has followed
        self._db.run("UPDATE episode SET id = ? WHERE event_id = ?", (name, *key))
        for owner in ("episode", "feedback"):
            for (child,) in self._db.rows(
                """SELECT tables.name FROM sqlite_master AS tables
                JOIN pragma_foreign_key_list(tables.name) AS keys
                WHERE tables.type = 'table' AND keys."table" = ?""",
                (owner,),
            ):
                self._db.run(f"UPDATE {child} SET episode_id = ? WHERE episode_id = ?", (name, row[0]))
        self._db.run("PRAGMA defer_foreign_keys = OFF")

    def _move(self, key: Key, values: Content) -> None:
        """Put an entry where it belongs, where it is of another time now."""
        row = self._db.row("SELECT written_at FROM entry WHERE id = ?", key)
        if row and row[0] != values["written_at"]:
            values["position"] = free_place(self._db, _microseconds(values["written_at"]))


def digest(content: Content | None) -> str:
    """What tells one content of a row from another; empty for one that is gone."""
    if content is None:
        return ""
    whole = json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.blake2b(whole.encode(), digest_size=12).hexdigest()


def is_alive(content: Content | None) -> bool:
    """Whether a row is there and not in the trash."""
    return content is not None and content.get("deleted_at") is None


def is_what_was_saved(place: str, content: Content) -> bool:
    """Whether a row says what its digest says; what was damaged on one machine must not reach the others."""
    if not (columns := _SEALED.get(place)):
        return True
    said = (content.get(name) for name in columns)
    stored = (storable(one) if isinstance(one, str) else one for one in said)
    return digest_of(*stored) == content.get("digest")


def tidy_positions(db: Database, key: Key) -> None:
    """Put entries of the same moment in the order of their keys, as on every machine; inside `write()`."""
    row = db.row("SELECT position FROM entry WHERE id = ?", key)
    if row is None:
        return
    near = (row[0] - _NEAR, row[0] + _NEAR)
    there = db.rows("SELECT id, written_at, position FROM entry WHERE position BETWEEN ? AND ?", near)
    if len(there) == 1:
        return
    order = [one for _, one in sorted((_microseconds(at), one) for one, at, _ in there)]
    now = {str(one): int(position) for one, _, position in there}
    _renumber(db, "entry", "position", now, dict(zip(order, sorted(now.values()), strict=True)))


_NEAR = 1000
"""Microseconds within which entries of one moment stand."""


def tidy_log(db: Database, application: str) -> None:
    """Put the log of an application in the order in which it was noted, as on every machine."""
    rows = db.rows(
        """SELECT id, seq FROM event WHERE application_id = ?
        ORDER BY last_word, coalesce(stage_rank, 0), id""",  # of those that were noted at once
        (application,),
    )
    now = {str(one): int(seq) for one, seq in rows}
    order = sorted(now, key=made_at)
    _renumber(db, "event", "seq", now, dict(zip(order, sorted(now.values()), strict=True)))


def _renumber(
    db: Database, table: str, column: str, now: Mapping[str, int], wanted: Mapping[str, int]
) -> None:
    """Give rows other numbers, by way of numbers that nothing has."""
    moved = [one for one in wanted if wanted[one] != now[one]]
    for sign in (-1, 1):
        for one in moved:
            db.run(f"UPDATE {table} SET {column} = ? WHERE id = ?", (sign * wanted[one], one))


def every_key(db: Database) -> Iterator[tuple[str, str]]:
    """Statements that select table and key, as JSON, of all rows that travel."""
    for table in ORDER:
        yield table, f"SELECT '{table}', {key_sql(KEYS[table], table)} FROM {table}"


def key_text(key: Sequence[Any]) -> str:
    """A key as the triggers write it."""
    parts = [HEX + one.encode().hex().upper() if _is_odd(one) else one for one in key]
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def key_from(text: str) -> Key:
    """The key again."""
    parts = json.loads(text)
    return tuple(bytes.fromhex(one[1:]).decode() if str(one).startswith(HEX) else one for one in parts)


def _is_odd(part: object) -> bool:
    return isinstance(part, str) and ("\0" in part or HEX in part)


def _microseconds(at: str) -> int:
    return microseconds(Moment(utc_from(at), 0, "UTC"))
