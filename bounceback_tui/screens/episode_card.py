"""An open episode on the Today page."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from bounceback_tui.domain.text import plural
from bounceback_tui.screens.words import of_episode
from bounceback_tui.services.today import Card
from bounceback_tui.widgets.drawing import FOCUS_MARK, padded
from bounceback_tui.widgets.fitted import InLines
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.plain_marks import is_plain
from bounceback_tui.widgets.progress_bar import bar
from bounceback_tui.widgets.safe import safe_line
from bounceback_tui.widgets.sentences import in_lines

_BAR = 8
_LONGEST_TITLE = 32
_BETWEEN = 4
_NEXT = "Next  "


class EpisodeCard(InLines, Widget, can_focus=True):
    """An open episode at a glance; enter opens it."""

    DEFAULT_CSS = """
    EpisodeCard { height: auto; }
    EpisodeCard:focus { background-tint: $foreground 4%; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "go on"),
        Binding("up,k", "app.focus_previous", "up", show=False),
        Binding("down,j", "app.focus_next", "down", show=False),
    ]

    class Opened(WidgetMessage):
        """Somebody wants to go on with it."""

        episode_id: str
        """Its key."""

    def __init__(self, card: Card, full: bool, resting: bool = False) -> None:
        """`full` shows how far each section got; in a rest neither that nor the next step is shown."""
        super().__init__()
        self.card = card
        """What is shown."""
        self._full = full
        self.offer: str = ""
        """An offer to close it; empty for none."""
        self.quiet: str = ""
        """What helped last time, cut to a line; empty for nothing."""
        self._resting = resting
        self.usual: float | None = None
        """How many days it usually takes this person; filled in once that is worked out."""

    def show(self, card: Card, *, resting: bool) -> None:
        """Show the same episode as it is now; what is usual stays until it is known anew."""
        if (card, resting) != (self.card, self._resting):
            self.card, self._resting = card, resting
            self.refresh(layout=True)

    def know(self, usual: float | None, offer: str, quiet: str) -> None:
        """Say what else there is to say; see above."""
        if (usual, offer, quiet) != (self.usual, self.offer, self.quiet):
            self.usual, self.offer, self.quiet = usual, offer, quiet
            self.refresh(layout=True)

    def action_open(self) -> None:
        """Go on with this episode."""
        self.post_message(self.Opened(self, self.card.episode.id))

    def on_click(self) -> None:
        """The same by mouse."""
        self.action_open()

    def lines_at(self, width: int) -> list[Content]:
        """The card, with a mark before its first line where it has the focus."""
        mark = FOCUS_MARK if self.has_focus else " " * len(FOCUS_MARK)
        inner = width - len(FOCUS_MARK)
        lines = self._head(inner)
        if not self._resting:
            lines += self._beneath(inner)
        return [
            Content.assemble((mark if place == 0 else " " * len(FOCUS_MARK), "$accent"), line)
            for place, line in enumerate(lines)
        ]

    def _beneath(self, width: int) -> list[Content]:
        """How far it got, and what there is to do or to read."""
        lines = [*(self._bars(width) if self._full else ()), *self._next(width)]
        if self.offer:
            lines += in_lines(safe_line(self.offer, style="$text-accent"), max(width, 10))
        if self.quiet:
            lines.append(safe_line(self.quiet, width, "$foreground-muted italic"))
        return lines

    def _head(self, width: int) -> list[Content]:
        """What it is about, in a short card on one line, and the forecast beside or below it."""
        about = safe_line(of_episode(self.card.episode), None if self._full else width, "bold")
        forecast = self.card.episode.forecast
        told = f"you expected {plural(forecast, 'day')}" if forecast is not None else ""
        usual = f"usually about {self.usual:g}" if self.usual is not None else ""
        if usual and not told:
            usual += " day" if self.usual == 1 else " days"
        side = safe_line("; ".join(filter(None, (told, usual))), width, "$foreground-muted")
        room = width - about.cell_length - side.cell_length
        if side.plain and room >= 2:
            return [Content.assemble(about, " " * room, side)]
        return [*in_lines(about, max(width, 10)), *([side] if side.plain else ())]

    def _next(self, width: int) -> list[Content]:
        """The next step, in as many lines as it needs; in a short card one must do."""
        step = self.card.next_step
        if step is None:
            return [Content.styled("Every step is done or set aside. Well done.", "$text-accent")]
        room = max(width - len(_NEXT), 10)
        words = safe_line(step.text, style="bold")
        rows = in_lines(words, room) if self._full else [words.truncate(room, ellipsis=True)]
        heads = [Content.styled(_NEXT, "$text-accent"), *[Content(" " * len(_NEXT))] * (len(rows) - 1)]
        return [Content.assemble(head, row) for head, row in zip(heads, rows, strict=True)]

    def _bars(self, width: int) -> list[Content]:
        names = [safe_line(title, _LONGEST_TITLE) for title, _ in self.card.sections]
        longest = max((name.cell_length for name in names), default=0)
        plain = is_plain(self)
        cells = [
            Content.assemble(padded(name, longest + 1), bar(one.done, one.counted, _BAR, plain=plain))
            for name, (_, one) in zip(names, self.card.sections, strict=True)
        ]
        column = max((cell.cell_length for cell in cells), default=0) + _BETWEEN
        columns = max(1, min((width + _BETWEEN) // column, 4))
        return [
            Content("").join(padded(cell, column) for cell in cells[at : at + columns])
            for at in range(0, len(cells), columns)
        ]
