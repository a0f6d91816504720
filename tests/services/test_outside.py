"""Writing in one's own editor: what comes back is kept, whatever happens, and nothing is left behind."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from journals import HandSetClock, open_journal

from bounceback_tui import editor
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.outside import Outside, waiting
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.errors import StorageError


def script(tmp_path: Path, code: str) -> str:
    """An editor that runs some lines on `path`."""
    file = tmp_path / "an editor.py"
    file.write_text(f"import os, pathlib, sys\npath = pathlib.Path(sys.argv[-1])\n{code}\n")
    return f"{sys.executable} '{file}'"


def outside(workspace: Workspace, tmp_path: Path, code: str) -> Outside:
    environ = {"EDITOR": script(tmp_path, code), "XDG_RUNTIME_DIR": str(tmp_path)}
    return Outside(workspace.drafts, workspace.versions, environ, workspace.path)


def left(tmp_path: Path) -> list[Path]:
    return list(tmp_path.glob("bounceback-edit-*/*"))


def test_what_was_written_is_saved_and_the_file_is_gone(workspace: Workspace, tmp_path: Path) -> None:
    key = workspace.journal.note("First words", tags=["kept"])
    seen = tmp_path / "seen"
    code = (
        "modes = oct(path.stat().st_mode) + oct(path.parent.stat().st_mode)\n"
        f"pathlib.Path({str(seen)!r}).write_text(modes)\n"
        "path.write_text(path.read_text() + ' and more')"
    )
    assert outside(workspace, tmp_path, code).change(key)
    entry = workspace.journal.find(key).entry
    assert (entry.title, entry.text, entry.tags) == (
        "First words and more",
        "First words and more",
        ("kept",),
    )
    assert [one.text for one in workspace.versions.of(key)] == ["First words"]
    assert seen.read_text() == oct(stat.S_IFREG | 0o600) + oct(stat.S_IFDIR | 0o700)
    assert left(tmp_path) == []
    assert workspace.undo.take_back() == "change “First words”"


@pytest.mark.parametrize("code", ["pass", "path.unlink()", "path.write_text(path.read_text() + chr(10))"])
def test_what_was_left_as_it_was_is_no_version(workspace: Workspace, tmp_path: Path, code: str) -> None:
    key = workspace.journal.note("First words")
    assert not outside(workspace, tmp_path, code).change(key)
    assert workspace.versions.of(key) == []
    assert left(tmp_path) == []


def test_an_editor_that_fails_loses_nothing(workspace: Workspace, tmp_path: Path) -> None:
    key = workspace.journal.note("First words")
    with pytest.raises(CannotDo, match="ended with an error"):
        outside(workspace, tmp_path, "sys.exit(1)").change(key)
    assert workspace.drafts.waiting() == []
    with pytest.raises(CannotDo, match="kept as a draft"):
        outside(workspace, tmp_path, "path.write_text('Precious'); sys.exit(1)").change(key)
    assert workspace.journal.find(key).entry.text == "First words"
    assert [one.content["text"] for one in workspace.drafts.waiting()] == ["Precious"]
    assert left(tmp_path) == []


def test_where_saving_fails_the_words_wait_as_a_draft(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = workspace.journal.log(Outcome("Acme", text="No.")).id

    def full(*_: object) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(workspace.versions, "revise", full)
    with pytest.raises(StorageError):
        outside(workspace, tmp_path, "path.write_text('Precious')").change(key)
    (draft,) = workspace.drafts.waiting()
    assert (draft.form, draft.target[:26], draft.content) == ("what-happened", key, {"text": "Precious"})
    monkeypatch.setattr(workspace.drafts, "set_aside", full)
    with pytest.raises(StorageError):
        outside(workspace, tmp_path, "path.write_text('More precious')").change(key)
    (file,) = left(tmp_path)
    assert file.read_text() == "More precious", "not even a draft could be kept: the file is all there is"


def test_a_file_that_cannot_be_read_again_is_named_and_stays(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = workspace.journal.note("First words")
    journal = outside(workspace, tmp_path, "path.write_text('Precious')")

    def refused(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", refused)
        with pytest.raises(CannotDo) as told:
            journal.change(key)
    (file,) = left(tmp_path)
    assert str(file) in str(told.value)
    assert file.read_text() == "Precious"


def test_words_for_an_entry_that_is_gone_by_now_are_said_to_be_a_draft(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = workspace.journal.note("First words")
    run = editor.run

    def meanwhile(path: Path, environ: dict[str, str]) -> None:
        run(path, environ)
        workspace.journal.delete(key)
        workspace.journal.destroy(key)

    monkeypatch.setattr(editor, "run", meanwhile)
    with pytest.raises(CannotDo, match="What you wrote is kept as a draft"):
        outside(workspace, tmp_path, "path.write_text('Precious')").change(key)
    assert [one.content["text"] for one in workspace.drafts.waiting()] == ["Precious"]


def test_what_a_crash_left_behind_becomes_a_draft(
    workspace: Workspace, tmp_path: Path, clock: HandSetClock
) -> None:
    key = workspace.journal.note("First words")
    destroyed = workspace.journal.note("Gone")
    workspace.journal.delete(destroyed)
    workspace.journal.destroy(destroyed)
    folder = editor.folder({"XDG_RUNTIME_DIR": str(tmp_path)})
    gone = subprocess.Popen([sys.executable, "-c", "pass"])
    gone.wait()
    ours = outside(workspace, tmp_path, "pass")
    mark = ours._journal
    for name, text in (
        (f"{key}.{gone.pid}.{mark}aa.md", "Precious"),
        (f"{key}.{gone.pid}.{mark}bb.md", "First words\n"),  # nothing was written
        (f"{destroyed}.{gone.pid}.{mark}cc.md", "Written while it was deleted"),
        (f"{key}.{gone.pid}.00000000dd.md", "of another journal"),
        (f"{key}.{os.getpid()}.{mark}ee.md", "still being written"),
        (f"new.{gone.pid}.{mark}ff.md", "A new page"),
        (f".{key}.{gone.pid}.{mark}aa.md.swp", "what an editor keeps for itself"),
        (f".{key}.{gone.pid}.{mark}aa.md.1234abcd", "half a file"),
    ):
        (folder / name).write_text(text)
    assert ours.recover() == 3
    assert {(one.form, one.content["text"]) for one in workspace.drafts.waiting()} == {
        ("write", "Precious"),
        ("write", "Written while it was deleted"),
        ("write", "A new page"),
    }
    assert sorted(one.read_text() for one in left(tmp_path)) == ["of another journal", "still being written"]
    with open_journal(workspace.path, clock) as again:
        assert outside(again, tmp_path, "pass").recover() == 0


def test_ctrl_c_is_the_editor_s_while_it_runs(workspace: Workspace, tmp_path: Path) -> None:
    key = workspace.journal.note("First words")
    code = (
        "import signal, time\n"
        "signal.signal(signal.SIGINT, lambda *_: None)\n"
        "os.kill(os.getppid(), signal.SIGINT)\n"
        "time.sleep(0.5)\n"
        "path.write_text('Precious')"
    )
    assert outside(workspace, tmp_path, code).change(key)
    assert workspace.journal.find(key).entry.text == "Precious"


def test_words_that_are_no_utf_8_are_kept(workspace: Workspace, tmp_path: Path) -> None:
    key = workspace.journal.note("First words")
    assert outside(workspace, tmp_path, "path.write_bytes(b'caf\\xe9')").change(key)
    assert workspace.journal.find(key).entry.text == "café"


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"VISUAL": "vim -g", "EDITOR": "nano"}, ["vim", "-g", "-n", "-i", "NONE"]),
        ({"VISUAL": "/nowhere/gvim"}, ["/nowhere/gvim", "-f", "-n"]),
        ({"VISUAL": "code"}, ["code", "--wait"]),
        ({"VISUAL": " ", "EDITOR": "'/opt/my editor/ed'"}, ["/opt/my editor/ed"]),
    ],
)
def test_the_editor_is_the_one_that_was_named(environ: dict[str, str], words: list[str]) -> None:
    assert editor.command(environ)[: len(words)] == words


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        ({"EDITOR": "'open"}, "open quote"),
        ({"PATH": "/nowhere"}, "No editor is named"),
        ({"EDITOR": "/nowhere/ed"}, "cannot be started"),
    ],
)
def test_an_editor_that_is_not_there_is_told(
    workspace: Workspace, tmp_path: Path, environ: dict[str, str], told: str
) -> None:
    key = workspace.journal.note("First words")
    environ = {"XDG_RUNTIME_DIR": str(tmp_path), **environ}
    with pytest.raises(CannotDo, match=told):
        Outside(workspace.drafts, workspace.versions, environ, workspace.path).change(key)
    assert left(tmp_path) == []


def test_a_folder_that_somebody_else_made_is_not_used(tmp_path: Path) -> None:
    own = editor.folder({"XDG_RUNTIME_DIR": str(tmp_path)})
    own.rmdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    own.symlink_to(elsewhere)
    assert editor.folder({"XDG_RUNTIME_DIR": str(tmp_path)}).parent != tmp_path
    own.unlink()
    own.write_text("a file of that name")
    assert editor.folder({"XDG_RUNTIME_DIR": str(tmp_path)}).parent != tmp_path


def test_an_editor_behind_a_link_is_kept_quiet_too(tmp_path: Path) -> None:
    real = tmp_path / "vim.basic"
    real.write_text("#!/bin/sh\n")
    real.chmod(0o700)
    (tmp_path / "editor").symlink_to(real)
    assert editor.command({"PATH": str(tmp_path)})[1:4] == ["-n", "-i", "NONE"]


def test_a_runtime_folder_that_cannot_be_looked_into_holds_no_text(tmp_path: Path) -> None:
    """As after `su`, which leaves the variable that names the other person's folder."""
    nowhere = {"XDG_RUNTIME_DIR": f"/{'x' * 300}"}
    assert waiting(tmp_path / "me.db", nowhere) == 0
