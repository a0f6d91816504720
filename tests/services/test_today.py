"""Today: open episodes, the mood of thirty days, and what is coming up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from journals import HandSetClock
from looking import NOW, open_workspace

from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.feedback import Feedback, FeedbackState
from bounceback_tui.domain.guide import Progress
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.lead import Lead, LeadKind, Rest
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import feedback, leads, rests

TODAY = NOW.date()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


def at(days_ago: int) -> Moment:
    return Moment.of(NOW - timedelta(days=days_ago))


def rejected(journal: Workspace, company: str, days_ago: int, **said: object) -> str:
    outcome = Outcome(company, "Engineer", Kind.FINAL, when=at(days_ago), **said)  # type: ignore[arg-type]  # one of the fields
    return journal.journal.log(outcome).episode or ""


def in_days(number: int) -> date:
    return TODAY + timedelta(days=number)


def key_of_its_own() -> str:
    return new_id(at(0).utc)


def told(journal: Workspace) -> list[tuple[int, str]]:
    """What is coming up, by the days until then."""
    return [((due.day - TODAY).days, due.text) for due in journal.today.overview().due]


def test_an_empty_journal_has_nothing_to_show(journal: Workspace) -> None:
    found = journal.today.overview()
    assert (found.today, found.cards, found.due, found.rest) == (TODAY, (), (), None)
    assert found.moods == (None,) * 30


def test_a_card_tells_the_days_the_progress_and_the_next_step(journal: Workspace) -> None:
    key = rejected(journal, "Acme", 4, forecast=14)
    guide = journal.recovery.guide
    first, second, third, *_ = guide.steps
    journal.recovery.set_state(key, first.id, StepState.DONE)
    journal.recovery.set_state(key, second.id, StepState.NOT_FOR_ME)
    journal.recovery.set_note(key, third.id, "not yet")
    (card,) = journal.today.overview().cards
    assert (card.episode.company, card.episode.forecast, card.days) == ("Acme", 14, 4)
    assert card.sections[0] == (guide.sections[0].title, Progress(1, len(guide.sections[0].steps) - 1))
    assert [title for title, _ in card.sections] == [section.title for section in guide.sections]
    assert card.next_step == third


def test_a_card_with_every_step_done_has_no_next_one(journal: Workspace) -> None:
    key = rejected(journal, "Acme", 4)
    for step in journal.recovery.guide.steps:
        journal.recovery.set_state(key, step.id, StepState.DONE)
    (card,) = journal.today.overview().cards
    assert card.next_step is None


def test_only_open_episodes_show_the_latest_first(journal: Workspace) -> None:
    rejected(journal, "Old", 40)
    closed = rejected(journal, "Closed", 3)
    rejected(journal, "New", 1)
    rejected(journal, "Silent", 2, result=Result.GHOSTED)
    rejected(journal, "Tomorrow", -1)
    journal.recovery.set_closed(closed, True)
    found = journal.today.overview().cards
    assert [(card.episode.company, card.days) for card in found] == [("New", 1), ("Silent", 2), ("Old", 40)]


def test_moods_are_one_a_day_with_the_oldest_first(journal: Workspace) -> None:
    for days_ago, mood in ((30, 9), (29, 1), (2, 4), (2, 7), (0, 6)):
        journal.journal.check_in(Reading(mood), at(days_ago))
    journal.journal.note("It hurts.", after=Reading(2))
    moods = journal.today.overview().moods
    assert len(moods) == 30
    assert (moods[0], moods[-3], moods[-2], moods[-1]) == (1, 5.5, None, 6)
    assert sum(mood is not None for mood in moods) == 3


def test_what_is_coming_up_is_told_a_week_ahead_the_earliest_first(journal: Workspace) -> None:
    key = rejected(journal, "Acme", 4)
    db = journal.database
    feedback.put(db, Feedback(key, FeedbackState.ASKED, in_days(-2), in_days(2)))
    leads.put(db, Lead(key_of_its_own(), LeadKind.AGENCY, "Harbour & Co", next_on=in_days(7)))
    leads.put(db, Lead(key_of_its_own(), LeadKind.FRIEND, "Too late", next_on=in_days(8)))
    leads.put(db, Lead(key_of_its_own(), LeadKind.FRIEND, "Done", next_on=in_days(1), done=True))
    leads.put(db, Lead(key_of_its_own(), LeadKind.FRIEND, "Some day"))
    leads.put(db, Lead(key_of_its_own(), LeadKind.FRIEND, "Mira", next_on=in_days(-1)))
    rests.put(db, Rest(key_of_its_own(), in_days(4), in_days(6)))
    assert told(journal) == [
        (-1, "friend: Mira"),
        (2, "follow up with Acme on feedback"),
        (4, "your rest begins"),
        (7, "agency: Harbour & Co"),
    ]


@pytest.mark.parametrize("state", [state for state in FeedbackState if state is not FeedbackState.ASKED])
def test_feedback_that_is_not_awaited_asks_for_nothing(journal: Workspace, state: FeedbackState) -> None:
    key = rejected(journal, "Acme", 4)
    feedback.put(journal.database, Feedback(key, state, in_days(-2), in_days(2)))
    assert told(journal) == []


def test_feedback_of_a_rejection_that_was_taken_back_asks_for_nothing(journal: Workspace) -> None:
    key = rejected(journal, "Acme", 4)
    feedback.put(journal.database, Feedback(key, FeedbackState.ASKED, in_days(-2), in_days(2)))
    assert told(journal) == [(2, "follow up with Acme on feedback")]
    journal.undo.take_back()
    assert told(journal) == []


@pytest.mark.parametrize(("starts", "ends"), [(-3, 0), (0, 0), (0, 5), (-1, 1)])
def test_during_a_rest_only_its_end_is_told(journal: Workspace, starts: int, ends: int) -> None:
    key = rejected(journal, "Acme", 4)
    feedback.put(journal.database, Feedback(key, FeedbackState.ASKED, in_days(-2), in_days(0)))
    rest = Rest(key_of_its_own(), in_days(starts), in_days(ends), "the sea")
    rests.put(journal.database, rest)
    found = journal.today.overview()
    assert found.rest == rest
    assert told(journal) == [(ends, "your rest ends")]
    assert len(found.cards) == 1


def test_a_rest_that_is_over_is_gone(journal: Workspace) -> None:
    rests.put(journal.database, Rest(key_of_its_own(), in_days(-3), in_days(-1)))
    assert journal.today.overview().rest is None
    assert told(journal) == []


def test_it_is_read_anew_only_where_something_may_be_different(tmp_path: Path) -> None:
    folder = tmp_path / "guides"
    folder.mkdir()
    own = folder / "mine.md"
    own.write_text("# Mine\n\n## Breathe\n\n- [ ] Walk {#walk}\n")
    clock, path = HandSetClock(), tmp_path / "journal.db"
    with Workspace(path, clock, asset("guide.md"), tmp_path) as journal:
        episode = rejected(journal, "Acme", 1)
        journal.recovery.set_guide(episode, "mine")
        before = journal.today.overview()
        assert journal.today.overview() is before
        journal.recovery.set_state(episode, "walk", StepState.DONE)
        ticked = journal.today.overview()
        assert ticked.cards[0].next_step is None
        with open_workspace(path) as elsewhere:
            elsewhere.journal.check_in(Reading(3))
        low = journal.today.overview()
        assert low.moods[-1] == 3
        own.write_text("# Mine\n\n## Breathe\n\n- [ ] Walk {#walk}\n- [ ] Call somebody {#call}\n")
        step = journal.today.overview().cards[0].next_step
        assert step is not None
        assert step.id == "call"
        assert journal.today.overview() is journal.today.overview()
        kept = journal.today.overview()
        clock.forward(minutes=1)
        assert journal.today.overview() is not kept, "a meeting may be over"
        clock.forward(hours=24)
        assert journal.today.overview().cards[0].days == 2
