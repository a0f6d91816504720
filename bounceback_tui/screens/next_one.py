"""Before the next one: what may go wrong in an interview, and a planned answer to each."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from bounceback_tui.domain.dates import echo_date
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.preparation import Preparation, Setback
from bounceback_tui.domain.text import quoted
from bounceback_tui.formats.cards import Group
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.preparation_forms import PreparationForm, SetbackForm, offered
from bounceback_tui.screens.tool_window import ToolWindow, paragraph
from bounceback_tui.services.preparations import Preparations
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.application_list import name_of
from bounceback_tui.widgets.safe import safe_line

EVIDENCE = (
    "In a programme for 1,801 people who had lost their jobs, getting ready for setbacks was part of what"
    " protected those most at risk (Vinokur, Price and Schul 1995)."
)


class PlanRow(Frozen):
    """A setback with its plan, or one that is offered."""

    id: str
    setback: Setback
    is_planned: bool = False
    """Whether it is one of the preparation; else it is only offered."""
    hint: str = ""
    """An answer to start from."""


class NextOneWindow(ToolWindow[PlanRow]):
    """One interview at a time: its plans, then what else often happens."""

    HEADING = "Before the next one"
    EMPTY = f"n prepares for an interview. {EVIDENCE}"
    FORM = SetbackForm.FORM
    ROW_HEIGHT = 2
    ALWAYS = ("turn", "dismiss", "prepare")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "prepare", "another interview", tooltip="Prepare for an interview"),
        Binding("d", "date", "its date", tooltip="Which interview it is, and when"),
        Binding(
            "less_than_sign,[",
            "other(-1)",
            "interview",
            key_display="< >",
            tooltip="The interview before in the list",
        ),
        Binding("greater_than_sign,]", "other(1)", show=False, tooltip="The next interview in the list"),
        Binding("X", "discard", "delete all", tooltip="Delete all that was planned, at the second press"),
    ]

    def __init__(self, workspace: Workspace, subject: str = "") -> None:
        """`subject` is the preparation to show; for anything else, the next interview."""
        super().__init__(workspace, subject)
        self._key = subject
        self._every: list[Preparation] = []

    @property
    def _kept(self) -> Preparations:
        return self.workspace.tools.preparations

    @property
    def preparation(self) -> Preparation | None:
        """The one that is shown."""
        first = next(iter(self._every), None)
        return next((one for one in self._every if one.id == self._key), first)

    def above(self) -> ComposeResult:
        """Which interview it is."""
        yield Static(id="next-one-subject", markup=False)

    def things(self) -> list[PlanRow]:
        """The setbacks planned for, then those offered; what was just added is turned to."""
        before = {one.id for one in self._every}
        self._every = self._kept.every()
        added = [one.id for one in self._every if one.id not in before]
        if before and len(added) == 1:
            self._key = added[0]
        preparation = self.preparation
        if preparation is None:
            return []
        planned = [PlanRow(one.mark, one, is_planned=True) for one in preparation.setbacks]
        texts = {one.text.casefold() for one in preparation.setbacks}
        more = [_offer(group) for group in offered() if group.title.casefold() not in texts]
        return planned + more

    def read(self, keep: str | None = None) -> None:
        """Read what there is, and say of which interview."""
        super().read(keep)
        preparation = self.preparation
        words = attempt(self, lambda: self._about(preparation)) if preparation else ""
        subject = self.query_one("#next-one-subject", Static)
        subject.update(safe_line(words or "", style="bold"))
        subject.display = bool(words)

    def line(self, thing: PlanRow, width: int) -> Content:
        """ "If I lose the thread" and "then I ask for the question again" below; offered ones step back."""
        style = "" if thing.is_planned else "$foreground-muted"
        if not thing.is_planned:
            answer = f"  for example: {thing.hint}"
        else:
            answer = f"  then {thing.setback.answer}" if thing.setback.answer else "  then …"
        lines = (f"If {thing.setback.text}", answer)
        return Content("\n").join(
            Content("  " if text.startswith("  ") else "") + safe_line(text[: width * 4], width - 2, style)
            for text in lines
        )

    def more(self, thing: PlanRow) -> list[Content]:
        """The whole plan; of one that is offered, why to plan at all."""
        if not thing.is_planned:
            why = f"enter plans your own answer. {EVIDENCE}"
            return [Content.styled(why, "$foreground-muted")]
        return [paragraph(thing.setback.words)]

    def ask(self, thing: PlanRow) -> str:
        """That it can come back is said first."""
        return f"x once more takes {quoted(thing.setback.text)} out; u would bring it back."

    def take_away(self, thing: PlanRow) -> str:
        """Out of the preparation. Raises CannotDo and StorageError."""
        if preparation := self.preparation:
            self._kept.drop(preparation.id, thing.setback)
        return f"{quoted(thing.setback.text)} is out. u brings it back."

    def open_one(self, thing: PlanRow) -> None:
        """Plan an answer."""
        if preparation := self.preparation:
            self.want_form(self.FORM, f"{preparation.id} {thing.id}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is offered cannot be taken out; one interview has no other."""
        if action == "remove":
            return self.thing is not None and self.thing.is_planned
        if action == "other":
            return len(self._every) > 1
        return super().check_action(action, parameters)

    def action_add(self) -> None:
        """A setback of one's own."""
        if preparation := self.preparation:
            self.want_form(self.FORM, preparation.id)

    def action_prepare(self) -> None:
        """Prepare for an interview; that takes an application which is still open."""
        if attempt(self, lambda: any(not one.status.ended for one in self.workspace.applications.every())):
            self.want_form(PreparationForm.FORM)
        else:
            self.notify(
                "This is for a job that is still open: add it with a on Applications, then come back here.",
                markup=False,
                timeout=6,
            )

    def action_date(self) -> None:
        """Which interview it is, and when."""
        if preparation := self.preparation:
            self.want_form(PreparationForm.FORM, preparation.id)

    def action_other(self, step: int) -> None:
        """Another interview."""
        keys = [one.id for one in self._every]
        if preparation := self.preparation:
            self._key = keys[(keys.index(preparation.id) + step) % len(keys)]
            self.read()

    def action_discard(self) -> None:
        """Delete the whole preparation, at the second press."""
        preparation = self.preparation
        if preparation is None:
            return
        name = quoted(attempt(self, lambda: self._kept.name_of(preparation)) or "this one")
        question = f"X once more deletes all that is planned here, {name}; u would bring it back."
        if self.is_sure("discard", lambda: question) and self.do(lambda: self._kept.remove(preparation.id)):
            self.notify(f"{name} is deleted. u brings it back.", markup=False, timeout=4)

    def _about(self, preparation: Preparation) -> str:
        """ "Brook · Analyst, Tue 24 Nov 2026 (tomorrow)"."""
        application = self.workspace.applications.find(preparation.application_id)
        day = preparation.interview_on
        when = echo_date(day, self.today) if day else "no date yet"
        return f"{name_of(application)}, {when}"


def _offer(group: Group) -> PlanRow:
    return PlanRow(group.id, Setback(group.title), hint=next(iter(group.items), ""))
