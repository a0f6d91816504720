"""Garbage is looked for when nobody presses a key, and then at once."""

from __future__ import annotations

import gc
from pathlib import Path
from time import monotonic

import pytest
from looking import open_workspace, running

from bounceback_tui.app import at_rest

REST = 0.2


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked of Python, in order; hardly anything of it is done to the tests."""
    done: list[str] = []
    enable = gc.enable
    monkeypatch.setattr(gc, "freeze", lambda: done.append("keep"))
    # a start did without, and so does every answer
    monkeypatch.setattr(gc, "enable", lambda: (done.append("again"), enable()))
    monkeypatch.setattr(gc, "set_threshold", lambda *often: done.append("seldom"))
    monkeypatch.setattr(gc, "collect", lambda: done.append("look"))
    monkeypatch.setattr(at_rest, "_AT_REST", REST)
    return done


@pytest.mark.long
async def test_keys_put_off_the_search_for_garbage_until_they_rest(tmp_path: Path, looked: list[str]) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, (80, 24)) as pilot:
            pilot.app._tidy_at_rest()
            assert looked[-3:] == ["keep", "again", "seldom"]
            await pilot.pause(3 * REST)
            assert looked[-4:] == ["keep", "again", "seldom", "look"]
            await pilot.pause(3 * REST)
            assert looked.count("look") == 1, "nothing was pressed since"
            longest = 0.0
            for _ in range(30):
                before = monotonic()
                await pilot.press("2")
                await pilot.pause(REST / 10)
                longest = max(longest, monotonic() - before)
                assert looked.count("look") == 1 or longest > REST / 2, "a busy machine rests by itself"
            seen = looked.count("look")
            await pilot.pause(3 * REST)
            assert looked.count("look") == seen + 1


async def test_without_a_terminal_nothing_is_changed_for_whoever_runs_at_rest(
    tmp_path: Path, looked: list[str]
) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, (80, 24)) as pilot:
            await pilot.pause(0.5)
            await pilot.press("2")
            await pilot.pause(2 * REST)
            assert {*looked} <= {"again"}, "after the figures"
