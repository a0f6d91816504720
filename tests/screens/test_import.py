"""Importing from the palette: a file, questions, a look, and all of it; u takes it back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import stand_in_files as files
from helpers_messages import said
from helpers_tools import all_done, name_file, open_tool, settle
from journals import held
from looking import flat, open_workspace, press, press_keys, running, screen_text, type_text
from textual.pilot import Pilot
from textual.widgets import Input

from bounceback_tui.domain.incoming import Incoming, IncomingEntry, Refused
from bounceback_tui.formats import registry
from bounceback_tui.formats.reading import Question
from bounceback_tui.storage import undo

MOOD = Question("mood:so-so", "Where is “so-so”?", ("4", "5"), "5")
ORDER = Question("date_order", "Day or month first?", ("day", "month"))
HOSTILE = IncomingEntry("h", 1, files.DAYS_AGO[1], "[/] \x1b[31m [@click=app.quit]x[/]", "words")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "days.standin"
    path.touch()
    return path


def holds(
    monkeypatch: pytest.MonkeyPatch,
    things: Sequence[Incoming | Refused] = files.EVERYTHING,
    questions: Sequence[Question] = (),
) -> None:
    monkeypatch.setattr(registry, "READ", (files.stand_in(things, questions),))


async def import_named(pilot: Pilot[None], path: Path) -> str:
    await open_tool(pilot, "Import…")
    return await name_file(pilot, path)


async def test_what_a_file_is_is_said_while_its_name_is_typed(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holds(monkeypatch)
    (tmp_path / ".days-hidden").touch()
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await open_tool(pilot, "Import…")
            pilot.app.screen.query_one(Input).value = f"{tmp_path}/d"
            await press_keys(pilot, "end")
            assert "there is no file of that name" in flat(await press(pilot))
            assert "seems to be Stand-in: everything" in flat(await press(pilot, "right"))
            assert pilot.app.screen.query_one(Input).value == str(file)
            pilot.app.screen.query_one(Input).value = str(tmp_path)
            assert "a folder" in flat(await press(pilot))
            pilot.app.screen.query_one(Input).value = f"~/{file}"  # pasted behind what stands there
            assert "seems to be Stand-in: everything" in flat(await press(pilot))
            pilot.app.screen.query_one(Input).value = "~/"
            assert "the name of a file" in flat(await press(pilot))


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_it_is_looked_at_comes_in_and_is_taken_back(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    holds(monkeypatch)
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, size) as pilot:
            text = flat(await import_named(pilot, file))
            assert "Stand-in: 1 entry, 1 check-in, 2 applications and 1 thought record new." in text
            assert "A long day" in text
            text = flat(await press(pilot, "pagedown"))
            assert "line 6 its date cannot be read" in text
            assert held(journal)["entry"] == []
            await press_keys(pilot, "enter")
            text = await settle(pilot)
            assert said(pilot).startswith("1 entry, 1 check-in, 2 applications and 1 thought record came in.")
            assert said(pilot).endswith("u takes it back.")
            assert "Acme" in text
            assert len(held(journal)["entry"]) == 1
            await press_keys(pilot, "u")
            assert said(pilot).startswith("Undone: import of 1 entry")
            assert held(journal)["entry"] == []
            assert held(journal)["application"] == []


@pytest.mark.long
async def test_escape_leaves_everything_as_it_was(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holds(monkeypatch, files.EVERYTHING, [MOOD])
    with open_workspace(tmp_path / "journal.db") as journal:
        before = journal.exchange.as_json()
        async with running(journal) as pilot:
            assert "so-so" in flat(await import_named(pilot, file))
            await press_keys(pilot, "escape")
            await import_named(pilot, file)
            await press_keys(pilot, "enter")
            await all_done(pilot)
            await press_keys(pilot, "escape")
            await all_done(pilot)
        assert journal.exchange.as_json() == before


async def test_questions_are_fields_and_only_an_answer_goes_on(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holds(monkeypatch, files.EVERYTHING, [MOOD, ORDER])
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            text = flat(await import_named(pilot, file))
            assert "Day or month first? One of: day, month" in text
            await press_keys(pilot, "enter")
            assert "none of the answers" in flat(await press(pilot, "enter"))
            await type_text(pilot, "Day")
            await press_keys(pilot, "enter")
            assert "Stand-in: 1 entry" in flat(await settle(pilot))


@pytest.mark.long
async def test_where_nothing_is_new_nothing_can_be_brought_in(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holds(monkeypatch, [files.TORN])
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            text = flat(await import_named(pilot, file))
            assert "Stand-in: nothing new." in text
            assert "bring it in" not in text


async def test_words_of_a_file_are_only_words(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holds(monkeypatch, [HOSTILE, Refused(2, "[/b] \x1b[2J")], [Question("x", "[/] \x1b?", (), "[@click=x]y")])
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            text = flat(await import_named(pilot, file))
            assert "[/] ␛?" in text
            await press_keys(pilot, "enter")
            text = flat(await settle(pilot))
            assert "[/] ␛[31m [@click=app.quit]x[/]" in text
            assert "[/b] ␛[2J" in text


@pytest.mark.long
async def test_a_format_that_cannot_be_told_is_asked_for(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holds(monkeypatch)
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            text = flat(await import_named(pilot, file.rename(tmp_path / "days.odd")))
            assert "Import days.odd It cannot be told which program wrote it." in text
            await press_keys(pilot, "down", "enter")
            assert "Stand-in: 1 entry" in flat(await settle(pilot))


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_what_a_file_may_be_is_a_list_that_begins_at_what_is_likely(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("Firma,Stelle\nAcme,Datenbank\n")
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, size) as pilot:
            text = await import_named(pilot, table)
            assert "▸ a table of applications (CSV)" in text
            assert "Daylio (CSV)" in text
            assert "enter choose esc close" in text
            assert "Which column names the company?" in flat(await press(pilot, "enter"))


async def test_what_it_begins_with_takes_a_line_each_and_is_cut_visibly(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    title = "日本語 and a long day of which there is a good deal to tell, so that it takes more than a line"
    holds(monkeypatch, [IncomingEntry(str(n), 1, files.DAYS_AGO[1], f"{n} {title}", "words") for n in "ab"])
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, (60, 20)) as pilot:
            await import_named(pilot, file)
            text = screen_text(pilot.app)
            shown = [line.strip() for line in text.splitlines() if title[:5] in line]
            assert [line[-1] for line in shown] == ["…", "…"]
            assert text.count("to tell") == 0, "nothing goes on in a line below"


async def test_a_large_one_is_taken_back_beside_the_app_and_done_again(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holds(monkeypatch, files.many(20))
    monkeypatch.setattr(undo, "_MUCH", 10)
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await import_named(pilot, file)
            await press_keys(pilot, "enter")
            await all_done(pilot)
            await press_keys(pilot, "u")
            await all_done(pilot)
            assert said(pilot).startswith("Undone: import of 20 entries")
            assert held(journal)["entry"] == []
            await press_keys(pilot, "U")
            await all_done(pilot)
            assert said(pilot).startswith("Done again: import of 20 entries")
            assert len(held(journal)["entry"]) == 20
