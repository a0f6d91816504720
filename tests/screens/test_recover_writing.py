"""Notes and plans on the Recover page: none is lost, and none is more than words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers_recover import (
    HOSTILE_COMPANY,
    HOSTILE_NOTE,
    all_sizes,
    beginning,
    body,
    flat,
    place_of,
    press,
    rejected,
    sizes,
    tick_of,
)
from looking import open_workspace, press_keys, running, screen_text, type_text
from textual.widgets import TextArea

from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


@pytest.fixture
def episode(journal: Workspace) -> str:
    return rejected(journal, "Acme", 4)


@sizes
async def test_a_note_is_written_beneath_its_step(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    async with running(journal, size) as pilot:
        await press_keys(pilot, "3", "o")
        assert "A note" in screen_text(pilot.app)
        assert journal.recovery.guide.steps[0].text[:24] in screen_text(pilot.app)
        await type_text(pilot, "It was Jo.\nShe was kind.")
        await press_keys(pilot, "ctrl+s")
        assert tick_of(journal, episode).note == "It was Jo.\nShe was kind."
        assert "note  It was Jo." in screen_text(pilot.app)
        assert "She was kind." in screen_text(pilot.app)
        assert f"▸ [ ] {beginning(journal.recovery.guide, 0)}" in screen_text(pilot.app)
        assert journal.drafts.waiting() == []
        await press_keys(pilot, "u")
        assert "It was Jo." not in screen_text(pilot.app)


@sizes
async def test_a_plan_is_asked_for_with_an_example_and_saved_with_enter(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    async with running(journal, size) as pilot:
        await press_keys(pilot, "3", "down", "p")
        asked = flat(screen_text(pilot.app))
        assert "If …, then I …" in asked
        assert "If it is Tuesday 9:00 and I am at my desk, then I write the e-mail." in asked
        await type_text(pilot, "If it is nine, then I call")
        await press_keys(pilot, "enter")
        assert tick_of(journal, episode, 1).plan == "If it is nine, then I call"
        assert "plan  If it is nine, then I call" in screen_text(pilot.app)
        await press_keys(pilot, "p")
        await type_text(pilot, " Jo")
        await press_keys(pilot, "enter")
        assert tick_of(journal, episode, 1).plan == "If it is nine, then I call Jo"


@pytest.mark.long
@sizes
async def test_a_note_that_was_left_or_cut_short_is_offered_again(
    tmp_path: Path, journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    async with running(journal, size) as pilot:
        await press_keys(pilot, "3", "o")
        await type_text(pilot, "half a thought")
        await pilot.pause(0.6)
        with open_workspace(tmp_path / "journal.db") as other:  # as after a power cut
            (draft,) = other.drafts.waiting()
            assert draft.content["text"] == "half a thought"
        await press_keys(pilot, "escape")
        assert tick_of(journal, episode) is None
        assert "a note was begun; o goes on" in screen_text(pilot.app)
    async with running(journal, size) as pilot:
        await press_keys(pilot, "3", "o")
        assert pilot.app.screen.query_one(TextArea).text == "half a thought"
        await press_keys(pilot, "ctrl+s")
        assert tick_of(journal, episode).note == "half a thought"
        assert "was begun" not in screen_text(pilot.app)
        assert journal.drafts.waiting() == []


@pytest.mark.long
@sizes
async def test_words_stay_on_the_screen_where_they_cannot_be_saved(
    journal: Workspace, episode: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: str) -> None:
        raise CannotDo("The disk is full.")

    async with running(journal, size) as pilot:
        await press_keys(pilot, "3", "o")
        await type_text(pilot, "precious")
        with monkeypatch.context() as broken:
            broken.setattr(journal.recovery, "set_note", refuse)
            await press_keys(pilot, "ctrl+s")
            assert "The disk is full." in screen_text(pilot.app)
            assert pilot.app.screen.query_one(TextArea).text == "precious"
        await press_keys(pilot, "ctrl+s")
        assert tick_of(journal, episode).note == "precious"


@pytest.mark.long
@sizes
async def test_leaving_a_window_without_a_word_changes_nothing(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    async with running(journal, size) as pilot:
        await press_keys(pilot, "3", "o", "escape", "p", "enter", "o", "ctrl+s")
        assert journal.recovery.ticks(episode) == {}
        assert "was begun" not in screen_text(pilot.app)
        await press_keys(pilot, "u")
        assert "nothing to take back" not in screen_text(pilot.app)  # the logging itself was taken back
        assert journal.recovery.episodes() == []


@pytest.mark.long
@all_sizes
async def test_hostile_words_are_only_words(journal: Workspace, size: tuple[int, int]) -> None:
    episode = rejected(journal, HOSTILE_COMPANY)
    for step in journal.recovery.guide.steps[:2]:
        journal.recovery.set_note(episode, step.id, HOSTILE_NOTE)
        journal.recovery.set_plan(episode, step.id, HOSTILE_NOTE)
    async with running(journal, size) as pilot:
        text = await press(pilot, "3")
        assert "[/] · Data engineer" in text
        for words in ("[@click=app.quit]x", "␛]52;c;aGVsbG8=␇", "<U+202E>exe.gnp", "<U+009B>31m"):
            assert words in text
        assert not set(text) & set("\x1b\x07\u202e\x9b")
        await pilot.click(offset=place_of(pilot, "[@click=app.quit]"))
        assert pilot.app.is_running
        text = await press(pilot, "p")
        assert not set(text) & set("\x1b\x07\u202e\x9b")
        await press_keys(pilot, "escape")
        assert journal.recovery.ticks(episode)[journal.recovery.guide.steps[0].id].note == HOSTILE_NOTE


@sizes
async def test_a_step_can_be_turned_to(journal: Workspace, episode: str, size: tuple[int, int]) -> None:
    guide = journal.recovery.guide
    rejected(journal, "Oak", 1)
    step = guide.sections[2].steps[1]
    async with running(journal, size) as pilot:
        await pilot.app.main.turn_to("Recover", f"{episode} {step.id}")
        await press_keys(pilot, "p")
        assert "A plan" in screen_text(pilot.app)
        await type_text(pilot, "x")
        await press_keys(pilot, "enter")
        assert journal.recovery.ticks(episode)[step.id].plan == "x"
        assert "Acme · " in body(pilot)
        assert f"▸ [ ] {step.text[:24]}" in screen_text(pilot.app)
