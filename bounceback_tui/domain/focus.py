"""Focus: what the next job must have, would be nice to have, and must not be again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bounceback_tui.domain.moment import Moment


class FocusKind(StrEnum):
    """How much a point matters."""

    MUST = "must-have"
    NICE = "nice-to-have"
    NOT_AGAIN = "not again"


class Answer(StrEnum):
    """What a posting says to a point."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class FocusPoint:
    """One thing to look for, or to keep away from."""

    id: str
    kind: FocusKind
    text: str


@dataclass(frozen=True)
class Posting:
    """A posting held against the points, at a moment."""

    id: str
    title: str
    held_at: Moment
    link: str = ""
    note: str = ""
    application_id: str | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """By the key of the point; what was not answered is not there."""
