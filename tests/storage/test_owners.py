"""What somebody fills in is saved also where what it belongs to was deleted for good meanwhile."""

from __future__ import annotations

import pytest
from journals import check_whole

from bounceback_tui.domain.cv import CvChange
from bounceback_tui.domain.focus import Answer, FocusKind, FocusPoint, Posting
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.strength import NotedStrength
from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.domain.writing import WritingProgramme, WritingState
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import cv, focus, strengths, thoughts, writing


@pytest.fixture
def gone(workspace: Workspace) -> tuple[str, str]:
    """Keys of an application and an episode that were there."""
    logged = workspace.journal.log(Outcome("Acme", text="No."))
    workspace.undo.take_back()
    workspace.journal.destroy(logged.id)
    return logged.application, logged.episode or ""


def test_what_is_about_a_rejection_stands_alone_then(workspace: Workspace, gone: tuple[str, str]) -> None:
    database, now, episode = workspace.database, workspace.clock.now(), gone[1]
    cv.put(database, CvChange("V" * 26, "a shorter one", now, "too long", episode))
    writing.put(database, WritingProgramme("W" * 26, now, WritingState.GOING, episode))
    thoughts.put(database, ThoughtRecord("T" * 26, now, "I froze", episode))
    strengths.put(database, NotedStrength("G" * 26, now, "calm", episode_id=episode))
    things = (
        *cv.every(database),
        *writing.every(database),
        *thoughts.every(database),
        *strengths.noted(database),
    )
    assert [one.episode_id for one in things] == [None] * 4
    check_whole(database)


def test_of_a_posting_the_other_answers_stay(workspace: Workspace, gone: tuple[str, str]) -> None:
    database = workspace.database
    near, team = (workspace.tools.focus.put(FocusPoint("", FocusKind.MUST, one)) for one in "ab")
    answers = dict.fromkeys((near, team), Answer.UNCLEAR)
    workspace.tools.focus.remove(near)
    workspace.trash.destroy(workspace.trash.everything()[0])
    now = workspace.clock.now()
    focus.put_posting(database, Posting("O" * 26, "Cook at Zed", now, "", "long", gone[0], answers))
    [posting] = focus.postings(database)
    assert (posting.application_id, posting.note, dict(posting.answers)) == (
        None,
        "long",
        {team: Answer.UNCLEAR},
    )
    check_whole(database)
