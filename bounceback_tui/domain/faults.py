"""Faults of the program itself, told without a word of what somebody wrote."""

from __future__ import annotations

from pathlib import PurePath


def place_of(error: BaseException) -> str:
    """What kind of error it is and where it arose: "KeyError in today.py 12".

    The message of an error is left out, and so are its values: either may hold journal text.
    """
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    if not trace:
        return type(error).__name__
    return f"{type(error).__name__} in {PurePath(trace.tb_frame.f_code.co_filename).name} {trace.tb_lineno}"


def sentence_for(error: BaseException) -> str:
    """What is said of a fault of the program itself."""
    return f"Something went wrong in the program itself ({place_of(error)}); what was saved is safe."
