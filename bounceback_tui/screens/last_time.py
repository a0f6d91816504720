"""What helped last time, in full, in a window over Recover."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from bounceback_tui.domain.calendar_terms import weekday_date
from bounceback_tui.screens.window import Window
from bounceback_tui.screens.words import of_episode
from bounceback_tui.services.last_time import HelpfulStep, LastTime
from bounceback_tui.widgets.column import WindowColumn
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.labelled import LabelledLines
from bounceback_tui.widgets.safe import safe, safe_line


class LastTimeWindow(Window[None]):
    """The person's own words; nothing else."""

    AUTO_FOCUS = "#last-time-column"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,l,enter", "dismiss", "close", key_display="esc"),
    ]

    def __init__(self, last: LastTime, took: str = "") -> None:
        """`took` says how long it took, in words; empty where that is not known."""
        super().__init__()
        self._last = last
        self._took = took

    def compose(self) -> ComposeResult:
        """What was written at the close, then each step that was marked."""
        episode = self._last.episode
        with Container(classes="list-window"):
            yield Static(Content.styled("What helped last time", "bold $text-accent"))
            about = f"{of_episode(episode)}, {weekday_date(episode.began)}"
            yield Static(safe("\n".join(filter(None, (about, self._took))), "$foreground-muted"))
            with WindowColumn(id="last-time-column", can_focus=True):
                if self._last.words:
                    yield Static(safe(self._last.words), classes="last-time--part")
                for step in self._last.steps:
                    with Vertical(classes="last-time--part"):
                        yield Static(safe_line(step.text, style="bold"))
                        yield _beside(step)
        yield KeyBar()


def _beside(step: HelpfulStep) -> LabelledLines:
    """What was planned and noted with it."""
    shown = LabelledLines()
    told = (("plan", step.plan), ("note", step.note))
    shown.lines = tuple((name, safe(text)) for name, text in told if text)
    return shown
