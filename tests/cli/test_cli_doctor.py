"""`doctor`: what it finds, what it says to do, and that it changes nothing unless it is told to."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from conftest import Shell
from journals import digest, start_python, wait_until_ready

from bounceback_tui import editor
from bounceback_tui.paths import config_folder
from bounceback_tui.services.doctor_checks import CHECKS
from bounceback_tui.services.outside import Outside

pytestmark = [pytest.mark.plain, pytest.mark.usefixtures("backed_up")]

CALLED = {name: called for name, called, _ in CHECKS}
"""What each check is called where a person reads."""

CRASHED = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA wal_autocheckpoint = 0")
connection.execute("UPDATE entry SET title = 'only in the log'")
os._exit(0)
"""


@pytest.fixture
def filled(shell: Shell) -> Shell:
    shell.logged()
    shell.do("leads", "--add", "Dev")
    return shell


def state(folder: Path) -> dict[str, tuple[str, int]]:
    """Every file with its content and its rights; but the index of the log, which SQLite makes anew."""
    return {
        str(path.relative_to(folder)): (digest(path), path.stat().st_mode)
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith("-shm")
    }


def found(shell: Shell, *args: str) -> dict[str, list[dict[str, Any]]]:
    """The findings of each check, with the exit code looked at."""
    ran = shell.run("doctor", "--json", *args)
    assert ran.err == ""
    told = ran.json
    assert ran.code == (0 if told["healthy"] else 1)
    checks: dict[str, list[dict[str, Any]]] = {}
    for one in told["findings"]:
        checks.setdefault(one["check"], []).append(one)
    return checks


def to_do(shell: Shell, *args: str) -> set[str]:
    return {name for name, every in found(shell, *args).items() if not all(one["ok"] for one in every)}


def change(journal: Path, *statements: str) -> None:
    connection = sqlite3.connect(journal, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_sound_journal_is_well_and_stays_as_it_is(filled: Shell, tmp_path: Path) -> None:
    before = state(tmp_path)
    checks = found(filled)
    assert to_do(filled) == set()
    assert list(checks) == [
        *("file", "pages", "entries", "references", "search", "search in tools", "undo"),
        *("encryption", "permissions", "space", "backups", "left over", "reports of faults", "settings"),
        "themes",
    ]
    out = filled.do("doctor").out
    assert out.startswith("In order, the file: A journal of 0.")
    assert "In order, connections: Whatever belongs together is there.\n" in out
    assert "In order, search elsewhere: It finds what you wrote beside entries, too.\n" in out
    assert not re.search("Well|schema|reference|tools", out)
    assert state(tmp_path) == before


def test_not_even_the_log_that_a_crash_left_is_touched(filled: Shell, tmp_path: Path) -> None:
    start_python(CRASHED, filled.journal).communicate()
    assert filled.journal.with_name("journal.db-wal").stat().st_size
    before = state(tmp_path)
    assert to_do(filled) <= {
        "encryption",
        "permissions",
        "search",
        "entries",
    }  # it was written to by a program that knows none of these
    assert state(tmp_path) == before
    # the control: merely looking with SQLite moves the log into the journal
    change(filled.journal, "SELECT * FROM entry")
    assert state(tmp_path) != before


BROKEN: dict[str, tuple[str, ...]] = {
    "references": ("PRAGMA foreign_keys = OFF", "DELETE FROM application"),
    "search": (
        "INSERT INTO entry_words (entry_words) VALUES ('delete-all')",
        "INSERT INTO entry_words (rowid, title, text) VALUES (1, 'made', 'up')",
    ),
    "search in tools": ("DELETE FROM findable",),
    "undo": ("DROP TRIGGER undo_entry_added",),
    "entries": ("UPDATE tally SET entries = entries + 1",),
}


@pytest.mark.many(3)
@pytest.mark.parametrize("check", BROKEN)
def test_what_is_not_in_order_is_found_and_left_as_it_is(filled: Shell, tmp_path: Path, check: str) -> None:
    change(filled.journal, *BROKEN[check])
    before = state(tmp_path)
    assert check in to_do(filled)
    ran = filled.run("doctor")
    assert ran.code == 1
    assert f"To do, {CALLED[check]}: " in ran.out
    assert state(tmp_path) == before


def test_changes_that_other_machines_would_never_hear_of_are_found(filled: Shell) -> None:
    assert "sync" not in found(filled)
    change(filled.journal, "INSERT INTO sync VALUES (1, '', '', x'', '', 0, '', NULL)")
    checks = found(filled)
    assert "Changes of “application” are not noted for sync" in str(checks["sync"])
    assert "`bounceback sync init` with the same place" in str(checks["sync"])
    assert checks["undo"][0]["ok"]


def test_fix_makes_the_search_anew_after_a_backup(filled: Shell) -> None:
    change(filled.journal, *BROKEN["search"], *BROKEN["search in tools"])
    assert filled.do("search", "inside", "--json").json == []
    assert to_do(filled) == {"search", "search in tools"}
    told = filled.do("doctor", "--fix", "--json").json
    assert told["healthy"]
    assert told["mended"][0].startswith("A backup was made first: ")
    assert len(filled.do("search", "inside", "--json").json) == 1
    kinds = {one["kind"]: one for one in filled.do("restore-backup", "--json").json}
    assert "before-mending" in kinds


def test_fix_closes_what_others_could_open(filled: Shell) -> None:
    folder = filled.journal.parent / "backups"
    [backup] = folder.iterdir()
    for path, mode in ((filled.journal, 0o644), (folder, 0o755), (backup, 0o664)):
        path.chmod(mode)
    assert len(found(filled)["permissions"]) == 3
    assert filled.do("doctor", "--fix", "--json").json["healthy"]
    assert [path.stat().st_mode & 0o777 for path in (filled.journal, folder, backup)] == [0o600, 0o700, 0o600]


def test_fix_removes_what_was_never_finished(filled: Shell) -> None:
    dead = start_python("pass")
    dead.communicate()
    folder = filled.journal.parent
    mine = folder / "backups" / f".journal.{os.getpid()}.abcdef.unfinished"
    left = [
        folder / "backups" / f".journal.{dead.pid}.abcdef.unfinished",
        folder / f".journal.db.{dead.pid}.abcdef.unfinished",
    ]
    for path in (mine, *left):
        path.touch(mode=0o600)
    assert to_do(filled) == {"left over"}
    assert "1 copy was never finished" in filled.run("doctor").out
    filled.do("doctor", "--fix")
    assert [path.exists() for path in (mine, *left)] == [True, False, False]


@pytest.mark.many(4)
@pytest.mark.parametrize("what", ["text", "empty", "foreign", "newer", "damaged", "folder", "nothing"])
def test_what_cannot_be_opened_is_told_without_a_traceback_and_left_alone(
    filled: Shell, tmp_path: Path, what: str
) -> None:
    journal = filled.journal
    match what:
        case "text":
            journal.write_text("Dear diary " * 100)
        case "empty":
            journal.write_bytes(b"")
        case "foreign":
            change(journal, "PRAGMA application_id = 7")
        case "newer":
            change(journal, "PRAGMA user_version = 99")
        case "damaged":
            content = journal.read_bytes()
            journal.write_bytes(content[:40_000] + os.urandom(150_000) + content[190_000:])
        case "folder":
            journal.unlink()
            journal.mkdir()
        case "nothing":
            journal.unlink()
    before = state(tmp_path)
    told = found(filled)["file"][0]
    assert not told["ok"]
    assert "restore-backup" in told["to_do"]
    for args in (("doctor",), ("doctor", "--fix")):
        ran = filled.run(*args)
        assert (ran.code, ran.err) == (1, "")
        assert state(tmp_path) == before


def test_before_the_first_word_there_is_nothing_to_do(shell: Shell) -> None:
    assert to_do(shell) == set()


def test_a_journal_that_somebody_else_locks_is_told(filled: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bounceback_tui.storage.journal_file.BUSY_SECONDS", 0.1)
    code = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA locking_mode = EXCLUSIVE")
connection.execute("BEGIN EXCLUSIVE")
print("ready", flush=True)
sys.stdin.readline()
"""
    other = start_python(code, filled.journal)
    wait_until_ready(other)
    told = found(filled)["file"][0]
    assert "Another program" in told["words"]
    other.communicate("\n")
    assert to_do(filled) <= {"permissions"}  # the control


def test_an_old_backup_is_told_and_so_is_none(filled: Shell, tmp_path: Path) -> None:
    later = "2026-12-10T09:30:00+00:00"
    os.utime(filled.journal)
    told = filled.run("doctor", "--json", now=later).json
    [old] = [one for one in told["findings"] if one["check"] == "backups"]
    assert "17 days old and holds 1 entry" in old["words"]
    assert old["to_do"] == "`bounceback backup` makes a new one."
    shutil.rmtree(tmp_path / "backups")
    assert to_do(filled) == {"backups"}


def test_what_waits_or_was_reported_is_told_and_needs_no_doing(
    filled: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    for name in ("crash-2026-11-20-093000.txt", "crash-2026-11-22-093000.txt"):
        (tmp_path / "state" / "bounceback").mkdir(parents=True, exist_ok=True)
        (tmp_path / "state" / "bounceback" / name).write_text("KeyError in today.py 12")
    change(filled.journal, "INSERT INTO draft VALUES ('write', '', '{}', '2026-11-23T08:30:00.000000Z')")
    (tmp_path / "run").mkdir()
    folder = editor.folder(os.environ)
    mark = Outside(None, None, os.environ, filled.journal)._journal  # type: ignore[arg-type] - neither is used
    dead = start_python("pass")
    dead.communicate()
    (folder / f"new.{dead.pid}.{mark}abcdef.md").write_text("half a page")
    checks = found(filled)
    assert to_do(filled) == set()
    assert checks["left over"][0]["words"] == (
        "1 draft waits to be gone on with. 1 text from your editor will be offered at the next start."
    )
    words = checks["reports of faults"][0]["words"]
    assert words.startswith("2 reports of faults of the program are in ")
    assert words.endswith("the latest crash-2026-11-22-093000.txt.")


def test_each_setting_is_told_with_its_source(filled: Shell, tmp_path: Path) -> None:
    config = Path(os.environ["XDG_CONFIG_HOME"]) / "bounceback"
    config.mkdir(parents=True)
    (config / "config.toml").write_text('date_order = "day first"\nnonsense = 1\n')
    other = tmp_path / "other.db"
    told = filled.run("--db", str(other), "doctor", "--json").json
    settings = {one["name"]: (one["value"], one["source"]) for one in told["settings"]}
    assert settings["journal"] == (str(other), "--db")
    assert settings["clock"] == ("2026-11-23T09:30:00+00:00", "BOUNCEBACK_NOW")
    assert settings["date_order"] == ("day first", str(config / "config.toml"))
    assert settings["writing_time"] == ("shown", "default")
    assert settings["lock_after"] == ("(never; 5 minutes where the journal is encrypted)", "default")
    assert to_do(filled) == {"settings"}
    rows = filled.run("doctor").out.splitlines()
    assert any(row.startswith("journal ") and row.endswith("BOUNCEBACK_DB") for row in rows)


def test_a_theme_that_is_not_there_or_cannot_be_read_is_told(filled: Shell) -> None:
    folder = config_folder()
    (folder / "themes").mkdir(parents=True)
    (folder / "config.toml").write_text('theme = "nrd"\n')
    (folder / "themes" / "fog.toml").write_text('foreground = "#777777"\nbackground = "#808080"\n')
    told = [one for one in filled.run("doctor", "--json").json["findings"] if one["check"] == "themes"]
    assert ["nrd" in told[0]["words"], "fog" in told[1]["words"]] == [True, True]
    assert all(one["to_do"] for one in told)
