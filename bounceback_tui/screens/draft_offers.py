"""What was begun and not saved, offered wherever somebody starts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.domain.moment import Moment
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.registry import FORMS
from bounceback_tui.screens.second_press import SecondPress
from bounceback_tui.screens.words import age
from bounceback_tui.services.drafts import Draft
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.drawing import FOCUS_MARK
from bounceback_tui.widgets.list_keys import GoesToFirst, list_keys
from bounceback_tui.widgets.safe import safe_line

_SHOWN = 3
"""Drafts that are offered at once; the latest come first."""

_STUMP = 24
"""Cells of its first words, however narrow the window is."""

_WORDS = {form.name: form.words for form in FORMS}
_FIRST_FIELDS = ("company", "text", "title", "note", "thought")
"""Where the first words of a draft are looked for."""


class DraftOffers(GoesToFirst, Widget, can_focus=True):
    """A line for each draft: what it is, its first words and its age. Nothing where there is none."""

    DEFAULT_CSS = """
    DraftOffers { height: auto; display: none; color: $text-accent; }
    DraftOffers:focus { background-tint: $foreground 6%; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "go on writing"),
        Binding("x", "forget", "forget it", tooltip="Forget this draft, at the second press"),
        *list_keys(),
    ]

    cursor: reactive[int] = reactive(0)
    """Place of the draft that a key acts on."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._drafts: Sequence[Draft] = ()
        self._second_press = SecondPress(self)

    @property
    def waiting(self) -> bool:
        """Whether there is something to offer."""
        return bool(self._drafts)

    def read(self) -> None:
        """Read what waits."""
        found = attempt(self, self._workspace.drafts.waiting) or []
        self._drafts = [one for one in found if one.form in _WORDS]
        self._second_press.forget()
        self.cursor = min(self.cursor, max(len(self._drafts) - 1, 0))
        self.display = self.waiting
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line for each that is shown at once."""
        return min(len(self._drafts), _SHOWN)

    def render(self) -> Content:
        """The lines for the present width."""
        now = self._workspace.clock.now()
        first = self._first
        shown = self._drafts[first : first + _SHOWN]
        return Content("\n").join(self._line(first + place, one, now) for place, one in enumerate(shown))

    @property
    def _first(self) -> int:
        """Place of the first draft that is shown: the one under the cursor is always in sight."""
        return max(min(self.cursor - _SHOWN + 1, len(self._drafts) - _SHOWN), 0)

    def on_blur(self) -> None:
        """What was asked is asked again."""
        self._second_press.forget()

    def action_move(self, step: int) -> None:
        """Another draft; past the ends, whatever stands there."""
        self._second_press.forget()
        if self.cursor + step in range(len(self._drafts)):
            self.cursor += step
        elif step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_first(self) -> None:
        """To the latest draft."""
        self.action_move(-self.cursor)

    def action_last(self) -> None:
        """To the oldest draft."""
        self.action_move(len(self._drafts) - 1 - self.cursor)

    def action_open(self) -> None:
        """Go on with the one under the cursor."""
        if self._drafts:
            draft = self._drafts[self.cursor]
            self.post_message(Page.FormWanted(self, draft.form, draft.target))

    def action_forget(self) -> None:
        """Forget the one under the cursor, at the second press."""
        if not self._drafts:
            return
        draft = self._drafts[self.cursor]
        there = attempt(self, lambda: self._workspace.drafts.find(draft.form, draft.target))
        if there != draft:  # somebody wrote on meanwhile, or it is gone
            self.read()
        if there and not self._second_press.confirms(there):
            self.notify("x once more forgets this draft for good.", markup=False)
            return
        if there:
            attempt(self, lambda: self._workspace.drafts.discard(draft.form, draft.target))
            self.app.clear_notifications()
            self.read()
        if not self.waiting:
            self.screen.focus_next()

    def on_click(self, event: events.Click) -> None:
        """Go on with the one that was clicked."""
        offset = event.get_content_offset(self)
        if offset is not None and self._first + offset.y < len(self._drafts):
            self.cursor = self._first + offset.y
            self.action_open()

    def _more(self, place: int) -> str:
        """Behind the last line that is shown: how many more there are."""
        below = len(self._drafts) - place - 1
        return f"  ↓ {below} more" if below and place == self._first + _SHOWN - 1 else ""

    def _line(self, place: int, draft: Draft, now: Moment) -> Content:
        under = self.has_focus and place == self.cursor
        begun = next((str(text) for name in _FIRST_FIELDS if (text := draft.content.get(name))), "")
        head = Content.assemble(
            FOCUS_MARK if under else " " * len(FOCUS_MARK),
            ("You had begun to write " if place == 0 else "And ", ""),
            _WORDS[draft.form],
        )
        tail = Content(f", {age(draft.kept, now)}{self._more(place)}")
        room = self.content_size.width - head.cell_length - tail.cell_length - len(": “”")
        about = Content.assemble(": “", safe_line(begun, max(room, _STUMP)), "”") if begun.strip() else ""
        line = Content.assemble(head, about, tail)
        return line.stylize("bold" if under else "").truncate(self.content_size.width, ellipsis=True)
