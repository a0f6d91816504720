"""Thought records: a hot thought, what speaks for and against it, and a fairer one."""

from __future__ import annotations

from dataclasses import dataclass

from bounceback_tui.domain.moment import Moment


@dataclass(frozen=True)
class ThoughtRecord:
    """A thought looked at from both sides; belief runs from 0 to 100."""

    id: str
    written_at: Moment
    thought: str
    episode_id: str | None = None
    belief_before: int | None = None
    evidence_for: str = ""
    evidence_against: str = ""
    traps: tuple[str, ...] = ()
    fairer: str = ""
    belief_after: int | None = None
