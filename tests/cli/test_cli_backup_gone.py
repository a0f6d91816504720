"""What backups keep of a thing deleted for good is said, and one can be removed; a folder is never a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Shell


@pytest.mark.plain  # it looks for the words in the bytes of the backups
def test_what_deleting_for_good_says_is_true_of_the_backups_and_they_can_be_removed(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("bounceback_tui.cli.for_good.tell", told.append)
    key = shell.do("note", "Peppercorn").json["id"]
    shell.do("backup")
    shell.do("delete", key, "--for-good", "--yes")
    assert told[0].startswith("Backups made before still hold it")
    assert "restore-backup --remove NAME" in told[0]
    backups = [one["name"] for one in shell.do("restore-backup", "--json").json]
    folder = shell.journal.parent / "backups"
    assert any(b"Peppercorn" in (folder / name).read_bytes() for name in backups)
    assert shell.refused("restore-backup", "--remove", backups[0]) == (
        1,
        "Nothing was removed; --yes removes without asking.",
    )
    for name in backups:
        assert f"Removed: {name}" in shell.do("restore-backup", "--remove", name, "--yes").out
    assert shell.do("restore-backup", "--json").json == []
    assert not any(b"Peppercorn" in file.read_bytes() for file in folder.iterdir())


def test_only_a_backup_of_the_list_is_removed(shell: Shell, tmp_path: Path) -> None:
    mine = tmp_path / "mine.db"
    shell.do("backup", str(mine))
    code, said = shell.refused("restore-backup", "--remove", str(mine), "--yes")
    assert (code, mine.exists()) == (1, True)
    assert said.startswith("There is no backup")
    assert shell.refused("restore-backup", "latest", "--remove", "x")[0] == 2
    assert shell.refused("--read-only", "restore-backup", "--remove", "x", "--yes")[0] == 2


def test_a_name_that_ends_in_a_slash_is_a_folder_and_never_becomes_a_file(
    shell: Shell, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    code, said = shell.refused("backup", f"{stick}/")
    assert (code, stick.exists()) == (1, False)
    assert said.startswith(f"There is no folder {stick}")
    stick.mkdir()
    shell.do("backup", f"{stick}/")
    assert [one.name for one in stick.iterdir()] == ["journal-by-hand-20261123T093000Z.db"]
