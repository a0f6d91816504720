"""The restore drill: the newest backup opens and equals the journal, table by table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from journals import HandSetClock, check_whole, look_into, open_journal

from bounceback_tui.services.backups import Backups
from bounceback_tui.services.demo import fill


def everything(path: Path) -> dict[str, Any]:
    """Every row of every table, the indexes of words by the words that are in them."""
    tables = look_into(
        path, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    )
    return {name: sorted(look_into(path, f'SELECT * FROM "{name}"'), key=repr) for (name,) in tables}


def exported(path: Path, clock: HandSetClock) -> dict[str, object]:
    with open_journal(path, clock) as workspace:
        check_whole(workspace.database)
        return workspace.exchange.as_json()


@pytest.mark.long
def test_the_newest_backup_opens_and_equals_the_journal(tmp_path: Path, clock: HandSetClock) -> None:
    journal = tmp_path / "journal.db"
    with open_journal(journal, clock) as workspace:
        fill(workspace, clock.now())
        workspace.journal.note("#walk an hour\x1b[31m “better” 日本 🙂", tags=["walk"])
        made = workspace.backups.of_the_day()
        before = workspace.exchange.as_json()
    rows = everything(journal)
    assert len(rows) > 40
    assert sum(map(len, rows.values())) > 1_000
    assert made
    assert everything(made.path) == rows
    backups = Backups(journal, clock)
    for path in tmp_path.glob("journal.db*"):
        path.unlink()  # the disk took the journal
    backups.bring_back(backups.find("latest"))
    assert everything(journal) == rows
    assert exported(journal, clock) == before


@pytest.mark.long
def test_control_a_backup_of_another_day_does_not_equal_the_journal(
    tmp_path: Path, clock: HandSetClock
) -> None:
    journal = tmp_path / "journal.db"
    with open_journal(journal, clock) as workspace:
        workspace.journal.note("one")
        made = workspace.backups.make()
        workspace.journal.note("two")
    assert everything(made.path) != everything(journal)
