"""What somebody said on two machines: versions that wait for a decision, and words that must not get lost."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bounceback_tui.domain.checkin import CheckInVersion, Reading
from bounceback_tui.domain.entry import Revision
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.sync import Content, Key
from bounceback_tui.storage import checkins, drafts, entries, passed_over
from bounceback_tui.storage.columns import one_of
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.sync_heads import Heads
from bounceback_tui.storage.sync_rows import Rows, is_alive, key_from
from bounceback_tui.storage.undo_schema import TRASHED

SAID: Mapping[str, tuple[str, ...]] = {
    **passed_over.WORDS,
    "application": (*passed_over.WORDS["application"], "next_words", "document"),
    "entry": ("title", "text"),
    "checkin": ("mood", "energy"),
    "tick": ("note", "plan"),
}
"""Columns in which somebody says something. Of other rows one version stands and nothing is asked."""


class Difference(NamedTuple):
    """A version of a row beside the one that stands."""

    id: str
    """What it is named by."""
    place: str
    key: Key
    stands: Content
    other: Content | None
    """None where it is gone there."""
    stands_from: tuple[str, str]
    """The machine that said it, and when, as ISO date-time."""
    other_from: tuple[str, str]


def differences(db: Database) -> list[Difference]:
    """What was said otherwise on another machine, and nobody decided about. Raises StorageError."""
    found, rows = list[Difference](), Rows(db)
    for name, line, place, text, alive, content, *origin in db.rows(
        """SELECT other.name, head.line, head.place, head.row_key, head.alive, head.content,
            stood.machine, stood.made, other.machine, other.made
        FROM sync_head AS head JOIN sync_parcel AS other ON other.number = head.parcel
        JOIN sync_row AS row ON row.place = head.place AND row.row_key = head.row_key
        JOIN sync_parcel AS stood ON stood.number = row.parcel
        WHERE head.settled = 0 ORDER BY other.counter, other.name, head.line"""
    ):
        if place not in SAID:
            continue
        key = key_from(text)
        stands, there = rows.read(place, key), json.loads(content) if content else None
        if stands is not None and is_alive(stands) and _differs(place, stands, there, bool(alive)):
            mark = f"{name[:12]}-{line}"
            found.append(Difference(mark, place, key, stands, there, tuple(origin[:2]), tuple(origin[2:])))
    return found


def _differs(place: str, stands: Content, other: Content | None, alive: bool) -> bool:
    if not alive:
        return place in TRASHED
    return other is not None and said(place, stands) != said(place, other)


def said(place: str, content: Content) -> tuple[str, ...]:
    """What a row says, in order; nothing where a column is empty."""
    return tuple("" if content.get(name) is None else str(content[name]) for name in SAID[place])


def settle(db: Database, name: str, key: tuple[str, str]) -> None:
    """Note that somebody decided about a version, which the next parcel tells; inside `write()`.

    `name` is that of the difference, `key` the table of the row and its key as it is remembered.
    """
    beginning, _, line = name.rpartition("-")
    db.run(
        """UPDATE sync_head SET settled = 1 WHERE place = ? AND row_key = ? AND line = ? AND parcel IN (
            SELECT number FROM sync_parcel WHERE substr(name, 1, length(?4)) = ?4)""",
        (*key, int(line), beginning),
    )
    Heads(db).note_changed(*key)


def keep(db: Database, place: str, key: Key, content: Content, now: Moment) -> None:
    """Keep what a version says where the person finds it: an earlier version, or the trash."""
    if place == "entry":
        _keep_version(db, key, content, now)
    elif place == "checkin":
        _keep_reading(db, key, content, now)
    elif place == "tick":
        _keep_notes(db, key, content, now)
    elif place in passed_over.WORDS:
        kept = {name: value for name, value in content.items() if name != "deleted_at"}
        if place in ("application", "event"):
            columns = {*SAID[place], "company_key", "role_key"}
            kept = {name: value for name, value in kept.items() if name in columns}
        wording = passed_over.Passed(new_id(now.utc), place, list(key), kept, now.utc)
        passed_over.keep(db, wording, now)


def _keep_version(db: Database, key: Key, content: Content, now: Moment) -> None:
    entry, title, text = str(key[0]), content["title"], content["text"]
    there = "SELECT 1 FROM revision WHERE entry_id = ? AND title = ? AND text = ?"
    if db.row("SELECT 1 FROM entry WHERE id = ?", (entry,)) is None or db.row(there, (entry, title, text)):
        return
    tags = tuple(
        name for (name,) in db.rows("SELECT name FROM tag WHERE entry_id = ? ORDER BY name", (entry,))
    )
    entries.keep_revision(db, Revision(new_id(now.utc), entry, now, str(title), str(text), tags))


def _keep_notes(db: Database, key: Key, content: Content, now: Moment) -> None:
    """As drafts that were set aside, which is where notes on steps are offered again."""
    for column in SAID["tick"]:
        if content.get(column):
            target = f"{key[0]} {key[1]}{drafts.ASIDE}{new_id(now.utc)}"
            drafts.put(db, column, target, {"text": content[column]}, now)


def _keep_reading(db: Database, key: Key, content: Content, now: Moment) -> None:
    if db.row("SELECT 1 FROM checkin WHERE id = ?", key) is None:
        return
    reading = Reading(content.get("mood"), content.get("energy"))
    checkins.keep_version(db, str(key[0]), CheckInVersion(new_id(now.utc), now, reading))


def forget(db: Database, key: str, places: Sequence[str] = ()) -> None:
    """What is deleted for good leaves no words in other versions of it, nor of what was its own.

    With `places` only in those of its parts that lie in these tables.
    """
    ours = f"json_extract(row_key, '$[0]') = ?{f' AND place IN {one_of(places)}' if places else ''}"
    db.run(
        f"UPDATE sync_head SET content = NULL, alive = 0, digest = '', settled = 1 WHERE {ours}",
        (key,),
    )
    db.run(f"UPDATE sync_row SET waiting = NULL WHERE waiting IS NOT NULL AND {ours}", (key,))
