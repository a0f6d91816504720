"""What was written here since the last time, as parcels for the other machines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.sync import Content, Head, Key, Origin, Parcel, Revision
from bounceback_tui.storage import sync_words
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.journal_file import ROWS_VERSION
from bounceback_tui.storage.sync_heads import Heads, Kept
from bounceback_tui.storage.sync_rows import (
    ORDER,
    Rows,
    digest,
    is_alive,
    is_what_was_saved,
    key_from,
    key_text,
    tidy_log,
    tidy_positions,
)
from bounceback_tui.storage.version_9 import HEX, KEYS

MOST = 1_000_000
"""Signs of rows in a parcel, more or less: a long journal goes in several."""

_LEAST = 100  # what a row takes beside its words

_BY = {"entry": "position", "event": "seq"}
"""Of two at the same moment the other machines put the one first that comes first."""


class Outgoing:
    """Makes parcels of all that is to be told; inside `write()`."""

    def __init__(self, db: Database, now: Moment, new_name: Callable[[], str]) -> None:
        """`new_name` gives a name that no parcel has."""
        self._db = db
        self._now = now
        self._new_name = new_name
        self._rows = Rows(db)
        self._heads = Heads(db)

    def parcels(self) -> Iterator[Parcel]:
        """What is to be told, in as many parcels as it takes; nothing is left to tell then.

        What is gone comes first, each after what belonged to it.
        """
        self._tidy()
        opened, size = self._opened(), 0
        revisions: list[Revision] = []
        for revision in self._revisions():
            if size > MOST:
                yield opened._replace(revisions=tuple(revisions))
                opened, size, revisions = self._opened(), 0, []
            if not revisions:
                self._begin(opened)
            content = revision.content
            size += _LEAST + (len(json.dumps(content)) if content else 0)
            self._told(revision, Origin(opened.name, len(revisions)), opened.counter)
            revisions.append(revision)
        if revisions:
            yield opened._replace(revisions=tuple(revisions))

    def _tidy(self) -> None:
        """What is each machine's own must say the same here as it will there."""
        for text, gone in self._changed("entry"):
            if not gone:
                tidy_positions(self._db, key_from(text))
        for (application,) in self._db.rows(
            """SELECT DISTINCT application_id FROM sync_changed
            JOIN event ON event.id = json_extract(row_key, '$[0]') WHERE place = 'event'"""
        ):
            tidy_log(self._db, application)

    def _changed(self, place: str) -> list[tuple[str, bool]]:
        """Keys of the rows of a table that are to be told, and whether each is gone."""
        keys = KEYS[place]
        same = " AND ".join(
            f"it.{name} = json_extract(changed.row_key, '$[{number}]')" for number, name in enumerate(keys)
        )
        rows = self._db.rows(
            f"""SELECT changed.row_key, it.{keys[0]} IS NULL
            FROM sync_changed AS changed LEFT JOIN {place} AS it
            ON {same} WHERE changed.place = ? ORDER BY it.{_BY.get(place, keys[0])}""",
            (place,),
        )
        # a key that is told by its bytes is not found so
        return [
            (text, bool(gone) and not (HEX in text and self._is_there(place, text))) for text, gone in rows
        ]

    def _is_there(self, place: str, text: str) -> bool:
        return self._rows.read(place, key_from(text)) is not None

    def _revisions(self) -> Iterator[Revision]:
        every = {place: self._changed(place) for place in ORDER}
        self._db.run("DELETE FROM sync_changed")  # what is written meanwhile is told the next time
        for gone, places in ((True, reversed(ORDER)), (False, ORDER)):
            for place in places:
                for text, is_gone in every[place]:
                    key = key_from(text)
                    if bool(is_gone) is gone:
                        content = None if gone else self._rows.read(place, key)
                        if found := self._revision(place, key, content):
                            yield found

    def _revision(self, place: str, key: Key, content: Content | None) -> Revision | None:
        """What is to be told of a row; None where nothing is."""
        if content is not None and not is_what_was_saved(place, content):
            return None
        text = key_text(key)
        standing = self._heads.standing(place, text)
        if standing is None:
            return None if content is None else Revision(place, key, content)
        others = self._heads.others(place, text)
        waits = standing.content is not None
        if waits and content is None:
            return None
        same = standing.head.digest == digest(content)
        if same and not any(one.settled for one in others):
            return None
        if waits:  # what is there is not what stands, so it comes from none of what is known
            self._heads.keep(place, text, standing.head, standing.content)
            return Revision(place, key, content)
        over = [one for one in others if self._is_over(one, standing, content)]
        if not is_alive(content):
            for one in others:
                if not one.settled and one.content:
                    sync_words.keep(self._db, place, key, one.content, self._now)
        return Revision(place, key, content, (standing.head.origin, *(one.head.origin for one in over)))

    @staticmethod
    def _is_over(other: Kept, standing: Kept, content: Content | None) -> bool:
        """Whether a version is superseded by what is told now."""
        return other.settled or other.head.digest == standing.head.digest or not is_alive(content)

    def _told(self, revision: Revision, origin: Origin, counter: int) -> None:
        place, text = revision.place, key_text(revision.key)
        for one in self._heads.others(place, text) if len(revision.after) > 1 else ():
            if one.head.origin in revision.after:
                self._heads.drop(one.head)
        content = revision.content
        self._heads.stand(place, text, Head(is_alive(content), counter, origin, digest(content)))

    def _opened(self) -> Parcel:
        row = self._db.row("SELECT counter, machine FROM sync")
        assert row, "it was set up"
        counter = int(row[0]) + 1
        return Parcel(self._new_name(), counter, str(row[1]), self._now.local.isoformat(), ROWS_VERSION, ())

    def _begin(self, parcel: Parcel) -> None:
        self._db.run("UPDATE sync SET counter = ?", (parcel.counter,))
        self._heads.know(parcel)
