"""Nothing is told by colour alone: without any, the focus, a choice and what is wrong can still be seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from helpers_walk import targets
from looking import flat, open_workspace, press, running
from test_contrast import MARK, seen
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, TextArea
from wcag import contrast

from bounceback_tui.app import BouncebackApp
from bounceback_tui.services.demo import fill
from bounceback_tui.widgets.key_bar import KeyBar

Seen = tuple[tuple[str, bool, bool, bool], ...]


def colourless(app: App[Any]) -> Seen:
    """The screen above its keys: each sign, and whether it is bold, underlined or turned around."""
    keys = app.screen.query(KeyBar)
    end = keys.first().region.y if keys else app.size.height
    return tuple(
        (sign, bool(style and style.bold), bool(style and style.underline), bool(style and style.reverse))
        for strip in app.screen._compositor.render_strips()[:end]
        for text, style, _ in strip
        for sign in text
    )


def caret_stands_out(app: App[Any]) -> bool:
    """Whether the caret of a field is much lighter or darker than what is around it, in grey as well."""
    field = app.focused
    part = {True: "input--cursor", False: "text-area--cursor"}[isinstance(field, Input)]
    assert field is not None
    pair = seen(field.get_component_rich_style(part))
    ground = field.background_colors[1]
    return pair is not None and contrast(pair[1].monochrome, ground.monochrome) >= MARK


async def focus_is_seen(pilot: Pilot[Any], steps: int = 8) -> int:
    """Go through what takes the focus; how many places it was at."""
    before, places = None, 0
    for _ in range(steps):
        now, focused = colourless(pilot.app), pilot.app.focused
        if before and before[1] is not focused:
            places += 1
            if isinstance(focused, Input | TextArea):
                assert caret_stands_out(pilot.app), focused
            else:
                assert now != before[0], (before[1], focused)
        before = now, focused
        await press(pilot, "tab")
    return places


@pytest.mark.parametrize(
    "forms",
    [
        ("mood",),
        pytest.param(("what-happened", "event", "plan", "cv", "thought", "lead"), marks=pytest.mark.long),
    ],
)
async def test_what_has_the_focus_is_seen_without_colour(tmp_path: Path, forms: tuple[str, ...]) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        async with running(journal, (100, 40)) as pilot:
            assert isinstance(pilot.app, BouncebackApp)
            places = 0
            for page in "123":
                await press(pilot, page)
                places += await focus_is_seen(pilot, 4)
            about = targets(journal)
            for form in forms:
                await pilot.app._open(form, about.get(form, ""))
                await press(pilot)
                places += await focus_is_seen(pilot)
                pilot.app.pop_screen()
            assert places > len(forms) + 4


async def test_no_color_is_heeded_and_every_state_has_a_word_or_a_sign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        journal.tags.set_colour("offer", "red")
        async with running(journal, (100, 40)) as pilot:
            app = pilot.app
            for keys, words in (
                (("1",), "4/6"),  # how far a section is, beside its bar
                (("2",), "▁2 Acme said no"),  # a mood, as a figure beside its bar
                (("t",), "red"),  # the colour of a tag, by its name
                (("escape", "3"), "[x] Think of one able person"),  # a tick
                (("4",), "▸ Ottersike Environmental"),  # what the keys are on
                (("n", "tab", "tab", "f"), "[final]"),  # what is chosen
                (("tab", "tab", "3", "slash", "4"), "Choose below, once for good."),  # what is not clear
            ):
                text = flat(await press(pilot, *keys))
                assert words in text, (keys, text)
                colours = {
                    colour
                    for strip in app.screen._compositor.render_strips()
                    for _, style, _ in strip
                    if style
                    for colour in (style.color, style.bgcolor)
                    if colour and colour.triplet
                }
                assert colours
                assert all(len(set(one.triplet or ())) == 1 for one in colours), "grey alone"
