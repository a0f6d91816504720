"""Backups in the app itself, in a pseudo-terminal: one is made at rest, and one is brought back."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from journals import HandSetClock, open_journal
from terminal import Terminal

from bounceback_tui.domain.query_values import Query
from bounceback_tui.services.backups import Backups

pytestmark = pytest.mark.plain

COMMAND = shutil.which("bounceback", path=str(Path(sys.executable).parent)) or "bounceback"
QUIT, ENTER, PALETTE = "\x11", "\r", "\x10"


@pytest.mark.long
def test_a_backup_comes_back_in_the_app_and_the_app_goes_on(tmp_path: Path, clock: HandSetClock) -> None:
    journal = tmp_path / "journal.db"
    with open_journal(journal, clock) as workspace:
        workspace.journal.note("in both")
        workspace.backups.make()
        workspace.journal.note("only in the journal")
    env = {
        "BOUNCEBACK_DB": str(journal),
        "BOUNCEBACK_NOW": "2026-11-24T09:30:00+01:00",
        "HOME": str(tmp_path),
    }
    with Terminal([COMMAND], env) as terminal:
        terminal.wait_for("1 Today")
        # once keys rest, the backup of the day is made without a word
        terminal.wait_for(lambda _: any(tmp_path.glob("backups/journal-daily-*.db")))
        terminal.press(PALETTE)
        terminal.wait_for("Search for")
        terminal.press("backups")
        terminal.wait_for("Copies of the whole journal")
        terminal.press(ENTER)
        terminal.wait_for("made by you")
        terminal.press("\x1b[B", "r")
        terminal.wait_for("r once more brings back Mon 23 Nov 09:30 (1")
        terminal.press("r")
        terminal.wait_for("1 entry is back.")
        terminal.press("2")
        terminal.wait_for("in both")
        assert "only in the journal" not in terminal.text
        terminal.press(QUIT)
        assert terminal.wait_for_end() == 0
    backups = Backups(journal, clock)
    assert [(str(one.kind), one.entries) for one in backups.every()][:2] == [("set-aside", 2), ("daily", 2)]
    with open_journal(journal, clock) as workspace:
        assert workspace.journal.history(Query()).known == 1
