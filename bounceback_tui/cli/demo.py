"""The made-up journal of `--demo`: filled in a folder of its own, and gone afterwards whatever happens."""

from __future__ import annotations

import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from bounceback_tui.clock import Clock
from bounceback_tui.resources import asset
from bounceback_tui.services.demo import fill
from bounceback_tui.services.workspace import Workspace


@contextmanager
def demo_journal(clock: Clock) -> Iterator[Path]:
    """Where a freshly filled journal lies; it is removed at the end, also on SIGTERM and SIGHUP."""
    with _leaving_on_signals(), tempfile.TemporaryDirectory(prefix="bounceback-demo-") as folder:
        path = Path(folder) / "journal.db"
        with Workspace(path, clock, asset("guide.md")) as workspace:
            fill(workspace, clock.now())
        yield path


@contextmanager
def _leaving_on_signals() -> Iterator[None]:
    """Let a signal to end unwind the program, so that what must be removed is; by itself it would not."""
    wanted = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    # one that is ignored, as under nohup, stays so
    taken = [number for number in wanted if signal.getsignal(number) is signal.SIG_DFL]

    def leave(number: int, _frame: FrameType | None) -> None:
        for each in taken:
            signal.signal(each, signal.SIG_IGN)  # a second one must not cut the tidying short
        sys.exit(128 + number)

    for number in taken:
        signal.signal(number, leave)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)
