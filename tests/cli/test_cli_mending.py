"""`doctor --fix` in a long journal: it tells how far it is, and a stop leaves everything as it was."""

from __future__ import annotations

import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.exceptions import Exit
from conftest import Shell
from journals import digest

from bounceback_tui.cli import doctor, progress

pytestmark = [pytest.mark.plain, pytest.mark.usefixtures("backed_up")]

FIX = ("doctor", "--fix")


@pytest.fixture
def broken(shell: Shell) -> Shell:
    """A search that finds nothing, and a file that others may open."""
    shell.do("log", "They took somebody from inside.", "--company", "Acme")
    shell.do("leads", "--add", "Dev")
    with closing(sqlite3.connect(shell.journal, isolation_level=None)) as connection:
        connection.execute("INSERT INTO entry_words (entry_words) VALUES ('delete-all')")
        connection.execute("DELETE FROM findable")
    shell.journal.chmod(0o644)
    return shell


def state(shell: Shell) -> dict[str, tuple[str, int]]:
    """Every file with its content and its rights."""
    return {
        path.name: (digest(path), path.stat().st_mode)
        for path in shell.journal.parent.rglob("*.db")
        if path.is_file()
    }


def stopping(patch: pytest.MonkeyPatch, doing: str, nth: int) -> list[float]:
    """Let somebody stop the work of that name at its `nth` question; what it told."""
    told: list[float] = []

    def going(line: progress._Line, share: float) -> bool:
        if line._doing != doing:
            return True
        told.append(share)
        return len(told) != nth

    patch.setattr(progress._Line, "going", going)
    return told


@pytest.mark.long
def test_it_tells_how_far_it_is_and_a_stop_at_any_question_leaves_all_as_it_was(
    broken: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(broken)
    nth, told = 0, [0.0]
    while True:
        nth += 1
        with monkeypatch.context() as patch:
            told = stopping(patch, "Putting it right", nth)
            ran = broken.run(*FIX)
        if len(told) < nth:
            break
        assert (ran.code, ran.err) == (130, "Stopped; nothing was changed.\n")
        assert state(broken) == before
    # the control, which nobody stopped
    assert nth > 5
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert ran.code == 0
    assert "A backup was made first" in ran.out
    assert len(broken.do("search", "inside", "--json").json) == 1
    assert state(broken) != before


def test_whoever_stops_it_while_it_looks_once_more_is_told_that_it_is_put_right(
    broken: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopping(monkeypatch, "Looking once more", 1)
    said = "Stopped; it is put right, and `bounceback doctor` looks once more."
    assert broken.refused(*FIX) == (130, said)
    monkeypatch.undo()
    assert len(broken.do("search", "inside", "--json").json) == 1


def test_where_nothing_is_to_be_put_right_nothing_is_done(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.do("note", "walked")
    monkeypatch.setattr(doctor, "_record", lambda _case, _found, done, _rows: {"mended": done})
    told = stopping(monkeypatch, "Putting it right", 1)
    assert shell.do(*FIX, "--json").json == {"mended": []}
    assert told == []


@pytest.mark.parametrize("share", [0.99, 1.0])
def test_ctrl_c_once_all_is_done_does_not_claim_that_nothing_was(
    share: float, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    made = tmp_path / "made"

    def work() -> None:
        with progress.progress("Making it") as going:
            assert going(share)
            made.touch()
            signal.raise_signal(signal.SIGINT)
            for _ in range(100):  # where Python hears of it
                pass

    before = signal.getsignal(signal.SIGINT)
    if share < 1.0:  # the control
        with pytest.raises(Exit):
            work()
        assert capsys.readouterr().err == "Stopped; nothing was written.\n"
    else:
        work()
        assert capsys.readouterr().err == ""
    assert signal.getsignal(signal.SIGINT) is before
