"""The list of the Journal: read as far as somebody looks; what cannot be read leaves a line."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from helpers_journal import (
    NARROW,
    WIDE,
    live,
    titles,
    turn_to,
    under_cursor,
)
from looking import NOW, SIZES, open_workspace, running, screen_text, type_text

from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.widgets.history_list import HistoryList

both_sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.mark.usefixtures("all_is_drawn")
@both_sizes
async def test_a_long_history_is_read_as_far_as_somebody_looks(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal, journal.database.write():
        for number in range(1101):
            when = Moment.of(NOW - timedelta(hours=number + 1))
            journal.journal.note(f"Note {number}", when=when)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Journal")
            assert "500+ entries, newest first" in screen_text(pilot.app)
            while pilot.app.screen.query_one(HistoryList).cursor < 480:
                await pilot.press("pagedown")
            await pilot.pause()
            assert "1000+ entries" in screen_text(pilot.app)
            cursor = pilot.app.screen.query_one(HistoryList).cursor
            assert f"Note {cursor}" in under_cursor(pilot)
            await pilot.press("end")
            await pilot.pause()
            assert "1101 entries" in screen_text(pilot.app)
            assert "Note 1100" in under_cursor(pilot)
            await pilot.press("home")
            await pilot.pause()
            assert "Note 0" in under_cursor(pilot)
            await pilot.press("slash")
            await type_text(pilot, "note")
            await pilot.pause()
            assert "500+ entries with “note…”" in screen_text(pilot.app)


async def test_the_wheel_reads_on_too(path: Path) -> None:
    with open_workspace(path) as journal, journal.database.write():
        for number in range(601):
            journal.journal.note(f"Note {number}", when=Moment.of(NOW - timedelta(hours=number + 1)))
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await turn_to(pilot, "Journal")
            pilot.app.screen.query_one(HistoryList).scroll_to(y=490, animate=False)
            await pilot.pause()
            assert "601 entries" in screen_text(pilot.app)
            assert "Note 49" in screen_text(pilot.app)


@pytest.mark.long
async def test_reading_one_after_the_other_reads_on_too(path: Path) -> None:
    with open_workspace(path) as journal, journal.database.write():
        for number in range(601):
            journal.journal.note(f"Note {number}", when=Moment.of(NOW - timedelta(hours=number + 1)))
    with open_workspace(path) as journal:
        async with running(journal, NARROW) as pilot:
            await turn_to(pilot, "Journal")
            pilot.app.screen.query_one(HistoryList).cursor = 442
            await pilot.press("enter", *["j"] * 9, "escape")
            await pilot.pause()
            assert "601 entries" in screen_text(pilot.app)
            assert "Note 451" in under_cursor(pilot)


@pytest.mark.long
async def test_entries_that_cannot_be_read_leave_a_line(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_workspace(path) as journal, journal.database.write():
        for number in range(200):
            journal.journal.note(f"Note {number}", when=Moment.of(NOW - timedelta(hours=number + 1)))
    with open_workspace(path) as journal:

        def broken(*_: object, **__: object) -> object:
            raise StorageError("The journal is busy.")

        async with running(journal, WIDE) as pilot:
            await turn_to(pilot, "Journal")
            monkeypatch.setattr(journal.database, "rows", broken)
            await pilot.press("end")
            await pilot.pause()
            assert "could not be read" in under_cursor(pilot)
            await pilot.press("e", "d", "enter", "escape", "home")
            await pilot.pause()
            assert "Note 0" in under_cursor(pilot)


async def test_moving_in_a_list_alone_reads_a_screen_of_entries_at_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_workspace(path) as journal, journal.database.write():
        for number in range(200):
            journal.journal.note(f"Note {number}", when=Moment.of(NOW - timedelta(hours=number + 1)))
    with open_workspace(path) as journal:
        asked: list[str] = []
        rows = journal.database.rows

        def counted(sql: str, values: tuple[object, ...] = (), **how: bool) -> object:
            asked.append(sql)
            return rows(sql, values, **how)

        async with running(journal, NARROW) as pilot:
            await turn_to(pilot, "Journal")
            monkeypatch.setattr(journal.database, "rows", counted)
            await pilot.press(*["down"] * 16)
            await pilot.pause()
            assert asked == []
            await pilot.press(*["pagedown"] * 4)
            await pilot.pause()
            assert len(asked) == 1


@pytest.mark.long
@both_sizes
async def test_the_cursor_stays_on_its_entry_when_others_come(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Journal")
            await pilot.press("down")
            with open_workspace(path) as other:  # from a shell, perhaps
                other.journal.note("Later words")
            assert "They chose" in under_cursor(pilot)
            await turn_to(pilot, "Today")
            await turn_to(pilot, "Journal")
            assert "They chose" in under_cursor(pilot)


@pytest.mark.long
async def test_a_journal_that_cannot_be_read_is_told_kindly(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live(path)
    with open_workspace(path) as journal:

        def broken(*_: object, **__: object) -> object:
            raise StorageError("The journal is busy.")

        async with running(journal, WIDE) as pilot:
            await turn_to(pilot, "Journal")
            monkeypatch.setattr(journal.journal, "history", broken)
            await pilot.press("slash", "a")
            await pilot.pause()
            assert "The journal is busy." in screen_text(pilot.app)
            monkeypatch.undo()
            await pilot.press("c")
            await pilot.pause()
            assert "with “ac…”" in screen_text(pilot.app)
            monkeypatch.setattr(journal.database, "rows", broken)
            await pilot.press("enter", "down", "end", "enter", "d")
            await pilot.pause()
            assert pilot.app.is_running
            monkeypatch.undo()
            assert len(titles(journal)) == 3
