"""Three small questions on how an application was chosen and written, on one line: yes, no, or not said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.domain.application import NOT_SAID, Quality
from bounceback_tui.widgets.drawing import FOCUS_MARK, LABEL, name_style
from bounceback_tui.widgets.message import WidgetMessage

POINTS = ("read closely", "CV tailored", "like the look")
"""What is asked, in the order of the fields of `Quality`."""

_GAP = 2
_NEXT = {None: True, True: False, False: None}
_SIGNS = {None: "·", True: "✓", False: "–"}


class QualityLine(Widget, can_focus=True):
    """Goes from point to point with the arrows; space says yes, then no, then nothing again."""

    DEFAULT_CSS = """
    QualityLine { height: auto; }
    QualityLine:focus { background-tint: $foreground 5%; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "choose", key_display="← →"),
        Binding("right", "move(1)", "next", show=False),
        Binding("space", "turn", "yes, no, not said"),
        Binding("y", "say('yes')", "yes", show=False),
        Binding("n", "say('no')", "no", show=False),
        Binding("backspace,delete", "say('')", "not said", show=False),
    ]

    cursor: reactive[int] = reactive(0)
    """Place of the point that a key acts on."""

    class Changed(WidgetMessage):
        """Something was said, or taken back."""

    def __init__(self, quality: Quality = NOT_SAID, id: str | None = None) -> None:
        super().__init__(id=id)
        self._said = [quality.read_closely, quality.tailored, quality.liked]

    @property
    def quality(self) -> Quality:
        """What is said."""
        return Quality(*self._said)

    @property
    def value(self) -> list[bool | None]:
        """The same as a draft keeps it."""
        return [*self._said]

    def set_value(self, said: Sequence[Any]) -> None:
        """Say what a draft kept; what is no such thing is passed over."""
        if len(said) == len(POINTS) and all(one is None or isinstance(one, bool) for one in said):
            self._say(said)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines that the points take at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The label and the points, each behind a sign for what was said."""
        mark = FOCUS_MARK if self.has_focus else " " * len(FOCUS_MARK)
        drawn = []
        for number, line in enumerate(self._lines(self.content_size.width)):
            label = f"{'Chosen' if number == 0 else '':<{LABEL}}"
            head = mark if number == 0 else " " * len(FOCUS_MARK)
            points = Content(" " * _GAP).join(self._point(place) for place in line)
            drawn.append(
                Content.assemble((head, "bold $text-accent"), (label, name_style(self.has_focus)), points)
            )
        return Content("\n").join(drawn)

    def action_move(self, step: int) -> None:
        """Go to a neighbour."""
        self.cursor = (self.cursor + step) % len(POINTS)

    def action_turn(self) -> None:
        """Yes, no, or not said."""
        self._say_here(_NEXT[self._said[self.cursor]])

    def action_say(self, said: str) -> None:
        """Say just that."""
        self._say_here({"yes": True, "no": False}.get(said))

    def on_key(self, event: events.Key) -> None:
        """Every other letter ends here: none must start something else while somebody fills in a form."""
        if (event.character or "").isalpha() and event.character not in ("y", "n"):
            event.stop()
            event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """Turn the point under the pointer."""
        offset = event.get_content_offset(self)
        lines = self._lines(self.content_size.width)
        if offset is None or offset.y >= len(lines):
            return
        start = len(FOCUS_MARK) + LABEL
        for place in lines[offset.y]:
            if start <= offset.x < start + _cells(place):
                self.cursor = place
                self.action_turn()
            start += _cells(place) + _GAP

    def _say_here(self, said: bool | None) -> None:
        self._say([*self._said[: self.cursor], said, *self._said[self.cursor + 1 :]])

    def _say(self, said: Sequence[bool | None]) -> None:
        if [*said] != self._said:
            self._said = [*said]
            self.refresh()
            self.post_message(self.Changed(self))

    def _point(self, place: int) -> Content:
        said = self._said[place]
        style = "bold $text-accent" if said else "" if said is None else "$foreground-muted"
        if self.has_focus and place == self.cursor:
            style += " underline"
        return Content.styled(f"{_SIGNS[said]} {POINTS[place]}", style.strip())

    def _lines(self, width: int) -> list[list[int]]:
        """The points in lines that fit."""
        room = max(width - len(FOCUS_MARK) - LABEL, 1)
        lines: list[list[int]] = [[]]
        used = 0
        for place in range(len(POINTS)):
            if lines[-1] and used + _cells(place) > room:
                lines.append([])
                used = 0
            lines[-1].append(place)
            used += _cells(place) + _GAP
        return lines


def _cells(place: int) -> int:
    return len(POINTS[place]) + 2
