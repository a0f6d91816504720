"""Pages are waited for exactly: a pilot goes on once nothing is left to do."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import get_native_id
from typing import Any

from textual import app, pilot
from textual.message_pump import MessagePump
from textual.pilot import Pilot, WaitForScreenTimeout

PATIENCE = 20.0
"""Seconds after which a pilot goes on all the same."""

OFTEN = 4
"""How often in a row a thread with something to do must be found at rest, until it is left alone."""

_BETWEEN = 0.005  # seconds

SOON = 0.06
"""Seconds: what a timer does within them still belongs to the key that was pressed."""


def wait_exactly() -> None:
    """A pilot goes on once nothing is left to do, and does not guess that from how busy Python is."""
    pilot.wait_for_idle = app.wait_for_idle = _at_rest  # type: ignore[attr-defined]
    Pilot._wait_for_screen = _settled  # type: ignore[method-assign]


async def _at_rest(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Until nothing is ready to run, no timer is due shortly, and no thread works.

    What was waited counts, and what was worked, but not the time in which other programs had the processor.
    """
    loop: Any = asyncio.get_running_loop()
    started, worked, left = time.monotonic(), time.process_time(), max(SOON, min_sleep)
    stuck = 0
    while time.process_time() - worked < max_sleep and time.monotonic() - started < PATIENCE:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        if _works(loop._default_executor):
            stuck = 0 if _runs() else stuck + 1
            if stuck > OFTEN:
                return
            await asyncio.sleep(_BETWEEN)
            continue
        due = min((one.when() for one in loop._scheduled if not one.cancelled()), default=None)
        if due is None or (wait := due - loop.time()) > left:
            return
        left -= max(wait, 0)
        await asyncio.sleep(max(wait, 0))


def _runs() -> bool:
    """Whether another thread of ours runs, or waits for the processor or the disk; else it waits for a test.

    Where the system does not tell, none does.
    """
    for thread in Path("/proc/self/task").glob("*/stat"):
        with suppress(OSError):  # it has ended meanwhile
            state = thread.read_text("ascii").rpartition(")")[2].split()[0]
            if state in "RD" and thread.parent.name != str(get_native_id()):
                return True
    return False


def _works(threads: ThreadPoolExecutor | None) -> bool:
    """Whether any of these threads has something to do."""
    idle: Any = threads and threads._idle_semaphore
    return bool(threads and (threads._work_queue.qsize() or idle._value < len(threads._threads)))


async def _settled(self: Pilot[Any], timeout: float = 30.0) -> bool:
    """Whether all widgets of the screen have done what they were told to, and nothing went wrong."""
    end = time.monotonic() + timeout
    await _at_rest()
    while not self.app._exception:
        try:
            screen = self.app.screen
        except Exception:
            return False
        if all(map(_waits_for_messages, (self.app, *screen.walk_children(with_self=True)))):
            return True
        if time.monotonic() > end:
            raise WaitForScreenTimeout("Timed out while waiting for widgets to process pending messages.")
        await asyncio.sleep(0.005)
        await _at_rest()
    return False


def _waits_for_messages(pump: MessagePump) -> bool:
    ready: Any = pump._message_queue.ready_event
    return bool(not pump._running or pump._closing or pump._closed or ready._waiters)
