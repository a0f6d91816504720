"""Applications: their log, and which one an outcome belongs to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from bounceback_tui.clock import Clock
from bounceback_tui.domain.application import (
    MEETINGS,
    SETBACKS,
    STAGES,
    Application,
    Beside,
    Event,
    Kind,
    Result,
    Source,
    Status,
)
from bounceback_tui.domain.due import OVERDUE, Due, DueKind
from bounceback_tui.domain.frozen import replace
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.meeting import firm, meetings_ahead, time_of, told_meeting
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import cut, one_line, tidy
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.lookup import back_from_latest, latest, only
from bounceback_tui.services.roll import Roll, UntilWritten
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage import application_names, applications, episodes
from bounceback_tui.storage.database import Database

if TYPE_CHECKING:  # what is due is found without a filter
    from bounceback_tui.domain.outcome import Outcome
    from bounceback_tui.domain.query_values import Query

TOGETHER = 20
"""Applications read at once, each with all of its log: as many as a usual screen shows."""


class Applications:
    """What a person can do with their applications."""

    def __init__(
        self, database: Database, clock: Clock, undo: Undo, usual_guide: Callable[[], str] = str
    ) -> None:
        """`usual_guide` gives the name of the guide for new episodes; empty for ours."""
        self._usual_guide = usual_guide
        self._database = database
        self._clock = clock
        self._undo = undo
        self._rolls: dict[Query, UntilWritten[Roll[str, Application]]] = {}
        self._rolls_of = date.min

    def every(self) -> list[Application]:
        """All applications: open ones by what is due, then the longest silent; then those that are over."""
        from bounceback_tui.domain.query_values import Query  # noqa: PLC0415 - see above

        return self.matching(Query())

    def matching(self, query: Query) -> list[Application]:
        """The applications that fit a query, in the same order; `domain/query.py` says what fits."""
        return applications.matching(self._database, query, self._clock.now())

    def roll(self, query: Query | None = None) -> Roll[str, Application]:
        """The same as `matching`, but read only as far as somebody looks; by key. Raises StorageError."""
        from bounceback_tui.domain.query_values import Query  # noqa: PLC0415 - see above

        query = query or Query()
        today = self._clock.now().local_date
        if today != self._rolls_of:  # what lies ahead, and so the order, goes by the day
            self._rolls, self._rolls_of = {}, today
        if query not in self._rolls:
            if self._rolls and query:
                self._rolls = {one: roll for one, roll in self._rolls.items() if not one}
            self._rolls[query] = UntilWritten(self._database, partial(self._new_roll, query))
        return self._rolls[query].get()

    def any(self) -> bool:
        """Whether there is any application."""
        return applications.has_any(self._database)

    def _new_roll(self, query: Query) -> Roll[str, Application]:
        read = partial(applications.with_keys, self._database)
        return Roll(applications.keys(self._database, self._clock.now(), query), read, TOGETHER)

    def due(self, until: date) -> list[Due]:
        """The meetings ahead of open applications until that day, and their next dates; in any order.

        A next date that has passed stays for a week. Raises StorageError.
        """
        now = self._clock.now()
        since = now.local_date - OVERDUE
        found = []
        for one in applications.with_dates(self._database, since, now.local_date, until):
            found += [_due_meeting(one, event) for event in meetings_ahead(one, now, until)]
            if one.next_on and since <= one.next_on <= until and not one.status.ended:
                words = f"{firm(one.company)}: {one_line(one.next_words) or 'what comes next'}"
                found.append(Due(one.next_on, words, DueKind.NEXT, subject=one.id))
        return found

    def find(self, beginning: str) -> Application:
        """The application whose key begins so; "-1" is the one that was added last. Raises CannotDo."""
        place = back_from_latest(beginning)
        if place is not None:
            found = applications.latest(self._database, place)
            return latest(found, applications.count(self._database), "application")
        return only(applications.with_id(self._database, beginning.strip()), "application", beginning)

    def with_event(self, event_id: str) -> tuple[Application, Event] | None:
        """An event in a log, with its application; None where it is in none, or in none any more."""
        application = applications.of_event(self._database, event_id) if event_id else None
        events = application.events if application else ()
        event = next((one for one in events if one.id == event_id), None)
        return (application, event) if application and event else None

    def beside(self, entry_id: str) -> Beside:
        """What else belongs to the application of an entry, and is renamed with it."""
        return application_names.beside(self._database, entry_id)

    def companies(self) -> list[str]:
        """Companies named before, the latest first."""
        return application_names.companies(self._database)

    def roles(self) -> list[str]:
        """Roles named before, the latest first."""
        return application_names.roles(self._database)

    def add(
        self,
        company: str,
        role: str = "",
        source: Source | None = None,
        when: Moment | None = None,
        kind: Kind = Kind.APPLIED,
        *,
        notes: str = "",
    ) -> Application:
        """Add an application with its first event. Raises CannotDo without a company."""
        if not company.strip():
            raise CannotDo("An application needs a company; one word is enough.")
        now = self._clock.now()
        key = new_id(now.utc)
        first = Event(new_id(now.utc), key, kind, when or now)
        application = Application(
            key, company.strip(), role.strip(), source, notes=tidy(notes), events=(first,)
        )
        with self._undo.step(f"add {cut(application.company, 40)}"):
            applications.add(self._database, application, now)
        return application

    def add_event(self, application_id: str, kind: Kind, when: Moment | None = None, note: str = "") -> Event:
        """Add to the log of an application; a rejection or ghosting opens an episode. Raises CannotDo."""
        application = self.find(application_id)
        now = self._clock.now()
        event = Event(new_id(now.utc), application.id, kind, when or now, note=note.strip())
        with self._undo.step(f"note “{kind}” for {cut(application.company, 40) or 'the application'}"):
            self.record(event)
        return event

    def describe(self, application: Application) -> None:
        """Keep what an application says of itself; its log stays. Raises CannotDo where it is gone."""
        before = self.find(application.id)
        if before == application:
            return
        if not application.company.strip() and before.company.strip():
            raise CannotDo("An application needs a company; one word is enough.")
        with self._undo.step(f"change {cut(application.company, 40)}"):
            applications.describe(self._database, application)

    def record(self, event: Event, forecast: int | None = None) -> str | None:
        """Write an event down, inside a transaction; the key of the episode that it opens."""
        applications.add_event(self._database, event)
        if event.kind not in SETBACKS:
            return None
        return self.open_episode(event.id, forecast)

    def open_episode(self, event_id: str, forecast: int | None = None) -> str:
        """Open an episode at an event, inside a transaction; its key."""
        episode = new_id(self._clock.now().utc)
        episodes.add(self._database, episode, event_id, forecast, self._usual_guide())
        return episode

    def for_outcome(self, outcome: Outcome, but: str = "") -> Application:
        """The application that an outcome belongs to, made where it is new.

        It is the latest to this company that is not over (silence can still be broken) and whose role is the
        same, or left out on either side; else a new one. It is never the one whose key is `but`. Belongs
        inside a transaction.
        """
        candidates = [
            one
            for one in (
                applications.of_company(self._database, outcome.company) if outcome.company.strip() else ()
            )
            if one.id != but
            and (
                not one.status.ended
                or one.status is Status.GHOSTED
                or _told_before(one, outcome, self._clock.now())
            )
        ]
        same = [one for one in candidates if application_names.same(one.role, outcome.role)]
        vague = [one for one in candidates if not one.role.strip() or not outcome.role.strip()]
        found = next(iter(same or vague), None)
        if found:
            fuller = replace(
                found, role=found.role or outcome.role.strip(), source=found.source or outcome.source
            )
            if fuller != found:
                applications.describe(self._database, fuller)
            return fuller
        now = self._clock.now()
        made = Application(new_id(now.utc), outcome.company.strip(), outcome.role.strip(), outcome.source)
        applications.add(self._database, made, now)
        return made

    def event_for_outcome(
        self, application: Application, outcome: Outcome, when: Moment
    ) -> tuple[Event, list[Event]]:
        """The event that an outcome stands for, and the events to write down for it.

        A stage that only follows from the outcome ("rejected after the final round") is written down too,
        as one whose date is not known. An outcome told a second time writes nothing else.
        """
        now = self._clock.now()
        kind = _kind(application, outcome)
        told = _told_before(application, outcome, when)
        event = told or Event(new_id(now.utc), application.id, kind, when)
        to_record = [] if told else [event]
        known = {one.kind for one in application.events}
        if outcome.stage and outcome.stage is not kind and outcome.stage not in known:
            # before the event also where that was told first: a stage after silence would end the silence
            before = replace(event.at, utc=event.at.utc - timedelta(microseconds=1)) if told else event.at
            implied = Event(new_id(now.utc), application.id, outcome.stage, before, date_known=False)
            to_record.insert(0, implied)
        return event, to_record


def _kind(application: Application, outcome: Outcome) -> Kind:
    """The event that a result is; moving on without a stage named is the stage after the furthest so far."""
    if outcome.result is not Result.MOVED_ON:
        return Kind(outcome.result.value)
    if outcome.stage:
        return outcome.stage
    return STAGES[min(STAGES.index(application.stage_reached) + 1, len(STAGES) - 1)]


def _told_before(application: Application, outcome: Outcome, when: Moment) -> Event | None:
    """The event that says the same of the same day, where somebody tells an outcome twice."""
    day = (outcome.when or when).local_date
    kind = _kind(application, outcome)
    return next(
        (
            one
            for one in application.events
            if one.kind is kind and one.at.local_date == day and one.date_known
        ),
        None,
    )


def _due_meeting(application: Application, event: Event) -> Due:
    clock = time_of(event)
    return Due(
        event.at.local_date,
        told_meeting(event, application),
        DueKind.INTERVIEW,
        subject=application.id,
        time=clock,
        at=event.at if clock else None,
        row=_known_as(application, event),
    )


def _known_as(application: Application, event: Event) -> str:
    """The key by which calendars know a meeting: its own, or that of what was prepared for it before.

    A preparation names a day alone, and so belongs to what was noted first for that day.
    """
    day = event.at.local_date
    of_day = [one for one in application.events if one.kind in MEETINGS and one.at.local_date == day]
    if event.noted != min(one.noted for one in of_day):
        return event.id
    return min([event.id, *(key for on, key in application.prepared if on == day)])
