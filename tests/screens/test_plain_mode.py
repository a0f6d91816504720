"""Plain mode: what is drawn elsewhere is said in words and figures, and the same keys lead on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from looking import flat, open_workspace, press, press_keys, running, screen_text
from test_everywhere import drawn
from textual.pilot import Pilot

from bounceback_tui.app import BouncebackApp
from bounceback_tui.app.locked import LockedApp
from bounceback_tui.crashes import Crashes
from bounceback_tui.plain import FLAG, Imposed
from bounceback_tui.screens.behind import BehindWindow
from bounceback_tui.screens.pattern_answer import PatternAnswer
from bounceback_tui.screens.patterns import PatternsPage
from bounceback_tui.services.demo import fill
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.statistics.silence import Silence
from bounceback_tui.widgets.day_bars import DayBars
from bounceback_tui.widgets.mood_line import MoodLine
from bounceback_tui.widgets.picture import Picture
from bounceback_tui.widgets.plain_marks import plain
from bounceback_tui.widgets.slopes import Slopes
from bounceback_tui.widgets.survival_curve import SurvivalCurve
from bounceback_tui.widgets.trend_line import TrendLine
from bounceback_tui.widgets.year_in_pixels import YearInPixels


@asynccontextmanager
async def opened(
    journal: Workspace, *, in_plain: bool = True, size: tuple[int, int] = (100, 40)
) -> AsyncIterator[Pilot[None]]:
    journal.settings.impose(Imposed(in_plain, FLAG))
    async with BouncebackApp(journal).run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def answers(pilot: Pilot[Any]) -> AsyncIterator[PatternAnswer]:
    """Each answer on Patterns, one after the other."""
    await press_keys(pilot, "5")
    page = pilot.app.screen.query_one(PatternsPage)
    for _ in range(5):
        first = page.answer
        while True:
            yield page.query_one(PatternAnswer)
            await press_keys(pilot, "v")
            if page.answer is first:
                break
        await press_keys(pilot, "right")


async def test_each_picture_is_told_in_words_with_all_its_figures(tmp_path: Path) -> None:
    told = []
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        async with opened(journal) as pilot:
            async for answer in answers(pilot):
                assert answer._shown
                view = answer._shown[0].view(answer._shown[1])
                assert isinstance(view.picture, Picture)
                assert answer.picture
                shown = flat(screen_text(pilot.app))
                assert answer.picture.marks == view.picture.marks
                assert flat(plain(view.picture.marks[-1]))[:60] in flat(await press(pilot, "enter", "end"))
                told.append(type(view.picture))
                await press_keys(pilot, "escape")
                if told[-1] is Slopes:
                    assert "The middle with writing, 52 entries: before 5" in shown
                if told[-1] is DayBars:
                    assert isinstance(answer._shown[1], Silence)
                    quarter = answer._shown[1].quarters[0]
                    assert f"A quarter of all your waits had an answer within {quarter} days" in shown
    assert len(told) > 10
    assert {TrendLine, YearInPixels, SurvivalCurve, Slopes} <= set(told)


async def test_the_same_keys_lead_from_a_line_to_what_is_behind_it(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        async with opened(journal) as pilot:
            text = await press(pilot, "5", "enter", "up", "up", "up", "up")
            assert "> Thu 19 Nov 2026: Acme said no" in text
            await press_keys(pilot, "enter")
            assert isinstance(pilot.app.screen, BehindWindow)


async def test_a_journal_with_too_little_shows_no_example_of_a_picture(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with opened(journal) as pilot:
            text = flat(await press(pilot, "5"))
            assert "There is too little for a picture yet." in text
            assert "example" not in text


async def test_today_says_moods_and_progress_in_figures(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        async with opened(journal) as pilot:
            text = screen_text(pilot.app)
            moods = pilot.app.screen.query_one(MoodLine).moods
            figures = "".join("-" if mood is None else str(int(mood + 0.5)) for mood in moods)
            assert figures in text
            assert "4 of 6" in text
            assert "[1 Today]" in text
            assert "ctrl+p all" in text
            assert "[x] Think of one able person" in await press(pilot, "3")


async def test_the_tabs_fit_the_smallest_screen(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with opened(journal, size=(60, 20)) as pilot:
            for key, tab in enumerate(("Today", "Journal", "Recover", "Applications", "Patterns"), start=1):
                assert f"[{key} {tab}]" in await press(pilot, str(key))


async def test_what_somebody_typed_stays_as_it_is(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with opened(journal) as pilot:
            await press_keys(pilot, "w")
            pilot.app.screen.query_one("#text").insert("■ one ● two", None)  # type: ignore[attr-defined]  # a TextArea
            assert "# one * two" in await press(pilot)
            await press_keys(pilot, "ctrl+s")
        rows = journal.database.rows("SELECT text FROM entry")
        assert [row[0] for row in rows] == ["■ one ● two"]


async def test_settings_tell_what_asks_for_it_and_the_door_is_plain_too(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with opened(journal) as pilot:
            lines = (await press(pilot, "comma")).splitlines()
            (line,) = [one for one in lines if " Plain " in one]
            assert line.split()[-2:] == ["yes", FLAG] or line.split()[-3:-1] == ["yes", FLAG]
        for is_plain in (False, True):
            door = LockedApp(journal.path, Crashes(journal.clock), encrypted=True, plain=is_plain)
            async with door.run_test(size=(60, 20)) as pilot:
                text = await press(pilot, *"abc")
                assert ("> Passphrase ***" in flat(text)) is is_plain
                assert ("Passphrase •••" in flat(text)) is not is_plain
                assert not drawn(door)


async def test_how_far_it_got_is_said_in_words_and_the_field_with_the_focus_is_marked(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        async with opened(journal, size=(80, 24)) as pilot:
            text = await press(pilot)
            assert "a figure a day (- no entry)" in flat(text)
            text += await press(pilot, "3")
            assert "4 of 6" in text
            assert not {"##", "..", "←", "→"} & {sign for sign in ("##", "..", "←", "→") if sign in text}
            text = await press(pilot, "n")
            assert "> Company" in text
            text = await press(pilot, "tab")
            assert "> Role" in text
            assert "> Company" not in text


async def test_lists_in_place_of_pictures_cut_nothing_and_say_nothing_twice(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        journal.settings.impose(Imposed(True, FLAG))
        async with running(journal, (80, 24)) as pilot:
            text = flat(await press(pilot, "5", "right", "right", "enter"))
            assert text.count("likely between 2 in 3 and 19 in 20; 17 still open, 1 withdrew") == 1
            assert "12 of 15 moved on, likely between 1 in 2 and 19 in 20; 3 still open, 2 withdrew" in text
            text = await press(pilot, "escape", "v", "enter", *["down"] * 11)
            assert "> Tansyfield · Data engineer: silent for 174 days" in text
            assert "9 to 14 of 20" in text
            assert "…" not in "".join(line for line in text.splitlines() if "silent for" in line)
            await pilot.resize_terminal(60, 20)
            await pilot.pause(0.2)
            text = await press(pilot, "end")
            assert "> Foxenholt" in text
