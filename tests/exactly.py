"""Pages are waited for exactly: a pilot goes on once nothing is left to do."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from textual import app, pilot
from textual._wait import wait_for_idle
from textual.message_pump import MessagePump
from textual.pilot import Pilot, WaitForScreenTimeout

SOON = 0.06
"""Seconds: what a timer does within them still belongs to the key that was pressed."""


def wait_exactly() -> None:
    """A pilot goes on once nothing is left to do, and does not guess that from how busy Python is."""
    pilot.wait_for_idle = app.wait_for_idle = _at_rest  # type: ignore[attr-defined]
    Pilot._wait_for_screen = _settled  # type: ignore[method-assign]


async def _at_rest(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Until nothing is ready to run, no timer is due shortly, and no thread works."""
    loop: Any = asyncio.get_running_loop()
    started = time.monotonic()
    while time.monotonic() - started < max_sleep:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        if _works(loop._default_executor):
            await wait_for_idle(0, max_sleep)
            return
        due = min((one.when() for one in loop._scheduled if not one.cancelled()), default=None)
        if due is None or due > started + max(SOON, min_sleep):
            return
        await asyncio.sleep(max(0.0, due - loop.time()))


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
