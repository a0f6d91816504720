"""Patterns of a part of the journal: a filter chooses which cases count and changes nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from journals import NOW, HandSetClock, moment, open_journal
from worked_out import watched

from bounceback_tui.domain.application import Kind, Result, Source
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query, parse
from bounceback_tui.services.patterns import FILTERS_KEPT, HELD
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.statistics.bounce_back import BounceBack
from bounceback_tui.statistics.mood import Mood
from bounceback_tui.statistics.recovery import Clock
from bounceback_tui.statistics.stages import Stages

TODAY = NOW.date()
COMPANIES = ("Acme", "Brook", "Calder")
SOURCES = (Source.REFERRAL, Source.AGENCY, None)


def ago(days: int) -> Moment:
    return Moment.of(NOW - timedelta(days=days))


def asked(text: str) -> Query:
    query = parse(text, TODAY)
    assert query.problems == ()
    return query


@pytest.fixture
def clock() -> HandSetClock:
    return HandSetClock()


@pytest.fixture
def journal(tmp_path: Path, clock: HandSetClock) -> Iterator[Workspace]:
    """Nine rejections, some 20 days apart and some cut short after 6, each with a dip."""
    with open_journal(tmp_path / "journal.db", clock) as workspace:
        with workspace.database.write():
            begun = [200, 180, 174, 150, 130, 124, 90, 60, 54]
            for day in range(215, 0, -1):
                low = any(first - 5 <= day <= first for first in begun)
                workspace.journal.check_in(Reading(2 if low else 6), ago(day))
            for number, first in enumerate(begun):
                workspace.journal.log(
                    Outcome(
                        COMPANIES[number % 3],
                        f"Role {number}",
                        Kind.FINAL if number % 2 else Kind.SCREEN,
                        Result.REJECTED,
                        source=SOURCES[number % 3],
                        when=ago(first),
                        text="No.",
                        tags=("panel",) * (number % 2),
                        before=Reading(3),
                        after=Reading(2),
                    )
                )
        yield workspace


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The name of each statistic, every time that it is worked out."""
    return watched(monkeypatch)


def ways(journal: Workspace, text: str = "") -> dict[str, Clock]:
    """The clock of each episode that counts, by its key."""
    found = journal.patterns.result("bounce-back", asked(text))
    assert isinstance(found, BounceBack)
    return {way.episode.id: way.clock for way in found.episodes}


# Which cases count


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("company:acme", 3),
        ("source:agency", 3),
        ("-source:agency,referral", 3),
        ("stage:final", 4),
        ("tag:panel", 4),
        ("-tag:panel company:acme", 2),
        ("mood:3", 9),
        ("mood:9", 0),
        (f"since:{TODAY - timedelta(days=130)}", 5),
        (f"since:{TODAY - timedelta(days=130)} until:{TODAY - timedelta(days=90)}", 3),
        (f"until:{TODAY - timedelta(days=181)}", 1),
    ],
)
def test_a_filter_never_changes_the_clocks_of_the_rejections_that_stay(
    journal: Workspace, text: str, counted: int
) -> None:
    everything, some = ways(journal), ways(journal, text)
    assert len(everything) == 9
    assert len({clock.state for clock in everything.values()}) > 1
    assert len(some) == counted
    assert some == {key: everything[key] for key in some}


def test_every_part_is_left_with_the_cases_that_fit(journal: Workspace) -> None:
    whole, some = journal.patterns.past(), journal.patterns.past(query=asked("company:acme"))
    acme = {one.id for one in whole.episodes if one.company == "Acme"}
    assert {one.id for one in some.episodes if one.fits} == acme
    assert len(some.episodes) == len(whole.episodes) == 9
    assert some.readings == whole.readings
    assert {one.episode for one in some.reasons} == {one.episode for one in some.checklists} == acme
    assert {one.company for one in some.applications} == {"Acme"}
    assert len(tuple(some.writings)) == 3
    assert len(tuple(whole.writings)) == 9
    assert all(one.fits for one in whole.episodes)


def test_a_period_goes_by_the_day_on_which_a_case_began(journal: Workspace) -> None:
    added = journal.applications.add("Early Ltd", when=ago(100))
    journal.applications.add_event(added.id, Kind.SCREEN, ago(20))
    journal.applications.add("Late Ltd", when=ago(20))

    def began(first: int, last: int) -> set[str]:
        period = Query(since=TODAY - timedelta(days=first), until=TODAY - timedelta(days=last))
        past = journal.patterns.past(query=period)
        assert (past.since, past.until) == (period.since, period.until)
        return {one.company for one in past.applications if one.company.endswith("Ltd")}

    assert began(100, 100) == {"Early Ltd"}
    assert began(99, 0) == {"Late Ltd"}
    assert began(300, 101) == set()
    undated = replace(Query(), until=date(2020, 1, 1))
    assert journal.patterns.past(query=undated).applications == ()


def test_the_day_of_a_case_is_the_local_one(journal: Workspace) -> None:
    logged = journal.journal.log(
        Outcome("Far Ltd", result=Result.REJECTED, when=moment("2026-11-20T23:30-08:00"), text="No.")
    )
    on_the_day = Query(since=date(2026, 11, 20), until=date(2026, 11, 20))
    past = journal.patterns.past(query=on_the_day)
    assert [one.id for one in past.episodes if one.fits] == [logged.episode]
    assert [one.company for one in past.applications] == ["Far Ltd"]


def test_the_trash_is_no_case_whatever_is_asked(journal: Workspace) -> None:
    journal.journal.log(Outcome("Gone Ltd", result=Result.REJECTED, when=ago(10), text="No."))
    journal.undo.take_back()
    whole = journal.patterns.past()
    trash = journal.patterns.past(query=Query(deleted=True))
    assert trash == replace(whole, since=None, until=None)


# When it is worked out


@pytest.mark.parametrize("text", ["", "company:acme"])
def test_nothing_is_worked_out_twice_for_unchanged_data(
    journal: Workspace, worked_out: list[str], text: str
) -> None:
    for _ in range(2):
        for name in journal.patterns.names:
            journal.patterns.result(name, asked(text))
            assert journal.patterns.known(name, asked(text))
    assert worked_out == list(journal.patterns.names)


def test_an_answer_belongs_to_its_filter(journal: Workspace, worked_out: list[str]) -> None:
    whole, some = journal.patterns.result("stages"), journal.patterns.result("stages", asked("company:acme"))
    assert isinstance(whole, Stages)
    assert (whole.n, some.n) == (9, 3)
    assert journal.patterns.result("stages") is whole
    assert journal.patterns.result("stages", asked("COMPANY:acme company:acme")).n == 3
    assert worked_out == ["stages"] * len(worked_out)
    assert len(worked_out) <= 3


def test_a_write_makes_it_anew_with_a_filter_and_without(journal: Workspace, worked_out: list[str]) -> None:
    query = asked("company:acme")
    before = journal.patterns.result("stages"), journal.patterns.result("stages", query)
    journal.applications.add("Acme", "Another role", when=ago(3))
    assert journal.patterns.known("stages") is journal.patterns.known("stages", query) is None
    after = journal.patterns.result("stages"), journal.patterns.result("stages", query)
    assert [one.n + 1 for one in before] == [one.n for one in after]
    assert worked_out == ["stages"] * 4


def test_another_day_makes_it_anew(journal: Workspace, clock: HandSetClock, worked_out: list[str]) -> None:
    query = asked("company:acme")
    journal.patterns.result("bounce-back", query)
    clock.forward(days=1)
    assert journal.patterns.known("bounce-back", query) is None
    journal.patterns.result("bounce-back", query)
    assert worked_out == ["bounce-back"] * 2


def test_an_answer_to_what_was_asked_before_a_write_is_not_kept(journal: Workspace) -> None:
    query = asked("company:acme")
    question = journal.patterns.ask("stages", query)
    journal.applications.add("Acme", "Another role", when=ago(3))
    journal.patterns.keep(question, question.answer())
    assert journal.patterns.known("stages", query) is None
    assert journal.patterns.result("stages", query).n == 4


def test_a_few_filters_are_kept_and_the_one_used_longest_ago_is_let_go(
    journal: Workspace, worked_out: list[str]
) -> None:
    first, *others = [asked(f"mood:{mood}") for mood in range(1, FILTERS_KEPT + 1)]
    journal.patterns.result("stages")
    journal.patterns.result("stages", first)
    for query in others:
        journal.patterns.result("stages", query)
        if query != others[-1]:
            assert journal.patterns.known("stages", first)  # looked at again and again
    assert len(journal.patterns._known) == FILTERS_KEPT
    assert journal.patterns.known("stages")  # all of it is never let go
    assert journal.patterns.known("stages", first)
    assert journal.patterns.known("stages", others[0]) is None
    assert journal.patterns.known("stages", others[-1])


@pytest.mark.parametrize("text", ["", "company:acme"])
def test_the_room_of_the_past_is_let_go_once_nothing_waits_for_it(journal: Workspace, text: str) -> None:
    for name in journal.patterns.names:
        journal.patterns.result(name, asked(text))
        waiting = {
            part
            for other in journal.patterns.names
            if journal.patterns.known(other, asked(text)) is None
            for part in journal.patterns.statistic(other).parts
        }
        assert set(journal.patterns._parts) <= waiting | HELD
    assert journal.patterns._parts.keys() == HELD


def test_at_rest_answers_are_kept_and_what_they_consist_of(journal: Workspace, worked_out: list[str]) -> None:
    question = journal.patterns.ask("mood")
    answer = question.answer()
    journal.patterns.keep(question, answer)
    assert question.parts, "the control"
    assert journal.patterns._parts, "the way back waits for the same"
    journal.patterns.rest()
    question.let_go()
    assert journal.patterns._parts.keys() == HELD
    assert not question.parts
    assert journal.patterns.known("mood") is answer
    way_back = journal.patterns.result("bounce-back")
    assert isinstance(way_back, BounceBack)
    assert isinstance(answer, Mood)
    assert {id(way.episode) for way in way_back.episodes} == set(map(id, answer.episodes)), "no second copy"
    assert worked_out == ["mood", "bounce-back"]
