"""Today says something kind after several of the lowest days, and puts it away at one key."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from helpers_journal import HOSTILE, WIDE
from looking import NOW, open_workspace, running, screen_text

from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace

every_size = pytest.mark.parametrize("size", [(60, 20), (80, 24), WIDE, (160, 50)], ids=str)


def low_days(path: Path, moods: str = "111") -> None:
    for ago, mood in enumerate(reversed(moods)):
        with open_workspace(path, NOW - timedelta(days=ago)) as journal:
            journal.journal.check_in(Reading(int(mood)))


@every_size
async def test_it_is_said_and_put_away_for_good(tmp_path: Path, size: tuple[int, int]) -> None:
    low_days(tmp_path / "journal.db")
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, size) as pilot:
            await pilot.pause()
            text = " ".join(screen_text(pilot.app).replace("│", " ").split())
            assert "It may help to talk to somebody" in text
            assert "esc put this away" in text
            await pilot.press("2", "1")
            await pilot.pause()
            assert "talk to somebody" in screen_text(pilot.app)
            await pilot.press("escape")
            await pilot.pause()
            assert "talk to somebody" not in screen_text(pilot.app)
            assert "put this away" not in screen_text(pilot.app)
        async with running(journal, size) as pilot:
            await pilot.pause()
            assert "talk to somebody" not in screen_text(pilot.app)


async def test_it_is_not_said_on_other_days(tmp_path: Path) -> None:
    low_days(tmp_path / "journal.db", "112")
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.pause()
            assert "talk to somebody" not in screen_text(pilot.app)
            assert "put this away" not in screen_text(pilot.app)


@pytest.mark.long
@pytest.mark.parametrize("words", HOSTILE)
async def test_hostile_words_of_ones_own_are_only_words(tmp_path: Path, words: str) -> None:
    low_days(tmp_path / "journal.db")
    (tmp_path / "support.md").write_text(words, encoding="utf-8")
    with Workspace(tmp_path / "journal.db", FixedClock(NOW), asset("guide.md"), tmp_path) as journal:
        async with running(journal) as pilot:
            await pilot.pause()
            assert HOSTILE[words] in screen_text(pilot.app)
            assert not set(screen_text(pilot.app)) & set("\x1b\x07\u202e")
