"""A message in a low terminal covers little, and no key."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import open_workspace, press_keys, running
from textual.widgets._toast import Toast

from bounceback_tui.services.demo import fill
from bounceback_tui.widgets.key_bar import KeyBar


@pytest.mark.long
async def test_a_message_in_a_low_terminal_takes_its_words_alone_and_covers_no_key(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        async with running(journal, (60, 20)) as pilot:
            await press_keys(pilot, "2", "d", "u")
            screen = pilot.app.screen
            toasts = [one.region for one in screen.query(Toast)]
            assert toasts
            assert all(one.height == 1 and one.right <= screen.size.width for one in toasts)
            (keys,) = screen.query(KeyBar)
            assert keys.region.height > 2
            assert max(one.bottom for one in toasts) <= keys.region.y
