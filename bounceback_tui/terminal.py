"""A terminal that goes away: noticed at once, also where no signal tells, and left behind for certain."""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Callable

LEFT_AFTER = 1.5
"""Seconds that a program without a terminal has to end by itself."""

GONE = 129
"""The exit code then, as a shell gives it for SIGHUP."""


def on_hangup(handle: int, call: Callable[[], object]) -> Callable[[], None]:
    """Have `call` called, from a thread of its own, once the terminal at `handle` has gone; what ends that.

    Under nohup no signal comes, and whoever reads from a terminal that is gone reads nothing over and over.
    Waiting for it takes no time of the processor. Does nothing on systems that cannot wait so. Where it is
    not ended, the thread and all that `call` knows of stay for as long as the program.
    """
    if not hasattr(select, "poll"):
        return lambda: None
    over, ends = os.pipe()

    def wait() -> None:
        poll = select.poll()
        poll.register(handle, 0)  # nothing to read or write: only that it is gone
        poll.register(over, 0)
        found = dict(poll.poll())
        os.close(over)
        what = found.get(handle, 0)
        # some systems cannot wait for a terminal, and say at once that it is no valid handle
        if what & select.POLLHUP and not what & select.POLLNVAL:
            call()

    threading.Thread(target=wait, name="bounceback-hangup", daemon=True).start()
    return lambda: os.close(ends)


def leave_for_certain() -> None:
    """End this program soon, whatever it waits for by then.

    What writes to a terminal that is gone may wait for ever. All that was saved is on the disk already.
    """
    timer = threading.Timer(LEFT_AFTER, os._exit, [GONE])
    timer.daemon = True
    timer.start()
