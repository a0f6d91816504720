"""Rest: a few planned days off with something enjoyable; nothing nags in them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from bounceback_tui.clock import Clock
from bounceback_tui.domain.calendar_terms import Span
from bounceback_tui.domain.due import Due, DueKind
from bounceback_tui.domain.frozen import replace
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.lead import Rest
from bounceback_tui.domain.rest_days import Falling, RestWanted, day_after
from bounceback_tui.domain.text import one_line
from bounceback_tui.services.tool import Tool
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage import rests
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.trash import Table, Thing, put_away

_DAY = timedelta(days=1)


def ends(rest: Rest) -> Due:
    """The end of a rest."""
    days = Span(rest.starts, rest.ends)
    return Due(rest.ends, "your rest ends", DueKind.REST, "rest", rest.id, plain="rest", span=days)


class Rests(Tool):
    """The rests that were planned."""

    def __init__(
        self, database: Database, clock: Clock, undo: Undo, dated: Callable[[date, date], list[Due]]
    ) -> None:
        """`dated` is what Today shows of all that may move, given today and the last day."""
        super().__init__(database, clock, undo)
        self._dated = dated

    def every(self) -> list[Rest]:
        """All rests, the earliest first."""
        return rests.every(self._database)

    def find(self, key: str) -> Rest | None:
        """The rest of that key; None where it is in the trash, or there is none."""
        return next((one for one in self.every() if one.id == key), None)

    def on(self, day: date) -> Rest | None:
        """The rest that a day belongs to; of several the one that lasts longest."""
        there = [one for one in self.every() if one.starts <= day <= one.ends]
        return max(there, key=lambda one: one.ends, default=None)

    def ended_before(self, day: date) -> Rest | None:
        """The rest from which somebody is back on that day; None where they rest on."""
        return None if self.on(day) else self.on(day - _DAY)

    def falling(self, days: Span) -> Falling:
        """How much is due in these days. Raises StorageError."""
        kinds = [one.kind for one in self._within(days)]
        return Falling(*(kinds.count(kind) for kind in rests.MOVABLE))

    def put(self, rest: Rest) -> None:
        """Keep a rest. Raises StorageError."""
        with self._undo.step("save a rest"):
            rests.put(self._database, rest)

    def plan(self, wanted: RestWanted) -> str:
        """Plan a rest or change one, and move what is due in it if so wished; its key. One step for undo.

        One that was taken away meanwhile is planned anew: no word is lost. Raises StorageError.
        """
        there = self.find(wanted.rest_id) if wanted.rest_id else None
        key = there.id if there else new_id(self._clock.now().utc)
        rest = Rest(key, *wanted.days, one_line(wanted.enjoy))
        with self._undo.step("change your rest" if there else "plan a rest"):
            rests.put(self._database, rest)
            if wanted.move and (dues := self._within(wanted.days)):
                rests.move(self._database, dues, self.day_after(wanted.days.last))
        return key

    def day_after(self, last: date) -> date:
        """The day after a rest that ends then, which belongs to no other rest either."""
        return day_after(last, self.every())

    def come_back(self) -> Rest | None:
        """End the rest of today: yesterday was its last day. The rest as it was; None where today is in none.

        One that began today goes into the trash. What moved out of its way stays where it is. One step for
        undo. Raises StorageError.
        """
        today = self._today
        resting = [one for one in self.every() if one.starts <= today <= one.ends]
        if not resting:
            return None
        with self._undo.step("come back from your rest"):
            for one in resting:
                if one.starts < today:
                    rests.put(self._database, replace(one, ends=today - _DAY))
                else:
                    self._put_away(one)
        return max(resting, key=lambda one: one.ends)

    def remove(self, rest: Rest) -> None:
        """Put a rest into the trash. Raises StorageError."""
        with self._undo.step("take a rest away"):
            self._put_away(rest)

    def due(self, today: date, until: date) -> list[Due]:
        """The rests that begin."""
        return [
            replace(ends(one), day=one.starts, text="your rest begins")
            for one in self.every()
            if today < one.starts <= until
        ]

    def _within(self, days: Span) -> list[Due]:
        """What is due in these days, as Today shows it: of anything else nobody knows that it could move."""
        known = self._dated(self._today, days.last)
        return [one for one in known if one.kind in rests.MOVABLE and days.first <= one.day <= days.last]

    def _put_away(self, rest: Rest) -> None:
        put_away(self._database, [Thing(Table.REST, rest.id)], self._clock.now())
