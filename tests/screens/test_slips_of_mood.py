"""A slip on the form for mood is put right with the least keys, and never kept as a feeling."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import flat, open_workspace, press, running, screen_text, type_text
from textual.widgets import Input

from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.services.workspace import Workspace


def readings(journal: Workspace) -> list[Reading]:
    return [one.reading for one in journal.versions.checkins(9)]


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        ("mm45", Reading(4, 5)),
        ("m4m5", Reading(4, 5)),
        ("mx4", Reading(4)),
        ("mm45shame 60", Reading(4, 5, (Feeling("shame", 60),))),
        ("m45shame", Reading(4, 5, (Feeling("shame", 50),))),
    ],
)
async def test_a_letter_that_a_digit_follows_was_a_slip_on_the_scale(
    tmp_path: Path, keys: str, kept: Reading
) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await type_text(pilot, keys)
            await press(pilot, "ctrl+s")
        assert readings(journal) == [kept]


async def test_the_scale_gets_it_where_all_keys_come_in_one_go(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("m", "m", "4", "5", "ctrl+s")
            await pilot.pause()
        assert readings(journal) == [Reading(4, 5)]


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("mo45", "“mo45” has a digit in its name"),
        ("45", "“45” names no feeling"),
        ("asham 120", "“asham 120” is more than there is"),
    ],
)
@pytest.mark.parametrize("key", ["enter", "ctrl+s"])
async def test_no_slip_is_kept_and_one_sentence_says_what_to_do(
    tmp_path: Path, typed: str, says: str, key: str
) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await press(pilot, "m", "3", "tab")
            await type_text(pilot, typed)
            assert says in flat(await press(pilot, key))
            field = pilot.app.screen.focused
            assert isinstance(field, Input)
            assert field.value == typed
            assert readings(journal) == []
            await press(pilot, "escape")  # nothing is lost by leaving, either
            assert typed in await press(pilot, "m")
            await press(pilot, "tab", "tab", "end", *["backspace"] * len(typed), "ctrl+s")
        assert readings(journal) == [Reading(3)]


async def test_an_entry_is_not_saved_with_a_slip_among_its_feelings(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await press(pilot, "n")
            await type_text(pilot, "Acme")
            for _ in range(6):
                await press(pilot, "tab")
            await press(pilot, "2", "3")
            await type_text(pilot, "shame60")
            assert "has a digit in its name" in flat(await press(pilot, "ctrl+s"))
            assert journal.database.rows("SELECT id FROM entry") == []
            assert "shame60" in screen_text(pilot.app)


async def test_the_example_is_of_the_list_and_not_ones_own_last_slip(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.check_in(Reading(3, None, (Feeling("asham", 100),)))
        async with running(journal) as pilot:
            shown = await press(pilot, "m")
            assert "asham" not in shown
            assert "calm 60, enter" in shown
