"""Feedback when things come in another order than usual: nothing that is known becomes less."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from journals import NOW, HandSetClock, held

from bounceback_tui.domain.feedback import FeedbackState
from bounceback_tui.domain.letter import Email
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.feedback import FeedbackRequests
from bounceback_tui.services.workspace import Workspace

TODAY = NOW.date()


@pytest.fixture
def episode(workspace: Workspace) -> str:
    return workspace.journal.log(Outcome("Acme", "Cook", text="No.")).episode or ""


def test_having_asked_is_noted_after_the_answer_and_leaves_it(workspace: Workspace, episode: str) -> None:
    tool = workspace.tools.feedback
    tool.answered(episode, "You were calm.")
    tool.asked(episode, TODAY - timedelta(days=2), Email("Thank you", "Thanks"))
    request = tool.one(episode)
    assert (request.state, request.answer) == (FeedbackState.ANSWERED, "You were calm.")
    assert (request.asked_on, request.follow_up_on) == (TODAY - timedelta(days=2), None)
    assert (request.subject, request.message) == ("", "")


@pytest.mark.parametrize("say", [FeedbackRequests.declined, FeedbackRequests.silent])
def test_an_answer_does_not_become_none(
    workspace: Workspace, episode: str, say: Callable[[FeedbackRequests, str], None]
) -> None:
    workspace.tools.feedback.answered(episode, "You were calm.")
    before = held(workspace)
    with pytest.raises(CannotDo, match="They answered already"):
        say(workspace.tools.feedback, episode)
    assert held(workspace) == before


def test_whoever_asks_again_is_reminded_again(
    workspace: Workspace, clock: HandSetClock, episode: str
) -> None:
    tool = workspace.tools.feedback
    tool.asked(episode)
    tool.followed_up(episode)
    tool.silent(episode)
    tool.asked(episode)
    clock.forward(days=7)
    assert [due.subject for due in workspace.today.overview().due] == [episode]
    assert tool.one(episode).follow_up_is_due(clock.now().local_date)


@pytest.mark.parametrize("line", ["Ms Ito <ito@acme.test>", ""])
def test_nobody_is_named_for_an_application_in_the_trash(workspace: Workspace, line: str) -> None:
    tool = workspace.tools.feedback
    application = workspace.journal.log(Outcome("Acme", "Cook", text="No.")).application
    tool.name_interviewer(application, "Ms Ito")
    workspace.undo.take_back()
    workspace.undo.take_back()
    with pytest.raises(CannotDo, match="not there any more"):
        tool.name_interviewer(application, line)
    assert workspace.undo.do_again()
    assert workspace.undo.do_again() == "keep the name “Ms Ito”"
