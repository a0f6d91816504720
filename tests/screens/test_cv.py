"""Changes to the CV by keys alone: from feedback or from nothing, ticked, edited, deleted, brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers_tools import HOSTILE, every_size, found, keys, only_keys, open_tool, path, settle, typed
from looking import NOW, open_workspace, running, screen_text

from bounceback_tui.domain.cv import CvChange
from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.workspace import Workspace

__all__ = ["path"]
TODAY = NOW.date()


def answered(journal: Workspace, company: str, *gaps: str) -> str:
    """A rejection with feedback that names gaps, and a strength; its episode."""
    episode = journal.journal.log(Outcome(company, text="No.")).episode or ""
    remarks = (Remark(RemarkKind.STRENGTH, "calm"), *(Remark(RemarkKind.GAP, "depth", gap) for gap in gaps))
    journal.tools.feedback.put(Feedback(episode, FeedbackState.ANSWERED, answer="x", remarks=remarks))
    return episode


@every_size
async def test_from_a_gap_to_a_change_in_two_keys(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        episode = answered(journal, "Acme", "more SQL", "shorter answers")
        async with running(journal, size) as pilot:
            await open_tool(pilot, "changes to")
            await only_keys(pilot, "f", "enter")
            (change,) = journal.tools.cv.every()
            assert (change.text, change.came_from, change.episode_id) == ("more SQL", "more SQL", episode)
            text = await settle(pilot)
            assert "○ more SQL from Acme" in text
            assert "from Acme: “more SQL”" in text
            await only_keys(pilot, "f")  # what a change came from already stands behind what none did
            assert "shorter answers" in await settle(pilot)
            await only_keys(pilot, "enter")
            assert [one.came_from for one in journal.tools.cv.every()] == ["more SQL", "shorter answers"]
            assert "calm" not in await settle(pilot)


async def test_a_change_of_ones_own_is_ticked_and_opened_again(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            assert "Nothing yet" in await open_tool(pilot, "changes to")
            assert "No feedback has named a gap" in await keys(pilot, "f")
            await only_keys(pilot, "a")
            assert "○ a shorter first page" in await typed(pilot, "a shorter first page", "enter")
            text = await keys(pilot, "space")
            assert "✓ a shorter first page" in text
            assert "Done on Mon 23 Nov." in text
            assert journal.tools.cv.every()[0].done_on == TODAY
            await only_keys(pilot, "u")
            assert journal.tools.cv.every()[0].done_on is None
            await only_keys(pilot, "U")
            assert journal.tools.cv.every()[0].done_on == TODAY
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            assert "✓ a shorter first page" in await open_tool(pilot, "changes to")
            assert "○ a shorter first page" in await keys(pilot, "space")


@pytest.mark.long
async def test_one_is_edited_tied_to_feedback_deleted_and_brought_back(path: Path) -> None:
    with open_workspace(path) as journal:
        answered(journal, "Acme", "more SQL")
        answered(journal, "Brook", "examples")
        journal.tools.cv.put(CvChange("", "a new photo", Moment.of(NOW)))
        async with running(journal) as pilot:
            await open_tool(pilot, "changes to")
            await only_keys(pilot, "enter", "end")
            await typed(pilot, "graph", "tab")
            assert "‹ Brook: “examples” ›" in await keys(pilot, "b")
            assert "from Brook: “examples”" in await keys(pilot, "ctrl+s")
            (change,) = journal.tools.cv.every()
            assert (change.text, change.came_from) == ("a new photograph", "examples")
            assert found(journal, "photograph") == ["cv_change"]
            assert "x once more" in await keys(pilot, "x")
            await only_keys(pilot, "x")
            assert journal.tools.cv.every() == []
            assert found(journal, "photograph") == []
            await only_keys(pilot, "u")
            assert journal.tools.cv.every() == [change]
        assert "photograph" in str(journal.exchange.as_json()["cv_change"])


@pytest.mark.long
async def test_what_was_said_is_kept_where_the_remark_is_worded_anew(path: Path) -> None:
    with open_workspace(path) as journal:
        episode = answered(journal, "Acme", "more SQL")
        journal.tools.cv.put(CvChange("", "SQL first", Moment.of(NOW), "more SQL", episode))
        remark = Remark(RemarkKind.GAP, "depth", "less haste")
        journal.tools.feedback.put(Feedback(episode, FeedbackState.ANSWERED, answer="x", remarks=(remark,)))
        async with running(journal) as pilot:
            await open_tool(pilot, "changes to")
            await only_keys(pilot, "enter", "end")
            assert "from Acme: “more SQL”" in await typed(pilot, "!", "ctrl+s")


@pytest.mark.long
async def test_the_words_of_another_gap_take_the_place_of_words_not_ones_own(path: Path) -> None:
    with open_workspace(path) as journal:
        answered(journal, "Acme", "more SQL", "examples")
        async with running(journal) as pilot:
            await open_tool(pilot, "changes to")
            await only_keys(pilot, "f", "tab", "right", "ctrl+s")
            assert [one.text for one in journal.tools.cv.every()] == ["examples"]
            await only_keys(pilot, "f", "end")
            await typed(pilot, " now", "tab", "right", "ctrl+s")
            assert [(one.text, one.came_from) for one in journal.tools.cv.every()][1] == (
                "more SQL now",
                "examples",
            )


@pytest.mark.long
@every_size
async def test_hostile_words_stay_words(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        episode = answered(journal, HOSTILE, HOSTILE, "x" * 1_000_000)
        journal.tools.cv.put(CvChange("", HOSTILE, Moment.of(NOW), HOSTILE, episode))
        async with running(journal, size) as pilot:
            assert "[/]" in await open_tool(pilot, "changes to")
            await only_keys(pilot, "enter", "tab", "right", "left", "escape", "f", "tab", "right")
            text = screen_text(pilot.app)
            assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}
            await only_keys(pilot, "ctrl+s", "x", "x")
            assert pilot.app.is_running
