"""The power goes while somebody types: at most the last half second is gone, however often it happens."""

from __future__ import annotations

import random
import shutil
import signal
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest
from looking import open_workspace
from terminal import Terminal

COMMAND = shutil.which("bounceback", path=str(Path(sys.executable).parent)) or "bounceback"
PROMISED = 0.5
"""Seconds of typing that may be lost."""

SLOW = 1.0
"""Seconds that a busy machine may take to get from a key to the disk, beyond what is promised."""


def cut_off(path: Path, seed: int) -> tuple[str, str]:
    """Type for a while, and pull the plug: what was typed long enough ago, and what was kept of it."""
    chance = random.Random(seed)
    env = {
        "BOUNCEBACK_DB": str(path),
        "BOUNCEBACK_NOW": "2026-11-23T09:30:00+01:00",
        "HOME": str(path.parent),
    }
    with open_workspace(path):
        """No first start of it, then."""
    typed: list[tuple[float, str]] = []
    with Terminal([COMMAND], env) as terminal:
        terminal.wait_for("1 Today")
        terminal.press("w")
        terminal.wait_for("Nobody else reads this")
        end = time.monotonic() + PROMISED + SLOW + chance.uniform(0.2, 1.0)
        while time.monotonic() < end:
            letter = chance.choice("abcdefgh ")
            terminal.press(letter)
            typed.append((time.monotonic(), letter))
            terminal.rest(chance.uniform(0.01, 0.06))
        cut = time.monotonic()
        terminal.child.kill(signal.SIGKILL)
        terminal.wait_for_end()
    safe = "".join(letter for at, letter in typed if at < cut - PROMISED - SLOW)
    with open_workspace(path, datetime.fromisoformat("2026-11-23T09:31+01:00")) as journal:
        draft = journal.drafts.find("write")
        kept = str(draft.content["text"]) if draft else ""
        assert journal.database.rows("PRAGMA integrity_check") == [("ok",)]
        journal.drafts.discard("write")
    return safe, kept


KILLS, MANY_KILLS = 2, 100
"""How often it is killed in the ordinary run, and in the long one."""


@pytest.mark.many(2)
@pytest.mark.parametrize("seed", range(KILLS))
def test_at_most_half_a_second_is_lost(tmp_path: Path, seed: int) -> None:
    safe, kept = cut_off(tmp_path / "journal.db", seed)
    assert safe, "the control: something was typed long enough ago"
    assert kept.startswith(safe)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(MANY_KILLS))
def test_at_most_half_a_second_is_lost_a_hundred_times(tmp_path: Path, seed: int) -> None:
    safe, kept = cut_off(tmp_path / "journal.db", seed)
    assert safe
    assert kept.startswith(safe)


@pytest.mark.long
def test_control_without_drafts_it_would_be_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same with a program that keeps no drafts: so the test does look in the right place."""
    code = (
        "import bounceback_tui.storage.drafts as drafts\n"
        "drafts.put = lambda *_: None\n"
        "from bounceback_tui.__main__ import main\n"
        "main()\n"
    )
    forgetful = tmp_path / "forgetful"
    forgetful.write_text(f"#!{sys.executable}\n{code}")
    forgetful.chmod(0o700)
    monkeypatch.setattr(sys.modules[__name__], "COMMAND", str(forgetful))
    safe, kept = cut_off(tmp_path / "journal.db", 1)
    assert safe
    assert kept == ""
