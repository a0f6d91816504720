"""Wherever somebody comes: words stand out (WCAG AA), and in plain mode nothing is drawn but ASCII."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers_walk import everywhere
from looking import open_workspace, screen_text
from test_contrast import faint
from textual.app import App

from bounceback_tui.app import BouncebackApp
from bounceback_tui.plain import FLAG, Imposed
from bounceback_tui.services.demo import fill
from bounceback_tui.widgets.plain_marks import BLOCKS
from bounceback_tui.widgets.themes import DARK, LIGHT

PARTS = 12


def drawn(app: App[None]) -> set[str]:
    """The signs of lines, blocks, shapes and dots on the screen."""
    return {sign for sign in screen_text(app) if any(ord(sign) in codes for codes in BLOCKS)}


@pytest.mark.many(PARTS)
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize(
    ("theme", "plain"), [(DARK, False), (LIGHT, True)], ids=["dark and usual", "light and plain"]
)
async def test_all_can_be_read_and_plain_mode_draws_ascii(
    tmp_path: Path, theme: str, plain: bool, part: int
) -> None:
    hard: list[str] = []
    signs: dict[str, set[str]] = {}
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        journal.settings.impose(Imposed(plain, FLAG))
        app = BouncebackApp(journal)
        async with app.run_test(size=(100, 30), notifications=True, tooltips=True) as pilot:
            app.theme = theme
            await pilot.pause()
            async for place in everywhere(pilot, part, PARTS):
                hard += [f"{place}: {one}" for one in faint(app)]
                signs[place] = drawn(app)
    assert not hard, "\n".join(hard)
    if plain:
        assert not any(signs.values()), {place: found for place, found in signs.items() if found}
    else:
        assert any(signs.values()), "the control: the usual look has such signs"
