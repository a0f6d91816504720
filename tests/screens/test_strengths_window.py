"""What speaks for somebody: gathered in a window, added to, pinned to Today, deleted and brought back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from helpers_recover import HOSTILE_NOTE, SMALL, all_sizes, flat, line_with, press, rejected
from looking import NOW, open_workspace, press_keys, running, screen_text, type_text

from bounceback_tui.domain.episode import Side
from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind
from bounceback_tui.domain.frozen import replace
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.lead import Rest
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.strength import NotedStrength
from bounceback_tui.screens.words import pinned_words
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.episodes import causes


def named(journal: Workspace, episode: str, *said: tuple[str, str]) -> None:
    """An answer with these themes and words."""
    remarks = tuple(Remark(RemarkKind.STRENGTH, theme, text) for theme, text in said)
    journal.tools.feedback.put(
        Feedback(episode, FeedbackState.ANSWERED, None, None, NOW.date(), "…", remarks)
    )


@pytest.fixture
def episode(workspace: Workspace) -> str:
    """The latest of two rejections; the same strength was named after both."""
    zed = rejected(workspace, "Zed", 40)
    named(workspace, zed, ("calm", "Nothing rattled you."))
    acme = rejected(workspace, "Acme", 3)
    named(workspace, acme, ("clear", "You explain well."), ("calm", ""))
    return acme


@pytest.mark.long
@all_sizes
async def test_what_several_employers_named_comes_first_with_who_said_so(
    workspace: Workspace, episode: str, size: tuple[int, int]
) -> None:
    async with running(workspace, size) as pilot:
        await pilot.app.main.turn_to("Recover", f"{episode} went-right")
        text = await press(pilot, "enter")
        assert "What speaks for you" in text
        assert "Acme, Zed · 2 employers" in line_with(pilot, "calm")
        assert "Acme" in line_with(pilot, "clear")
        assert text.index("calm") < text.index("clear")
        await press_keys(pilot, "r")
        assert "What went right at Acme?" in screen_text(pilot.app)
        await type_text(pilot, "I asked a good one")
        await press_keys(pilot, "enter", "a")
        await type_text(pilot, "I listen")
        text = await press(pilot, "enter")
        assert "this time, at Acme" in line_with(pilot, "I asked a good one")
        order = [text.index(words) for words in ("calm", "I asked a good one", "clear", "I listen")]
        assert order == sorted(order)
        event = workspace.recovery.find(episode).event_id
        assert [(one.side, one.text) for one in causes(workspace.database, event)] == [
            (Side.WENT_RIGHT, "I asked a good one")
        ]
        pilot.app.clear_notifications()
        await press_keys(pilot, "u", "u")
        text = await press(pilot, "U")
        assert "I asked a good one" in text
        assert causes(workspace.database, event)


@all_sizes
async def test_one_is_pinned_to_today_and_stays_there_in_a_rest(
    workspace: Workspace, episode: str, size: tuple[int, int]
) -> None:
    async with running(workspace, size) as pilot:
        await pilot.app.open_tool("strengths", episode)
        await press_keys(pilot, "down", "p")
        assert "★" in line_with(pilot, "clear")
        await press_keys(pilot, "escape")
        pilot.app.clear_notifications()
        assert "Acme said: You explain well." in await press(pilot)
        today = workspace.clock.now().local_date
        workspace.tools.rests.put(Rest(new_id(NOW), today, today + timedelta(days=2), "the sea"))
        await press_keys(pilot, "2", "1")
        assert "Acme said: You explain well." in screen_text(pilot.app)
        await pilot.app.open_tool("strengths", episode)
        await press_keys(pilot, "p")  # another takes its place
        pilot.app.clear_notifications()
        await press_keys(pilot)
        assert "★" in line_with(pilot, "calm")
        assert "★" not in line_with(pilot, "clear")
        await press_keys(pilot, "escape")
        pilot.app.clear_notifications()
        assert "Acme and Zed said: calm" in await press(pilot)
        await pilot.app.open_tool("strengths", episode)
        await press_keys(pilot, "p", "escape")
        pilot.app.clear_notifications()
        assert "said:" not in await press(pilot)
        await press_keys(pilot, "u")
        assert "Acme and Zed said: calm" in screen_text(pilot.app)


@pytest.mark.long
async def test_own_ones_are_changed_deleted_and_brought_back(workspace: Workspace, episode: str) -> None:
    workspace.tools.strengths.add("I listen")
    async with running(workspace, SMALL) as pilot:
        await pilot.app.open_tool("strengths")
        text = await press(pilot)
        assert "x delete" not in text  # what an employer said is nobody's to change
        assert "e edit" not in text
        text = await press(pilot, "down", "down")
        assert "x delete" in text
        await press_keys(pilot, "e", *"ed", "enter")
        assert "I listened" in line_with(pilot, "I listen")
        await press_keys(pilot, "x")
        assert "x once more" in screen_text(pilot.app)
        await press_keys(pilot, "x")
        assert [one.text for one in workspace.tools.strengths.every()] == ["calm", "clear"]
        await press_keys(pilot, "u")
        assert [one.text for one in workspace.tools.strengths.every()] == ["calm", "clear", "I listened"]
        found = "SELECT place FROM findable JOIN tool_words ON tool_words.rowid = number WHERE words MATCH ?"
        assert workspace.database.rows(found.replace("words MATCH", "tool_words MATCH"), ("listened",)) == [
            ("strength",)
        ]


async def test_the_entries_on_who_said_so_are_a_key_away(workspace: Workspace, episode: str) -> None:
    async with running(workspace) as pilot:
        await pilot.app.open_tool("strengths", episode)
        await press_keys(pilot, "down", "enter")
        assert pilot.app.main.page.NAME == "Journal"
        assert "1 entry" in screen_text(pilot.app)


@pytest.mark.long
async def test_what_was_begun_is_there_after_a_restart(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        rejected(journal, "Acme", 3)
        async with running(journal, SMALL) as pilot:
            await pilot.app.open_tool("strengths")
            await press_keys(pilot, "a")
            await type_text(pilot, "I lis")
            await pilot.pause(0.6)
            with open_workspace(tmp_path / "journal.db") as other:  # as after a power cut
                assert [one.content for one in other.drafts.waiting()] == [{"text": "I lis"}]
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, SMALL) as pilot:
            assert "You had begun to write a strength: “I lis”" in flat(screen_text(pilot.app))
            await press_keys(pilot, "enter")
            await type_text(pilot, "ten")
            await press_keys(pilot, "enter")
            assert [one.text for one in journal.tools.strengths.every()] == ["I listen"]


async def test_without_anything_the_window_says_how_it_fills(workspace: Workspace) -> None:
    async with running(workspace, SMALL) as pilot:
        await pilot.app.open_tool("strengths")
        text = await press(pilot)
        assert "Nothing yet." in text
        assert "what went right" not in flat(text.rpartition("Nothing yet")[2])  # of no rejection
        await press_keys(pilot, "r", "p", "e", "x")
        assert workspace.tools.strengths.every() == []


@pytest.mark.long
@pytest.mark.parametrize("size", [SMALL, (120, 40)], ids=str)
async def test_hostile_words_are_only_words(workspace: Workspace, size: tuple[int, int]) -> None:
    huge = HOSTILE_NOTE + "x" * 1_000_000
    episode = rejected(workspace, HOSTILE_NOTE)
    named(workspace, episode, (HOSTILE_NOTE, huge), ("[/]", "[/]"))
    workspace.tools.strengths.add(huge)
    async with running(workspace, size) as pilot:
        await pilot.app.open_tool("strengths", episode)
        text = await press(pilot, "p")
        assert "[@click=app.quit]x" in text
        text += await press(pilot, "r")
        await type_text(pilot, "[/]")
        text += await press(pilot, "enter", "x", "down", "x", "end", "x", "e", "escape")
        text += await press(pilot, "escape")
        assert "[@click=app.quit]x" in text
        assert not set(text) & set("\x1b\x07\u202e\x9b")
        assert pilot.app.is_running


def test_of_many_who_said_it_those_are_named_that_fit_in_whole() -> None:
    many = "Lanternfold, Emberwade Utilities, Orrisfield Diagnostics, Sallowby Mutual and Acme"
    noted = NotedStrength("1", Moment.of(NOW), "clear communication", said_by=many)
    assert pinned_words(noted) == "Lanternfold, Emberwade Utilities and others said: clear communication"
    assert pinned_words(replace(noted, said_by="Acme and Zed")) == "Acme and Zed said: clear communication"
    assert pinned_words(replace(noted, said_by="")) == "You wrote: clear communication"
    assert pinned_words(replace(noted, said_by="x" * 50)).startswith("x" * 39 + "…")
