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


BEGUN: dict[str, str] = {NoteForm.FORM: "a note was begun; o goes on", PlanForm.FORM: "a plan was begun; p goes on"}
"""What is said of a step with a draft, by the name of its form."""


def target_of(episode_id: str, step_id: str) -> str:
    """Under what the draft of a step in an episode is kept; neither part has a space in it."""
    return f"{episode_id} {step_id}"


def note_form(workspace: Workspace, episode_id: str, row: StepRow) -> NoteForm:
    """The window that asks for a note."""
    return NoteForm(
        workspace.drafts,
        target_of(episode_id, row.step_id),
        Question("A note", row.text, placeholder="How it went, or anything worth keeping.", text=row.note),
        lambda text: workspace.recovery.set_note(episode_id, row.step_id, text),
    )


def plan_form(workspace: Workspace, episode_id: str, row: StepRow) -> PlanForm:
    """The window that asks for a plan."""
    return PlanForm(
        workspace.drafts,
        target_of(episode_id, row.step_id),
        Question(
            "A plan: If …, then I …",
            row.text,
            "Name a moment and a place, then what you do. For example:\n"
            "If it is Tuesday 9:00 and I am at my desk, then I write the e-mail.",
            "If …, then I …",
            row.plan,
        ),
        lambda text: workspace.recovery.set_plan(episode_id, row.step_id, text),
    )
