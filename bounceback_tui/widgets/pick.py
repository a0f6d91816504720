"""One of the person's own things on a line, chosen with the arrows or by its first letter."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events
from textual.content import Content
from textual.geometry import Size

from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.drawing import FOCUS_MARK
from bounceback_tui.widgets.safe import safe_line

_LONGEST = 500
"""Characters of a name that are looked at: more never fit."""


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
        """One line."""
        return 1

    def render(self) -> Content:
        """ "From     ‹ Acme: more SQL ›  1 of 3"."""
        mark = FOCUS_MARK if self.has_focus else " " * len(FOCUS_MARK)
        head = Content.assemble((mark, "$accent"), (f"{self.label:<{self.label_width}}", "$foreground-muted"))
        if self.value is None:
            more = f"  {len(self._names)} to choose from" if self._names else ""
            return head + Content.assemble((self._none, "bold"), (more, "$foreground-muted"))
        place = f"  {self.options.index(self.value) + 1} of {len(self.options)}"
        room = self.content_size.width - head.cell_length - len(place) - 4
        name = safe_line(self._names[self.value][:_LONGEST], max(room, 1), "bold $text-accent")
        return Content.assemble(head, "‹ ", name, " ›", (place, "$foreground-muted"))

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
