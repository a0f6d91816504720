"""Fields to type in: text that was pasted with control characters in it cannot steer the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.suggester import Suggester
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from bounceback_tui.domain.tags import begun_tag, clean_tags, may_be_written
from bounceback_tui.domain.text import one_line, visible
from bounceback_tui.widgets.field_label import mark_label
from bounceback_tui.widgets.line import Line
from bounceback_tui.widgets.safe import safe

__all__ = ["LastTag", "Line", "TagLine", "Writing", "rest_of"]


class TagLine(Line):
    """A line for tags, with spaces or commas between them; whichever comes last is completed."""

    def __init__(
        self, value: str = "", *, placeholder: str = "", tags: Iterable[str] = (), id: str | None = None
    ) -> None:
        """`tags` are those in use, the most frequent first."""
        super().__init__(value, placeholder=placeholder, id=id)
        self.suggester = LastTag(tags)

    @property
    def tags(self) -> tuple[str, ...]:
        """What stands there, each for itself, as it was typed."""
        return tuple(_parted(self.value))


def _parted(line: str) -> list[str]:
    """Words with spaces or commas between them."""
    return line.replace(",", " ").split()


class LastTag(Suggester):
    """Completes "walk pan" to "walk panel", with a tag that does not stand there yet."""

    def __init__(self, tags: Iterable[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._tags = tuple(tags)

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last tag completed; None where nothing fits, or it is whole already."""
        *before, last = value.replace(",", " ").split(" ")
        rest = rest_of(last.lstrip("#@"), (one for one in self._tags if one not in clean_tags(before)))
        return value + rest if rest else None


def rest_of(begun: str, tags: Iterable[str]) -> str:
    """What is missing from the beginning of a tag to the first of `tags` that it fits; empty for none."""
    start = "".join(clean_tags([begun]))
    if not start or len(start) != len(begun):
        return ""  # nothing yet, or a letter that is folded to two
    return next((one_line(tag)[len(start) :] for tag in tags if tag != start and tag.startswith(start)), "")


PARAGRAPH = "\n\n"


class Writing(TextArea):
    """A roomy editor. The text stays as it was typed or pasted; only its picture is made harmless.

    Behind "#" or "@" at the end of a line it suggests a tag.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "take_tag", "complete the tag", key_display="→"),
        Binding("right", "cursor_right", "Cursor right", show=False),
    ]

    def __init__(
        self, text: str = "", *, placeholder: str = "", tags: Iterable[str] = (), id: str | None = None
    ) -> None:
        """`tags` are those in use, the most frequent first."""
        self._tags = tuple(tag for tag in tags if may_be_written(tag))
        super().__init__(
            text,
            placeholder=safe(placeholder),
            tab_behavior="focus",
            soft_wrap=True,
            highlight_cursor_line=False,
            id=id,
        )

    def watch_has_focus(self, focused: bool) -> None:
        """Say so before the label, too, where no colour can be seen."""
        super().watch_has_focus(focused)
        mark_label(self, focused)

    def get_line(self, line_index: int) -> Text:
        """The line with a sign in the place of each character that would act on the terminal."""
        line = self.document.get_line(line_index)
        shown = visible(line)
        if shown != line:
            # one sign for one character, or the cursor would stand beside the letter it is on
            shown = "".join(sign if len(sign := visible(letter)) == 1 else "�" for letter in line)
        return Text(shown, end="", no_wrap=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A tag can be taken only where one is suggested."""
        return bool(self.suggestion) if action == "take_tag" else True

    def action_take_tag(self) -> None:
        """Write the rest of the tag that is suggested."""
        self.insert(self.suggestion)

    def update_suggestion(self) -> None:
        """Suggest the rest of a tag; called by Textual after every edit."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        at_end = self.selection.is_empty and column == len(line)
        begun = begun_tag(line) if at_end and self._tags else None
        self.suggestion = rest_of(begun, self._tags) if begun else ""

    def watch_selection(self, before: Selection, now: Selection) -> None:
        """A suggestion belongs to the place where it was made."""
        self.update_suggestion()

    def watch_suggestion(self, before: str, now: str) -> None:
        """Show the key that takes it, or no longer."""
        if bool(before) != bool(now):
            self.refresh_bindings()

    def on_paste(self, event: events.Paste) -> None:
        """It is taken here: whoever takes what nobody else does must not take it again."""
        event.stop()

    def go_on(self, text: str, apart: str = PARAGRAPH) -> None:
        """Go to the end of what stands here, and on with a text that was begun somewhere else.

        It stands `apart` from words that are there, unless they end in room already.
        """
        ended = not self.text.strip() or self.text[-1].isspace()
        self.insert(text if ended else apart + text, self.document.end)
        self.move_cursor(self.document.end)

    def undo(self) -> None:
        """Take back the latest edits; the cursor must be where a line is left (Textualize/textual#6686)."""
        self.move_cursor((0, 0))
        super().undo()

    def redo(self) -> None:
        """The same for what was taken back."""
        self.move_cursor((0, 0))
        super().redo()
