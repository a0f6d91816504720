"""A thought record: written with keys alone, left at any step, taken up again, and never a word lost."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from helpers_recover import HOSTILE_NOTE, SMALL, all_sizes, flat, press, rejected
from looking import NOW, open_workspace, press_keys, running, screen_text, type_text
from textual.pilot import Pilot
from textual.widgets import TextArea

from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.database import Database

THOUGHT = "I am never good enough for them"


@pytest.fixture
def episode(workspace: Workspace) -> str:
    return rejected(workspace, "Acme", 3)


def found(database: Database, word: str) -> list[tuple[str]]:
    """What the index of the tools' words finds."""
    return database.rows(
        "SELECT place FROM findable JOIN tool_words ON tool_words.rowid = number WHERE tool_words MATCH ?",
        (word,),
    )


async def open_step(pilot: Pilot[Any], journal: Workspace, step_id: str) -> None:
    """Turn to a step on Recover, as from Today, and open its tool."""
    episode = journal.recovery.find().id
    await pilot.app.main.turn_to("Recover", f"{episode} {step_id}")
    await press_keys(pilot, "enter")


@all_sizes
async def test_a_thought_is_answered_from_its_step(
    workspace: Workspace, episode: str, size: tuple[int, int]
) -> None:
    async with running(workspace, size) as pilot:
        await open_step(pilot, workspace, "not-personal")
        assert "The thought that hurts" in screen_text(pilot.app)
        await type_text(pilot, THOUGHT)
        await pilot.press("enter", "8", "tab")
        await type_text(pilot, "I froze once")
        await pilot.press("tab")
        await type_text(pilot, "They asked me back")
        text = await press(pilot)
        assert "I froze once" in text
        assert "They asked me back" in text  # both sides at once, whatever the size
        await press_keys(pilot, "tab", "right")
        assert "One time becomes every time" in flat(screen_text(pilot.app))
        await pilot.press("space", "tab")
        await type_text(pilot, "I froze once in nine")
        text = await press(pilot, "tab", "4")
        assert THOUGHT in text  # still there, however far down
        await press_keys(pilot, "ctrl+s")
        (record,) = workspace.tools.thoughts.every()
        assert (record.thought, record.episode_id, record.belief_before) == (THOUGHT, episode, 80)
        assert (record.evidence_for, record.evidence_against) == ("I froze once", "They asked me back")
        assert (record.traps, record.fairer) == (("Always and never",), "I froze once in nine")
        assert record.belief_after == 40
        assert workspace.drafts.waiting() == []
        assert found(workspace.database, "froze") == found(workspace.database, "always") == [("thought",)]
        await press_keys(pilot, "u")
        assert workspace.tools.thoughts.every() == []
        assert found(workspace.database, "froze") == []
        await press_keys(pilot, "U")
        assert workspace.tools.thoughts.every() == [record]


@pytest.mark.long
async def test_the_evidence_is_told_in_measured_words(workspace: Workspace, episode: str) -> None:
    async with running(workspace, (120, 40)) as pilot:
        await open_step(pilot, workspace, "not-personal")
        told = flat(screen_text(pilot.app))
        assert "r = .35" in told
        assert "with a therapist; what it does alone is not known" in told


async def test_only_the_thought_is_needed_and_the_step_takes_it_up_again(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        rejected(journal, "Acme", 3)
        async with running(journal, SMALL) as pilot:
            await open_step(pilot, journal, "not-personal")
            await press_keys(pilot, "ctrl+s")
            await pilot.pause(0.2)
            assert "There is nothing to save" in flat(screen_text(pilot.app))
            await type_text(pilot, THOUGHT)
            await press_keys(pilot, "ctrl+s")
            assert "Saved as it stands" in flat(screen_text(pilot.app))
            assert not journal.tools.thoughts.every()[0].finished
    with open_workspace(tmp_path / "journal.db", NOW + timedelta(days=2)) as journal:
        async with running(journal, SMALL) as pilot:
            assert "go on with" not in screen_text(pilot.app)  # it was offered on the one day after
            await open_step(pilot, journal, "not-personal")
            assert THOUGHT in screen_text(pilot.app)
            await press_keys(pilot, "7", "ctrl+s")  # where it was left: how true it feels
            (record,) = journal.tools.thoughts.every()
            assert (record.thought, record.belief_before) == (THOUGHT, 70)
            assert record.written_at.local_date == NOW.date()


@pytest.mark.long
async def test_it_is_offered_once_on_the_day_after(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        record = ThoughtRecord("T" * 26, journal.clock.now(), THOUGHT)
        journal.tools.thoughts.put(record)
        assert journal.today.overview().due == ()
    with open_workspace(tmp_path / "journal.db", NOW + timedelta(days=1)) as journal:
        async with running(journal) as pilot:
            assert "today go on with “I am never good enough for th…”, if you like" in flat(
                screen_text(pilot.app)
            )
            await press_keys(pilot, "tab", "enter")
            assert pilot.app.screen.query_one("#thought", TextArea).text == THOUGHT
            await press_keys(pilot, "8", "tab", "tab", "tab", "tab")
            await type_text(pilot, "Not for this one")
            await press_keys(pilot, "ctrl+s")
            assert "go on with" not in screen_text(pilot.app).split("Saved")[0]
            assert journal.today.overview().due == ()


@pytest.mark.long
@all_sizes
async def test_what_was_left_in_the_middle_is_there_after_a_restart(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        rejected(journal, "Acme", 3)
        async with running(journal, size) as pilot:
            await open_step(pilot, journal, "not-personal")
            await type_text(pilot, THOUGHT)
            await press_keys(pilot, "enter", "8", "tab", "tab", "tab", "space")
            await pilot.pause(0.6)
            with open_workspace(tmp_path / "journal.db") as other:  # as after a power cut
                (draft,) = other.drafts.waiting()
                assert (draft.content["thought"], draft.content["before"]) == (THOUGHT, 80)
                assert draft.content["traps"] == ["All or nothing"]
            await press_keys(pilot, "escape")
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, size) as pilot:
            assert "You had begun to write a thought record" in flat(screen_text(pilot.app))
            await open_step(pilot, journal, "not-personal")
            await type_text(pilot, "It went badly")  # the first field that was empty
            await press_keys(pilot, "ctrl+s")
            (record,) = journal.tools.thoughts.every()
            assert (record.thought, record.evidence_for) == (THOUGHT, "It went badly")
            assert record.traps == ("All or nothing",)
            assert journal.drafts.waiting() == []


@pytest.mark.long
@all_sizes
async def test_prompts_from_a_distance_turn_on_one_key(
    workspace: Workspace, episode: str, size: tuple[int, int]
) -> None:
    async with running(workspace, size) as pilot:
        await open_step(pilot, workspace, "not-personal")
        assert "third person" not in screen_text(pilot.app)
        await type_text(pilot, "bad")
        told = flat(await press(pilot, "ctrl+t"))
        assert "in the third person, with your own name" in told
        assert "(Kross and Ayduk 2008)" in told
        told = flat(await press(pilot, *["ctrl+t"] * 4))
        assert "A good friend comes to you with exactly this news" in told
        await press_keys(pilot, *["ctrl+t"] * 4)
        assert "another" not in screen_text(pilot.app)
        assert pilot.app.screen.query_one("#thought", TextArea).text == "bad"


@pytest.mark.long
async def test_a_trap_of_ones_own_is_added_ticked_and_removed(workspace: Workspace, episode: str) -> None:
    thoughts = workspace.tools.thoughts
    core = len(thoughts.traps())
    async with running(workspace) as pilot:
        await open_step(pilot, workspace, "not-personal")
        await type_text(pilot, THOUGHT)
        await press_keys(pilot, "enter", "tab", "tab", "tab")
        assert "x remove" not in screen_text(pilot.app)  # those that come with the program stay
        await press_keys(pilot, "x", "a")
        assert "A trap of your own" in screen_text(pilot.app)
        await type_text(pilot, "mind reading")
        assert "is there already" in flat(await press(pilot))
        await press_keys(pilot, "enter")
        assert len(thoughts.traps()) == core
        await press_keys(pilot, "a")
        await type_text(pilot, "The old tune")
        await press_keys(pilot, "enter")
        assert "[x] The old tune" in screen_text(pilot.app)
        assert "[x] Mind reading" in screen_text(pilot.app)
        await press_keys(pilot, "ctrl+s")
        assert thoughts.every()[0].traps == ("Mind reading", "The old tune")
    assert [trap.name for trap in thoughts.traps()][core:] == ["The old tune"]


@pytest.mark.long
async def test_a_removed_trap_stays_in_the_thoughts_it_was_seen_in(
    workspace: Workspace, episode: str
) -> None:
    thoughts = workspace.tools.thoughts
    thoughts.add_trap("The old tune")
    thoughts.put(
        ThoughtRecord("T" * 26, workspace.clock.now(), "seen", episode, traps=("The old tune",), fairer="a")
    )
    async with running(workspace) as pilot:
        await open_step(pilot, workspace, "not-personal")
        await type_text(pilot, THOUGHT)
        await press_keys(pilot, "enter", "tab", "tab", "tab", *["right"] * 12)
        assert "x remove" in screen_text(pilot.app)
        await press_keys(pilot, "x")
        assert "] The old tune" not in screen_text(pilot.app)
        await press_keys(pilot, "ctrl+s")
        await pilot.app.open_tool("reframe", "T" * 26)
        assert "[x] The old tune" in await press(pilot)
        await press_keys(pilot, "escape", "u", "u")
        assert "The old tune" in [trap.name for trap in thoughts.traps()]


@pytest.mark.long
async def test_hostile_words_are_only_words(workspace: Workspace, episode: str) -> None:
    thoughts = workspace.tools.thoughts
    trap = thoughts.add_trap("[/][@click=app.quit]x\u202e")
    huge = HOSTILE_NOTE + "\n" + "a word or two\n" * 70_000  # a megabyte
    thoughts.put(
        ThoughtRecord(
            "T" * 26, workspace.clock.now(), HOSTILE_NOTE, episode, 5, huge, HOSTILE_NOTE, (trap.name, "[/]")
        )
    )
    async with running(workspace, SMALL) as pilot:
        await open_step(pilot, workspace, "not-personal")
        text = screen_text(pilot.app)
        assert "[@click=app.quit]x" in text
        for _ in range(4):
            text += await press(pilot, "tab")
        assert not set(text) & set("\x1b\x07\u202e\x9b")
        await press_keys(pilot, "escape")
        await pilot.app.open_tool("reframe")
        text = await press(pilot)
        assert "[@click=app.quit]x" in text
        assert not set(text) & set("\x1b\x07\u202e\x9b")
        await press_keys(pilot, "x")
        assert "into the trash" in flat(screen_text(pilot.app))
        assert thoughts.every()[0].evidence_for == huge
