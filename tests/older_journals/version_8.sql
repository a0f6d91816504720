-- A journal as version 8 of the schema left it.
PRAGMA application_id = 1651401570;
PRAGMA user_version = 8;
BEGIN;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE TABLE application (
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    company TEXT NOT NULL,
    company_key TEXT NOT NULL,  -- folded, to find "ACME" and "Acme" as one
    role TEXT NOT NULL,
    role_key TEXT NOT NULL,
    source TEXT CHECK (source IN ('referral', 'agency', 'job board', 'company site', 'recruiter', 'other')),
    specialised INTEGER CHECK (specialised IN (0, 1)),
    link TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    added_at TEXT NOT NULL CHECK (added_at GLOB '????-??-??T??:??:??.??????Z'),
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1440 AND 1440),
    zone TEXT NOT NULL,
    local_date TEXT NOT NULL CHECK (local_date IS date(local_date, '+0 days')),
    deleted_at TEXT CHECK (deleted_at GLOB '????-??-??T??:??:??.??????Z')
, next_on TEXT CHECK (next_on IS date(next_on, '+0 days')), next_words TEXT NOT NULL DEFAULT '', document TEXT NOT NULL DEFAULT '', read_closely INTEGER CHECK (read_closely IN (0, 1)), tailored INTEGER CHECK (tailored IN (0, 1)), liked INTEGER CHECK (liked IN (0, 1))) STRICT;
CREATE TABLE event (
    seq INTEGER PRIMARY KEY,  -- the order of recording
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    application_id TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('applied', 'screen', 'interview', 'task', 'final', 'offer', 'accepted', 'rejected', 'ghosted', 'withdrew')),
    happened_at TEXT NOT NULL CHECK (happened_at GLOB '????-??-??T??:??:??.??????Z'),
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1440 AND 1440),
    zone TEXT NOT NULL,
    local_date TEXT NOT NULL CHECK (local_date IS date(local_date, '+0 days')),
    date_known INTEGER NOT NULL CHECK (date_known IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    deleted_at TEXT CHECK (deleted_at GLOB '????-??-??T??:??:??.??????Z'),
    stage_rank INTEGER GENERATED ALWAYS AS (CASE kind WHEN 'applied' THEN 0 WHEN 'screen' THEN 1 WHEN 'interview' THEN 2 WHEN 'task' THEN 3 WHEN 'final' THEN 4 WHEN 'offer' THEN 5 WHEN 'accepted' THEN 5 END) VIRTUAL,
    -- on one and the same day a last word comes after the stages, in whatever order they were noted
    last_word INTEGER GENERATED ALWAYS AS (kind IN ('accepted', 'rejected', 'withdrew')) VIRTUAL
) STRICT;
CREATE TABLE entry (
    -- microseconds since 1970 in UTC, made unique: the key itself is in the order of time, as are the rows
    -- of the index of words, which makes "newest first" cheap
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    event_id TEXT REFERENCES event (id),
    written_at TEXT NOT NULL CHECK (written_at GLOB '????-??-??T??:??:??.??????Z'),
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1440 AND 1440),
    zone TEXT NOT NULL,
    local_date TEXT NOT NULL CHECK (local_date IS date(local_date, '+0 days')),
    saved_at TEXT NOT NULL CHECK (saved_at GLOB '????-??-??T??:??:??.??????Z'),
    deleted_at TEXT CHECK (deleted_at GLOB '????-??-??T??:??:??.??????Z'),
    title TEXT NOT NULL,
    text TEXT NOT NULL  -- last: what stands behind a long text costs reading through it
, digest TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE tag (
    -- deferred, so that tags can be there before their entry
    entry_id TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL CHECK (name <> ''),
    PRIMARY KEY (entry_id, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE revision (
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    entry_id TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    tags TEXT NOT NULL CHECK (json_valid(tags)),
    replaced_at TEXT NOT NULL CHECK (replaced_at GLOB '????-??-??T??:??:??.??????Z'),
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1440 AND 1440),
    zone TEXT NOT NULL,
    local_date TEXT NOT NULL CHECK (local_date IS date(local_date, '+0 days'))
, told TEXT CHECK (told IS NULL OR json_valid(told)), digest TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE checkin (
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    mood INTEGER CHECK (mood BETWEEN 1 AND 9),
    energy INTEGER CHECK (energy BETWEEN 1 AND 9),
    relation TEXT NOT NULL CHECK (relation IN ('alone', 'before', 'after', 'next day')),
    entry_id TEXT REFERENCES entry (id) ON DELETE CASCADE,
    felt_at TEXT NOT NULL CHECK (felt_at GLOB '????-??-??T??:??:??.??????Z'),
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1440 AND 1440),
    zone TEXT NOT NULL,
    local_date TEXT NOT NULL CHECK (local_date IS date(local_date, '+0 days')),
    deleted_at TEXT CHECK (deleted_at GLOB '????-??-??T??:??:??.??????Z'),
    CHECK ((relation = 'alone') = (entry_id IS NULL))
) STRICT;
CREATE TABLE feeling (
    checkin_id TEXT NOT NULL REFERENCES checkin (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name <> ''),
    strength INTEGER NOT NULL CHECK (strength BETWEEN 0 AND 100),
    PRIMARY KEY (checkin_id, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE cause (
    event_id TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('outside me', 'could change', 'went right')),
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (event_id, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE attribution (
    event_id TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    at_close INTEGER NOT NULL CHECK (at_close IN (0, 1)),
    locus INTEGER CHECK (locus BETWEEN 0 AND 100),
    stability INTEGER CHECK (stability BETWEEN 0 AND 100),
    globality INTEGER CHECK (globality BETWEEN 0 AND 100),
    PRIMARY KEY (event_id, at_close)
) STRICT, WITHOUT ROWID;
CREATE TABLE guide (
    digest TEXT PRIMARY KEY,
    outline TEXT NOT NULL CHECK (json_valid(outline))  -- kept, so that old ticks can still be read
) STRICT;
CREATE TABLE episode (
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    event_id TEXT NOT NULL UNIQUE REFERENCES event (id) ON DELETE CASCADE,
    forecast INTEGER CHECK (forecast >= 0),
    closed_at TEXT CHECK (closed_at GLOB '????-??-??T??:??:??.??????Z')
, guide TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE tick (
    episode_id TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    step_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'not for me')),
    note TEXT NOT NULL DEFAULT '',
    plan TEXT NOT NULL DEFAULT '',
    ticked_at TEXT NOT NULL CHECK (ticked_at GLOB '????-??-??T??:??:??.??????Z'),
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1440 AND 1440),
    zone TEXT NOT NULL,
    local_date TEXT NOT NULL CHECK (local_date IS date(local_date, '+0 days')), due_on TEXT CHECK (due_on IS date(due_on, '+0 days')), due_time TEXT CHECK (due_time GLOB '[0-2][0-9]:[0-5][0-9]'), helped INTEGER CHECK (helped IN (0, 1)),
    PRIMARY KEY (episode_id, step_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE feedback (
    episode_id TEXT PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('not asked', 'asked', 'answered', 'declined', 'silent')),
    asked_on TEXT CHECK (asked_on IS date(asked_on, '+0 days')),
    follow_up_on TEXT CHECK (follow_up_on IS date(follow_up_on, '+0 days')),
    answered_on TEXT CHECK (answered_on IS date(answered_on, '+0 days')),
    answer TEXT NOT NULL DEFAULT ''
, subject TEXT NOT NULL DEFAULT '', message TEXT NOT NULL DEFAULT '', followed_up_on TEXT CHECK (followed_up_on IS date(followed_up_on, '+0 days')), thanked_on TEXT CHECK (thanked_on IS date(thanked_on, '+0 days'))) STRICT;
CREATE TABLE remark (
    episode_id TEXT NOT NULL REFERENCES feedback (episode_id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('strength', 'gap', 'outside me')),
    theme TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (episode_id, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE lead (
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    kind TEXT NOT NULL CHECK (kind IN ('friend', 'agency', 'job board online', 'job board in print', 'other')),
    name TEXT NOT NULL CHECK (name <> ''),
    note TEXT NOT NULL,
    next_on TEXT CHECK (next_on IS date(next_on, '+0 days')),
    done INTEGER NOT NULL CHECK (done IN (0, 1))
, contacted_on TEXT CHECK (contacted_on IS date(contacted_on, '+0 days')), deleted_at TEXT CHECK (deleted_at GLOB '????-??-??T??:??:??.??????Z')) STRICT;
CREATE TABLE rest (
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    starts TEXT CHECK (starts IS date(starts, '+0 days')) NOT NULL,
    ends TEXT CHECK (ends IS date(ends, '+0 days')) NOT NULL,
    enjoy TEXT NOT NULL, deleted_at TEXT CHECK (deleted_at GLOB '????-??-??T??:??:??.??????Z'),
    CHECK (ends >= starts)
) STRICT;
CREATE TABLE thought (
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    episode_id TEXT REFERENCES episode (id) ON DELETE CASCADE,
    thought TEXT NOT NULL CHECK (thought <> ''),
    belief_before INTEGER CHECK (belief_before BETWEEN 0 AND 100),
    evidence_for TEXT NOT NULL,
    evidence_against TEXT NOT NULL,
    traps TEXT NOT NULL CHECK (json_valid(traps)),
    fairer TEXT NOT NULL,
    belief_after INTEGER CHECK (belief_after BETWEEN 0 AND 100),
    written_at TEXT NOT NULL CHECK (written_at GLOB '????-??-??T??:??:??.??????Z'),
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1440 AND 1440),
    zone TEXT NOT NULL,
    local_date TEXT NOT NULL CHECK (local_date IS date(local_date, '+0 days'))
, deleted_at TEXT CHECK (deleted_at GLOB '????-??-??T??:??:??.??????Z')) STRICT;
CREATE TABLE draft (
    form TEXT NOT NULL,
    target TEXT NOT NULL,  -- the key of what is being edited, empty for something new
    content TEXT NOT NULL CHECK (json_valid(content)),
    saved_at TEXT NOT NULL CHECK (saved_at GLOB '????-??-??T??:??:??.??????Z'),
    PRIMARY KEY (form, target)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE entry_words USING fts5(
    title, text, tags, company, role, feedback, thoughts, content='entry_words_source', content_rowid='position',
    tokenize='porter unicode61 remove_diacritics 2', prefix='1 2 3');
CREATE TABLE checkin_revision (
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    checkin_id TEXT NOT NULL REFERENCES checkin (id) ON DELETE CASCADE,
    reading TEXT NOT NULL CHECK (json_valid(reading)),
    replaced_at TEXT NOT NULL CHECK (replaced_at GLOB '????-??-??T??:??:??.??????Z'),
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1440 AND 1440),
    zone TEXT NOT NULL,
    local_date TEXT NOT NULL CHECK (local_date IS date(local_date, '+0 days'))
) STRICT;
CREATE TABLE saved_search (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    query TEXT NOT NULL CHECK (query <> '')
) STRICT, WITHOUT ROWID;
CREATE TABLE tag_colour (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    colour TEXT NOT NULL CHECK (colour IN ('red', 'orange', 'yellow', 'green', 'blue', 'purple', 'pink', 'grey'))
) STRICT, WITHOUT ROWID;
CREATE TABLE undo_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL CHECK (label <> ''),
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
, import INTEGER NOT NULL DEFAULT 0 CHECK (import IN (0, 1))) STRICT;
CREATE TABLE undo_change (
    seq INTEGER PRIMARY KEY,
    step_id INTEGER NOT NULL REFERENCES undo_step (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('added', 'changed', 'removed')),
    place TEXT NOT NULL,  -- the table
    row_key TEXT NOT NULL CHECK (json_valid(row_key)),
    before TEXT NOT NULL CHECK (json_valid(before))
) STRICT;
CREATE TABLE undo_now (  -- the step that is being taken; none between two
    one INTEGER PRIMARY KEY CHECK (one = 1),
    step_id INTEGER
) STRICT;
CREATE TABLE person (
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    application_id TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name <> ''),
    role TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    deleted_at TEXT CHECK (deleted_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;
CREATE TABLE trap (  -- thinking traps of the person's own, beside those that come with the program
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    name TEXT NOT NULL CHECK (name <> ''),
    deleted_at TEXT CHECK (deleted_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;
CREATE TABLE strength (  -- those that a person noted or pinned; others stand in remarks and causes
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    text TEXT NOT NULL CHECK (text <> ''),
    said_by TEXT NOT NULL DEFAULT '',
    pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
    episode_id TEXT REFERENCES episode (id) ON DELETE SET NULL,
    noted_at TEXT NOT NULL CHECK (noted_at GLOB '????-??-??T??:??:??.??????Z'),
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1440 AND 1440),
    zone TEXT NOT NULL,
    local_date TEXT NOT NULL CHECK (local_date IS date(local_date, '+0 days')),
    deleted_at TEXT CHECK (deleted_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;
CREATE TABLE focus (
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    kind TEXT NOT NULL CHECK (kind IN ('must-have', 'nice-to-have', 'not again')),
    text TEXT NOT NULL CHECK (text <> ''),
    deleted_at TEXT CHECK (deleted_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;
CREATE TABLE posting (
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    title TEXT NOT NULL CHECK (title <> ''),
    link TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    application_id TEXT REFERENCES application (id) ON DELETE SET NULL,
    held_at TEXT NOT NULL CHECK (held_at GLOB '????-??-??T??:??:??.??????Z'),
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1440 AND 1440),
    zone TEXT NOT NULL,
    local_date TEXT NOT NULL CHECK (local_date IS date(local_date, '+0 days')),
    deleted_at TEXT CHECK (deleted_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;
CREATE TABLE posting_mark (
    posting_id TEXT NOT NULL REFERENCES posting (id) ON DELETE CASCADE,
    focus_id TEXT NOT NULL REFERENCES focus (id) ON DELETE CASCADE,
    answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'unclear')),
    PRIMARY KEY (posting_id, focus_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE cv_change (
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    text TEXT NOT NULL CHECK (text <> ''),
    came_from TEXT NOT NULL DEFAULT '',  -- the words of the remark
    episode_id TEXT REFERENCES episode (id) ON DELETE SET NULL,
    done_on TEXT CHECK (done_on IS date(done_on, '+0 days')),
    noted_at TEXT NOT NULL CHECK (noted_at GLOB '????-??-??T??:??:??.??????Z'),
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1440 AND 1440),
    zone TEXT NOT NULL,
    local_date TEXT NOT NULL CHECK (local_date IS date(local_date, '+0 days')),
    deleted_at TEXT CHECK (deleted_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;
CREATE TABLE writing (
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    state TEXT NOT NULL CHECK (state IN ('going', 'paused', 'ended')),
    episode_id TEXT REFERENCES episode (id) ON DELETE SET NULL,
    begun_at TEXT NOT NULL CHECK (begun_at GLOB '????-??-??T??:??:??.??????Z'),
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1440 AND 1440),
    zone TEXT NOT NULL,
    local_date TEXT NOT NULL CHECK (local_date IS date(local_date, '+0 days')),
    deleted_at TEXT CHECK (deleted_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;
CREATE TABLE writing_session (
    writing_id TEXT NOT NULL REFERENCES writing (id) ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 5),
    entry_id TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    seconds INTEGER NOT NULL CHECK (seconds >= 0),
    PRIMARY KEY (writing_id, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE preparation (
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    application_id TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
    interview_on TEXT CHECK (interview_on IS date(interview_on, '+0 days')),
    prepared_at TEXT NOT NULL CHECK (prepared_at GLOB '????-??-??T??:??:??.??????Z'),
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1440 AND 1440),
    zone TEXT NOT NULL,
    local_date TEXT NOT NULL CHECK (local_date IS date(local_date, '+0 days')),
    deleted_at TEXT CHECK (deleted_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;
CREATE TABLE setback (
    preparation_id TEXT NOT NULL REFERENCES preparation (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    answer TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (preparation_id, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE said (  -- what the program says once and not again
    name TEXT PRIMARY KEY CHECK (name <> ''),
    said_on TEXT CHECK (said_on IS date(said_on, '+0 days')) NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE passed_over (  -- rows as they were in steps that cannot be done again any more
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    place TEXT NOT NULL,
    row_key TEXT NOT NULL CHECK (json_valid(row_key)),
    content TEXT NOT NULL CHECK (json_valid(content)),
    passed_at TEXT NOT NULL CHECK (passed_at GLOB '????-??-??T??:??:??.??????Z'),
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1440 AND 1440),
    zone TEXT NOT NULL,
    local_date TEXT NOT NULL CHECK (local_date IS date(local_date, '+0 days'))
) STRICT;
CREATE TABLE findable (
    number INTEGER PRIMARY KEY,  -- the row in the index of words
    place TEXT NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (place, key)
) STRICT;
CREATE VIRTUAL TABLE tool_words USING fts5(words, tokenize='porter unicode61 remove_diacritics 2', prefix='1 2 3');
CREATE VIEW entry_words_source AS
    SELECT entry.position, entry.title, entry.text,
        coalesce((SELECT group_concat(name, ' ') FROM (
            SELECT name FROM tag WHERE tag.entry_id = entry.id ORDER BY name)), '') AS tags,
        coalesce(application.company, '') AS company, coalesce(application.role, '') AS role,
        coalesce((SELECT feedback.answer || ' ' || coalesce((SELECT group_concat(words, ' ') FROM (
        SELECT theme || ' ' || remark.text AS words FROM remark
        WHERE remark.episode_id = feedback.episode_id ORDER BY place)), '')
    FROM feedback WHERE feedback.episode_id = episode.id), '') AS feedback, coalesce((SELECT group_concat(words, ' ') FROM (
    SELECT thought || ' ' || evidence_for || ' ' || evidence_against || ' ' || fairer || ' '
        || replace(replace(replace(replace(traps, '\\', ' '), '\n', ' '), '\r', ' '), '\t', ' ') AS words
    FROM thought WHERE thought.episode_id = episode.id AND thought.deleted_at IS NULL ORDER BY thought.id)), '') AS thoughts
    FROM entry LEFT JOIN event ON event.id = entry.event_id
    LEFT JOIN application ON application.id = event.application_id
    LEFT JOIN episode ON episode.event_id = entry.event_id;
CREATE TABLE contact (  -- the latest of each lead stands beside its name as well
    lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
    contacted_on TEXT CHECK (contacted_on IS date(contacted_on, '+0 days')) NOT NULL,
    PRIMARY KEY (lead_id, contacted_on)
) STRICT, WITHOUT ROWID;
CREATE TABLE tally (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    journal TEXT NOT NULL,  -- tells this journal from any other
    entries INTEGER NOT NULL,
    changes INTEGER NOT NULL
) STRICT;
CREATE TABLE imported (  -- so that nothing comes in twice
    format TEXT NOT NULL,
    source_id TEXT NOT NULL CHECK (source_id <> ''),  -- its key there, or a digest of it where it has none
    place TEXT NOT NULL,  -- the table that it is in
    row_id TEXT NOT NULL,
    PRIMARY KEY (format, source_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE import_mapping (  -- what the columns of somebody's table mean, asked once
    headers TEXT PRIMARY KEY CHECK (json_valid(headers)),
    mapping TEXT NOT NULL CHECK (json_valid(mapping))
) STRICT, WITHOUT ROWID;
CREATE VIEW v_entries AS
    SELECT entry.id, entry.written_at, entry.local_date, entry.title, entry.text,
        coalesce((SELECT group_concat(name, ', ') FROM tag WHERE tag.entry_id = entry.id), '') AS tags,
        application.id AS application_id, application.company, application.role,
        CASE WHEN event.id IS NULL THEN NULL ELSE CASE coalesce(coalesce((SELECT max(earlier.stage_rank) FROM event AS earlier
    WHERE earlier.application_id = event.application_id AND earlier.deleted_at IS NULL
    AND (earlier.local_date <= event.local_date OR (earlier.kind IN ('screen', 'interview', 'task', 'final') AND earlier.date_known = 1
        AND event.kind IN ('offer', 'accepted', 'rejected', 'withdrew', 'ghosted') AND event.seq > earlier.seq
        AND event.local_date <= earlier.local_date
        AND (SELECT strftime('%Y-%m-%dT%H:%M:%S', made / 1000, 'unixepoch')
    || printf('.%03d000Z', made % 1000) FROM (SELECT max((instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(event.id, 1, 1)) - 1) * 35184372088832 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(event.id, 2, 1)) - 1) * 1099511627776 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(event.id, 3, 1)) - 1) * 34359738368 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(event.id, 4, 1)) - 1) * 1073741824 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(event.id, 5, 1)) - 1) * 33554432 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(event.id, 6, 1)) - 1) * 1048576 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(event.id, 7, 1)) - 1) * 32768 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(event.id, 8, 1)) - 1) * 1024 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(event.id, 9, 1)) - 1) * 32 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(event.id, 10, 1)) - 1) * 1, 0) AS made)) < CASE WHEN (substr(earlier.happened_at, 18) = '00.000000Z'
    AND strftime('%H:%M', earlier.happened_at, earlier.utc_offset || ' minutes') = '12:00')
        THEN strftime('%Y-%m-%dT%H:%M:%S', earlier.happened_at, '+12 hours') || '.000000Z'
        ELSE earlier.happened_at END))), 0), 0) WHEN 0 THEN 'applied' WHEN 1 THEN 'screen' WHEN 2 THEN 'interview' WHEN 3 THEN 'task' WHEN 4 THEN 'final' WHEN 5 THEN 'offer' END END AS stage, CASE event.kind WHEN 'applied' THEN 'moved on' WHEN 'screen' THEN 'moved on' WHEN 'interview' THEN 'moved on' WHEN 'task' THEN 'moved on' WHEN 'final' THEN 'moved on' WHEN 'offer' THEN 'offer' WHEN 'accepted' THEN 'accepted' WHEN 'rejected' THEN 'rejected' WHEN 'ghosted' THEN 'ghosted' WHEN 'withdrew' THEN 'withdrew' END AS result,
        (SELECT mood FROM checkin WHERE checkin.entry_id = entry.id AND checkin.deleted_at IS NULL
    AND mood IS NOT NULL
    ORDER BY CASE relation WHEN 'before' THEN 0 WHEN 'after' THEN 1 ELSE 2 END LIMIT 1) AS mood, (SELECT energy FROM checkin WHERE checkin.entry_id = entry.id AND checkin.deleted_at IS NULL
    AND energy IS NOT NULL
    ORDER BY CASE relation WHEN 'before' THEN 0 WHEN 'after' THEN 1 ELSE 2 END LIMIT 1) AS energy
    FROM entry LEFT JOIN event ON event.id = entry.event_id
    LEFT JOIN application ON application.id = event.application_id
    WHERE entry.deleted_at IS NULL;
CREATE VIEW v_applications AS
    SELECT application.id, application.company, application.role, application.source, application.link,
        (SELECT min(local_date) FROM event WHERE application_id = application.id AND deleted_at IS NULL
            AND date_known = 1 AND kind = 'applied') AS applied_on,
        (SELECT CASE coalesce(max(stage_rank), 0) WHEN 0 THEN 'applied' WHEN 1 THEN 'screen' WHEN 2 THEN 'interview' WHEN 3 THEN 'task' WHEN 4 THEN 'final' WHEN 5 THEN 'offer' END FROM event
            WHERE application_id = application.id AND deleted_at IS NULL) AS stage_reached,
        coalesce(CASE last.kind WHEN 'applied' THEN 'open' WHEN 'screen' THEN 'open' WHEN 'interview' THEN 'open' WHEN 'task' THEN 'open' WHEN 'final' THEN 'open' WHEN 'offer' THEN 'offer' WHEN 'accepted' THEN 'accepted' WHEN 'rejected' THEN 'rejected' WHEN 'ghosted' THEN 'ghosted' WHEN 'withdrew' THEN 'withdrew' END, 'open') AS status, last.local_date AS last_event_on, application.next_on
    FROM application LEFT JOIN event AS last ON last.seq = (SELECT event.seq FROM event
    WHERE event.application_id = application.id AND (event.deleted_at IS NULL OR event.deleted_at = application.deleted_at)
    AND NOT EXISTS (SELECT 1 FROM event AS later WHERE later.application_id = application.id
        AND (later.deleted_at IS NULL OR later.deleted_at = application.deleted_at) AND (
    (later.local_date = event.local_date AND later.last_word = 0 AND event.last_word = 0 AND later.kind = 'ghosted' AND (later.seq > event.seq
        OR (event.date_known = 0 AND event.kind <> 'ghosted')))
    OR (later.local_date = event.local_date AND later.last_word = 0 AND event.last_word = 0 AND event.kind = 'ghosted' AND later.date_known = 1 AND later.seq > event.seq)
    OR (event.kind IN ('screen', 'interview', 'task', 'final') AND event.date_known = 1
        AND later.kind IN ('offer', 'accepted', 'rejected', 'withdrew', 'ghosted') AND later.seq > event.seq
        AND later.local_date <= event.local_date
        AND (SELECT strftime('%Y-%m-%dT%H:%M:%S', made / 1000, 'unixepoch')
    || printf('.%03d000Z', made % 1000) FROM (SELECT max((instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(later.id, 1, 1)) - 1) * 35184372088832 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(later.id, 2, 1)) - 1) * 1099511627776 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(later.id, 3, 1)) - 1) * 34359738368 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(later.id, 4, 1)) - 1) * 1073741824 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(later.id, 5, 1)) - 1) * 33554432 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(later.id, 6, 1)) - 1) * 1048576 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(later.id, 7, 1)) - 1) * 32768 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(later.id, 8, 1)) - 1) * 1024 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(later.id, 9, 1)) - 1) * 32 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(later.id, 10, 1)) - 1) * 1, 0) AS made)) < CASE WHEN (substr(event.happened_at, 18) = '00.000000Z'
    AND strftime('%H:%M', event.happened_at, event.utc_offset || ' minutes') = '12:00')
        THEN strftime('%Y-%m-%dT%H:%M:%S', event.happened_at, '+12 hours') || '.000000Z'
        ELSE event.happened_at END)))
    ORDER BY local_date DESC, last_word DESC, happened_at DESC, seq DESC LIMIT 1)
    WHERE application.deleted_at IS NULL;
CREATE VIEW v_daily_mood AS
    SELECT local_date, count(mood) AS check_ins, avg(mood) AS mean_mood, min(mood) AS lowest,
        max(mood) AS highest
    FROM checkin WHERE deleted_at IS NULL AND mood IS NOT NULL GROUP BY local_date;
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (1, 'bounceback', 'first_version', '2026-11-25 23:03:27.391080+00:00');
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (2, 'bounceback', 'words_of_feedback_and_thoughts', '2026-11-25 23:03:27.393821+00:00');
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (3, 'bounceback', 'versions_and_steps_to_take_back', '2026-11-25 23:03:27.401096+00:00');
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (4, 'bounceback', 'what_the_tools_keep', '2026-11-25 23:03:27.443449+00:00');
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (5, 'bounceback', 'every_contact', '2026-11-25 23:03:27.453801+00:00');
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (6, 'bounceback', 'what_is_next', '2026-11-25 23:03:27.496974+00:00');
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (7, 'bounceback', 'what_was_saved', '2026-11-26 01:53:05.812044+00:00');
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (8, 'bounceback', 'what_was_imported', '2026-11-26 02:10:52.342371+00:00');
INSERT INTO "application" (id, company, company_key, role, role_key, source, specialised, link, notes, added_at, utc_offset, zone, local_date, deleted_at, next_on, next_words, document, read_closely, tailored, liked) VALUES ('01M83RDET07N56MBT144BG9BMJ', CAST(x'41636d65205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e' AS TEXT), CAST(x'61636d65205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2064726f70207461626c6520656e7472793b202d2d201b5d35323b633b61610720e280ae20726967687420e2808b20c3a920c3a920e99da2e68ea520f09f99822025205f205c6e' AS TEXT), 'Engineer <b>', 'engineer <b>', NULL, NULL, '', '', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', NULL, '2026-12-01', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '~/cv.pdf', NULL, 1, NULL);
INSERT INTO "event" (seq, id, application_id, kind, happened_at, utc_offset, zone, local_date, date_known, note, deleted_at) VALUES (1, '01M83RDET0J9BWMKZB8Z11X9EJ', '01M83RDET07N56MBT144BG9BMJ', 'final', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', 0, '', NULL);
INSERT INTO "event" (seq, id, application_id, kind, happened_at, utc_offset, zone, local_date, date_known, note, deleted_at) VALUES (2, '01M83RDET0JDPC9FBVR6Y6T0NX', '01M83RDET07N56MBT144BG9BMJ', 'rejected', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', 1, '', NULL);
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text, digest) VALUES (1795422600000000, '01M83RDET0388YA1FEW1ZZ97MQ', '01M83RDET0JDPC9FBVR6Y6T0NX', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', '2026-11-23T08:30:00.000000Z', NULL, '[/] [@click=app.quit]x[/] {x} ''q'' "d" ); DROP TABLE entry; --…', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '60d964af095e29dd682dd959aac6e184');
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text, digest) VALUES (1795509000000000, '01M86AT5T0WR4232X4XJP1FQ2B', NULL, '2026-11-24T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', '2026-11-24T08:30:00.000000Z', NULL, 'walk', CAST(x'57616c6b65642074776f20686f757273205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '823e635ab01a8e49e445c7f22db1b033');
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text, digest) VALUES (1795512600000000, '01M86E81E0DS2Q7KQ0TV6WH67D', NULL, '2026-11-24T09:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', '2026-11-24T09:30:00.000000Z', '2026-11-24T09:30:00.000000Z', 'In the trash [/] [@click=app.quit]x[/] {x} ''q'' "d" ); DROP TABLE entry…', CAST(x'496e20746865207472617368205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), 'a8e07d338bd23cb67f94cb6d954749d3');
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text, digest) VALUES (1795512600000001, '01M86E81E06DHNSCJFHBJ1MDAK', NULL, '2026-11-24T09:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', '2026-11-24T09:30:00.000000Z', '2026-11-24T09:30:00.000000Z', 'Taken back [/] [@click=app.quit]x[/] {x} ''q'' "d" ); DROP TABLE entry…', CAST(x'54616b656e206261636b205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '0edb9f900859af7330da99f3ae053bc1');
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text, digest) VALUES (1795512600000002, '01M86E81E0MK60JT6EYR5PQHAX', NULL, '2026-11-24T09:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', '2026-11-24T09:30:00.000000Z', NULL, 'Taken back and done again', 'Taken back and done again', 'fae2e9c03bdb5fe1424904ae9b7def6e');
INSERT INTO "tag" (entry_id, name) VALUES ('01M83RDET0388YA1FEW1ZZ97MQ', 'click');
INSERT INTO "tag" (entry_id, name) VALUES ('01M86AT5T0WR4232X4XJP1FQ2B', 'click');
INSERT INTO "tag" (entry_id, name) VALUES ('01M86E81E06DHNSCJFHBJ1MDAK', 'click');
INSERT INTO "tag" (entry_id, name) VALUES ('01M86E81E0DS2Q7KQ0TV6WH67D', 'click');
INSERT INTO "tag" (entry_id, name) VALUES ('01M83RDET0388YA1FEW1ZZ97MQ', 'grösse');
INSERT INTO "tag" (entry_id, name) VALUES ('01M83RDET0388YA1FEW1ZZ97MQ', 'panel');
INSERT INTO "tag" (entry_id, name) VALUES ('01M86AT5T0WR4232X4XJP1FQ2B', 'walk');
INSERT INTO "revision" (id, entry_id, title, text, tags, replaced_at, utc_offset, zone, local_date, told, digest) VALUES ('01M86AT5T06Y6XTWQ9JV9Y1N9M', '01M86AT5T0WR4232X4XJP1FQ2B', 'Walked an hour', CAST(x'57616c6b656420616e20686f75720a0a5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '["click", "walk"]', '2026-11-24T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', '{"title": "Walked an hour", "text": "Walked an hour\n\n[/] [@click=app.quit]x[/] {x} ''q'' \"d\" ); DROP TABLE entry; -- \u001b]52;c;AA\u0007 \u202e right \u200b \u00e9 e\u0301 \u9762\u63a5 \ud83d\ude42 % _ \\n\nline two\ttab", "tags": ["click", "walk"], "when": ["2026-11-24T08:30:00+00:00", 60, "UTC+01:00"], "before": {"mood": 6, "energy": 4, "feelings": []}, "after": {"mood": null, "energy": null, "feelings": []}}', '7225622d91cbebcce657c32067ed94d1');
INSERT INTO "checkin" (id, mood, energy, relation, entry_id, felt_at, utc_offset, zone, local_date, deleted_at) VALUES ('01M83RDET0BAC1491TDK4JC6PR', 3, 2, 'before', '01M83RDET0388YA1FEW1ZZ97MQ', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', NULL);
INSERT INTO "checkin" (id, mood, energy, relation, entry_id, felt_at, utc_offset, zone, local_date, deleted_at) VALUES ('01M83RDET0GF330XXZ5V8P9D6X', 2, NULL, 'after', '01M83RDET0388YA1FEW1ZZ97MQ', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', NULL);
INSERT INTO "checkin" (id, mood, energy, relation, entry_id, felt_at, utc_offset, zone, local_date, deleted_at) VALUES ('01M86AT5T0SE6ZMW1KFK109DJQ', 6, 4, 'before', '01M86AT5T0WR4232X4XJP1FQ2B', '2026-11-24T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', NULL);
INSERT INTO "checkin" (id, mood, energy, relation, entry_id, felt_at, utc_offset, zone, local_date, deleted_at) VALUES ('01M86E81E0EN625S0336P4Y784', 6, NULL, 'next day', '01M83RDET0388YA1FEW1ZZ97MQ', '2026-11-24T09:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', NULL);
INSERT INTO "feeling" (checkin_id, name, strength) VALUES ('01M83RDET0BAC1491TDK4JC6PR', 'shame''"', 60);
INSERT INTO "cause" (event_id, place, side, text) VALUES ('01M83RDET0JDPC9FBVR6Y6T0NX', 0, 'outside me', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "attribution" (event_id, at_close, locus, stability, globality) VALUES ('01M83RDET0JDPC9FBVR6Y6T0NX', 0, 10, 20, NULL);
INSERT INTO "guide" (digest, outline) VALUES ('0000000000000000000000000000000000000000000000000000000000000000', '{"title": "old"}');
INSERT INTO "episode" (id, event_id, forecast, closed_at, guide) VALUES ('01M83RDET0564T42MC5DKJN4XF', '01M83RDET0JDPC9FBVR6Y6T0NX', NULL, NULL, '');
INSERT INTO "tick" (episode_id, step_id, state, note, plan, ticked_at, utc_offset, zone, local_date, due_on, due_time, helped) VALUES ('01M83RDET0564T42MC5DKJN4XF', 'step', 'done', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '2026-11-23T08:30:00.000000Z', 60, 'Europe/Berlin', '2026-11-23', NULL, NULL, NULL);
INSERT INTO "feedback" (episode_id, state, asked_on, follow_up_on, answered_on, answer, subject, message, followed_up_on, thanked_on) VALUES ('01M83RDET0564T42MC5DKJN4XF', 'answered', '2026-11-24', NULL, NULL, CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '', '', NULL, NULL);
INSERT INTO "remark" (episode_id, place, kind, theme, text) VALUES ('01M83RDET0564T42MC5DKJN4XF', 0, 'strength', 'clarity', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "lead" (id, kind, name, note, next_on, done, contacted_on, deleted_at) VALUES ('LLLLLLLLLLLLLLLLLLLLLLLLLL', 'friend', 'Ann', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '2026-11-30', 0, '2026-11-20', NULL);
INSERT INTO "rest" (id, starts, ends, enjoy, deleted_at) VALUES ('SSSSSSSSSSSSSSSSSSSSSSSSSS', '2026-11-23', '2026-11-24', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), NULL);
INSERT INTO "thought" (id, episode_id, thought, belief_before, evidence_for, evidence_against, traps, fairer, belief_after, written_at, utc_offset, zone, local_date, deleted_at) VALUES ('TTTTTTTTTTTTTTTTTTTTTTTTTT', '01M83RDET0564T42MC5DKJN4XF', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), 80, CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '', '["fortune", "all \"or\""]', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), NULL, '2026-11-23T08:30:00.000000Z', 60, 'Europe/Berlin', '2026-11-23', NULL);
INSERT INTO "draft" (form, target, content, saved_at) VALUES ('write', '', '{"text": "A draft [/] [@click=app.quit]x[/] {x} ''q'' \"d\" ); DROP TABLE entry; -- \u001b]52;c;AA\u0007 \u202e right \u200b \u00e9 e\u0301 \u9762\u63a5 \ud83d\ude42 % _ \\n\nline two\ttab"}', '2026-11-24T09:30:00.000000Z');
INSERT INTO "checkin_revision" (id, checkin_id, reading, replaced_at, utc_offset, zone, local_date) VALUES ('01M86E81E0371NZBR38PWSQG3R', '01M86E81E0EN625S0336P4Y784', '{"mood": 5, "energy": null, "feelings": [["hope", 40]]}', '2026-11-24T09:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24');
INSERT INTO "saved_search" (name, query) VALUES ('hard ''days''', 'mood:<4 "x"');
INSERT INTO "tag_colour" (name, colour) VALUES ('panel', 'red');
INSERT INTO "undo_step" (id, label, undone, import) VALUES (1, 'save what happened with Acme [/] [@click=app.quit]x[/] {x} ''q'' "', 0, 0);
INSERT INTO "undo_step" (id, label, undone, import) VALUES (2, 'save “Walked an hour”', 0, 0);
INSERT INTO "undo_step" (id, label, undone, import) VALUES (3, 'change “Walked an hour”', 0, 0);
INSERT INTO "undo_step" (id, label, undone, import) VALUES (4, 'save “In the trash [/] [@click=app.quit]x[/]…”', 0, 0);
INSERT INTO "undo_step" (id, label, undone, import) VALUES (5, 'delete “In the trash [/] [@click=app.quit]x[/]…”', 0, 0);
INSERT INTO "undo_step" (id, label, undone, import) VALUES (6, 'save a check-in', 0, 0);
INSERT INTO "undo_step" (id, label, undone, import) VALUES (7, 'change a check-in', 0, 0);
INSERT INTO "undo_step" (id, label, undone, import) VALUES (9, 'save “Taken back and done again”', 0, 0);
INSERT INTO "undo_step" (id, label, undone, import) VALUES (10, 'change “walk”', 1, 0);
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (1, 1, 'added', 'application', '["01M83RDET07N56MBT144BG9BMJ"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (2, 1, 'added', 'event', '["01M83RDET0J9BWMKZB8Z11X9EJ"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (3, 1, 'added', 'event', '["01M83RDET0JDPC9FBVR6Y6T0NX"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (4, 1, 'added', 'episode', '["01M83RDET0JDPC9FBVR6Y6T0NX"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (6, 1, 'added', 'tag', '["01M83RDET0388YA1FEW1ZZ97MQ","click"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (7, 1, 'added', 'tag', '["01M83RDET0388YA1FEW1ZZ97MQ","grösse"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (8, 1, 'added', 'tag', '["01M83RDET0388YA1FEW1ZZ97MQ","panel"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (9, 1, 'added', 'entry', '["01M83RDET0388YA1FEW1ZZ97MQ"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (10, 1, 'added', 'checkin', '["01M83RDET0BAC1491TDK4JC6PR"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (11, 1, 'added', 'feeling', '["01M83RDET0BAC1491TDK4JC6PR","shame''\""]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (12, 1, 'added', 'checkin', '["01M83RDET0GF330XXZ5V8P9D6X"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (13, 2, 'added', 'tag', '["01M86AT5T0WR4232X4XJP1FQ2B","click"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (14, 2, 'added', 'tag', '["01M86AT5T0WR4232X4XJP1FQ2B","walk"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (15, 2, 'added', 'entry', '["01M86AT5T0WR4232X4XJP1FQ2B"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (16, 2, 'added', 'checkin', '["01M86AT5T0SE6ZMW1KFK109DJQ"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (17, 3, 'added', 'revision', '["01M86AT5T06Y6XTWQ9JV9Y1N9M"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (18, 3, 'changed', 'entry', '["01M86AT5T0WR4232X4XJP1FQ2B"]', CAST(x'7b227469746c65223a2257616c6b656420616e20686f7572222c2274657874223a2257616c6b656420616e20686f75725c6e5c6e5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d20277127205c22645c2220293b2044524f50205441424c4520656e7472793b202d2d205c75303031625d35323b633b41415c753030303720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c5c6e5c6e6c696e652074776f5c74746162227d' AS TEXT));
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (19, 4, 'added', 'tag', '["01M86E81E0DS2Q7KQ0TV6WH67D","click"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (20, 4, 'added', 'entry', '["01M86E81E0DS2Q7KQ0TV6WH67D"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (21, 5, 'changed', 'entry', '["01M86E81E0DS2Q7KQ0TV6WH67D"]', '{"deleted_at":null}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (22, 6, 'added', 'checkin', '["01M86E81E0EN625S0336P4Y784"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (23, 6, 'added', 'feeling', '["01M86E81E0EN625S0336P4Y784","hope"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (24, 7, 'added', 'checkin_revision', '["01M86E81E0371NZBR38PWSQG3R"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (25, 7, 'changed', 'checkin', '["01M86E81E0EN625S0336P4Y784"]', '{"mood":5}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (26, 7, 'removed', 'feeling', '["01M86E81E0EN625S0336P4Y784","hope"]', '{"checkin_id":"01M86E81E0EN625S0336P4Y784","name":"hope","strength":40}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (27, 9, 'changed', 'entry', '["01M86E81E0MK60JT6EYR5PQHAX"]', '{"deleted_at":"2026-11-24T09:30:00.000000Z"}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (28, 10, 'removed', 'tag', '["01M86AT5T0WR4232X4XJP1FQ2B","more"]', '{"entry_id":"01M86AT5T0WR4232X4XJP1FQ2B","name":"more"}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (29, 10, 'changed', 'entry', '["01M86AT5T0WR4232X4XJP1FQ2B"]', CAST(x'7b2274657874223a2257616c6b656420746872656520686f757273205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d20277127205c22645c2220293b2044524f50205441424c4520656e7472793b202d2d205c75303031625d35323b633b41415c753030303720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c5c6e5c6e6c696e652074776f5c74746162227d' AS TEXT));
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (30, 10, 'removed', 'revision', '["01M86E81E0P2KP16VGP5EN47FK"]', CAST(x'7b226964223a2230314d3836453831453050324b50313656475035454e3437464b222c22656e7472795f6964223a2230314d383641543554305752343233325834584a503146513242222c227469746c65223a2277616c6b222c2274657874223a2257616c6b65642074776f20686f757273205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d20277127205c22645c2220293b2044524f50205441424c4520656e7472793b202d2d205c75303031625d35323b633b41415c753030303720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c5c6e5c6e6c696e652074776f5c74746162222c2274616773223a225b5c22636c69636b5c222c205c2277616c6b5c225d222c227265706c616365645f6174223a22323032362d31312d32345430393a33303a30302e3030303030305a222c227574635f6f6666736574223a36302c227a6f6e65223a225554432b30313a3030222c226c6f63616c5f64617465223a22323032362d31312d3234222c22746f6c64223a227b5c227469746c655c223a205c2277616c6b5c222c205c22746578745c223a205c2257616c6b65642074776f20686f757273205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d20277127205c5c5c22645c5c5c2220293b2044524f50205441424c4520656e7472793b202d2d205c5c75303031625d35323b633b41415c5c7530303037205c5c7532303265207269676874205c5c7532303062205c5c753030653920655c5c7530333031205c5c75393736325c5c7536336135205c5c75643833645c5c75646534322025205f205c5c5c5c6e5c5c6e6c696e652074776f5c5c747461625c222c205c22746167735c223a205b5c22636c69636b5c222c205c2277616c6b5c225d2c205c227768656e5c223a205b5c22323032362d31312d32345430383a33303a30302b30303a30305c222c2036302c205c225554432b30313a30305c225d2c205c226265666f72655c223a207b5c226d6f6f645c223a20362c205c22656e657267795c223a20342c205c226665656c696e67735c223a205b5d7d2c205c2261667465725c223a207b5c226d6f6f645c223a206e756c6c2c205c22656e657267795c223a206e756c6c2c205c226665656c696e67735c223a205b5d7d7d227d' AS TEXT));
INSERT INTO "undo_now" (one, step_id) VALUES (1, NULL);
INSERT INTO "person" (id, application_id, name, role, email, deleted_at) VALUES ('IIIIIIIIIIIIIIIIIIIIIIIIII', '01M83RDET07N56MBT144BG9BMJ', 'Ms Ito', '', 'ito@acme.test', NULL);
INSERT INTO "trap" (id, name, deleted_at) VALUES ('RRRRRRRRRRRRRRRRRRRRRRRRRR', 'the worst of all worlds', NULL);
INSERT INTO "strength" (id, text, said_by, pinned, episode_id, noted_at, utc_offset, zone, local_date, deleted_at) VALUES ('GGGGGGGGGGGGGGGGGGGGGGGGGG', CAST(x'63616c6d205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), CAST(x'41636d65205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), 0, '01M83RDET0564T42MC5DKJN4XF', '2026-11-23T08:30:00.000000Z', 60, 'Europe/Berlin', '2026-11-23', NULL);
INSERT INTO "focus" (id, kind, text, deleted_at) VALUES ('FFFFFFFFFFFFFFFFFFFFFFFFFF', 'must-have', CAST(x'6e65617220686f6d65205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), NULL);
INSERT INTO "posting" (id, title, link, note, application_id, held_at, utc_offset, zone, local_date, deleted_at) VALUES ('OOOOOOOOOOOOOOOOOOOOOOOOOO', CAST(x'436f6f6b206174205a6564205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '', '', NULL, '2026-11-23T08:30:00.000000Z', 60, 'Europe/Berlin', '2026-11-23', NULL);
INSERT INTO "posting_mark" (posting_id, focus_id, answer) VALUES ('OOOOOOOOOOOOOOOOOOOOOOOOOO', 'FFFFFFFFFFFFFFFFFFFFFFFFFF', 'unclear');
INSERT INTO "cv_change" (id, text, came_from, episode_id, done_on, noted_at, utc_offset, zone, local_date, deleted_at) VALUES ('VVVVVVVVVVVVVVVVVVVVVVVVVV', CAST(x'612073686f72746572206f6e65205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '', '01M83RDET0564T42MC5DKJN4XF', NULL, '2026-11-23T08:30:00.000000Z', 60, 'Europe/Berlin', '2026-11-23', NULL);
INSERT INTO "writing" (id, state, episode_id, begun_at, utc_offset, zone, local_date, deleted_at) VALUES ('WWWWWWWWWWWWWWWWWWWWWWWWWW', 'going', '01M83RDET0564T42MC5DKJN4XF', '2026-11-23T08:30:00.000000Z', 60, 'Europe/Berlin', '2026-11-23', NULL);
INSERT INTO "writing_session" (writing_id, place, entry_id, seconds) VALUES ('WWWWWWWWWWWWWWWWWWWWWWWWWW', 1, '01M83RDET0388YA1FEW1ZZ97MQ', 1200);
INSERT INTO "preparation" (id, application_id, interview_on, prepared_at, utc_offset, zone, local_date, deleted_at) VALUES ('PPPPPPPPPPPPPPPPPPPPPPPPPP', '01M83RDET07N56MBT144BG9BMJ', '2026-12-01', '2026-11-23T08:30:00.000000Z', 60, 'Europe/Berlin', '2026-11-23', NULL);
INSERT INTO "setback" (preparation_id, place, text, answer) VALUES ('PPPPPPPPPPPPPPPPPPPPPPPPPP', 0, CAST(x'612068617264207175657374696f6e205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), CAST(x'62726561746865205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "said" (name, said_on) VALUES ('support', '2026-11-23');
INSERT INTO "passed_over" (id, place, row_key, content, passed_at, utc_offset, zone, local_date) VALUES ('QQQQQQQQQQQQQQQQQQQQQQQQQQ', 'lead', '["L"]', '{}', '2026-11-23T08:30:00.000000Z', 60, 'Europe/Berlin', '2026-11-23');
INSERT INTO "findable" (number, place, key) VALUES (1, 'strength', 'GGGGGGGGGGGGGGGGGGGGGGGGGG');
INSERT INTO "findable" (number, place, key) VALUES (2, 'focus', 'FFFFFFFFFFFFFFFFFFFFFFFFFF');
INSERT INTO "findable" (number, place, key) VALUES (3, 'posting', 'OOOOOOOOOOOOOOOOOOOOOOOOOO');
INSERT INTO "findable" (number, place, key) VALUES (4, 'cv_change', 'VVVVVVVVVVVVVVVVVVVVVVVVVV');
INSERT INTO "findable" (number, place, key) VALUES (5, 'preparation', 'PPPPPPPPPPPPPPPPPPPPPPPPPP');
INSERT INTO "findable" (number, place, key) VALUES (7, 'rest', 'SSSSSSSSSSSSSSSSSSSSSSSSSS');
INSERT INTO "findable" (number, place, key) VALUES (8, 'tick', '01M83RDET0564T42MC5DKJN4XF step');
INSERT INTO "findable" (number, place, key) VALUES (9, 'feedback', '01M83RDET0564T42MC5DKJN4XF');
INSERT INTO "findable" (number, place, key) VALUES (10, 'thought', 'TTTTTTTTTTTTTTTTTTTTTTTTTT');
INSERT INTO "findable" (number, place, key) VALUES (11, 'lead', 'LLLLLLLLLLLLLLLLLLLLLLLLLL');
INSERT INTO "contact" (lead_id, contacted_on) VALUES ('LLLLLLLLLLLLLLLLLLLLLLLLLL', '2026-11-20');
INSERT INTO "tally" (one, journal, entries, changes) VALUES (1, '7cfa164910a8c22bc932', 5, 5);
INSERT INTO "imported" (format, source_id, place, row_id) VALUES ('jrnl', CAST(x'5b40636c69636b3d6170702e717569745d785b2f5d201b5b33316d' AS TEXT), 'entry', '01M83RDET0388YA1FEW1ZZ97MQ');
INSERT INTO "import_mapping" (headers, mapping) VALUES ('["[@click=app.quit]x[/]"]', '{"text": "\u001b[31m"}');
DELETE FROM sqlite_sequence;
INSERT INTO "sqlite_sequence" (name, seq) VALUES ('undo_step', 10);
INSERT INTO entry_words (entry_words) VALUES ('rebuild');
INSERT INTO "tool_words" (rowid, words) VALUES (1, CAST(x'63616c6d205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f097461622041636d65205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "tool_words" (rowid, words) VALUES (2, CAST(x'6e65617220686f6d65205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "tool_words" (rowid, words) VALUES (3, CAST(x'436f6f6b206174205a6564205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f0974616220' AS TEXT));
INSERT INTO "tool_words" (rowid, words) VALUES (4, CAST(x'612073686f72746572206f6e65205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f0974616220' AS TEXT));
INSERT INTO "tool_words" (rowid, words) VALUES (5, CAST(x'612068617264207175657374696f6e205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f097461622062726561746865205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "tool_words" (rowid, words) VALUES (7, CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "tool_words" (rowid, words) VALUES (8, CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "tool_words" (rowid, words) VALUES (9, CAST(x'20205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f0974616220636c6172697479205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "tool_words" (rowid, words) VALUES (10, CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f0974616220205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f0974616220666f7274756e6520616c6c20226f7222' AS TEXT));
INSERT INTO "tool_words" (rowid, words) VALUES (11, CAST(x'416e6e205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
-- idx__sqlite_migrations_migration_set_name as in version 1
-- application_company as in version 1
-- event_log as in version 1
-- event_kind as in version 1
-- entry_event as in version 1
-- entry_trash as in version 1
-- tag_name as in version 1
-- revision_entry as in version 1
-- checkin_mood as in version 1
-- checkin_entry as in version 1
-- checkin_day as in version 1
-- checkin_trash as in version 1
-- feeling_name as in version 1
-- thought_episode as in version 2
-- words_entry_added as in version 2
-- words_entry_changing as in version 2
-- words_entry_changed as in version 2
-- words_entry_removing as in version 2
-- words_tag_adding as in version 2
-- words_tag_added as in version 2
-- words_tag_changing as in version 2
-- words_tag_changed as in version 2
-- words_tag_removing as in version 2
-- words_tag_removed as in version 2
-- words_application_changing as in version 2
-- words_application_changed as in version 2
-- words_event_changing as in version 2
-- words_event_changed as in version 2
-- words_episode_changing as in version 2
-- words_episode_changed as in version 2
-- words_episode_removing as in version 2
-- words_episode_removed as in version 2
-- words_feedback_adding as in version 2
-- words_feedback_added as in version 2
-- words_feedback_changing as in version 2
-- words_feedback_changed as in version 2
-- words_feedback_removing as in version 2
-- words_feedback_removed as in version 2
-- words_remark_adding as in version 2
-- words_remark_added as in version 2
-- words_remark_changing as in version 2
-- words_remark_changed as in version 2
-- words_remark_removing as in version 2
-- words_remark_removed as in version 2
-- checkin_revision_of as in version 3
-- undo_change_step as in version 3
-- thought_stays as in version 4
-- person_application as in version 4
-- posting_mark_focus as in version 4
-- writing_session_entry as in version 4
-- preparation_application as in version 4
-- tool_words_feedback_added as in version 4
-- tool_words_feedback_changed as in version 4
-- tool_words_feedback_moved as in version 4
-- tool_words_feedback_removed as in version 4
-- tool_words_remark_added as in version 4
-- tool_words_remark_changed as in version 4
-- tool_words_remark_moved as in version 4
-- tool_words_remark_removed as in version 4
-- tool_words_thought_added as in version 4
-- tool_words_thought_changed as in version 4
-- tool_words_thought_moved as in version 4
-- tool_words_thought_removed as in version 4
-- tool_words_strength_added as in version 4
-- tool_words_strength_changed as in version 4
-- tool_words_strength_moved as in version 4
-- tool_words_strength_removed as in version 4
-- tool_words_focus_added as in version 4
-- tool_words_focus_changed as in version 4
-- tool_words_focus_moved as in version 4
-- tool_words_focus_removed as in version 4
-- tool_words_posting_added as in version 4
-- tool_words_posting_changed as in version 4
-- tool_words_posting_moved as in version 4
-- tool_words_posting_removed as in version 4
-- tool_words_cv_change_added as in version 4
-- tool_words_cv_change_changed as in version 4
-- tool_words_cv_change_moved as in version 4
-- tool_words_cv_change_removed as in version 4
-- tool_words_rest_added as in version 4
-- tool_words_rest_changed as in version 4
-- tool_words_rest_moved as in version 4
-- tool_words_rest_removed as in version 4
-- tool_words_lead_added as in version 4
-- tool_words_lead_changed as in version 4
-- tool_words_lead_moved as in version 4
-- tool_words_lead_removed as in version 4
-- tool_words_preparation_added as in version 4
-- tool_words_preparation_changed as in version 4
-- tool_words_preparation_moved as in version 4
-- tool_words_preparation_removed as in version 4
-- tool_words_setback_added as in version 4
-- tool_words_setback_changed as in version 4
-- tool_words_setback_moved as in version 4
-- tool_words_setback_removed as in version 4
-- tool_words_tick_added as in version 4
-- tool_words_tick_changed as in version 4
-- tool_words_tick_moved as in version 4
-- tool_words_tick_removed as in version 4
-- words_thought_adding as in version 2
-- words_thought_added as in version 2
-- words_thought_changing as in version 4
-- words_thought_changed as in version 4
-- words_thought_removing as in version 2
-- words_thought_removed as in version 2
-- application_next as in version 6
-- tally_entry_added as in version 7
-- tally_entry_changed as in version 7
-- tally_entry_removed as in version 7
-- tally_step_added as in version 7
-- tally_step_turned as in version 7
-- entry_written as in version 7
-- checkin_beside as in version 7
CREATE INDEX imported_row ON imported (row_id);
-- undo_application_added as in version 3
-- undo_application_changed as in version 6
-- undo_application_removed as in version 6
-- undo_event_added as in version 3
-- undo_event_changed as in version 3
-- undo_event_removed as in version 3
-- undo_entry_added as in version 3
-- undo_entry_changed as in version 7
-- undo_entry_removed as in version 7
-- undo_tag_added as in version 3
-- undo_tag_changed as in version 3
-- undo_tag_removed as in version 3
-- undo_revision_added as in version 3
-- undo_revision_changed as in version 7
-- undo_revision_removed as in version 7
-- undo_checkin_added as in version 3
-- undo_checkin_changed as in version 3
-- undo_checkin_removed as in version 3
-- undo_feeling_added as in version 3
-- undo_feeling_changed as in version 3
-- undo_feeling_removed as in version 3
-- undo_cause_added as in version 3
-- undo_cause_changed as in version 3
-- undo_cause_removed as in version 3
-- undo_attribution_added as in version 3
-- undo_attribution_changed as in version 3
-- undo_attribution_removed as in version 3
-- undo_episode_added as in version 3
-- undo_episode_changed as in version 4
-- undo_episode_removed as in version 4
-- undo_tick_added as in version 3
-- undo_tick_changed as in version 4
-- undo_tick_removed as in version 4
-- undo_feedback_added as in version 3
-- undo_feedback_changed as in version 4
-- undo_feedback_removed as in version 4
-- undo_remark_added as in version 3
-- undo_remark_changed as in version 3
-- undo_remark_removed as in version 3
-- undo_lead_added as in version 3
-- undo_lead_changed as in version 4
-- undo_lead_removed as in version 4
-- undo_contact_added as in version 5
-- undo_contact_changed as in version 5
-- undo_contact_removed as in version 5
-- undo_rest_added as in version 3
-- undo_rest_changed as in version 4
-- undo_rest_removed as in version 4
-- undo_thought_added as in version 3
-- undo_thought_changed as in version 4
-- undo_thought_removed as in version 4
-- undo_checkin_revision_added as in version 3
-- undo_checkin_revision_changed as in version 3
-- undo_checkin_revision_removed as in version 3
-- undo_saved_search_added as in version 3
-- undo_saved_search_changed as in version 3
-- undo_saved_search_removed as in version 3
-- undo_tag_colour_added as in version 3
-- undo_tag_colour_changed as in version 3
-- undo_tag_colour_removed as in version 3
-- undo_person_added as in version 4
-- undo_person_changed as in version 4
-- undo_person_removed as in version 4
-- undo_trap_added as in version 4
-- undo_trap_changed as in version 4
-- undo_trap_removed as in version 4
-- undo_strength_added as in version 4
-- undo_strength_changed as in version 4
-- undo_strength_removed as in version 4
-- undo_focus_added as in version 4
-- undo_focus_changed as in version 4
-- undo_focus_removed as in version 4
-- undo_posting_added as in version 4
-- undo_posting_changed as in version 4
-- undo_posting_removed as in version 4
-- undo_posting_mark_added as in version 4
-- undo_posting_mark_changed as in version 4
-- undo_posting_mark_removed as in version 4
-- undo_cv_change_added as in version 4
-- undo_cv_change_changed as in version 4
-- undo_cv_change_removed as in version 4
-- undo_writing_added as in version 4
-- undo_writing_changed as in version 4
-- undo_writing_removed as in version 4
-- undo_writing_session_added as in version 4
-- undo_writing_session_changed as in version 4
-- undo_writing_session_removed as in version 4
-- undo_preparation_added as in version 4
-- undo_preparation_changed as in version 4
-- undo_preparation_removed as in version 4
-- undo_setback_added as in version 4
-- undo_setback_changed as in version 4
-- undo_setback_removed as in version 4
-- undo_passed_over_added as in version 4
-- undo_passed_over_changed as in version 4
-- undo_passed_over_removed as in version 4
CREATE TRIGGER undo_imported_added AFTER INSERT ON imported
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'imported', json_array(new.format, new.source_id), '{}' FROM undo_now; END;
CREATE TRIGGER undo_imported_changed AFTER UPDATE ON imported
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'imported', json_array(new.format, new.source_id), (SELECT json_group_object(name, value) FROM (SELECT 'format' AS name, old.format AS value WHERE old.format IS NOT new.format UNION ALL SELECT 'source_id' AS name, old.source_id AS value WHERE old.source_id IS NOT new.source_id UNION ALL SELECT 'place' AS name, old.place AS value WHERE old.place IS NOT new.place UNION ALL SELECT 'row_id' AS name, old.row_id AS value WHERE old.row_id IS NOT new.row_id)) FROM undo_now; END;
CREATE TRIGGER undo_imported_removed AFTER DELETE ON imported
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'imported', json_array(old.format, old.source_id), json_object('format', old.format, 'source_id', old.source_id, 'place', old.place, 'row_id', old.row_id) FROM undo_now; END;
COMMIT;
