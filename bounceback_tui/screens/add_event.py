"""Asks what happened to an application, and when; or corrects what was noted."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult

from bounceback_tui.domain.application import MEETINGS, SETBACKS, Event, Kind
from bounceback_tui.domain.outcome import EventChanged, NewEvent
from bounceback_tui.domain.text import one_line
from bounceback_tui.screens.dialog import Dialog
from bounceback_tui.screens.words import ITS_GUIDE
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.application_list import name_of
from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.field_label import labelled
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.when_field import WhenField


class UnknownWhen(WhenField):
    """The date of a stage that only followed from what came after it, until somebody says it."""

    PLACEHOLDER = "not known; “12 Nov” or “last friday”"
    MEETING = PLACEHOLDER

    def echoed(self) -> str:
        """An empty line leaves it so. Raises DateNotUnderstood."""
        return super().echoed() if self.query_one(Line).value.strip() else "= the date is not known"


class AddEvent(Dialog):
    """What happened is enough; without a date it was now."""

    FORM = "event"
    AUTO_FOCUS = "#kind"

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """`target` is the event to correct, or the application for a new one. CannotDo where it is gone."""
        super().__init__(workspace, target)
        found = workspace.applications.with_event(self.target)
        application = found[0] if found else workspace.applications.find(self.target)
        self._event = found[1] if found else None
        self._about = name_of(application)

    @property
    def title_words(self) -> str:
        """What is asked, of which application."""
        return f"What happened with {self._about}?"

    @property
    def done(self) -> str:
        """What is said once it is safe; a setback gets its guide."""
        kind = Kind(self.query_one("#kind", Choice).value or Kind.APPLIED)
        if self._event and (kind not in SETBACKS or self._event.kind in SETBACKS):
            return "Corrected. u takes it back."
        if kind in SETBACKS:
            return ITS_GUIDE
        return f"Noted: {kind}. u takes it back."

    def fields(self) -> ComposeResult:
        """Kind, when, a note."""
        event = self._event
        yield Choice("What", tuple(Kind), event.kind if event else None, id="kind", required=True)
        made = UnknownWhen if event and not event.date_known else WhenField
        clock, order = self.workspace.clock, self.workspace.settings.date_order
        before, meeting = event.at if event else None, bool(event and event.kind in MEETINGS)
        yield made(clock, order, before, meeting=meeting)
        hint = "who, what about, what next …"
        yield from labelled("Note", Line(event.note if event else "", id="note", placeholder=hint))

    def on_mount(self) -> None:
        """A letter tells what happened; a date that is known stands there."""
        if self._event and self._event.date_known:
            self.query_one(WhenField).assume(self._event.at)
        self.query_one(str(self.AUTO_FOCUS)).focus()

    @on(Choice.Changed, "#kind")
    def _may_lie_ahead(self) -> None:
        """Only a meeting has a date to come."""
        self.query_one(WhenField).ask_for(self.query_one("#kind", Choice).value in MEETINGS)

    def value(self) -> NewEvent | EventChanged:
        """The event. Raises ValueError where nothing was chosen, and for a date that is none."""
        kind = self.query_one("#kind", Choice).value
        if not kind:
            self.query_one("#kind").focus()
            raise ValueError("Choose what happened: its first letter is enough.")
        self._may_lie_ahead()
        note = self.query_one("#note", Line).value
        if self._event:
            return EventChanged(self._corrected(self._event, Kind(kind), note))
        return NewEvent(self.target, Kind(kind), self.when(), note.strip())

    def _corrected(self, event: Event, kind: Kind, note: str) -> Event:
        """The event as it is now; a date that was given is known. Raises ValueError."""
        at = self.when(event.at) or event.at
        if kind not in MEETINGS and at > self.workspace.clock.now():
            self.query_one("#when", Line).focus()
            raise ValueError("That is still to come; write when it happened.")
        given = bool(self.query_one("#when", Line).value.strip())
        kept = event.note if note == one_line(event.note) else note.strip()
        return replace(event, kind=kind, at=at, note=kept, date_known=event.date_known or given)
