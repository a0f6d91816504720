"""The writing programme: what research found, and five places to write in."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from bounceback_tui.domain.calendar_terms import short_day
from bounceback_tui.domain.text import number
from bounceback_tui.domain.writing import (
    MINUTES,
    SESSIONS,
    TAG,
    WritingProgramme,
    WritingSession,
    WritingState,
)
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.list_window import ListWindow
from bounceback_tui.widgets.palette import mood_mark
from bounceback_tui.widgets.plain_marks import leads_to
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.safe import safe, safe_line

FOUND = (
    "About 20 minutes a day on five days, about being turned down and what you feel. In one study of 63 "
    "professionals who had lost a job, 41 of them assigned at random, 53 % of those who wrote so were in a "
    "full-time job after eight months, against 24 % who wrote of other things, and 14 % who did not write "
    "(not assigned at random). A small sample, and no promise: over 146 studies the effect is small, "
    "r = .075. You may feel lower right after."
)
"""What research found: Spera and others 1994, Frattaroli 2006, Smyth 1998."""

_MARGIN = 11
"""Cells for the day."""


class WritingProgrammeWindow(ListWindow[int]):
    """The five places of the programme that is under way; each is a session that was held, or an open one."""

    HEADING = f"Writing: about {MINUTES} minutes on {number(SESSIONS)} days"
    EMPTY = ""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "begin", "five others", tooltip="Begin five other days of writing"),
        Binding("p", "pause", "pause", tooltip="Let the writing wait; nothing reminds you of it"),
        Binding("p", "go_on", "go on", tooltip="Go on with the writing"),
        Binding("e", "end", "end", tooltip="End these five days; all that you wrote stays"),
        Binding("i", "found", "research", tooltip="Show or hide what research found"),
    ]

    _programme: WritingProgramme | None = None
    _found: bool | None = None  # whether it is told what research found; None for as it fits

    def above(self) -> ComposeResult:
        """What research found, or how far it is."""
        yield Static(id="writing-about", markup=False)

    def things(self) -> list[int]:
        """The places; the first alone before a programme was begun. Raises StorageError."""
        self._programme = self.workspace.tools.writing.present()
        return list(range(1, SESSIONS + 1 if self._programme else 2))

    def read(self, keep: str | None = None) -> None:
        """Read how far it is, with the cursor on the next place."""
        before = self._next
        super().read()
        if self._next != before:
            self.query_one("#listed", Rows).cursor = self._next - 1
        about = self._about()
        self.query_one("#writing-about", Static).update(safe(about, "$foreground-muted"))

    def name_of(self, thing: int) -> str:
        """Its number."""
        return str(thing)

    def line(self, thing: int, width: int) -> Content:
        """ "1  Mon 23 Nov  21 min  ▃3 → ▂2 → ▅5  I had hoped …"."""
        if self._programme is None:
            return safe_line("Begin with the first page", width)
        held = self._held(thing)
        if held is None:
            words = self._open_words(self._programme, thing)
            return Content.assemble(f"{thing}  ", safe_line(words, max(width - 3, 0), "$foreground-muted"))
        head = Content.assemble(
            f"{thing}  ",
            (f"{short_day(held.day):<{_MARGIN}}", "$text-accent"),
            (f"{held.seconds // 60:>3} min  ", "$foreground-muted"),
            _moods(held, leads_to(self)),
            "  ",
        )
        title = "its words are deleted" if held.deleted else held.title
        return head + safe_line(title, max(width - head.cell_length, 0), "$foreground-muted")

    def query_of(self, thing: int) -> str:
        """The entry of a session."""
        held = self._held(thing)
        if held is None:
            return ""
        trash = " is:deleted" if held.deleted else ""
        return f"tag:{TAG} since:{held.day} until:{held.day}{trash}"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on how far it is."""
        state = self._programme.state if self._programme else WritingState.ENDED
        match action:
            case "begin":
                return self._programme is not None and state is WritingState.ENDED
            case "pause":
                return state is WritingState.GOING
            case "go_on":
                return state is WritingState.PAUSED
            case "found":
                return self._programme is not None
            case "end":
                return state is not WritingState.ENDED
        return True

    def open_one(self, thing: int) -> None:
        """An entry that was written, or the next page."""
        if self._programme is None:
            self.action_begin()
        elif self._held(thing):
            super().open_one(thing)
        elif self._programme.state is WritingState.ENDED:
            self.notify("These days are over; b begins five others.", markup=False, timeout=4)
        else:
            self._write()

    def action_begin(self) -> None:
        """Begin, and go to the first page."""
        if attempt(self, lambda: self.workspace.tools.writing.begin(self.subject)):
            self._found = None
            self._write()

    def action_pause(self) -> None:
        """Let it wait."""
        attempt(self, self.workspace.tools.writing.pause)
        self.read()

    def action_go_on(self) -> None:
        """Go on."""
        attempt(self, self.workspace.tools.writing.go_on)
        self.read()

    def action_end(self) -> None:
        """End it."""
        attempt(self, self.workspace.tools.writing.end)
        self.read()

    def action_found(self) -> None:
        """Show or hide what research found."""
        self._found = not self._tells
        self.read()

    def _write(self) -> None:
        attempt(self, self.workspace.tools.writing.go_on)
        self.want_form("writing")

    @property
    def _next(self) -> int:
        return min(self._programme.next_place, SESSIONS) if self._programme else 1

    @property
    def _tells(self) -> bool:
        """What research found stands there before anything was begun, and when it is asked for."""
        return self._programme is None if self._found is None else self._found

    def _about(self) -> str:
        """What research found, or how far it is."""
        if self._tells or self._programme is None:
            return FOUND
        programme = self._programme
        if programme.state is WritingState.PAUSED:
            return "It waits for you. Nothing reminds you of it until you go on."
        if programme.is_whole:
            return "All five are written. Well done; there is nothing more to do here."
        if programme.state is WritingState.ENDED:
            return "It is over. What you wrote stays in your journal."
        today = self.workspace.clock.now().local_date
        if programme.sessions and today < programme.next_day:
            return "Today's page is written. The next one is meant for tomorrow, or any day after."
        return f"Day {programme.next_place} of {SESSIONS}: enter opens a page."

    @staticmethod
    def _open_words(programme: WritingProgramme, place: int) -> str:
        if place < programme.next_place:
            return "held; its words are deleted for good"
        if place == programme.next_place and programme.state is not WritingState.ENDED:
            return "a page for you, whenever you like"
        return "·"

    def _held(self, place: int) -> WritingSession | None:
        sessions = self._programme.sessions if self._programme else ()
        return next((one for one in sessions if one.place == place), None)


def _moods(held: WritingSession, to: str) -> Content:
    """Before, after and the next day, as far as they are known, with `to` between them."""
    marks = [
        Content("– ") if mood is None else mood_mark(mood)
        for mood in (held.before, held.after, held.next_day)
    ]
    return Content(to).join(marks)
