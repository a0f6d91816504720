"""Patterns: a tab for each question, answered in a sentence, a picture and a table."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from bounceback_tui.domain.query_values import Query
from bounceback_tui.screens.answering import have_answered
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.pattern_answer import PatternAnswer
from bounceback_tui.screens.pattern_filter import PatternFilter
from bounceback_tui.screens.pattern_tabs import TABS, Answer, places_of
from bounceback_tui.services.patterns import Asked
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.statistics.statistic import Result
from bounceback_tui.widgets.key_bar import SELDOM
from bounceback_tui.widgets.picture import Picture
from bounceback_tui.widgets.search_box import SearchBox
from bounceback_tui.widgets.signpost import Place, Signpost


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
            "less_than_sign,[",
            "turn_part(-1)",
            "year",
            key_display="< >",
            group=SELDOM,
            tooltip="The year before",
        ),
        Binding("greater_than_sign,]", "turn_part(1)", show=False, tooltip="The year after"),
        Binding("p", "period", "period", tooltip="All the time, or only the last months"),
        Binding("f", "filter", "filter", group=SELDOM, tooltip="Only some: source:referral, company:acme, …"),
        Binding("i", "how", "method", tooltip="Show or hide how it is worked out"),
        # one key: the picture is left first, then the method is hidden, then everything is looked at again
        Binding("escape", "leave_picture", "back", tooltip="Leave the picture"),
        Binding("escape", "hide_how", "hide it", tooltip="Hide how it is worked out"),
        Binding("escape", "all_again", "show all", tooltip="Look at the whole journal again"),
    ]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._tab = 0
        self._view = [0] * len(TABS)
        self._walking = False

    def compose(self) -> ComposeResult:
        """The questions, what is looked at, and an answer."""
        yield Signpost([Place(tab.question) for tab in TABS], id="patterns-questions")
        yield PatternFilter(self.workspace)
        yield PatternAnswer()

    def on_mount(self) -> None:
        """Know the parts, which stay the same for good."""
        self._filter = self.query_one(PatternFilter)
        self._questions = self.query_one("#patterns-questions", Signpost)
        self._column = self.query_one(PatternAnswer)

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
        self._filter.look_again()  # another day may have begun, from which "the last 3 months" are others
        self._questions.current = self._tab
        self._column.offer(TABS[self._tab].answers, self._view[self._tab])
        patterns, name, query = self.workspace.patterns, self.answer.statistic, self._filter.query_asked
        result = patterns.known(name, query)
        if result is not None:
            self._show(result)
            return
        self._column.wait()
        if patterns.takes_long:  # the answer comes after the picture anyway, and a thread would delay that
            self.call_after_refresh(attempt, self, lambda: self._ask(name, query))
        else:
            self._ask(name, query)

    def _ask(self, name: str, query: Query) -> None:
        have_answered(self, [self.workspace.patterns.ask(name, query)], self._worked_out)

    def show(self, subject: str) -> None:
        """Turn to the view of a statistic by its name."""
        if place := places_of(subject):
            self._tab, self._view[place[0]] = place
            attempt(self, self.read)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with what is shown."""
        if not self.is_mounted:
            return False
        picture, looking = self._column.picture, self._column.looking
        offered = {
            "next_view": len(TABS[self._tab].answers) > 1,
            "look_closer": picture is not None and not looking,
            "turn_part": picture is not None and picture.turns,
            "leave_picture": looking,
            "hide_how": self._column.how and not looking,
            "all_again": self._filter.is_on and not self._column.how and not looking,
        }
        return offered.get(action, True)

    def action_turn(self, step: int) -> None:
        """Turn to another question."""
        self._turn_to(self._tab + step)

    def action_next_view(self) -> None:
        """Turn to the next answer, after the last one to the first."""
        self._view_at((self._view[self._tab] + 1) % len(TABS[self._tab].answers))

    def action_look_closer(self) -> None:
        """Give the focus to the picture."""
        if self._column.picture:
            self._column.picture.focus()

    def action_turn_part(self, step: int) -> None:
        """Turn to another part of the picture."""
        if self._column.picture:
            self._column.picture.turn(step)

    def action_period(self) -> None:
        """Look at another period."""
        self._filter.next_period()

    def action_filter(self) -> None:
        """Type a filter."""
        self._filter.start_typing()

    def action_leave_picture(self) -> None:
        """Give the focus back to the column."""
        self.take_focus()

    def action_hide_how(self) -> None:
        """Hide how it is worked out."""
        self._column.how = False
        self.refresh_bindings()

    def action_all_again(self) -> None:
        """Look at everything again."""
        self._filter.clear()
        self.refresh_bindings()

    def action_how(self) -> None:
        """Show or hide how it is worked out."""
        self._column.how = not self._column.how
        self.refresh_bindings()

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
        behind = self._column.behind(event.index)
        if behind is None:
            return
        found = attempt(self, lambda: self.workspace.patterns.behind(behind))
        if found is None:
            return
        if not found and len(behind.applications) == 1:
            # nothing was written about it: what is known of it stands in its log
            self._walking = True
            self.post_message(self.Goto(self, "Applications", behind.applications[0]))
            return
        from bounceback_tui.screens.behind import BehindWindow  # noqa: PLC0415 - a key opens it

        self.app.push_screen(BehindWindow(self.workspace, behind), self._read_entry)

    def _read_entry(self, key: str | None) -> None:
        if key:
            self._walking = True
            self.post_message(self.Goto(self, "Journal", key))

    def take_focus(self) -> None:
        """To the column; to the picture for somebody who left it only to read an entry behind it."""
        walking, self._walking = self._walking, False
        if walking and self._column.picture:
            self._column.picture.focus()
        else:
            super().take_focus()

    def _turn_to(self, place: int) -> None:
        if place in range(len(TABS)):
            self._tab = place
            attempt(self, self.read)
            self.refresh_bindings()

    def _view_at(self, place: int) -> None:
        self._view[self._tab] = place
        attempt(self, self.read)

    def _worked_out(self, asked: Asked, answer: Result | str) -> None:
        wanted = (asked.statistic.name, asked.query) == (self.answer.statistic, self._filter.query_asked)
        if isinstance(answer, str):
            if wanted:
                self._column.say(answer)
            return
        attempt(self, lambda: self.workspace.patterns.keep(asked, answer))
        if wanted:
            self._show(answer)

    def _show(self, result: Result) -> None:
        statistic = self.workspace.patterns.statistic(result.name)
        note = statistic.filtered * self._filter.query_asked.beyond_days
        self._column.show(self.answer, result, statistic.how, note)
        self.call_after_refresh(self.refresh_bindings)
