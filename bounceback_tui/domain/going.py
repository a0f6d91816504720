"""Work that takes a while: it tells how much is done, and asks whether to go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")

Going = Callable[[float], bool]
"""Is told how much is done, 0 to 1, and says whether to go on."""


class Stopped(Exception):
    """Somebody did not want to wait for the end; nothing is left of the work."""


def onwards(_share: float) -> bool:
    """Nobody looks, and nobody stops it."""
    return True


def part_of(going: Going, start: float, end: float) -> Going:
    """The same for a part of the work, which is the whole of it from `start` to `end`."""
    return lambda share: going(start + (end - start) * share)


def each(things: Sequence[Thing], going: Going) -> Iterator[Thing]:
    """One after the other; asks before each, and after the last. Raises Stopped."""
    for place, thing in enumerate(things):
        go_on(going, place / len(things))
        yield thing
    go_on(going, 1.0)


def go_on(going: Going, share: float) -> None:
    """Raises Stopped where `going` says so."""
    if not going(share):
        raise Stopped
