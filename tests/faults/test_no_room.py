"""A full disk, a limit for files, a folder or home that is not there: words stay, and it is told."""

from __future__ import annotations

import os
import pwd
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from journals import HandSetClock, check_whole, digest, open_journal, without_rights
from looking import NOW, open_workspace, press, press_keys, running, screen_text, type_text

from bounceback_tui.cli.main import bounceback
from bounceback_tui.cli.session import Session
from bounceback_tui.domain.query import Query
from bounceback_tui.screens.save_elsewhere import words_of
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace

COMMAND = shutil.which("bounceback", path=str(Path(sys.executable).parent)) or "bounceback"
LONG = "word " * 60_000
"""More than there is room for, 300 kB."""

SMALL = 2_000_000
"""Bytes of a disk on which there is room for an empty journal, and not for much more."""


def env_of(path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOUNCEBACK")}
    return kept | {"BOUNCEBACK_DB": str(path), "BOUNCEBACK_NOW": NOW.isoformat(), "HOME": str(path.parent)}


def run(path: Path, *args: str, said: str = "", before: Callable[[], None] | None = None) -> tuple[int, str]:
    """Exit code of a command and what it says on standard error: one sentence, no traceback."""
    ended = subprocess.run(
        [COMMAND, *args],
        check=False,
        env=env_of(path),
        input=said,
        capture_output=True,
        text=True,
        preexec_fn=before,
    )
    assert "Traceback" not in ended.stderr
    assert ended.stderr.count("\n") <= 1, ended.stderr
    return ended.returncode, ended.stderr.strip()


def texts(path: Path) -> list[str]:
    """The texts of all entries of a journal that is in order."""
    with open_journal(path, HandSetClock()) as workspace:
        check_whole(workspace.database)
        return [item.entry.text for item in workspace.journal.history(Query()).items(0, 99)]


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A journal with an entry."""
    path = tmp_path / "journal.db"
    with open_journal(path, HandSetClock()) as workspace:
        workspace.journal.note("kept")
    return path


def small_files() -> None:
    """Meanwhile no file may become larger than 200 kB."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))


def test_a_limit_for_files_is_told_and_takes_nothing_away(begun: Path) -> None:
    code, said = run(begun, "note", "-", said=LONG, before=small_files)
    assert code == 1
    assert "What was saved before is safe" in said
    assert texts(begun) == ["kept"]
    assert run(begun, "note", "-", said=LONG) == (0, ""), "the control: without the limit there is room"
    assert len(texts(begun)) == 2


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with little room."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "tmpfs", disk], check=False, capture_output=True
    )
    if made.returncode:
        pytest.skip("only root can make a small disk")
    try:
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.long
def test_a_full_disk_is_told_and_takes_nothing_away(small_disk: Path) -> None:
    path = small_disk / "journal.db"
    with open_journal(path, HandSetClock()) as workspace:
        workspace.journal.note("kept")
    code, said = run(path, "note", "-", said=LONG * 8)
    assert (code, said) == (
        1,
        "The disk is full. What was saved before is safe; free some space and try again.",
    )
    assert texts(path) == ["kept"]
    (small_disk / "more").write_bytes(
        b"x" * (os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_bsize)
    )
    code, said = run(path, "list")
    assert (code == 0 and not said) or "safe" in said or "Nothing was" in said
    (small_disk / "more").unlink()
    assert texts(path) == ["kept"]


@pytest.mark.long
def test_no_journal_is_begun_on_a_disk_that_is_full(small_disk: Path) -> None:
    (small_disk / "more").write_bytes(b"x" * (SMALL - 100_000))
    code, said = run(small_disk / "journal.db", "note", "words")
    assert code == 1
    assert "safe" in said or "Nothing was changed" in said
    assert [one.name for one in small_disk.iterdir()] == ["more"]


class _Full:
    """Takes the room of a journal away, and gives it back."""

    def __init__(self, journal: Workspace) -> None:
        [(pages,)] = journal.database.rows("PRAGMA page_count")
        self.pages = pages
        self.database = journal.database

    def take(self) -> None:
        self.database.rows(f"PRAGMA max_page_count = {self.pages}")

    def give(self) -> None:
        self.database.rows(f"PRAGMA max_page_count = {self.pages + 1000}")


class _Locked:
    """Another program that writes and does not end."""

    def __init__(self, journal: Workspace) -> None:
        journal.database.rows("PRAGMA busy_timeout = 1")
        self.other = sqlite3.connect(journal.path, isolation_level=None)

    def take(self) -> None:
        self.other.execute("BEGIN IMMEDIATE")

    def give(self) -> None:
        self.other.close()


@pytest.mark.many(2)
@pytest.mark.parametrize(
    ("fault", "said"), [(_Full, "The disk is full."), (_Locked, "Another program is writing")]
)
async def test_words_stay_in_the_form_and_can_be_saved_elsewhere(
    tmp_path: Path, fault: type[_Full | _Locked], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("bounceback_tui.storage.journal_file.BUSY_SECONDS", 0.01)
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.note("kept")
        trouble = fault(journal)
        async with running(journal) as pilot:
            await press_keys(pilot, "w")
            assert "^o to a file" not in screen_text(pilot.app)
            trouble.take()
            page = pilot.app.screen.query_one("#text")
            page.insert(LONG)
            await pilot.pause()
            shown = await press(pilot, "ctrl+s")
            assert said in shown
            assert "^o to a file" in shown
            assert page.text == LONG
            await press_keys(pilot, "ctrl+o", "enter")
            written = tmp_path / f"bounceback-{NOW.date()}.md"
            assert written.read_text() == LONG + "\n"
            assert page.text == LONG
            trouble.give()
            shown = await press(pilot, "ctrl+s")
            assert "Saved." in shown
        assert [item.entry.text for item in journal.journal.history(Query()).items(0, 9)][-1] == "kept"
        check_whole(journal.database)


def test_every_field_goes_into_the_file() -> None:
    content = {
        "company": "Acme",
        "tags": "",
        "feelings": [["shame", 60]],
        "before-mood": 3,
        "text": "One\nTwo\n",
    }
    assert words_of(content) == "Company: Acme\nFeelings: shame 60\nBefore mood: 3\n\nOne\nTwo\n"


def said_to_nobody(path: Path, *args: str) -> tuple[int, str]:
    """The same of a command that runs without special rights, in this process."""
    with without_rights():
        result = CliRunner(env=env_of(path)).invoke(bounceback, args)
    assert "Traceback" not in result.stderr
    assert result.stderr.count("\n") <= 1
    return result.exit_code, result.stderr.strip()


@pytest.mark.parametrize("args", [("list",), ("note", "words"), ("stats",)])
def test_a_folder_that_may_only_be_read_is_told(shown: Path, args: tuple[str, ...]) -> None:
    path = shown / "locked" / "journal.db"
    with open_journal(path, HandSetClock()) as workspace:
        workspace.journal.note("kept")
    path.chmod(0o444)
    path.parent.chmod(0o555)
    before = digest(path)
    try:
        code, said = said_to_nobody(path, *args)
        assert code == 1
        assert "Nothing was" in said
        assert said_to_nobody(path, "--read-only", "list") == (0, ""), "what can be read is read"
    finally:
        path.parent.chmod(0o700)
    assert digest(path) == before
    assert [one.name for one in path.parent.iterdir()] == ["journal.db"]


def test_a_folder_that_cannot_be_made_is_told(shown: Path) -> None:
    (shown / "file").write_text("mine")
    code, said = said_to_nobody(shown / "file" / "journal.db", "note", "words")
    assert (code, "not a directory" in said) == (1, True)
    shown.chmod(0o555)
    code, said = said_to_nobody(shown / "new" / "journal.db", "note", "words")
    assert (code, "permission denied" in said) == (1, True)
    assert not (shown / "new").exists()


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    assert run(tmp_path / "a" / "b" / "journal.db", "note", "words")[0] == 0
    assert texts(tmp_path / "a" / "b" / "journal.db") == ["words"]


@pytest.mark.parametrize("args", [("note", "words"), ("list",)])
def test_without_a_home_it_is_told(monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...]) -> None:
    def nobody(*_: object) -> None:
        raise KeyError

    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    with pytest.raises(CannotDo, match="There is no home folder"), Session().journal():
        pass
    result = CliRunner(env={"BOUNCEBACK_NOW": NOW.isoformat()}).invoke(bounceback, args)
    assert result.exit_code == 1
    assert result.stderr == (
        "There is no home folder to keep a journal in; name a file with --db, or in BOUNCEBACK_DB.\n"
    )


def test_control_permissions_do_count_for_others(shown: Path) -> None:
    """So that no test passes because it was root who looked."""
    shown.chmod(0o555)
    with without_rights(), pytest.raises(PermissionError):
        (shown / "new").write_text("words")


async def test_control_where_there_is_room_nothing_is_offered(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await press_keys(pilot, "w")
            await type_text(pilot, "words")
            pilot.app.screen.keep_draft()
            await press_keys(pilot, "ctrl+o")
            assert "into a file" not in screen_text(pilot.app)
