"""What `--json` prints: domain values as plain dictionaries of text, numbers, lists and null.

Each answer is an object with a `schema_version`, and lists stand under `items` (`cli/output.py`). Scripts
rely on these names: one may be added; where one is renamed or taken away, that version goes up. Dates are
ISO, times are local with their offset, and what is not known is null.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # a command loads only the values that it handles
    from datetime import date

    from bounceback_tui.domain.application import Application, Event
    from bounceback_tui.domain.checkin import CheckIn
    from bounceback_tui.domain.entry import HistoryItem, Revision
    from bounceback_tui.domain.episode import Attribution, Cause, Episode, Tick
    from bounceback_tui.domain.feedback import Feedback
    from bounceback_tui.domain.guide import Guide, Problem, Step
    from bounceback_tui.domain.lead import Rest
    from bounceback_tui.domain.letter import Email
    from bounceback_tui.domain.look_back import LookBack
    from bounceback_tui.domain.outcome import Logged
    from bounceback_tui.domain.strength import Strength
    from bounceback_tui.domain.thought import ThoughtRecord
    from bounceback_tui.domain.writing import WritingProgramme

Record = dict[str, Any]
"""A JSON object."""


def logged_record(logged: Logged) -> Record:
    """What came of `log`; `episode` is there only where one stands open for it."""
    record = {"id": logged.id, "application": logged.application, "event": logged.event}
    return record | ({"episode": logged.episode} if logged.episode else {})


def entry_record(item: HistoryItem) -> Record:
    """An entry as `list` and `search` print it; `mood` is 1–9, `damaged` says that its words were changed
    on the disk."""
    entry = item.entry
    return {
        "id": entry.id,
        "written_at": entry.written_at.isoformat(),
        "local_date": entry.written_at.local_date.isoformat(),
        "title": entry.title,
        "text": entry.text,
        "tags": list(entry.tags),
        "application": item.application_id,
        "event": entry.event_id,
        "company": item.company,
        "role": item.role,
        "stage": _word(item.stage),
        "result": _word(item.result),
        "mood": item.mood,
        "deleted": entry.deleted,
        "damaged": entry.damaged,
    }


def rest_record(rest: Rest) -> Record:
    """A rest as `rest` prints it, both days included."""
    return {
        "id": rest.id,
        "starts": rest.starts.isoformat(),
        "ends": rest.ends.isoformat(),
        "enjoy": rest.enjoy,
    }


def writing_record(programme: WritingProgramme) -> Record:
    """A writing programme as `writing` prints it; moods are 1–9."""
    return {
        "id": programme.id,
        "begun_at": programme.begun_at.isoformat(),
        "state": programme.state.value,
        "episode": programme.episode_id,
        "sessions": [
            {
                "place": one.place,
                "date": one.day.isoformat(),
                "seconds": one.seconds,
                "entry": one.entry_id,
                "deleted": one.deleted,
                "before": one.before,
                "after": one.after,
                "next_day": one.next_day,
            }
            for one in programme.sessions
        ],
    }


def shown_record(
    item: HistoryItem,
    checkins: Sequence[CheckIn],
    revisions: Sequence[Revision],
    causes: Sequence[Cause] = (),
    attribution: Attribution | None = None,
) -> Record:
    """The same with all that was said beside it, as `show` prints it."""
    return entry_record(item) | {
        "checkins": [checkin_record(one) for one in checkins],
        "revisions": [revision_record(one) for one in revisions],
        "causes": [{"side": one.side.value, "text": one.text} for one in causes],
        "attribution": attribution_record(attribution) if attribution else None,
    }


def feedback_record(request: Feedback, email: Email) -> Record:
    """A request for feedback as `feedback` prints it; `draft` is the e-mail that comes next."""
    return {
        "episode": request.episode_id,
        "state": request.state.value,
        "asked_on": iso(request.asked_on),
        "follow_up_on": iso(request.follow_up_on),
        "followed_up_on": iso(request.followed_up_on),
        "answered_on": iso(request.answered_on),
        "thanked_on": iso(request.thanked_on),
        "answer": request.answer,
        "remarks": [
            {"kind": one.kind.value, "theme": one.theme, "text": one.text} for one in request.remarks
        ],
        "draft": {"subject": email.subject, "text": email.text, "to": email.to or None},
    }


def checkin_record(checkin: CheckIn) -> Record:
    """A check-in; mood and energy are 1–9, strengths 0–100."""
    reading = checkin.reading
    return {
        "id": checkin.id,
        "felt_at": checkin.felt_at.isoformat(),
        "local_date": checkin.felt_at.local_date.isoformat(),
        "relation": checkin.relation.value,
        "mood": reading.mood,
        "energy": reading.energy,
        "feelings": [{"name": one.name, "strength": one.strength} for one in reading.feelings],
    }


def revision_record(revision: Revision) -> Record:
    """What an entry said until it was changed at `replaced_at`."""
    return {
        "id": revision.id,
        "replaced_at": revision.replaced_at.isoformat(),
        "title": revision.title,
        "text": revision.text,
        "tags": list(revision.tags),
    }


def attribution_record(attribution: Attribution) -> Record:
    """The three sliders, 0–100, null where not moved."""
    return {
        "locus": attribution.locus,
        "stability": attribution.stability,
        "globality": attribution.globality,
    }


def application_record(application: Application) -> Record:
    """An application with its log in the order in which things happened."""
    return {
        "id": application.id,
        "company": application.company,
        "role": application.role,
        "source": _word(application.source),
        "specialised": application.specialised,
        "link": application.link,
        "notes": application.notes,
        "next_on": iso(application.next_on),
        "next_words": application.next_words,
        "document": application.document,
        "quality": {
            "read_closely": application.quality.read_closely,
            "tailored": application.quality.tailored,
            "liked": application.quality.liked,
        },
        "stage_reached": application.stage_reached.value,
        "status": application.status.value,
        "events": [event_record(one) for one in application.events],
    }


def episode_record(episode: Episode) -> Record:
    """The time after one rejection or silence, as `close` prints it; `forecast` is in days."""
    return {
        "id": episode.id,
        "application": episode.application_id,
        "event": episode.event_id,
        "company": episode.company,
        "role": episode.role,
        "kind": episode.kind.value,
        "stage": episode.stage.value,
        "began": episode.began.isoformat(),
        "forecast": episode.forecast,
        "closed": episode.closed,
    }


def look_back_record(back: LookBack) -> Record:
    """A whole search as `look-back` prints it; stages with how many got no further."""
    return {
        "first": back.first.isoformat(),
        "last": back.last.isoformat(),
        "is_over": back.is_over,
        "accepted": back.accepted,
        "applications": back.applications,
        "reached": [{"stage": stage.value, "count": count} for stage, count in back.reached],
        "rejected": back.rejected,
        "silent": back.silent,
        "withdrew": back.withdrew,
        "open": back.open,
        "asked": back.asked,
        "answered": back.answered,
        "strengths": [{"text": text, "companies": list(who)} for text, who in back.strengths],
        "usual_days": back.usual_days,
        "entries": back.entries,
    }


def event_record(event: Event) -> Record:
    """Something that happened; with `date_known` false the date is only the latest that it can have."""
    return {
        "id": event.id,
        "application": event.application_id,
        "kind": event.kind.value,
        "date": event.at.local_date.isoformat(),
        "at": event.at.isoformat(),
        "date_known": event.date_known,
        "note": event.note,
    }


def step_records(guide: Guide, ticks: Mapping[str, Tick]) -> list[Record]:
    """Every step of a guide and what became of it in one episode; `section` is the title."""
    return [
        step_record(section.title, step, ticks.get(step.id))
        for section in guide.sections
        for step in section.steps
    ]


def step_record(section: str, step: Step, tick: Tick | None) -> Record:
    """One step; a step never touched is open. `due` is the day of its plan; `helped` may be null."""
    return {
        "id": step.id,
        "section": section,
        "text": step.text,
        "state": tick.state.value if tick else "open",
        "note": tick.note if tick else "",
        "plan": tick.plan if tick else "",
        "due": iso(tick.due_on) if tick else None,
        "due_time": f"{tick.due_time:%H:%M}" if tick and tick.due_time else None,
        "helped": tick.helped if tick else None,
    }


def thought_record(record: ThoughtRecord) -> Record:
    """A thought record; belief is 0–100, null where it was not said."""
    return {
        "id": record.id,
        "written_at": record.written_at.isoformat(),
        "local_date": record.written_at.local_date.isoformat(),
        "thought": record.thought,
        "episode": record.episode_id,
        "belief_before": record.belief_before,
        "evidence_for": record.evidence_for,
        "evidence_against": record.evidence_against,
        "traps": list(record.traps),
        "fairer": record.fairer,
        "belief_after": record.belief_after,
        "finished": record.finished,
    }


def strength_record(strength: Strength) -> Record:
    """A strength; `origin` is "named", "went right" or "own", `companies` who named it, the latest first."""
    return {
        "text": strength.text,
        "quote": strength.quote,
        "origin": strength.origin.value,
        "companies": list(strength.companies),
        "pinned": strength.pinned,
    }


def guide_record(guide: Guide) -> Record:
    """The outline of a guide."""
    return {
        "title": guide.title,
        "credit": guide.credit,
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                "steps": [{"id": step.id, "text": step.text, "tool": step.tool} for step in section.steps],
            }
            for section in guide.sections
        ],
    }


def problem_record(problem: Problem) -> Record:
    """Something wrong in a guide; lines are counted from 1."""
    return {"line": problem.line, "problem": problem.sentence}


def iso(day: date | None) -> str | None:
    """A date as JSON prints it: "2026-11-22", null where there is none."""
    return day.isoformat() if day else None


def _word(value: str | None) -> str | None:
    """A value from a list as plain text, so that it prints as such wherever it goes."""
    return None if value is None else str(value)
