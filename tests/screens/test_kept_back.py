"""What comes in one go with a key that changes the screen is for what that key leads to."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from looking import open_workspace, running
from test_typed_ahead import at_once
from textual import events
from textual.widgets import Input, TextArea

from bounceback_tui.app.in_turn import InTurn
from bounceback_tui.domain.query import Query
from bounceback_tui.screens.form import Form
from bounceback_tui.screens.what_happened import WhatHappened
from bounceback_tui.widgets.feeling_sliders import FeelingSliders

SAVE, PANEL = "\x13", "panel"


@pytest.mark.parametrize("before", ["", "4"])
async def test_a_search_that_begins_on_another_page_gets_its_letters(tmp_path: Path, before: str) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.note("They had a panel.")
        async with running(journal) as pilot:
            await at_once(pilot, f"{before}/{PANEL}")
            box = pilot.app.focused
            assert isinstance(box, Input)
            assert box.value == PANEL


async def test_keys_behind_the_one_that_saves_are_for_what_comes_after_the_form(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await at_once(pilot, f"wThe first.{SAVE}wThe second.{SAVE}nAcme\tDev")
            await pilot.pause(0.2)
            form = pilot.app.screen
            assert isinstance(form, WhatHappened)
            assert (form.content()["company"], form.content()["role"]) == ("Acme", "Dev")
        told = [one.entry.text for one in journal.journal.history(Query()).items(0, 9)]
        assert sorted(told) == ["The first.", "The second."]


async def test_where_it_cannot_be_saved_they_are_for_the_form(tmp_path: Path) -> None:
    """Which says what does not fit, and stays."""
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await at_once(pilot, f"n{SAVE}Acme")
            await pilot.pause(0.2)
            form = pilot.app.screen
            assert isinstance(form, Form)
            assert form.content()["company"] == "Acme"


async def test_what_is_pasted_behind_a_key_keeps_its_lines(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await at_once(pilot, "n")
            form, tabs = pilot.app.screen, 0
            while form.focused and form.focused.id != "text":
                await pilot.press("tab")
                tabs += 1
            form.query_one("#company").focus()
            await pilot.pause()
            for _ in range(tabs):
                pilot.app.post_message(events.Key("tab", None))
            pilot.app.post_message(events.Paste("one\ntwo"))
            await pilot.pause()
            await pilot.pause(0.2)
            assert form.query_one("#text", TextArea).text == "one\ntwo"


async def test_the_app_alone_hands_on_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else one that is handed on by a screen, and one that just comes, would be handled side by side."""
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            handled_by = set()
            handle = type(pilot.app).at_its_turn

            def look(app: object, event: events.Key | events.Paste) -> events.Key | events.Paste:
                handled_by.add(asyncio.current_task())
                return handle(pilot.app, event)  # type: ignore[arg-type]  # the app of this test

            monkeypatch.setattr(type(pilot.app), "at_its_turn", look)
            monkeypatch.setattr(InTurn, "_something_has_no_place", lambda _: True)
            await at_once(pilot, "nAcme\tDev\tf\t\t")
            assert handled_by == {pilot.app._task}


async def test_enter_that_was_pressed_before_the_app_was_up_is_enter(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("m", "3", "4", *"shame")
            pilot.app.post_message(events.Key("ctrl+j", "\n"))
            await pilot.press(*"anger")
            await pilot.pause()
            assert [one.name for one in pilot.app.screen.query_one(FeelingSliders).value] == [
                "shame",
                "anger",
            ]
