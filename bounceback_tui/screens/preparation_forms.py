"""An interview to prepare for, and one setback with its planned answer."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from bounceback_tui.domain.preparation import (
    PlannedSetback,
    Preparation,
    Setback,
    interview_ahead,
    setback_of,
)
from bounceback_tui.formats.cards import Group, read_list
from bounceback_tui.resources import asset
from bounceback_tui.screens.dialog import Dialog
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.application_list import names_of
from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.field_label import labelled
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.pick import Pick
from bounceback_tui.widgets.when_field import DayField


def offered() -> tuple[Group, ...]:
    """Setbacks to start from, each with answers to start from."""
    return read_list(asset("setbacks.md"))


class InterviewDay(DayField):
    """The day of an interview."""

    LABEL = "On"
    PLACEHOLDER = "tomorrow, next tuesday, 1 Dec …"


class PreparationForm(Dialog):
    """Which application, and when; the one with an interview ahead is offered first."""

    FORM = "next-one"
    AUTO_FOCUS = "#belongs-to"
    DONE = "Saved. Now plan an answer to whatever may happen; u takes it back."

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """`target` is the preparation to change; empty for a new one. Raises CannotDo where it is gone."""
        super().__init__(workspace, target)
        there = workspace.tools.preparations.find(self.target) if self.target else None
        now = workspace.clock.now()
        every = workspace.applications.every()
        self._names = names_of(
            one for one in every if not one.status.ended or (there and one.id == there.application_id)
        )
        days = {one.id: interview_ahead(one, now) for one in every}
        self._ahead = {key: day for key, day in days.items() if day}
        first = min(self._ahead, key=lambda key: self._ahead[key], default=next(iter(self._names), ""))
        self._preparation = there or Preparation("", first, now, self._ahead.get(first))

    @property
    def title_words(self) -> str:
        """What is asked."""
        return "Which interview is ahead?"

    def fields(self) -> ComposeResult:
        """The application and the day."""
        key = self._preparation.application_id or None
        yield Pick("With", self._names, key, none="no open application yet", required=True, id="belongs-to")
        clock, order = self.workspace.clock, self.workspace.settings.date_order
        yield InterviewDay(clock, order, self._preparation.interview_on)

    def value(self) -> Preparation:
        """The preparation. Raises ValueError without an application, and for a date that is none."""
        key = self.query_one("#belongs-to", Choice).value
        if not key:
            raise ValueError("There is no open application; a on Applications adds one.")
        return replace(self._preparation, application_id=key, interview_on=self.day())

    @on(Choice.Changed)
    def _follow(self, event: Choice.Changed) -> None:
        """Each application has its own day, where one is in its log."""
        line = self.query_one("#day", Line)
        known = {day.isoformat() for day in self._ahead.values()}
        if line.value.strip() in ("", *known):
            day = self._ahead.get(event.value or "")
            line.value = day.isoformat() if day else ""


class SetbackForm(Dialog):
    """If this happens, then I do that."""

    FORM = "setback"
    HINT: ClassVar[str] = "I ask for the question again"

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """`target` is the preparation; behind a space the mark of a setback, or the name of one offered.

        Raises CannotDo where the preparation is gone.
        """
        super().__init__(workspace, target)
        key, _, name = self.target.partition(" ")
        self._preparation = workspace.tools.preparations.find(key)
        self._before = next((one for one in self._preparation.setbacks if one.mark == name), None)
        self._group = next((group for group in offered() if group.id == name), None)
        if self._before:
            self._setback = self._before
            same = (group for group in offered() if group.title == self._setback.text)
            self._group = next(same, None)
        else:
            self._setback = Setback(self._group.title if self._group else "")

    @property
    def title_words(self) -> str:
        """What is planned."""
        return "If that happens, then …"

    def fields(self) -> ComposeResult:
        """What may happen, and the answer; answers to start from are completed as they are typed."""
        answers = self._group.items if self._group else ()
        for at, answer in enumerate(answers):
            yield Static(("For example: " if not at else "or: ") + answer, classes="hint", markup=False)
        yield from labelled("If", Line(self._setback.text, id="text", placeholder="I lose the thread"))
        hint = answers[0] if answers else self.HINT
        yield from labelled("then", Line(self._setback.answer, id="answer", names=answers, placeholder=hint))

    @property
    def is_gone(self) -> bool:
        """Whether the setback was taken out."""
        return " " in self.target and self._before is None and self._group is None

    def on_mount(self) -> None:
        """What may happen stands there already, where it was offered."""
        if self._setback.text:
            self.query_one("#answer").focus()

    def value(self) -> PlannedSetback:
        """The plan. Raises ValueError where it is not said what may happen."""
        text = self.needed("text", "Say what may happen; a few words are enough.")
        answer = self.query_one("#answer", Line).value
        return PlannedSetback(self._preparation.id, setback_of(text, answer), self._before)
