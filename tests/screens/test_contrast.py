"""All that is written on the pages and main windows can be read in both of our own themes (WCAG AA)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from looking import NOW, open_workspace, press, running
from rich.color import Color as RichColor
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.widgets import Input
from wcag import contrast

from bounceback_tui.services.demo import fill
from bounceback_tui.widgets.themes import DARK, LIGHT

TEXT, MARK = 4.5, 3.0
"""Least contrast of words, and of signs that only mark (frames, bars, rules)."""

WALK = (
    "1", "2", "down", "enter", "escape", "3", "down", "tab", "4", "down", "5", "right", "right", "right",
    "right", "n", "tab", "escape", "m", "escape", "question_mark", "escape", "ctrl+p", "escape",
)  # fmt: skip
"""Keys that lead over every page and the main windows."""


def seen(style: Style) -> tuple[Color, Color] | None:
    """Text and ground as a terminal shows them, dim and reversed included."""

    def plain(colour: RichColor | None) -> Color | None:
        return Color.from_rich_color(colour) if colour and not colour.is_default else None

    text, ground = plain(style.color), plain(style.bgcolor)
    if text is None or ground is None:
        return None
    if style.reverse:
        text, ground = ground, text
    return (ground.blend(text, 0.66) if style.dim else text), ground


def faint(app: App[object]) -> Iterator[str]:
    """What on the screen cannot be read well, with its colours."""
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        x = 0
        for segment in strip:
            at, x = x, x + segment.cell_length
            if app.screen.is_modal and app.screen.get_widget_at(at, y)[0] is app.screen:
                continue  # what lies behind a window is dimmed: it cannot be used now
            words = segment.text.strip()
            pair = seen(segment.style) if words and segment.style else None
            if pair is None:
                continue
            letters = any(sign.isalnum() for sign in words)
            got = contrast(*pair)
            # a rule or a bar's track parts or frames; what it marks is told in words beside it
            if letters and got < TEXT:
                yield f"{words!r} {pair[0].hex} on {pair[1].hex}: {got:.2f}"


@pytest.mark.long
@pytest.mark.many(4)
@pytest.mark.parametrize("theme", [DARK, LIGHT])
@pytest.mark.parametrize("made_up", [True, False], ids=["demo", "empty"])
async def test_all_that_is_written_can_be_read(tmp_path: Path, theme: str, made_up: bool) -> None:
    found: set[str] = set()
    with open_workspace(tmp_path / "journal.db") as journal:
        if made_up:
            fill(journal, journal.clock.now())
        async with running(journal, (120, 40)) as pilot:
            pilot.app.theme = theme
            for key in WALK:
                await press(pilot, key)
                found |= {f"after {key}: {one}" for one in faint(pilot.app)}
    assert not found, "\n".join(sorted(found))


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [DARK, LIGHT])
async def test_what_has_the_focus_stands_out(tmp_path: Path, theme: str) -> None:
    with open_workspace(tmp_path / "journal.db", NOW) as journal:
        async with running(journal) as pilot:
            pilot.app.theme = theme
            named = {
                key: Color.parse(pilot.app.theme_variables[key])
                for key in ("accent", "background", "surface")
            }
            assert contrast(named["accent"], named["background"]) >= MARK
            assert contrast(named["accent"], named["surface"]) >= MARK
            await press(pilot, "n")
            field = pilot.app.screen.query(Input).first()
            field.focus()
            await pilot.pause()
            cursor = field.get_component_rich_style("input--cursor")
            pair = seen(cursor)
            assert pair is not None
            assert contrast(*pair) >= MARK
