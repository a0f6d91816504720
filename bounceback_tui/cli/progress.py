"""How far long work has come, on a terminal alone, and what is said where ctrl+c stops it."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic  # how long somebody waits, which no clock that is set can tell

import click

from bounceback_tui.cli.failures import INTERRUPTED
from bounceback_tui.cli.output import complain, wants_plain
from bounceback_tui.domain.going import Going, Stopped

SOON = 0.5
"""Seconds after which somebody who waits is told how far it is."""

_AGAIN = 0.1
"""Seconds between two such words."""

_AGAIN_IN_LINES = 5.0
"""Seconds between two of them where each is a line of its own, since speech reads every one."""


@contextmanager
def progress(doing: str, nothing: str = "written", *, said: str = "", quiet: bool = False) -> Iterator[Going]:
    """What to hand to long work, which is `doing` something: "Copying".

    Where it is stopped, one sentence says that `nothing` was written, or what is `said` instead, and the
    program leaves. With `quiet` nothing is told meanwhile. Once it is told that all is done (1.0) the rest
    takes a moment, in which ctrl+c does nothing: what it changes could be there already.
    """
    line = _Line(doing, shown=sys.stderr.isatty() and not quiet)
    try:
        yield line.going
    except (Stopped, KeyboardInterrupt):
        line.clear(stopped=True)
        complain(said or f"Stopped; nothing was {nothing}.")
        raise click.exceptions.Exit(INTERRUPTED) from None
    finally:
        line.clear()


class _Line:
    """A line on standard error that is written over and over, and gone at the end."""

    def __init__(self, doing: str, shown: bool) -> None:
        self._doing = doing
        self._shown = shown
        self._in_lines = shown and wants_plain()
        self._width = 0
        self._next = monotonic() + SOON
        self._stopped = False
        self._before: signal._HANDLER = None  # who hears ctrl+c, while nobody does

    def going(self, share: float) -> bool:
        """Tell it. SQLite swallows a ctrl+c that comes while it asks, so it is remembered."""
        try:
            if self._shown and monotonic() >= self._next:
                self._say(f"{self._doing}, {share:.0%}. ctrl+c stops it.")
            if share >= 1.0 and not self._stopped:
                self._deaf()
        except KeyboardInterrupt:
            self._stopped = True
        return not self._stopped

    def _say(self, words: str) -> None:
        if self._in_lines:
            self._next = monotonic() + _AGAIN_IN_LINES
            complain(words)
            return
        self._next = monotonic() + _AGAIN
        sys.stderr.write(f"\r{words:<{self._width}}")
        sys.stderr.flush()
        self._width = max(self._width, len(words))

    def _deaf(self) -> None:
        if self._before is None and threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, signal.SIG_IGN)

    def clear(self, stopped: bool = False) -> None:
        """Leave no trace of it, nor of the sign that a terminal shows for ctrl+c."""
        if self._width or (stopped and self._shown and not self._in_lines):
            sys.stderr.write(f"\r{'':<{self._width + 2}}\r")
            sys.stderr.flush()
        self._width = 0
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)
            self._before = None
