"""What version 3 of the schema added besides the steps to take back: earlier versions of everything,
searches with a name, and colours of tags."""

from __future__ import annotations

from bounceback_tui.domain.tags import COLOURS
from bounceback_tui.storage.columns import one_of
from bounceback_tui.storage.schema import ID, moment

TABLES = (
    # beside the words: company, result, readings and the rest, as they were said with them
    "ALTER TABLE revision ADD COLUMN told TEXT CHECK (told IS NULL OR json_valid(told))",
    f"""CREATE TABLE checkin_revision (
    {ID},
    checkin_id TEXT NOT NULL REFERENCES checkin (id) ON DELETE CASCADE,
    reading TEXT NOT NULL CHECK (json_valid(reading)),
    {moment("replaced")}
) STRICT""",
    "CREATE INDEX checkin_revision_of ON checkin_revision (checkin_id)",
    """CREATE TABLE saved_search (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    query TEXT NOT NULL CHECK (query <> '')
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE tag_colour (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    colour TEXT NOT NULL CHECK (colour IN {one_of(COLOURS)})
) STRICT, WITHOUT ROWID""",
)
"""Statements in order."""
