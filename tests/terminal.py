"""The installed command in a pseudo-terminal: press keys, wait for what the screen shows.

As a script, `python tests/terminal.py COMMAND [ARGUMENT …]` starts it, waits for the Today page, and quits.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType

import pexpect
import pyte

# Sequences that pyte would print rather than swallow: keyboard protocols, queries, window operations, titles.
_UNKNOWN = re.compile(
    rb"\x1b\[[<>=][0-9;:]*[a-zA-Z]|\x1b\[\?[0-9;]*(?:\$p|u)|\x1b\[[0-9;]*t|\x1b\[[0-9;]* q"
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[P_^X][^\x1b]*\x1b\\"
)
_UNFINISHED = re.compile(rb"\x1b(?:[\[\]P_^X][^\x07\x1b]{0,4096})?$")
_FINISHED = re.compile(rb"\x1b\[[0-9;:<>=?]*[ $]?[@-~]")

PATIENCE = 30.0
"""Seconds to wait for something to show; machines may be slow, so nothing is concluded from time."""


class Picture:
    """What a terminal of some size shows of the bytes that are written to it."""

    def __init__(self, size: tuple[int, int]) -> None:
        """`size` is columns and rows."""
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self._rest = b""

    @property
    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def feed(self, data: bytes) -> None:
        """Take in more bytes; a sequence that is not whole yet waits for its rest."""
        data = self._rest + data
        self._rest = b""
        tail = _UNFINISHED.search(data)
        if tail and not _FINISHED.match(tail[0]):
            data, self._rest = data[: tail.start()], data[tail.start() :]
        self._stream.feed(_UNKNOWN.sub(b"", data))


def surroundings(env: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a program in a terminal: `env`, and of ours what cannot change how it behaves."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("TEXTUAL", "BOUNCEBACK"))
    }
    kept |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **(env or {})}
    # without the last one each start would compile the whole package anew, which no person's start does
    for name in ("COLUMNS", "LINES", "NO_COLOR", "PYTHONDONTWRITEBYTECODE"):
        kept.pop(name, None)
    return kept


class Terminal:
    """A terminal of some size with a program in it."""

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str] | None = None,
        size: tuple[int, int] = (80, 24),
    ) -> None:
        """`size` is columns and rows."""
        columns, rows = size
        self._picture = Picture(size)
        self.raw = b""
        self.child = pexpect.spawn(
            command[0], list(command[1:]), env=surroundings(env), dimensions=(rows, columns), timeout=None
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.child.close(force=True)

    @property
    def text(self) -> str:
        """What the screen shows."""
        return self._picture.text

    def press(self, *keys: str) -> None:
        """Send keys, as the bytes that a terminal sends for them."""
        for key in keys:
            self.child.send(key)

    def wait_for(self, what: str | Callable[[str], bool]) -> str:
        """The screen, once it shows `what`. Raises AssertionError with the screen where it never does."""
        shown = (lambda text: what in text) if isinstance(what, str) else what
        end = time.monotonic() + PATIENCE
        while not shown(self.text):
            if time.monotonic() > end or not self._read():
                if shown(self.text):
                    break
                raise AssertionError(f"never showed {what!r}:\n{self.text}")
        return self.text

    def wait_for_end(self) -> int:
        """The exit code, once the program has ended. Raises AssertionError where it does not."""
        end = time.monotonic() + PATIENCE
        while self._read():
            if time.monotonic() > end:
                raise AssertionError(f"did not end:\n{self.text}")
        self.child.wait()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus)

    def rest(self, seconds: float) -> None:
        """Press nothing for a while, as somebody does who thinks."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self._read():
            pass

    def _read(self) -> bool:
        """Take in what the program wrote; False once it has ended."""
        try:
            data = self.child.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._picture.feed(data)
        return True


if __name__ == "__main__":
    with Terminal(sys.argv[1:]) as terminal:
        print(terminal.wait_for("1 Today"))
        terminal.press("\x11")
        code = terminal.wait_for_end()
        print(f"left with exit code {code}")
        sys.exit(code)
