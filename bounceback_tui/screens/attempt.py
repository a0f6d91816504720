"""Doing something that may not work, and saying so kindly where it does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from textual.widget import Widget

from bounceback_tui.domain.text import one_line
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.storage.errors import StorageError

Done = TypeVar("Done")


def attempt(widget: Widget, action: Callable[[], Done]) -> Done | None:
    """What `action` returns; None, with the reason on screen, where a service could not do it."""
    try:
        return action()
    except (CannotDo, StorageError) as error:
        widget.notify(one_line(str(error)), severity="warning", timeout=8, markup=False)
        return None


def worked(widget: Widget, action: Callable[[], object]) -> bool:
    """Whether `action`, which need not return anything, could be done; else the reason is on screen."""
    return attempt(widget, lambda: (action(),)) is not None
