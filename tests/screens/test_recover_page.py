"""The Recover page as somebody uses it: what is on the screen, and what the journal keeps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers_recover import (
    HOSTILE_COMPANY,
    HOSTILE_NOTE,
    body,
    flat,
    line_with,
    place_of,
    press,
    rejected,
)
from looking import NOW, SIZES, open_workspace, running, screen_text, type_text
from textual.widgets import TextArea

from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.episode import StepState, Tick
from bounceback_tui.domain.guide import Guide
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace

SMALL = (60, 20)

sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
all_sizes = pytest.mark.parametrize(
    "size", [SMALL, *SIZES, (160, 50)], ids=lambda size: f"{size[0]}x{size[1]}"
)

DONE, OPEN, ASIDE = StepState.DONE, StepState.OPEN, StepState.NOT_FOR_ME


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


@pytest.fixture
def episode(journal: Workspace) -> str:
    return rejected(journal, "Acme", 4)


def tick_of(journal: Workspace, episode: str, number: int = 0) -> Tick | None:
    """What the journal keeps of a step, counted from 0 over the whole guide."""
    return journal.recovery.ticks(episode).get(journal.recovery.guide.steps[number].id)


def beginning(guide: Guide, number: int) -> str:
    """The first words of a step: short enough to stand on one line everywhere."""
    return guide.steps[number].text[:24]


@all_sizes
async def test_the_top_says_what_it_is_about(journal: Workspace, episode: str, size: tuple[int, int]) -> None:
    async with running(journal, size) as pilot:
        text = await press(pilot, "3")
        assert "Acme · Data engineer · final round — four days ago" in text
        assert " of " not in line_with(pilot, "Acme · Data engineer")


@sizes
async def test_a_step_is_ticked_and_opened_again_with_one_key(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    first = beginning(journal.recovery.guide, 0)
    async with running(journal, size) as pilot:
        text = await press(pilot, "3")
        assert f"▸ [ ] {first}" in text
        assert "░░░░░░░░ 0/6" in text
        await press(pilot, "space")
        assert tick_of(journal, episode).state is DONE
        assert f"▸ [x] {first}" in screen_text(pilot.app)
        assert "done Mon 23 Nov" in screen_text(pilot.app)
        assert "█░░░░░░░ 1/6" in screen_text(pilot.app)
        await press(pilot, "space")
        assert tick_of(journal, episode).state is OPEN
        assert f"▸ [ ] {first}" in screen_text(pilot.app)
        assert "done Mon 23 Nov" not in screen_text(pilot.app)


@sizes
async def test_a_step_that_is_not_for_me_stops_counting(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    second = beginning(journal.recovery.guide, 1)
    async with running(journal, size) as pilot:
        await press(pilot, "3", "down", "x")
        assert tick_of(journal, episode, 1).state is ASIDE
        assert f"▸ [–] {second}" in screen_text(pilot.app)
        assert "set aside Mon 23 Nov" in screen_text(pilot.app)
        assert " 0/5" in screen_text(pilot.app)
        await press(pilot, "space")
        assert tick_of(journal, episode, 1).state is DONE
        await press(pilot, "x", "x")
        assert tick_of(journal, episode, 1).state is OPEN
        assert " 0/6" in screen_text(pilot.app)


@sizes
async def test_undo_takes_a_tick_back_where_it_can_be_seen(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    async with running(journal, size) as pilot:
        await press(pilot, "3", "j", "space", "k", "x")
        assert "[x]" in screen_text(pilot.app)
        assert "[–]" in screen_text(pilot.app)
        await press(pilot, "u")
        assert tick_of(journal, episode, 0) is None
        assert "[–]" not in screen_text(pilot.app)
        assert tick_of(journal, episode, 1).state is DONE
        await press(pilot, "u")
        assert journal.recovery.ticks(episode) == {}
        assert "[x]" not in screen_text(pilot.app)


@sizes
async def test_today_leads_to_the_next_open_step(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    guide = journal.recovery.guide
    for step in guide.sections[0].steps:
        journal.recovery.set_state(episode, step.id, DONE)
    journal.recovery.set_state(episode, guide.sections[1].steps[0].id, ASIDE)
    number = len(guide.sections[0].steps) + 1
    async with running(journal, size) as pilot:
        await press(pilot, "enter")
        assert f"▸ [ ] {beginning(guide, number)}" in screen_text(pilot.app)
        assert guide.sections[1].title in screen_text(pilot.app)


@sizes
async def test_steps_lead_on_to_the_next_section_and_back(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    guide = journal.recovery.guide
    count = len(guide.sections[0].steps)
    async with running(journal, size) as pilot:
        await press(pilot, "3")
        for number in range(len(guide.steps)):
            assert f"▸ [ ] {beginning(guide, number)}" in screen_text(pilot.app)
            await press(pilot, "down")
        assert f"▸ [ ] {beginning(guide, len(guide.steps) - 1)}" in screen_text(pilot.app)
        await press(pilot, "left", "left")
        assert f"▸ [ ] {beginning(guide, count)}" in screen_text(pilot.app)
        await press(pilot, "up")
        assert f"▸ [ ] {beginning(guide, count - 1)}" in screen_text(pilot.app)
        await press(pilot, "left", "left", "right", "left", "up", "up")
        assert f"▸ [ ] {beginning(guide, 0)}" in screen_text(pilot.app)
        await press(pilot, "right", "right", "right", "right", "right")
        assert f"▸ [ ] {beginning(guide, len(guide.steps) - len(guide.sections[-1].steps))}" in screen_text(
            pilot.app
        )


async def test_in_a_small_window_the_step_and_its_section_are_always_in_sight(
    journal: Workspace, episode: str
) -> None:
    guide = journal.recovery.guide
    for step in guide.steps:
        journal.recovery.set_note(episode, step.id, "A long note. " * 40)
    async with running(journal, SMALL) as pilot:
        await press(pilot, "3")
        for at, section in enumerate(guide.sections, start=1):
            for step in section.steps:
                assert f"▸ [ ] {step.text[:24]}" in screen_text(pilot.app)
                assert f"{at}/4 {section.title}" in screen_text(pilot.app)
                await press(pilot, "down")


@all_sizes
async def test_what_the_guide_says_is_within_reach(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    guide = journal.recovery.guide

    async def everything(*keys: str) -> str:
        text = await press(pilot, *keys)
        for _ in range(6):
            text += "\n" + await press(pilot, "pagedown")
        return flat(text)

    async with running(journal, size) as pilot:
        text = await everything("3")
        assert "You were turned down." in text
        assert "It is not a verdict on you" in text
        assert "You do not have to finish this list" not in text
        assert "After Cameron Collins" in text
        text = await everything("right", "right", "right")
        assert "You were turned down." not in text
        assert "One step to the side there may be more" in text or "there may be more" in text
        assert "You do not have to finish this list" in text
        assert "the wording here is ours." in text
        await press(pilot, "home", "up")
        assert f"▸ [ ] {guide.sections[2].steps[-1].text[:24]}" in screen_text(pilot.app)


@sizes
async def test_a_note_is_written_beneath_its_step(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    async with running(journal, size) as pilot:
        await press(pilot, "3", "o")
        assert "A note" in screen_text(pilot.app)
        assert journal.recovery.guide.steps[0].text[:24] in screen_text(pilot.app)
        await type_text(pilot, "It was Jo.\nShe was kind.")
        await press(pilot, "ctrl+s")
        assert tick_of(journal, episode).note == "It was Jo.\nShe was kind."
        assert "note  It was Jo." in screen_text(pilot.app)
        assert "She was kind." in screen_text(pilot.app)
        assert f"▸ [ ] {beginning(journal.recovery.guide, 0)}" in screen_text(pilot.app)
        assert journal.drafts.waiting() == []
        await press(pilot, "u")
        assert "It was Jo." not in screen_text(pilot.app)


@sizes
async def test_a_plan_is_asked_for_with_an_example_and_saved_with_enter(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    async with running(journal, size) as pilot:
        await press(pilot, "3", "down", "p")
        asked = flat(screen_text(pilot.app))
        assert "If …, then I …" in asked
        assert "If it is Tuesday 9:00 and I am at my desk, then I write the e-mail." in asked
        await type_text(pilot, "If it is nine, then I call")
        await press(pilot, "enter")
        assert tick_of(journal, episode, 1).plan == "If it is nine, then I call"
        assert "plan  If it is nine, then I call" in screen_text(pilot.app)
        await press(pilot, "p")
        await type_text(pilot, " Jo")
        await press(pilot, "enter")
        assert tick_of(journal, episode, 1).plan == "If it is nine, then I call Jo"


@sizes
async def test_a_note_that_was_left_or_cut_short_is_offered_again(
    tmp_path: Path, journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    async with running(journal, size) as pilot:
        await press(pilot, "3", "o")
        await type_text(pilot, "half a thought")
        await pilot.pause(0.6)
        with open_workspace(tmp_path / "journal.db") as other:  # as after a power cut
            ((form, target),) = other.drafts.waiting()
            assert other.drafts.get(form, target) == {"text": "half a thought"}
        await press(pilot, "escape")
        assert tick_of(journal, episode) is None
        assert "a note was begun; o goes on" in screen_text(pilot.app)
    async with running(journal, size) as pilot:
        await press(pilot, "3", "o")
        assert pilot.app.screen.query_one(TextArea).text == "half a thought"
        await press(pilot, "ctrl+s")
        assert tick_of(journal, episode).note == "half a thought"
        assert "was begun" not in screen_text(pilot.app)
        assert journal.drafts.waiting() == []


@sizes
async def test_words_stay_on_the_screen_where_they_cannot_be_saved(
    journal: Workspace, episode: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: str) -> None:
        raise CannotDo("The disk is full.")

    async with running(journal, size) as pilot:
        await press(pilot, "3", "o")
        await type_text(pilot, "precious")
        with monkeypatch.context() as broken:
            broken.setattr(journal.recovery, "set_note", refuse)
            await press(pilot, "ctrl+s")
            assert "The disk is full." in screen_text(pilot.app)
            assert pilot.app.screen.query_one(TextArea).text == "precious"
        await press(pilot, "ctrl+s")
        assert tick_of(journal, episode).note == "precious"


@sizes
async def test_leaving_a_window_without_a_word_changes_nothing(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    async with running(journal, size) as pilot:
        await press(pilot, "3", "o", "escape", "p", "enter", "o", "ctrl+s")
        assert journal.recovery.ticks(episode) == {}
        assert "was begun" not in screen_text(pilot.app)
        await press(pilot, "u")
        assert "nothing to take back" not in screen_text(pilot.app)  # the logging itself was taken back
        assert journal.recovery.episodes() == []


@sizes
async def test_other_rejections_are_one_key_away_open_ones_first(
    journal: Workspace, size: tuple[int, int]
) -> None:
    closed = rejected(journal, "Closed", 2)
    rejected(journal, "Older", 9)
    rejected(journal, "Newer", 1)
    journal.recovery.set_closed(closed, True)
    async with running(journal, size) as pilot:
        await press(pilot, "3")
        assert "Newer · " in screen_text(pilot.app)
        assert "yesterday" in screen_text(pilot.app)
        assert "[ 1 of 3 ]  open" in screen_text(pilot.app)
        await press(pilot, "]")
        assert "Older · " in screen_text(pilot.app)
        assert "[ 2 of 3 ]  open" in screen_text(pilot.app)
        await press(pilot, "]", "]")
        assert "Closed · " in screen_text(pilot.app)
        assert "[ 3 of 3 ]  closed" in screen_text(pilot.app)
        await press(pilot, "[", "[", "[")
        assert "Newer · " in screen_text(pilot.app)


@sizes
async def test_an_episode_is_closed_and_opened_again(journal: Workspace, size: tuple[int, int]) -> None:
    older, newer = rejected(journal, "Older", 9), rejected(journal, "Newer", 1)
    async with running(journal, size) as pilot:
        await press(pilot, "3", "space", "c")
        assert journal.recovery.find(newer).closed
        assert "Newer · " in screen_text(pilot.app)
        assert "[ 2 of 2 ]  closed" in screen_text(pilot.app)
        assert "[x]" in screen_text(pilot.app)
        pilot.app.clear_notifications()
        await press(pilot)
        assert "c open again" in screen_text(pilot.app)
        await press(pilot, "c")
        assert not journal.recovery.find(newer).closed
        pilot.app.clear_notifications()
        await press(pilot)
        assert "c close" in screen_text(pilot.app)
        await press(pilot, "u")
        assert journal.recovery.find(newer).closed
        assert "[ 2 of 2 ]  closed" in screen_text(pilot.app)
        await press(pilot, "1")
        assert "Newer" not in screen_text(pilot.app)
        await press(pilot, "enter")
        assert "Older · " in screen_text(pilot.app)
        assert not journal.recovery.find(older).closed


@sizes
async def test_the_guide_can_be_read_before_anything_was_logged(
    journal: Workspace, size: tuple[int, int]
) -> None:
    guide = journal.recovery.guide
    async with running(journal, size) as pilot:
        text = await press(pilot, "3")
        assert "ticks begin with the first no you log: n" in text
        assert "You were turned down." in text
        assert guide.steps[0].text[:24] in text
        for key in ("[ ]", "space tick", "x not for me", "o note", "p plan", "c close"):
            assert key not in text
        await press(pilot, "space", "x", "o", "p", "c", "[", "]")
        assert flat(screen_text(pilot.app)) == flat(text)
        await press(pilot, "right")
        assert guide.sections[1].steps[0].text[:24] in screen_text(pilot.app)
        await press(pilot, "n")
        await type_text(pilot, "Acme")
        await press(pilot, "ctrl+s")
        assert f"▸ [ ] {beginning(guide, 0)}" in screen_text(pilot.app)
        await press(pilot, "space")
        (episode,) = journal.recovery.episodes()
        assert tick_of(journal, episode.id).state is DONE


@sizes
async def test_a_finished_section_is_noticed_quietly(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    steps = journal.recovery.guide.sections[1].steps
    async with running(journal, size) as pilot:
        await press(pilot, "3", "right", "space")
        assert "whole section" not in screen_text(pilot.app)
        await press(pilot, "x", "down", "x", "down", "x", "down")
        assert "whole section" not in screen_text(pilot.app)
        await press(pilot, "x")
        assert "whole section" not in screen_text(pilot.app)  # nothing done is nothing to celebrate
        await press(pilot, "space")
        assert "That is the whole section. Well done." in screen_text(pilot.app)
        await press(pilot, "left")
        assert "whole section" not in screen_text(pilot.app)
        assert len(journal.recovery.ticks(episode)) == len(steps)


@sizes
async def test_the_last_step_of_all_is_noticed_too(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    guide = journal.recovery.guide
    for step in guide.steps[1:]:
        journal.recovery.set_state(episode, step.id, DONE)
    async with running(journal, size) as pilot:
        await press(pilot, "3", "space")
        assert "That was the last step of all. You did this." in flat(screen_text(pilot.app))


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
        await press(pilot, "escape")
        assert journal.recovery.ticks(episode)[journal.recovery.guide.steps[0].id].note == HOSTILE_NOTE


@sizes
async def test_everything_works_by_mouse(journal: Workspace, size: tuple[int, int]) -> None:
    acme, oak = rejected(journal, "Acme", 1), rejected(journal, "Oak", 3)
    guide = journal.recovery.guide
    async with running(journal, size) as pilot:
        await press(pilot, "3")
        x, y = place_of(pilot, f"[ ] {beginning(guide, 2)}")
        await pilot.click(offset=(x + 8, y))
        assert f"▸ [ ] {beginning(guide, 2)}" in await press(pilot)
        assert journal.recovery.ticks(acme) == {}
        await pilot.click(offset=(x + 1, y))
        assert f"▸ [x] {beginning(guide, 2)}" in await press(pilot)
        assert tick_of(journal, acme, 2).state is DONE
        if size[0] < 100:
            x, y = place_of(pilot, "← →")
            await pilot.click(offset=(x + 2, y))
        else:
            await pilot.click(offset=place_of(pilot, guide.sections[1].title))
        assert f"▸ [ ] {guide.sections[1].steps[0].text[:24]}" in await press(pilot)
        x, y = place_of(pilot, "[ 1 of 2 ]")
        await pilot.click(offset=(x + 9, y))
        assert "Oak · " in await press(pilot)
        await pilot.click(offset=(x, y))
        assert "Acme · " in await press(pilot)
        await pilot.click(offset=place_of(pilot, "c close"))
        await press(pilot)
        assert journal.recovery.find(acme).closed
        assert not journal.recovery.find(oak).closed


@all_sizes
async def test_every_action_has_its_key_at_the_foot(journal: Workspace, size: tuple[int, int]) -> None:
    rejected(journal, "Acme", 1)
    rejected(journal, "Oak", 3)
    async with running(journal, size) as pilot:
        await press(pilot, "3")
        for key in (
            *("space tick", "x not for me", "o note", "p plan", "← → section", "[ ] rejection", "c close"),
            *("pgdn read on", "n what happened", "m mood", "w write", "u undo"),
        ):
            assert key in screen_text(pilot.app)


async def test_a_step_of_an_older_guide_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    guide = "## Only\n\nText.\n\n- [ ] Stays {#stays}\n- [ ] Goes {#goes}\n"
    with Workspace(path, FixedClock(NOW), guide) as journal:
        episode = rejected(journal, "Acme")
        journal.recovery.set_state(episode, "stays", DONE)
        journal.recovery.set_state(episode, "goes", DONE)
    with Workspace(path, FixedClock(NOW), guide.replace("- [ ] Goes {#goes}\n", "")) as journal:
        async with running(journal) as pilot:
            await press(pilot, "3")
            assert "[x] Stays" in screen_text(pilot.app)
            assert "Goes" not in screen_text(pilot.app)
            assert " 1/1" in screen_text(pilot.app)
            await press(pilot, "down", "right", "up", "left")
            assert "▸ [x] Stays" in screen_text(pilot.app)
        assert set(journal.recovery.ticks(episode)) == {"stays", "goes"}


@sizes
async def test_a_form_begun_on_a_step_can_be_turned_to(
    journal: Workspace, episode: str, size: tuple[int, int]
) -> None:
    guide = journal.recovery.guide
    rejected(journal, "Oak", 1)
    step = guide.sections[2].steps[1]
    async with running(journal, size) as pilot:
        await pilot.app.main.turn_to("Recover", f"{episode} {step.id} plan")
        await pilot.pause()
        assert "A plan" in screen_text(pilot.app)
        await type_text(pilot, "x")
        await press(pilot, "enter")
        assert journal.recovery.ticks(episode)[step.id].plan == "x"
        assert "Acme · " in body(pilot)
        assert f"▸ [ ] {step.text[:24]}" in screen_text(pilot.app)
