"""What version 8 of the schema added: where what was imported came from, and views for other programs.

The views are for whoever reads a journal with another program of SQLite. Their names and columns stay; what
is in the trash is in none of them.
"""

from __future__ import annotations

from bounceback_tui.domain.kinds import STAGES, Kind, Status, result_of, status_of
from bounceback_tui.storage.log_order import LAST, STAGE_RANK
from bounceback_tui.storage.readings import MOOD
from bounceback_tui.storage.version_4 import more


def _stage(rank: str) -> str:
    """The name of a stage by its place; whoever applied has at least applied."""
    whens = " ".join(f"WHEN {place} THEN '{stage}'" for place, stage in enumerate(STAGES))
    return f"CASE coalesce({rank}, 0) {whens} END"


_STATUS = "CASE last.kind " + " ".join(f"WHEN '{kind}' THEN '{status_of((kind,))}'" for kind in Kind) + " END"
_REACHED = f"CASE WHEN event.id IS NULL THEN NULL ELSE {_stage(STAGE_RANK)} END"
_RESULT = "CASE event.kind " + " ".join(f"WHEN '{kind}' THEN '{result_of(kind)}'" for kind in Kind) + " END"

VIEWS = (
    f"""CREATE VIEW v_entries AS
    SELECT entry.id, entry.written_at, entry.local_date, entry.title, entry.text,
        coalesce((SELECT group_concat(name, ', ') FROM tag WHERE tag.entry_id = entry.id), '') AS tags,
        application.id AS application_id, application.company, application.role,
        {_REACHED} AS stage, {_RESULT} AS result,
        {MOOD} AS mood, {MOOD.replace("mood", "energy")} AS energy
    FROM entry LEFT JOIN event ON event.id = entry.event_id
    LEFT JOIN application ON application.id = event.application_id
    WHERE entry.deleted_at IS NULL""",
    f"""CREATE VIEW v_applications AS
    SELECT application.id, application.company, application.role, application.source, application.link,
        (SELECT min(local_date) FROM event WHERE application_id = application.id AND deleted_at IS NULL
            AND date_known = 1 AND kind = '{Kind.APPLIED}') AS applied_on,
        (SELECT {_stage("max(stage_rank)")} FROM event
            WHERE application_id = application.id AND deleted_at IS NULL) AS stage_reached,
        coalesce({_STATUS}, '{Status.OPEN}') AS status, last.local_date AS last_event_on, application.next_on
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
