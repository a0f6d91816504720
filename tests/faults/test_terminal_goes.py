"""A program that is told to end, or whose terminal goes: drafts are whole, and it ends without spinning."""

from __future__ import annotations

import fcntl
import os
import pty
import shutil
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from looking import open_workspace
from terminal import Terminal
from textual.drivers._writer_thread import WriterThread

from bounceback_tui.terminal import on_hangup, went_away

COMMAND = shutil.which("bounceback", path=str(Path(sys.executable).parent)) or "bounceback"
PATIENCE = 30.0


def start(path: Path) -> tuple[int, int]:
    """The app in a terminal: its process, and the other end of the terminal."""
    process, handle = pty.fork()
    if process == 0:
        os.environ.update(BOUNCEBACK_DB=str(path), HOME=str(path.parent), TERM="xterm-256color")
        os.execv(COMMAND, [COMMAND])
    fcntl.ioctl(handle, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    return process, handle


def ends(process: int) -> bool:
    """Whether the process ends by itself; it is ended where it does not."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if os.waitpid(process, os.WNOHANG)[0]:
            return True
        time.sleep(0.05)
    os.kill(process, 9)
    os.waitpid(process, 0)
    return False


@pytest.mark.many(8)
@pytest.mark.parametrize("tenths", [2, 4, 5, 6, 7, 8, 10, 15])
def test_it_leaves_whenever_the_terminal_goes(tmp_path: Path, tenths: int) -> None:
    """In the middle of the start, too, where there is no screen yet."""
    process, handle = start(tmp_path / "journal.db")
    end = time.monotonic() + tenths / 10
    os.set_blocking(handle, False)
    while time.monotonic() < end:
        try:
            os.read(handle, 65536)
        except BlockingIOError:
            time.sleep(0.01)
    os.close(handle)
    assert ends(process)


@pytest.mark.many(2)
@pytest.mark.parametrize("typing", [False, True])
@pytest.mark.long
def test_a_terminal_that_went_away_leaves_no_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typing: bool
) -> None:
    """The doctor would tell of a fault of the program, and there was none."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    process, handle = start(tmp_path / "journal.db")
    os.set_blocking(handle, False)
    shown, typed, end = b"", 0, time.monotonic() + PATIENCE
    while time.monotonic() < end and typed < 30:
        try:
            shown += os.read(handle, 65536)
        except BlockingIOError:
            time.sleep(0.01)
        if b"what happened" in shown and b"ctrl+q" in shown.replace(b"^q", b"ctrl+q"):
            os.write(handle, b"some words " if typed and typing else b"w" if typing else b"\t")
            typed += 1
    assert typed == 30, "it stood, and was drawing"
    os.close(handle)
    assert ends(process)
    assert list((tmp_path / "state").rglob("crash-*")) == []


def failed_to_write(handle: int, text: str = "x") -> OSError:
    """What Textual's own writer breaks with."""
    with open(handle, "w", closefd=False) as file:
        writer = WriterThread(file)
        writer.write(text)
        with pytest.raises(OSError, match="Errno") as told:
            writer.run()
        with suppress(OSError):
            file.close()
    return told.value


def test_only_what_was_written_to_a_terminal_that_is_gone_says_that_it_went_away() -> None:
    ours, theirs = pty.openpty()
    os.close(ours)
    assert went_away(failed_to_write(theirs))
    end, begin = os.pipe()
    os.close(end)
    assert went_away(failed_to_write(begin))
    full = os.open("/dev/full", os.O_WRONLY)  # the controls: another reason, and another place
    assert not went_away(failed_to_write(full))
    with pytest.raises(OSError, match="Input/output") as elsewhere:
        os.write(theirs, b"x")
    assert not went_away(elsewhere.value)
    for handle in (theirs, begin, full):
        os.close(handle)


def test_a_terminal_that_goes_without_a_signal_is_noticed() -> None:
    ours, theirs = pty.openpty()
    gone = threading.Event()
    on_hangup(theirs, gone.set)
    assert not gone.wait(0.2), "the control: it is still there"
    os.close(ours)
    assert gone.wait(PATIENCE)
    os.close(theirs)


def test_a_handle_that_cannot_be_waited_for_ends_nothing() -> None:
    """As on systems whose poll knows no terminals."""
    ours, theirs = pty.openpty()
    os.close(theirs)
    os.close(ours)
    gone = threading.Event()
    on_hangup(theirs, gone.set)
    assert not gone.wait(0.3)


BUSY = 2.0
"""Seconds of work, by the clock of the processor, within which it has left."""

TERMINAL_RESTORED = b"\x1b[?1049l"
WORDS = "half a sent"

STUBBORN = """
import time
from bounceback_tui.app import BouncebackApp
def spin(self):
    while True:
        pass
BouncebackApp.leave_at_once = spin
from bounceback_tui.__main__ import main
main()
"""
"""A program that spins where it should leave."""


def deaf(*command: str) -> list[str]:
    """A program started so that it is not told when the terminal goes, as by nohup."""
    return ["/bin/sh", "-c", 'trap "" HUP; exec "$@"', "sh", *command]


def env_of(path: Path) -> dict[str, str]:
    when = "2026-11-23T09:30:00+01:00"
    return {"BOUNCEBACK_DB": str(path), "BOUNCEBACK_NOW": when, "HOME": str(path.parent)}


def work_of(process: int) -> float:
    """Seconds that a process has worked so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def left_after(path: Path, command: list[str], how: str) -> tuple[bool, bytes, bool]:
    """Type, and let the terminal go: whether it left by itself in time, what it wrote, what is kept."""
    with Terminal(command, env_of(path)) as terminal:
        terminal.wait_for("A quiet place")
        terminal.press("w")
        terminal.wait_for("Nobody else reads this")
        terminal.press(WORDS)
        terminal.wait_for(WORDS)
        process, raw = terminal.child.pid, terminal.raw
        begun = work_of(process)
        if how == "closed":
            terminal.child.ptyproc.fileobj.close()  # its own way to close would send signals as well
        else:
            os.kill(process, getattr(signal, how))
        left = False
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if work_of(process) - begun > BUSY:
                    break
                if not (terminal.child.isalive() if how == "closed" else terminal._read()):
                    left = True
                    break
            except (OSError, IndexError):  # it is gone
                left = True
                break
            time.sleep(0.02)
        raw = terminal.raw
    with open_workspace(path) as journal:
        kept = [one.content["text"] for one in journal.drafts.waiting()] == [WORDS]
    return left, raw, kept


@pytest.mark.many(6)
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only there one can ask how much it works")
@pytest.mark.parametrize("how", ["SIGTERM", "SIGHUP", "closed"])
@pytest.mark.parametrize("around", [list, deaf], ids=["plain", "deaf"])
def test_it_leaves_with_the_draft_whole_and_without_spinning(
    tmp_path: Path, how: str, around: Callable[..., list[str]]
) -> None:
    command = [COMMAND] if around is list else deaf(COMMAND)
    left, raw, kept = left_after(tmp_path / "journal.db", command, how)
    assert (left, kept) == (True, True)
    if how != "closed":  # else there is nobody to see it
        assert TERMINAL_RESTORED in raw


@pytest.mark.long
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only there one can ask how much it works")
def test_control_a_program_that_spins_is_caught(tmp_path: Path) -> None:
    left, raw, _ = left_after(tmp_path / "journal.db", [sys.executable, "-c", STUBBORN], "SIGTERM")
    assert not left
    assert TERMINAL_RESTORED not in raw


def test_under_nohup_it_says_that_there_is_no_terminal(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    ended = subprocess.run(
        ["nohup", COMMAND],
        check=False,
        env={**os.environ, **env_of(path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 2
    assert "The app needs a terminal" in ended.stderr
    assert not path.exists()
