"""Files of one's own, and whether a program that left some still runs."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from bounceback_tui.files import runs


def test_a_program_runs_until_it_has_ended() -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert runs(os.getpid())
    assert not runs(ended.pid)


def test_on_windows_no_other_program_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    """There the signal with the number 0 is ctrl+c, and goes to all programs of a window."""
    sent: list[int] = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "kill", lambda process, _signal: sent.append(process))
    assert runs(4711)
    assert sent == []
