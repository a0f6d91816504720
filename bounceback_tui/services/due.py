"""Everything that is due, gathered once for Today, the command line and a calendar."""

from __future__ import annotations

from datetime import date, time

from bounceback_tui.clock import Clock
from bounceback_tui.domain.due import OFFERS, Due, DueKind
from bounceback_tui.domain.text import quoted
from bounceback_tui.services.applications import Applications
from bounceback_tui.services.journal import Journal
from bounceback_tui.services.recovery import Recovery
from bounceback_tui.services.tools import Tools


class ComingUp:
    """What is coming up, and what was not seen to yet."""

    def __init__(
        self,
        clock: Clock,
        applications: Applications,
        journal: Journal,
        recovery: Recovery,
        tools: Tools,
    ) -> None:
        self._clock = clock
        self._applications = applications
        self._journal = journal
        self._recovery = recovery
        self._tools = tools

    def until(self, last: date) -> tuple[Due, ...]:
        """What is due until that day, the earliest first; during a rest only its end. Raises StorageError."""
        if rest := self._rest_ends():
            return (rest,)
        return _in_order(self._every(last))

    def ahead(self) -> tuple[Due, ...]:
        """Everything that has a date from today on, in a rest too; what is only offered has none."""
        rest = self._rest_ends()
        found = [one for one in self._every(date.max) if one.day >= self._today and one.kind not in OFFERS]
        return _in_order([*found, *([rest] if rest else [])])

    @property
    def _today(self) -> date:
        return self._clock.now().local_date

    def _rest_ends(self) -> Due | None:
        rest = self._tools.resting(self._today)
        if rest is None:
            return None
        from bounceback_tui.services.rests import ends  # noqa: PLC0415 - most days are in no rest

        return ends(rest)

    def _every(self, last: date) -> list[Due]:
        return [
            *self._tools.due(self._today, last),
            *self._recovery.due(last),
            *self._applications.due(last),
            *self._check_in(),
        ]

    def _check_in(self) -> list[Due]:
        """How it is on the day after an entry, as long as nothing was said of it."""
        item = self._journal.awaiting_next_day()
        if item is None:
            return []
        words = f"how is it, the day after {quoted(item.entry.title, 30)}?"
        return [Due(self._today, words, DueKind.CHECK_IN, row=item.entry.id)]


def _in_order(found: list[Due]) -> tuple[Due, ...]:
    return tuple(sorted(found, key=lambda one: (one.day, one.time or time.max)))
