"""What `--json` prints, value by value."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bounceback_tui.domain.application import Application, Event, Kind, Quality, Result, Source
from bounceback_tui.domain.checkin import CheckIn, Feeling, Reading, Relation
from bounceback_tui.domain.entry import Entry, HistoryItem, Revision
from bounceback_tui.domain.episode import Attribution, Cause, Side, StepState, Tick
from bounceback_tui.domain.guide import Guide, Problem, Section, Step
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Logged
from bounceback_tui.formats import records

BERLIN = ZoneInfo("Europe/Berlin")
LATE = Moment.of(datetime(2026, 11, 22, 23, 30, tzinfo=UTC).astimezone(BERLIN))
ENTRY = Entry("E1", LATE, "A title", "Words …", ("panel", "raw"), "V1")
GUIDE = Guide(
    "After a no",
    "",
    "",
    (Section("rest", "Rest", "", (Step("sleep", "Sleep"), Step("walk", "Walk", "rest"))),),
    "",
)


def plain(value: object) -> object:
    """As a script gets it; fails for what JSON cannot hold."""
    return json.loads(json.dumps(value, allow_nan=False))


def test_an_entry_that_belongs_to_an_outcome() -> None:
    item = HistoryItem(ENTRY, "A1", "Acme", "Analyst", Kind.FINAL, Result.MOVED_ON, 3)
    assert plain(records.entry_record(item)) == {
        "id": "E1",
        "written_at": "2026-11-23T00:30:00+01:00",
        "local_date": "2026-11-23",
        "title": "A title",
        "text": "Words …",
        "tags": ["panel", "raw"],
        "application": "A1",
        "event": "V1",
        "company": "Acme",
        "role": "Analyst",
        "stage": "final",
        "result": "moved on",
        "mood": 3,
        "deleted": False,
        "damaged": False,
    }


def test_what_is_not_known_of_an_entry_is_null() -> None:
    record = records.entry_record(HistoryItem(Entry("E1", LATE, "", "x")))
    for name in ("application", "event", "company", "role", "stage", "result", "mood"):
        assert record[name] is None
    assert record["tags"] == []


def test_values_from_lists_are_plain_text() -> None:
    item = HistoryItem(ENTRY, "A1", "Acme", "Analyst", Kind.FINAL, Result.REJECTED, 3)
    assert {type(records.entry_record(item)[name]) for name in ("stage", "result")} == {str}


def test_an_entry_with_all_that_was_said_beside_it() -> None:
    reading = Reading(3, None, (Feeling("shame", 60),))
    record = records.shown_record(
        HistoryItem(ENTRY),
        (CheckIn("C1", LATE, reading, Relation.NEXT_DAY, "E1"),),
        (Revision("R1", "E1", LATE, "Old", "Old words", ("raw",)),),
        (Cause(Side.CHANGEABLE, "More examples"),),
        Attribution(locus=0),
    )
    assert plain(record) == records.entry_record(HistoryItem(ENTRY)) | {
        "checkins": [
            {
                "id": "C1",
                "felt_at": "2026-11-23T00:30:00+01:00",
                "local_date": "2026-11-23",
                "relation": "next day",
                "mood": 3,
                "energy": None,
                "feelings": [{"name": "shame", "strength": 60}],
            }
        ],
        "revisions": [
            {
                "id": "R1",
                "replaced_at": "2026-11-23T00:30:00+01:00",
                "title": "Old",
                "text": "Old words",
                "tags": ["raw"],
            }
        ],
        "causes": [{"side": "could change", "text": "More examples"}],
        "attribution": {"locus": 0, "stability": None, "globality": None},
    }
    assert records.shown_record(HistoryItem(ENTRY), (), ())["attribution"] is None


def test_an_application_with_its_log() -> None:
    events = (
        Event("V1", "A1", Kind.INTERVIEW, LATE, date_known=False),
        Event("V2", "A1", Kind.GHOSTED, LATE, note="Silence"),
    )
    application = Application("A1", "Acme", "Analyst", Source.JOB_BOARD, True, "https://x", "n", events)
    application = replace(
        application,
        next_on=LATE.local_date,
        next_words="ring",
        document="cv.pdf",
        quality=Quality(True, None, False),
    )
    assert plain(records.application_record(application)) == {
        "id": "A1",
        "company": "Acme",
        "role": "Analyst",
        "source": "job board",
        "specialised": True,
        "link": "https://x",
        "notes": "n",
        "next_on": "2026-11-23",
        "next_words": "ring",
        "document": "cv.pdf",
        "quality": {"read_closely": True, "tailored": None, "liked": False},
        "stage_reached": "interview",
        "status": "ghosted",
        "events": [
            {
                "id": "V1",
                "application": "A1",
                "kind": "interview",
                "date": "2026-11-23",
                "at": "2026-11-23T00:30:00+01:00",
                "date_known": False,
                "note": "",
            },
            {
                "id": "V2",
                "application": "A1",
                "kind": "ghosted",
                "date": "2026-11-23",
                "at": "2026-11-23T00:30:00+01:00",
                "date_known": True,
                "note": "Silence",
            },
        ],
    }


def test_an_application_of_which_little_is_known() -> None:
    record = records.application_record(Application("A1", "Acme"))
    assert (record["source"], record["specialised"], record["events"]) == (None, None, [])
    assert (record["stage_reached"], record["status"]) == ("applied", "open")


def test_steps_with_what_became_of_them() -> None:
    ticks = {
        "walk": Tick(
            "walk",
            LATE,
            StepState.NOT_FOR_ME,
            "Knee",
            "If Monday, then swim",
            date(2026, 11, 30),
            time(7, 5),
            False,
        ),
        "gone": Tick("gone", LATE),
    }
    assert plain(records.step_records(GUIDE, ticks)) == [
        {"id": "sleep", "section": "Rest", "text": "Sleep", "state": "open", "note": "", "plan": ""}
        | {"due": None, "due_time": None, "helped": None},
        {
            "id": "walk",
            "section": "Rest",
            "text": "Walk",
            "state": "not for me",
            "note": "Knee",
            "plan": "If Monday, then swim",
            "due": "2026-11-30",
            "due_time": "07:05",
            "helped": False,
        },
    ]


def test_a_guide_in_outline_and_what_is_wrong_in_one() -> None:
    assert plain(records.guide_record(GUIDE)) == {
        "title": "After a no",
        "credit": "",
        "sections": [
            {
                "id": "rest",
                "title": "Rest",
                "steps": [
                    {"id": "sleep", "text": "Sleep", "tool": ""},
                    {"id": "walk", "text": "Walk", "tool": "rest"},
                ],
            }
        ],
    }
    assert records.problem_record(Problem(4, "no words")) == {"line": 4, "problem": "no words"}


def test_what_came_of_an_outcome() -> None:
    assert records.logged_record(Logged("E1", "A1", "V1", "P1")) == {
        "id": "E1",
        "application": "A1",
        "event": "V1",
        "episode": "P1",
    }
    assert "episode" not in records.logged_record(Logged("E1", "A1", "V1", None))
