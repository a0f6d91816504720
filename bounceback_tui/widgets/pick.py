"""One of the person's own things on a line, chosen with the arrows or by its first letter."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events
from textual.content import Content
from textual.geometry import Size

from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.drawing import FOCUS_MARK, LABEL, name_style
from bounceback_tui.widgets.safe import safe_line

_LONGEST = 500
"""Characters of a name that are looked at: more never fit."""

_LINES = 5
"""Lines that a whole name may take below its own."""


class Pick(Choice):
    """Like `Choice`, for names of any length and number: only the chosen one is shown. Its value is a key."""

    def __init__(
        self,
        label: str,
        names: Mapping[str, str],
        value: str | None = None,
        *,
        none: str = "none",
        required: bool = False,
        id: str | None = None,
    ) -> None:
        """`names` are what can be chosen, by key; `none` is said where nothing is."""
        super().__init__(label, tuple(names), value, required=required, id=id)
        self._names = names
        self._none = none

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line, and those of a name that does not fit there."""
        return 1 + len(self._whole(width))

    def watch_has_focus(self, focused: bool) -> None:
        """A name that does not fit stands below as a whole, as long as somebody chooses."""
        super().watch_has_focus(focused)
        self.refresh(layout=True)

    def watch_value(self) -> None:
        """Another name may need another number of lines."""
        self.refresh(layout=True)

    def render(self) -> Content:
        """ "From     ‹ Acme: more SQL ›  1 of 3"."""
        mark = FOCUS_MARK if self.has_focus else " " * len(FOCUS_MARK)
        label = f"{self.label:<{self._start - len(FOCUS_MARK)}}"
        head = Content.assemble((mark, "bold $text-accent"), (label, name_style(self.has_focus)))
        if self.value is None:
            more = f"  {len(self._names)} to choose from" if self._names else ""
            return head + Content.assemble((self._none, "bold"), (more, "$foreground-muted"))
        width = self.content_size.width
        name = safe_line(self._names[self.value][:_LONGEST], self._room(width), "bold $text-accent")
        line = Content.assemble(head, "‹ ", name, " ›", (self._place, "$foreground-muted"))
        return Content("\n").join([line, *self._whole(width)])

    @property
    def _place(self) -> str:
        return f"  {self.options.index(self.value or '') + 1} of {len(self.options)}"

    def _room(self, width: int) -> int:
        """Cells that a name has on the line."""
        return max(width - self._start - len(self._place) - len("‹  ›"), 1)

    @property
    def _start(self) -> int:
        """The cell that a name's frame begins at: in line with what stands in the fields above."""
        return len(FOCUS_MARK) + LABEL + 1

    def _whole(self, width: int) -> list[Content]:
        """The lines of a name that does not fit, below it."""
        if self.value is None or not self.has_focus:
            return []
        name = safe_line(self._names[self.value][:_LONGEST])
        if name.cell_length <= self._room(width):
            return []
        start = " " * (self._start + len("‹ "))
        return [Content(start) + line for line in name.wrap(max(width - len(start), 1))[:_LINES]]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key is told where there is nothing to choose."""
        return bool(self._names)

    def action_move(self, step: int) -> None:
        """Choose a neighbour; where nothing need be chosen, nothing stands between the last and the first."""
        ring = (*self.options, *(() if self.required and self.options else (None,)))
        self._choose(ring[(ring.index(self.value) + step) % len(ring)] if self.value in ring else ring[0])

    def on_key(self, event: events.Key) -> None:
        """A letter chooses the next name that begins with it."""
        letter = (event.character or "").casefold()
        if not letter.isalpha():
            return
        start = self.options.index(self.value) + 1 if self.value in self.options else 0
        for option in (*self.options[start:], *self.options[:start]):
            if self._names[option].casefold().startswith(letter):
                self._choose(option)
                break
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """Choose the next one."""
        event.prevent_default()
        self.action_move(1)
