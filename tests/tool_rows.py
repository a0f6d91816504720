"""A good row for every table of what the tools of the guide keep, in an order in which they can be put in."""

from __future__ import annotations

from typing import Any

AT = "2026-11-23T08:30:00.000000Z"
WHEN = {"utc_offset": 60, "zone": "Europe/Berlin", "local_date": "2026-11-23"}


def tool_rows(application: str, episode: str, entry: str) -> dict[str, dict[str, Any]]:
    """The rows by table; the keys are those of rows that are there already."""
    return {
        "person": {"id": "I" * 26, "application_id": application, "name": "Ms Ito", "email": "ito@acme.test"},
        "trap": {"id": "R" * 26, "name": "the worst of all worlds"},
        "strength": {"id": "G" * 26, "text": "calm", "said_by": "Acme", "episode_id": episode}
        | {"noted_at": AT, **WHEN},
        "focus": {"id": "F" * 26, "kind": "must-have", "text": "near home"},
        "posting": {"id": "O" * 26, "title": "Cook at Zed", "held_at": AT, **WHEN},
        "posting_mark": {"posting_id": "O" * 26, "focus_id": "F" * 26, "answer": "unclear"},
        "cv_change": {"id": "V" * 26, "text": "a shorter one", "episode_id": episode, "noted_at": AT, **WHEN},
        "writing": {"id": "W" * 26, "state": "going", "episode_id": episode, "begun_at": AT, **WHEN},
        "writing_session": {"writing_id": "W" * 26, "place": 1, "entry_id": entry, "seconds": 1200},
        "preparation": {"id": "P" * 26, "application_id": application, "interview_on": "2026-12-01"}
        | {"prepared_at": AT, **WHEN},
        "setback": {"preparation_id": "P" * 26, "place": 0, "text": "a hard question", "answer": "breathe"},
        "said": {"name": "support", "said_on": "2026-11-23"},
        "passed_over": {"id": "Q" * 26, "place": "lead", "row_key": '["L"]', "content": "{}"}
        | {"passed_at": AT, **WHEN},
        "imported": {"format": "jrnl", "source_id": "1", "place": "entry", "row_id": entry},
        "import_mapping": {"headers": '["Firm"]', "mapping": '{"company": "Firm"}'},
    }
