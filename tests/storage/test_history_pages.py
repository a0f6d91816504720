"""The history in the order of time, page by page, however it came to be."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from journals import HandSetClock, check_whole, moment

from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query, parse
from bounceback_tui.services.history import PAGE
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import entries

MANY = 1200
TODAY = date(2026, 11, 23)


def write_many(workspace: Workspace, clock: HandSetClock) -> None:
    """Entries in no particular order of time, some at the same moment, in one go."""
    seed = random.Random(5)
    with workspace.database.write():
        for number in range(MANY):
            clock.forward(minutes=1)
            back = timedelta(hours=seed.choice([0, 0, 0, 1, 24, 2400]))
            when = moment((clock.when - back).isoformat())
            workspace.journal.note(f"entry {number} {'odd' if number % 2 else 'even'}", when=when)


@pytest.mark.long
def test_pages_put_together_are_the_whole(workspace: Workspace, clock: HandSetClock) -> None:
    assert MANY > 2 * PAGE
    write_many(workspace, clock)
    for text in ("", "entry", "odd", "-odd", "since:2026-11-23", "nowhere"):
        query = parse(text, TODAY)
        whole = entries.positions(workspace.database, query)
        history = workspace.journal.history(query)
        opened_with = history.known
        while not history.complete:
            history.read_on()
        assert opened_with == min(PAGE, len(whole))
        assert history.known == len(whole)
        items = history.items(0, history.known)
        assert [item.entry.id for item in items] == [
            entries.items(workspace.database, [place])[place].entry.id for place in whole
        ]
        times = [item.entry.written_at for item in items]
        assert times == sorted(times, reverse=True)
        everything = workspace.journal.history(query)
        everything.read_on(everything=True)
        assert everything.complete
        assert everything.items(0, MANY) == items


@pytest.mark.long
def test_pages_hold_together_while_something_is_written(workspace: Workspace, clock: HandSetClock) -> None:
    write_many(workspace, clock)
    history = workspace.journal.history(Query())
    before = entries.positions(workspace.database, Query())
    clock.forward(hours=1)
    workspace.journal.note("written meanwhile")
    while not history.complete:
        history.read_on()
    assert history.known == len(before)


def test_what_happened_earlier_lands_where_it_belongs(workspace: Workspace) -> None:
    journal = workspace.journal
    journal.note("monday", when=moment("2026-11-16T09:00+01:00"))
    journal.note("wednesday", when=moment("2026-11-18T09:00+01:00"))
    journal.log(Outcome(company="Acme", text="tuesday", when=moment("2026-11-17T15:00+01:00")))
    journal.note("long before", when=moment("1969-12-31T23:59+00:00"))
    journal.note("today")
    journal.note("earlier in the same minute", when=moment("2026-11-18T08:59:59.999999+01:00"))
    journal.note("by another clock", when=moment("2026-11-18T00:30-08:00"))
    history = journal.history(Query())
    assert [item.entry.title for item in history.items(0, 10)] == [
        "today",
        "by another clock",
        "wednesday",
        "earlier in the same minute",
        "tuesday",
        "monday",
        "long before",
    ]
    check_whole(workspace.database)


def test_entries_of_one_and_the_same_moment_are_all_there(workspace: Workspace) -> None:
    """The later one told comes first, as if it had been written a moment later."""
    when = moment("2026-11-20T15:00+01:00")
    for number in range(20):
        workspace.journal.note(f"number {number}", when=when)
    workspace.journal.note("a microsecond later", when=moment("2026-11-20T15:00:00.000001+01:00"))
    history = workspace.journal.history(Query())
    titles = [item.entry.title for item in history.items(0, 30)]
    assert titles == ["a microsecond later", *(f"number {number}" for number in reversed(range(20)))]
    # the place is only a place: what is told of the time stays as it was
    assert {item.entry.written_at for item in history.items(1, 30)} == {when}


def test_an_item_says_what_it_belongs_to(workspace: Workspace) -> None:
    workspace.journal.log(Outcome(company="Acme", role="Cook", before=Reading(3), after=Reading(6)))
    workspace.journal.note("free", after=Reading(7))
    free, told = workspace.journal.history(Query()).items(0, 2)
    assert (free.company, free.role, free.stage, free.result, free.mood) == (None, None, None, None, 7)
    assert (told.company, told.role, told.stage, told.result, told.mood) == (
        "Acme",
        "Cook",
        "applied",
        "rejected",
        3,
    )
