"""What somebody hands over to be saved: what happened, a page of their own and the rest, each one value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bounceback_tui.domain.application import Event, Kind, Result, Source
from bounceback_tui.domain.checkin import NOTHING_READ, Reading
from bounceback_tui.domain.episode import NOT_ATTRIBUTED, Attribution, Cause
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.moment import Moment

if TYPE_CHECKING:  # few of these values have a plan
    from bounceback_tui.domain.due import PlannedFor


class Outcome(Frozen):
    """Something that happened and all that was said about it; `company` or `text` is enough."""

    company: str = ""
    role: str = ""
    stage: Kind | None = None
    result: Result = Result.REJECTED
    when: Moment | None = None
    """When it happened; None means now."""
    source: Source | None = None
    before: Reading = NOTHING_READ
    title: str = ""
    text: str = ""
    tags: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()
    attribution: Attribution = NOT_ATTRIBUTED
    forecast: int | None = None
    """Days until they expect to feel like themselves."""
    after: Reading = NOTHING_READ
    entry_id: str = ""
    """Key of the entry that is changed; empty for a new one."""
    application: str = ""
    """Key of the application that it belongs to, which then bears these names; empty to find it by them."""

    def __post_init__(self) -> None:
        if self.forecast is not None and self.forecast < 0:
            raise ValueError("a forecast is a number of days, 0 or more")

    @property
    def says_something(self) -> bool:
        """Whether there is enough to save: who it was, or a line about it."""
        return bool(self.company.strip() or self.text.strip())


class Logged(Frozen):
    """What came of an outcome: the keys of all that was saved."""

    id: str
    """The entry."""
    application: str
    event: str
    episode: str | None


class Written(Frozen):
    """A page of free writing: a new entry, or a change to one."""

    entry_id: str
    """Key of the entry that was changed; empty for a new one."""
    title: str
    text: str
    tags: tuple[str, ...] = ()
    before: Reading = NOTHING_READ
    after: Reading = NOTHING_READ
    when: Moment | None = None
    """When it was written; None means now, and for a change as it was."""


Told = Outcome | Written
"""All that was said with one entry, in one value: what it belongs to, the text, and how it felt."""


class Revised(Frozen):
    """A change to an entry, with what stood there when it was begun."""

    seen: Told
    new: Told


class Felt(Frozen):
    """A check-in that is changed."""

    checkin_id: str
    reading: Reading


class NewApplication(Frozen):
    """A job that somebody applied for."""

    company: str
    """Never empty."""
    role: str = ""
    source: Source | None = None
    when: Moment | None = None
    """When they applied; None means now."""
    notes: str = ""
    """Markdown."""


class NewEvent(Frozen):
    """Something that happened to an application that is there already."""

    application_id: str
    kind: Kind
    when: Moment | None = None
    """None means now."""
    note: str = ""


class EventChanged(Frozen):
    """Something in the log of an application, told otherwise."""

    event: Event
    """As it is now; `date_known` where a date was given."""


class StepNote(Frozen):
    """A note on a step of the guide in one episode."""

    episode_id: str
    step_id: str
    text: str


class StepPlan(Frozen):
    """An if-then plan for a step of the guide in one episode."""

    episode_id: str
    step_id: str
    text: str
    due: PlannedFor | None = None
    """The moment that it is for."""


class Closing(Frozen):
    """What is said when an episode is closed; all of it may be left out."""

    episode_id: str
    text: str = ""
    """What helped."""
    attribution: Attribution = NOT_ATTRIBUTED
    """Where the cause seems to lie as seen from here."""


def accepts(value: object) -> bool:
    """Whether what is handed over says that an offer was accepted just now."""
    match value:
        case Outcome():
            return value.result is Result.ACCEPTED
        case NewEvent():
            return value.kind is Kind.ACCEPTED
    return False
