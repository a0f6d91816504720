"""Asking for feedback: each thing done is one step back and forth, and the guide keeps up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from journals import NOW, HandSetClock, held

from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind
from bounceback_tui.domain.letter import Email, Letter
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.feedback import FeedbackRequests
from bounceback_tui.services.letters import LONGEST, NAME, Letters
from bounceback_tui.services.settings import Settings
from bounceback_tui.services.workspace import Workspace

TODAY = NOW.date()
CALM = Remark(RemarkKind.STRENGTH, "calm", "You stayed calm.")
DEPTH = Remark(RemarkKind.GAP, "depth", "More depth, please.")


@pytest.fixture
def episode(workspace: Workspace) -> str:
    return workspace.journal.log(Outcome("Acme", "Cook", text="No.")).episode or ""


def asked(tool: FeedbackRequests, episode: str) -> None:
    tool.asked(episode)


STEPS: dict[str, tuple[Callable[[FeedbackRequests, str], object], str]] = {
    "asked": (asked, "note that Acme was asked for feedback"),
    "reminded": (lambda tool, key: tool.followed_up(key), "note the follow-up with Acme"),
    "left": (lambda tool, key: tool.leave_follow_up(key), "leave the follow-up with Acme"),
    "answered": (lambda tool, key: tool.answered(key, "Calm.\n\nDeep."), "keep the answer of Acme"),
    "declined": (lambda tool, key: tool.declined(key), "note that Acme declined to give feedback"),
    "silent": (lambda tool, key: tool.silent(key), "note that Acme did not answer"),
    "thanked": (lambda tool, key: tool.thanked(key), "note the thanks to Acme"),
    "written": (lambda tool, key: tool.write(key, "Hello", "Words"), "change the e-mail to Acme"),
    "remark": (lambda tool, key: tool.put_remark(key, None, DEPTH), "keep the remark “More depth, please.”"),
    "changed": (lambda tool, key: tool.put_remark(key, CALM, DEPTH), "keep the remark “More depth, please.”"),
    "removed": (lambda tool, key: tool.remove_remark(key, CALM), "take away the remark “You stayed calm.”"),
}


@pytest.mark.many(3)
@pytest.mark.parametrize("name", STEPS)
def test_each_step_is_taken_back_and_done_again(workspace: Workspace, episode: str, name: str) -> None:
    act, label = STEPS[name]
    tool = workspace.tools.feedback
    if name != "asked":
        tool.put(Feedback(episode, FeedbackState.ASKED, TODAY, TODAY, remarks=(CALM,)))
    before = held(workspace)
    act(tool, episode)
    after = held(workspace)
    assert after["feedback"] != before["feedback"] or after["remark"] != before["remark"]
    assert workspace.undo.take_back() == label
    assert held(workspace) == before
    assert workspace.undo.do_again() == label
    assert held(workspace) == after


def test_asking_ticks_its_step_in_the_same_step_unless_it_was_settled(
    workspace: Workspace, episode: str
) -> None:
    tool, recovery = workspace.tools.feedback, workspace.recovery
    assert tool.asked(episode, date(2026, 11, 20), Email("S", "T"), recovery.guide)
    request = tool.one(episode)
    assert (request.asked_on, request.follow_up_on) == (date(2026, 11, 20), date(2026, 11, 27))
    assert (request.subject, request.message) == ("S", "T")
    assert recovery.ticks(episode)["ask-feedback"].state is StepState.DONE
    workspace.undo.take_back()
    assert tool.one(episode) == Feedback(episode)
    assert recovery.ticks(episode) == {}
    recovery.set_note(episode, "ask-feedback", "gently")
    recovery.set_state(episode, "ask-feedback", StepState.NOT_FOR_ME)
    assert not tool.asked(episode, guide=recovery.guide)
    tick = recovery.ticks(episode)["ask-feedback"]
    assert (tick.state, tick.note) == (StepState.NOT_FOR_ME, "gently")


def test_a_rejection_that_was_taken_back_is_not_asked_about(workspace: Workspace, episode: str) -> None:
    workspace.undo.take_back()
    with pytest.raises(CannotDo):
        workspace.tools.feedback.asked(episode)
    assert workspace.tools.feedback.every() == {}


def test_the_letter_that_comes_next_follows_the_state(workspace: Workspace, clock: HandSetClock) -> None:
    key = workspace.journal.log(Outcome("Acme", text="No.")).episode or ""
    tool = workspace.tools.feedback

    def letter() -> Letter:
        return tool.one(key).next_letter(clock.now().local_date)

    assert letter() is Letter.ASK
    tool.asked(key)
    clock.forward(days=6)
    assert letter() is Letter.ASK
    clock.forward(days=1)
    assert letter() is Letter.FOLLOW_UP
    tool.followed_up(key)
    assert letter() is Letter.ASK
    tool.declined(key)
    assert letter() is Letter.THANKS
    tool.answered(key, "After all: calm.")
    assert letter() is Letter.THANKS


def test_whom_to_write_to_is_kept_with_the_application_and_offered_elsewhere(workspace: Workspace) -> None:
    tool = workspace.tools.feedback
    one, other = (workspace.journal.log(Outcome(name, text="No.")).application for name in ("Acme", "Oak"))
    tool.name_interviewer(one, "Ms Ito <ito@acme.test>")
    tool.name_interviewer(one, "Ms A. Ito")
    person = tool.interviewer(one)
    assert person
    assert (person.name, person.email) == ("Ms A. Ito", "")
    assert tool.interviewer(other) is None
    assert tool.people() == ["Ms A. Ito"]
    tool.name_interviewer(one, " ")
    assert tool.interviewer(one) is None
    assert workspace.undo.take_back() == "take out “Ms A. Ito”"
    assert tool.interviewer(one) == person


def test_themes_come_back_the_most_frequent_first(workspace: Workspace, episode: str) -> None:
    tool = workspace.tools.feedback
    for theme in ("depth", "calm", "calm", ""):
        tool.put_remark(episode, None, Remark(RemarkKind.GAP, f" {theme} ", "words"))
    assert tool.themes() == ["calm", "depth"]
    with pytest.raises(CannotDo, match="a theme or a few words"):
        tool.put_remark(episode, None, Remark(RemarkKind.GAP, " ", "\n"))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"Subject: x\n\n{boss}", "has a blank “{boss}” that is not known"),
        (b"\xff\xfe\x00", "is not written in UTF-8"),
        (b"", "needs a line “Subject: …”"),
        (b"Subject: x\n\n" + b"x" * LONGEST, "is too large"),
    ],
)
def test_own_drafts_that_cannot_be_used_give_way_to_ours(
    workspace: Workspace, episode: str, tmp_path: Path, content: bytes, says: str
) -> None:
    (tmp_path / NAME).write_bytes(content)
    letters = Letters(Settings(tmp_path))
    found = workspace.recovery.find(episode)
    email = letters.email(Letter.ASK, found, Feedback(episode), None)
    assert email == Letters(Settings(None)).email(Letter.ASK, found, Feedback(episode), None)
    assert says in letters.problem
    assert letters.problem.endswith("Our own words stand in for it.")


def test_a_folder_that_cannot_be_looked_into_gives_way_to_ours(workspace: Workspace, episode: str) -> None:
    letters = Letters(Settings(Path("/") / ("x" * 300)))
    found = workspace.recovery.find(episode)
    assert letters.email(Letter.ASK, found, Feedback(episode), None).text
    assert letters.problem.endswith("cannot be read (file name too long). Our own words stand in for it.")


def test_own_drafts_stand_in_for_those_that_they_hold(
    workspace: Workspace, episode: str, tmp_path: Path
) -> None:
    (tmp_path / NAME).write_text("## thanks\nSubject: Ta\n\nCheers, {interviewer|all}!")
    letters, found = Letters(Settings(tmp_path)), workspace.recovery.find(episode)
    assert letters.email(Letter.THANKS, found, Feedback(episode), None) == Email("Ta", "Cheers, all!")
    assert letters.email(Letter.ASK, found, Feedback(episode), None).text.startswith("Dear hiring team")
    assert letters.problem == ""
    folder = tmp_path / "other"
    (folder / NAME).mkdir(parents=True)
    unusable = Letters(Settings(folder))
    unusable.email(Letter.ASK, found, Feedback(episode), None)
    assert "is not a file" in unusable.problem


def test_a_closed_episode_is_still_followed_up(workspace: Workspace, episode: str) -> None:
    workspace.tools.feedback.asked(episode, TODAY - timedelta(days=6))
    workspace.recovery.set_closed(episode, True)
    assert [due.subject for due in workspace.today.overview().due] == [episode]
