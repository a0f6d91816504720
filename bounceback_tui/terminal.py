"""A terminal that goes away: noticed at once, also where no signal tells, and left behind for certain."""

from __future__ import annotations

import errno
import os
import select
import threading
from collections.abc import Callable
from pathlib import PurePath

LEFT_AFTER = 1.5
"""Seconds that a program without a terminal has to end by itself."""

GONE = 129
"""The exit code then, as a shell gives it for SIGHUP."""

_DRIVERS = ("textual", "drivers")
"""The folder of what reads from the terminal and writes to it."""


def went_away(error: object) -> bool:
    """Whether an error only says that the terminal has gone: what was to be written there had no taker.

    The same error from anywhere else, as from a disk that fails, is none of these.
    """
    if not isinstance(error, OSError) or error.errno not in {errno.EIO, errno.EPIPE}:
        return False
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return trace is not None and PurePath(trace.tb_frame.f_code.co_filename).parts[-3:-1] == _DRIVERS


def on_hangup(handle: int, call: Callable[[], object]) -> Callable[[], None]:
    """Have `call` called, from a thread of its own, once the terminal at `handle` has gone.

    Returns what calls that off; where it is not called off, the thread and all that `call` knows of stay for
    as long as the program. Under nohup no signal comes, and whoever reads from a terminal that is gone reads
    nothing over and over. Waiting for it takes no time of the processor. Does nothing on systems that cannot
    wait so.
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
