"""What helps: writing and if-then plans, as somebody looks at them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from helpers_recover import ago, all_sizes, body, press, rejected, sizes
from looking import NOW, open_workspace, press_keys, running, screen_text
from textual.pilot import Pilot

from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.episode import StepState
from bounceback_tui.screens.pattern_answer import PatternAnswer
from bounceback_tui.services.workspace import Workspace

FOOTER = "← → question"
EXAMPLE = "An example of what will stand here, not yours:"


def write(path: Path, days_ago: int, before: int, after: int | None, next_day: int) -> None:
    """A page with the moods around it."""
    when = NOW - timedelta(days=days_ago)
    with open_workspace(path, when) as journal:
        journal.journal.note(
            f"Page of {days_ago} days ago.", before=Reading(before), after=Reading(mood=after)
        )
    with open_workspace(path, when + timedelta(days=1)) as journal:
        journal.journal.check_in(Reading(next_day))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Seven pages, some low days without any, and plans in two rejections; no test here changes it."""
    path = tmp_path_factory.mktemp("pages") / "journal.db"
    for number in range(6):
        write(path, 60 - 4 * number, 3, 2 + number % 2, 4)
    write(path, 20, 4, None, 6)
    with open_workspace(path) as journal:
        for number in range(6):
            journal.journal.check_in(Reading(3), ago(120 - 3 * number))
            journal.journal.check_in(Reading(4), ago(119 - 3 * number))
        for company in ("Firm 1", "Firm 2"):
            episode = rejected(journal, company, 3)
            for place, step in enumerate(journal.recovery.guide.steps[:6]):
                if place < 4:
                    journal.recovery.set_plan(episode, step.id, "if it is noon, then I do it")
                if place in (0, 1, 2, 5):
                    journal.recovery.set_state(episode, step.id, StepState.DONE)
        yield journal


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


async def turned_to(pilot: Pilot[None], statistic: str) -> None:
    await press_keys(pilot, "5")
    await pilot.app.main.turn_to("Patterns", statistic)  # type: ignore[attr-defined]  # our own app
    await press_keys(pilot)


async def whole(pilot: Pilot[None]) -> str:
    """All that the page has, from top to bottom."""
    text = body(pilot, FOOTER)
    for _ in range(4):
        await press_keys(pilot, "pagedown")
        text += " " + body(pilot, FOOTER)
    await press_keys(pilot, "home")
    return text


@all_sizes
async def test_writing(pages: Workspace, size: tuple[int, int]) -> None:
    result = pages.patterns.result("writing")
    assert result.enough
    async with running(pages, size) as pilot:
        await turned_to(pilot, "writing")
        text = await whole(pilot)
        assert "What helps" in text
        if size[0] > 80:  # else it stands half on one screen, half on the next
            assert result.sentence in text
            assert "A low mood rises by itself, too: after 6 days" in text
        assert "half a point lower" in text
        assert "Rests on 7 entries with moods around it." in text
        assert "with writing, 7 entries" in text
        assert "without, 6 days" in text
        assert "3 2.5, −0.5 4, +1 3 4, +1" in text
        assert "change pairs lower higher median likely" in text
        assert "right after 6 3 0 −0.5 −1 to 0" in text
        assert "no writing 6 0 6 +1 +1 to +1" in text


@pytest.mark.long
@all_sizes
async def test_each_page_is_told_and_opened_by_key(pages: Workspace, size: tuple[int, int]) -> None:
    async with running(pages, size) as pilot:
        await turned_to(pilot, "writing")
        await press_keys(pilot, "enter")
        await pilot.pause(0.5)  # the column scrolls to the picture
        assert "Tue 3 Nov 2026: 4 before, 6 the next day" in screen_text(pilot.app)
        assert "◆" in screen_text(pilot.app)
        await press_keys(pilot, "left")
        assert "Wed 14 Oct 2026: 3 before, 3 right after, 4 the next day" in screen_text(pilot.app)
        text = await press(pilot, "enter")
        assert "Written on Wed 14 Oct 2026" in text
        assert "Page of 40 days ago" in text
        assert "Page of 20" not in text


@all_sizes
async def test_plans(pages: Workspace, size: tuple[int, int]) -> None:
    result = pages.patterns.result("plans")
    assert result.enough
    async with running(pages, size) as pilot:
        await turned_to(pilot, "plans")
        text = await whole(pilot)
        assert result.sentence in text
        assert f"Rests on {result.n} steps after 2 rejections." in text
        assert "6 of 8" in text
        assert "75 %" in text
        assert "with an if-then plan" in text
        assert "steps done not done all share likely" in text
        assert "proves nothing" in text
        assert "Rejections with steps with an if-then plan" in await press(pilot, "enter", "enter")
        assert "Rejections with steps without a plan" in await press(pilot, "escape", "right", "enter")


@pytest.mark.long
@sizes
async def test_both_are_reached_by_keys(pages: Workspace, size: tuple[int, int]) -> None:
    async with running(pages, size) as pilot:
        await press_keys(pilot, "5", *["right"] * 6)
        for _ in range(3):
            text = screen_text(pilot.app)
            if "Right after writing" in text:
                break
            await press_keys(pilot, "v")
        assert "Right after writing" in text
        assert "Steps with an if-then plan" in await press(pilot, "v", "v")
        assert "Gollwitzer" in await whole(pilot) + (await press(pilot, "i")) + await whole(pilot)


@pytest.mark.long
@all_sizes
async def test_too_few_have_an_example_of_their_own_each(journal: Workspace, size: tuple[int, int]) -> None:
    async with running(journal, size) as pilot:
        await turned_to(pilot, "writing")
        text = await whole(pilot)
        assert "still missing: 6 more entries with a mood before writing" in text
        assert EXAMPLE in text
        assert "Rests on" not in text
        assert "such a day" in text
        assert "▄" in text
        assert "9 ┤" not in text
        await turned_to(pilot, "plans")
        text = await whole(pilot)
        assert "still missing: 5 more steps with an if-then plan and 5 more steps without one." in text
        assert EXAMPLE in text
        assert "with a plan" in text
        assert "%" not in text


@pytest.mark.long
@sizes
async def test_a_little_is_counted_and_no_figure_given(journal: Workspace, size: tuple[int, int]) -> None:
    journal.journal.note("One page.", before=Reading(4), after=Reading(3))
    episode = rejected(journal, "Acme", 3)
    journal.recovery.set_state(episode, journal.recovery.guide.steps[0].id, StepState.DONE)
    async with running(journal, size) as pilot:
        await turned_to(pilot, "writing")
        text = await whole(pilot)
        assert "still missing: 5 more entries" in text
        assert "Rests on 1 entry with moods around it." in text
        assert "right after 1 1 0 too few" in text
        assert "−1" not in text
        await turned_to(pilot, "plans")
        text = await whole(pilot)
        assert "still missing: 5 more steps with an if-then plan." in text
        assert EXAMPLE in text
        assert "%" not in text


@pytest.mark.long
@pytest.mark.parametrize("width", [60, 80, 120, 160])
async def test_without_colour_all_can_be_told(
    pages: Workspace, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(pages, (width, 40)) as pilot:
        await turned_to(pilot, "writing")
        await press_keys(pilot, "enter")
        text = screen_text(pilot.app)
        assert {"●", "○", "◆", "▄"} <= set(text)
        assert "4 before, 6 the next day" in text
        assert all(widget.region.right <= width for widget in pilot.app.screen.query("#patterns-column *"))


async def test_a_sign_of_waiting_that_comes_late_takes_no_answer_away(pages: Workspace) -> None:
    async with running(pages) as pilot:
        await turned_to(pilot, "writing")
        # as where the clock struck in the very moment in which the answer came
        pilot.app.screen.query_one(PatternAnswer)._say_waiting()
        text = await press(pilot)
        assert "Right after writing" in text
        assert "Working it out" not in text
