"""Whatever can be clicked has a key that does the same."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from looking import open_workspace, press, press_keys, running
from textual.app import App
from textual.pilot import Pilot
from textual.widget import Widget

import bounceback_tui
from bounceback_tui.services.demo import fill

PACKAGE = Path(bounceback_tui.__file__).parent
CLICKED = ("on_click", "on_mouse_down", "on_mouse_up")

KEYS = {
    "PageTabs": "1 to 5",
    "KeyBar": "each stands for the key that it names",
    "SubjectLine": "< and >",
    "Signpost": "left and right, and v for the answers",
}
"""What can be clicked and never has the focus, with the keys that do it; see the story below."""


def clickable() -> dict[str, type]:
    """Every class of ours that hears of clicks."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and any(
                isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) and one.name in CLICKED
                for one in node.body
            ):
                module = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
                found[node.name] = getattr(import_module(module), node.name)
    return found


def test_whatever_hears_a_click_takes_the_focus_and_keys_or_is_known_to_have_others() -> None:
    found = clickable()
    assert len(found) > 15
    for name, kind in found.items():
        if issubclass(kind, App):  # which only counts them, to know when a message was answered
            continue
        assert issubclass(kind, Widget)
        if name in KEYS:
            assert not kind.can_focus
            continue
        keys = {key for one in kind.BINDINGS for key in getattr(one, "key", "").split(",")}
        assert kind.can_focus, name
        assert keys & {"enter", "space", "left", "1"}, (name, keys)
    assert set(KEYS) <= set(found)


async def clicked(pilot: Pilot[Any], widget: Widget, words: str) -> str:
    """What the screen shows after a click on these words of a widget."""
    for y, line in enumerate(str(widget.render()).splitlines()):
        if words in line:
            assert await pilot.click(widget, offset=(line.index(words) + len(words) // 2, y))
            return await press(pilot)
    raise AssertionError(f"{words} is not there")


@pytest.mark.long
@pytest.mark.parametrize("size", [(120, 40)])
async def test_a_click_and_its_key_lead_to_the_same(tmp_path: Path, size: tuple[int, int]) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        async with running(journal, size) as pilot:
            find = pilot.app.screen.query_one
            by_key = await press(pilot, "3")
            await press_keys(pilot, "1")
            assert await clicked(pilot, find("PageTabs", Widget), "3 Recover") == by_key
            next_one = await press(pilot, "greater_than_sign")
            assert next_one != by_key
            await press_keys(pilot, "less_than_sign")
            assert await clicked(pilot, find("SubjectLine", Widget), " >") == next_one
            await press_keys(pilot, "5")
            silence = await press(pilot, "right", "right", "v")
            await press_keys(pilot, "v", "left", "left")
            await clicked(pilot, find("#patterns-questions", Widget), "Where do I get stuck")
            assert await clicked(pilot, find("#patterns-answers", Widget), "silence") == silence
            await press_keys(pilot, "4", "d", "d")
            taken_back = journal.undo.next_back
            assert taken_back
            await press_keys(pilot, "u")
            assert journal.undo.next_back != taken_back
            assert journal.undo.next_again == taken_back
