"""Locking in a terminal: the journal is closed, nothing of it is seen, and the half sentence comes again."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from journals import HandSetClock
from looking import open_workspace
from terminal import Terminal

from bounceback_tui.resources import asset
from bounceback_tui.services import privacy
from bounceback_tui.services.workspace import Workspace

pytestmark = pytest.mark.plain

COMMAND = shutil.which("bounceback", path=str(Path(sys.executable).parent)) or "bounceback"
WORDS = "vier lose Worte zusammen"
ROUNDS = 4
CTRL_L, CTRL_Q, CTRL_S = "\x0c", "\x11", "\x13"


def surroundings(journal: Path) -> dict[str, str]:
    return {"BOUNCEBACK_DB": str(journal), "BOUNCEBACK_NOW": "2026-11-23T09:30", "HOME": str(journal.parent)}


def open_files(at: Terminal) -> list[str]:
    """What the program has open, by name."""
    folder = Path(f"/proc/{at.child.pid}/fd")
    return [os.readlink(one) for one in folder.iterdir() if one.is_symlink()]


def threads(at: Terminal) -> int:
    """How many the program has; 0 where nobody tells."""
    folder = Path(f"/proc/{at.child.pid}/task")
    return len(list(folder.iterdir())) if folder.exists() else 0


@pytest.mark.long
@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="what is open is asked of Linux")
def test_an_encrypted_journal_is_asked_for_locked_and_opened_again(tmp_path: Path) -> None:
    journal = tmp_path / "me.db"
    with Workspace(journal, HandSetClock(), asset("guide.md"), key=privacy.new_key(WORDS)) as workspace:
        workspace.journal.note("Quittenmarmelade hilft.")
    with Terminal([COMMAND], surroundings(journal), (80, 24)) as at:
        at.wait_for("This journal is locked.")
        for _ in range(3):
            at.press("wrong\r")
            at.wait_for("does not open me.db")
            at.press("x\x7f")
            at.wait_for(lambda text: "does not open" not in text)
        at.press(f"{WORDS}\r")
        at.wait_for("1 Today")
        assert any(name.endswith("me.db") for name in open_files(at)), "the control"
        at.press("w")
        at.wait_for("Nobody else reads this")
        at.press("Halb fertig")
        at.wait_for("Halb fertig")
        at.press("\x1b[D\x1b[D")  # two to the left
        at.press(CTRL_L)
        at.wait_for(lambda text: "This journal is locked." in text and "Halb" not in text)
        at.rest(0.3)
        assert "Halb" not in at.text
        assert "Quitten" not in at.text
        assert not [name for name in open_files(at) if "me.db" in name]
        assert b"Halb" not in b"".join(path.read_bytes() for path in tmp_path.glob("me.db*"))
        at.press(f"{WORDS}\r")
        at.wait_for("Halb fertig")
        at.press("XY")
        at.wait_for("Halb fertXYig")
        at.press(CTRL_S)
        at.wait_for("Saved.")
        at.press(CTRL_Q)
        assert at.wait_for_end() == 0
    with Workspace(journal, HandSetClock(), asset("guide.md"), key=privacy.unlocked(journal, WORDS)) as again:
        [found] = again.database.rows("SELECT text FROM entry ORDER BY id DESC LIMIT 1")
        assert found == ("Halb fertXYig",)
        assert again.drafts.waiting() == []


@pytest.mark.long
def test_a_plain_journal_is_covered_and_a_kill_then_loses_nothing(tmp_path: Path) -> None:
    journal = tmp_path / "me.db"
    with open_workspace(journal):
        """No first start of it, then."""
    with Terminal([COMMAND], surroundings(journal), (80, 24)) as at:
        at.wait_for("1 Today")
        at.press("w")
        at.wait_for("Nobody else reads this")
        at.press("Halb fertig")
        at.wait_for("Halb fertig")
        at.press(CTRL_L)
        at.wait_for(lambda text: "would keep out both" in text and "Halb" not in text)
        at.rest(0.3)
        before = threads(at)
        for _ in range(ROUNDS):
            at.press("\r")
            at.wait_for("Halb fertig")
            at.press(CTRL_L)
            at.wait_for("This journal is closed and covered.")
        at.rest(0.3)
        # A pool may take one more when the machine is busy; what is left waiting would be one in every round.
        assert threads(at) < before + ROUNDS, "what waited for the app before still waits"
        at.child.kill(9)
    with closing(sqlite3.connect(journal)) as looked:
        [(content,)] = looked.execute("SELECT content FROM draft").fetchall()
    assert "Halb fertig" in content
