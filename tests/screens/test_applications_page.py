"""Applications: the list, the log of one, and what was written about it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from helpers_journal import HOSTILE, NARROW, WIDE, line_with, live, strip_with, titles, turn_to, under_cursor
from looking import NOW, SIZES, open_workspace, running, screen_text

from bounceback_tui.domain.application import STAGES, Application, Event, Kind, Result
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.screens.applications import entries_of
from bounceback_tui.widgets.application_list import since
from bounceback_tui.widgets.stage_ladder import ladder

both_sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@both_sizes
async def test_open_ones_come_first_with_stage_status_and_days(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            text = screen_text(pilot.app)
            assert text.index("Brook · Analyst") < text.index("Acme · Data engineer")
            assert "open" in line_with(pilot, "Brook · Analyst")
            assert "rejected" in line_with(pilot, "Acme · Data engineer")
            for words in ("●●○○○○", "first screen", "●●●●●○", "final round", "10 days"):
                assert words in text
            assert (" referral" in text) is (size == WIDE)


@both_sizes
async def test_ended_ones_step_back(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        journal.applications.add("Calder", when=Moment.of(NOW - timedelta(days=5)))
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            colours = [
                segment.style.color
                for name in ("Brook", "Acme")
                for segment in strip_with(pilot, name)
                if name in segment.text and segment.style
            ]
            assert len(colours) == 2
            assert colours[0] != colours[1]


@both_sizes
async def test_the_log_of_one_is_told_by_date(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            await pilot.press("down")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "final round · rejected · 10 days ago" in text
            assert "applied" in line_with(pilot, "Mon 2 Nov 2026")
            assert "final" in line_with(pilot, "date not known")
            assert "rejected" in line_with(pilot, "Fri 13 Nov 2026")
            await pilot.press("right", "end")
            await pilot.pause()
            assert "referral" in line_with(pilot, "Source")
            await pilot.press("left", "up")
            await pilot.pause()
            assert "Brook" in under_cursor(pilot)
            assert "first screen · open · today" in screen_text(pilot.app)


@pytest.mark.long
@pytest.mark.parametrize("size", [(60, 20), WIDE], ids=str)
async def test_enter_leads_to_the_log_where_nothing_was_written(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        journal.applications.add("Calder", when=Moment.of(NOW - timedelta(days=5)))
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            while "Calder" not in under_cursor(pilot):
                await pilot.press("down")
            await pilot.press("enter")
            await pilot.pause()
            text = " ".join(screen_text(pilot.app).replace("▌", " ").split())
            assert "Nothing is written about it yet; this is its log." in text
            assert "What happened" in text
            await pilot.press("escape")
            await pilot.pause()
            assert "Calder" in under_cursor(pilot)


@pytest.mark.long
@both_sizes
async def test_enter_leads_to_what_was_written_about_it(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            await pilot.press("down", "enter")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "1 entry at Acme as Data engineer" in text
            assert "They chose another" in text
            assert "Brook rang" not in text


@pytest.mark.parametrize(
    "company", ['The "Good" Company', "A, B & C: Co.", "x -y +z", "a:b", "bell\x07 Ltd", "“Typographic” GmbH"]
)
def test_the_search_for_the_entries_of_a_company_finds_them(path: Path, company: str) -> None:
    with open_workspace(path) as journal:
        journal.journal.log(Outcome(company, "Tester", text="Them"))
        journal.journal.log(Outcome("Others", "Tester", text="Not them"))
        (application,) = (one for one in journal.applications.every() if one.company == company)
        assert titles(journal, entries_of(application)) == ["Them"]


@both_sizes
async def test_keys_that_work_are_shown(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:

            def keys() -> str:
                return " ".join(screen_text(pilot.app).splitlines()[-3:])

            await turn_to(pilot, "Applications")
            for shown in ("enter entries", "→ its log", "a add", "v what came next", "u undo"):
                assert shown in keys()
            await pilot.press("v")
            await pilot.pause()
            for shown in ("^s save", "esc keep for later", "first letter choose"):
                assert shown in keys()


@pytest.mark.long
@both_sizes
async def test_hostile_names_are_text(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        for text in HOSTILE:
            added = journal.applications.add(text, text)
            journal.applications.add_event(added.id, Kind.SCREEN, note=text)
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            for shown in HOSTILE.values():
                assert line_with(pilot, shown[:10])
            for _ in HOSTILE:
                await pilot.press("v")
                await pilot.pause()
                assert any(f"with {shown}" in screen_text(pilot.app) for shown in HOSTILE.values())
                await pilot.press("escape", "down")
                await pilot.pause()
                text = screen_text(pilot.app)
                assert any(f"screen  {shown}" in text for shown in HOSTILE.values())
                assert not {"\x1b", "\x07", "\u202e"} & set(text)
            await pilot.press("enter")
            await pilot.pause()
            assert pilot.app.is_running


@pytest.mark.long
async def test_a_window_that_changes_its_size_shows_both_parts(path: Path) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, NARROW) as pilot:
            await turn_to(pilot, "Applications")
            await pilot.press("down")
            for size in (WIDE, (60, 20), NARROW):
                await pilot.resize_terminal(*size)
                await pilot.pause()
                assert "Acme · Data engineer" in under_cursor(pilot)
                assert ("What happened" in screen_text(pilot.app)) is (size != (60, 20))
                await pilot.press("right")
                await pilot.pause()
                assert "What happened" in screen_text(pilot.app)
                await pilot.press("escape")
                await pilot.pause()


@pytest.mark.parametrize("rung", range(len(STAGES)))
def test_the_ladder_has_a_full_dot_for_each_stage_up_to_the_one_reached(rung: int) -> None:
    drawn = ladder(STAGES[rung]).plain
    assert (drawn.count("●"), drawn.count("○")) == (rung + 1, len(STAGES) - rung - 1)


@pytest.mark.parametrize(("days", "said"), [(0, "today"), (1, "1 day"), (40, "40 days"), (-2, "in 2 days")])
def test_days_since_the_last_event_are_told_in_words(days: int, said: str) -> None:
    at = Moment.of(NOW - timedelta(days=days))
    application = Application("a", "Acme", events=(Event("e", "a", Kind.APPLIED, at),))
    assert since(application, NOW.date()) == said
    assert since(Application("a", "Acme"), NOW.date()) == ""


@pytest.mark.long
async def test_one_without_a_company_is_named_as_such(path: Path) -> None:
    with open_workspace(path) as journal:
        journal.journal.log(Outcome(text="They said no", result=Result.REJECTED))
        async with running(journal) as pilot:
            await turn_to(pilot, "Applications")
            assert "A company" in under_cursor(pilot)
            await pilot.press("enter")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "enter entries" not in text, "no name to search for: its log lists what was written"
            assert "They said no" in text
