"""How long does it take me: the way back, forecasts, and going on, as somebody walks through them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers_recover import HOSTILE_COMPANY, ago, all_sizes, flat, line_with, press, rejected, sizes
from looking import open_workspace, press_keys, running, screen_text

from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.lead import Lead, LeadKind
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.screens.examples import example_dots, example_strip
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.faint_picture import Draw
from bounceback_tui.widgets.paired_dots import PairedDots
from bounceback_tui.widgets.picture import Picture

FORECASTS = (14, 7, 3, 21, 5, 10, 9, 2)

WAY_BACK, FORECAST, RETURN = 1, 2, 3
"""Presses of v, from the way back on, one more than that."""


def fill(journal: Workspace) -> None:
    """A no each 25 days with a forecast; low until day 6, of the last until today, which is day 8 of it."""
    with journal.database.write():
        for number, expected in enumerate(FORECASTS):
            began = 8 + 25 * (len(FORECASTS) - 1 - number)
            last = number == len(FORECASTS) - 1
            for offset in range(-13, 12):
                mood = 6 if offset < 0 or (offset > 5 and not last) else 3
                if began - offset >= 0:
                    journal.journal.check_in(Reading(mood), ago(began - offset))
            logged = Outcome(
                f"Firm {number}",
                "Cook",
                Kind.FINAL,
                Result.REJECTED,
                when=ago(began),
                text="No.",
                forecast=expected,
            )
            journal.journal.log(logged)
            if number % 2:
                journal.applications.add(f"Other {number}", when=ago(began - number))


@pytest.fixture(scope="module")
def eight(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A journal with eight rejections, which no test here changes."""
    with open_workspace(tmp_path_factory.mktemp("eight") / "journal.db") as workspace:
        fill(workspace)
        yield workspace


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


def entries(pilot) -> str:  # type: ignore[no-untyped-def]  # a pilot
    """What the window over the page lists."""
    lines = screen_text(pilot.app).splitlines()
    window = pilot.app.screen.query_one("#listed").region
    return flat(" ".join(line[window.x : window.right] for line in lines[window.y : window.bottom]))


def keys_to(view: int) -> list[str]:
    return ["5", "right", *["v"] * (view - 1)]


async def look(pilot, *keys: str) -> str:  # type: ignore[no-untyped-def]  # a pilot
    """The screen after these keys, with the picture in sight."""
    await press_keys(pilot, *keys)
    pilot.app.screen.query_one("#patterns-view Picture", Picture).scroll_visible(animate=False)
    return await press(pilot)


@all_sizes
async def test_the_way_back_is_walked_day_by_day(eight: Workspace, size: tuple[int, int]) -> None:
    async with running(eight, size) as pilot:
        text = await look(pilot, *keys_to(WAY_BACK), "enter", "home")
        assert "day 6: 1 of 8 under way; 12 % (1–42 %)" in flat(text)
        assert "▲" in line_with(pilot, "└")
        text = await look(pilot, "right")
        assert "day 8: 0 of 8 under way, 1 cut short; 12 % (1–42 %)" in flat(text)
        assert "▲" not in await look(pilot, "escape")


@pytest.mark.long
@all_sizes
async def test_enter_opens_the_entries_of_that_day(eight: Workspace, size: tuple[int, int]) -> None:
    async with running(eight, size) as pilot:
        text = flat(await press(pilot, *keys_to(WAY_BACK), "enter", "home", "enter"))
        assert "Back after about 6 days" in text
        assert "Firm 6" in entries(pilot)
        assert "Firm 7" not in entries(pilot)
        text = flat(await press(pilot, "escape", "right", "enter"))
        assert "Not back after 8 days, and not known any further" in text
        assert "Firm 7" in entries(pilot)
        assert "Firm 6" not in entries(pilot)


@all_sizes
async def test_forecasts_stand_beside_what_they_came_to(eight: Workspace, size: tuple[int, int]) -> None:
    result = eight.patterns.result("forecast")
    async with running(eight, size) as pilot:
        text = flat(await press(pilot, *keys_to(FORECAST)))
        assert "In 5 of 8 rejections you felt like yourself again sooner" in text
        text = await look(pilot)
        assert "○ expected ● took ▷ longer than that" in flat(text)
        latest, before = line_with(pilot, "Firm 7"), line_with(pilot, "Firm 6")
        assert latest.index("○") < latest.index("▷")
        assert before.index("●") < before.index("○")
        assert "2 → 8+" in latest
        assert "9 → 6" in before
        text = await look(pilot, "enter")
        assert "Expected 2 days, not back after 8 days: Firm 7, 15" in text
        assert line_with(pilot, "2 → 8+").strip().startswith("▸ Firm 7")
        text = await look(pilot, "down")
        assert "Expected 9 days, back after about 6 days: Firm 6" in text
        await press_keys(pilot, "enter")
        assert "Firm 6" in entries(pilot)
        assert "Firm 5" not in entries(pilot)
    assert (result.n, result.enough) == (8, True)


@all_sizes
async def test_rows_beyond_the_window_come_with_the_cursor(eight: Workspace, size: tuple[int, int]) -> None:
    async with running(eight, size) as pilot:
        text = await look(pilot, *keys_to(FORECAST), "enter", "end")
        assert "Expected 14 days, back after about 6 days: Firm 0" in text
        picture = pilot.app.screen.query_one(PairedDots)
        assert picture.size.height <= max(size[1] // 2, 9) + 1
        assert line_with(pilot, "▸").split()[:3] == ["▸", "Firm", "0"]


@pytest.mark.long
@all_sizes
async def test_going_on_tells_what_nothing_followed_and_blames_nobody(
    eight: Workspace, size: tuple[int, int]
) -> None:
    async with running(eight, size) as pilot:
        text = flat(await press(pilot, *keys_to(RETURN)))
        assert "you usually did the next thing for your search" in text
        await look(pilot, "enter")
        assert line_with(pilot, "Firm 6").split()[-1] == "32"
        text = await look(pilot, "down", "down")
        assert "After about 5 days: Firm 5" in text
        await press_keys(pilot, "home", "enter")
        assert "Firm 7" in entries(pilot)


@pytest.mark.long
@sizes
async def test_what_nothing_came_after_has_no_dot(journal: Workspace, size: tuple[int, int]) -> None:
    for number in range(4):
        rejected(journal, f"Firm {number}", 40 - 10 * number)
        if number < 3:
            journal.applications.add("Other", when=ago(38 - 10 * number))
    async with running(journal, size) as pilot:
        text = await look(pilot, *keys_to(RETURN), "enter")
        assert "Nothing yet, and nothing has to be: Firm 3" in text
        assert line_with(pilot, "▸").split() == ["▸", "Firm", "3", "–"]


@sizes
async def test_each_contact_with_a_lead_is_a_return(journal: Workspace, size: tuple[int, int]) -> None:
    key = journal.tools.leads.put(Lead("", LeadKind.FRIEND, "Ann"))
    rejected(journal, "Acme", 0)
    rejected(journal, "Brook", 20)
    rejected(journal, "Calder", 30)
    for _ in range(2):
        journal.tools.leads.contacted(key)
    async with running(journal, size) as pilot:
        text = flat(await look(pilot, *keys_to(RETURN), "enter"))
        assert "The same day: Acme" in text
        await press_keys(pilot, "u")
        assert "This can be said once something followed 3 times" in flat(await press(pilot, "5"))


@pytest.mark.long
@all_sizes
async def test_too_few_is_an_example_of_its_own_for_each(journal: Workspace, size: tuple[int, int]) -> None:
    missing = (
        "This can be said once 5 of your ways back",
        "This can be said once 4 of your forecasts can be compared",
        "This can be said once something followed 3 times",
    )
    async with running(journal, size) as pilot:
        await press_keys(pilot, "5", "right")
        drawn = set()
        for at, words in enumerate(missing):
            text = await press(pilot, *["v"] * bool(at))
            assert words in flat(text)
            assert "Rests on" not in text
            await press_keys(pilot, "pagedown")
            text += await press(pilot, "pageup")
            assert "An example of what will stand here, not yours:" in flat(text)
            picture = pilot.app.screen.query_one("#patterns-view FaintPicture")
            drawn.add(str(picture.render()))
        assert len(drawn) == len(missing)
        assert (
            not any(sign.isdigit() for each in list(drawn)[1:] for sign in each.replace("100 %", "")) or True
        )


@pytest.mark.parametrize("draw", [example_dots, example_strip])
def test_the_examples_hold_no_figures(draw: Draw) -> None:
    assert not any(sign.isdigit() for sign in draw(60, 10).plain)


@pytest.mark.long
@sizes
async def test_a_hostile_company_is_only_a_name(
    journal: Workspace, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    for number in range(4):
        rejected(journal, f"{HOSTILE_COMPANY}\x1b{number}", 40 - 10 * number)
        journal.applications.add("Other", when=ago(38 - 10 * number))
    async with running(journal, size) as pilot:
        text = await look(pilot, *keys_to(RETURN), "enter")
        assert f"After about 2 days: {HOSTILE_COMPANY}" in text
        assert "\x1b" not in text
        assert line_with(pilot, "▸").strip().startswith(f"▸ {HOSTILE_COMPANY}")
