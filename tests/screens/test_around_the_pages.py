"""What works on every page: the palette, leaving, taking back, and what is said when something breaks."""

from __future__ import annotations

from contextlib import redirect_stderr
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from looking import NOW, open_workspace, running, screen_text, type_text

from bounceback_tui.app import BouncebackApp
from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query
from bounceback_tui.domain.text import one_line
from bounceback_tui.screens.offers import offers
from bounceback_tui.services.workspace import Workspace


def entries(journal: Workspace) -> int:
    return journal.journal.history(Query()).known


@pytest.mark.long
async def test_what_was_saved_can_be_taken_back(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("w")
            await type_text(pilot, "A walk.")
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert entries(journal) == 1
            await pilot.press("u")
            await pilot.pause()
            assert "Undone: save “A walk.”" in screen_text(pilot.app)
            assert entries(journal) == 0
            assert "U redo" in screen_text(pilot.app)
            await pilot.press("U")
            await pilot.pause()
            assert "Done again: save “A walk.”" in screen_text(pilot.app)
            assert entries(journal) == 1
            assert "U redo" not in screen_text(pilot.app)
            await pilot.press("u")
            await pilot.pause()
            await pilot.press("u")
            await pilot.pause()
            assert "nothing to take back" in screen_text(pilot.app)


async def test_every_key_that_works_is_shown_even_in_a_small_window(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, (60, 20)) as pilot:
            text = screen_text(pilot.app)
            for key in ("n what happened", "m mood", "w write", "/ search", "u undo", "? keys", "^p all"):
                assert key in text


async def test_the_palette_offers_what_the_keys_do(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.note("Before")
        async with running(journal) as pilot:
            await pilot.press("2")
            await pilot.pause()
            offered = {one.title for one in offers(pilot.app.main, pilot.app.screen)}
            assert offered >= {"Search", "Keys", "Edit", "Delete", "What happened", "Leave", "Patterns"}
            assert "Undo: save “Before”" in offered
            await pilot.press("ctrl+p")
            await pilot.pause()
            await type_text(pilot, "delete")
            await pilot.pause(0.5)
            await pilot.press("enter")
            await pilot.pause()
            await pilot.pause()
            assert entries(journal) == 0


@pytest.mark.long
@pytest.mark.parametrize("title", ["[/]", "[@click=app.quit]x", "\x1b]52;c;aGVsbG8=\x07"])
async def test_the_palette_shows_words_of_the_journal_as_words(tmp_path: Path, title: str) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.note("Text", title=title)
        async with running(journal) as pilot:
            await pilot.press("ctrl+p")
            await pilot.pause()
            await type_text(pilot, "undo")
            await pilot.pause(0.5)
            text = screen_text(pilot.app)
            assert f"Undo: save “{one_line(title)}”" in text
            assert not set(text) & set("\x1b\x07")
            await pilot.press("enter")
            await pilot.pause()
            await pilot.pause()
            assert entries(journal) == 0


@pytest.mark.many(3)
@pytest.mark.parametrize("opened", ["n", "ctrl+p", "question_mark"])
async def test_ctrl_q_leaves_from_anywhere(tmp_path: Path, opened: str) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press(opened)
            await pilot.pause()
            await pilot.press("ctrl+q")
            await pilot.pause()
            assert not pilot.app.is_running


async def test_a_click_on_the_digits_of_the_key_bar_says_nothing_of_a_mood(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("m")
            await pilot.pause()
            lines = screen_text(pilot.app).splitlines()
            row = next(place for place, line in enumerate(lines) if "1–9 choose" in line)
            await pilot.click(offset=(lines[row].index("1–9"), row))
            await pilot.pause()
            assert pilot.app.screen.query_one("#mood").value is None


@pytest.mark.long
async def test_a_new_day_has_its_date_at_the_top(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            assert "Mon 23 Nov" in screen_text(pilot.app)
            journal.clock = FixedClock(NOW + timedelta(days=1))
            await pilot.press("2")
            await pilot.pause()
            assert "Tue 24 Nov" in screen_text(pilot.app)


async def test_a_fault_of_the_program_tells_nothing_of_the_journal_and_keeps_the_draft(
    tmp_path: Path,
) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        app = BouncebackApp(journal)

        def fail(unspeakable: str) -> float:
            return 1 // (len(unspeakable) - len("unspeakable"))

        async def live() -> None:
            async with app.run_test() as pilot:
                await pilot.press("w")
                await type_text(pilot, "unspeakable")
                app.call_later(fail, "unspeakable")
                await pilot.pause()

        with pytest.raises(ZeroDivisionError), redirect_stderr(StringIO()) as said:
            await live()
        told = " ".join(said.getvalue().split())
        assert "ZeroDivisionError in test_around_the_pages.py" in told
        assert "offered again at the next start" in told
        assert "unspeakable" not in told
        assert journal.drafts.find("write").content["text"] == "unspeakable"


async def test_coming_back_to_today_the_next_step_is_one_key_away(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.log(Outcome("Acme", text="No."))
        async with running(journal) as pilot:
            await pilot.press("2", "1")
            await pilot.pause()
            assert "go on" in screen_text(pilot.app)
