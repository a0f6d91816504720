"""What happened, told otherwise afterwards: who it was, how it ended, how far it went, and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bounceback_tui.clock import Clock
from bounceback_tui.domain.application import (
    SETBACKS,
    STAGE_WORDS,
    STAGES,
    Application,
    Event,
    Kind,
    Result,
    furthest,
)
from bounceback_tui.domain.ids import TIME_LENGTH, new_id
from bounceback_tui.domain.log_order import planned_before
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.said import Said
from bounceback_tui.storage import applications, episodes
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.trash import Table, Thing, put_away


class Correction:
    """Changes the event that an entry tells of, inside a step of undo."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        open_episode: Callable[[str], object],
        application: Application,
        event: Event,
    ) -> None:
        """`open_episode` opens one at the event of that key."""
        self._open_episode = open_episode
        self._database = database
        self._clock = clock
        self._application = application
        self._event = event

    def make(self, old: Outcome, new: Outcome) -> None:
        """Change the application, the event and what was said about it. Raises CannotDo."""
        application, event = self._application, self._event
        described = replace(application, company=new.company, role=new.role, source=new.source)
        if described != application:
            applications.describe(self._database, described)
        kind = _kind(event, old, new)
        # another entry may tell of the same event, at a time of its own
        moved = replace(event, kind=kind, at=new.when if new.when and new.when != old.when else event.at)
        if moved != event:
            applications.change_event(self._database, moved)
        self._stage_otherwise(moved, old, new)
        if kind in SETBACKS and not episodes.of_event(self._database, event.id):
            self._open_episode(event.id)
        Said(new.causes, new.attribution, new.forecast).put(self._database, event.id)

    def _stage_otherwise(self, moved: Event, old: Outcome, new: Outcome) -> None:
        """Change the stage that followed from the outcome alone, and its date with it. Raises CannotDo."""
        event, implied = self._event, implied_by(self._application, self._event)
        if implied and moved.kind in STAGES[:-1] and new.stage != old.stage:
            put_away(self._database, [Thing(Table.EVENT, implied.id)], self._clock.now())
        elif moved.kind in STAGES[:-1] or (new.stage == old.stage and event.kind not in STAGES[:-1]):
            if implied and moved.at != event.at:
                applications.change_event(self._database, replace(implied, at=moved.at))
        else:
            self._say_stage(implied, moved, new)

    def _say_stage(self, implied: Event | None, moved: Event, new: Outcome) -> None:
        """Let another stage follow from an outcome. Raises CannotDo where the log itself goes further."""
        others = [one for one in self._application.events if one.id not in (moved.id, implied and implied.id)]
        reached = STAGES.index(_reached(others, moved) or Kind.APPLIED)
        wanted = STAGES.index(new.stage or Kind.APPLIED)
        if wanted < reached:
            raise CannotDo(
                f"The log of {new.company or 'this application'} goes further, to the"
                f" {STAGE_WORDS[STAGES[reached]]}; nothing was changed. Choose that, or correct the log."
            )
        if implied and wanted == reached:
            put_away(self._database, [Thing(Table.EVENT, implied.id)], self._clock.now())
        elif implied:
            applications.change_event(self._database, replace(implied, kind=STAGES[wanted], at=moved.at))
        elif wanted > reached:
            key = new_id(self._clock.now().utc)
            made = Event(key, self._application.id, STAGES[wanted], moved.at, date_known=False)
            applications.add_event(self._database, made)


def stage_said(application: Application, event: Event) -> Kind | None:
    """The stage that was said with an outcome: where it moved to, else how far it had come."""
    if event.kind in STAGES[:-1]:
        return event.kind
    return _reached([one for one in application.events if one is not event], event)


def _reached(events: Sequence[Event], by: Event) -> Kind | None:
    """The furthest stage by the day of an event; None where no more is known than that somebody applied."""
    before = [one for one in events if one.at.local_date <= by.at.local_date or planned_before(one, by)]
    stage = furthest(one.kind for one in before)
    told = stage is not Kind.APPLIED or any(not one.date_known for one in before)
    return stage if told else None


def implied_by(application: Application, of: Event) -> Event | None:
    """The stage that only followed from an outcome, and was written down with it.

    Two outcomes may be of one moment ("yesterday"): the keys of what was written down together begin alike.
    """
    near = [
        one
        for one in application.events
        if not one.date_known and abs((one.at.utc - of.at.utc).total_seconds()) < 1
    ]
    others = {_written(one) for one in application.events if one.date_known and one.id != of.id}
    own = [one for one in near if _written(one) == _written(of)]
    return next(iter(own or [one for one in near if _written(one) not in others]), None)


def _written(event: Event) -> str:
    """When an event was written down: the part of its key that is the time."""
    return event.id[:TIME_LENGTH]


def _kind(event: Event, old: Outcome, new: Outcome) -> Kind:
    """The event that a result is; a step forward is the stage that it led to."""
    if new.result is not Result.MOVED_ON:
        return Kind(new.result.value)
    if new.stage:
        return new.stage
    return event.kind if old.result is Result.MOVED_ON else Kind.SCREEN
