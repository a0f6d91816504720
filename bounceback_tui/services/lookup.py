"""Keys may be shortened to a beginning that only one thing has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from bounceback_tui.domain.text import one_line
from bounceback_tui.services.errors import CannotDo

Found = TypeVar("Found")


def only(found: Sequence[Found], what: str, beginning: str) -> Found:
    """The one thing found. Raises CannotDo where there is none, or more than one."""
    if not beginning.strip():
        raise CannotDo(f"Say which {what}: the first letters of its key are enough.")
    if not found:
        raise CannotDo(f"There is no {what} “{one_line(beginning)[:40]}”. Nothing was changed.")
    if len(found) > 1:
        raise CannotDo(f"More than one {what} begins with “{one_line(beginning)[:40]}”; give more of it.")
    return found[0]
