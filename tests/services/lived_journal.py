"""A journal with something in every table."""

from __future__ import annotations

from journals import HandSetClock
from tool_rows import tool_rows

from bounceback_tui.domain.application import Kind, Source
from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.episode import Attribution, Cause, Side, StepState
from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind
from bounceback_tui.domain.lead import Lead, LeadKind, Rest
from bounceback_tui.domain.outcome import Felt, Outcome
from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import feedback, leads, rests, thoughts

HOSTILE = 'a "quoted" \\ \0 \x1b[31m \u202e 🙂 \ufffd'


def fill_every_table(workspace: Workspace, clock: HandSetClock) -> None:
    """Let there be something in every table, with hostile words."""
    logged = workspace.journal.log(
        Outcome(
            company="Acme",
            role="Cook",
            stage=Kind.FINAL,
            source=Source.AGENCY,
            text=HOSTILE,
            tags=("panel",),
            before=Reading(3, 2, (Feeling("shame", 60),)),
            causes=(Cause(Side.OUTSIDE, HOSTILE),),
            attribution=Attribution(10, None, 30),
            forecast=14,
        )
    )
    workspace.versions.rewrite(logged.id, "new", "changed", [])
    workspace.journal.delete(workspace.journal.note("deleted", tags=["kept"]))
    workspace.versions.feel_otherwise(Felt(workspace.journal.check_in(Reading(5)), Reading(6)))
    with workspace.database.write():
        workspace.database.insert("saved_search", name="finals", query="stage:final")
        workspace.database.insert("tag_colour", name="panel", colour="blue")
        assert logged.episode
        for table, row in tool_rows(logged.application, logged.episode, logged.id).items():
            workspace.database.insert(table, **row)
    step = workspace.recovery.guide.steps[0].id
    workspace.recovery.set_state(logged.episode, step, StepState.DONE)
    database = workspace.database
    remarks = (Remark(RemarkKind.STRENGTH, "clear", HOSTILE),)
    today = clock.now().local_date
    feedback.put(
        database, Feedback(logged.episode, FeedbackState.ANSWERED, today, None, today, "Thanks", remarks)
    )
    leads.put(database, Lead("L" * 26, LeadKind.FRIEND, "Ann", HOSTILE, today, False, today))
    rests.put(database, Rest("S" * 26, today, today, "swim"))
    thoughts.put(database, ThoughtRecord("T" * 26, clock.now(), HOSTILE, logged.episode, 80, traps=("all",)))
    workspace.drafts.keep("note", {"text": HOSTILE})
