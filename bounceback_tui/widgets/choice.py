"""One of a few words on a line, chosen by its first letter or letters, with the arrows or by a click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.widgets.drawing import FOCUS_MARK, LABEL, name_style
from bounceback_tui.widgets.message import WidgetMessage

_GAP = 2

_AT_ONCE = 1.0
"""Seconds within which one letter after another makes a word."""


class Choice(Widget, can_focus=True):
    """A label and its options; None where nothing is chosen. Wraps where the line is too short."""

    DEFAULT_CSS = """
    Choice { height: auto; }
    Choice:focus { background-tint: $foreground 5%; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "choose", key_display="← → or first letter"),
        Binding("right", "move(1)", "next", show=False),
        Binding("backspace,delete", "clear", "clear", show=False),
    ]

    value: reactive[str | None] = reactive(None)
    """The option chosen, or None."""

    class Changed(WidgetMessage):
        """Another option was chosen."""

        value: str | None
        """The option, or None."""

    def __init__(
        self,
        label: str,
        options: Sequence[str],
        value: str | None = None,
        *,
        required: bool = False,
        id: str | None = None,
    ) -> None:
        """`required` keeps the choice from being cleared."""
        super().__init__(id=id)
        self.label = label
        """What is asked."""
        self.options = tuple(options)
        """What can be chosen."""
        self.required = required
        """Whether there must be a choice."""
        self._typed, self._typed_at = "", 0.0
        self.set_reactive(Choice.value, value)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines that the options take at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The label and the options; the chosen one stands in brackets."""
        mark = FOCUS_MARK if self.has_focus else " " * len(FOCUS_MARK)
        lines = []
        for number, line in enumerate(self._lines(self.content_size.width)):
            label = f"{self.label:<{LABEL}}" if number == 0 else " " * LABEL
            head = mark if number == 0 else " " * len(FOCUS_MARK)
            lines.append(
                Content.assemble(
                    (head, "bold $text-accent"), (label, name_style(self.has_focus)), *map(self._option, line)
                )
            )
        return Content("\n").join(lines)

    def action_move(self, step: int) -> None:
        """Choose a neighbour; from nothing, the first or the last."""
        if self.value in self.options:
            place = (self.options.index(self.value) + step) % len(self.options)
        else:
            place = 0 if step > 0 else -1
        self._choose(self.options[place])

    def action_clear(self) -> None:
        """Choose nothing, where that is allowed."""
        if not self.required:
            self._choose(None)

    def on_key(self, event: events.Key) -> None:
        """A letter chooses the next option that begins with it, and those typed on at once belong to it.

        So "offer" is never chosen by the letters of "ghosted".
        """
        letter = (event.character or "").casefold()
        goes_on = bool(self._typed) and event.time - self._typed_at < _AT_ONCE
        if not letter.isalpha() and not (letter == " " and goes_on):
            self._typed = ""
            return
        self._typed = self._word_with(letter) if goes_on else letter
        self._typed_at = event.time
        self._choose_typed()
        # every letter ends here: none must start something else while somebody fills in a form
        event.stop()
        event.prevent_default()

    def _word_with(self, letter: str) -> str:
        """What was typed at once, and a letter more; of two first letters the latter counts."""
        whole = self._typed + letter
        if letter == self._typed or (
            len(self._typed) == 1 and self._fits(self._typed) and not self._fits(whole)
        ):
            return letter
        return whole

    def _fits(self, typed: str) -> bool:
        return any(option.casefold().startswith(typed) for option in self.options)

    def on_blur(self) -> None:
        """Whoever comes back begins another word."""
        self._typed = ""

    def _choose_typed(self) -> None:
        """A first letter goes on to the next that it fits; more of them stay where they fit."""
        start = self.options.index(self.value) if self.value in self.options else 0
        start += self.value in self.options and len(self._typed) == 1
        for option in (*self.options[start:], *self.options[:start]):
            if option.casefold().startswith(self._typed):
                self._choose(option)
                return

    def on_click(self, event: events.Click) -> None:
        """Choose the option under the pointer."""
        offset = event.get_content_offset(self)
        lines = self._lines(self.content_size.width)
        if offset is None or offset.y >= len(lines):
            return
        start = len(FOCUS_MARK) + LABEL
        for option in lines[offset.y]:
            if start <= offset.x < start + len(option) + _GAP:
                self._choose(option)
            start += len(option) + _GAP

    def _choose(self, value: str | None) -> None:
        if value != self.value:
            self.value = value
            self.post_message(self.Changed(self, value))

    def _option(self, option: str) -> Content:
        if option == self.value:
            return Content.styled(f"[{option}]", "bold $text-accent")
        return Content.styled(f" {option} ")

    def _lines(self, width: int) -> list[list[str]]:
        """The options in lines that fit."""
        room = max(width - len(FOCUS_MARK) - LABEL, 1)
        lines: list[list[str]] = [[]]
        used = 0
        for option in self.options:
            need = len(option) + _GAP
            if lines[-1] and used + need > room:
                lines.append([])
                used = 0
            lines[-1].append(option)
            used += need
        return lines
