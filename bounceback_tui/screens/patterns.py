"""Patterns: a tab for each question, answered in a sentence, a picture and a table."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.reactive import var
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from bounceback_tui.domain.behind import Behind
from bounceback_tui.domain.query_values import Query
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.behind import BehindWindow
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.pattern_filter import PatternFilter
from bounceback_tui.screens.pattern_tabs import TABS, Answer, places_of
from bounceback_tui.screens.pattern_view import View
from bounceback_tui.services.patterns import Asked
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.statistics.statistic import Result
from bounceback_tui.widgets.column import Column
from bounceback_tui.widgets.picture import Picture
from bounceback_tui.widgets.plain_table import PlainTable
from bounceback_tui.widgets.safe import safe
from bounceback_tui.widgets.search_box import SearchBox
from bounceback_tui.widgets.signpost import Place, Signpost

_LOWEST, _HIGHEST = 8, 18
"""Lines of a picture that takes what it gets."""

_SOON = 0.2
"""Seconds after which it is said that an answer is being worked out."""


class PatternsPage(Page):
    """One answer at a time, worked out beside the page when it is first looked at."""

    NAME = "Patterns"
    FIRST = "#patterns-column"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "question", key_display="← →", tooltip="The question before"),
        Binding("right", "turn(1)", show=False, tooltip="The next question"),
        Binding("v", "next_view", "view", tooltip="Another answer to the same question"),
        Binding("enter", "look_closer", "look closer", tooltip="Walk along the picture with ← and →"),
        Binding(
            "less_than_sign,comma", "turn_part(-1)", "year", key_display="< >", tooltip="The year before"
        ),
        Binding("greater_than_sign,full_stop", "turn_part(1)", show=False, tooltip="The year after"),
        Binding("p", "period", "period", tooltip="All the time, or only the last months"),
        Binding("f", "filter", "filter", tooltip="Only some: source:referral, company:acme, …"),
        Binding("i", "how", "method", tooltip="Show or hide how it is worked out"),
        # one key: the picture is left first, and then what is looked at is everything again
        Binding("escape", "leave_picture", "back", tooltip="Leave the picture"),
        Binding("escape", "all_again", "all again", tooltip="Look at everything again"),
    ]

    how: var[bool] = var(False)
    """Whether it is told how the answer is worked out."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._tab = 0
        self._view = [0] * len(TABS)
        self._shown: tuple[Answer, Result] | None = None
        self._behind: tuple[Behind, ...] = ()
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        """The questions, what is looked at, and an answer in a column that scrolls."""
        yield Signpost([Place(tab.question) for tab in TABS], id="patterns-questions")
        yield PatternFilter(self.workspace)
        with Column(id="patterns-column"):
            yield Signpost([], id="patterns-answers")
            yield Static(id="patterns-sentence", markup=False)
            yield Static(id="patterns-cases", markup=False)
            yield Static(id="patterns-how", markup=False)
            yield Container(id="patterns-view")

    def on_mount(self) -> None:
        """Know the parts, which stay the same for good."""
        self._filter = self.query_one(PatternFilter)
        self._questions = self.query_one("#patterns-questions", Signpost)
        self._answers = self.query_one("#patterns-answers", Signpost)

    @property
    def answer(self) -> Answer:
        """What is looked at."""
        return TABS[self._tab].answers[self._view[self._tab]]

    @property
    def query_asked(self) -> Query:
        """What part of the journal is looked at."""
        return self._filter.query_asked

    def read(self) -> None:
        """Show the answer, and work it out first unless nothing was written since. Raises StorageError."""
        self._questions.current = self._tab
        answers = TABS[self._tab].answers
        self._answers.places = tuple(Place(one.title) for one in answers)
        self._answers.current = self._view[self._tab]
        self._answers.display = len(answers) > 1
        result = self.workspace.patterns.known(self.answer.statistic, self._filter.query_asked)
        if result is not None:
            self._show(self.answer, result)
            return
        self._wait()
        # the frame first: reading what an answer rests on may take a while in a long journal
        self.call_after_refresh(lambda: attempt(self, self._ask))

    def show(self, subject: str) -> None:
        """Turn to the view of a statistic by its name."""
        if place := places_of(subject):
            self._tab, self._view[place[0]] = place
            attempt(self, self.read)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with what is shown."""
        if not self.is_mounted:
            return False
        picture = self._picture
        looking = picture is not None and picture.has_focus
        offered = {
            "next_view": len(TABS[self._tab].answers) > 1,
            "look_closer": picture is not None and not looking,
            "turn_part": picture is not None and picture.turns,
            "leave_picture": looking,
            "all_again": self._filter.is_on and not looking,
        }
        return offered.get(action, True)

    def on_resize(self, event: events.Resize) -> None:
        """Pictures grow with the room there is."""
        self._stretch()
        if self._picture and self._picture.has_focus:
            # the keys of a picture may take a line more at the foot, which hides what its mark says
            self.call_after_refresh(self._picture.scroll_visible, animate=False)

    def action_turn(self, step: int) -> None:
        """Turn to another question."""
        self._turn_to(self._tab + step)

    def action_next_view(self) -> None:
        """Turn to the next answer, after the last one to the first."""
        self._view_at((self._view[self._tab] + 1) % len(TABS[self._tab].answers))

    def action_look_closer(self) -> None:
        """Give the focus to the picture."""
        if self._picture:
            self._picture.focus()

    def action_turn_part(self, step: int) -> None:
        """Turn to another part of the picture."""
        if self._picture:
            self._picture.turn(step)

    def action_period(self) -> None:
        """Look at another period."""
        self._filter.next_period()

    def action_filter(self) -> None:
        """Type a filter."""
        self._filter.start_typing()

    def action_leave_picture(self) -> None:
        """Give the focus back to the column."""
        self.take_focus()

    def action_all_again(self) -> None:
        """Look at everything again."""
        self._filter.clear()

    def action_how(self) -> None:
        """Show or hide how it is worked out."""
        self.how = not self.how

    def watch_how(self) -> None:
        """Told right below the answer, where it can be seen at once."""
        if self.is_mounted:
            self.query_one("#patterns-how").display = self.how
            self.query_one(Column).scroll_home(animate=False)

    @on(Signpost.Turned, "#patterns-questions")
    def _turned(self, event: Signpost.Turned) -> None:
        self._turn_to(event.index)

    @on(Signpost.Turned, "#patterns-answers")
    def _other_view(self, event: Signpost.Turned) -> None:
        self._view_at(event.index)

    @on(SearchBox.Left)
    def _typed(self) -> None:
        self.take_focus()

    @on(PatternFilter.Changed)
    def _filtered(self) -> None:
        self.refresh_bindings()
        attempt(self, self.read)

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _other_focus(self) -> None:
        self.refresh_bindings()

    @on(Picture.Opened)
    def _open(self, event: Picture.Opened) -> None:
        if event.index < len(self._behind):
            window = BehindWindow(self.workspace, self._behind[event.index])
            self.app.push_screen(window, self._read_entry)

    def _read_entry(self, key: str | None) -> None:
        if key:
            self.post_message(self.Goto(self, "Journal", key))

    @property
    def _picture(self) -> Picture | None:
        return next(iter(self.query("#patterns-view > *").results(Picture)), None)

    def _turn_to(self, place: int) -> None:
        if place in range(len(TABS)):
            self._tab = place
            attempt(self, self.read)
            self.refresh_bindings()

    def _view_at(self, place: int) -> None:
        self._view[self._tab] = place
        attempt(self, self.read)

    def _ask(self) -> None:
        """Read what the answer rests on, and have it worked out in a thread."""
        asked = self.workspace.patterns.ask(self.answer.statistic, self._filter.query_asked)
        self.run_worker(
            lambda: self._work(asked), thread=True, exclusive=True, group="patterns", exit_on_error=False
        )

    def _work(self, asked: Asked) -> None:
        """In a thread: nothing here touches the journal or the screen."""
        worker = get_current_worker()
        result = asked.answer()
        if not worker.is_cancelled:
            self.app.call_from_thread(self._worked_out, asked, result)

    def _worked_out(self, asked: Asked, result: Result) -> None:
        self.workspace.patterns.keep(asked, result)
        if (asked.statistic.name, asked.query) == (self.answer.statistic, self._filter.query_asked):
            self._show(self.answer, result)

    def _wait(self) -> None:
        """Say that it is being worked out, unless it is done in a moment."""
        if self._waiting is None:
            self._waiting = self.set_timer(_SOON, self._say_waiting)

    def _say_waiting(self) -> None:
        if self._waiting is None:
            return  # the answer came while this was on its way already
        self._waiting = None
        self._shown = None
        self.query_one("#patterns-sentence", Static).update(safe("Working it out …", "$foreground-muted"))
        self.query_one("#patterns-cases").display = False
        self.query_one("#patterns-view").remove_children()

    def _show(self, answer: Answer, result: Result) -> None:
        if self._waiting:
            self._waiting.stop()
            self._waiting = None
        if self._shown and self._shown[0] is answer and self._shown[1] is result:
            return
        self._shown = answer, result
        self._fill(result, answer.view(result))

    def _fill(self, result: Result, view: View) -> None:
        self.query_one("#patterns-sentence", Static).update(safe(result.sentence, "bold"))
        cases = self.query_one("#patterns-cases", Static)
        filtered = self.workspace.patterns.statistic(result.name).filtered
        words = " ".join(filter(None, (view.cases, filtered * self._filter.chooses)))
        cases.display = bool(words)
        cases.update(safe(words, "$foreground-muted"))
        how = self.query_one("#patterns-how", Static)
        how.display = self.how
        how.update(safe(self.workspace.patterns.statistic(result.name).how, "italic"))
        looked_closer = self._picture is not None and self._picture.has_focus
        self._behind = view.behind
        place = self.query_one("#patterns-view", Container)
        with self.app.batch_update():
            place.remove_children()
            heading = Static(safe(view.heading, "$foreground-muted"), classes="heading")
            place.mount(heading, view.picture, *view.below, PlainTable(view.table))
        self._stretch()
        if looked_closer:
            self.take_focus()
        self.query_one(Column).scroll_home(animate=False)
        self.call_after_refresh(self.refresh_bindings)

    def _stretch(self) -> None:
        lines = max(_LOWEST, min(_HIGHEST, self.size.height // 2))
        for picture in self.query("#patterns-view > .stretched").results(Widget):
            picture.styles.height = lines
