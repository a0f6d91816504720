"""Faults of the program itself, told without a word of what somebody wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from types import CodeType, TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traceback import TracebackException

ENDS = 30
"""Frames told at either end of a stack; those between are counted, as one without an end has thousands."""

LONGEST = 2000
"""Characters of a line in a full report: an entry may be as long as a book."""

_SECRET = frozenset(
    ("bounceback_tui", *name.split("/"))
    for name in (
        "app/locked.py",
        "cli/encrypt.py",
        "cli/passphrase.py",
        "domain/recovery_key.py",
        "sealed.py",
        "services/privacy.py",
        "services/sync.py",
        "services/sync_begin.py",
        "services/sync_repository.py",
        "storage/cipher.py",
        "storage/recovery_file.py",
        "storage/sync_state.py",
    )
)
"""Files whose variables are passphrases and keys."""


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


def stack_of(error: BaseException) -> list[str]:
    """The error and those that it arose from, each as its type and a line "file:line:function" a frame.

    Nothing else of them is told: neither a message, nor a value, nor a line of source, nor a folder that
    names somebody.
    """
    lines: list[str] = []
    for number, one in enumerate(_all_of(error)):
        kind = type(one)
        lines += [f"{'which came with ' if number else ''}{kind.__module__}.{kind.__qualname__}"]
        frames = [f"  {_short(code)}:{line}:{code.co_name}" for code, line in _frames(one.__traceback__)]
        if len(frames) > 2 * ENDS:
            frames[ENDS:-ENDS] = [f"  … {len(frames) - 2 * ENDS} more"]
        lines += frames
    return lines


def everything_of(error: BaseException) -> str:
    """The whole traceback, with messages, source and the values of variables: it may hold journal text.

    It never holds a passphrase or a key: what `_SECRET` knows, and whatever it calls, is told without values.
    """
    import traceback  # noqa: PLC0415 - only where everything was asked for

    try:
        told = traceback.TracebackException.from_exception(error, capture_locals=True)
    except Exception:  # a variable that cannot say what it is, perhaps the very thing that broke
        told = traceback.TracebackException.from_exception(error)
    _leave_secrets_out(told)
    lines = "".join(told.format()).split("\n")
    return "\n".join(line if len(line) <= LONGEST else f"{line[:LONGEST]}…" for line in lines)


def _leave_secrets_out(told: TracebackException) -> None:
    waiting = [told]  # a tree, whatever the errors themselves refer to
    while waiting:
        one = waiting.pop()
        secret = False
        for frame in one.stack:  # the outermost first
            secret = secret or PurePath(frame.filename).parts[-3:] in _SECRET
            if secret:
                frame.locals = None
        others = (one.__cause__, one.__context__, *(one.exceptions or ()))
        waiting += [other for other in others if other]


def _all_of(error: BaseException) -> Iterator[BaseException]:
    """The error, what it arose from, and the members of groups, each once."""
    waiting, seen = [error], set[int]()
    while waiting:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        members = one.exceptions if isinstance(one, BaseExceptionGroup) else ()
        waiting += [other for other in (one.__cause__, one.__context__, *members) if other]


def _frames(trace: TracebackType | None) -> Iterator[tuple[CodeType, int]]:
    while trace:
        yield trace.tb_frame.f_code, trace.tb_lineno
        trace = trace.tb_next


def _short(code: CodeType) -> str:
    """The file of some code from its package on: "textual/app.py"."""
    parts = PurePath(code.co_filename).parts
    for place in range(len(parts) - 1, -1, -1):
        if parts[place] == "bounceback_tui":
            return "/".join(parts[place:])
        if parts[place] in ("site-packages", "dist-packages"):
            return "/".join(parts[place + 1 :])
    return parts[-1] if parts else ""
