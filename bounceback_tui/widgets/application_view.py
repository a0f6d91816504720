"""One application with everything that happened to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from bounceback_tui.domain.application import STAGE_WORDS, STAGES, Application, Event
from bounceback_tui.domain.calendar_terms import weekday_date
from bounceback_tui.domain.text import one_line
from bounceback_tui.widgets.application_list import name_of, since
from bounceback_tui.widgets.labelled import Labelled, LabelledLines
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.safe import safe, safe_line
from bounceback_tui.widgets.stage_ladder import ladder

_MUTED = "$foreground-muted"


class ApplicationView(VerticalScroll, can_focus=True):
    """The log of an application and what is known of it; scrolled with the arrows once it has the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,left", "back", "to the list")]

    @dataclass
    class Left(WidgetMessage):
        """Somebody wants to go back to the list."""

    def compose(self) -> ComposeResult:
        """What it is, and the lines below."""
        yield Static(id="application-head", markup=False)
        yield LabelledLines()

    def show(self, application: Application | None, today: date) -> None:
        """Show an application from its beginning; nothing for None."""
        head = _head(application, today) if application else Content("")
        self.query_one("#application-head", Static).update(head)
        lines = (*_log(application), *_about(application)) if application else ()
        self.query_one(LabelledLines).lines = lines
        self.scroll_home(animate=False)

    def action_back(self) -> None:
        """Go back to the list."""
        self.post_message(self.Left(self))


def _head(one: Application, today: date) -> Content:
    """Its name, how far it got, and since when it has been silent or over."""
    ago = since(one, today)
    if ago and ago != "today" and not ago.startswith("in "):
        ago = f"{ago} ago" if one.status.ended else f"quiet for {ago}"
    said = [STAGE_WORDS[one.stage_reached], str(one.status), ago]
    # an offer is a stage and a status at once, and is said once
    words = " · ".join(dict.fromkeys(part for part in said if part))
    return Content.assemble(
        safe_line(name_of(one), style="bold"), "\n", ladder(one.stage_reached), "  ", words
    )


def _log(one: Application) -> Iterator[Labelled]:
    """What happened, by date."""
    yield "What happened", Content("")
    if not one.events:
        yield "", Content.styled("Nothing is noted yet; v adds what happened.", _MUTED)
    for event in one.events:
        kind = Content.styled(str(event.kind), _style(event))
        note = safe(f"  {event.note.strip()}", _MUTED) if event.note.strip() else Content("")
        yield _day(event), kind + note


def _day(event: Event) -> str:
    """ "Fri 20 Nov 2026"."""
    if not event.date_known:
        return "date not known"
    return weekday_date(event.at.local_date)


def _style(event: Event) -> str:
    return "bold" if event.kind not in STAGES else ""


def _about(one: Application) -> Iterator[Labelled]:
    """What else is known of it."""
    kind = {True: "a specialised job", False: "not a specialised job", None: ""}[one.specialised]
    told = [
        ("Source", str(one.source or "")),
        ("Kind", kind),
        ("Link", one_line(one.link)),
        ("Notes", one.notes.strip()),
    ]
    if any(words for _, words in told):
        yield "About it", Content("")
    yield from ((label, safe(words)) for label, words in told if words)
