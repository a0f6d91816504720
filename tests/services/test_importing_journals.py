"""A journal is no file to be brought in as it stands: that is told, with what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.importing import Wanted
from bounceback_tui.services.workspace import Workspace


def test_an_encrypted_journal_is_known_by_its_looks(workspace: Workspace, tmp_path: Path) -> None:
    noise = bytes((one * 167 + one // 256 * 59) % 256 for one in range(8192))
    (tmp_path / "sealed.db").write_bytes(noise)
    with pytest.raises(CannotDo, match=r"looks like an encrypted journal.*Nothing was changed.*export json"):
        workspace.importing.guess(tmp_path / "sealed.db")
    (tmp_path / "odd.bin").write_bytes(noise[:5000])
    assert workspace.importing.guess(tmp_path / "odd.bin") is None, "no journal is that long"
    (tmp_path / "plain.txt").write_text("x" * 8192)
    assert workspace.importing.guess(tmp_path / "plain.txt") is None


@pytest.mark.plain
def test_the_journal_that_is_open_is_never_looked_into(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "open", lambda *_args, **_named: pytest.fail("its locks would be gone"))
    (tmp_path / "link").symlink_to(workspace.path)
    for path in (workspace.path, tmp_path / "link"):
        with pytest.raises(CannotDo, match="this very journal"):
            workspace.importing.guess(path)
        with pytest.raises(CannotDo, match="this very journal"):
            workspace.importing.questions(Wanted(path, workspace.importing.formats[0], {}))
    assert os.path.getsize(workspace.path)


@pytest.mark.plain
def test_a_database_is_no_file_to_bring_in(workspace: Workspace, tmp_path: Path) -> None:
    copy = workspace.backups.make(tmp_path / "copy.db").path
    with pytest.raises(CannotDo, match="restore-backup"):
        workspace.importing.guess(copy)
