"""A few places, such as sections or questions, of which one is shown: side by side, or under each other."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.widgets.drawing import FOCUS_MARK
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.plain_marks import bracketed, is_plain
from bounceback_tui.widgets.safe import safe_line

_GAP = 3
_ARROWS = "← →"
_NOTHING = Content("")
_TALL = 3  # lines of a place where they stand under each other: title, bar, a blank one


class Place(Frozen):
    """Somewhere to turn to."""

    title: str
    beside: Content = _NOTHING
    """What is known of it, such as a bar: right of the title, or below it."""


class Signpost(Widget):
    """Shows where somebody is among some places. Where they do not fit side by side: only that one."""

    DEFAULT_CSS = """
    Signpost { height: auto; text-wrap: nowrap; text-overflow: clip; }
    """

    ALLOW_SELECT = False

    places: reactive[tuple[Place, ...]] = reactive((), layout=True)
    """The places in order."""

    current: reactive[int] = reactive(0)
    """Index of the one that is shown."""

    class Turned(WidgetMessage):
        """A place was clicked."""

        index: int
        """Its index."""

    def __init__(self, places: Sequence[Place] = (), *, stacked: bool = False, id: str | None = None) -> None:
        """`stacked` puts the places under each other."""
        super().__init__(id=id)
        self._stacked = stacked
        self.set_reactive(Signpost.places, tuple(places))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines that the places take."""
        return max(len(self.places) * _TALL - 1, 1) if self._stacked else 1

    def render(self) -> Content:
        """The places for the present width."""
        width = self.content_size.width
        if not self.places:
            return Content("")
        if self._stacked:
            return Content("\n").join(
                line for index in range(len(self.places)) for line in self._tall(index, width)
            )
        labels = self._labels()
        if not self._fits(labels):
            return self._alone(width)
        return Content(" " * _GAP).join(
            label.stylize("bold $text-accent underline" if index == self.current else "$foreground-muted")
            for index, label in enumerate(labels)
        )

    def on_click(self, event: events.Click) -> None:
        """Turn to the place under the pointer, or to the next or last one by the arrows."""
        offset = event.get_content_offset(self)
        if offset is None or not self.places:
            return
        if self._stacked:
            self._turn(offset.y // _TALL)
        elif self._fits(labels := self._labels()):
            start = 0
            for index, label in enumerate(labels):
                if start <= offset.x < start + label.cell_length:
                    self._turn(index)
                start += label.cell_length + _GAP
        else:
            back, on = self.content_size.width - len(_ARROWS), self.content_size.width - 1
            if offset.x in (back, on):
                self._turn(self.current + (1 if offset.x == on else -1))

    def _turn(self, index: int) -> None:
        if 0 <= index < len(self.places):
            self.post_message(self.Turned(self, index))

    def _fits(self, labels: Sequence[Content]) -> bool:
        return sum(label.cell_length + _GAP for label in labels) - _GAP <= self.content_size.width

    def _labels(self) -> list[Content]:
        return [
            _joined(safe_line(bracketed(place.title, index == self.current, self)), place.beside)
            for index, place in enumerate(self.places)
        ]

    def _alone(self, width: int) -> Content:
        """ "2/4 Learn from it  ██░░ 1/4   ← →"."""
        place = self.places[self.current]
        count = f"{self.current + 1}/{len(self.places)} "
        shown = "" if is_plain(self) else _ARROWS  # in plain mode the foot of the screen tells the keys
        room = width - len(count) - len(shown) - 1
        beside = place.beside
        title = safe_line(
            place.title, room - (beside.cell_length + 2 if beside.plain else 0), "bold $text-accent"
        )
        line = Content.assemble((count, "$foreground-muted"), _joined(title, beside))
        if not shown:
            return line
        arrows = Content.assemble(
            ("← ", "$foreground-muted" if self.current == 0 else "$text-accent"),
            ("→", "$foreground-muted" if self.current == len(self.places) - 1 else "$text-accent"),
        )
        return line.pad_right(max(width - len(_ARROWS) - line.cell_length, 1)) + arrows

    def _tall(self, index: int, width: int) -> list[Content]:
        place = self.places[index]
        here = index == self.current
        mark = FOCUS_MARK if here else " " * len(FOCUS_MARK)
        title = safe_line(place.title, width - len(mark), "bold $text-accent" if here else "")
        lines = [
            Content.assemble((mark, "$accent"), title),
            Content(" " * len(mark)) + place.beside,
        ]
        return lines if index == len(self.places) - 1 else [*lines, Content("")]


def _joined(title: Content, beside: Content) -> Content:
    return Content("  ").join([title, beside]) if beside.plain else title
