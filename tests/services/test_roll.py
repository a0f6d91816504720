"""A roll: everything is known of, little is read, and the order is that of reading and sorting it all."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from journals import HandSetClock
from looking import NOW, open_workspace

from bounceback_tui.domain.application import SETBACKS, Application, Event, Kind, Source
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.meeting import due_of
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.preparation import Preparation
from bounceback_tui.services.roll import AROUND, KEPT, Roll
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import applications
from bounceback_tui.storage.columns import stamp

MANY = 3 * AROUND
ZONES = ("+13:00", "+01:00", "-11:00")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


class Numbers(Roll[str, int]):
    """As many numbers as wanted, which can be taken away, and what was asked for."""

    def __init__(self, count: int) -> None:
        self.there = {str(number): number for number in range(count)}
        self.asked: list[Sequence[str]] = []
        super().__init__(list(self.there), self._look)

    def _look(self, wanted: Sequence[str]) -> Mapping[str, int]:
        self.asked.append(wanted)
        return {key: self.there[key] for key in wanted if key in self.there}


def test_a_look_reads_what_is_around_and_nothing_twice() -> None:
    roll = Numbers(MANY)
    assert (roll.known, roll.asked) == (MANY, [])
    assert roll.at(AROUND + 5) == AROUND + 5
    assert [roll.at(place) for place in range(AROUND, 2 * AROUND)] == list(range(AROUND, 2 * AROUND))
    assert [len(wanted) for wanted in roll.asked] == [AROUND]
    assert roll.items(AROUND - 2, AROUND + 2) == list(range(AROUND - 2, AROUND + 2))
    assert roll.asked[1:] == [[str(AROUND - 2), str(AROUND - 1)]]


def test_there_is_nothing_before_the_first_and_after_the_last() -> None:
    roll = Numbers(3)
    assert [roll.at(place) for place in (-1, 0, 2, 3)] == [None, 0, 2, None]
    assert roll.items(2, 9) == [2]
    assert (roll.place_of("2"), roll.place_of("3"), Numbers(0).at(0)) == (2, None, None)


def test_one_that_is_gone_meanwhile_leaves_the_others_in_their_places() -> None:
    roll = Numbers(4)
    del roll.there["1"]
    assert [roll.at(place) for place in range(4)] == [0, None, 2, 3]


def test_a_long_walk_keeps_no_more_than_it_needs() -> None:
    roll = Numbers(10 * KEPT)
    assert [roll.at(place) for place in range(roll.known)] == list(range(roll.known))
    assert max(map(len, roll.asked)) == AROUND
    assert len(roll._things) <= KEPT + AROUND
    assert roll.at(0) == 0


def made_up(journal: Workspace, chance: random.Random) -> tuple[list[str], list[tuple[Moment, str]]]:
    """Keys of applications in the order of adding, and of episodes with the moment of their setback.

    Many things happen at one and the same moment, in other zones; some logs are empty, some events in the
    future; and some applications and events have been deleted.
    """
    added: list[str] = []
    episodes: list[tuple[Moment, str]] = []
    for number in range(MANY):
        key = new_id(NOW)
        one = Application(key, f"Company {number}", source=chance.choice([None, *Source]))
        applications.add(journal.database, one, Moment.of(NOW - timedelta(days=chance.randrange(9))))
        added.append(key)
        if chance.random() < 0.2:
            next_on = (NOW + timedelta(days=chance.randrange(-12, 9))).date()
            applications.describe(journal.database, replace(one, next_on=next_on))
        if chance.random() < 0.2:
            day = (NOW + timedelta(days=chance.randrange(-3, 9))).date()
            prepared = Preparation(new_id(NOW), key, Moment.of(NOW), day)
            journal.tools.preparations.store(prepared)
        for _ in range(chance.randrange(5)):
            zone = NOW.fromisoformat(f"2026-11-23T00:00{chance.choice(ZONES)}").tzinfo
            at = Moment.of((NOW + timedelta(hours=4 * chance.randrange(-60, 12))).astimezone(zone))
            at = Moment.of(at.local.replace(hour=12, minute=0)) if chance.random() < 0.4 else at
            event = Event(new_id(NOW), key, chance.choice(list(Kind)), at)
            episode = journal.applications.record(event)
            if chance.random() < 0.2:
                delete(journal, "event", event.id)
            elif episode:
                episodes.append((at, episode))
                journal.recovery.set_closed(episode, chance.random() < 0.6)
    return added, episodes


def delete(journal: Workspace, table: str, key: str) -> None:
    with journal.database.write():
        journal.database.run(f"UPDATE {table} SET deleted_at = ? WHERE id = ?", (stamp(Moment.of(NOW)), key))


@pytest.mark.parametrize("seed", range(3))
def test_the_order_is_that_of_reading_and_sorting_everything(journal: Workspace, seed: int) -> None:
    chance = random.Random(seed)
    with journal.database.write():
        added, begun = made_up(journal, chance)
        gone = set(chance.sample(added, 9))
        for key in gone:
            delete(journal, "application", key)

    there = applications.with_keys(journal.database, added)
    assert set(there) == set(added) - gone
    rowids = dict(journal.database.rows("SELECT id, added_at || printf('%09d', rowid) FROM application"))
    slowly = sorted(there.values(), key=lambda one: rowids[one.id], reverse=True)
    slowly.sort(key=lambda one: [event.at for event in one.events[-1:]], reverse=True)
    now = journal.clock.now()
    there_is = lambda one: [one.events[-1].at.utc] if one.events else []  # noqa: E731 - as short as the rest
    open_ones = [one for one in slowly if not one.status.ended]
    open_ones.sort(key=lambda one: (due_of(one, now) or date.max, not one.events, there_is(one)))
    slowly = [*open_ones, *(one for one in slowly if one.status.ended)]
    assert len({due_of(one, now) for one in open_ones}) > 2
    roll = journal.applications.roll()
    assert [roll.at(place) for place in range(roll.known)] == slowly
    assert journal.applications.every() == slowly
    assert len({one.status for one in slowly}) > 4
    assert any(not one.events for one in slowly)

    known = {one.id: one for one in journal.recovery.episodes()}
    assert all(one.application_id not in gone for one in known.values())
    latest = sorted(enumerate(begun), key=lambda one: (one[1][0].local_date, one[1][0].utc, one[0]))
    expected = [key for _, (_, key) in reversed(latest) if key in known]
    expected.sort(key=lambda key: known[key].closed)
    turned = journal.recovery.roll()
    assert [one and one.id for one in map(turned.at, range(turned.known))] == expected
    assert 30 < len(expected) < len(begun)
    assert {known[key].kind for key in expected} == set(SETBACKS)


def test_a_roll_is_the_same_until_somebody_writes(journal: Workspace) -> None:
    key = journal.applications.add("Acme").id
    rolls = [journal.applications.roll(), journal.recovery.roll()]
    assert rolls == [journal.applications.roll(), journal.recovery.roll()]
    with open_workspace(journal.path) as other:
        other.applications.add_event(key, Kind.REJECTED)
    (application,) = journal.applications.roll().items(0, 9)
    (episode,) = journal.recovery.roll().items(0, 9)
    assert [one.kind for one in application.events] == [Kind.APPLIED, Kind.REJECTED]
    assert episode.company == "Acme"
    journal.undo.take_back()
    assert (journal.applications.roll().known, journal.recovery.roll().known) == (1, 0)


def test_another_day_has_another_order_though_nobody_wrote(workspace: Workspace, clock: HandSetClock) -> None:
    for company, kind, days in (("Acme", Kind.APPLIED, -9), ("Brook", Kind.INTERVIEW, 1)):
        when = Moment.of(NOW + timedelta(days=days))
        key = workspace.applications.add(company, when=Moment.of(NOW - timedelta(days=2))).id
        workspace.applications.add_event(key, kind, when)
    names = [[one.company for one in workspace.applications.roll().items(0, 9)]]
    clock.forward(days=3)
    names.append([one.company for one in workspace.applications.roll().items(0, 9)])
    assert names == [["Brook", "Acme"], ["Acme", "Brook"]]


def test_whether_there_is_any_application(journal: Workspace) -> None:
    assert not journal.applications.any()
    key = journal.applications.add("Acme").id
    assert journal.applications.any()
    delete(journal, "application", key)
    assert not journal.applications.any()
