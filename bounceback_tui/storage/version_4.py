"""What version 4 of the schema added: what the tools of the guide keep, and a trash for it."""

from __future__ import annotations

from collections.abc import Iterator

from bounceback_tui.domain.focus import Answer, FocusKind
from bounceback_tui.domain.writing import SESSIONS, WritingState
from bounceback_tui.storage.columns import one_of
from bounceback_tui.storage.schema import DATE, DELETED, ID, moment

_OF_EPISODE = "episode_id TEXT REFERENCES episode (id) ON DELETE SET NULL"


def more(table: str, *columns: str) -> Iterator[str]:
    """Columns more in a table that is there."""
    return (f"ALTER TABLE {table} ADD COLUMN {column}" for column in columns)


TABLES = (
    *more(
        "tick",
        f"due_on {DATE.format('due_on')}",
        # by the clock on the wall: a plan for nine o'clock is for nine o'clock wherever somebody is then
        "due_time TEXT CHECK (due_time GLOB '[0-2][0-9]:[0-5][0-9]')",
        "helped INTEGER CHECK (helped IN (0, 1))",
    ),
    *more("episode", "guide TEXT NOT NULL DEFAULT ''"),  # name of the person's own guide; empty for ours
    *more(
        "feedback",
        "subject TEXT NOT NULL DEFAULT ''",
        "message TEXT NOT NULL DEFAULT ''",
        f"followed_up_on {DATE.format('followed_up_on')}",
        f"thanked_on {DATE.format('thanked_on')}",
    ),
    *more("lead", f"contacted_on {DATE.format('contacted_on')}", DELETED),
    *more("rest", DELETED),
    *more("thought", DELETED),
    # as all else that is about a rejection, it stands alone where that is gone for good
    """CREATE TRIGGER thought_stays BEFORE DELETE ON episode BEGIN
    UPDATE thought SET episode_id = NULL WHERE episode_id = old.id;
END""",
    f"""CREATE TABLE person (
    {ID},
    application_id TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name <> ''),
    role TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    {DELETED}
) STRICT""",
    "CREATE INDEX person_application ON person (application_id)",
    f"""CREATE TABLE trap (  -- thinking traps of the person's own, beside those that come with the program
    {ID},
    name TEXT NOT NULL CHECK (name <> ''),
    {DELETED}
) STRICT""",
    f"""CREATE TABLE strength (  -- those that a person noted or pinned; others stand in remarks and causes
    {ID},
    text TEXT NOT NULL CHECK (text <> ''),
    said_by TEXT NOT NULL DEFAULT '',
    pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
    {_OF_EPISODE},
    {moment("noted")},
    {DELETED}
) STRICT""",
    f"""CREATE TABLE focus (
    {ID},
    kind TEXT NOT NULL CHECK (kind IN {one_of(FocusKind)}),
    text TEXT NOT NULL CHECK (text <> ''),
    {DELETED}
) STRICT""",
    f"""CREATE TABLE posting (
    {ID},
    title TEXT NOT NULL CHECK (title <> ''),
    link TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    application_id TEXT REFERENCES application (id) ON DELETE SET NULL,
    {moment("held")},
    {DELETED}
) STRICT""",
    f"""CREATE TABLE posting_mark (
    posting_id TEXT NOT NULL REFERENCES posting (id) ON DELETE CASCADE,
    focus_id TEXT NOT NULL REFERENCES focus (id) ON DELETE CASCADE,
    answer TEXT NOT NULL CHECK (answer IN {one_of(Answer)}),
    PRIMARY KEY (posting_id, focus_id)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX posting_mark_focus ON posting_mark (focus_id)",
    f"""CREATE TABLE cv_change (
    {ID},
    text TEXT NOT NULL CHECK (text <> ''),
    came_from TEXT NOT NULL DEFAULT '',  -- the words of the remark
    {_OF_EPISODE},
    done_on {DATE.format("done_on")},
    {moment("noted")},
    {DELETED}
) STRICT""",
    f"""CREATE TABLE writing (
    {ID},
    state TEXT NOT NULL CHECK (state IN {one_of(WritingState)}),
    {_OF_EPISODE},
    {moment("begun")},
    {DELETED}
) STRICT""",
    f"""CREATE TABLE writing_session (
    writing_id TEXT NOT NULL REFERENCES writing (id) ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place BETWEEN 1 AND {SESSIONS}),
    entry_id TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    seconds INTEGER NOT NULL CHECK (seconds >= 0),
    PRIMARY KEY (writing_id, place)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX writing_session_entry ON writing_session (entry_id)",
    f"""CREATE TABLE preparation (
    {ID},
    application_id TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
    interview_on {DATE.format("interview_on")},
    {moment("prepared")},
    {DELETED}
) STRICT""",
    "CREATE INDEX preparation_application ON preparation (application_id)",
    """CREATE TABLE setback (
    preparation_id TEXT NOT NULL REFERENCES preparation (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    answer TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (preparation_id, place)
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE said (  -- what the program says once and not again
    name TEXT PRIMARY KEY CHECK (name <> ''),
    said_on {DATE.format("said_on")} NOT NULL
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE passed_over (  -- rows as they were in steps that cannot be done again any more
    {ID},
    place TEXT NOT NULL,
    row_key TEXT NOT NULL CHECK (json_valid(row_key)),
    content TEXT NOT NULL CHECK (json_valid(content)),
    {moment("passed")}
) STRICT""",
)
"""Statements that make the tables, and columns more in those that are there."""
