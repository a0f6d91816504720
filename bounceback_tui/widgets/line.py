"""A field for one line: text that was pasted with control characters in it cannot steer the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.suggester import SuggestFromList
from textual.widgets import Input

from bounceback_tui.domain.text import one_line, visible
from bounceback_tui.widgets.field_label import mark_label


class Line(Input):
    """A field for one line, with names to complete from; several pasted lines become one."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        names: Iterable[str] = (),
        type: str = "text",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        known = [one_line(name) for name in names]
        super().__init__(
            value=one_line(value),
            placeholder=one_line(placeholder),
            suggester=SuggestFromList(known, case_sensitive=False) if known else None,
            type="integer" if type == "integer" else "text",
            compact=True,
            select_on_focus=False,
            id=id,
            classes=classes,
        )

    def watch_has_focus(self, focused: bool) -> None:
        """Say so before the label, too, where no colour can be seen."""
        super().watch_has_focus(focused)
        mark_label(self, focused)

    def _on_paste(self, event: events.Paste) -> None:
        """Textual keeps the first line of a paste only; here all of it becomes one line."""
        if event.text:
            self.insert_text_at_cursor(one_line(event.text))
        event.prevent_default()
        event.stop()

    def validate_value(self, value: str) -> str:
        """Make control characters visible."""
        return visible(value).replace("\n", " ")
