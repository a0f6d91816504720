"""One prompt at a time, out of the prompt book."""

from __future__ import annotations

import re

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.formats.cards import Group
from bounceback_tui.widgets.safe import safe, safe_line

_ANOTHER = "   ctrl+t another"
"""Behind the prompt, whole or in a line of its own."""

_STUDY = re.compile(r"\([^()]*\b(19|20)\d\d\b[^()]*\)")
"""What a study is named by: "(Kross and Ayduk 2008)"."""


class Prompt(Widget):
    """A prompt above the editor, with what it rests on; the last turn of the page is no prompt at all.

    A study stands beside a prompt that is being chosen. What somebody has begun to write rests on none, so
    above their own words no study is named.
    """

    DEFAULT_CSS = """
    Prompt { height: auto; }
    """

    place: reactive[int] = reactive(0, layout=True)
    """Which prompt is shown; one past the last for none."""

    begun: reactive[bool] = reactive(False, layout=True)
    """Whether something stands on the page already."""

    bare: reactive[bool] = reactive(False, layout=True)
    """Whether nothing stands below the prompt: what is said there of hard hours is not for good news."""

    def __init__(self, groups: tuple[Group, ...], *, shown: bool = True) -> None:
        """Without `shown` it begins with no prompt, and no prompt takes no room."""
        super().__init__()
        self._prompts = tuple((text, group.note) for group in groups for text in group.items)
        self._quiet = not shown
        self._begun_at = -1  # the prompt that somebody began with
        if self._quiet:
            self.set_reactive(Prompt.place, len(self._prompts))
            self.display = False

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines that it takes at this width."""
        return self._drawn(width).get_height({}, width)

    def render(self) -> Content:
        """The prompt, how to turn the page, and what it rests on."""
        return self._drawn(self.content_size.width)

    def _drawn(self, width: int) -> Content:
        if self.place >= len(self._prompts):
            return Content.styled("ctrl+t for something to start from", "$foreground-muted")
        text, note = self._prompts[self.place]
        lines = safe(text, "italic $text-accent").wrap(max(width, 1))
        beside = lines[-1].cell_length + cell_len(_ANOTHER) <= width
        another = Content.styled(_ANOTHER if beside else f"\n{_ANOTHER.lstrip()}", "$foreground-muted")
        prompt = Content.assemble(Content("\n").join(lines), another)
        if not note or self.bare:
            return prompt
        source = safe_line(note, style="$foreground-muted")
        if self.begun and _STUDY.search(note):
            if self.place != self._begun_at:
                return prompt
            source = Content("\n" * (source.get_height({}, max(width, 1)) - 1))  # nothing moves at a letter
        return Content.assemble(prompt, "\n", source)

    def watch_begun(self, begun: bool) -> None:
        """The prompt that was begun with keeps its room."""
        self._begun_at = self.place if begun else -1

    def turn(self) -> None:
        """Show the next one."""
        self.place = (self.place + 1) % (len(self._prompts) + 1)
        self.display = not self._quiet or self.place < len(self._prompts)
