"""Completing the name of a file while it is typed; hidden ones are left out."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import islice
from pathlib import Path

from textual.suggester import Suggester

from bounceback_tui.domain.text import visible

_MOST = 2000
"""Names in a folder that are looked at."""


class PathNames(Suggester):
    """Suggests the first name in the folder, in the order of the alphabet, that begins as what was typed."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """What was typed with the rest of the name; None where there is none."""
        before, slash, begun = value.rpartition("/")
        if not begun or begun.startswith("."):
            return None
        with suppress(OSError, ValueError, RuntimeError):
            folder = Path(before + slash or ".").expanduser()
            with os.scandir(folder) as there:
                names = sorted(
                    one.name + ("/" if one.is_dir() else "")
                    for one in islice(there, _MOST)
                    if one.name.casefold().startswith(begun.casefold())
                )
            # a name that would steer the terminal is not what can be typed
            fit = [name for name in names if visible(name) == name and "\n" not in name]
            if fit:
                return before + slash + begun + fit[0][len(begun) :]
        return None
