"""What can be written about a step of the guide: a note, and an if-then plan."""

from __future__ import annotations

from bounceback_tui.screens.ask_line import AskLine, Question
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.step_list import StepRow


class NoteForm(AskLine):
    """A note on a step."""

    FORM = "note"
    LINES = True


class PlanForm(AskLine):
    """When and where a step will be done."""

    FORM = "plan"


BEGUN: dict[str, str] = {
    NoteForm.FORM: "a note was begun; o goes on",
    PlanForm.FORM: "a plan was begun; p goes on",
}
"""What is said of a step with a draft, by the name of its form."""


def target_of(episode_id: str, step_id: str) -> str:
    """Under what the draft of a step in an episode is kept; neither part has a space in it."""
    return f"{episode_id} {step_id}"


def step_form(form: str, workspace: Workspace, episode_id: str, row: StepRow) -> AskLine:
    """The window that asks for a note or a plan, by the name of its form."""
    target, recovery = target_of(episode_id, row.step_id), workspace.recovery
    if form == NoteForm.FORM:
        note = Question(
            "A note", row.text, placeholder="How it went, or anything worth keeping.", text=row.note
        )
        return NoteForm(
            workspace.drafts, target, note, lambda text: recovery.set_note(episode_id, row.step_id, text)
        )
    plan = Question(
        "A plan: if …, then I …",
        row.text,
        "Name a moment and a place, then what you do. For example:\n"
        "If it is Tuesday 9:00 and I am at my desk, then I write the e-mail.",
        "If …, then I …",
        row.plan,
    )
    return PlanForm(
        workspace.drafts, target, plan, lambda text: recovery.set_plan(episode_id, row.step_id, text)
    )
