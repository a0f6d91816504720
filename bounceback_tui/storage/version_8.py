"""What version 8 of the schema added: where what was imported came from, and views for other programs.

The views are for whoever reads a journal with another program of SQLite. Their names and columns stay; what
is in the trash is in none of them.
"""

from __future__ import annotations

from bounceback_tui.domain.application import STAGES, Kind, status_of
from bounceback_tui.domain.checkin import Relation
from bounceback_tui.storage.log_order import LAST
from bounceback_tui.storage.version_4 import more

_STAGE = (
    "CASE max(event.stage_rank) "
    + " ".join(f"WHEN {rank} THEN '{stage}'" for rank, stage in enumerate(STAGES))
    + " END"
)
_STATUS = "CASE last.kind " + " ".join(f"WHEN '{kind}' THEN '{status_of((kind,))}'" for kind in Kind) + " END"
_MOOD = """(SELECT {} FROM checkin WHERE checkin.entry_id = entry.id AND checkin.deleted_at IS NULL
    AND {} IS NOT NULL AND relation = '{}')"""


def _felt(column: str) -> str:
    """How it was when starting to write, else right after, else the next day."""
    when = (Relation.BEFORE, Relation.AFTER, Relation.NEXT_DAY)
    return "coalesce(" + ", ".join(_MOOD.format(column, column, relation) for relation in when) + ")"


VIEWS = (
    f"""CREATE VIEW v_entries AS
    SELECT entry.id, entry.written_at, entry.local_date, entry.title, entry.text,
        coalesce((SELECT group_concat(name, ', ') FROM tag WHERE tag.entry_id = entry.id), '') AS tags,
        application.id AS application_id, application.company, application.role, event.kind AS result,
        {_felt("mood")} AS mood, {_felt("energy")} AS energy
    FROM entry LEFT JOIN event ON event.id = entry.event_id
    LEFT JOIN application ON application.id = event.application_id
    WHERE entry.deleted_at IS NULL""",
    f"""CREATE VIEW v_applications AS
    SELECT application.id, application.company, application.role, application.source, application.link,
        (SELECT min(local_date) FROM event WHERE application_id = application.id AND deleted_at IS NULL
            AND date_known = 1 AND kind = '{Kind.APPLIED}') AS applied_on,
        (SELECT {_STAGE} FROM event WHERE application_id = application.id AND deleted_at IS NULL
            ) AS stage_reached,
        {_STATUS} AS status, last.local_date AS last_event_on, application.next_on
    FROM application LEFT JOIN event AS last ON last.seq = {LAST.format("seq")}
    WHERE application.deleted_at IS NULL""",
    """CREATE VIEW v_daily_mood AS
    SELECT local_date, count(mood) AS check_ins, avg(mood) AS mean_mood, min(mood) AS lowest,
        max(mood) AS highest
    FROM checkin WHERE deleted_at IS NULL AND mood IS NOT NULL GROUP BY local_date""",
)
"""Statements that make the views."""

TABLES = (
    """CREATE TABLE imported (  -- so that nothing comes in twice
    format TEXT NOT NULL,
    source_id TEXT NOT NULL CHECK (source_id <> ''),  -- its key there, or a digest of it where it has none
    place TEXT NOT NULL,  -- the table that it is in
    row_id TEXT NOT NULL,
    PRIMARY KEY (format, source_id)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX imported_row ON imported (row_id)",
    """CREATE TABLE import_mapping (  -- what the columns of somebody's table mean, asked once
    headers TEXT PRIMARY KEY CHECK (json_valid(headers)),
    mapping TEXT NOT NULL CHECK (json_valid(mapping))
) STRICT, WITHOUT ROWID""",
    # what an import added is not somebody's own writing: taken back, it is gone and not in the trash
    *more("undo_step", "import INTEGER NOT NULL DEFAULT 0 CHECK (import IN (0, 1))"),
    *VIEWS,
)
"""Statements in order."""
