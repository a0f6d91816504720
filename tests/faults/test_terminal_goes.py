"""A terminal that goes away at any moment, and one that sends many keys in one go."""

from __future__ import annotations

import fcntl
import os
import pty
import shutil
import struct
import sys
import termios
import threading
import time
from pathlib import Path

import pytest
from looking import open_workspace
from terminal import Terminal

from bounceback_tui.domain.query import Query
from bounceback_tui.terminal import on_hangup

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


def test_keys_that_come_in_one_go_are_for_the_field_they_were_meant_for(tmp_path: Path) -> None:
    """As over a slow line, where several keys arrive together."""
    path = tmp_path / "journal.db"
    env = {"BOUNCEBACK_DB": str(path), "BOUNCEBACK_NOW": "2026-11-23T09:30:00+01:00", "HOME": str(tmp_path)}
    with Terminal([COMMAND], env) as terminal:
        terminal.wait_for("A quiet place")
        terminal.press("n")
        terminal.wait_for("who was it?")
        terminal.press("Acme\tData engineer\tf\t\t\t\t32\t\x13")
        terminal.wait_for("Acme said no today.")
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0
    with open_workspace(path) as journal:
        shown = journal.journal.show("-1")
        assert (shown.item.company, shown.item.role, shown.item.stage) == ("Acme", "Data engineer", "final")
        assert (shown.checkins[0].reading.mood, shown.checkins[0].reading.energy) == (3, 2)


@pytest.mark.parametrize("leave", ["\x13\x11", "\x11"])
def test_the_last_letters_before_saving_or_leaving_are_kept(tmp_path: Path, leave: str) -> None:
    path = tmp_path / "journal.db"
    env = {"BOUNCEBACK_DB": str(path), "BOUNCEBACK_NOW": "2026-11-23T09:30:00+01:00", "HOME": str(tmp_path)}
    words = "all of these words came in one go " * 20 + "and the last"
    with Terminal([COMMAND], env) as terminal:
        terminal.wait_for("A quiet place")
        terminal.press("w")
        terminal.wait_for("Nobody else reads this")
        terminal.press(words + leave)
        assert terminal.wait_for_end() == 0
    with open_workspace(path) as journal:
        kept = [one.content["text"] for one in journal.drafts.waiting()]
        saved = [one.entry.text for one in journal.journal.history(Query()).items(0, 9)]
        assert [*kept, *saved] == [words]


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("nAcme\tData engineer\tf\t\t\t\t32\t\x13", "Acme said no today."),
        ("wTyped ahead\x13", "Saved."),
        ("m34\x13", "today ▂3"),
    ],
)
def test_keys_typed_ahead_wait_for_the_form(tmp_path: Path, keys: str, shown: str) -> None:
    env = {
        "BOUNCEBACK_DB": str(tmp_path / "journal.db"),
        "BOUNCEBACK_NOW": "2026-11-23T09:30:00+01:00",
        "HOME": str(tmp_path),
    }
    with Terminal([COMMAND], env) as terminal:
        terminal.wait_for("A quiet place")
        terminal.press(keys)
        terminal.wait_for(shown)
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0
