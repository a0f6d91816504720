"""Patterns: a tab for each question, answered in a sentence, a picture and a table."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.pattern_views import VIEWS, View, view_of
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.statistics.statistic import Result
from bounceback_tui.widgets.column import Column
from bounceback_tui.widgets.faint_picture import FaintPicture
from bounceback_tui.widgets.plain_table import PlainTable
from bounceback_tui.widgets.safe import safe
from bounceback_tui.widgets.signpost import Place, Signpost
from bounceback_tui.widgets.survival_curve import SurvivalCurve
from bounceback_tui.widgets.trend_line import TrendLine

_STRETCH = (TrendLine, SurvivalCurve, FaintPicture)
"""Pictures that take whatever height they are given; the others know theirs."""

_LOWEST, _HIGHEST = 8, 18
"""Lines of such a picture."""


class PatternsPage(Page):
    """One question at a time; each is worked out when it is first looked at."""

    NAME = "Patterns"
    FIRST = "#patterns-column"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "question", key_display="← →", tooltip="The question before"),
        Binding("right", "turn(1)", show=False, tooltip="The next question"),
        Binding("i", "how", "method", tooltip="Show or hide how it is worked out"),
    ]

    how: var[bool] = var(False)
    """Whether it is told how the answer is worked out."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._names = tuple(name for name in workspace.patterns.names if name in VIEWS)
        self._place = 0
        self._shown: Result | None = None

    def compose(self) -> ComposeResult:
        """The questions; the answer to one of them in a column that scrolls."""
        questions = [Place(self.workspace.patterns.statistic(name).question) for name in self._names]
        yield Signpost(questions, id="patterns-questions")
        with Column(id="patterns-column"):
            yield Static(id="patterns-sentence", markup=False)
            yield Static(id="patterns-cases", markup=False)
            yield Static(id="patterns-how", markup=False)
            yield Container(id="patterns-view")

    def read(self) -> None:
        """Work out the answer, unless nothing was written since. Raises StorageError."""
        name = self._names[self._place]
        result = self.workspace.patterns.result(name)
        self.query_one(Signpost).current = self._place
        if result is not self._shown:
            self._shown = result
            self._show(result, view_of(result))

    def show(self, subject: str) -> None:
        """Turn to a question by the name of its statistic."""
        if subject in self._names:
            self._turn_to(self._names.index(subject))

    def on_resize(self, event: events.Resize) -> None:
        """Pictures grow with the room there is."""
        self._stretch()

    def action_turn(self, step: int) -> None:
        """Turn to another question."""
        self._turn_to(self._place + step)

    def action_how(self) -> None:
        """Show or hide how it is worked out."""
        self.how = not self.how

    def watch_how(self) -> None:
        """Told right below the answer, where it can be seen at once."""
        if self.is_mounted:
            self.query_one("#patterns-how").display = self.how
            self.query_one(Column).scroll_home(animate=False)

    @on(Signpost.Turned)
    def _turned(self, event: Signpost.Turned) -> None:
        self._turn_to(event.index)

    def _turn_to(self, place: int) -> None:
        if place in range(len(self._names)):
            self._place = place
            attempt(self, self.read)

    def _show(self, result: Result, view: View) -> None:
        self.query_one("#patterns-sentence", Static).update(safe(result.sentence, "bold"))
        cases = self.query_one("#patterns-cases", Static)
        cases.display = bool(view.cases)
        cases.update(safe(view.cases, "$foreground-muted"))
        how = self.query_one("#patterns-how", Static)
        how.display = self.how
        how.update(safe(self.workspace.patterns.statistic(result.name).how, "italic"))
        answer = self.query_one("#patterns-view", Container)
        answer.remove_children()
        heading = Static(safe(view.heading, "$foreground-muted"), classes="heading")
        answer.mount(heading, view.picture, PlainTable(view.table))
        self._stretch()
        self.query_one(Column).scroll_home(animate=False)

    def _stretch(self) -> None:
        lines = max(_LOWEST, min(_HIGHEST, self.size.height // 2))
        for picture in self.query("#patterns-view > *").results(Widget):
            if isinstance(picture, _STRETCH):
                picture.styles.height = lines
