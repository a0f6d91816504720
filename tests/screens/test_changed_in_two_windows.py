"""Who changes what another window changed meanwhile hears of it, and where its words are."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import flat, open_workspace, press, running, type_text
from textual.pilot import Pilot

from bounceback_tui.domain.outcome import Outcome, Written
from bounceback_tui.services.workspace import Workspace

SAID = "Saved. It was changed elsewhere, too; v shows what was said there."


def an_entry(journal: Workspace, kind: str) -> str:
    if kind == "page":
        return journal.journal.note("A walk")
    return journal.journal.log(Outcome(company="Acme", text="A walk")).id


async def change(pilot: Pilot[None], words: str) -> None:
    await press(pilot, "2", "e")
    pilot.app.screen.query_one("#text").focus()
    await pilot.pause()
    await press(pilot, "ctrl+end")
    await type_text(pilot, words)


@pytest.mark.parametrize("kind", ["page", "outcome"])
async def test_the_second_to_save_is_told_where_the_other_words_are(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "journal.db"
    with open_workspace(path) as journal, open_workspace(path) as other:
        key = an_entry(journal, kind)
        async with running(journal) as pilot:
            await change(pilot, " from a")
            told = other.versions.told(key)
            other.versions.revise(type(told)(**{**vars(told), "text": "A walk from z", "title": ""}), told)
            assert SAID in flat(await press(pilot, "ctrl+s"))
            assert "A walk from z" in await press(pilot, "v")
        assert journal.journal.show(key).item.entry.text == "A walk from a"


async def test_nothing_is_said_where_only_one_changed_it(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with open_workspace(path) as journal, open_workspace(path) as other:
        key = an_entry(journal, "page")
        async with running(journal) as pilot:
            await change(pilot, " from a")
            assert "Saved. u takes it back." in flat(await press(pilot, "ctrl+s"))
            await change(pilot, " and b")
            told = other.versions.told(key)
            assert isinstance(told, Written)
            other.versions.revise(Written(**{**vars(told), "tags": ("walk",)}), told)  # another part of it
            assert "Saved. u takes it back." in flat(await press(pilot, "ctrl+s"))
        assert journal.journal.show(key).item.entry.tags == ("walk",)


@pytest.mark.many(2)
@pytest.mark.parametrize("kind", ["page", "outcome"])
async def test_a_draft_takes_over_what_was_changed_beside_it_and_tells_of_what_both_changed(
    tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "journal.db"
    with open_workspace(path) as journal:
        key = an_entry(journal, kind)
        async with running(journal) as pilot:
            await change(pilot, " from a")
            await press(pilot, "escape")
            for words, said in (
                ({"tags": ("walk",)}, "Here is what you had written. ctrl+n"),
                ({"text": "A walk from z", "title": ""}, "it was changed elsewhere since."),
                ({"tags": ("rest",)}, "Here is what you had written. ctrl+n"),
            ):
                told = journal.versions.told(key)
                journal.versions.revise(type(told)(**{**vars(told), **words}), told)
                assert said in flat(await press(pilot, "e"))
                if "text" in words:
                    await type_text(pilot, "!")
                await press(pilot, "escape")
            await press(pilot, "e")
            assert "Saved. u takes it back." in flat(await press(pilot, "ctrl+s"))
            assert "A walk from z" in await press(pilot, "v")
        assert journal.journal.show(key).item.entry.text == "A walk from a!"
        assert journal.journal.show(key).item.entry.tags == ("rest",)
