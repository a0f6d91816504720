"""How have I felt, through keys: walking along the mood line and over a year, and what is behind a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from helpers_recover import HOSTILE_COMPANY, SMALL, ago, all_sizes, flat, place_of, rejected, sizes
from looking import NOW, open_workspace, press, press_keys, running, screen_text
from textual.app import App

from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.screens.examples import example_year
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.mood_line import MoodLine

TODAY = NOW.date()
EXAMPLE = "An example of what will stand here, not yours:"


def day_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def fill(workspace: Workspace) -> None:
    """Three weeks up to today with an entry, a no and a silence; and a week in 2024."""
    with workspace.database.write():
        for days in range(21):
            if days not in {4, 10}:
                workspace.journal.check_in(Reading(7 if days > 12 else 3 + days // 6), ago(days))
        for days in range(800, 807):
            workspace.journal.check_in(Reading(8), ago(days))
        rejected(workspace, "Acme", 12)
        rejected(workspace, "Globex", 12)
        workspace.journal.log(Outcome("Initech", "Engineer", Kind.SCREEN, Result.GHOSTED, when=ago(4)))
        workspace.journal.note("A good long walk", when=ago(2))


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A journal that no test here changes."""
    with open_workspace(tmp_path_factory.mktemp("lived") / "journal.db") as workspace:
        fill(workspace)
        yield workspace


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


def rows(app: App[None]) -> list[str]:
    return screen_text(app).splitlines()


def year_lines(app: App[None]) -> list[str]:
    """The weekdays of the year, as they stand on the screen."""
    weekdays = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"}
    return [line for line in rows(app) if line[1:3] in weekdays and line[3:4] in {" ", "▸"}]


@all_sizes
async def test_the_mood_line_names_the_day_under_the_cursor(lived: Workspace, size: tuple[int, int]) -> None:
    async with running(lived, size) as pilot:
        assert "enter look closer" in flat(await press(pilot, "5"))
        text = await press(pilot, "enter")
        assert "Mon 23 Nov 2026: mood 3, median of 7 days 3" in text
        assert "▲" in next(line for line in rows(pilot.app) if "└" in line)
        assert "Sun 22 Nov 2026: mood 3" in await press(pilot, "left")
        text = await press(pilot, "left", "left", "left")
        assert "Thu 19 Nov 2026: Initech went silent" in text
        assert "Initech went silent ·" not in text  # no mood was logged on that day
        text = await press(pilot, *["left"] * 7)
        assert "Wed 11 Nov 2026: Acme and Globex said no · mood 5, " in text
        assert "Tue 3 Nov 2026: mood 7, median of 1 day 7" not in text
        text = await press(pilot, "home")
        assert "Tue 3 Nov 2026: mood 7, median of 7 days 8" in text


@pytest.mark.long
@sizes
async def test_a_chosen_period_is_drawn_whole(lived: Workspace, size: tuple[int, int]) -> None:
    async with running(lived, size) as pilot:
        assert "Your mood from 3 Nov 2026 to 23 Nov 2026" in await press(pilot, "5")
        await press_keys(pilot, "f")
        await pilot.press(*"since", "colon", *"2024")
        text = await press(pilot, "enter")
        assert "Your mood from 8 Sep 2024 to 23 Nov 2026" in text
        assert "Over your last 7 logged days your mood was about 3" in text


@pytest.mark.long
@sizes
async def test_a_period_of_the_past_is_told_as_such(lived: Workspace, size: tuple[int, int]) -> None:
    async with running(lived, size) as pilot:
        await press_keys(pilot, "5", "f")
        await pilot.press(*"until", "colon", *"2025")
        text = flat(await press(pilot, "enter"))
        assert "Over the 7 logged days up to 14 Sep 2024 your mood was about 8; your usual today is" in text
        assert "Rests on 7 logged days." in text
        text = await press(pilot, "v", "enter")
        assert "Sat 14 Sep 2024: mood 8" in text or "Tue 31 Dec 2024: nothing logged" in text
        assert "2024" in text
        assert "2026" not in "\n".join(year_lines(pilot.app))


@pytest.mark.long
@all_sizes
async def test_enter_opens_the_entries_of_the_day(lived: Workspace, size: tuple[int, int]) -> None:
    async with running(lived, size) as pilot:
        for view in ((), ("v",)):
            await press_keys(pilot, "5", *view, "enter")
            steps = ("left", "left") if not view else ("up", "up")
            text = await press(pilot, *steps, "enter")
            assert "Sat 21 Nov 2026" in text
            assert "A good long walk" in text
            assert "Acme" not in text
            await press_keys(pilot, "escape")
            assert "Sat 21 Nov 2026: mood 3" in screen_text(pilot.app)  # still there
        text = await press(pilot, "enter", "enter")
        assert "A good long walk" in text
        assert pilot.app.main.page.NAME == "Journal"


@sizes
async def test_a_day_with_a_mood_alone_says_where_that_is(lived: Workspace, size: tuple[int, int]) -> None:
    async with running(lived, size) as pilot:
        text = flat(await press(pilot, "5", "enter", "left", "enter"))
        assert "Sun 22 Nov 2026" in text
        assert "No entry tells of it." in text
        assert "a mood alone among the check-ins of the Journal" in text


@all_sizes
async def test_a_year_is_there_whole_with_every_sign(lived: Workspace, size: tuple[int, int]) -> None:
    async with running(lived, size) as pilot:
        text = await press(pilot, "5", "v", "enter")
        assert "2026   < 2024" in text
        assert "Mon 23 Nov 2026: mood 3, median of 7 days 3" in text
        assert "mood 1 to 9" in text
        assert "▾ rejection" in text
        assert "· nothing logged" in text
        lines = year_lines(pilot.app)
        assert len(lines) == 7  # nothing has to be scrolled
        cells = 2 if size[0] >= 120 else 1
        week = 46 * cells
        # Monday 16 and 23 November, and Tuesday after today
        assert lines[0][4:][week : week + 2 * cells].replace(" ", "") == ("▃▂" if cells == 1 else "▃4▂3")
        tuesdays = lines[1][4 : size[0] - 2].rstrip()  # without the bar that scrolls
        assert tuesdays[-1] != "·"
        assert len(tuesdays) <= week + cells
        assert lines[2][4:][45 * cells] == "▾"  # Wednesday 11 November
        assert lines[3][4:][46 * cells] == "▾"  # a silence without a mood


@pytest.mark.long
@all_sizes
async def test_years_are_turned_with_and_without_a_closer_look(
    lived: Workspace, size: tuple[int, int]
) -> None:
    async with running(lived, size) as pilot:
        assert "< > year" not in flat(await press(pilot, "5"))
        text = await press(pilot, "v", "less_than_sign")
        assert "< > year" in flat(text)
        await press_keys(pilot, "enter")
        text = screen_text(pilot.app)
        assert "2024   > 2026" in text
        assert "Sat 23 Nov 2024: nothing logged" in text
        text = await press(pilot, "right_square_bracket")
        assert "2026   < 2024" in text
        assert "Mon 23 Nov 2026: mood 3" in text
        assert "2024   > 2026" in await press(pilot, "left_square_bracket", "left_square_bracket")
        text = await press(pilot, "greater_than_sign", "escape")
        assert "Mon 23 Nov 2026:" not in text


async def test_settings_open_there_with_the_key_that_they_have_on_every_page(lived: Workspace) -> None:
    async with running(lived) as pilot:
        await press_keys(pilot, "5", "v")
        assert "Settings" in (await press(pilot, "comma"))


@sizes
async def test_a_period_leaves_what_is_outside_of_it_blank(lived: Workspace, size: tuple[int, int]) -> None:
    async with running(lived, size) as pilot:
        await press_keys(pilot, "5", "v", "p", "p", "p", "enter")
        text = screen_text(pilot.app)
        assert "Looking at the last 3 months" in text or size[1] < 30
        assert "2026" in text
        assert "< 2024" not in text
        lines = year_lines(pilot.app)
        before = 33 * (2 if size[0] >= 120 else 1)  # weeks before the one that ends on 23 August
        assert {line[4 : 4 + before].strip() for line in lines} == {""}
        assert [line[4 + before] for line in lines] == [*"      ·"]
        assert "Sun 23 Aug 2026: nothing logged" in await press(pilot, "home")


@all_sizes
async def test_too_few_days_have_an_example_of_their_own(journal: Workspace, size: tuple[int, int]) -> None:
    journal.journal.check_in(Reading(2))
    async with running(journal, size) as pilot:
        line = await press(pilot, "5")
        year = await press(pilot, "v")
        for text in (line, year):
            assert "still missing: 2 more logged days" in flat(text)
            assert EXAMPLE in text
            assert "Rests on 1 logged day." in text
        assert any("⠀" < sign < "⣿" for sign in line)
        assert not any("⠀" < sign < "⣿" for sign in year)
        drawn = year[year.index(EXAMPLE) :]
        assert "Mo" in drawn
        assert "▾" in drawn
        assert "2026" not in drawn
        assert "look closer" not in year
        assert "< > year" not in flat(year)


@sizes
@pytest.mark.long
async def test_names_that_somebody_wrote_are_only_names(journal: Workspace, size: tuple[int, int]) -> None:
    for days in range(4):
        journal.journal.check_in(Reading(5), ago(days))
    rejected(journal, HOSTILE_COMPANY, 1)
    rejected(journal, "[@click=app.quit]x\x1b]52;c;aGk=\x07\u202e" + "very long " * 90, 1)
    async with running(journal, size) as pilot:
        for view in ((), ("v",)):
            await press_keys(pilot, "5", *view, "enter")
            text = await press(pilot, "up" if view else "left")
            said = next(line for line in text.splitlines() if "Sun 22 Nov 2026:" in line)
            assert "[/] and [@click=app.quit]x" in said
            assert not set(text) & set("\x1b\x07\u202e")
            await press_keys(pilot, "escape")


@pytest.mark.parametrize("keys", [("5", "enter"), ("5", "v", "enter")])
async def test_without_colour_the_cursor_and_rejections_are_seen(
    lived: Workspace, keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(lived, SMALL) as pilot:
        text = await press(pilot, *keys)
        assert "▲" in text
        assert "▾ rejection" in text
        x, y = place_of(pilot, "▲")
        style = pilot.app.screen.get_style_at(x, y)
        assert style.bold
        if "v" in keys:
            assert "Mo▸" in text
            assert pilot.app.screen.get_style_at(x, place_of(pilot, "Mo▸")[1]).reverse


async def test_today_has_no_other_stop_for_the_tab_key(lived: Workspace) -> None:
    async with running(lived) as pilot:
        assert "Mood, 30 days" in screen_text(pilot.app)
        (line,) = pilot.app.screen.query(MoodLine)
        assert not line.focusable
        assert not any(widget.focusable for widget in line.query("*"))


def test_the_example_of_a_year_has_no_figures() -> None:
    for width, height in ((57, 10), (77, 12), (157, 18)):
        drawn = example_year(width, height).plain
        assert len(drawn.split("\n")) == 7
        assert not any(sign.isdigit() for sign in drawn)
        assert max(map(len, drawn.split("\n"))) <= width
