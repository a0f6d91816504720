"""Focus: what the next job must have, would be nice to have, and must not be again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import plural


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


def told(points: Iterable[FocusPoint], answers: Mapping[str, Answer]) -> str:
    """What a posting says to the points, in words: "3 of 3 must-haves; 1 “not again” is in it.".

    It counts what is in the posting, and judges nobody. Empty without a point.
    """
    every = list(points)
    parts = []
    for kind in (FocusKind.MUST, FocusKind.NICE):
        of_kind = [one for one in every if one.kind is kind]
        if of_kind:
            there = sum(answers.get(one.id) is Answer.YES for one in of_kind)
            parts.append(f"{there} of {plural(len(of_kind), kind)}")
    avoided = [answers.get(one.id) for one in every if one.kind is FocusKind.NOT_AGAIN]
    there = avoided.count(Answer.YES)
    if there:
        parts.append(f"{there} “not again” {'is' if there == 1 else 'are'} in it")
    elif avoided and avoided.count(Answer.NO) == len(avoided):
        parts.append("no “not again” in it")
    unclear = sum(answers.get(one.id) is Answer.UNCLEAR for one in every)
    if unclear:
        parts.append(f"{unclear} not clear from it")
    missing = sum(one.id not in answers for one in every)
    if missing:
        parts.append(f"{missing} not looked at")
    return f"{'; '.join(parts)}." if parts else ""
