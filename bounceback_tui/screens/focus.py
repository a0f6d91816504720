"""Focus: what the next job must have, what would be nice, and what not again."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from bounceback_tui.domain.focus import FocusKind, FocusPoint
from bounceback_tui.domain.text import quoted
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.dialog import Dialog
from bounceback_tui.screens.posting import PostingForm, PostingsWindow
from bounceback_tui.screens.tool_window import ToolWindow, paragraph, row
from bounceback_tui.services.focus import Focus
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.field_label import labelled
from bounceback_tui.widgets.fields import Line

_KIND_CELLS = 15


class FocusForm(Dialog):
    """A point in one line."""

    FORM = "focus"

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """`target` is the point to edit; empty for a new one. Raises CannotDo where it is gone."""
        super().__init__(workspace, target)
        there = workspace.tools.focus.find(self.target) if self.target else None
        self._point = there or FocusPoint("", FocusKind.MUST, "")

    @property
    def title_words(self) -> str:
        """What is asked."""
        return "What matters in the next job?"

    def fields(self) -> ComposeResult:
        """The words, and how much it matters."""
        yield from labelled("Point", Line(self._point.text, id="text", placeholder="two days at home …"))
        yield Choice("Kind", tuple(FocusKind), self._point.kind.value, required=True, id="kind")

    def value(self) -> FocusPoint:
        """The point. Raises ValueError without words."""
        text = self.needed("text", "A few words are enough, but it takes some.")
        kind = FocusKind(self.query_one("#kind", Choice).value or FocusKind.MUST)
        return replace(self._point, text=text, kind=kind)


class FocusWindow(ToolWindow[FocusPoint]):
    """The points by kind; a posting is held against all of them."""

    HEADING = "Focus: what the next job must have"
    EMPTY = "Nothing yet. a adds a first point; three must-haves are plenty to begin with."
    FORM = FocusForm.FORM
    ALWAYS = (*ToolWindow.ALWAYS, "postings")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "turn_kind", "other kind", tooltip="A must-have, a nice-to-have, or not again"),
        Binding("h", "hold", "hold a posting against it", tooltip="Go through a posting point by point"),
        Binding("p", "postings", "postings", tooltip="The postings that you looked at so"),
    ]

    @property
    def shelf(self) -> Focus:
        """The points."""
        return self.workspace.tools.focus

    def on_mount(self) -> None:
        """A posting that was asked for is shown over the points."""
        postings = attempt(self, self.shelf.postings.every) or []
        if self.subject in [one.id for one in postings]:
            self.app.push_screen(PostingsWindow(self.workspace, self.subject))

    def line(self, thing: FocusPoint, width: int) -> Content:
        """ "must-have      two days at home"; the kind stands at the first of each."""
        first = next((one for one in self._things if one.kind is thing.kind), thing)
        kind = thing.kind if thing.id == first.id else ""
        words = row("", thing.text, "", width - _KIND_CELLS)
        return Content.styled(f"{kind:<{_KIND_CELLS}}", "$text-accent") + words

    def more(self, thing: FocusPoint) -> list[Content]:
        """All of it, with its kind, which its line may leave to one above."""
        return [Content.styled(thing.kind.capitalize(), "$foreground-muted"), paragraph(thing.text)]

    def action_turn_kind(self) -> None:
        """The next kind; the cursor stays on the point."""
        if point := self.thing:
            if not self.do(lambda: self.shelf.turn(point.id)):
                return
            turned = next((one for one in self._things if one.id == point.id), point)
            self.notify(f"{quoted(point.text)}: {turned.kind}. u takes it back.", markup=False, timeout=4)

    def action_hold(self) -> None:
        """Hold a posting against the points."""
        self.want_form(PostingForm.FORM)

    def action_postings(self) -> None:
        """The postings so far."""
        self.app.push_screen(PostingsWindow(self.workspace))
