"""What can be done with an entry on the Journal: reading, changing, deleting, and finding it again."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers_journal import (
    NARROW,
    WIDE,
    key_of,
    line_with,
    live,
    titles,
    turn_to,
    under_cursor,
)
from looking import SIZES, open_workspace, running, screen_text, type_text

both_sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@both_sizes
async def test_an_entry_is_read_with_all_that_was_said_beside_it(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        journal.versions.rewrite(
            key_of(journal, "They chose"), "They chose another", "The *panel*.", ["panel"]
        )
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Journal")
            await pilot.press("down", "enter")
            await pilot.pause()
            await pilot.resize_terminal(size[0], 60)  # all of it at once
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "Fri 13 Nov 2026, 09:30 (10 days ago) · 1 earlier version kept" in text
            assert "Acme · Data engineer · final round · rejected" in text
            assert "#panel" in text
            assert "The panel." in text  # rendered, not *panel*
            for words, said in (
                ("Before ", ("mood ▂3", "energy 2", "shame 60")),
                ("After ", ("mood ▁2",)),
                ("Next day ", ("mood ▄5", "energy 4")),
                ("Forecast ", ("in 14 days",)),
                ("Outside me ", ("an internal candidate",)),
                ("I could change ", ("ask about the team",)),
                ("Went right ", ("they invited me",)),
                ("It looked like ", ("more them than me · passing",)),
            ):
                for one in said:
                    assert one in line_with(pilot, words)


@both_sizes
async def test_enter_opens_the_entry_and_esc_goes_back_to_the_list(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Journal")
            beside = size == WIDE
            assert ("Nobody asked." in screen_text(pilot.app)) is False
            await pilot.press("down", "down")
            await pilot.pause()
            assert ("Nobody asked." in screen_text(pilot.app)) is beside  # wide windows show both
            await pilot.press("enter")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "Nobody asked." in text
            assert ("newest first" in text) is beside
            assert bool(under_cursor(pilot)) is beside
            await pilot.press("k")
            await pilot.pause()
            assert "panel was kind" in screen_text(pilot.app)
            await pilot.press("escape")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "Brook rang" in text
            assert ("panel was kind" in text) is beside
            assert "They chose" in under_cursor(pilot)


@pytest.mark.long
async def test_a_window_that_changes_its_size_keeps_what_is_read(path: Path) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, WIDE) as pilot:
            await turn_to(pilot, "Journal")
            await pilot.press("down", "tab")
            await pilot.resize_terminal(*NARROW)
            await pilot.pause()
            assert "panel was kind" in screen_text(pilot.app)
            assert "Brook rang" not in screen_text(pilot.app)
            await pilot.press("left")
            await pilot.pause()
            assert "Brook rang" in screen_text(pilot.app)
            await pilot.resize_terminal(*WIDE)
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "Brook rang" in text
            assert "panel was kind" in text


@both_sizes
async def test_an_entry_is_changed_and_shown_as_it_is_now(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Journal")
            await pilot.press("down", "enter", "e")
            await pilot.pause()
            assert "The *panel* was **kind**." in screen_text(pilot.app)  # as it was written
            await type_text(pilot, " So was the walk home.")
            await pilot.press("ctrl+s")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "So was the walk home." in text
            assert "1 earlier version kept" in text
            shown = journal.journal.show(key_of(journal, "They chose"))
            assert shown.item.entry.text.endswith("kind**. So was the walk home.")
            assert [one.text[:10] for one in shown.revisions] == ["They chose"]
            await pilot.press("u")
            await pilot.pause()
            assert "So was the walk home." not in screen_text(pilot.app)


@both_sizes
async def test_a_deleted_entry_is_gone_until_undo_brings_it_back(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Journal")
            await pilot.press("down", "right", "d")  # from the entry itself
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "trash now" in " ".join(text.replace("▌", " ").split()) or "in the trash" in text
            assert not any("They chose" in line and "▌" not in line for line in text.splitlines())
            assert "2 entries" in text
            assert titles(journal) == ["Brook rang", "A quiet walk"]
            assert "A quiet walk" in under_cursor(pilot)  # the one in its place
            await pilot.press("u")
            await pilot.pause()
            assert "They chose" in screen_text(pilot.app)
            assert "3 entries" in screen_text(pilot.app)
            assert titles(journal) == ["Brook rang", "They chose another.", "A quiet walk"]


@pytest.mark.long
@both_sizes
async def test_the_trash_is_looked_through_and_gives_back(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        journal.journal.delete(key_of(journal, "A quiet"))
        async with running(journal, size) as pilot:
            await pilot.press("slash")
            await type_text(pilot, "is:deleted")
            await pilot.press("enter")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "1 deleted entry" in text
            assert "r restore" in text
            assert "d delete" not in text
            await pilot.press("enter")
            await pilot.pause()
            assert "In the trash; r brings it back." in screen_text(pilot.app)
            await pilot.press("d")  # means nothing here
            await pilot.press("r")
            await pilot.pause()
            assert "No deleted entries" in screen_text(pilot.app)
            await pilot.press("escape")
            await pilot.pause()
            assert "3 entries, newest first" in screen_text(pilot.app)
            assert "A quiet walk" in screen_text(pilot.app)
        assert titles(journal, "is:deleted") == []


@pytest.mark.long
async def test_a_deleted_entry_is_found_in_the_trash_by_its_key(path: Path) -> None:
    live(path)
    with open_workspace(path) as journal:
        key = key_of(journal, "A quiet")
        journal.journal.delete(key)
        async with running(journal, WIDE) as pilot:
            await pilot.app.main.turn_to("Journal", key)
            await pilot.pause()
            assert "In the trash" in screen_text(pilot.app)
            assert "1 deleted entry" in screen_text(pilot.app)
