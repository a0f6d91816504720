"""Long work on the command line: it tells how far it is, can be stopped, and leaves nothing half done."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from conftest import Shell
from journals import digest
from terminal import Terminal

from bounceback_tui.cli import progress
from bounceback_tui.storage.database import Database

pytestmark = pytest.mark.plain

LONG = {
    "json": ("export", "json", "-o", "out/all.json"),
    "ics": ("export", "ics", "-o", "out/dates.ics"),
    "report": ("report", "-o", "out/patterns.html"),
    "backup": ("backup", "out/copy.db"),
    "doctor": ("doctor",),
    "stats": ("stats",),
    "restore": ("restore-backup", "kept.db", "--yes"),
}
"""What takes long in a long journal; what writes a file writes it into a folder that is empty."""

STOPPED = {"doctor": "changed", "stats": "changed", "restore": "changed"}


@pytest.fixture
def folder(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for files, beside a journal with something in it and a copy of it."""
    shell.do("log", "They took somebody from inside.", "--company", "Acme", "--stage", "final")
    shell.do("backup", str(tmp_path / "kept.db"))
    shell.do("note", "after the copy")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def stop_at(
    monkeypatch: pytest.MonkeyPatch, nth: int, error: type[BaseException] | None = None
) -> list[float]:
    """Let somebody stop it when it is asked for the `nth` time; what was told until then."""
    told: list[float] = []

    def going(_line: object, share: float) -> bool:
        told.append(share)
        if error and len(told) == nth:
            raise error
        return len(told) < nth

    monkeypatch.setattr(progress._Line, "going", going)
    return told


def everything(folder: Path) -> list[str]:
    return sorted(str(path) for path in folder.parent.rglob("*") if path.suffix not in (".db-wal", ".db-shm"))


@pytest.mark.many(3)
@pytest.mark.parametrize("name", [name for name in LONG if name != "ics"])
def test_stopped_half_way_it_leaves_nothing(
    shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before, journal = everything(folder), digest(shell.journal)
    with monkeypatch.context() as patch:
        told = stop_at(patch, 10**9)
        shell.run(*LONG[name])  # to its end, to know how often it asks
        assert told == sorted(told) or name == "json"  # that one has two parts, reading and writing
        assert told[-1] == 1.0
    made = [path for path in everything(folder) if path not in before]
    # the control: without a stop the file is there, and a journal is set aside
    assert bool(made) is (name not in ("doctor", "stats"))
    if name == "restore":
        assert digest(shell.journal) != journal
        before = everything(folder)
    journal = digest(shell.journal)  # the first report reads the guide, and keeps its outline
    for path in folder.iterdir():
        path.unlink()
    before = [path for path in before if Path(path).exists()]
    for nth in {1, len(told) // 2, len(told) - 1} - {0}:
        with monkeypatch.context() as patch:
            stop_at(patch, nth)
            assert shell.refused(*LONG[name]) == (
                130,
                f"Stopped; nothing was {STOPPED.get(name, 'written')}.",
            )
        assert everything(folder) == before
        assert digest(shell.journal) == journal


@pytest.mark.many(3)
@pytest.mark.parametrize("name", ["json", "report", "backup"])
def test_ctrl_c_at_any_moment_is_the_same(
    shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    stop_at(monkeypatch, 2, KeyboardInterrupt)
    assert shell.refused(*LONG[name]) == (130, "Stopped; nothing was written.")
    assert list(folder.iterdir()) == []


def test_the_file_that_was_there_stays_as_it_was(
    shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "all.json").write_text("mine")
    stop_at(monkeypatch, 5)
    assert shell.refused(*LONG["json"], "--yes")[0] == 130
    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [("all.json", "mine")]


def test_the_file_of_an_export_is_what_is_printed(shell: Shell, folder: Path) -> None:
    shell.do(*LONG["json"])
    text = (folder / "all.json").read_text("ascii")
    assert json.loads(text) == shell.do("export", "json").json
    assert text == json.dumps(json.loads(text), indent=2) + "\n"


@pytest.mark.many(9)
@pytest.mark.parametrize("name", LONG)
def test_without_a_terminal_nothing_is_told_of_it(
    shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(progress, "SOON", 0.0)
    assert shell.run(*LONG[name]).err == ""


_RUN = """import sys
from bounceback_tui.cli import progress
from bounceback_tui.storage.database import Database
from bounceback_tui.cli.main import bounceback
progress.SOON = progress._AGAIN = 0.0
bounceback(sys.argv[1:])
"""


@pytest.mark.parametrize("quiet", [False, True])
def test_in_a_terminal_it_tells_how_far_it_is_and_takes_that_back(
    shell: Shell, folder: Path, quiet: bool
) -> None:
    command = [sys.executable, "-c", _RUN, *LONG["backup"], *(["--json"] if quiet else [])]
    with Terminal(command, shell.env) as terminal:
        assert terminal.wait_for_end() == 0
        assert (b"Making it, 100%. ctrl+c stops it." in terminal.raw) is not quiet
        assert "ctrl+c" not in terminal.text
        assert "copy.db" in terminal.text


def test_what_is_done_in_a_moment_is_not_told(shell: Shell, folder: Path) -> None:
    command = [sys.executable, "-c", _RUN.replace("= 0.0", "= 60.0"), *LONG["backup"]]
    with Terminal(command, shell.env) as terminal:
        assert terminal.wait_for_end() == 0
        assert b"ctrl+c" not in terminal.raw


def test_rows_that_nobody_read_to_the_end_say_nothing_afterwards(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.do("note", "one")
    shell.do("note", "two")
    told: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", told.append)
    database = Database(shell.journal)
    rows = database.each("SELECT id FROM entry")
    next(rows)
    database.close()
    del rows  # as after ctrl+c in the middle of reading
    assert told == []
