"""Which cases of a statistic fit a query: rejections, applications, or entries with their readings.

The days of a query are those on which a case began: the day of the rejection, the first day in the log of
an application, the day on which an entry was written. What is in the trash is no case.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bounceback_tui.domain.behind import Behind
from bounceback_tui.domain.query_values import Query
from bounceback_tui.storage import applications
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.query_sql import Piece, all_of, matching, on_event, signed
from bounceback_tui.storage.standing import OF_EPISODE, STANDS

Keys = frozenset[str]


def entries_fitting(db: Database, query: Query) -> Keys:
    """The keys of all entries that fit."""
    found = matching(replace(query, deleted=False))
    return frozenset(row[0] for row in db.each(f"SELECT entry.id {found.source}", found.values))


def episodes_fitting(db: Database, query: Query) -> Keys:
    """The keys of the episodes of all rejections that stand and fit.

    Company, role and source are those of the application, stage and result those at the rejection. All else
    fits where one of the entries that tell of it does, each for itself; negated, where none does.
    """
    where, values = all_of([(STANDS, []), *_pieces(query)])
    rows = db.each(f"SELECT episode.id FROM episode {OF_EPISODE} WHERE {where}", values)
    return frozenset(row[0] for row in rows)


def applications_fitting(db: Database, query: Query) -> Keys:
    """The keys of all applications that fit, whenever they began."""
    asked = replace(query, since=None, until=None, deleted=False)
    return frozenset(one.id for one in applications.matching(db, asked))


def positions_behind(db: Database, behind: Behind) -> list[int]:
    """Where the entries stand that something in a picture rests on, newest first, each once."""
    found = set(_listed(db, "entry.id IN ({})", behind.entries))
    of_event = "entry.event_id IN (SELECT {} IN ({{}}))"
    found |= set(_listed(db, of_event.format("event_id FROM episode WHERE id"), behind.episodes))
    found |= set(_listed(db, of_event.format("id FROM event WHERE application_id"), behind.applications))
    if behind.days:
        first, last = behind.days
        asked = matching(Query(since=first, until=last))
        found |= {row[0] for row in db.each(f"SELECT {asked.place} {asked.source}", asked.values)}
    return sorted(found, reverse=True)


def _listed(db: Database, condition: str, keys: Sequence[str]) -> Iterator[int]:
    where = condition.format("SELECT value FROM json_each(?)")
    if keys:
        rows = db.each(
            f"SELECT entry.position FROM entry WHERE entry.deleted_at IS NULL AND {where}",
            (json.dumps([*keys]),),
        )
        yield from (row[0] for row in rows)


def _pieces(query: Query) -> Iterator[Piece]:
    for names in query.names:
        asked = Query(names=(replace(names, negated=False),))
        yield signed(*(on_event(names) or _told(asked)), names.negated)
    for choice in query.choices:
        asked = Query(choices=(replace(choice, negated=False),))
        yield signed(*(on_event(choice) or _told(asked)), choice.negated)
    for span in query.ranges:
        yield signed(*_told(Query(ranges=(replace(span, negated=False),))), span.negated)
    for term in query.words:
        yield signed(*_told(Query(words=(replace(term, negated=False),))), term.negated)
    for sign, day in ((">=", query.since), ("<=", query.until)):
        if day:
            yield f"event.local_date {sign} ?", [day.isoformat()]


def _told(query: Query) -> Piece:
    """An entry that fits tells of the event."""
    found = matching(query)
    return f"event.id IN (SELECT entry.event_id {found.source})", found.values
