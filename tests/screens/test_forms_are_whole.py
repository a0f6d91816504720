"""Forms in any size: one left edge, nothing cut without a sign of it, and one field that has the focus."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from helpers_walk import targets
from looking import SIZES, flat, open_workspace, press, press_keys, running, type_text
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from bounceback_tui.app import BouncebackApp
from bounceback_tui.domain.focus import FocusKind, FocusPoint
from bounceback_tui.domain.ids import new_id
from bounceback_tui.services.demo import fill

LOW = (60, 20)


async def opened(pilot: Pilot[Any], name: str, about: str = "") -> str:
    """The screen with that form."""
    assert isinstance(pilot.app, BouncebackApp)
    await pilot.app._open(name, about)
    return await press(pilot)


def line_of(text: str, words: str) -> str:
    """The line with these words."""
    return next(line for line in text.splitlines() if words in line)


@pytest.mark.parametrize("size", [LOW, *SIZES, (160, 50)])
async def test_what_is_filled_in_has_one_left_edge(tmp_path: Path, size: tuple[int, int]) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, size) as pilot:
            text = await press(pilot, "n")
            for words in (
                "who was it?",
                "applied",
                "now, or",
                "referral",
                "very low",
                "worn out",
                "disappointment 60",
            ):
                edge = line_of(text, words).index(words)
                assert edge == line_of(text, "who was it?").index("who was it?"), words


async def test_the_lowest_terminal_has_room_for_how_it_is(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, LOW) as pilot:
            text = await press(pilot, "n")
            assert "as you like." in line_of(text, "I am sorry.")
            assert line_of(text, "applied").rstrip(" ▇▁").endswith("task  final  offer")
            for scale in ("Mood", "Energy", "Feelings"):
                assert line_of(text, scale)
            pilot.app.screen.query_one("#locus").focus()
            text = await press(pilot)
            assert line_of(text, "▸ Cause").rstrip(" ▇▁").endswith("← → or 0–9")
            assert line_of(text, "passing").rstrip(" ▇▁").endswith("not said")


async def test_a_text_that_goes_on_beyond_its_field_says_so_and_can_be_walked_along(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, LOW) as pilot:
            await press_keys(pilot, "n")
            role = "Head of long titles, of the letters in them, and of 日本語データ工学"
            await type_text(pilot, "Acme")
            pilot.app.screen.query_one("#role", Input).value = role
            assert line_of(await press(pilot), "Role").rstrip(" ▇▁").endswith("…")
            text = await press(pilot, "tab")
            assert "工学" in line_of(text, "Role")
            text = await press(pilot, "shift+tab")
            assert line_of(text, "Role").split("Role")[1].strip().startswith("…")
            assert "…" not in line_of(text, "Company")


async def test_the_cursor_of_points_is_seen_only_where_keys_go(tmp_path: Path) -> None:
    long = "they say what they pay by the end of the first call, and keep to it afterwards"
    with open_workspace(tmp_path / "journal.db") as journal:
        for words in (long, "near enough for the bike"):
            journal.tools.focus.store(FocusPoint(new_id(journal.clock.now().utc), FocusKind.MUST, words))
        async with running(journal, LOW) as pilot:
            text = await opened(pilot, "posting")
            assert "▸" not in text
            text = await press(pilot, "tab")
            assert "▸ [ ]" in text
            assert long in flat(text)
            assert long not in flat(await press(pilot, "down"))


async def test_of_two_jobs_at_one_long_company_it_is_seen_which_one_is_chosen(tmp_path: Path) -> None:
    company = "Gesellschaft für außerordentlich lange Firmennamen am Niederrhein"
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.applications.add(company, "Data engineer")
        journal.applications.add(company, "Data analyst")
        async with running(journal, LOW) as pilot:
            await opened(pilot, "next-one")
            text = flat(await press(pilot, "right"))
            assert "Data engineer" in text or "Data analyst" in text
            text = flat(await press(pilot, "tab"))
            assert "Data engineer" not in text
            assert "Data analyst" not in text
            assert "… ›" in text


async def test_what_is_said_of_a_date_is_seen_as_it_is_typed(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        async with running(journal, LOW) as pilot:
            await opened(pilot, "plan", targets(journal)["plan"])
            await press_keys(pilot, "tab")
            await type_text(pilot, "blursday")
            assert "or “in 3 days”." in flat(await press(pilot))


@pytest.mark.many(3)
@pytest.mark.parametrize("form", ["what-happened", "write", "note", "thought", "feedback-answer"])
async def test_another_size_leaves_cursor_and_text_where_they_are(tmp_path: Path, form: str) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        async with running(journal, (120, 40)) as pilot:
            await opened(pilot, form, targets(journal).get(form, ""))
            page = pilot.app.screen.query(TextArea).first()
            page.focus()
            page.load_text("")
            await type_text(pilot, "One, two, three, four, five, six, seven, eight, nine, ten, and here")
            await pilot.press(*["left"] * 4)
            said, place = page.text, page.cursor_location
            for size in (LOW, (160, 50), (80, 24), LOW):
                await pilot.resize_terminal(*size)
                text = await press(pilot)
                assert pilot.app.focused is page
                assert (page.text, page.cursor_location) == (said, place)
                assert "ten, and here" in flat(text), f"out of sight at {size}"
            await type_text(pilot, "!")
            assert page.text.endswith("and !here")


async def test_where_there_is_nothing_to_choose_no_key_is_told_for_it(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            text = await opened(pilot, "next-one")
            assert "no open application yet" in text
            assert "choose" not in text
