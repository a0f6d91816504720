"""One row to say how it is on a scale of 1 to 9, with a single key."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.domain.checkin import SCALE
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.widgets.drawing import AXIS, FOCUS_MARK, LABEL, name_style, padded
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.palette import mood_mark, mood_style
from bounceback_tui.widgets.safe import safe_line

Words = tuple[str, str, str]
"""What the lowest, the middle and the highest digit mean."""

MOOD_WORDS: Words = ("very low", "neither", "very good")
"""For how one feels."""

ENERGY_WORDS: Words = ("worn out", "so-so", "lively")
"""For how much energy there is."""

_MIDDLE = (SCALE.start + SCALE.stop - 1) // 2
_DIGITS = [
    Binding(str(digit), f"choose({digit})", "choose", show=digit == 1, key_display="1–9") for digit in SCALE
]


class _Shape(Frozen):
    """Where the parts of a row begin, in cells."""

    low: int

    @property
    def digits(self) -> int:
        """The cell before the first digit."""
        return len(FOCUS_MARK) + LABEL + 1 + self.low

    def digit_at(self, x: int) -> int | None:
        """The digit drawn at, or right before, the cell `x`."""
        place = (x - self.digits - 1) // 2 + SCALE.start
        return place if x > self.digits and place in SCALE else None


def draw_picker(label: str, words: Words, value: int | None, *, focused: bool, width: int) -> Content:
    """The row, `width` cells wide: label, scale with its words, and what to press or what was chosen."""
    low, middle, high = (safe_line(word).plain for word in words)
    name = safe_line(label, LABEL)
    row = Content.assemble(
        (FOCUS_MARK if focused else " " * len(FOCUS_MARK), "bold $text-accent"),
        padded(name, LABEL).stylize(name_style(focused)),
        " ",
        (low, AXIS),
        *(_digit(digit, value) for digit in SCALE),
        "]" if value == SCALE.stop - 1 else " ",
        (high, AXIS),
    )
    hints: tuple[Content, ...]
    if value is not None:
        word = {SCALE.start: low, _MIDDLE: middle, SCALE.stop - 1: high}.get(value, "")
        hints = (mood_mark(value) + Content(f" {word}"), mood_mark(value))
    elif focused:
        keys = Content.styled(f"press {SCALE.start}–{SCALE.stop - 1}", "bold $text-accent")
        hints = (keys + Content.styled(f" · {_MIDDLE} {middle}", AXIS), keys)
    else:
        hints = (Content.styled(f"{_MIDDLE} {middle}", AXIS),)
    room = width - row.cell_length - 2
    hint = next((hint for hint in hints if hint.cell_length <= room), None)
    return row if hint is None else row + Content("  ") + hint


def _digit(digit: int, value: int | None) -> Content:
    """A digit with the cell before it; the chosen one stands in brackets."""
    before = "[" if digit == value else "]" if digit - 1 == value else " "
    if digit == value:
        return Content.assemble(before, (str(digit), f"bold {mood_style(digit)}"))
    return Content(before + str(digit))


class MoodPicker(Widget, can_focus=True):
    """A digit 1–9, or None until one is chosen. Serves mood and energy alike."""

    DEFAULT_CSS = """
    MoodPicker { height: 1; text-wrap: nowrap; text-overflow: clip; }
    MoodPicker:focus { background-tint: $foreground 5%; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *_DIGITS,
        Binding("left", "move(-1)", "lower", show=False),
        Binding("right", "move(1)", "higher", show=False),
        Binding("backspace,delete", "clear", "clear"),
    ]

    value: reactive[int | None] = reactive(None)
    """The digit chosen, or None."""

    class Chosen(WidgetMessage):
        """A digit was chosen, or taken back."""

        value: int | None
        """1–9, or None when it was cleared."""

    def __init__(
        self,
        label: str = "Mood",
        words: Words = MOOD_WORDS,
        value: int | None = None,
        *,
        advance: bool = True,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.label = label
        """What is asked."""
        self.words = words
        """The meaning of 1, 5 and 9."""
        self.advance = advance
        """Whether a digit moves the focus on, so that two pickers are two key presses."""
        self.set_reactive(MoodPicker.value, value)

    def validate_value(self, value: int | None) -> int | None:
        """Refuse what is not on the scale. Raises ValueError."""
        if value is not None and value not in SCALE:
            raise ValueError(f"{value} is not on the scale of 1 to 9")
        return value

    def render(self) -> Content:
        """The row for the present width."""
        return draw_picker(
            self.label,
            self.words,
            self.value,
            focused=self.has_focus,
            width=self.content_size.width,
        )

    def action_choose(self, value: int) -> None:
        """Choose a digit by its key, and go on to the next field."""
        self._choose(value)
        if self.advance and self.has_focus:
            self.screen.focus_next()

    def action_move(self, step: int) -> None:
        """Choose a neighbour of the present digit, or the middle of the scale where there is none."""
        wanted = _MIDDLE if self.value is None else self.value + step
        self._choose(min(max(wanted, SCALE.start), SCALE.stop - 1))

    def action_clear(self) -> None:
        """Take the choice back."""
        self._choose(None)

    def on_paste(self, event: events.Paste) -> None:
        """A digit of the scale is chosen; any other text is for whoever holds the scale."""
        digit = event.text.strip()
        if digit in map(str, SCALE):
            event.stop()
            self.action_choose(int(digit))

    def on_click(self, event: events.Click) -> None:
        """Choose the digit under the pointer."""
        offset = event.get_content_offset(self)
        shape = _Shape(safe_line(self.words[0]).cell_length)
        if offset is not None and (value := shape.digit_at(offset.x)) is not None:
            self._choose(value)

    def _choose(self, value: int | None) -> None:
        if value != self.value:
            self.value = value
            self.post_message(self.Chosen(self, value))
