"""The request for feedback in an episode, and what was answered."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.ids import mark_of
from bounceback_tui.domain.letter import Letter
from bounceback_tui.domain.text import one_line, with_line_feeds

PATIENCE = timedelta(days=7)
"""How long after asking a follow-up is offered, unless the person says otherwise."""

_SENTENCE_END = r"([.!?…][\"'”’)]*)\s+(?=[\"'“‘(]*[^\W\d_a-zß-öø-ÿ])"  # made ready once there is an answer


class FeedbackState(StrEnum):
    """How far a request for feedback got."""

    NOT_ASKED = "not asked"
    ASKED = "asked"
    ANSWERED = "answered"
    DECLINED = "declined"
    SILENT = "silent"


class RemarkKind(StrEnum):
    """What a remark speaks of."""

    STRENGTH = "strength"
    GAP = "gap"
    OUTSIDE = "outside me"


class Remark(Frozen):
    """One thing that was said in an answer, with its theme."""

    kind: RemarkKind
    theme: str
    text: str = ""

    @property
    def mark(self) -> str:
        """What it is named by: a place in a list may be another one's soon."""
        return mark_of(self.kind, self.theme, self.text)


class Feedback(Frozen):
    """A request for feedback; one for each episode."""

    episode_id: str
    state: FeedbackState = FeedbackState.NOT_ASKED
    asked_on: date | None = None
    follow_up_on: date | None = None
    answered_on: date | None = None
    answer: str = ""
    remarks: tuple[Remark, ...] = ()
    subject: str = ""
    """Subject line of the e-mail that asks."""
    message: str = ""
    """Its text, as the person left it."""
    followed_up_on: date | None = None
    """When they asked a second time, which is once at most."""
    thanked_on: date | None = None

    def follow_up_is_due(self, today: date) -> bool:
        """Whether it is time to ask a second time, which is offered once and never again."""
        waits = self.state is FeedbackState.ASKED and self.followed_up_on is None
        return waits and self.follow_up_on is not None and self.follow_up_on <= today

    def next_letter(self, today: date) -> Letter:
        """The e-mail that comes next: the question, the one reminder, or thanks."""
        if self.state in (FeedbackState.ANSWERED, FeedbackState.DECLINED):
            return Letter.THANKS
        return Letter.FOLLOW_UP if self.follow_up_is_due(today) else Letter.ASK


class EmailChanged(Frozen):
    """The e-mail that asks, as the person wants it."""

    episode_id: str
    subject: str
    message: str


class AnswerCame(Frozen):
    """An answer, whole and as it came."""

    episode_id: str
    answer: str


class RemarkChanged(Frozen):
    """A remark as it is told now."""

    episode_id: str
    before: Remark | None
    """The remark that it takes the place of; None for one more."""
    remark: Remark


class Piece(Frozen):
    """A part of an answer, with the remark that was made of it, or a remark by itself."""

    text: str
    remark: Remark | None = None
    """None where nothing was made of it yet."""


def pieces(request: Feedback) -> list[Piece]:
    """The answer sentence by sentence with its remarks beside it; remarks in other words come last."""
    waiting = dict(enumerate(request.remarks))
    found: list[Piece] = []
    for sentence in sentences(request.answer):
        made = [
            place for place, remark in waiting.items() if remark.text and one_line(remark.text) in sentence
        ]
        found += [Piece(sentence, waiting.pop(place)) for place in made] or [Piece(sentence)]
    found += [Piece(remark.text, remark) for remark in waiting.values()]
    return found


def sentences(text: str) -> list[str]:
    """The sentences of a text, line by line; bullets and empty lines are left out."""
    lines = (one_line(line).lstrip("-*•> ") for line in with_line_feeds(text).split("\n"))
    return [part for line in lines for part in re.sub(_SENTENCE_END, r"\1\n", line).split("\n") if part]
