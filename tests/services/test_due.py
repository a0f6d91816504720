"""Everything that is due is gathered once: for Today, for the command line and for a calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from icalendar import Calendar
from journals import NOW, HandSetClock, written

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.calendar_terms import Span
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.due import DueKind, PlannedFor
from bounceback_tui.domain.feedback import Feedback, FeedbackState
from bounceback_tui.domain.lead import Lead, LeadKind
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.preparation import Preparation, Setback
from bounceback_tui.domain.rest_days import Falling, RestWanted
from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.formats.ics import ICS
from bounceback_tui.services.workspace import Workspace

TODAY = NOW.date()
WEEK = TODAY + timedelta(days=7)


def in_days(number: int) -> date:
    return TODAY + timedelta(days=number)


def at(days: int, clock: str = "12:00") -> Moment:
    return Moment.of(datetime.fromisoformat(f"{in_days(days)}T{clock}+01:00"))


def told(workspace: Workspace, last: date = WEEK) -> list[tuple[int, str]]:
    """What is coming up, by days from the first day of the test."""
    return [((one.day - TODAY).days, one.text) for one in workspace.coming_up.until(last)]


def applied(workspace: Workspace, company: str, next_in: int | None = None, words: str = "") -> str:
    """An application of a month ago; its key."""
    made = workspace.applications.add(company, "Engineer", when=at(-30))
    if next_in is not None:
        workspace.applications.describe(replace(made, next_on=in_days(next_in), next_words=words))
    return made.id


def calendar(workspace: Workspace) -> dict[str, tuple[str, object]]:
    """The summary and the beginning of each event in the calendar, by its name."""
    read = Calendar.from_ical(written(workspace, ICS).encode())
    return {str(one["UID"]): (str(one["SUMMARY"]), one["DTSTART"].dt) for one in read.walk("VEVENT")}


@pytest.fixture
def busy(workspace: Workspace, clock: HandSetClock) -> Workspace:
    """Something of every kind, on a day of its own; a no of yesterday with a mood beside it."""
    clock.forward(days=-1)
    logged = workspace.journal.log(Outcome("Acme", "Cook", text="They laughed.", before=Reading(3)))
    workspace.tools.writing.begin()
    workspace.tools.thoughts.put(ThoughtRecord("T" * 26, clock.now(), "I am a fraud"))
    clock.forward(days=1)
    episode = logged.episode or ""
    workspace.tools.feedback.put(Feedback(episode, FeedbackState.ASKED, TODAY, in_days(4)))
    workspace.tools.leads.put(Lead("L" * 26, LeadKind.FRIEND, "Mira", next_on=in_days(5)))
    step = workspace.recovery.guide.steps[0]
    moment = PlannedFor(in_days(3), time(9))
    workspace.recovery.set_plan(episode, step.id, "If I cry, then I ring Jo", moment)
    applied(workspace, "Nord", 2, "send the portfolio")
    birch = applied(workspace, "Birch")
    workspace.applications.add_event(birch, Kind.FINAL, at(6, "14:30"))
    oak = applied(workspace, "Oak")
    workspace.tools.preparations.put(
        Preparation("", oak, clock.now(), in_days(1), (Setback("I freeze", "I breathe"),))
    )
    workspace.tools.rests.plan(RestWanted(Span(in_days(7), in_days(9)), "the sea"))
    return workspace


def test_everything_that_is_due_is_told_in_order(busy: Workspace) -> None:
    assert told(busy) == [
        (0, "your writing, day 1 of 5"),
        (0, "before tomorrow's interview with Oak: if I freeze"),
        (0, "go on with “I am a fraud”, if you like"),
        (0, "how is it, the day after “They laughed.”?"),
        (1, "interview with Oak"),
        (2, "Nord: send the portfolio"),
        (3, "If I cry, then I ring Jo"),
        (4, "follow up with Acme on feedback"),
        (5, "friend: Mira"),
        (6, "final round with Birch, Engineer"),
        (7, "your rest begins"),
    ]
    assert {one.kind for one in busy.coming_up.until(WEEK)} == set(DueKind)
    assert busy.today.overview().due == busy.coming_up.until(WEEK)
    assert told(busy, TODAY) == told(busy)[:4]
    assert len({one.uid for one in busy.coming_up.until(WEEK)}) == len(told(busy))


def test_a_calendar_has_the_dates_and_none_of_the_words_that_are_private(busy: Workspace) -> None:
    found = calendar(busy)
    plan = f"Acme: {busy.recovery.guide.steps[0].text}"
    assert {summary for summary, _ in found.values()} == {
        *("interview with Oak", "Nord: send the portfolio", plan, "follow up with Acme on feedback"),
        *("friend: Mira", "final round with Birch, Engineer", "rest"),
    }
    text = written(busy, ICS).replace("\r\n ", "")
    for private in ("laughed", "fraud", "freeze", "cry", "sea", "mood", "how is it"):
        assert private not in text
    (moment,) = [when for summary, when in found.values() if "Birch" in summary]
    assert moment == at(6, "14:30").utc


def test_a_second_calendar_has_the_same_names_whatever_moved(busy: Workspace, clock: HandSetClock) -> None:
    before = calendar(busy)
    nord = next(one for one in busy.applications.every() if one.company == "Nord")
    busy.applications.describe(replace(nord, next_on=in_days(20), next_words="ring them"))
    busy.tools.leads.set_next("L" * 26, in_days(21))
    clock.forward(hours=1)
    after = calendar(busy)
    assert before.keys() == after.keys()
    assert [(one[0], one[1]) for key, one in after.items() if before[key] != one] == [
        ("Nord: ring them", in_days(20)),
        ("friend: Mira", in_days(21)),
    ]


def test_during_a_rest_only_its_end_is_told_and_a_calendar_is_whole(
    busy: Workspace, clock: HandSetClock
) -> None:
    before = calendar(busy)
    clock.forward(days=7)
    applied(busy, "Elm", 9, "ring them")
    assert told(busy) == [(9, "your rest ends")]
    now = calendar(busy)
    assert {summary for summary, _ in now.values()} == {"rest", "Elm: ring them"}
    (rest,) = [key for key, (summary, _) in now.items() if summary == "rest"]
    assert now[rest] == before[rest] == ("rest", in_days(7))


def test_a_next_date_that_has_passed_stays_for_a_week(workspace: Workspace, clock: HandSetClock) -> None:
    applied(workspace, "Acme", 0)
    lead = Lead("L" * 26, LeadKind.FRIEND, "Mira", next_on=TODAY)
    workspace.tools.leads.put(lead)
    assert told(workspace) == [(0, "friend: Mira"), (0, "Acme: what comes next")]
    clock.forward(days=7)
    assert len(told(workspace)) == 2
    assert calendar(workspace) == {}  # there it is behind
    clock.forward(days=1)
    assert told(workspace) == []
    assert workspace.tools.leads.every() == [lead]


@pytest.mark.parametrize("end", [Kind.REJECTED, Kind.GHOSTED, Kind.WITHDREW, Kind.ACCEPTED])
def test_what_is_over_is_not_due_and_a_reply_brings_it_back(workspace: Workspace, end: Kind) -> None:
    key = applied(workspace, "Acme", 2)
    workspace.applications.add_event(key, Kind.INTERVIEW, at(3))
    workspace.tools.preparations.put(Preparation("", key, at(0), in_days(5)))
    assert [day for day, _ in told(workspace)] == [2, 3, 5]
    workspace.applications.add_event(key, end, at(4))
    assert told(workspace) == []
    assert calendar(workspace) == {}
    workspace.undo.take_back()
    assert [day for day, _ in told(workspace)] == [2, 3, 5]


def test_an_offer_keeps_its_next_date(workspace: Workspace) -> None:
    key = applied(workspace, "Acme", 2, "say yes or no")
    workspace.applications.add_event(key, Kind.OFFER, at(-1))
    assert told(workspace) == [(2, "Acme: say yes or no")]


def test_an_interview_that_stands_in_the_log_is_told_once(workspace: Workspace) -> None:
    key = applied(workspace, "Acme")
    workspace.tools.preparations.put(Preparation("", key, at(0), in_days(3)))
    assert told(workspace) == [(3, "interview with Acme")]
    workspace.applications.add_event(key, Kind.SCREEN, at(3, "09:15"))
    assert told(workspace) == [(3, "first screen with Acme, Engineer")]


def test_what_just_happened_is_not_coming_up(workspace: Workspace) -> None:
    key = applied(workspace, "Acme")
    workspace.applications.add_event(key, Kind.INTERVIEW)
    assert told(workspace) == []


def test_an_event_and_an_application_in_the_trash_are_not_due(workspace: Workspace) -> None:
    key = applied(workspace, "Acme")
    workspace.applications.add_event(key, Kind.INTERVIEW, at(3))
    workspace.undo.take_back()
    assert told(workspace) == []
    workspace.undo.do_again()
    assert len(told(workspace)) == 1
    workspace.undo.take_back()
    workspace.undo.take_back()  # the application itself
    assert told(workspace) == []


def test_a_check_in_is_offered_on_the_day_after_until_it_is_made(
    workspace: Workspace, clock: HandSetClock
) -> None:
    workspace.journal.note("It hurts.", before=Reading(3))
    assert told(workspace) == []
    clock.forward(days=1)
    assert told(workspace) == [(1, "how is it, the day after “It hurts.”?")]
    workspace.journal.check_in(Reading(5))
    assert told(workspace) == []
    workspace.undo.take_back()
    clock.forward(days=1)
    assert told(workspace) == []


def test_a_rest_moves_next_dates_and_leaves_interviews(workspace: Workspace) -> None:
    key = applied(workspace, "Acme", 2)
    workspace.applications.add_event(key, Kind.INTERVIEW, at(2, "10:00"))
    days = Span(in_days(1), in_days(3))
    assert workspace.tools.rests.falling(days) == Falling(next_dates=1)
    assert str(Falling(next_dates=2)) == "2 next dates"
    workspace.tools.rests.plan(RestWanted(days))
    assert [day for day, text in told(workspace) if "Acme" in text] == [2, 4]
    workspace.undo.take_back()
    assert [day for day, text in told(workspace) if "Acme" in text] == [2, 2]


def test_what_applications_have_ahead_is_found_among_many(workspace: Workspace) -> None:
    for number in range(60):
        applied(workspace, f"Firm {number}", 30 + number)
    key = applied(workspace, "Acme")
    workspace.applications.add_event(key, Kind.TASK, at(5))
    assert told(workspace) == [(5, "task for Acme, Engineer")]
    assert len(told(workspace, in_days(40))) == 12
