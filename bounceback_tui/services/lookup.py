"""Keys may be shortened to a beginning that only one thing has; "-1" is the latest, "-2" the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from bounceback_tui.domain.text import folded, plural, quoted
from bounceback_tui.services.errors import CannotDo

Found = TypeVar("Found")


def back_from_latest(said: str) -> int | None:
    """How many came after the one that is meant: 0 for "-1"; None for what is no such number."""
    sign, digits = said.strip()[:1], said.strip()[1:]
    if sign != "-" or not (digits.isascii() and digits.isdigit() and len(digits) < 10 and int(digits)):
        return None
    return int(digits) - 1


def latest(found: Sequence[Found], there: int, what: str, many: str = "") -> Found:
    """The one that was found by its number from the latest. Raises CannotDo where there are only so many."""
    if not found:
        if not there:
            raise CannotDo(f"There is no {what} yet.")
        verb = "is" if there == 1 else "are"
        raise CannotDo(f"There {verb} only {plural(there, what, many)}. Nothing was changed.")
    return found[0]


def only(found: Sequence[Found], what: str, beginning: str) -> Found:
    """The one thing found. Raises CannotDo where there is none, or more than one."""
    if not beginning.strip():
        raise CannotDo(f"Say which {what}: the first letters of its key are enough.")
    if not found:
        raise CannotDo(f"There is no {what} {quoted(beginning)}. Nothing was changed.")
    if len(found) > 1:
        raise CannotDo(f"More than one {what} begins with {quoted(beginning)}; give more of it.")
    return found[0]


def beginning_so(
    among: Iterable[Found], words: Callable[[Found], Iterable[str]], what: str, beginning: str
) -> Found:
    """The one thing whose words begin so, whatever their case; all of them said means that one alone.

    `words` are those that one may be called by. Raises CannotDo.
    """
    wanted = folded(beginning)
    called = [(one, [*map(folded, words(one))]) for one in among]
    if wanted and (whole := [one for one, names in called if wanted in names]):
        return whole[0]
    if not wanted:
        raise CannotDo(f"Say which {what}: the first words of it are enough.")
    return only(
        [one for one, names in called if any(name.startswith(wanted) for name in names)], what, beginning
    )


def one_meant(
    among: Iterable[Found], said: str, find: Callable[[str], Found], words: Callable[[Found], str], what: str
) -> Found:
    """The one that is found by its key, or else by how its words begin. Raises CannotDo."""
    try:
        return find(said)
    except CannotDo:
        if back_from_latest(said) is not None or not said.strip():
            raise
        return beginning_so(among, lambda one: (words(one),), what, said)
