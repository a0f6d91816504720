"""The parts of a past: how each is read, and which cases of it a filter leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bounceback_tui.domain.guide import Guide
from bounceback_tui.domain.packed import taken_apart
from bounceback_tui.domain.past import MoodsAround, Past
from bounceback_tui.domain.query_values import Query
from bounceback_tui.storage import cases, checkins, checklists, episodes, pasts, rests, short_logs
from bounceback_tui.storage.acts import acts
from bounceback_tui.storage.database import Database

Guides = Mapping[str, Guide]
"""The guides that rejections have, by name."""


Known = Mapping[str, Sequence[Any]]
"""The parts of a past that are known, by name."""


def _keys(known: Known) -> dict[str, str]:
    """Those of episodes: they are held once, and not for each part."""
    return {one.id: one.id for one in known.get("episodes", ())}


PARTS: Mapping[str, Callable[[Database, Guides, Known], Iterable[Any]]] = {
    "readings": lambda database, *_: checkins.readings(database),
    "episodes": lambda database, *_: episodes.short_episodes(database),
    "applications": lambda database, *_: short_logs.logs(database),
    "rests": lambda database, *_: rests.every(database),
    "acts": lambda database, *_: acts(database),
    "reasons": lambda database, _, known: pasts.reasons(database, _keys(known)),
    "requests": lambda database, *_: pasts.requests(database),
    "checklists": lambda database, guides, known: checklists.checklists(database, guides, _keys(known)),
    "writings": lambda database, *_: pasts.writings(database),
    "days_written": lambda database, _, known: pasts.days_written(
        database, (day for day, *_ in taken_apart(known.get("readings") or checkins.readings(database)))
    ),
}
"""How each part is read, by its name in a past."""


ONCE = frozenset({"writings", "days_written"})
"""Parts of so many cases that each is read while it is looked at, and only then, and let go."""

NEED_GUIDES = frozenset({"checklists"})
"""Parts that guides are needed for."""


def read_past(
    database: Database,
    guides: Guides,
    today: date,
    wanted: Sequence[str],
    *,
    known: dict[str, Sequence[Any]],
    query: Query,
) -> Past:
    """The `wanted` parts of a past, and of their cases those that fit a query. Raises StorageError.

    What is not `known` is read, and known from then on. What belongs to `ONCE` can be looked at once, before
    the database is closed; see `held`.
    """
    read: dict[str, Any] = {}
    for part in wanted:
        if part in ONCE:
            read[part] = PARTS[part](database, guides, known)
        else:
            if part not in known:
                found = PARTS[part](database, guides, known)
                known[part] = found if isinstance(found, Sequence) else tuple(found)
            read[part] = known[part]
    past = Past(today, **read)
    return Cases(database, query).of(past) if query else past


def held(past: Past) -> Past:
    """The same past to be looked at whenever somebody likes. Raises StorageError."""
    return replace(past, writings=tuple(past.writings), days_written=tuple(past.days_written))


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
                one._replace(fits=one.episode in episodes)
                for one in past.checklists
                if one.began in days_that_count
            ),
            writings=self._writings(past) if past.writings else (),
        )

    def _writings(self, past: Past) -> Iterator[MoodsAround]:
        """The texts that fit, by the day on which they were written: they may tell of another."""
        since, until = self._query.since, self._query.until
        asked = replace(self._query, since=None, until=None)
        entries = cases.entries_fitting(self._database, asked) if self._beyond else None
        for one in past.writings:
            of_days = (since is None or one.day >= since) and (until is None or one.day <= until)
            if of_days and (entries is None or one.entry in entries):
                yield one
