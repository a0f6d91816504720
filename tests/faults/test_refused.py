"""Whatever is no journal of ours is refused in the same sentence on the command line and on the screen."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from journals import HandSetClock, digest, look_into, open_journal
from looking import NOW
from terminal import Terminal

from bounceback_tui.cli.main import bounceback
from bounceback_tui.storage.journal_file import SCHEMA_VERSION

COMMAND = shutil.which("bounceback", path=str(Path(sys.executable).parent)) or "bounceback"


def made(path: Path) -> None:
    """A journal of ours with an entry."""
    with open_journal(path, HandSetClock()) as workspace:
        workspace.journal.note("kept")


def newer(path: Path) -> None:
    made(path)
    look_into(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def with_a_torn_head(path: Path) -> None:
    made(path)
    path.write_bytes(b"\xff" * 40 + path.read_bytes()[40:])


def with_a_torn_schema(path: Path) -> None:
    made(path)
    content = bytearray(path.read_bytes())
    content[100:1000] = b"\xff" * 900
    path.write_bytes(content)


def of_somebody_else(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE entry (text)")
        other.commit()


def linked(path: Path) -> None:
    made(path.with_name("other.db"))
    path.symlink_to(path.with_name("other.db"))


KINDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (Path.touch, "is empty. It was left as it is; name another file."),
    "folder": (Path.mkdir, "is a folder. Nothing was changed; name a file in it."),
    "link": (linked, "is a link. Nothing was changed; name the file itself."),
    "text": (
        lambda path: path.write_text("no " * 99),
        "is not a journal. It was left as it is; name another file.",
    ),
    "other": (of_somebody_else, "is a database of another program. It was left as it is."),
    "newer": (newer, "was written by a newer bounceback and was left as it is; update the program"),
    "head": (with_a_torn_head, "is not a journal. It was left as it is; name another file."),
    "schema": (with_a_torn_schema, "The journal seems to be damaged. Nothing"),
}


LOOKED_INTO = ("head", "schema")
"""What these are of is torn by its bytes; an encrypted journal shows none, and asks for its passphrase."""


@pytest.fixture(params=[pytest.param(one, marks=[pytest.mark.plain] * (one in LOOKED_INTO)) for one in KINDS])
def kind(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """A file that is no journal, and what is said of it."""
    make, said = KINDS[request.param]
    make(tmp_path / "journal.db")
    return tmp_path / "journal.db", said


def state(path: Path) -> list[tuple[str, str]]:
    """Every file there with its content."""
    return sorted((one.name, digest(one) if one.is_file() else "") for one in path.parent.iterdir())


@pytest.mark.many(3)
@pytest.mark.parametrize("args", [("list", "--json"), ("note", "words"), ("stats",)])
def test_on_the_command_line(kind: tuple[Path, str], args: tuple[str, ...]) -> None:
    path, said = kind
    before = state(path)
    ran = CliRunner(env={"BOUNCEBACK_DB": str(path), "BOUNCEBACK_NOW": NOW.isoformat()}).invoke(
        bounceback, args
    )
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert said in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert "Traceback" not in ran.stderr
    assert state(path) == before


@pytest.mark.many(4)
def test_on_the_screen(kind: tuple[Path, str]) -> None:
    path, said = kind
    before = state(path)
    env = {"BOUNCEBACK_DB": str(path), "BOUNCEBACK_NOW": NOW.isoformat(), "HOME": str(path.parent)}
    with Terminal([COMMAND], env, (200, 24)) as terminal:
        assert terminal.wait_for_end() == 1
        assert said in " ".join(terminal.text.split())
        assert "Traceback" not in terminal.text
    assert state(path) == before


def test_control_a_journal_of_ours_is_opened(tmp_path: Path) -> None:
    made(tmp_path / "journal.db")
    ran = CliRunner(env={"BOUNCEBACK_DB": str(tmp_path / "journal.db")}).invoke(bounceback, ["list"])
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert "kept" in ran.stdout


@pytest.mark.plain
def test_where_there_is_a_backup_it_is_offered(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    made(path)
    (tmp_path / "backups").mkdir()
    for day in (20, 21, 22):
        shutil.copy(path, tmp_path / "backups" / f"journal-daily-202611{day}T080000Z.db")
    newest = tmp_path / "backups" / "journal-daily-20261122T080000Z.db"
    newest.write_bytes(newest.read_bytes()[:9000])  # no good one
    shutil.copy(path, tmp_path / "backups" / "journal-set-aside-20261123T080000Z.db")
    for tear in (with_a_torn_head, with_a_torn_schema):
        path.unlink()
        tear(path)
        ran = CliRunner(env={"BOUNCEBACK_DB": str(path)}).invoke(bounceback, ["list"])
        assert "restore-backup journal-daily-20261121T080000Z.db`" in ran.stderr
        assert "a good backup of 2026-11-21" in ran.stderr
        assert ran.stderr.count("\n") == 1


@pytest.mark.plain
class TestNewer:
    """A journal of a newer version is never written, and can be read and exported all the same."""

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        """With a table and a column that this version does not know."""
        newer(tmp_path / "journal.db")
        look_into(tmp_path / "journal.db", "CREATE TABLE more (text)")
        look_into(tmp_path / "journal.db", "ALTER TABLE entry ADD COLUMN more TEXT NOT NULL DEFAULT 'x'")
        return tmp_path / "journal.db"

    @pytest.mark.many(3)
    @pytest.mark.parametrize("in_use", [False, True])
    @pytest.mark.parametrize("args", [("list",), ("show", "-1"), ("search", "kept"), ("export", "json")])
    def test_reading_and_export_are_offered(self, path: Path, args: tuple[str, ...], in_use: bool) -> None:
        runner = CliRunner(env={"BOUNCEBACK_DB": str(path), "BOUNCEBACK_NOW": NOW.isoformat()})
        assert "bounceback --read-only" in runner.invoke(bounceback, ["list"]).stderr
        other = sqlite3.connect(path, isolation_level=None)
        if in_use:
            other.execute("UPDATE more SET text = 1")
            other.execute("INSERT INTO more VALUES ('in the log')")
        before = digest(path)
        ran = runner.invoke(bounceback, ["--read-only", *args])
        assert (ran.exit_code, ran.stderr) == (0, "")
        assert "kept" in ran.stdout
        assert digest(path) == before
        other.close()

    @pytest.mark.many(3)
    @pytest.mark.parametrize("args", [("note", "words"), ("mood", "3"), ("delete", "-1")])
    def test_nothing_is_written(self, path: Path, args: tuple[str, ...]) -> None:
        before = state(path)
        ran = CliRunner(env={"BOUNCEBACK_DB": str(path)}).invoke(bounceback, ["--read-only", *args])
        assert (ran.exit_code, ran.stdout) == (1, "")
        assert "nothing was changed" in ran.stderr
        assert state(path) == before

    def test_the_app_reads_it(self, path: Path) -> None:
        before = state(path)
        env = {"BOUNCEBACK_DB": str(path), "BOUNCEBACK_NOW": NOW.isoformat(), "HOME": str(path.parent)}
        with Terminal([COMMAND, "--read-only"], env) as terminal:
            terminal.wait_for("1 Today")
            for key, shown in (
                ("2", "kept"),
                ("3", "3 Recover"),
                ("4", "4 Applications"),
                ("5", "5 Patterns"),
            ):
                terminal.press(key)
                terminal.wait_for(shown)
            terminal.press("w")
            terminal.wait_for("Nobody else reads this")
            terminal.press("words", "\x13")
            terminal.wait_for(lambda text: "only to be" in text and "nothing was changed" in text)
            terminal.press("\x11", "\x11")
            terminal.rest(0.5)
            terminal.press("\x11")
            assert terminal.wait_for_end() == 0
        assert state(path) == before

    def test_one_that_is_older_or_not_there_is_told(self, tmp_path: Path) -> None:
        path = tmp_path / "journal.db"
        runner = CliRunner(env={"BOUNCEBACK_DB": str(path)})
        assert "There is no journal at" in runner.invoke(bounceback, ["--read-only", "list"]).stderr
        assert list(tmp_path.iterdir()) == []
        made(path)
        look_into(path, f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
        before = state(path)
        assert "older version" in runner.invoke(bounceback, ["--read-only", "list"]).stderr
        assert state(path) == before
