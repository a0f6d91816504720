"""A program in a pseudo-terminal, timed from outside: from a key to what it changes on the screen.

A thread stamps whatever the program writes at the moment it arrives; the screen is worked out from it only
while the program is silent, so that this costs none of the time measured.
"""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import struct
import subprocess
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from tests.terminal import Picture, surroundings

PATIENCE = 20.0
"""Seconds to wait for something to show."""

_SILENCE = 0.006  # seconds without a byte after which the screen is worked out
_PAUSE = 0.02  # seconds of silence before a key is pressed
_ESCAPE = 0.15  # seconds after esc in which the next key would be taken for one pressed with alt
_RESTLESS = 3.0  # seconds after which no silence is waited for any more
_QUERIES = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[?2048$p": b"\x1b[?2048;0$y"}
"""What Textual asks a terminal, and what one answers that can draw a screen at once."""


class Timed:
    """A terminal with a program in it, and the time at which each of its bytes came."""

    def __init__(
        self, command: Sequence[str], env: Mapping[str, str] | None = None, size: tuple[int, int] = (80, 24)
    ) -> None:
        """Start it; `size` is columns and rows."""
        columns, rows = size
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._picture = Picture(size)
        self._came: list[tuple[float, bytes]] = []
        self._used: list[float] = []  # processor time by then
        self._seen = 0
        self._pressed = 0.0
        self._used_before = 0.0
        self.worked = 0.0
        """Seconds of the processor from the start, or the latest key, to what was waited for last."""
        self._terminal = ours
        self.started = time.perf_counter()
        """When it was started, in seconds of the clock that all times here are of."""
        self.process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=surroundings(env),
            start_new_session=True,
        )
        """The program."""
        os.close(theirs)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Timed:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        self._reader.join(1)
        os.close(self._terminal)

    @property
    def text(self) -> str:
        """What the screen shows, as far as it was worked out."""
        return self._picture.text

    def colours(self, column: int) -> list[str]:
        """The background of each line in a column."""
        screen = self._picture.screen
        return [screen.buffer[line][column].bg for line in range(screen.lines)]

    def until(self, shown: str | Callable[[str], bool]) -> float:
        """When the screen first showed something. Raises AssertionError with what it shows instead."""
        fits = (lambda text: shown in text) if isinstance(shown, str) else shown
        end = time.perf_counter() + PATIENCE
        if fits(self.text):
            return self._came[self._seen - 1][0] if self._seen else time.perf_counter()
        while time.perf_counter() < end:
            time.sleep(_SILENCE / 2)
            if self._came and time.perf_counter() - self._came[-1][0] < _SILENCE:
                continue
            while self._seen < len(self._came):
                at, data = self._came[self._seen]
                self._seen += 1
                self._picture.feed(data)
                if fits(self.text):
                    self.worked = self._used[self._seen - 1] - self._used_before
                    return at
            if not self._reader.is_alive():
                break
        raise AssertionError(f"never showed {shown!r}:\n{self.text}")

    def first_paint(self, shown: str | Callable[[str], bool]) -> float:
        """Seconds from its start until the screen showed something."""
        return self.until(shown) - self.started

    def press(self, keys: str, shown: str | Callable[[str], bool] | None = None) -> float:
        """Seconds from pressing keys until the screen shows something, or until any text on it changes."""
        self.rest(_PAUSE)  # what the key before it set off must not be taken for its own
        before = self.text
        self._used_before = self.processor()
        self._pressed = time.perf_counter()
        os.write(self._terminal, keys.encode())
        return self.since_press(shown or (lambda text: text != before))

    def since_press(self, shown: str | Callable[[str], bool]) -> float:
        """Seconds from the latest key until the screen shows something."""
        return self.until(shown) - self._pressed

    def rest(self, silence: float = 0.15) -> None:
        """Wait until the program has been silent for so many seconds, but not for ever: cursors blink."""
        end = time.perf_counter() + _RESTLESS
        while (left := silence - (time.perf_counter() - self.quiet_since)) > 0 and time.perf_counter() < end:
            time.sleep(left)
        while self._seen < len(self._came):
            self._picture.feed(self._came[self._seen][1])
            self._seen += 1

    def written(self) -> int:
        """Bytes that the program has written so far."""
        return sum(len(data) for _, data in self._came)

    def keys(self, *pressed: str) -> None:
        """Press keys that nobody measures, each once the ones before have been drawn."""
        for one in pressed:
            self.rest(_PAUSE)
            os.write(self._terminal, one.encode())
            if one == "\x1b":
                time.sleep(_ESCAPE)
        self.rest(_PAUSE)

    def peak(self) -> float:
        """The most memory it has held so far, in MiB."""
        return self._told("VmHWM")

    def held(self) -> float:
        """The memory that it holds now, in MiB."""
        return self._told("VmRSS")

    def _told(self, name: str) -> float:
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as lines:
            return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024

    def processor(self) -> float:
        """Seconds of the processor so far, to the ns, where Linux tells it; ended threads left out."""
        used, threads = 0, f"/proc/{self.process.pid}/task"
        with suppress(OSError):  # the program just ended
            for thread in os.listdir(threads):
                with suppress(OSError, IndexError):  # this thread did
                    used += int(Path(threads, thread, "schedstat").read_text("ascii").split()[0])
        return used / 1e9

    def leave(self) -> float:
        """Seconds from ctrl+q until the program has ended."""
        watch = threading.Timer(PATIENCE, self.process.kill)
        watch.start()
        begun = time.perf_counter()
        os.write(self._terminal, b"\x11")
        self.process.wait()  # without a time limit, since with one Python looks only now and then
        took = time.perf_counter() - begun
        watch.cancel()
        return took

    @property
    def quiet_since(self) -> float:
        """When it last wrote something."""
        return self._came[-1][0] if self._came else self.started

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._terminal, 65536)
            except OSError:  # how Linux tells that nobody is at the other end any more
                return
            if not data:
                return
            came = time.perf_counter()
            self._used.append(self.processor())
            self._came.append((came, data))
            for query, answer in _QUERIES.items():
                if query in data:
                    os.write(self._terminal, answer)


def run(command: Sequence[str], env: Mapping[str, str] | None = None) -> tuple[float, str]:
    """Seconds that a command takes, and what it said. Raises AssertionError where it fails."""
    begun = time.perf_counter()
    ended = subprocess.run(command, env=surroundings(env), capture_output=True, text=True, check=False)
    took = time.perf_counter() - begun
    assert ended.returncode == 0, ended.stderr
    return took, ended.stdout


def processor(command: Sequence[str], env: Mapping[str, str] | None = None) -> float:
    """Seconds of the processor that a command takes, whatever else the machine does meanwhile.

    Raises AssertionError where it fails.
    """
    nowhere = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in range(3)]
    started = os.posix_spawnp(command[0], command, surroundings(env), file_actions=nowhere)
    _, status, used = os.wait4(started, 0)
    assert status == 0, command
    return used.ru_utime + used.ru_stime
