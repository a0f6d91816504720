"""What can be written about a step of the guide: a note, and an if-then plan."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static, TextArea

from bounceback_tui.domain.dates import DateNotUnderstood
from bounceback_tui.domain.due import PlannedFor
from bounceback_tui.domain.due_dates import written_due
from bounceback_tui.domain.episode import CLOSING, Tick
from bounceback_tui.domain.guide import Step
from bounceback_tui.domain.outcome import StepNote, StepPlan
from bounceback_tui.domain.text import one_line
from bounceback_tui.screens.dialog import Dialog
from bounceback_tui.screens.recovery_words import NOTE, PLAN
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.due_field import DueField
from bounceback_tui.widgets.fields import Line, Writing
from bounceback_tui.widgets.safe import safe


class StepForm(Dialog):
    """Some words about a step. Its target is the episode and the step, parted by a space."""

    HINT: ClassVar[str] = ""
    """Something that helps to answer."""
    PLACEHOLDER: ClassVar[str]
    """Stands in the empty field."""
    LINES: ClassVar[int]
    """How high the field is."""

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """Raises CannotDo where the guide has no such step any more, or the rejection was taken back."""
        super().__init__(workspace, target)
        self._episode, _, self._step = self.target.partition(" ")
        episode = workspace.recovery.find(self._episode)
        ticks = workspace.recovery.ticks(episode.id)
        step = next((one for one in workspace.recovery.guide_of(episode).steps if one.id == self._step), None)
        if self._step == CLOSING:
            step = Step(CLOSING, "What helped?")
        if step is None:
            raise CannotDo("The guide has no such step any more. What you wrote is kept.")
        self._about = step.text
        self._tick = ticks.get(self._step)
        self._before = self.before(self._tick) if self._tick else ""

    def before(self, tick: Tick) -> str:
        """What was written before."""
        raise NotImplementedError

    def fields(self) -> ComposeResult:
        """The step, a hint, and room to write."""
        for words, style in ((self._about, ""), (self.HINT, "$foreground-muted")):
            if words:
                yield Static(safe(words, style), classes="dialog--about")
        yield Writing(self._before, placeholder=self.PLACEHOLDER, id="text")

    def on_mount(self) -> None:
        """Go on where the words ended."""
        field = self.query_one("#text", Writing)
        field.styles.height = self.LINES
        field.move_cursor(field.document.end)
        field.focus()

    @property
    def words(self) -> str:
        """What was written."""
        return self.query_one("#text", Writing).text.strip()


class NoteForm(StepForm):
    """A note on a step."""

    FORM = NOTE
    PLACEHOLDER = "How it went, or anything worth keeping."
    LINES = 7

    @property
    def title_words(self) -> str:
        """What is asked."""
        return "A note"

    def before(self, tick: Tick) -> str:
        """The note so far."""
        return tick.note

    def value(self) -> StepNote:
        """The note."""
        return StepNote(self._episode, self._step, self.words)


class PlanForm(StepForm):
    """When and where a step will be done."""

    FORM = PLAN
    HINT = (
        "Name a moment and a place, then what you do. For example:\n"
        "If it is Tuesday 9:00 and I am at my desk, then I write the e-mail."
    )

    PLACEHOLDER = "If …, then I …"
    LINES = 3

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "save", key_display="enter", priority=True),
    ]

    @property
    def title_words(self) -> str:
        """What is asked."""
        return "A plan: if …, then I …"

    def fields(self) -> ComposeResult:
        """Below the plan, the moment that it is for."""
        yield from super().fields()
        workspace, tick = self.workspace, self._tick
        before = PlannedFor(tick.due_on, tick.due_time) if tick and tick.due_on else None
        yield DueField(workspace.clock, workspace.settings.date_order, lambda: self.words, before)

    def on_mount(self) -> None:
        """Put in the moment so far."""
        if self._tick and self._tick.due_on:
            self.query_one("#when", Line).value = written_due(
                PlannedFor(self._tick.due_on, self._tick.due_time)
            )

    @on(TextArea.Changed)
    def _look_into_plan(self) -> None:
        """A plan that begins with its moment need not be asked for it."""
        self.query_one(DueField).show_echo()

    def before(self, tick: Tick) -> str:
        """The plan so far."""
        return tick.plan

    def value(self) -> StepPlan:
        """The plan, on one line, and the moment that it is for. Raises ValueError."""
        try:
            due = self.query_one(DueField).due
        except DateNotUnderstood as error:
            self.query_one("#when").focus()
            raise ValueError("The day is not clear yet; empty will do.") from error
        return StepPlan(self._episode, self._step, one_line(self.words), due)
