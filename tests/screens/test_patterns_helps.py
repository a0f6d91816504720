"""What helps: the steps on the Patterns page, with enough to compare and with too little."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from helpers_recover import HOSTILE_COMPANY, ago, all_sizes, body, line_with, press, rejected, sizes
from journals import HandSetClock, open_journal
from looking import NOW, flat, open_workspace, press_keys, running, screen_text

from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.episode import StepState
from bounceback_tui.screens.examples import example_differences
from bounceback_tui.screens.pattern_tabs import TABS
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.statistics.steps import Steps

FOOTER = "← → question"
TO_STEPS = ("5", *["right"] * next(at for at, tab in enumerate(TABS) if tab.question == "What helps"), "v")


def live(path: Path, ways: list[tuple[int, tuple[int, ...]]], names: str = "Firm {}") -> None:
    """A no each 30 days, over after so many days, with these steps of the guide ticked on the day after."""
    clock = HandSetClock(NOW)
    with open_journal(path, clock) as journal, journal.database.write():
        for number, (took, ticked) in enumerate(ways):
            began = 30 * (len(ways) - number)
            for before in range(1, 14):
                journal.journal.check_in(Reading(6), ago(began + before))
            for after in range(1, took + 3):
                journal.journal.check_in(Reading(2 if after < took else 6), ago(began - after))
            episode = rejected(journal, names.format(number), began)
            clock.when = NOW - timedelta(days=began - 1)
            for step in ticked:
                journal.recovery.set_state(episode, journal.recovery.guide.steps[step].id, StepState.DONE)
            clock.when = NOW


TWELVE = [*[(6, (0, 1))] * 4, *[(14, (1,))] * 8]
"""Four with the first step, eight without; the second one always."""


@pytest.fixture(scope="module")
def twelve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("twelve") / "journal.db"
    live(path, TWELVE)
    with open_workspace(path) as workspace:
        yield workspace


async def everything(pilot, *keys: str) -> str:  # type: ignore[no-untyped-def]  # a pilot
    """All that the page has, from top to bottom."""
    await press_keys(pilot, *keys)
    text = body(pilot, FOOTER)
    for _ in range(8):
        await press_keys(pilot, "pagedown")
        text += " " + body(pilot, FOOTER)
    await press_keys(pilot, "home")
    return text


@all_sizes
async def test_steps_are_told_drawn_and_listed(twelve: Workspace, size: tuple[int, int]) -> None:
    result = twelve.patterns.result("steps")
    assert isinstance(result, Steps)
    assert (result.n, result.enough) == (12, True)
    async with running(twelve, size) as pilot:
        text = await everything(pilot, *TO_STEPS)
        assert "What helps" in text
        if size[0] > 80:  # else it stands half on one screen, half on the next
            assert result.sentence in text
        assert "went with about 8 days fewer" in text
        assert "Rests on 12 ways back still under way after day 3." in text
        assert "4 with, 8 without" in text
        assert "12 with, 0 without" in text
        assert "too few" in text
        assert "step with days without days difference likely" in text
        assert "4 3 8 11 −8 (−8 to −8)" in text
        assert "With: ticked by day 3" in text


@pytest.mark.long
@all_sizes
async def test_each_step_says_itself_in_full_and_opens_the_entries_with_it(
    twelve: Workspace, size: tuple[int, int]
) -> None:
    words = twelve.recovery.guide.steps[0].text
    async with running(twelve, size) as pilot:
        await press_keys(pilot, *TO_STEPS, "enter")
        said = body(pilot, "← → move")
        assert f"{words[:30]}" in said
        assert "ticked by day 3 in 4, about 3 more days; not in 8, about 11; difference 8 fewer, l" in said
        assert "▸" in line_with(pilot, "4 with, 8 without")
        await press_keys(pilot, "right")
        assert "ticked by day 3 in 12, not in 0: too few to say" in body(pilot, "← → move")
        text = flat(await press(pilot, "left", "enter"))
        assert "ticked" in text
        assert all(f"Firm {number}" in text for number in range(4))
        assert "Firm 4" not in text
        await press_keys(pilot, "escape")
        assert "4 with, 8 without" in screen_text(pilot.app)


@pytest.mark.long
@sizes
async def test_a_step_that_nobody_ticked_has_no_entries(twelve: Workspace, size: tuple[int, int]) -> None:
    async with running(twelve, size) as pilot:
        text = await press(pilot, *TO_STEPS, "enter", "end", "enter")
        assert "No entry tells of it." in text


@pytest.mark.long
@all_sizes
async def test_too_few_are_told_what_is_missing_and_shown_an_example(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "journal.db"
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            text = await everything(pilot, *TO_STEPS)
            assert "This can be said once 10 of your ways back" in text
            assert "An example of what will stand here, not yours:" in text
            assert "a step you ticked early" in text
            assert "Rests on" not in text
    live(path, [(9, (0,)), (9, ())])
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            text = await everything(pilot, *TO_STEPS)
            assert "10 of your ways back longer than 3 days are known" in text
            assert "An example of what will stand here, not yours:" in text
            assert "Rests on 2 ways back still under way after day 3." in text
            assert "1 – 1 – too few" in text


def test_the_example_has_no_figures() -> None:
    drawn = example_differences(56, 10).plain
    assert not {sign for sign in drawn if sign.isdigit()} - {"0"}
    assert drawn.splitlines()[-1].split() == ["fewer", "days", "0", "more", "days"]
    assert len(example_differences(56, 4).plain.splitlines()) == 4


@pytest.mark.long
async def test_without_colour_the_row_and_the_side_can_still_be_told(
    twelve: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(twelve) as pilot:
        await press_keys(pilot, *TO_STEPS, "enter")
        row, scale = line_with(pilot, "4 with, 8 without"), line_with(pilot, "8 more")
        assert "▸" in row
        assert row.index("●") < scale.index(" 0 ") + 1


@pytest.mark.long
@sizes
async def test_a_hostile_guide_and_company_are_only_words(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "journal.db"
    live(path, TWELVE, HOSTILE_COMPANY)
    guide = "# G\n\n## A {#a}\n\n- [ ] [@click=app.quit]x[/] \x1b]52;c;aGk=\x07 {#happens-to-all}\n"
    with Workspace(path, FixedClock(NOW), guide) as journal:
        async with running(journal, size) as pilot:
            await press_keys(pilot, *TO_STEPS, "enter")
            text = screen_text(pilot.app)
            assert "[@click=app.quit]x[/]" in text
            assert not set(text) & set("\x1b\x07")
            assert "[/]" in await press(pilot, "enter")
            assert pilot.app.is_running


@pytest.mark.long
@all_sizes
async def test_what_is_in_the_trash_is_told_not_to_count(twelve: Workspace, size: tuple[int, int]) -> None:
    async with running(twelve, size) as pilot:
        await press_keys(pilot, *TO_STEPS, "f", *"is", "colon", *"deleted")
        text = flat(await press(pilot, "enter"))
        assert "Looking at your whole journal" in text
        assert "What is in the trash does not count, so is:deleted was left out." in text
        assert twelve.patterns.result("steps").sentence[:30] in text
