"""Thought records: a hot thought, what speaks for and against it, and a fairer one."""

from __future__ import annotations

from collections.abc import Iterable

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import folded

LONGEST_TRAP = 40
"""Characters that the name of a thinking trap may have."""


class ThoughtRecord(Frozen):
    """A thought looked at from both sides; belief runs from 0 to 100."""

    id: str
    written_at: Moment
    thought: str
    episode_id: str | None = None
    belief_before: int | None = None
    evidence_for: str = ""
    evidence_against: str = ""
    traps: tuple[str, ...] = ()
    """Names of the thinking traps that were seen in it."""
    fairer: str = ""
    belief_after: int | None = None

    @property
    def finished(self) -> bool:
        """Whether the thought was answered; all else may stay open, and whether it helped is not asked."""
        return bool(self.fairer.strip())


class Trap(Frozen):
    """A way in which a thought can run ahead of the facts."""

    name: str
    about: str = ""
    """One sentence on it; empty for one of the person's own."""
    id: str = ""
    """Key of one of their own; empty for those that come with the program, which stay."""


def same_trap(name: str, traps: Iterable[Trap]) -> Trap | None:
    """The one of that name, whatever its case and spaces."""
    return next((trap for trap in traps if folded(trap.name) == folded(name)), None)
