"""What can be written about a step of the guide: a note, and an if-then plan."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from bounceback_tui.domain.episode import Tick
from bounceback_tui.domain.outcome import StepNote, StepPlan
from bounceback_tui.domain.text import one_line
from bounceback_tui.screens.dialog import Dialog
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.fields import Writing
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
        ticks = workspace.recovery.ticks(workspace.recovery.find(self._episode).id)
        step = next((one for one in workspace.recovery.guide.steps if one.id == self._step), None)
        if step is None:
            raise CannotDo("The guide has no such step any more. What you wrote is kept.")
        self._about = step.text
        self._before = self.before(ticks[self._step]) if self._step in ticks else ""

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

    FORM = "note"
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

    FORM = "plan"
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

    def before(self, tick: Tick) -> str:
        """The plan so far."""
        return tick.plan

    def value(self) -> StepPlan:
        """The plan, on one line."""
        return StepPlan(self._episode, self._step, one_line(self.words))


BEGUN: dict[str, str] = {
    NoteForm.FORM: "a note was begun; o goes on",
    PlanForm.FORM: "a plan was begun; p goes on",
}
"""What is said of a step with a draft, by the name of its form."""


def target_of(episode_id: str, step_id: str) -> str:
    """Under what the draft of a step in an episode is kept; neither part has a space in it."""
    return f"{episode_id} {step_id}"
