"""Jumping in time: a date in words leads to what was written then."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from helpers_journal import NARROW, WIDE, line_with, turn_to, under_cursor
from looking import NOW, SIZES, open_workspace, running, screen_text, type_text
from textual.pilot import Pilot

from bounceback_tui.config_values import CONFIG_FILE
from bounceback_tui.domain.moment import Moment
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.history_list import HistoryList

both_sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")

DAYS = ("2026-11-20", "2026-11-03", "2026-03-31", "2026-03-02", "2026-01-15", "2025-11-30")


def moment(text: str) -> Moment:
    return Moment.of(datetime.fromisoformat(text))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with an entry on each of DAYS, of which two mention rain, told in no order."""
    path = tmp_path / "journal.db"
    with open_workspace(path) as journal:
        for day in sorted(DAYS, key=lambda day: day[::-1]):
            words = " in the rain" if day in ("2026-11-03", "2026-01-15") else ""
            journal.journal.note(f"Wrote on {day}{words}", when=moment(f"{day}T12:00+01:00"))
    return path


async def go_to(pilot: Pilot[None], words: str) -> None:
    await pilot.press("ctrl+g")
    await type_text(pilot, words)
    await pilot.press("enter")
    await pilot.pause()


@pytest.mark.many(9)
@both_sizes
@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("march", "2026-03-31"),
        ("last march", "2026-03-31"),
        ("2026-01", "2026-01-15"),
        ("3 weeks ago", "2026-03-31"),
        ("20 nov", "2026-11-20"),
        ("last november", "2025-11-30"),
        ("2025", "2025-11-30"),
    ],
)
async def test_a_date_in_words_leads_to_the_newest_entry_of_it(
    path: Path, size: tuple[int, int], words: str, day: str
) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Journal")
            await go_to(pilot, words)
            assert f"Wrote on {day}" in under_cursor(pilot)
            if size == WIDE:  # beside the list it is read at once
                title = next(line for line in screen_text(pilot.app).splitlines() if "│" in line)
                assert f"Wrote on {day}" in title.split("│")[1]
            await pilot.press("enter")
            await pilot.pause()
            assert f"Wrote on {day}" in line_with(pilot, "Wrote on")


@pytest.mark.long
async def test_what_was_understood_is_told_while_typing(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal, NARROW) as pilot:
            await turn_to(pilot, "Journal")
            await pilot.press("ctrl+g")
            assert "a day, a week, a month or a year in words" in screen_text(pilot.app)
            await type_text(pilot, "march")
            assert "= March 2026" in screen_text(pilot.app)
            await type_text(pilot, " 2025")
            assert "= March 2025" in screen_text(pilot.app)
            await pilot.press(*("backspace",) * 10)
            await type_text(pilot, "yesterday")
            assert "= Sun 22 Nov 2026 (yesterday)" in screen_text(pilot.app)


@pytest.mark.long
@pytest.mark.parametrize(
    ("words", "says"), [("soon", "“soon” is not a date"), ("", "A date is missing"), ("32 nov", "30 days")]
)
async def test_what_is_not_understood_is_told_in_the_dialog(path: Path, words: str, says: str) -> None:
    with open_workspace(path) as journal:
        async with running(journal, NARROW) as pilot:
            await turn_to(pilot, "Journal")
            await go_to(pilot, words)
            text = " ".join(screen_text(pilot.app).split())
            assert says in text
            assert "Go to" in text
            await pilot.press("escape")
            await pilot.pause()
            assert "Go to" not in screen_text(pilot.app)
            assert "Wrote on 2026-11-20" in under_cursor(pilot)


@pytest.mark.long
@both_sizes
async def test_where_nothing_was_written_it_goes_to_the_nearest_and_says_so(
    path: Path, size: tuple[int, int]
) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Journal")
            for words, day, says in (
                (
                    "june",
                    "2026-03-31",
                    "Nothing here from June 2026; the last one before is from Tue 31 Mar 2026.",
                ),
                (
                    "2019",
                    "2025-11-30",
                    "Nothing here from 2019; the oldest one here is from Sun 30 Nov 2025.",
                ),
            ):
                await go_to(pilot, words)
                assert f"Wrote on {day}" in under_cursor(pilot)
                told = " ".join(screen_text(pilot.app).replace("▌", " ").split())
                for word in says.split():
                    assert word in told
            await go_to(pilot, "next year")
            assert "Wrote on 2026-11-20" in under_cursor(pilot)


@pytest.mark.long
async def test_it_stays_within_the_search(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal, NARROW) as pilot:
            await pilot.press("slash", *"rain", "enter")
            await pilot.pause()
            await go_to(pilot, "march")
            assert "Wrote on 2026-01-15" in under_cursor(pilot)
            assert "2 entries with “rain" in screen_text(pilot.app)


async def test_from_an_entry_that_is_read_it_leads_to_another(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal, NARROW) as pilot:
            await turn_to(pilot, "Journal")
            await pilot.press("enter")
            await pilot.pause()
            assert line_with(pilot, "Wrote on 2026-11-20")
            await go_to(pilot, "march")
            assert line_with(pilot, "Wrote on 2026-03-31")
            assert not line_with(pilot, "Wrote on 2026-11-20")


async def test_an_empty_journal_offers_no_such_key(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "empty.db") as journal:
        async with running(journal, NARROW) as pilot:
            await turn_to(pilot, "Journal")
            assert "go to" not in screen_text(pilot.app)
            await pilot.press("ctrl+g")
            assert "Go to" not in screen_text(pilot.app)


async def test_in_the_search_box_it_is_a_letter(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal, NARROW) as pilot:
            await pilot.press("slash", "g")
            assert "Go to" not in screen_text(pilot.app)


@pytest.mark.parametrize("order", ["d", "m"])
async def test_what_3_4_means_can_be_settled_here_too(path: Path, tmp_path: Path, order: str) -> None:
    with open_workspace(path) as bare:
        clock, guide = bare.clock, bare._guide_text
    with Workspace(path, clock, guide, tmp_path / "settings") as journal:
        async with running(journal, NARROW) as pilot:
            await turn_to(pilot, "Journal")
            await go_to(pilot, "3/4")
            assert "Is 3/4 3 Apr 2026 (day first)" in screen_text(pilot.app)
            await pilot.press("tab", order)
            await pilot.pause()
            assert ("= Fri 3 Apr" if order == "d" else "= Wed 4 Mar") in screen_text(pilot.app)
            await pilot.press("enter")
            await pilot.pause()
            assert f"Wrote on {'2026-03-31' if order == 'd' else '2026-03-02'}" in under_cursor(pilot)
    assert (tmp_path / "settings" / CONFIG_FILE).exists()


@pytest.mark.long
async def test_far_back_in_a_long_journal_the_list_goes_on_both_ways(tmp_path: Path) -> None:
    path = tmp_path / "long.db"
    with open_workspace(path) as journal, journal.database.write():
        for day in range(1800):
            journal.journal.note(f"day {day}", when=Moment.of(NOW - timedelta(days=day)))
    with open_workspace(path) as journal:
        async with running(journal, WIDE) as pilot:
            await turn_to(pilot, "Journal")
            assert "500+ entries" in screen_text(pilot.app)
            wanted = Moment.of(NOW - timedelta(days=1200)).local_date
            await go_to(pilot, wanted.isoformat())
            assert "day 1200" in under_cursor(pilot)
            assert pilot.app.query_one(HistoryList).count < 1800
            await pilot.press("down")
            assert "day 1201" in under_cursor(pilot)
            await pilot.press("up", "up")
            assert "day 1199" in under_cursor(pilot)
            await pilot.press("end")
            assert "day 1799" in under_cursor(pilot)
            assert "1800 entries, newest first" in screen_text(pilot.app)
