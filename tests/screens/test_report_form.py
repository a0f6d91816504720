"""Writing a report from the palette: what will be in it is said before, and where it lies after."""

from __future__ import annotations

import csv
import stat
from pathlib import Path

import pytest
from helpers_messages import said
from helpers_recover import all_sizes, rejected
from helpers_tools import all_done, name_file, open_tool
from looking import flat, open_workspace, press, press_keys, running, type_text
from textual.widgets import Input

REPORT, RECORD = "Write a report", "Write a record of"


@all_sizes
async def test_a_report_is_written_where_somebody_says(tmp_path: Path, size: tuple[int, int]) -> None:
    target = tmp_path / "patterns.html"
    with open_workspace(tmp_path / "journal.db") as journal:
        rejected(journal, "Acme", 3)
        async with running(journal, size) as pilot:
            text = flat(await open_tool(pilot, REPORT))
            assert "It names companies" in text
            assert "none of your texts is in it" in text
            assert pilot.app.screen.query_one(Input).value == "~/patterns-2026-11-23.html"
            pilot.app.screen.query_one(Input).value = str(target)
            assert "a page for a browser" in flat(await press(pilot))
            await name_file(pilot, target)
            assert said(pilot).startswith(f"Saved as {target}.")
        assert target.read_text("utf-8").startswith("<!doctype html>")
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.long
async def test_the_end_of_the_name_makes_it_markdown_and_no_table(tmp_path: Path) -> None:
    target = tmp_path / "patterns.md"
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await open_tool(pilot, REPORT)
            assert "this is no table" in await name_file(pilot, tmp_path / "patterns.csv")
            pilot.app.screen.query_one(Input).value = str(target)
            assert "(Markdown)" in flat(await press(pilot))
            await name_file(pilot, target)
    assert target.read_text("utf-8").startswith("# My patterns")
    assert not (tmp_path / "patterns.csv").exists()


@pytest.mark.long
async def test_a_filter_on_the_patterns_page_holds_for_the_report(tmp_path: Path) -> None:
    target = tmp_path / "patterns.md"
    with open_workspace(tmp_path / "journal.db") as journal:
        rejected(journal, "Acme", 3)
        async with running(journal) as pilot:
            await press_keys(pilot, "5", "f")
            await type_text(pilot, "company:acme")
            await press_keys(pilot, "enter")
            assert "It looks at everything at acme." in flat(await open_tool(pilot, REPORT))
            await name_file(pilot, target)
    assert "It looks at everything at acme." in target.read_text("utf-8")


@pytest.mark.long
async def test_a_record_of_applications_becomes_a_table(tmp_path: Path) -> None:
    target = tmp_path / "record.csv"
    with open_workspace(tmp_path / "journal.db") as journal:
        rejected(journal, "Acme", 3)
        async with running(journal) as pilot:
            assert "for an employment office" in flat(await open_tool(pilot, RECORD))
            await name_file(pilot, target)
    with target.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1][1] == "Acme"
    assert rows[1][4].endswith("turned down 2026-11-20")


@pytest.mark.long
@pytest.mark.parametrize("title", [REPORT, RECORD])
async def test_nothing_is_replaced_unasked_and_never_the_journal(tmp_path: Path, title: str) -> None:
    target = tmp_path / "mine.html"
    target.write_text("mine")
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await open_tool(pilot, title)
            assert "that is your journal" in await name_file(pilot, tmp_path / "journal.db")
            assert "enter again replaces it" in flat(await name_file(pilot, target))
            assert target.read_text() == "mine"
            await pilot.press("escape")
            await open_tool(pilot, title)
            await name_file(pilot, target)
            await pilot.press("enter")
            await all_done(pilot)
            assert target.read_text().startswith("<!doctype html>")


@pytest.mark.long
async def test_a_place_that_cannot_be_written_to_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await open_tool(pilot, REPORT)
            monkeypatch.setattr("os.fsync", full)
            await name_file(pilot, tmp_path / "a.html")
            assert "could not be written; name another place" in said(pilot)
    assert not list(tmp_path.glob("*.html"))
