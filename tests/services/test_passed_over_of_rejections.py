"""Words about a rejection that were taken back and passed over come back to where they can be seen."""

from __future__ import annotations

import pytest
from journals import HandSetClock, check_whole

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.feedback import Remark, RemarkKind
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.strength import WentRight
from bounceback_tui.domain.trash import Trashed
from bounceback_tui.services.workspace import Workspace

CALM = Remark(RemarkKind.STRENGTH, "calm", "so calm")


def waiting(workspace: Workspace) -> list[Trashed]:
    return [one for one in workspace.trash.everything() if one.passed_over]


@pytest.fixture
def unwritten(workspace: Workspace) -> str:
    """A rejection of which no entry tells."""
    application = workspace.applications.add("Acme", "Cook")
    workspace.applications.add_event(application.id, Kind.REJECTED)
    return workspace.recovery.find().id


def right(workspace: Workspace) -> list[str]:
    return [one.text for one in workspace.tools.strengths.every(workspace.recovery.find())]


def test_what_went_right_is_kept_where_no_entry_tells_of_it(workspace: Workspace, unwritten: str) -> None:
    workspace.tools.strengths.add_right(WentRight(unwritten, "I was on time"))
    workspace.undo.take_back()
    workspace.tools.strengths.add_right(WentRight(unwritten, "I was calm"))
    [wording] = waiting(workspace)
    assert (wording.place, wording.words) == ("cause", "I was on time")
    workspace.trash.restore(wording)
    assert set(right(workspace)) == {"I was on time", "I was calm"}
    assert waiting(workspace) == []
    check_whole(workspace.database)


def test_what_went_right_is_no_wording_of_its_own_where_an_entry_tells_of_it(workspace: Workspace) -> None:
    logged = workspace.journal.log(Outcome("Acme", text="No."))
    workspace.tools.strengths.add_right(WentRight(logged.episode or "", "I was on time"))
    workspace.undo.take_back()
    workspace.journal.note("Something else")
    assert waiting(workspace) == []
    assert len(workspace.versions.of(logged.id)) == 1


@pytest.mark.parametrize("place", ["feedback", "remark"])
def test_an_answer_brings_its_rejection_out_of_the_trash(
    workspace: Workspace, clock: HandSetClock, place: str
) -> None:
    logged = workspace.journal.log(Outcome("Acme", text="No."))
    episode = logged.episode or ""
    workspace.tools.feedback.answered(episode, "We were torn")
    workspace.tools.feedback.put_remark(episode, None, CALM)
    for _ in range(3):
        workspace.undo.take_back()
    clock.forward(minutes=1)
    workspace.journal.note("Something else")
    workspace.trash.restore(next(one for one in waiting(workspace) if one.place == place))
    assert [one.id for one in workspace.recovery.episodes()] == [episode]
    assert not workspace.journal.find(logged.id).entry.deleted
    feedback = workspace.tools.feedback.one(episode)
    assert (feedback.answer == "We were torn") == (place == "feedback")
    assert feedback.remarks == ((CALM,) if place == "remark" else ())
    check_whole(workspace.database)


def test_what_went_right_brings_its_rejection_out_of_the_trash(workspace: Workspace, unwritten: str) -> None:
    workspace.tools.strengths.add_right(WentRight(unwritten, "I was on time"))
    for _ in range(2):
        workspace.undo.take_back()
    workspace.journal.note("Something else")
    assert workspace.recovery.episodes() == []
    workspace.trash.restore(waiting(workspace)[0])
    assert right(workspace) == ["I was on time"]
