"""What `--json` prints of what the tools keep; as in `records.py`, no name is ever taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bounceback_tui.formats.records import iso

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bounceback_tui.domain.cv import CvChange
    from bounceback_tui.domain.due import Due
    from bounceback_tui.domain.focus import FocusPoint, Posting
    from bounceback_tui.domain.lead import Lead
    from bounceback_tui.domain.person import Person
    from bounceback_tui.domain.preparation import Preparation
    from bounceback_tui.formats.records import Record


def due_record(due: Due) -> Record:
    """Something that is due; `id` stays the same on another day.

    `at` is null where only the clock on the wall counts, `days` (first and last) where it does not last.
    """
    return {
        "id": due.uid,
        "kind": due.kind.value,
        "date": due.day.isoformat(),
        "time": f"{due.time:%H:%M}" if due.time else None,
        "at": due.at.isoformat() if due.at else None,
        "days": [day.isoformat() for day in due.span] if due.span else None,
        "text": due.text,
    }


def lead_record(lead: Lead) -> Record:
    """A lead; dates are ISO or null."""
    return {
        "id": lead.id,
        "kind": lead.kind.value,
        "name": lead.name,
        "note": lead.note,
        "next_on": iso(lead.next_on),
        "contacted_on": iso(lead.contacted_on),
        "done": lead.done,
    }


def cv_record(change: CvChange) -> Record:
    """A change to the CV; `came_from` holds the words of the feedback, empty for none."""
    return {
        "id": change.id,
        "text": change.text,
        "came_from": change.came_from,
        "episode": change.episode_id,
        "done_on": iso(change.done_on),
    }


def focus_record(point: FocusPoint) -> Record:
    """A point of the focus."""
    return {"id": point.id, "kind": point.kind.value, "text": point.text}


def person_record(person: Person) -> Record:
    """Somebody who was met; `role` and `email` are empty where they are not known."""
    return {
        "id": person.id,
        "application": person.application_id,
        "name": person.name,
        "role": person.role,
        "email": person.email,
    }


def posting_record(posting: Posting, points: Iterable[FocusPoint], told: str) -> Record:
    """A posting; `answers` has each point with "yes", "no", "unclear" or null, `told` all of it in words."""
    return {
        "id": posting.id,
        "title": posting.title,
        "held_at": posting.held_at.isoformat(),
        "link": posting.link,
        "note": posting.note,
        "application": posting.application_id,
        "told": told,
        "answers": [
            focus_record(one) | {"answer": answer.value if (answer := posting.answers.get(one.id)) else None}
            for one in points
        ],
    }


def preparation_record(one: Preparation) -> Record:
    """What was prepared for one interview; `if` and `then` as they stand behind these words."""
    return {
        "id": one.id,
        "application": one.application_id,
        "interview_on": iso(one.interview_on),
        "setbacks": [{"if": setback.text, "then": setback.answer} for setback in one.setbacks],
    }
