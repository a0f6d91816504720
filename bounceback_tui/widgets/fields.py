"""Fields to type in: text that was pasted with control characters in it cannot steer the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text
from textual import events
from textual.suggester import SuggestFromList
from textual.widgets import Input, TextArea

from bounceback_tui.domain.text import one_line, visible


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
            placeholder=placeholder,
            suggester=SuggestFromList(known, case_sensitive=False) if known else None,
            type="integer" if type == "integer" else "text",
            compact=True,
            select_on_focus=False,
            id=id,
            classes=classes,
        )

    def _on_paste(self, event: events.Paste) -> None:
        """Textual keeps the first line of a paste only; here all of it becomes one line."""
        if event.text:
            self.insert_text_at_cursor(one_line(event.text))
        event.prevent_default()
        event.stop()

    def validate_value(self, value: str) -> str:
        """Make control characters visible."""
        return visible(value).replace("\n", " ")


class Writing(TextArea):
    """A roomy editor. The text stays as it was typed or pasted; only its picture is made harmless."""

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(
            text,
            placeholder=placeholder,
            tab_behavior="focus",
            soft_wrap=True,
            highlight_cursor_line=False,
            id=id,
        )

    def get_line(self, line_index: int) -> Text:
        """The line with a sign in the place of each character that would act on the terminal."""
        line = self.document.get_line(line_index)
        shown = visible(line)
        if shown != line:
            # one sign for one character, or the cursor would stand beside the letter it is on
            shown = "".join(sign if len(sign := visible(letter)) == 1 else "�" for letter in line)
        return Text(shown, end="", no_wrap=True)

    def undo(self) -> None:
        """Take back the latest edits; the cursor must be where a line is left (Textualize/textual#6686)."""
        self.move_cursor((0, 0))
        super().undo()

    def redo(self) -> None:
        """The same for what was taken back."""
        self.move_cursor((0, 0))
        super().redo()
