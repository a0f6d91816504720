"""An entry as it is taken out of a journal: with what it tells of, and how it felt to begin it."""

from __future__ import annotations

from typing import NamedTuple

from bounceback_tui.domain.checkin import NOTHING_READ, Reading
from bounceback_tui.domain.entry import HistoryItem

ABOUT = ("company", "role", "stage", "result")
"""The names of what an entry tells of."""


class OutgoingEntry(NamedTuple):
    """An entry with what else a file of it holds."""

    item: HistoryItem
    reading: Reading = NOTHING_READ
    """How it felt before writing; what was felt later are check-ins of their own."""

    @property
    def about(self) -> tuple[tuple[str, str], ...]:
        """What it tells of, by name: company, role, stage and result; what is not known is left out."""
        item = self.item
        told = (item.company, item.role, item.stage, item.result)
        return tuple((name, str(said)) for name, said in zip(ABOUT, told, strict=True) if said)
