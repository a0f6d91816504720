"""What helped last time, closing with some words, and the offer to close."""

from __future__ import annotations

from datetime import timedelta

import pytest
from journals import HandSetClock

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.episode import NOT_ATTRIBUTED, Attribution, StepState
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Closing, Outcome
from bounceback_tui.services.workspace import Workspace


def rejected(journal: Workspace, company: str, stage: Kind = Kind.FINAL, forecast: int | None = None) -> str:
    return journal.journal.log(Outcome(company, stage=stage, text="No.", forecast=forecast)).episode or ""


def helped(journal: Workspace, episode: str, step: str) -> None:
    journal.recovery.set_state(episode, step, StepState.DONE)
    journal.recovery.set_helped(episode, step, True)


def felt(journal: Workspace, clock: HandSetClock, *moods: int) -> None:
    """A mood each on the days up to and with today."""
    for back, mood in enumerate(reversed(moods)):
        journal.journal.check_in(Reading(mood), Moment.of(clock.when - timedelta(days=back)))


def test_only_what_was_marked_is_shown_in_the_persons_own_words(
    workspace: Workspace, clock: HandSetClock
) -> None:
    old = rejected(workspace, "Oak", Kind.SCREEN)
    workspace.recovery.set_note(old, "agency", "nobody marked this")
    clock.forward(days=30)
    new = rejected(workspace, "Acme")
    last_time = workspace.last_times.before
    assert last_time(workspace.recovery.find(new)) is None
    workspace.recovery.set_note(old, "ask-friend", "Jo knew of two")
    workspace.recovery.set_plan(old, "ask-friend", "If it is lunch, then I ask")
    helped(workspace, old, "ask-friend")
    helped(workspace, old, "went-right")
    last = last_time(workspace.recovery.find(new))
    assert last is not None
    assert last.episode.company == "Oak"
    assert [step.text[:10] for step in last.steps] == ["Write down", "Ask a frie"]
    assert (last.steps[1].note, last.steps[1].plan) == ("Jo knew of two", "If it is lunch, then I ask")
    assert last_time(workspace.recovery.find(old)) is None
    workspace.recovery.close(Closing(new, "Walking."))
    assert last_time(workspace.recovery.find(new)) is None  # it is over
    clock.forward(days=30)
    third = rejected(workspace, "Elm")
    last = last_time(workspace.recovery.find(third))
    assert last is not None
    assert (last.episode.company, last.words, last.steps) == ("Acme", "Walking.", ())


def test_closing_with_words_is_one_step_and_opening_again_keeps_them(workspace: Workspace) -> None:
    episode = rejected(workspace, "Acme")
    about = workspace.recovery.find(episode)
    closing = Closing(episode, "Walking.", Attribution(80, None, 10))
    workspace.recovery.close(closing)
    assert workspace.recovery.find(episode).closed
    assert workspace.recovery.closing_of(about) == closing
    assert workspace.undo.take_back() == "close Acme"
    assert not workspace.recovery.find(episode).closed
    assert workspace.recovery.closing_of(about) == Closing(episode, "", NOT_ATTRIBUTED)
    assert workspace.undo.do_again() == "close Acme"
    assert workspace.recovery.closing_of(about) == closing
    workspace.recovery.set_closed(episode, False)
    assert workspace.recovery.closing_of(about) == closing
    rows = workspace.exchange.as_json()["attribution"]
    assert [row["at_close"] for row in rows] == [1]


def test_being_back_is_offered_and_never_again_once_it_was_declined(
    workspace: Workspace, clock: HandSetClock
) -> None:
    felt(workspace, clock, *[6] * 8)
    episode = rejected(workspace, "Acme")
    assert workspace.patterns.back_since() == {}
    for mood in (2, 3, 6, 6, 6):
        clock.forward(days=1)
        felt(workspace, clock, mood)
    # the middle one of the first three logged days whose median is as before
    assert workspace.patterns.back_since() == {episode: clock.when.date() - timedelta(days=2)}
    assert not workspace.recovery.find(episode).closed
    workspace.recovery.not_yet(episode)
    assert workspace.recovery.said_back() == {episode}
    workspace.recovery.set_closed(episode, True)
    assert workspace.patterns.back_since() == {}


def test_who_is_low_again_is_not_asked(workspace: Workspace, clock: HandSetClock) -> None:
    felt(workspace, clock, *[6] * 8)
    episode = rejected(workspace, "Acme")
    for mood in (6, 6, 6):
        clock.forward(days=1)
        felt(workspace, clock, mood)
    assert episode in workspace.patterns.back_since()
    for mood in (2, 2):
        clock.forward(days=1)
        felt(workspace, clock, mood)
    assert workspace.patterns.back_since() == {}


def test_who_opened_it_again_is_not_asked(workspace: Workspace) -> None:
    episode = rejected(workspace, "Acme")
    workspace.recovery.close(Closing(episode))
    assert workspace.recovery.said_back() == set()
    workspace.recovery.set_closed(episode, False)
    assert workspace.recovery.said_back() == {episode}


@pytest.mark.parametrize(
    ("forecast", "words"), [(14, "You expected 14 days; it took about 3 days."), (None, "")]
)
def test_how_long_it_took_is_told_beside_the_forecast(
    workspace: Workspace, clock: HandSetClock, forecast: int | None, words: str
) -> None:
    felt(workspace, clock, *[6] * 8)
    episode = rejected(workspace, "Acme", forecast=forecast)
    for mood in (2, 3, 6, 6, 6):
        clock.forward(days=1)
        felt(workspace, clock, mood)
    assert workspace.patterns.took(workspace.recovery.find(episode)) == words
