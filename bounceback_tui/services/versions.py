"""Changing what was said afterwards, any part of it; each change keeps the version before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from typing import Any

from bounceback_tui.clock import Clock
from bounceback_tui.domain.checkin import NOTHING_READ, CheckIn, CheckInVersion, Reading, Relation
from bounceback_tui.domain.entry import Entry, Revision, title_of
from bounceback_tui.domain.episode import NOT_ATTRIBUTED
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Felt, Outcome, Told, Written
from bounceback_tui.domain.tags import changed_tags, clean_tags
from bounceback_tui.domain.text import quoted, tidy
from bounceback_tui.services.applications import Applications
from bounceback_tui.services.correction import Correction, stage_said
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.lookup import only
from bounceback_tui.services.moving import Moving, settled
from bounceback_tui.services.said import Said
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage import checkins, entries
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.trash import Table, Thing, bring_back, gone_with, put_away


class Versions:
    """What entries and check-ins say, what they said before, and how to change it."""

    def __init__(self, database: Database, clock: Clock, undo: Undo, applied: Applications) -> None:
        self._database = database
        self._clock = clock
        self._undo = undo
        self._applications = applied

    def told(self, entry_id: str) -> Told:
        """All that was said with an entry, as it can be filled into the form it came from. CannotDo."""
        item = only(entries.with_id(self._database, entry_id), "entry", entry_id)
        entry = item.entry
        before, after = (self._reading(entry.id, relation) for relation in (Relation.BEFORE, Relation.AFTER))
        found = self._applications.with_event(entry.event_id or "")
        if not found or not item.result:
            return Written(entry.id, entry.title, entry.text, entry.tags, before, after, entry.written_at)
        application, event = found
        said = Said.of(self._database, event.id)
        return Outcome(
            company=application.company,
            role=application.role,
            stage=stage_said(application, event),
            result=item.result,
            when=entry.written_at,
            source=application.source,
            before=before,
            title=entry.title,
            text=entry.text,
            tags=entry.tags,
            causes=said.causes,
            attribution=said.attribution,
            forecast=said.forecast,
            after=after,
            entry_id=entry.id,
            application=application.id,
        )

    def of(self, entry_id: str) -> list[Revision]:
        """The earlier versions of an entry, latest first."""
        return entries.revisions(self._database, entry_id)

    def revise(self, new: Told, seen: Told | None = None) -> None:
        """Let an entry say something else; all it said before is kept as a version. Raises CannotDo.

        `seen` is what stood there when somebody began to change it: what they left alone stays as it is now.
        Tags that the text names come, and those that it no longer names go. An entry that went to the trash
        meanwhile comes back with what was changed.
        """
        with self._changing(new.entry_id):
            old = self.told(new.entry_id)
            new = _merged(seen, new, old) if seen else new
            self._say(old, replace(new, tags=changed_tags(new.tags, new.text, old.tags, old.text)))

    def passes_over(self, new: Told, seen: Told) -> bool:
        """Whether to `revise` so replaces what somebody else said meanwhile, which becomes a version."""
        now = self.told(new.entry_id)
        meanwhile, mine = _changed(now, seen), _changed(new, seen)
        if not new.title:  # it follows the text
            mine.pop("title", None)
        return any(meanwhile[name] != mine[name] for name in meanwhile.keys() & mine.keys())

    def rewrite(self, entry_id: str, title: str, text: str, tags: Sequence[str]) -> None:
        """Let an entry have other words; all else stays. Without a title it is the first line. CannotDo."""
        with self._changing(entry_id):
            self.revise(replace(self.told(entry_id), title=title, text=text, tags=tuple(tags)))

    def return_to(self, entry_id: str, revision_id: str) -> bool:
        """Let an entry say again what it said in an earlier version. Raises CannotDo.

        Returns whether other entries or dates are told of by another name through it.

        It goes back to the application that it belonged to then. A stage that the log has passed since stays
        as it is now.
        """
        version = next((one for one in self.of(entry_id) if one.id == revision_id), None)
        if version is None:
            raise CannotDo("There is no such version any more. Nothing was changed.")
        with self._changing(entry_id):
            now = self.told(entry_id)
            words = replace(now, title=version.title, text=version.text, tags=version.tags)
            told = version.told or words
            if isinstance(told, Outcome) and isinstance(now, Outcome) and not told.application:
                told = replace(told, application=now.application)  # kept before versions knew theirs
            try:
                with self._database.write():
                    self._say(now, told)
            except CannotDo:
                if not (isinstance(told, Outcome) and isinstance(now, Outcome)):
                    raise
                self._say(now, replace(told, stage=now.stage))
            return _renamed(now, told) and bool(self._applications.beside(entry_id))

    @contextmanager
    def _changing(self, entry_id: str) -> Iterator[None]:
        """A change to an entry, as one step; one in the trash comes out of it first, with all it had."""
        with self._undo.step(f"change {quoted(self.told(entry_id).title)}"):
            bring_back(self._database, gone_with(self._database, Thing(Table.ENTRY, entry_id)))
            yield

    def _say(self, old: Told, new: Told) -> None:
        """Let an entry that says `old` say `new`. Raises CannotDo."""
        new = _tidied(new, old)
        if new == old:
            return
        now = self._clock.now()
        there = only(entries.with_id(self._database, new.entry_id), "entry", new.entry_id).entry
        kept = Revision(new_id(now.utc), there.id, now, old.title, old.text, old.tags, old)
        said = replace(there, title=new.title, text=new.text, tags=new.tags)
        entries.change(self._database, replace(said, written_at=new.when or there.written_at), kept)
        self._read_again(there, Relation.BEFORE, old.before, new.before)
        self._read_again(there, Relation.AFTER, old.after, new.after)
        if isinstance(new, Outcome) and isinstance(old, Outcome):
            self._correct(there, old, new)

    def _correct(self, entry: Entry, old: Outcome, new: Outcome) -> None:
        """Change what an entry tells of; where it belongs to another application, it goes there first."""
        found = self._applications.with_event(entry.event_id or "")
        if found and new.application != found[0].id:
            Moving(self._database, self._clock, self._applications).move(entry, *found, new)
            entry = only(entries.with_id(self._database, entry.id), "entry", entry.id).entry
            there = self.told(entry.id)
            if isinstance(there, Outcome):
                old, new = there, settled(new, old, there)
            found = self._applications.with_event(entry.event_id or "")
        if found:
            Correction(self._database, self._clock, self._applications.open_episode, *found).make(old, new)

    def checkin(self, beginning: str) -> CheckIn:
        """The check-in whose key begins so. Raises CannotDo."""
        return only(checkins.with_id(self._database, beginning.strip()), "check-in", beginning)

    def checkins(self, limit: int) -> list[CheckIn]:
        """Check-ins, the latest first."""
        return checkins.latest(self._database, limit)

    def checkin_versions(self, checkin_id: str) -> list[CheckInVersion]:
        """The earlier versions of a check-in, latest first."""
        return checkins.versions(self._database, checkin_id)

    def feel_otherwise(self, felt: Felt) -> None:
        """Let a check-in say something else; what it said before is kept as a version. Raises CannotDo."""
        if not felt.reading:
            raise CannotDo("A check-in says something; to take it out, delete it. Nothing was changed.")
        with self._undo.step("change a check-in"):
            self._change_checkin(self.checkin(felt.checkin_id), felt.reading)

    def delete_checkin(self, checkin_id: str) -> CheckIn:
        """Put a check-in into the trash; what it was. Raises CannotDo."""
        found = self.checkin(checkin_id)
        with self._undo.step("delete a check-in"):
            put_away(self._database, [Thing(Table.CHECKIN, found.id)], self._clock.now())
        return found

    def _reading(self, entry_id: str, relation: Relation) -> Reading:
        beside = checkins.of_entry(self._database, entry_id)
        return next((one.reading for one in beside if one.relation is relation), NOTHING_READ)

    def _read_again(self, entry: Entry, relation: Relation, old: Reading, new: Reading) -> None:
        """Change a reading beside an entry, add it, or take it out."""
        if old == new:
            return
        beside = checkins.of_entry(self._database, entry.id)
        there = next((one for one in beside if one.relation is relation), None)
        if there and new:
            self._change_checkin(there, new)
        elif there:
            put_away(self._database, [Thing(Table.CHECKIN, there.id)], self._clock.now())
        else:
            with_it = [one for one in beside if one.relation in (Relation.BEFORE, Relation.AFTER)]
            at = with_it[0].felt_at if with_it else self._saved(entry)
            key = new_id(self._clock.now().utc)
            checkins.add(self._database, CheckIn(key, at, new, relation, entry.id))

    def _saved(self, entry: Entry) -> Moment:
        """When an entry was saved, which is when its readings were taken."""
        return Moment.seen_in(self._clock.zone, entries.saved_at(self._database, entry.id))

    def _change_checkin(self, old: CheckIn, reading: Reading) -> None:
        if old.reading == reading:
            return
        now = self._clock.now()
        version = CheckInVersion(new_id(now.utc), now, old.reading)
        checkins.keep_version(self._database, old.id, version)
        checkins.change(self._database, old.id, reading)


def _renamed(old: Told, new: Told) -> bool:
    """Whether one and the same application has other names."""
    if not (isinstance(old, Outcome) and isinstance(new, Outcome)):
        return False
    names = [(one.company, one.role, one.source) for one in (old, new)]
    return old.application == new.application and names[0] != names[1]


def _merged(seen: Told, new: Told, now: Told) -> Told:
    """What somebody changed, upon what stands there by now."""
    return replace(now, **_changed(new, seen)) if type(new) is type(now) else new


def _changed(new: Told, seen: Told) -> dict[str, Any]:
    """By name of the field, what is said otherwise than it was."""
    return {
        one.name: getattr(new, one.name)
        for one in fields(new)
        if getattr(new, one.name) != getattr(seen, one.name, None)
    }


def _of_company(title: str, old: str, new: str) -> str:
    """A title that was made of the company follows another name: "Acme: rejected"."""
    return f"{new}{title[len(old) :]}" if old and new and title.startswith(f"{old}: ") else title


def _tidied(new: Told, old: Told) -> Told:
    """A change as it is kept: tidied like anything new, and what was left out as it was."""
    text = tidy(new.text)
    title = new.title.strip() or title_of(text) or old.title
    if isinstance(new, Outcome) and isinstance(old, Outcome) and not title_of(text):
        title = _of_company(title, old.company, new.company.strip())
    tags = tuple(sorted(clean_tags(new.tags)))
    new = replace(new, title=title, text=text, tags=tags, when=new.when or old.when)
    if not isinstance(new, Outcome):
        return new
    causes = tuple(replace(one, text=one.text.strip()) for one in new.causes if one.text.strip())
    return replace(
        new,
        company=new.company.strip(),
        role=new.role.strip(),
        causes=tuple(dict.fromkeys(causes)),
        attribution=new.attribution or NOT_ATTRIBUTED,
    )
