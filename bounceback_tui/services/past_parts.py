"""The parts of a past: how each is read, and which cases of it a filter leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bounceback_tui.domain.guide import Guide
from bounceback_tui.domain.past import Checklist, Past, StepMark, Written
from bounceback_tui.domain.query_values import Query
from bounceback_tui.storage import cases, checkins, episodes, pasts, rests, short_logs
from bounceback_tui.storage.acts import acts
from bounceback_tui.storage.database import Database

Guides = Mapping[str, Guide]
"""The guides that rejections have, by name."""


def _checklists(database: Database, guides: Guides) -> Iterator[Checklist]:
    """Every step of each episode's guide; one that is in the guide no more is there where it was touched."""
    touched = pasts.step_marks(database)
    blank: dict[str, dict[str, StepMark]] = {}
    for key, began, name in pasts.guide_names(database):
        if name not in blank:
            blank[name] = {step.id: StepMark(step.id, step.text) for step in guides[name].steps}
        steps = blank[name]
        marks = {
            one.step: StepMark(one.step, steps[one.step].words if one.step in steps else one.step, *one[2:])
            for one in touched.get(key, ())
        }
        yield Checklist(key, began, tuple((steps | marks).values()))


PARTS: Mapping[str, Callable[[Database, Guides], Iterable[Any]]] = {
    "readings": lambda database, _: checkins.readings(database),
    "episodes": lambda database, _: episodes.setbacks(database),
    "applications": lambda database, _: short_logs.logs(database),
    "rests": lambda database, _: rests.every(database),
    "acts": lambda database, _: acts(database),
    "reasons": lambda database, _: pasts.reasons(database),
    "requests": lambda database, _: pasts.requests(database),
    "checklists": _checklists,
    "writings": lambda database, _: pasts.writings(database),
    "days_written": lambda database, _: pasts.days_written(database),
}
"""How each part is read, by its name in a past."""


NEED_GUIDES = frozenset({"checklists"})
"""Parts that guides are needed for."""


def read_past(
    database: Database,
    guides: Guides,
    today: date,
    wanted: Sequence[str],
    *,
    known: dict[str, tuple[Any, ...]],
    query: Query,
) -> Past:
    """The `wanted` parts of a past, and of their cases those that fit a query. Raises StorageError.

    What is not `known` is read, and known from then on.
    """
    for part in wanted:
        if part not in known:
            known[part] = tuple(PARTS[part](database, guides))
    read: dict[str, Any] = {part: known[part] for part in wanted}
    past = Past(today, **read)
    return Cases(database, query).of(past) if query else past


class Cases:
    """Which cases a query leaves of a past; what it rests on is read once, when it is first needed."""

    def __init__(self, database: Database, query: Query) -> None:
        self._database = database
        self._query = query
        # without a period, and without anything else, no case has to be looked up
        self._beyond = query.beyond_days

    def of(self, past: Past) -> Past:
        """The same past with the cases that fit. Raises StorageError."""
        since, until = self._query.since, self._query.until
        rejections = past.episodes or past.reasons or past.requests or past.checklists
        episodes = cases.episodes_fitting(self._database, self._query) if rejections else frozenset()
        applications = past.applications
        if applications and self._beyond:
            fitting = cases.applications_fitting(self._database, self._query)
            applications = tuple(one for one in applications if one.id in fitting)
        applications = tuple(
            one
            for one in applications
            if (since is None or (one.days and one.days[0] >= since))
            and (until is None or (one.days and one.days[0] <= until))
        )
        days_that_count = {one.began for one in past.checklists if one.episode in episodes}
        return replace(
            past,
            since=since,
            until=until,
            episodes=tuple(one._replace(fits=one.id in episodes) for one in past.episodes),
            applications=applications,
            reasons=tuple(one for one in past.reasons if one.episode in episodes),
            requests=tuple(one for one in past.requests if one.episode in episodes),
            checklists=tuple(
                replace(one, fits=one.episode in episodes)
                for one in past.checklists
                if one.began in days_that_count
            ),
            writings=self._writings(past),
        )

    def _writings(self, past: Past) -> tuple[Written, ...]:
        """The texts that fit, by the day on which they were written: they may tell of another."""
        since, until = self._query.since, self._query.until
        of_days = tuple(
            one
            for one in past.writings
            if (since is None or one.day >= since) and (until is None or one.day <= until)
        )
        if not of_days or not self._beyond:
            return of_days
        asked = replace(self._query, since=None, until=None)
        entries = cases.entries_fitting(self._database, asked)
        return tuple(one for one in of_days if one.entry in entries)
