"""The schema refuses what makes no sense, whoever writes it, and keeps what belongs together together."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tool_rows import AT, WHEN, tool_rows

from bounceback_tui.storage import dump
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.storage.journal_file import SCHEMA_VERSION
from bounceback_tui.storage.migrations import steps


def key(sign: str) -> str:
    return sign * 26


GOOD: dict[str, dict[str, Any]] = {
    "application": {
        "id": key("A"),
        "company": "Acme",
        "company_key": "acme",
        "role": "",
        "role_key": "",
        "source": "referral",
        "specialised": 1,
        "added_at": AT,
        **WHEN,
    },
    "event": {
        "id": key("E"),
        "application_id": key("A"),
        "kind": "rejected",
        "happened_at": AT,
        "date_known": 1,
        **WHEN,
    },
    "entry": {
        "position": 1,
        "id": key("N"),
        "title": "",
        "text": "",
        "event_id": key("E"),
        "written_at": AT,
        "saved_at": AT,
        **WHEN,
    },
    "tag": {"entry_id": key("N"), "name": "panel"},
    "revision": {
        "id": key("R"),
        "entry_id": key("N"),
        "title": "",
        "text": "",
        "tags": "[]",
        "replaced_at": AT,
        **WHEN,
    },
    "checkin": {
        "id": key("C"),
        "mood": 5,
        "energy": None,
        "relation": "before",
        "entry_id": key("N"),
        "felt_at": AT,
        **WHEN,
    },
    "feeling": {"checkin_id": key("C"), "name": "calm", "strength": 40},
    "cause": {"event_id": key("E"), "place": 0, "side": "outside me", "text": "an internal candidate"},
    "attribution": {"event_id": key("E"), "at_close": 0, "locus": 0, "stability": 100, "globality": None},
    "guide": {"digest": "d", "outline": "{}"},
    "episode": {"id": key("P"), "event_id": key("E"), "forecast": 14},
    "tick": {"episode_id": key("P"), "step_id": "ask", "state": "done", "ticked_at": AT, **WHEN},
    "feedback": {"episode_id": key("P"), "state": "asked", "asked_on": "2026-11-23"},
    "remark": {"episode_id": key("P"), "place": 0, "kind": "strength", "theme": "", "text": ""},
    "lead": {"id": key("L"), "kind": "friend", "name": "Ann", "note": "", "next_on": None, "done": 0},
    "contact": {"lead_id": key("L"), "contacted_on": "2026-11-20"},
    "rest": {"id": key("S"), "starts": "2026-11-23", "ends": "2026-11-24", "enjoy": ""},
    "thought": {
        "id": key("T"),
        "episode_id": key("P"),
        "thought": "I failed",
        "belief_before": 80,
        "evidence_for": "",
        "evidence_against": "",
        "traps": "[]",
        "fairer": "",
        "belief_after": None,
        "written_at": AT,
        **WHEN,
    },
    "checkin_revision": {
        "id": key("V"),
        "checkin_id": key("C"),
        "reading": '{"mood": 3, "energy": null, "feelings": []}',
        "replaced_at": AT,
        **WHEN,
    },
    "saved_search": {"name": "finals", "query": "stage:final"},
    "tag_colour": {"name": "panel", "colour": "blue"},
    **tool_rows(application=key("A"), episode=key("P"), entry=key("N")),
    "draft": {"form": "note", "target": "", "content": "{}", "saved_at": AT},
}
"""One good row for every table, in an order in which they can be put in."""

BAD = [
    ("application", {"id": "short"}),
    ("application", {"source": "a dream"}),
    ("application", {"specialised": 2}),
    ("application", {"company": None}),
    ("event", {"kind": "promoted"}),
    ("event", {"application_id": key("Z")}),
    ("event", {"date_known": 2}),
    ("event", {"happened_at": "yesterday"}),
    ("event", {"local_date": "yesterday"}),
    ("event", {"local_date": "2026-02-30"}),
    ("event", {"utc_offset": 2000}),
    ("event", {"utc_offset": "an hour"}),
    ("event", {"deleted_at": "now"}),
    ("entry", {"text": None}),
    ("entry", {"position": "first"}),
    ("entry", {"event_id": key("Z")}),
    ("entry", {"saved_at": "2026-11-23"}),
    ("entry", {"local_date": ""}),
    ("tag", {"name": ""}),
    ("tag", {"entry_id": key("Z")}),
    ("revision", {"tags": "panel"}),
    ("revision", {"entry_id": key("Z")}),
    ("checkin", {"mood": 0}),
    ("checkin", {"mood": 10}),
    ("checkin", {"mood": 5.5}),
    ("checkin", {"energy": 10}),
    ("checkin", {"relation": "during"}),
    ("checkin", {"relation": "alone"}),
    ("checkin", {"entry_id": None}),
    ("feeling", {"strength": 101}),
    ("feeling", {"strength": -1}),
    ("feeling", {"name": ""}),
    ("cause", {"side": "fate"}),
    ("cause", {"text": ""}),
    ("attribution", {"locus": 101}),
    ("attribution", {"stability": -1}),
    ("attribution", {"at_close": 2}),
    ("guide", {"outline": "not JSON"}),
    ("episode", {"forecast": -1}),
    ("episode", {"event_id": key("Z")}),
    ("episode", {"closed_at": "yes"}),
    ("tick", {"state": "half"}),
    ("feedback", {"state": "maybe"}),
    ("feedback", {"asked_on": "soon"}),
    ("feedback", {"episode_id": None}),
    ("remark", {"kind": "praise"}),
    ("lead", {"kind": "stranger"}),
    ("lead", {"name": ""}),
    ("lead", {"next_on": "2026-13-01"}),
    ("lead", {"done": 3}),
    ("rest", {"ends": "2026-11-22"}),
    ("rest", {"starts": "today"}),
    ("thought", {"thought": ""}),
    ("thought", {"belief_after": 101}),
    ("thought", {"traps": "all of them"}),
    ("revision", {"told": "{"}),
    ("checkin_revision", {"reading": ""}),
    ("checkin_revision", {"checkin_id": key("Z")}),
    ("saved_search", {"name": ""}),
    ("saved_search", {"query": ""}),
    ("tag_colour", {"colour": "invisible"}),
    ("tick", {"due_on": "tomorrow"}),
    ("tick", {"due_time": "9"}),
    ("tick", {"helped": 2}),
    ("feedback", {"followed_up_on": "soon"}),
    ("lead", {"contacted_on": "2026-02-30"}),
    ("lead", {"deleted_at": "now"}),
    ("contact", {"contacted_on": None}),
    ("contact", {"contacted_on": "soon"}),
    ("contact", {"lead_id": key("Z")}),
    ("person", {"name": ""}),
    ("person", {"application_id": key("Z")}),
    ("trap", {"name": ""}),
    ("strength", {"text": ""}),
    ("strength", {"pinned": 2}),
    ("strength", {"episode_id": key("Z")}),
    ("focus", {"kind": "a dream"}),
    ("focus", {"text": ""}),
    ("posting", {"title": ""}),
    ("posting", {"application_id": key("Z")}),
    ("posting_mark", {"answer": "perhaps"}),
    ("posting_mark", {"focus_id": key("Z")}),
    ("cv_change", {"text": ""}),
    ("cv_change", {"done_on": "yes"}),
    ("writing", {"state": "failed"}),
    ("writing_session", {"place": 6}),
    ("writing_session", {"seconds": -1}),
    ("writing_session", {"entry_id": key("Z")}),
    ("preparation", {"interview_on": "soon"}),
    ("setback", {"text": ""}),
    ("setback", {"preparation_id": key("Z")}),
    ("said", {"said_on": None}),
    ("passed_over", {"content": "{"}),
    ("imported", {"source_id": ""}),
    ("import_mapping", {"mapping": "{"}),
    ("draft", {"content": "{"}),
    ("draft", {"saved_at": ""}),
]


def put(database: Database, table: str, row: dict[str, Any]) -> None:
    with database.write():
        database.insert(table, **row)


@pytest.fixture
def full(database: Database) -> Database:
    """A journal with one row in every table."""
    for table, row in GOOD.items():
        put(database, table, row)
    return database


def test_a_good_row_is_taken_in_every_table(full: Database) -> None:
    assert all(full.rows(f"SELECT count(*) FROM {table}") == [(1,)] for table in GOOD)


@pytest.mark.many(18)
@pytest.mark.parametrize(("table", "wrong"), BAD, ids=[f"{table} {wrong}" for table, wrong in BAD])
def test_a_bad_row_is_refused(full: Database, table: str, wrong: dict[str, Any]) -> None:
    # the good row itself goes in once it is the only one: it is what is wrong that is refused
    with full.write():
        for other in reversed(list(GOOD)[list(GOOD).index(table) :]):
            full.run(f"DELETE FROM {other}")
    put(full, table, GOOD[table])
    with full.write():
        full.run(f"DELETE FROM {table}")
    with pytest.raises(StorageError):
        put(full, table, {**GOOD[table], **wrong})
    assert full.rows(f"SELECT count(*) FROM {table}") == [(0,)]


SYNC = {"sync", *(f"sync_{name}" for name in ("parcel", "row", "head", "changed", "out"))}
"""Tables of what other machines know, which are in no export."""


def test_every_table_is_strict(database: Database) -> None:
    tables = dict(database.rows("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    ours = {
        name for name in tables if not name.startswith(("sqlite_", "_sqlite_", "entry_words", "tool_words"))
    }
    assert ours == set(GOOD) | {"undo_step", "undo_change", "undo_now", "findable", "tally"} | SYNC
    assert [
        name for name in sorted(ours) if not re.search(r"\) STRICT(, WITHOUT ROWID)?$", tables[name])
    ] == []


def test_every_time_and_day_in_every_table_is_checked(database: Database) -> None:
    """A column that holds a time or a day and takes any text would only be noticed when it is read."""
    unchecked = []
    for table, sql in database.rows("SELECT name, sql FROM sqlite_master WHERE type = 'table'"):
        if table not in GOOD:
            continue
        for column in re.findall(r"^ *(\w+_(?:at|on)|local_date|starts|ends) TEXT", sql, re.MULTILINE):
            line = next(line for line in sql.splitlines() if line.strip().startswith(f"{column} "))
            if f"{column} GLOB" not in line and f"{column} IS date" not in line:
                unchecked.append(f"{table}.{column}")
    assert unchecked == []


def test_the_export_knows_every_table(database: Database) -> None:
    assert set(dump.TABLES) == set(GOOD)
    assert list(dump.TABLES) == sorted(dump.TABLES, key=list(GOOD).index)


def test_what_belongs_to_something_goes_with_it(full: Database) -> None:
    with full.write():
        full.run("DELETE FROM entry")
    for table in ("tag", "revision", "checkin", "feeling"):
        assert full.rows(f"SELECT count(*) FROM {table}") == [(0,)], table
    with full.write():
        full.run("DELETE FROM application")
    for table in ("event", "episode", "cause", "attribution", "tick", "feedback", "remark"):
        assert full.rows(f"SELECT count(*) FROM {table}") == [(0,)], table
    assert full.rows("SELECT episode_id FROM thought") == [(None,)]
    assert full.rows("SELECT count(*) FROM lead") == [(1,)]


def test_an_event_that_an_entry_tells_of_cannot_vanish(full: Database) -> None:
    with pytest.raises(StorageError), full.write():
        full.run("DELETE FROM event")
    assert full.rows("SELECT count(*) FROM event") == [(1,)]


def test_the_stage_of_an_event_is_worked_out_and_cannot_be_written(full: Database) -> None:
    assert full.rows("SELECT stage_rank, last_word FROM event") == [(None, 1)]
    with pytest.raises(StorageError), full.write():
        full.run("UPDATE event SET stage_rank = 3")


def test_a_new_journal_says_whose_and_how_old_it_is(database: Database) -> None:
    assert database.rows("PRAGMA application_id") == [(int.from_bytes(b"bncb"),)]
    assert database.rows("PRAGMA user_version") == [(SCHEMA_VERSION,)]
    done = [row[0] for row in database.rows("SELECT name FROM _sqlite_migrations ORDER BY id")]
    assert done == [step.name for step in steps._migrations]
    assert len(done) == SCHEMA_VERSION


def test_what_keeps_words_safe_is_switched_on(database: Database) -> None:
    full, on = 2, 1
    wanted = {"journal_mode": "wal", "synchronous": full, "foreign_keys": on, "secure_delete": on}
    assert {name: database.rows(f"PRAGMA {name}")[0][0] for name in wanted} == wanted
