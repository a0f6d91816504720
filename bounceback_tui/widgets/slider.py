"""A slider from 0 to 100 between two words, which may also stay unmoved."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.domain.checkin import STRENGTH
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.widgets.drawing import AXIS, FOCUS_MARK, LABEL, Cell, name_style, padded, styled
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.plain_marks import is_plain
from bounceback_tui.widgets.safe import safe_line

MIDDLE = 50
"""Where a slider starts when it is moved for the first time."""

_TOP = STRENGTH.stop - 1
_MAX_TRACK = 41
_HINT = "← → or 0–9"
_HINT_IN_WORDS = "keys 0 - 9"  # as wide
_DIGITS = [
    Binding(str(digit), f"set({digit * 10})", "0 to 90", show=digit == 0, key_display="0–9")
    for digit in range(10)
]


class SliderShape(Frozen):
    """How many cells the parts of a row take; equal ones under each other line up."""

    label: int = LABEL
    """The label."""
    word: int = 10
    """Each of the words at the ends; 0 for none."""

    @property
    def start(self) -> int:
        """The first cell of the track."""
        return len(FOCUS_MARK) + self.label + bool(self.label) + self.word + bool(self.word)

    def track(self, width: int) -> int:
        """Cells of the track in a row of `width`."""
        rest = width - self.start - bool(self.word) - self.word - 2 - len(_HINT)
        return min(max(rest, 11), _MAX_TRACK)

    def value_at(self, x: int, width: int) -> int:
        """The value at a cell, in steps of 5; the ends where it lies outside."""
        place = (x - self.start) / (self.track(width) - 1)
        return min(max(round(place * _TOP / 5) * 5, 0), _TOP)


def draw_slider(
    label: str,
    words: tuple[str, str],
    value: int | None,
    *,
    focused: bool,
    width: int,
    shape: SliderShape,
    hint: str = _HINT,
    own: bool = False,
) -> Content:
    """The row, `width` cells wide: label, word, track, word, and the value or how to move it.

    A label that is the person's `own` word is no name of a field. A hint that does not fit is left out.
    """
    name, low, high = safe_line(label, shape.label), *(safe_line(word, shape.word) for word in words)
    end: Content
    if value is not None:
        end = Content(f"{value:3}")
    else:
        end = Content.styled(hint, "bold $text-accent") if focused else Content.styled("not said", AXIS)
    row = Content.assemble(
        (FOCUS_MARK if focused else " " * len(FOCUS_MARK), "bold $text-accent"),
        padded(name, shape.label + bool(shape.label)).stylize(
            "" if own and not focused else name_style(focused)
        ),
        low.pad_left(shape.word - low.cell_length),
        " " * bool(shape.word),
        _track(value, shape.track(width)),
        " " * bool(shape.word),
        padded(high, shape.word),
        "  ",
    )
    return row + end if row.cell_length + end.cell_length <= width else row


def _track(value: int | None, width: int) -> Content:
    cells: list[Cell] = [("┈" if value is None else "─", AXIS)] * width
    cells[0], cells[width // 2], cells[-1] = ("├", AXIS), ("┼", AXIS), ("┤", AXIS)
    if value is not None:
        cells[round(value / _TOP * (width - 1))] = ("●", "bold $text-accent")
    return styled(cells)


class Slider(Widget, can_focus=True):
    """A value 0–100, or None until it is moved."""

    OWN: ClassVar[bool] = False
    """Whether its label is a word of the person's own."""

    DEFAULT_CSS = """
    Slider { height: 1; text-wrap: nowrap; text-overflow: clip; }
    Slider:focus { background-tint: $foreground 5%; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-10)", "less", key_display="←"),
        Binding("right", "move(10)", "more", key_display="→"),
        Binding("shift+left", "move(-1)", "a little less", show=False),
        Binding("shift+right", "move(1)", "a little more", show=False),
        Binding("home", "set(0)", "least", show=False),
        Binding("end", f"set({_TOP})", "most", show=False),
        *_DIGITS,
        Binding("backspace,delete", "clear", "clear"),
    ]

    value: reactive[int | None] = reactive(None)
    """0–100, or None."""

    class Changed(WidgetMessage):
        """The slider was moved or cleared."""

        value: int | None
        """0–100, or None when it was cleared."""

    def __init__(
        self,
        label: str,
        words: tuple[str, str] = ("", ""),
        value: int | None = None,
        *,
        shape: SliderShape | None = None,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.label = label
        """What is asked; may be user text."""
        self.words = words
        """The meaning of 0 and of 100."""
        self.shape = shape or SliderShape()
        """Cells for each part."""
        self.set_reactive(Slider.value, value)

    def validate_value(self, value: int | None) -> int | None:
        """Refuse what is not on the scale. Raises ValueError."""
        if value is not None and value not in STRENGTH:
            raise ValueError(f"{value} is not on the scale of 0 to 100")
        return value

    def render(self) -> Content:
        """The row for the present width."""
        return draw_slider(
            self.label,
            self.words,
            self.value,
            focused=self.has_focus,
            width=self.content_size.width,
            shape=self.shape,
            hint=_HINT_IN_WORDS if is_plain(self) else _HINT,
            own=self.OWN,
        )

    def action_move(self, step: int) -> None:
        """Move by `step`; the first move goes to the middle."""
        wanted = MIDDLE if self.value is None else self.value + step
        self.move_to(min(max(wanted, 0), _TOP))

    def action_set(self, value: int) -> None:
        """Move to a value."""
        self.move_to(value)

    def action_clear(self) -> None:
        """Say nothing again."""
        self.move_to(None)

    def move_to(self, value: int | None) -> None:
        """Take a value and tell of it, if it is another one."""
        if value != self.value:
            self.value = value
            self.post_message(self.Changed(self, value))

    def on_paste(self, event: events.Paste) -> None:
        """A value is taken, as "60" or "60 %"; any other text is for whoever holds the slider."""
        value = event.text.strip().removesuffix("%").rstrip()
        if value in map(str, STRENGTH):
            event.stop()
            self.move_to(int(value))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the slider."""
        self.capture_mouse()
        self._follow(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the pointer while it is held."""
        if self.app.mouse_captured is self:
            self._follow(event)

    def on_mouse_up(self) -> None:
        """Let go."""
        self.release_mouse()

    def _follow(self, event: events.MouseEvent) -> None:
        x = event.get_content_offset_capture(self).x
        self.move_to(self.shape.value_at(x, self.content_size.width))
