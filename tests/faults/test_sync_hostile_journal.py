"""A journal in which everything that was written is hostile text reaches the other machine sign by sign."""

from __future__ import annotations

from pathlib import Path

import hostile_columns
import pytest
from machines import Machine, quick_passphrases, same, settle_down

from bounceback_tui.storage.database import Database
from bounceback_tui.storage.digests import digest_of
from bounceback_tui.storage.sync_rows import ORDER

pytestmark = pytest.mark.needs("git")


def seal(database: Database) -> None:
    """Let what stands there be what was saved: it was overwritten beside the program."""
    columns = {"entry": "id, title, text", "revision": "id, title, text, tags, told"}
    with database.write():
        for table, names in columns.items():
            for row in database.rows(f"SELECT {names} FROM {table}"):
                database.run(f"UPDATE {table} SET digest = ? WHERE id = ?", (digest_of(*row), row[0]))


@pytest.mark.long
def test_every_table_arrives_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick_passphrases(monkeypatch)
    hostile_columns.make(tmp_path / "desk", 5, 200)
    remote = tmp_path / "remote"
    with Machine(tmp_path / "desk", remote) as desk, Machine(tmp_path / "laptop", remote) as laptop:
        filled = [table for table in ORDER if desk.workspace.database.row(f"SELECT 1 FROM {table}")]
        assert len(filled) > 25
        seal(desk.workspace.database)
        desk.set_up()
        laptop.set_up()
        settle_down(desk, laptop)
        same(desk, laptop)
        assert all(laptop.workspace.database.row(f"SELECT 1 FROM {table}") for table in filled)
