"""The palette finds what people call otherwise than we do."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers_tools import only_keys, path, typed
from looking import open_workspace, running

from bounceback_tui.domain.application import Kind
from bounceback_tui.screens.offers import offers

__all__ = ["path"]


@pytest.mark.many(9)
@pytest.mark.parametrize(
    ("page", "words", "found"),
    [
        ("1", "offer", "What happened"),
        ("1", "accepted", "What happened"),
        ("1", "ghosted", "What happened"),
        ("1", "rejection", "What happened"),
        ("1", "interv", "What happened"),
        ("1", "ghostd", "What happened"),
        ("1", "rejceted", "What happened"),
        ("1", "delete", "Trash"),
        ("1", "quit", "Leave"),
        ("1", "resume", "Changes to your CV"),
        ("1", "accepted withdraw", "Close the search"),
        ("1", "plan before", "Before the next one"),
        ("4", "offer", "What came next"),
        ("4", "ghosted", "What came next"),
        ("4", "edit", "Change"),
        ("4", "new", "Add"),
    ],
)
async def test_other_words_find_it(path: Path, page: str, words: str, found: str) -> None:
    with open_workspace(path) as journal:
        brook = journal.applications.add("Brook")
        journal.applications.add_event(brook.id, Kind.SCREEN)
        async with running(journal) as pilot:
            await only_keys(pilot, page, "ctrl+p")
            text = await typed(pilot, words)
            assert found in text
            assert "No matches" not in text


async def test_what_was_done_last_does_not_stand_before_what_can_be_done(path: Path) -> None:
    with open_workspace(path) as journal:
        brook = journal.applications.add("Brook")
        journal.applications.add_event(brook.id, Kind.OFFER)  # undo: note “offer” for Brook
        async with running(journal) as pilot:
            await only_keys(pilot, "ctrl+p")
            text = await typed(pilot, "offer")
            assert text.index("What happened") < text.index("Undo: note “offer”")


async def test_letters_without_a_meaning_find_nothing(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await only_keys(pilot, "ctrl+p")
            text = await typed(pilot, "qqzx")
            assert not any(one.words in text for one in offers(pilot.app.main, pilot.app.main))  # type: ignore[attr-defined] # our app
