"""What version 8 of the schema added: where what was imported came from, and views for other programs.

The views are for whoever reads a journal with another program of SQLite. Their names and columns stay; what
is in the trash is in none of them. That of applications was made anew by version 10; here it stands as it
was.
"""

from __future__ import annotations

from bounceback_tui.domain.kinds import STAGES, Kind, result_of
from bounceback_tui.storage.log_order import STAGE_RANK
from bounceback_tui.storage.readings import MOOD
from bounceback_tui.storage.version_4 import more


def stage_at(rank: str) -> str:
    """The name of a stage by its place; whoever applied has at least applied."""
    whens = " ".join(f"WHEN {place} THEN '{stage}'" for place, stage in enumerate(STAGES))
    return f"CASE coalesce({rank}, 0) {whens} END"


_REACHED = f"CASE WHEN event.id IS NULL THEN NULL ELSE {stage_at(STAGE_RANK)} END"
_RESULT = "CASE event.kind " + " ".join(f"WHEN '{kind}' THEN '{result_of(kind)}'" for kind in Kind) + " END"

_SAME_DAY = "later.local_date = event.local_date AND later.last_word = 0 AND event.last_word = 0"
_MADE = " + ".join(
    f"(instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(later.id, {place}, 1)) - 1) * {32 ** (10 - place)}"
    for place in range(1, 11)
)
_APPLICATIONS = (
    """CREATE VIEW v_applications AS
    SELECT application.id, application.company, application.role, application.source, application.link,
        (SELECT min(local_date) FROM event WHERE application_id = application.id AND deleted_at IS NULL
            AND date_known = 1 AND kind = 'applied') AS applied_on,
        (SELECT CASE coalesce(max(stage_rank), 0) WHEN 0 THEN 'applied' WHEN 1 THEN 'screen'"""
    " WHEN 2 THEN 'interview' WHEN 3 THEN 'task' WHEN 4 THEN 'final' WHEN 5 THEN 'offer' END"
    """ FROM event
            WHERE application_id = application.id AND deleted_at IS NULL) AS stage_reached,
        coalesce(CASE last.kind WHEN 'applied' THEN 'open' WHEN 'screen' THEN 'open'"""
    " WHEN 'interview' THEN 'open' WHEN 'task' THEN 'open' WHEN 'final' THEN 'open'"
    " WHEN 'offer' THEN 'offer' WHEN 'accepted' THEN 'accepted' WHEN 'rejected' THEN 'rejected'"
    " WHEN 'ghosted' THEN 'ghosted' WHEN 'withdrew' THEN 'withdrew' END, 'open') AS status,"
    f""" last.local_date AS last_event_on, application.next_on
    FROM application LEFT JOIN event AS last ON last.seq = (SELECT event.seq FROM event
    WHERE event.application_id = application.id"""
    " AND (event.deleted_at IS NULL OR event.deleted_at = application.deleted_at)"
    f"""
    AND NOT EXISTS (SELECT 1 FROM event AS later WHERE later.application_id = application.id
        AND (later.deleted_at IS NULL OR later.deleted_at = application.deleted_at) AND (
    ({_SAME_DAY} AND later.kind = 'ghosted' AND (later.seq > event.seq
        OR (event.date_known = 0 AND event.kind <> 'ghosted')))
    OR ({_SAME_DAY} AND event.kind = 'ghosted' AND later.date_known = 1 AND later.seq > event.seq)
    OR (event.kind IN ('screen', 'interview', 'task', 'final') AND event.date_known = 1
        AND later.kind IN ('offer', 'accepted', 'rejected', 'withdrew', 'ghosted') AND later.seq > event.seq
        AND later.local_date <= event.local_date
        AND (SELECT strftime('%Y-%m-%dT%H:%M:%S', made / 1000, 'unixepoch')
    || printf('.%03d000Z', made % 1000) FROM (SELECT max({_MADE}, 0) AS made))"""
    """ < CASE WHEN (substr(event.happened_at, 18) = '00.000000Z'
    AND strftime('%H:%M', event.happened_at, event.utc_offset || ' minutes') = '12:00')
        THEN strftime('%Y-%m-%dT%H:%M:%S', event.happened_at, '+12 hours') || '.000000Z'
        ELSE event.happened_at END)))
    ORDER BY local_date DESC, last_word DESC, happened_at DESC, seq DESC LIMIT 1)
    WHERE application.deleted_at IS NULL"""
)

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
    _APPLICATIONS,
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
