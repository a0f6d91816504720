"""The tools that steps of the guide open, each loaded when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from bounceback_tui.clock import Clock
from bounceback_tui.domain.due import Due
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.in_use import in_use

if TYPE_CHECKING:
    from bounceback_tui.domain.lead import Rest
    from bounceback_tui.domain.strength import NotedStrength
    from bounceback_tui.services.cv import CvChanges
    from bounceback_tui.services.feedback import FeedbackRequests
    from bounceback_tui.services.focus import Focus
    from bounceback_tui.services.leads import Leads
    from bounceback_tui.services.people import People
    from bounceback_tui.services.preparations import Preparations
    from bounceback_tui.services.rests import Rests
    from bounceback_tui.services.strengths import Strengths
    from bounceback_tui.services.thoughts import Thoughts
    from bounceback_tui.services.tool import Tool
    from bounceback_tui.services.writing import Writing


class AtHand(Frozen):
    """What is in sight on Today, whatever is due."""

    rest: Rest | None = None
    """The rest that today belongs to."""
    back_from: Rest | None = None
    """The rest that ended yesterday."""
    pinned: NotedStrength | None = None
    """The strength that was pinned."""


class Tools:
    """Hands out the tools, and gathers what is due in them."""

    def __init__(
        self, database: Database, clock: Clock, undo: Undo, beside: Callable[[date], list[Due]]
    ) -> None:
        """`beside` is what is due until a day though no tool keeps it; a rest may move it, too."""
        self._with = (database, clock, undo)
        self._beside = beside

    @cached_property
    def feedback(self) -> FeedbackRequests:
        """Requests for feedback, with the remarks that came back."""
        from bounceback_tui.services.feedback import FeedbackRequests  # noqa: PLC0415 - see above

        return FeedbackRequests(*self._with)

    @cached_property
    def thoughts(self) -> Thoughts:
        """Thought records."""
        from bounceback_tui.services.thoughts import Thoughts  # noqa: PLC0415 - see above

        return Thoughts(*self._with)

    @cached_property
    def strengths(self) -> Strengths:
        """What went right, and what employers named."""
        from bounceback_tui.services.strengths import Strengths  # noqa: PLC0415 - see above

        return Strengths(*self._with)

    @cached_property
    def focus(self) -> Focus:
        """What to look for, and postings held against it."""
        from bounceback_tui.services.focus import Focus  # noqa: PLC0415 - see above

        return Focus(*self._with)

    @cached_property
    def cv(self) -> CvChanges:
        """Changes to the CV."""
        from bounceback_tui.services.cv import CvChanges  # noqa: PLC0415 - see above

        return CvChanges(*self._with)

    @cached_property
    def rests(self) -> Rests:
        """Planned rests."""
        from bounceback_tui.services.rests import Rests  # noqa: PLC0415 - see above

        return Rests(*self._with, self._dated)

    @cached_property
    def leads(self) -> Leads:
        """Leads to branch out to."""
        from bounceback_tui.services.leads import Leads  # noqa: PLC0415 - see above

        return Leads(*self._with)

    @cached_property
    def writing(self) -> Writing:
        """The writing programme."""
        from bounceback_tui.services.writing import Writing  # noqa: PLC0415 - see above

        return Writing(*self._with)

    @cached_property
    def preparations(self) -> Preparations:
        """What was prepared before the next interview."""
        from bounceback_tui.services.preparations import Preparations  # noqa: PLC0415 - see above

        return Preparations(*self._with)

    @cached_property
    def people(self) -> People:
        """People who were met."""
        from bounceback_tui.services.people import People  # noqa: PLC0415 - see above

        return People(*self._with)

    @property
    def _with_dates(self) -> Iterator[Tool]:
        """The tools that may have something due; one that was never used need not be loaded."""
        used = in_use(self._with[0])
        if "feedback" in used:
            yield self.feedback
        if "lead" in used:
            yield self.leads
        if "rest" in used:
            yield self.rests
        if "writing" in used:
            yield self.writing
        if "preparation" in used:
            yield self.preparations
        if "thought" in used:
            yield self.thoughts

    def _dated(self, today: date, until: date) -> list[Due]:
        """What a rest may move out of its way."""
        used = in_use(self._with[0])
        found = self._beside(until)
        if "feedback" in used:
            found += self.feedback.due(today, until)
        if "lead" in used:
            found += self.leads.due(today, until)
        return found

    def at_hand(self, today: date) -> AtHand:
        """What Today shows of rests and strengths. Raises StorageError."""
        used = in_use(self._with[0])
        pinned = self.strengths.pinned if "strength" in used else None
        if "rest" not in used:
            return AtHand(pinned=pinned)
        return AtHand(self.rests.on(today), self.rests.ended_before(today), pinned)

    def resting(self, today: date) -> Rest | None:
        """The rest that today belongs to. Raises StorageError."""
        return self.rests.on(today) if "rest" in in_use(self._with[0]) else None

    def due(self, today: date, until: date) -> list[Due]:
        """What is coming up in all of them until that day; in any order. Raises StorageError."""
        found: list[Due] = []
        for tool in self._with_dates:
            found += tool.due(today, until)
        return found
