"""Thirty days of mood on a line, with today's and the usual one in words."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.widgets.fitted import InLines
from bounceback_tui.widgets.palette import NOT_SAID, mood_mark
from bounceback_tui.widgets.plain_marks import is_plain
from bounceback_tui.widgets.trend_line import spark

_GAP = "   "


class MoodLine(InLines, Widget):
    """A heading, a bar for each day, today and the usual; in two lines where one is too short."""

    DEFAULT_CSS = "MoodLine { height: auto; }"

    moods: reactive[tuple[float | None, ...]] = reactive((), layout=True)
    """The value of each day, today's last; None where nothing was logged."""

    usual: reactive[float | None] = reactive(None, layout=True)
    """The usual mood; None while it is not known."""

    def lines_at(self, width: int) -> list[Content]:
        """One line or two."""
        if not self.moods:
            return [Content("")]
        plain = is_plain(self)
        gaps = f" ({NOT_SAID} no entry)" if None in self.moods else ""
        figures = f", a figure a day{gaps}" if plain else ""
        heading = Content.styled(f"Mood, {len(self.moods)} days{figures}", "$foreground-muted")
        days = spark(self.moods, digits=plain)
        words = (
            Content.assemble("today ", mood_mark(self.moods[-1]))
            if self.moods[-1] is not None
            else Content("")
        )
        if self.usual is not None:
            words = Content.assemble(words, _GAP if words.plain else "", f"usual {self.usual:g}")
        one = Content.assemble(heading, "  ", days, _GAP, words)
        if one.cell_length <= width:
            return [one]
        return [Content.assemble(heading, _GAP, words), days]
