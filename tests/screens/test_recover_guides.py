"""Another guide for a rejection, by keys; and guides that nobody should trust."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers_recover import HOSTILE_NOTE, all_sizes, flat, press, rejected, sizes
from looking import NOW, press_keys, running, screen_text

from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.episode import StepState
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace

STEPS = "- [ ] Walk {#walk}\n- [ ] Ask them {#ask-feedback}\n"
MINE = f"---\ncredit: By me\n---\n# Mine\n\n## Rest\n\nSlowly.\n\n{STEPS}"


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    folder = tmp_path / "config" / "guides"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def journal(tmp_path: Path, guides: Path) -> Iterator[Workspace]:
    with Workspace(tmp_path / "journal.db", FixedClock(NOW), asset("guide.md"), guides.parent) as workspace:
        yield workspace


@sizes
async def test_another_guide_is_chosen_and_the_ticks_go_with_their_steps(
    journal: Workspace, guides: Path, size: tuple[int, int]
) -> None:
    (guides / "mine.md").write_text(MINE)
    episode = rejected(journal, "Acme", 4)
    journal.recovery.set_state(episode, "ask-feedback", StepState.DONE)
    journal.recovery.set_state(episode, "agency", StepState.DONE)
    journal.recovery.set_note(episode, "widen", "gardens")
    async with running(journal, size) as pilot:
        assert "y guide" in await press(pilot, "3")
        text = await press(pilot, "y")
        assert "the guide that comes with bounceback   in use" in text
        assert "mine" in text
        await press_keys(pilot, "escape")
        assert journal.recovery.find(episode).guide == ""
        text = await press(pilot, "y", "down", "enter")
        assert journal.recovery.find(episode).guide == "mine"
        assert "[x] Ask them" in text
        assert "▸ [ ] Walk" in text
        assert "Slowly." in text
        assert "By me" in text
        assert "Two more steps were ticked or written on with another guide; they are kept." in flat(text)
        pilot.app.clear_notifications()
        await press_keys(pilot, "space")
        assert journal.recovery.ticks(episode)["walk"].state is StepState.DONE
        await press_keys(pilot, "1")
        assert "Rest" in screen_text(pilot.app)
        await press_keys(pilot, "3", "u", "u")
        assert journal.recovery.find(episode).guide == ""
        assert "Look on the bright side" in screen_text(pilot.app)


async def test_the_guide_that_comes_along_can_be_chosen_again(journal: Workspace, guides: Path) -> None:
    (guides / "mine.md").write_text(MINE)
    episode = rejected(journal, "Acme", 4)
    async with running(journal) as pilot:
        text = await press(pilot, "3", "y", "down")
        assert text.splitlines()[-1].strip() == "enter use it  esc close"
        await press_keys(pilot, "enter")
        assert journal.recovery.find(episode).guide == "mine"
        await press_keys(pilot, "y", "up", "enter")
        assert journal.recovery.find(episode).guide == ""


@pytest.mark.long
@all_sizes
async def test_the_key_is_at_the_foot_only_where_there_is_something_to_choose(
    journal: Workspace, size: tuple[int, int]
) -> None:
    rejected(journal, "Acme", 4)
    async with running(journal, size) as pilot:
        assert "y guide" not in await press(pilot, "3")
        text = flat(await press(pilot, "y"))  # but it tells how to get there
        assert "has an" in text
        await press_keys(pilot, "enter")
        assert journal.undo.next_back == "save what happened with Acme"


@pytest.mark.long
@sizes
async def test_a_broken_guide_is_told_on_today_and_ours_is_there(
    journal: Workspace, guides: Path, size: tuple[int, int]
) -> None:
    (guides / "mine.md").write_text("## Rest\n\n- [x] Walk {#walk}\n")
    (guides / "other.md").write_text("no guide")
    (guides.parent / "config.toml").write_text('guide = "mine"\n')
    rejected(journal, "Acme", 4)
    async with running(journal, size) as pilot:
        text = "".join(await press(pilot)).replace("▌", "")
        assert "line 3: this step is ticked" in flat(text)
        assert "Look on the bright side" in text
        pilot.app.clear_notifications()
        assert "Look on the bright side" in await press(pilot, "3")
        pilot.app.clear_notifications()
        await press_keys(pilot, "y", "end", "enter")  # asked for by name, it is refused
        assert "nothing was changed" in flat(screen_text(pilot.app).replace("▌", ""))


@pytest.mark.long
@all_sizes
async def test_nothing_in_a_guide_does_anything(
    journal: Workspace, guides: Path, size: tuple[int, int]
) -> None:
    links = (
        "[click](javascript:alert(1)) [here](file:///etc/passwd) <https://example.org> [@click=app.quit]x[/]"
    )
    (guides / "[@click=app.quit]x.md").write_text(
        f"# {HOSTILE_NOTE}\n\n{links}\n\n## [/] {links}\n\n{HOSTILE_NOTE} {links}\n\n"
        f"- [ ] Step {links} {{#step}}\n"
    )
    rejected(journal, "Acme", 4)
    async with running(journal, size) as pilot:
        text = await press(pilot, "3", "y", "down", "enter")
        pilot.app.clear_notifications()
        text = await press(pilot)
        assert "▸ [ ] Step [click]" in text
        assert not set(text) & set("\x1b\x07\u202e\x9b")
        for strip in pilot.app.screen._compositor.render_strips():
            for segment in strip:
                assert not segment.style or not segment.style.link
        for row, line in enumerate(text.splitlines()):
            for words in ("click", "here", "example.org", "@click"):
                if words in line and 3 < row < size[1] - 4:
                    await pilot.click(offset=(line.index(words) + 1, row))
        assert pilot.app.is_running
        assert "▸ [ ] Step [click]" in await press(pilot)
