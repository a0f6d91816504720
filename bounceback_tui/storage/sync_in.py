"""What other machines tell, written into the journal; no word that is there gets lost by it."""

from __future__ import annotations

import json
from typing import NamedTuple

from bounceback_tui.domain.sync import Content, Head, Key, Origin, Parcel, Revision, settle
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import StorageError, integrity_errors
from bounceback_tui.storage.sync_heads import Heads
from bounceback_tui.storage.sync_rows import (
    PLACES,
    Refused,
    Rows,
    digest,
    is_alive,
    key_from,
    key_text,
    tidy_log,
)
from bounceback_tui.storage.version_9 import KEYS


def _unfit() -> tuple[type[Exception], ...]:
    """What is raised, or is behind an error, where a row cannot be as it is told."""
    return (*integrity_errors(), Refused, KeyError, ValueError, TypeError)


class Standing(NamedTuple):
    """A version of a row that is to stand."""

    place: str
    key: tuple[object, ...]
    text: str
    """The key as it is remembered."""
    head: Head


class Incoming:
    """Takes parcels in; inside `write()`, in which everything written here was made a parcel before."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._rows = Rows(db)
        self._heads = Heads(db)
        self._touched: set[tuple[str, str]] = set()
        self._applications: set[str] = set()

    def take(self, parcel: Parcel) -> None:
        """Take one in. Raises StorageError."""
        self._heads.know(parcel)
        self._db.run("UPDATE sync SET counter = max(counter, ?)", (parcel.counter,))
        lines = [
            (PLACES[one.place], line)
            for line, one in enumerate(parcel.revisions)
            if one.place in PLACES and len(one.key) == len(KEYS[one.place])
        ]
        there = sorted(one for one in lines if parcel.revisions[one[1]].content is not None)
        # what is gone comes last, each after what belonged to it
        gone = sorted(set(lines) - set(there), reverse=True)
        for _, line in (*there, *gone):
            revision = parcel.revisions[line]
            head = Head(
                is_alive(revision.content),
                parcel.counter,
                Origin(parcel.name, line),
                digest(revision.content),
            )
            self._arrive(revision, head)

    def finish(self) -> None:
        """Once all is in: write down what waited for the rest, and tidy up."""
        while self._retry():
            pass
        for application in sorted(self._applications):
            tidy_log(self._db, application)
        self._forget_steps()

    def _arrive(self, revision: Revision, arriving: Head) -> None:
        place, text = revision.place, key_text(revision.key)
        before, others = self._heads.standing(place, text), self._heads.others(place, text)
        if self._has_changed(place, revision.key, text):
            self._set_aside(revision, arriving)
            return
        known = {one.head: one.content for one in others}
        heads = [*known, before.head] if before else list(known)
        standing, left = settle(heads, arriving, revision.after)
        for head in known:
            if head not in left:
                self._heads.drop(head)
        if before and before.head == standing:
            self._heads.keep(place, text, arriving, revision.content)
            return
        if before and before.head in left:
            there = self._rows.read(place, revision.key) if before.content is None else before.content
            self._heads.keep(place, text, before.head, there)
        if arriving in left:
            self._heads.keep(place, text, arriving, revision.content)
        content = revision.content if standing == arriving else known[standing]
        self._stand(Standing(place, revision.key, text, standing), content)

    def _has_changed(self, place: str, key: Key, text: str) -> bool:
        """Whether a row has just changed here, in the wake of something else that came."""
        if not self._heads.has_changed(place, text):
            return False
        kept = self._heads.standing(place, text)
        there = digest(self._rows.read(place, key))
        if kept and kept.content is not None:
            return there != ""
        return there != (kept.head.digest if kept else "")

    def _set_aside(self, revision: Revision, arriving: Head) -> None:
        """What has just changed here is told first; until then what came waits."""
        place, text = revision.place, key_text(revision.key)
        for one in self._heads.others(place, text):
            if one.head.origin in revision.after:
                self._heads.drop(one.head)
        if self._heads.standing(place, text):
            self._heads.keep(place, text, arriving, revision.content)
        else:
            self._heads.stand(place, text, arriving, revision.content)

    def _stand(self, version: Standing, content: Content | None) -> bool:
        """Let a row say what stands; whether it could, otherwise that waits."""
        place, key, text, head = version
        there = self._rows.read(place, key) is not None
        if there:
            self._touched.add((place, text))
        fits = True
        if content is not None:
            fits = self._write(version, content)
        elif there and self._rows.is_needed(place, key):
            # something was added to it elsewhere: it stays, and that is told
            self._heads.stand(place, text, head)
            self._heads.note_changed(place, text)
            return True
        elif there:
            self._rows.remove(place, key)
        self._heads.stand(place, text, head, None if fits else content)
        self._heads.note_told(place, text)
        return fits

    def _write(self, version: Standing, content: Content) -> bool:
        """Whether a row could be written."""
        if not self._rows.has_owners(version.place, content):
            return False
        try:
            with self._db.write():
                self._rows.write(version.place, version.key, content)
        except _unfit():
            return False
        except StorageError as error:
            if not isinstance(error.__cause__, _unfit()):
                raise
            return False
        if version.place == "event":
            self._applications.add(str(content["application_id"]))
        return True

    def _retry(self) -> bool:
        """Write down what waited and does not need to any more; whether there was any."""
        waiting = self._db.rows("SELECT place, row_key, waiting FROM sync_row WHERE waiting IS NOT NULL")
        done = False
        for place, text, content in sorted(waiting, key=lambda row: PLACES[row[0]]):
            kept = self._heads.standing(place, text)
            key = key_from(text)
            if kept and not self._has_changed(place, key, text):
                version = Standing(place, key, text, kept.head)
                done |= self._stand(version, json.loads(content))
        return done

    def _forget_steps(self) -> None:
        """Steps about what another machine changed since cannot be taken back: its words would be lost."""
        self._db.run(
            """DELETE FROM undo_step WHERE id IN (SELECT step_id FROM undo_change
            WHERE (place, row_key) IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]')
                FROM json_each(?)))""",
            (json.dumps(sorted(self._touched)),),
        )
