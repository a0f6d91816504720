"""What is longer than the screen goes through a pager: on a terminal alone, and never JSON."""

from __future__ import annotations

import io
import os
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from typing import TextIO

import click

from bounceback_tui.cli.output import cells, terminal_width

PAGED = frozenset(
    {
        *("applications", "check-ins", "close", "cv", "doctor", "due", "event", "feedback", "focus", "guide"),
        *("leads", "list", "look-back", "people", "prepare", "report", "rest", "restore-backup", "search"),
        *("show", "stats", "steps", "strengths", "sync", "tags", "thoughts", "withdraw", "writing"),
    }
)
"""Commands that print as much as there is."""

_NONE = (["cat"], ["-"])
"""Words of PAGER that mean none at all; an empty one does, too."""


def wanted(command: str, arguments: list[str]) -> bool:
    """Whether what a command prints may go through a pager."""
    if command not in PAGED or "--json" in arguments:
        return False
    if not (sys.stdout.isatty() and sys.stdin.isatty()) or os.environ.get("TERM") == "dumb":
        return False
    said = os.environ.get("PAGER")
    if said is None:
        return True
    try:
        words = shlex.split(said)
    except ValueError:  # a quotation mark is left open
        return False
    return bool(words) and words not in _NONE


@contextmanager
def paged() -> Iterator[None]:
    """Hold what is printed until it is known whether it fits on the screen."""
    screen = sys.stdout
    held = _Held(screen)
    try:
        with redirect_stdout(held):
            yield
    finally:
        text = held.getvalue()
        if _fits(text):
            screen.write(text)
        else:  # without colours: there are none, and so no character reaches the terminal that steers it
            click.echo_via_pager(text.removesuffix("\n"), color=False)


class _Held(io.StringIO):
    """Stands for the screen meanwhile, so that lines are as wide as it is."""

    def __init__(self, screen: TextIO) -> None:
        super().__init__()
        self._screen = screen

    @property
    def encoding(self) -> str:  # type: ignore[override]  # a text in memory has none, but JSON asks for it
        """That of the screen."""
        return self._screen.encoding

    def isatty(self) -> bool:
        """The screen is a terminal, else nothing would be held."""
        return True

    def fileno(self) -> int:
        """That of the screen, which tells its width."""
        return self._screen.fileno()


def _fits(text: str) -> bool:
    """Whether a text leaves room for the shell's next prompt."""
    width, height = terminal_width(), _height()
    if not (width and height):
        return True
    return sum(max(1, -(-cells(line) // width)) for line in text.splitlines()) < height


def _height() -> int:
    try:
        return int(os.environ.get("LINES", "")) or os.get_terminal_size(sys.stdout.fileno()).lines
    except ValueError:
        pass
    try:
        return os.get_terminal_size(sys.stdout.fileno()).lines
    except OSError:
        return 0
