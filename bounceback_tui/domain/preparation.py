"""Before the next one: what may go wrong in an interview, and a planned answer to each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bounceback_tui.domain.application import Application
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.ids import mark_of
from bounceback_tui.domain.meeting import meetings_ahead
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import one_line


class Setback(Frozen):
    """Something that may go wrong, and what to do then."""

    text: str
    """As it stands after "if": "I lose the thread"."""
    answer: str = ""
    """As it stands after "then": "I ask for the question again"; may still be empty."""

    @property
    def mark(self) -> str:
        """What it is named by: a place in a list may be another one's soon."""
        return mark_of(self.text, self.answer)

    @property
    def words(self) -> str:
        """ "If I lose the thread, then I ask for the question again."."""
        if not self.answer:
            return f"If {self.text}, then … (nothing planned yet)"
        return f"If {self.text}, then {self.answer.rstrip('.')}."


def setback_of(text: str, answer: str) -> Setback:
    """A setback of what was typed: "if" and "then" stand before it anyway, and are left out."""
    return Setback(_without("if", one_line(text)), _without("then", one_line(answer)))


def _without(word: str, text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest.strip() if first.casefold() == word and rest.strip() else text.strip()


class Preparation(Frozen):
    """What was prepared for one interview."""

    id: str
    """Empty for one that is new."""
    application_id: str
    prepared_at: Moment
    interview_on: date | None = None
    setbacks: tuple[Setback, ...] = ()


class PlannedSetback(Frozen):
    """One setback of a preparation, handed over to be saved."""

    preparation_id: str
    setback: Setback
    before: Setback | None = None
    """The one that it takes the place of; None for one more."""


def interview_ahead(application: Application, now: Moment) -> date | None:
    """The day of the next interview in the log of an application that is open; None for none."""
    ahead = meetings_ahead(application, now, date.max)
    return min((event.at.local_date for event in ahead), default=None)


def in_order(preparations: Iterable[Preparation], today: date) -> list[Preparation]:
    """The next interview first, then those without a day, then those behind, the latest first."""
    known = sorted(preparations, key=lambda one: one.prepared_at)
    ahead = [one for one in known if one.interview_on and one.interview_on >= today]
    behind = [one for one in known if one.interview_on and one.interview_on < today]
    return [
        *sorted(ahead, key=lambda one: one.interview_on or today),
        *(one for one in known if not one.interview_on),
        *sorted(behind, key=lambda one: one.interview_on or today, reverse=True),
    ]
