"""The end of a search: what is open once an offer was accepted, and the look back, worked out by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from looking import NOW, open_workspace

from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.application import Application, Kind, Result, Status
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.feedback import AnswerCame, Remark, RemarkChanged, RemarkKind
from bounceback_tui.domain.letter import WithdrawalNote
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.letters import Letters, worded
from bounceback_tui.services.workspace import Workspace


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


def on(day: str) -> Moment:
    return Moment.of(datetime.fromisoformat(f"{day}T10:00+01:00"))


def add(journal: Workspace, company: str, *log: tuple[Kind, str], applied: str = "2026-09-01") -> Application:
    made = journal.applications.add(company, when=on(applied))
    for kind, day in log:
        journal.applications.add_event(made.id, kind, on(day))
    return journal.applications.find(made.id)


def three_open(journal: Workspace) -> Application:
    """Three that are open, one of them at an offer; two that are over; one that was accepted."""
    add(journal, "Brook", (Kind.SCREEN, "2026-11-20"))
    add(journal, "Calder", (Kind.OFFER, "2026-11-19"))
    add(journal, "Dale")
    add(journal, "Eden", (Kind.REJECTED, "2026-11-01"))
    add(journal, "Firth", (Kind.GHOSTED, "2026-11-02"))
    return add(journal, "Acme", (Kind.OFFER, "2026-11-20"), (Kind.ACCEPTED, "2026-11-22"))


def names(journal: Workspace) -> set[str]:
    return {one.company for one in journal.search_over.open_applications()}


def test_what_is_open_is_all_but_what_is_over_and_what_was_accepted(journal: Workspace) -> None:
    accepted = three_open(journal)
    assert names(journal) == {"Brook", "Calder", "Dale"}
    assert journal.search_over.accepted() == accepted
    assert {one.company for one in journal.search_over.open_episodes()} == {"Eden", "Firth"}


def test_an_acceptance_is_offered_once_and_the_next_one_again(journal: Workspace) -> None:
    over = journal.search_over
    assert not over.offered()
    add(journal, "Brook", (Kind.OFFER, "2026-11-19"))
    assert not over.offered()  # an offer is no acceptance
    add(journal, "Acme", (Kind.ACCEPTED, "2026-11-20"))
    assert over.offered()
    over.answer()
    assert not over.offered()
    add(journal, "Eden", (Kind.ACCEPTED, "2026-11-22"))
    assert over.offered()


def test_one_that_fell_through_is_accepted_no_more(journal: Workspace) -> None:
    add(journal, "Acme", (Kind.ACCEPTED, "2026-11-20"), (Kind.REJECTED, "2026-11-22"))
    assert journal.search_over.accepted() is None
    assert not journal.search_over.offered()


def test_several_are_withdrawn_today_in_one_step_of_undo(journal: Workspace) -> None:
    three_open(journal)
    keys = [one.id for one in journal.search_over.open_applications() if one.company != "Dale"]
    assert journal.search_over.withdraw([*keys, keys[0]], " took another ") == 2
    assert names(journal) == {"Dale"}
    for key in keys:
        one = journal.applications.find(key)
        assert one.status is Status.WITHDREW
        assert [event.kind for event in one.events].count(Kind.WITHDREW) == 1
        assert (one.events[-1].at.local_date, one.events[-1].note) == (NOW.date(), "took another")
    assert journal.undo.take_back() == "withdraw 2 applications"
    assert names(journal) == {"Brook", "Calder", "Dale"}


def test_a_meeting_ahead_is_not_due_after_the_withdrawal_and_stays_in_the_log(journal: Workspace) -> None:
    brook = add(journal, "Brook", (Kind.INTERVIEW, "2026-11-27"))
    assert journal.search_over.withdraw([brook.id]) == 1
    found = journal.applications.find(brook.id)
    assert (found.status, found.stage_reached) == (Status.WITHDREW, Kind.INTERVIEW)
    assert journal.applications.due(NOW.date() + timedelta(days=7)) == []
    assert journal.undo.take_back() == "withdraw Brook"
    assert journal.applications.find(brook.id) == brook


def test_what_ended_meanwhile_keeps_its_end(journal: Workspace) -> None:
    three_open(journal)
    keys = [one.id for one in journal.search_over.open_applications()]
    dale = next(one for one in journal.search_over.open_applications() if one.company == "Dale")
    journal.applications.add_event(dale.id, Kind.REJECTED)
    assert journal.search_over.withdraw(keys) == 2
    assert journal.applications.find(dale.id).status is Status.REJECTED
    with pytest.raises(CannotDo, match="nothing to withdraw"):
        journal.search_over.withdraw(keys)
    with pytest.raises(CannotDo):
        journal.search_over.withdraw(["NOSUCHKEY"])


def test_episodes_are_closed_in_one_step_of_undo(journal: Workspace) -> None:
    three_open(journal)
    keys = [one.id for one in journal.search_over.open_episodes()]
    assert journal.search_over.close_episodes(keys) == 2
    assert journal.search_over.open_episodes() == []
    with pytest.raises(CannotDo, match="nothing to close"):
        journal.search_over.close_episodes(keys)
    assert journal.undo.take_back() == "close 1 rejection and 1 silence"
    assert len(journal.search_over.open_episodes()) == 2


def test_the_look_back_counts_what_can_be_counted_by_hand(journal: Workspace) -> None:
    three_open(journal)
    journal.search_over.withdraw([one.id for one in journal.search_over.open_applications()][:1])
    for episode in journal.search_over.open_episodes():
        journal.tools.feedback.asked(episode.id, date(2026, 11, 3), None, journal.recovery.guide)
        journal.tools.feedback.keep(AnswerCame(episode.id, "You explain well"))
    journal.journal.note("Before it began", when=on("2026-08-31"))
    journal.journal.note("A walk", when=on("2026-09-01"))
    journal.journal.note("The day of the yes", before=Reading(8), when=on("2026-11-22"))
    journal.journal.note("After it")
    back = journal.search_over.look_back()
    assert (back.first, back.last, back.accepted, back.is_over) == (
        date(2026, 9, 1),
        date(2026, 11, 22),
        "Acme",
        True,
    )
    assert back.applications == 6
    assert back.reached == ((Kind.APPLIED, 3), (Kind.SCREEN, 1), (Kind.OFFER, 2))
    assert (back.rejected, back.silent, back.withdrew, back.open) == (1, 1, 1, 2)
    assert (back.asked, back.answered) == (2, 2)
    assert (back.usual_days, back.entries) == (None, 2)


def test_a_second_search_begins_after_the_first_was_over(journal: Workspace) -> None:
    add(journal, "Old", (Kind.ACCEPTED, "2025-03-01"), applied="2025-01-01")
    add(journal, "Older", (Kind.REJECTED, "2025-02-01"), applied="2025-01-15")
    add(journal, "New", (Kind.REJECTED, "2026-10-01"))
    add(journal, "Acme", (Kind.ACCEPTED, "2026-11-22"), applied="2026-09-05")
    add(journal, "Next", applied="2026-11-23")
    back = journal.search_over.look_back()
    assert (back.first, back.applications, back.rejected) == (date(2026, 9, 1), 2, 1)


def test_without_an_acceptance_the_look_back_goes_to_today(journal: Workspace) -> None:
    with pytest.raises(CannotDo, match="no application is noted"):
        journal.search_over.look_back()
    add(journal, "Brook")
    back = journal.search_over.look_back()
    assert (back.is_over, back.last, back.open, back.asked) == (False, NOW.date(), 1, 0)


def test_strengths_are_those_that_two_employers_named(journal: Workspace) -> None:
    for company, theme in (("Eden", "explaining"), ("Firth", "Explaining "), ("Glen", "speed")):
        logged = journal.journal.log(Outcome(company, result=Result.REJECTED, text="no"))
        assert logged.episode
        feedback = journal.tools.feedback
        feedback.keep(AnswerCame(logged.episode, "Good"))
        remark(journal, logged.episode, theme)
    ((words, companies),) = journal.search_over.look_back().strengths
    assert words.strip().casefold() == "explaining"
    assert set(companies) == {"Eden", "Firth"}


def remark(journal: Workspace, episode: str, theme: str) -> None:
    journal.tools.feedback.keep(RemarkChanged(episode, None, Remark(RemarkKind.STRENGTH, theme, "You do")))


def test_the_note_is_filled_in_for_each_and_may_be_worded_for_all(journal: Workspace) -> None:
    letters = Letters(journal.settings)
    one = journal.applications.add("Acme {role} [/]", "Engineer")
    email = letters.withdrawal(one, None)
    assert email.subject == "Withdrawing my application for the Engineer position"
    assert "the Engineer position at Acme {role} [/]." in email.text
    assert "Dear hiring team" in email.text
    own = WithdrawalNote("Bye {company}", "Dear all at {company},\n\nthanks.")
    assert letters.withdrawal(one, None, own).text == "Dear all at Acme {role} [/],\n\nthanks."
    assert letters.withdrawal(one, None, letters.withdrawal_draft()) == email
    with pytest.raises(ValueError, match=r"Your note has a blank “\{firm\}”"):
        worded(WithdrawalNote("Bye", "Dear {firm}"))


def test_the_day_is_the_persons_own(tmp_path: Path) -> None:
    late = datetime.fromisoformat("2026-11-24T00:30+01:00")
    with open_workspace(tmp_path / "j.db", late) as journal:
        assert isinstance(journal.clock, FixedClock)
        made = add(journal, "Brook")
        journal.search_over.withdraw([made.id])
        assert journal.applications.find(made.id).events[-1].at.local_date == date(2026, 11, 24)
