"""Strengths as a service keeps them: gathered from everywhere, one of them pinned, nothing lost."""

from __future__ import annotations

import pytest
from journals import HandSetClock, check_whole

from bounceback_tui.domain.episode import Cause, Episode, Side
from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.strength import WentRight
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace


@pytest.fixture
def episode(workspace: Workspace, clock: HandSetClock) -> Episode:
    """The latest of two rejections after which the same strength was named."""
    for company in ("Acme", "Zed"):
        causes = (Cause(Side.WENT_RIGHT, "they invited me"), Cause(Side.OUTSIDE, "a freeze"))
        logged = workspace.journal.log(Outcome(company, text="No.", causes=causes))
        remarks = (
            Remark(RemarkKind.STRENGTH, "calm", f"So calm, says {company}."),
            Remark(RemarkKind.GAP, "depth", "shallow"),
            Remark(RemarkKind.STRENGTH, company, ""),
        )
        assert logged.episode
        workspace.tools.feedback.put(
            Feedback(logged.episode, FeedbackState.ANSWERED, None, None, None, "…", remarks)
        )
        clock.forward(days=1)
    return workspace.recovery.find()


def lines(workspace: Workspace, episode: Episode | None = None) -> list[tuple[str, str, bool]]:
    return [(one.text, one.who, one.pinned) for one in workspace.tools.strengths.every(episode)]


def test_all_that_speaks_for_somebody_is_gathered(workspace: Workspace, episode: Episode) -> None:
    workspace.tools.strengths.add(" I listen ")
    workspace.tools.strengths.add_right(WentRight(episode.id, "I asked a good question"))
    assert lines(workspace, episode) == [
        ("calm", "Zed, Acme · 2 employers", False),
        ("they invited me", "this time", False),
        ("I asked a good question", "this time", False),
        ("Zed", "Zed", False),
        ("Acme", "Acme", False),
        ("I listen", "you", False),
    ]
    assert [one[0] for one in lines(workspace)] == ["calm", "Zed", "Acme", "I listen"]


def test_the_words_of_a_rejection_that_was_taken_back_are_not_counted(
    workspace: Workspace, episode: Episode
) -> None:
    workspace.undo.take_back()
    workspace.undo.take_back()
    assert lines(workspace) == [("calm", "Acme", False), ("Acme", "Acme", False)]


def test_one_at_a_time_is_pinned_and_the_same_again_takes_it_off(
    workspace: Workspace, episode: Episode
) -> None:
    strengths = workspace.tools.strengths
    calm, invited, zed, _acme = strengths.every(episode)
    assert strengths.pinned is None
    strengths.turn_pin(calm, episode)
    assert strengths.pinned is not None
    assert (strengths.pinned.text, strengths.pinned.said_by) == ("calm", "Zed and Acme")
    strengths.turn_pin(zed, episode)
    strengths.turn_pin(invited, episode)
    assert [one[0] for one in lines(workspace, episode) if one[2]] == ["they invited me"]
    assert len(lines(workspace, episode)) == 4  # a copy that is no longer pinned is no line more
    workspace.undo.take_back()
    assert [one[0] for one in lines(workspace, episode) if one[2]] == ["Zed"]
    workspace.undo.do_again()
    strengths.turn_pin(strengths.every(episode)[1], episode)
    assert strengths.pinned is None
    assert len(lines(workspace)) == 3
    check_whole(workspace.database)


def test_an_own_one_stays_in_the_list_when_it_is_no_longer_pinned(workspace: Workspace) -> None:
    strengths = workspace.tools.strengths
    strengths.add("I listen")
    strengths.turn_pin(strengths.every()[0])
    assert workspace.today.overview().pinned == strengths.pinned
    strengths.turn_pin(strengths.every()[0])
    assert lines(workspace) == [("I listen", "you", False)]
    assert workspace.today.overview().pinned is None


def test_own_ones_go_to_the_trash_and_what_employers_said_stays(
    workspace: Workspace, episode: Episode
) -> None:
    strengths = workspace.tools.strengths
    strengths.add("I listen")
    calm, invited, *_, own = strengths.every(episode)
    strengths.remove(own, episode)
    strengths.remove(invited, episode)
    assert [one[0] for one in lines(workspace, episode)] == ["calm", "Zed", "Acme"]
    with pytest.raises(CannotDo, match="stays with the feedback"):
        strengths.remove(calm, episode)
    workspace.undo.take_back()
    workspace.undo.take_back()
    assert [one[0] for one in lines(workspace, episode)][1::3] == ["they invited me", "I listen"]


def test_what_says_nothing_or_stands_there_already_is_refused(workspace: Workspace, episode: Episode) -> None:
    with pytest.raises(CannotDo, match="few words"):
        workspace.tools.strengths.add("  ")
    with pytest.raises(CannotDo, match="there already"):
        workspace.tools.strengths.add_right(WentRight(episode.id, "they invited me "))
    with pytest.raises(CannotDo, match="no rejection"):
        workspace.tools.strengths.add_right(WentRight("Z" * 26, "luck"))


def test_a_pinned_one_that_comes_out_of_the_trash_is_no_second_pin(workspace: Workspace) -> None:
    strengths = workspace.tools.strengths
    for text in ("calm", "quick"):
        strengths.add(text)
        [mine] = [one for one in strengths.every() if one.text == text]
        strengths.turn_pin(mine)
        if text == "calm":
            strengths.remove(next(one for one in strengths.every() if one.pinned))
    workspace.trash.restore(workspace.trash.everything()[0])
    assert {(one.text, one.pinned) for one in strengths.every()} == {("calm", False), ("quick", True)}


def test_taking_back_that_a_pinned_one_was_deleted_pins_it_again(workspace: Workspace) -> None:
    strengths = workspace.tools.strengths
    strengths.add("calm")
    strengths.turn_pin(strengths.every()[0])
    strengths.remove(strengths.every()[0])
    assert strengths.pinned is None
    workspace.undo.take_back()
    assert [one.pinned for one in strengths.every()] == [True]
