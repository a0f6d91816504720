"""One door for all that is filled in: each value goes to the service that it is for."""

from __future__ import annotations

from dataclasses import replace

from bounceback_tui.domain.application import Application
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.cv import CvChange
from bounceback_tui.domain.feedback import AnswerCame, EmailChanged, RemarkChanged
from bounceback_tui.domain.focus import FocusPoint, Posting
from bounceback_tui.domain.lead import Lead, NextDate
from bounceback_tui.domain.letter import WithdrawalNote
from bounceback_tui.domain.outcome import (
    Closing,
    EventChanged,
    Felt,
    NewApplication,
    NewEvent,
    Outcome,
    Revised,
    StepNote,
    StepPlan,
    Written,
)
from bounceback_tui.domain.person import Person
from bounceback_tui.domain.preparation import PlannedSetback, Preparation
from bounceback_tui.domain.rest_days import RestWanted
from bounceback_tui.domain.strength import NotedStrength, WentRight
from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.domain.writing import WritingHeld
from bounceback_tui.services.workspace import Workspace


def keep(workspace: Workspace, value: object) -> str:
    """Save what was filled in; the key of what it made or changed. Raises CannotDo and StorageError."""
    journal, recovery = workspace.journal, workspace.recovery
    match value:
        case Revised():
            key = _revise(workspace, value)
        case Felt():
            workspace.versions.feel_otherwise(value)
            key = value.checkin_id
        case Outcome():
            key = journal.log(value).id
        case Reading():
            key = journal.check_in(value)
        case Written():
            key = journal.write(value)
        case StepNote():
            recovery.set_note(value.episode_id, value.step_id, value.text)
            key = value.episode_id
        case StepPlan():
            recovery.set_plan(value.episode_id, value.step_id, value.text, value.due)
            key = value.episode_id
        case Closing():
            recovery.close(value)
            key = value.episode_id
        case WithdrawalNote():
            key = workspace.search_over.reword(value)
        case _:
            key = _keep_of_applications(workspace, value)
    return key


def passes_over(workspace: Workspace, value: object) -> bool:
    """Whether to keep it replaces what was said meanwhile elsewhere. Raises CannotDo and StorageError."""
    return (
        isinstance(value, Revised)
        and workspace.journal.is_there(value.new.entry_id)
        and workspace.versions.passes_over(value.new, value.seen)
    )


def _keep_of_applications(workspace: Workspace, value: object) -> str:
    """The same for applications and their logs."""
    applied = workspace.applications
    match value:
        case NewApplication():
            key = applied.add(value.company, value.role, value.source, value.when, notes=value.notes).id
        case NewEvent():
            key = applied.add_event(value.application_id, value.kind, value.when, value.note).id
        case EventChanged():
            workspace.logs.change_event(value.event)
            key = value.event.id
        case Application():
            applied.describe(value)
            key = value.id
        case _:
            key = _keep_in_tools(workspace, value)
    return key


def _keep_in_tools(workspace: Workspace, value: object) -> str:
    """The same for what the tools of the guide keep."""
    tools = workspace.tools
    match value:
        case EmailChanged() | AnswerCame() | RemarkChanged():
            tools.feedback.keep(value)
            key = value.episode_id
        case WritingHeld():
            key = tools.writing.save_session(value, workspace.journal.write)
        case RestWanted():
            key = tools.rests.plan(value)
        case Lead():
            key = tools.leads.put(value)
        case NextDate():
            tools.leads.set_next(value.lead_id, value.day)
            key = value.lead_id
        case FocusPoint():
            key = tools.focus.put(value)
        case Posting():
            key = tools.focus.postings.put(value)
        case CvChange():
            key = tools.cv.put(value)
        case Preparation():
            key = tools.preparations.prepare(value)
        case PlannedSetback():
            key = tools.preparations.plan(value)
        case Person():
            key = tools.people.put(value)
        case _:
            key = _keep_of_oneself(workspace, value)
    return key


def _keep_of_oneself(workspace: Workspace, value: object) -> str:
    """The same for what somebody thinks of themselves."""
    tools = workspace.tools
    match value:
        case ThoughtRecord():
            tools.thoughts.put(value)
            key = value.id
        case NotedStrength():
            tools.strengths.put(value)
            key = value.id
        case WentRight():
            tools.strengths.add_right(value)
            key = value.episode_id
        case _:
            raise TypeError(f"nothing here keeps a {type(value).__name__}")
    return key


def _revise(workspace: Workspace, change: Revised) -> str:
    """Change an entry; one that was deleted for good meanwhile is written anew: no word is lost."""
    if workspace.journal.is_there(change.new.entry_id):
        workspace.versions.revise(change.new, change.seen)
        return change.new.entry_id
    if isinstance(change.new, Outcome):
        return workspace.journal.log(replace(change.new, entry_id="")).id
    return workspace.journal.write(replace(change.new, entry_id=""))
