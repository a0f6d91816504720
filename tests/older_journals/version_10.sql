-- A journal as version 10 of the schema left it.
PRAGMA application_id = 1651401570;
PRAGMA user_version = 10;
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
CREATE VIEW v_daily_mood AS
    SELECT local_date, count(mood) AS check_ins, avg(mood) AS mean_mood, min(mood) AS lowest,
        max(mood) AS highest
    FROM checkin WHERE deleted_at IS NULL AND mood IS NOT NULL GROUP BY local_date;
CREATE TABLE sync (  -- one row once it was set up
    one INTEGER PRIMARY KEY CHECK (one = 1),
    remote TEXT NOT NULL,
    identity TEXT NOT NULL,  -- the key of age that opens what other machines tell
    wrapped BLOB NOT NULL,  -- the same, sealed with the passphrase, as it lies with the others
    machine TEXT NOT NULL,  -- what this one is called
    counter INTEGER NOT NULL,
    taken TEXT NOT NULL DEFAULT '',  -- the commit up to which everything was taken in
    worked_at TEXT  -- when it last worked
) STRICT;
CREATE TABLE sync_parcel (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    counter INTEGER NOT NULL,
    machine TEXT NOT NULL,
    made TEXT NOT NULL,
    problem TEXT NOT NULL DEFAULT ''  -- why it could not be read; empty where it could
) STRICT;
CREATE TABLE sync_row (  -- the version that stands of every row that was ever told
    place TEXT NOT NULL,
    row_key TEXT NOT NULL,
    parcel INTEGER NOT NULL,
    line INTEGER NOT NULL,
    alive INTEGER NOT NULL,
    digest TEXT NOT NULL,  -- empty where it is gone
    waiting TEXT,  -- its content, while what it belongs to is not there
    PRIMARY KEY (place, row_key)
) STRICT, WITHOUT ROWID;
CREATE TABLE sync_head (  -- other versions, which nothing supersedes
    parcel INTEGER NOT NULL,
    line INTEGER NOT NULL,
    place TEXT NOT NULL,
    row_key TEXT NOT NULL,
    alive INTEGER NOT NULL,
    digest TEXT NOT NULL,
    content TEXT,
    settled INTEGER NOT NULL DEFAULT 0,  -- whether the person decided, which is to be told
    PRIMARY KEY (parcel, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE sync_changed (  -- rows that were written to since they were told
    place TEXT NOT NULL,
    row_key TEXT NOT NULL,
    PRIMARY KEY (place, row_key)
) STRICT, WITHOUT ROWID;
CREATE TABLE sync_out (  -- sealed parcels on their way
    name TEXT PRIMARY KEY,
    sealed BLOB NOT NULL
) STRICT;
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
    OR (later.local_date = event.local_date AND later.last_word = 0 AND event.last_word = 0 AND event.kind = 'ghosted' AND later.date_known = 1 AND later.seq > event.seq
        AND NOT EXISTS (SELECT 1 FROM event AS news WHERE news.application_id = later.application_id
    AND (news.deleted_at IS NULL OR news.deleted_at = application.deleted_at) AND (later.kind IN ('screen', 'interview', 'task', 'final') AND later.date_known = 1
        AND news.kind IN ('offer', 'accepted', 'rejected', 'withdrew', 'ghosted') AND news.seq > later.seq
        AND news.local_date <= later.local_date
        AND (SELECT strftime('%Y-%m-%dT%H:%M:%S', made / 1000, 'unixepoch')
    || printf('.%03d000Z', made % 1000) FROM (SELECT max((instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(news.id, 1, 1)) - 1) * 35184372088832 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(news.id, 2, 1)) - 1) * 1099511627776 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(news.id, 3, 1)) - 1) * 34359738368 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(news.id, 4, 1)) - 1) * 1073741824 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(news.id, 5, 1)) - 1) * 33554432 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(news.id, 6, 1)) - 1) * 1048576 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(news.id, 7, 1)) - 1) * 32768 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(news.id, 8, 1)) - 1) * 1024 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(news.id, 9, 1)) - 1) * 32 + (instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(news.id, 10, 1)) - 1) * 1, 0) AS made)) < CASE WHEN (substr(later.happened_at, 18) = '00.000000Z'
    AND strftime('%H:%M', later.happened_at, later.utc_offset || ' minutes') = '12:00')
        THEN strftime('%Y-%m-%dT%H:%M:%S', later.happened_at, '+12 hours') || '.000000Z'
        ELSE later.happened_at END)))
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
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (1, 'bounceback', 'first_version', '2026-11-25 23:03:27.391080+00:00');
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (2, 'bounceback', 'words_of_feedback_and_thoughts', '2026-11-25 23:03:27.393821+00:00');
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (3, 'bounceback', 'versions_and_steps_to_take_back', '2026-11-25 23:03:27.401096+00:00');
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (4, 'bounceback', 'what_the_tools_keep', '2026-11-25 23:03:27.443449+00:00');
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (5, 'bounceback', 'every_contact', '2026-11-25 23:03:27.453801+00:00');
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (6, 'bounceback', 'what_is_next', '2026-11-25 23:03:27.496974+00:00');
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (7, 'bounceback', 'what_was_saved', '2026-11-26 01:53:05.812044+00:00');
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (8, 'bounceback', 'what_was_imported', '2026-11-26 02:10:52.342371+00:00');
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (9, 'bounceback', 'what_other_machines_know', '2026-11-26 09:39:08.587943+00:00');
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (10, 'bounceback', 'where_each_application_stands', '2026-11-26 16:32:08.744554+00:00');
INSERT INTO "application" (id, company, company_key, role, role_key, source, specialised, link, notes, added_at, utc_offset, zone, local_date, deleted_at, next_on, next_words, document, read_closely, tailored, liked) VALUES ('01M83RDET07N56MBT144BG9BMJ', CAST(x'41636d65205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e' AS TEXT), CAST(x'61636d65205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2064726f70207461626c6520656e7472793b202d2d201b5d35323b633b61610720e280ae20726967687420e2808b20c3a920c3a920e99da2e68ea520f09f99822025205f205c6e' AS TEXT), 'Engineer <b>', 'engineer <b>', NULL, NULL, '', '', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', NULL, '2026-12-01', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '~/cv.pdf', NULL, 1, NULL);
INSERT INTO "event" (seq, id, application_id, kind, happened_at, utc_offset, zone, local_date, date_known, note, deleted_at) VALUES (1, '01M83RDET0J9BWMKZB8Z11X9EJ', '01M83RDET07N56MBT144BG9BMJ', 'final', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', 0, '', NULL);
INSERT INTO "event" (seq, id, application_id, kind, happened_at, utc_offset, zone, local_date, date_known, note, deleted_at) VALUES (2, '01M83RDET0JDPC9FBVR6Y6T0NX', '01M83RDET07N56MBT144BG9BMJ', 'rejected', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', 1, '', NULL);
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text, digest) VALUES (1795422600000000, '01M83RDET0388YA1FEW1ZZ97MQ', '01M83RDET0JDPC9FBVR6Y6T0NX', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', '2026-11-23T08:30:00.000000Z', NULL, '[/] [@click=app.quit]x[/] {x} ''q'' "d" ); DROP TABLE entry; --…', CAST(x'68657265205b40636c69636b3d6170702e717569745d5c5b2f5d2027c3bc27201b5b324a0a207b787d20257320e280ae3b2044524f50205441424c4520656e7472793b2d2d' AS TEXT), '8daf3ca0d4c3fd02999154c5c7c70e7a');
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text, digest) VALUES (1795422602000000, '01M83RDGRGE14JBCD1AAG907Z3', NULL, '2026-11-23T08:30:02.000000Z', 60, 'UTC+01:00', '2026-11-23', '2026-11-23T08:30:02.000000Z', NULL, CAST(x'7469746c65205b40636c69636b3d6170702e717569745d5c5b2f5d2027c3bc27201b5b324ac285207b787d20257320e280ae3b2044524f50205441424c4520656e7472793b2d2d' AS TEXT), CAST(x'6f6e650a6d6f7265205b40636c69636b3d6170702e717569745d5c5b2f5d2027c3bc27201b5b324a0a207b787d20257320e280ae3b2044524f50205441424c4520656e7472793b2d2d' AS TEXT), 'b039efd1643d572c8c46a2d2e1f0ad12');
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text, digest) VALUES (1795422603000000, '01M83RDHQRRBXC1DRF0GQR2Y4R', NULL, '2026-11-23T08:30:03.000000Z', 60, 'UTC+01:00', '2026-11-23', '2026-11-23T08:30:03.000000Z', NULL, CAST(x'6f6e2069747320776179205b40636c69636b3d6170702e717569745d5c5b2f5d2027c3bc27201b5b324a' AS TEXT), CAST(x'6f6e2069747320776179205b40636c69636b3d6170702e717569745d5c5b2f5d2027c3bc27201b5b324a0a207b787d20257320e280ae3b2044524f50205441424c4520656e7472793b2d2d' AS TEXT), '3736820ce0f8944af682a972588d3f68');
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text, digest) VALUES (1795422604000000, '01M83RDJQ0GS2XD1NK60Y1HGF1', NULL, '2026-11-23T08:30:04.000000Z', 60, 'UTC+01:00', '2026-11-23', '2026-11-23T08:30:04.000000Z', NULL, CAST(x'746f20626520746f6c64205b40636c69636b3d6170702e717569745d5c5b2f5d2027c3bc27201b5b324a' AS TEXT), CAST(x'746f20626520746f6c64205b40636c69636b3d6170702e717569745d5c5b2f5d2027c3bc27201b5b324a0a207b787d20257320e280ae3b2044524f50205441424c4520656e7472793b2d2d' AS TEXT), '55028e583d2ae6f4593e0a415d1b6a23');
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text, digest) VALUES (1795509000000000, '01M86AT5T0WR4232X4XJP1FQ2B', NULL, '2026-11-24T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', '2026-11-24T08:30:00.000000Z', NULL, 'walk', CAST(x'57616c6b65642074776f20686f757273205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '823e635ab01a8e49e445c7f22db1b033');
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text, digest) VALUES (1795512600000000, '01M86E81E06DHNSCJFHBJ1MDAK', NULL, '2026-11-24T09:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', '2026-11-24T09:30:00.000000Z', '2026-11-24T09:30:00.000000Z', 'Taken back [/] [@click=app.quit]x[/] {x} ''q'' "d" ); DROP TABLE entry…', CAST(x'54616b656e206261636b205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '0edb9f900859af7330da99f3ae053bc1');
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text, digest) VALUES (1795512600000001, '01M86E81E0DS2Q7KQ0TV6WH67D', NULL, '2026-11-24T09:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', '2026-11-24T09:30:00.000000Z', '2026-11-24T09:30:00.000000Z', 'In the trash [/] [@click=app.quit]x[/] {x} ''q'' "d" ); DROP TABLE entry…', CAST(x'496e20746865207472617368205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), 'a8e07d338bd23cb67f94cb6d954749d3');
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text, digest) VALUES (1795512600000002, '01M86E81E0MK60JT6EYR5PQHAX', NULL, '2026-11-24T09:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', '2026-11-24T09:30:00.000000Z', NULL, 'Taken back and done again', 'Taken back and done again', 'fae2e9c03bdb5fe1424904ae9b7def6e');
INSERT INTO "tag" (entry_id, name) VALUES ('01M83RDET0388YA1FEW1ZZ97MQ', 'click');
INSERT INTO "tag" (entry_id, name) VALUES ('01M83RDGRGE14JBCD1AAG907Z3', 'click');
INSERT INTO "tag" (entry_id, name) VALUES ('01M83RDHQRRBXC1DRF0GQR2Y4R', 'click');
INSERT INTO "tag" (entry_id, name) VALUES ('01M83RDJQ0GS2XD1NK60Y1HGF1', 'click');
INSERT INTO "tag" (entry_id, name) VALUES ('01M86AT5T0WR4232X4XJP1FQ2B', 'click');
INSERT INTO "tag" (entry_id, name) VALUES ('01M86E81E06DHNSCJFHBJ1MDAK', 'click');
INSERT INTO "tag" (entry_id, name) VALUES ('01M86E81E0DS2Q7KQ0TV6WH67D', 'click');
INSERT INTO "tag" (entry_id, name) VALUES ('01M83RDET0388YA1FEW1ZZ97MQ', 'grösse');
INSERT INTO "tag" (entry_id, name) VALUES ('01M83RDET0388YA1FEW1ZZ97MQ', 'panel');
INSERT INTO "tag" (entry_id, name) VALUES ('01M86AT5T0WR4232X4XJP1FQ2B', 'walk');
INSERT INTO "revision" (id, entry_id, title, text, tags, replaced_at, utc_offset, zone, local_date, told, digest) VALUES ('01M86AT5T06Y6XTWQ9JV9Y1N9M', '01M86AT5T0WR4232X4XJP1FQ2B', 'Walked an hour', CAST(x'57616c6b656420616e20686f75720a0a5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '["click", "walk"]', '2026-11-24T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', '{"title": "Walked an hour", "text": "Walked an hour\n\n[/] [@click=app.quit]x[/] {x} ''q'' \"d\" ); DROP TABLE entry; -- \u001b]52;c;AA\u0007 \u202e right \u200b \u00e9 e\u0301 \u9762\u63a5 \ud83d\ude42 % _ \\n\nline two\ttab", "tags": ["click", "walk"], "when": ["2026-11-24T08:30:00+00:00", 60, "UTC+01:00"], "before": {"mood": 6, "energy": 4, "feelings": []}, "after": {"mood": null, "energy": null, "feelings": []}}', '7225622d91cbebcce657c32067ed94d1');
INSERT INTO "revision" (id, entry_id, title, text, tags, replaced_at, utc_offset, zone, local_date, told, digest) VALUES ('01M83RDFS8MTWHR6QWQZA25NDD', '01M83RDET0388YA1FEW1ZZ97MQ', '[/] [@click=app.quit]x[/] {x} ''q'' "d" ); DROP TABLE entry; --…', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '["click", "grösse", "panel"]', '2026-11-23T08:30:01.000000Z', 60, 'UTC+01:00', '2026-11-23', '{"title": "[/] [@click=app.quit]x[/] {x} ''q'' \"d\" ); DROP TABLE entry; --\u2026", "text": "[/] [@click=app.quit]x[/] {x} ''q'' \"d\" ); DROP TABLE entry; -- \u001b]52;c;AA\u0007 \u202e right \u200b \u00e9 e\u0301 \u9762\u63a5 \ud83d\ude42 % _ \\n\nline two\ttab", "tags": ["click", "gr\u00f6sse", "panel"], "when": ["2026-11-23T08:30:00+00:00", 60, "UTC+01:00"], "before": {"mood": 3, "energy": 2, "feelings": [["shame''\"", 60]]}, "after": {"mood": 2, "energy": null, "feelings": []}, "application": "01M83RDET07N56MBT144BG9BMJ", "company": "Acme [/] [@click=app.quit]x[/] {x} ''q'' \"d\" ); DROP TABLE entry; -- \u001b]52;c;AA\u0007 \u202e right \u200b \u00e9 e\u0301 \u9762\u63a5 \ud83d\ude42 % _ \\n", "role": "Engineer <b>", "stage": "final", "result": "rejected", "source": null, "causes": [["outside me", "[/] [@click=app.quit]x[/] {x} ''q'' \"d\" ); DROP TABLE entry; -- \u001b]52;c;AA\u0007 \u202e right \u200b \u00e9 e\u0301 \u9762\u63a5 \ud83d\ude42 % _ \\n\nline two\ttab"]], "attribution": [10, 20, null], "forecast": null}', 'c1b7cc5b9bf96786d65e9e2764c4bb31');
INSERT INTO "revision" (id, entry_id, title, text, tags, replaced_at, utc_offset, zone, local_date, told, digest) VALUES ('01M83RDFS8V7E880RE1XC4ATDK', '01M86AT5T0WR4232X4XJP1FQ2B', 'walk', CAST(x'57616c6b656420746872656520686f757273205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '["click", "more", "walk"]', '2026-11-23T08:30:01.000000Z', 60, 'UTC+01:00', '2026-11-23', '{"title": "walk", "text": "Walked three hours [/] [@click=app.quit]x[/] {x} ''q'' \"d\" ); DROP TABLE entry; -- \u001b]52;c;AA\u0007 \u202e right \u200b \u00e9 e\u0301 \u9762\u63a5 \ud83d\ude42 % _ \\n\nline two\ttab", "tags": ["click", "more", "walk"], "when": ["2026-11-24T08:30:00+00:00", 60, "UTC+01:00"], "before": {"mood": 6, "energy": 4, "feelings": []}, "after": {"mood": null, "energy": null, "feelings": []}}', '6e66ac630fa07d60a9efd35adcbc0362');
INSERT INTO "revision" (id, entry_id, title, text, tags, replaced_at, utc_offset, zone, local_date, told, digest) VALUES ('01M83RDFS851B2X585BS1K1E7R', '01M83RDET0388YA1FEW1ZZ97MQ', '[/] [@click=app.quit]x[/] {x} ''q'' "d" ); DROP TABLE entry; --…', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '["click", "grösse", "panel"]', '2026-11-23T08:30:01.000000Z', 60, 'UTC+01:00', '2026-11-23', '{"title": "[/] [@click=app.quit]x[/] {x} ''q'' \"d\" ); DROP TABLE entry; --\u2026", "text": "[/] [@click=app.quit]x[/] {x} ''q'' \"d\" ); DROP TABLE entry; -- \u001b]52;c;AA\u0007 \u202e right \u200b \u00e9 e\u0301 \u9762\u63a5 \ud83d\ude42 % _ \\n\nline two\ttab", "tags": ["click", "gr\u00f6sse", "panel"], "when": ["2026-11-23T08:30:00+00:00", 60, "UTC+01:00"], "before": {"mood": 3, "energy": 2, "feelings": [["shame''\"", 60]]}, "after": {"mood": 2, "energy": null, "feelings": []}, "application": "01M83RDET07N56MBT144BG9BMJ", "company": "Acme [/] [@click=app.quit]x[/] {x} ''q'' \"d\" ); DROP TABLE entry; -- \u001b]52;c;AA\u0007 \u202e right \u200b \u00e9 e\u0301 \u9762\u63a5 \ud83d\ude42 % _ \\n", "role": "Engineer <b>", "stage": "final", "result": "rejected", "source": null, "causes": [["outside me", "[/] [@click=app.quit]x[/] {x} ''q'' \"d\" ); DROP TABLE entry; -- \u001b]52;c;AA\u0007 \u202e right \u200b \u00e9 e\u0301 \u9762\u63a5 \ud83d\ude42 % _ \\n\nline two\ttab"]], "attribution": [10, 20, null], "forecast": null}', '7a6082dc65d706d339c5d5e3b7e69780');
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
INSERT INTO "undo_step" (id, label, undone, import) VALUES (11, 'change “[/] [@click=app.quit]x[/] {x} ''q'' "d" )…”', 0, 0);
INSERT INTO "undo_step" (id, label, undone, import) VALUES (12, 'save “title [@click=app.quit]\[/] ''ü'' ␛[2J<U+…”', 0, 0);
INSERT INTO "undo_step" (id, label, undone, import) VALUES (13, 'save “on its way [@click=app.quit]\[/] ''ü'' ␛[…”', 0, 0);
INSERT INTO "undo_step" (id, label, undone, import) VALUES (14, 'save “to be told [@click=app.quit]\[/] ''ü'' ␛[…”', 0, 0);
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
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (31, 11, 'added', 'revision', '["01M83RDFS8MTWHR6QWQZA25NDD"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (32, 11, 'changed', 'entry', '["01M83RDET0388YA1FEW1ZZ97MQ"]', CAST(x'7b2274657874223a225b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d20277127205c22645c2220293b2044524f50205441424c4520656e7472793b202d2d205c75303031625d35323b633b41415c753030303720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c5c6e5c6e6c696e652074776f5c74746162222c22646967657374223a223630643936346166303935653239646436383264643935396161633665313834227d' AS TEXT));
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (33, 11, 'removed', 'cause', '["01M83RDET0JDPC9FBVR6Y6T0NX",0]', CAST(x'7b226576656e745f6964223a2230314d383352444554304a445043394642565236593654304e58222c22706c616365223a302c2273696465223a226f757473696465206d65222c2274657874223a225b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d20277127205c22645c2220293b2044524f50205441424c4520656e7472793b202d2d205c75303031625d35323b633b41415c753030303720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c5c6e5c6e6c696e652074776f5c74746162227d' AS TEXT));
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (34, 11, 'added', 'cause', '["01M83RDET0JDPC9FBVR6Y6T0NX",0]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (35, 11, 'removed', 'attribution', '["01M83RDET0JDPC9FBVR6Y6T0NX",0]', '{"event_id":"01M83RDET0JDPC9FBVR6Y6T0NX","at_close":0,"locus":10,"stability":20,"globality":null}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (36, 11, 'added', 'attribution', '["01M83RDET0JDPC9FBVR6Y6T0NX",0]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (37, 12, 'added', 'tag', '["01M83RDGRGE14JBCD1AAG907Z3","click"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (38, 12, 'added', 'entry', '["01M83RDGRGE14JBCD1AAG907Z3"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (39, 13, 'added', 'tag', '["01M83RDHQRRBXC1DRF0GQR2Y4R","click"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (40, 13, 'added', 'entry', '["01M83RDHQRRBXC1DRF0GQR2Y4R"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (41, 14, 'added', 'tag', '["01M83RDJQ0GS2XD1NK60Y1HGF1","click"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (42, 14, 'added', 'entry', '["01M83RDJQ0GS2XD1NK60Y1HGF1"]', '{}');
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
INSERT INTO "tally" (one, journal, entries, changes) VALUES (1, '7cfa164910a8c22bc932', 8, 17);
INSERT INTO "imported" (format, source_id, place, row_id) VALUES ('jrnl', CAST(x'5b40636c69636b3d6170702e717569745d785b2f5d201b5b33316d' AS TEXT), 'entry', '01M83RDET0388YA1FEW1ZZ97MQ');
INSERT INTO "import_mapping" (headers, mapping) VALUES ('["[@click=app.quit]x[/]"]', '{"text": "\u001b[31m"}');
INSERT INTO "sync" (one, remote, identity, wrapped, machine, counter, taken, worked_at) VALUES (1, CAST(x'2f686f6d652f6d652f656c7365207768657265205b40636c69636b3d6170702e717569745d5c5b2f5d2027c3bc27201b5b324ac285207b787d20257320e280ae3b2044524f50205441424c4520656e7472793b2d2d' AS TEXT), CAST(x'61206b6579205b40636c69636b3d6170702e717569745d5c5b2f5d2027c3bc27201b5b324ac285207b787d20257320e280ae3b2044524f50205441424c4520656e7472793b2d2d' AS TEXT), x'00050a0f14191e23282d32373c41464b50555a5f64696e73787d82878c91969ba0a5aaafb4b9bec3c8cdd2d7dce1e6ebf0f5faff', 'desk', 100, '9a48a684db11d914b75230804eb09442bb681ed0', '2026-11-23T08:30:02.000000Z');
INSERT INTO "sync_parcel" (number, name, counter, machine, made, problem) VALUES (1, 'aaf03ea9dfdfcab3243552fb008fb6a4', 1, 'desk', '2026-11-23T09:30:00+01:00', '');
INSERT INTO "sync_parcel" (number, name, counter, machine, made, problem) VALUES (2, 'ed0dd56b3edf4038660751de810ad8f5', 2, 'desk', '2026-11-23T09:30:02+01:00', '');
INSERT INTO "sync_parcel" (number, name, counter, machine, made, problem) VALUES (3, '223c3fbccf9a24e11a86d1db1f485516', 2, 'desk', '2026-11-23T09:30:01+01:00', '');
INSERT INTO "sync_parcel" (number, name, counter, machine, made, problem) VALUES (4, 'cccccccccccccccccccccccccccccccc', 99, CAST(x'5b40636c69636b3d6170702e717569745d5c5b2f5d2027c3bc27201b5b324ac285207b787d20257320e280ae' AS TEXT), '2026-11-23T09:30:00+01:00', '');
INSERT INTO "sync_parcel" (number, name, counter, machine, made, problem) VALUES (5, '6e55cd73fee0f5ca1231bff3530fe43b', 100, 'desk', '2026-11-23T09:30:03+01:00', '');
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('application', '["01M83RDET07N56MBT144BG9BMJ"]', 1, 0, 1, 'a642cedfc16714ce5f672f74', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('attribution', '["01M83RDET0JDPC9FBVR6Y6T0NX",0]', 1, 22, 1, 'bcdd98c872eb13c2c56338a3', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('cause', '["01M83RDET0JDPC9FBVR6Y6T0NX",0]', 1, 21, 1, '1ab2ab3e014791dbfe66baa9', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('checkin', '["01M83RDET0BAC1491TDK4JC6PR"]', 1, 16, 1, '74a6382895f6fa114744d194', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('checkin', '["01M83RDET0GF330XXZ5V8P9D6X"]', 1, 17, 1, '4be055c62bfe8c83a685f627', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('checkin', '["01M86AT5T0SE6ZMW1KFK109DJQ"]', 1, 18, 1, '08a15b875e4d0d831cf8ef10', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('checkin', '["01M86E81E0EN625S0336P4Y784"]', 1, 19, 1, '835397aeaa95aaaa43336ffc', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('checkin_revision', '["01M86E81E0371NZBR38PWSQG3R"]', 1, 32, 1, '4514aa6ac4b75ec8c5866ddd', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('contact', '["LLLLLLLLLLLLLLLLLLLLLLLLLL","2026-11-20"]', 1, 29, 1, '3544471f8be8064442c1dee4', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('cv_change', '["VVVVVVVVVVVVVVVVVVVVVVVVVV"]', 1, 41, 1, '1cf77898a316ef91b212860e', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('entry', '["01M83RDET0388YA1FEW1ZZ97MQ"]', 2, 0, 1, 'c7f9ba41a89267449155b345', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('entry', '["01M83RDGRGE14JBCD1AAG907Z3"]', 2, 1, 1, 'b34a91d93d89c5dd8de25a2b', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('entry', '["01M83RDHQRRBXC1DRF0GQR2Y4R"]', 5, 0, 1, '50b587b919b0dfa52961ccc6', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('entry', '["01M86AT5T0WR4232X4XJP1FQ2B"]', 1, 4, 1, 'fcc9227d0453362a7497f719', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('entry', '["01M86E81E06DHNSCJFHBJ1MDAK"]', 1, 5, 0, '88034eef1f4a0f1e32ec5572', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('entry', '["01M86E81E0DS2Q7KQ0TV6WH67D"]', 1, 6, 0, '2e8c1af7386a942a079f73f7', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('entry', '["01M86E81E0MK60JT6EYR5PQHAX"]', 1, 7, 1, '1670f410fc57b0a651e9896e', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('episode', '["01M83RDET0JDPC9FBVR6Y6T0NX"]', 1, 24, 1, '02be831599b360ad1243b31e', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('event', '["01M83RDET0J9BWMKZB8Z11X9EJ"]', 1, 1, 1, '45b190de2617be85bf84ad6b', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('event', '["01M83RDET0JDPC9FBVR6Y6T0NX"]', 1, 2, 1, '4b52f6caa4312bc316e5f92f', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('feedback', '["01M83RDET0564T42MC5DKJN4XF"]', 1, 26, 1, 'f66bd33fb321c38da2dce5ed', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('feeling', '["01M83RDET0BAC1491TDK4JC6PR","shame''\""]', 1, 20, 1, '49de5c1457c5db5fd8027d4d', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('focus', '["FFFFFFFFFFFFFFFFFFFFFFFFFF"]', 1, 38, 1, '6e835281fd730ff838057e54', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('guide', '["0000000000000000000000000000000000000000000000000000000000000000"]', 1, 23, 1, '1427b68e94c48ff97c06054f', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('import_mapping', '["[\"[@click=app.quit]x[/]\"]"]', 1, 49, 1, '1e2a0aac5d720149f44898f1', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('imported', '["jrnl","[@click=app.quit]x[/] \u001b[31m"]', 1, 48, 1, '78c35d9115c7e9b2fa0fc844', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('lead', '["LLLLLLLLLLLLLLLLLLLLLLLLLL"]', 1, 28, 1, 'e64bc3e9eb5c0a9ced8b32cf', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('passed_over', '["QQQQQQQQQQQQQQQQQQQQQQQQQQ"]', 1, 47, 1, 'a34eacea76d9dd95848fd8df', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('person', '["IIIIIIIIIIIIIIIIIIIIIIIIII"]', 1, 35, 1, 'b7c27390f6663d8e5b90540d', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('posting', '["OOOOOOOOOOOOOOOOOOOOOOOOOO"]', 1, 39, 1, 'a410723c67fdae59fe7467a9', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('posting_mark', '["OOOOOOOOOOOOOOOOOOOOOOOOOO","FFFFFFFFFFFFFFFFFFFFFFFFFF"]', 1, 40, 1, 'df0060004fb70c19921ff54e', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('preparation', '["PPPPPPPPPPPPPPPPPPPPPPPPPP"]', 1, 44, 1, '8a965a00952b77841a945314', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('remark', '["01M83RDET0564T42MC5DKJN4XF",0]', 1, 27, 1, '628275ab476b752cef6ddb83', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('rest', '["SSSSSSSSSSSSSSSSSSSSSSSSSS"]', 1, 30, 1, 'e0b21bde9ef6af1232ab7495', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('revision', '["01M83RDFS851B2X585BS1K1E7R"]', 3, 1, 1, '06f195505873d3f11a3c360a', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('revision', '["01M83RDFS8MTWHR6QWQZA25NDD"]', 2, 3, 1, 'bf31f08f81f961f5883bfcab', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('revision', '["01M83RDFS8V7E880RE1XC4ATDK"]', 2, 4, 1, '17a8934bf0e6bcb883f6e079', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('revision', '["01M86AT5T06Y6XTWQ9JV9Y1N9M"]', 1, 15, 1, 'b74f87ec7437968118abc9bd', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('said', '["support"]', 1, 46, 1, 'fde3a68ff4d9d3c3fb121126', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('saved_search', '["hard ''days''"]', 1, 33, 1, 'aa17f58846d8f9e008affd31', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('setback', '["PPPPPPPPPPPPPPPPPPPPPPPPPP",0]', 1, 45, 1, 'df7f518795335bf32861b423', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('strength', '["GGGGGGGGGGGGGGGGGGGGGGGGGG"]', 1, 37, 1, '12a709a3489b4b71251c9da9', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('tag', '["01HF000000000000000000000Z","later"]', 4, 0, 1, '947f4f7d6f3268cd2fb47b90', '{"entry_id": "01HF000000000000000000000Z", "name": "later"}');
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('tag', '["01M83RDET0388YA1FEW1ZZ97MQ","click"]', 1, 8, 1, '80da38d94b9a9d3e02fa8eeb', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('tag', '["01M83RDET0388YA1FEW1ZZ97MQ","grösse"]', 1, 9, 1, 'ccef0b67de86fbd488046bc7', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('tag', '["01M83RDET0388YA1FEW1ZZ97MQ","panel"]', 1, 10, 1, '1f21d7dddb5b473d37e20144', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('tag', '["01M83RDGRGE14JBCD1AAG907Z3","click"]', 2, 2, 1, 'ae4afcdf259627d9ea6d6476', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('tag', '["01M83RDHQRRBXC1DRF0GQR2Y4R","click"]', 5, 1, 1, '3d61bb38a0cfba518aff07fb', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('tag', '["01M86AT5T0WR4232X4XJP1FQ2B","click"]', 1, 11, 1, '8e85cf00b5dadc9986a6ff42', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('tag', '["01M86AT5T0WR4232X4XJP1FQ2B","walk"]', 1, 12, 1, '13f9f70795f3ad57147f6c06', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('tag', '["01M86E81E06DHNSCJFHBJ1MDAK","click"]', 1, 13, 1, 'c1817b553430e832c449e1ca', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('tag', '["01M86E81E0DS2Q7KQ0TV6WH67D","click"]', 1, 14, 1, 'd613852641a26db4b32039b6', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('tag_colour', '["panel"]', 1, 34, 1, 'f0629ad8515eaf5c5fdaa79e', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('thought', '["TTTTTTTTTTTTTTTTTTTTTTTTTT"]', 1, 31, 1, 'af328192ee2392c91be1be1d', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('tick', '["01M83RDET0564T42MC5DKJN4XF","step"]', 1, 25, 1, '54b83ef296856051baa24886', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('trap', '["RRRRRRRRRRRRRRRRRRRRRRRRRR"]', 1, 36, 1, 'c475da5cf39e196b7d06f524', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('writing', '["WWWWWWWWWWWWWWWWWWWWWWWWWW"]', 1, 42, 1, '42a5e6ce294eb1bf15f98e0e', NULL);
INSERT INTO "sync_row" (place, row_key, parcel, line, alive, digest, waiting) VALUES ('writing_session', '["WWWWWWWWWWWWWWWWWWWWWWWWWW",1]', 1, 43, 1, '18d8794f4ddd11b731909bd4', NULL);
INSERT INTO "sync_head" (parcel, line, place, row_key, alive, digest, content, settled) VALUES (3, 0, 'entry', '["01M83RDET0388YA1FEW1ZZ97MQ"]', 1, 'fead814eae8df2f5c3e2c497', '{"id": "01M83RDET0388YA1FEW1ZZ97MQ", "event_id": "01M83RDET0JDPC9FBVR6Y6T0NX", "written_at": "2026-11-23T08:30:00.000000Z", "utc_offset": 60, "zone": "UTC+01:00", "local_date": "2026-11-23", "saved_at": "2026-11-23T08:30:00.000000Z", "deleted_at": null, "title": "[/] [@click=app.quit]x[/] {x} ''q'' \"d\" ); DROP TABLE entry; --\u2026", "text": "there [@click=app.quit]\\[/] ''\u00fc'' \u001b[2J\n {x} %s \u202e; DROP TABLE entry;--", "digest": "72d9e0b2576cdf52c897da87762b4c72"}', 0);
INSERT INTO "sync_changed" (place, row_key) VALUES ('entry', '["01M83RDJQ0GS2XD1NK60Y1HGF1"]');
INSERT INTO "sync_changed" (place, row_key) VALUES ('tag', '["01M83RDJQ0GS2XD1NK60Y1HGF1","click"]');
INSERT INTO "sync_out" (name, sealed) VALUES ('6e55cd73fee0f5ca1231bff3530fe43b', x'6167652d656e6372797074696f6e2e6f72672f76310a2d3e20583235353139206956315754362b49446663493856732b2f792b415036337a34446c686b6f4a6f78776975766647646f56670a315a6d397a474a434161707164394a4347393544473076693732617831746a4d2f6269667149314a4437510a2d3e20685459232d67726561736520574b32313d206e226b6d60202b73275b363168440a51393950532b627430573369303432636e2f623242514f725779484a454342664b7937707170764838643247455043594d584c4272674450312f52515a4f4b460a322f726b646e47536969763239614873346d4561747078436e304e6c0a2d2d2d20694b6165706631686771662b4b47736e544d2f696370647254772b4342734154676659342b4a556d7531340a23c55038ff6db427096458899db03ef59a57ba2ac5710d7d1fc827ef5e23bd18d125f49a37cdfcaf3542e6fffb904295610ac9980a68815ab28159785af35afba3d3761e84856def3d2c5900124b15628655dd8537e8c5b486bab15048c628ce003ace37092e46c7cf2920a525608f9b53c8182d77924491ee8376dbba96270398b97e907d273b54da23393dfd8ae684d06591a16330365b00e09b96c69fda425cf1a7150bf69c5d16972dc404d108c8c532ac73bea950e00b779ec0994af28e5f99c451dd5643fcacbe1b3131063d7a87dfdcf966dd258be6feafe9700f0fdad5cc33c5018261eabfaff619a13c172cd0cd31cdea117a12fd79ff28ca4536eeb51385f2236a6a0dc459689709769cfbe0dd685f2e9f14bcff6463bcc18098004659980403fd72bda1fa8be675e50e07cf6afef8a91811d48b90fbfbfa9e7ed082a5e2433058c2e160e6c94b52d97bb4c982e6325fd1b199144733ae8ae89e7da2d946a0b9891ed4759df38d433d06684202eb50807973d3fc1b2951ff1e5b3069e456de75d63169508dbf2c385cd13a6787a39da8c5bffeb0f6fdaa4344ca218a9cba620b59818f01f88b24bdef3987df92bbb15e72f5f5a4b779ae35dcc09f1f38a6b829350807650e04c0ef7494bdfa9d91ca56a83a3bbf1be9f7f3ba32ab504d1869628d4ff072ac0a04a7b7cfcc58f755d4c281916b468f563aa3c0833bbf823d4befadfafaa28baf703f39fd70584e0f6de7457da792d3f2eede494fb0');
DELETE FROM sqlite_sequence;
INSERT INTO "sqlite_sequence" (name, seq) VALUES ('undo_step', 14);
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
-- imported_row as in version 8
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
-- undo_imported_added as in version 8
-- undo_imported_changed as in version 8
-- undo_imported_removed as in version 8
-- sync_row_waiting as in version 9
-- sync_head_row as in version 9
-- sync_application_added as in version 9
-- sync_application_changed as in version 9
-- sync_application_removed as in version 9
-- sync_event_added as in version 9
-- sync_event_changed as in version 9
-- sync_event_removed as in version 9
-- sync_entry_added as in version 9
-- sync_entry_changed as in version 9
-- sync_entry_removed as in version 9
-- sync_tag_added as in version 9
-- sync_tag_changed as in version 9
-- sync_tag_removed as in version 9
-- sync_revision_added as in version 9
-- sync_revision_changed as in version 9
-- sync_revision_removed as in version 9
-- sync_checkin_added as in version 9
-- sync_checkin_changed as in version 9
-- sync_checkin_removed as in version 9
-- sync_feeling_added as in version 9
-- sync_feeling_changed as in version 9
-- sync_feeling_removed as in version 9
-- sync_cause_added as in version 9
-- sync_cause_changed as in version 9
-- sync_cause_removed as in version 9
-- sync_attribution_added as in version 9
-- sync_attribution_changed as in version 9
-- sync_attribution_removed as in version 9
-- sync_episode_added as in version 9
-- sync_episode_changed as in version 9
-- sync_episode_removed as in version 9
-- sync_tick_added as in version 9
-- sync_tick_changed as in version 9
-- sync_tick_removed as in version 9
-- sync_feedback_added as in version 9
-- sync_feedback_changed as in version 9
-- sync_feedback_removed as in version 9
-- sync_remark_added as in version 9
-- sync_remark_changed as in version 9
-- sync_remark_removed as in version 9
-- sync_lead_added as in version 9
-- sync_lead_changed as in version 9
-- sync_lead_removed as in version 9
-- sync_contact_added as in version 9
-- sync_contact_changed as in version 9
-- sync_contact_removed as in version 9
-- sync_rest_added as in version 9
-- sync_rest_changed as in version 9
-- sync_rest_removed as in version 9
-- sync_thought_added as in version 9
-- sync_thought_changed as in version 9
-- sync_thought_removed as in version 9
-- sync_checkin_revision_added as in version 9
-- sync_checkin_revision_changed as in version 9
-- sync_checkin_revision_removed as in version 9
-- sync_saved_search_added as in version 9
-- sync_saved_search_changed as in version 9
-- sync_saved_search_removed as in version 9
-- sync_tag_colour_added as in version 9
-- sync_tag_colour_changed as in version 9
-- sync_tag_colour_removed as in version 9
-- sync_person_added as in version 9
-- sync_person_changed as in version 9
-- sync_person_removed as in version 9
-- sync_trap_added as in version 9
-- sync_trap_changed as in version 9
-- sync_trap_removed as in version 9
-- sync_strength_added as in version 9
-- sync_strength_changed as in version 9
-- sync_strength_removed as in version 9
-- sync_focus_added as in version 9
-- sync_focus_changed as in version 9
-- sync_focus_removed as in version 9
-- sync_posting_added as in version 9
-- sync_posting_changed as in version 9
-- sync_posting_removed as in version 9
-- sync_posting_mark_added as in version 9
-- sync_posting_mark_changed as in version 9
-- sync_posting_mark_removed as in version 9
-- sync_cv_change_added as in version 9
-- sync_cv_change_changed as in version 9
-- sync_cv_change_removed as in version 9
-- sync_writing_added as in version 9
-- sync_writing_changed as in version 9
-- sync_writing_removed as in version 9
-- sync_writing_session_added as in version 9
-- sync_writing_session_changed as in version 9
-- sync_writing_session_removed as in version 9
-- sync_preparation_added as in version 9
-- sync_preparation_changed as in version 9
-- sync_preparation_removed as in version 9
-- sync_setback_added as in version 9
-- sync_setback_changed as in version 9
-- sync_setback_removed as in version 9
-- sync_passed_over_added as in version 9
-- sync_passed_over_changed as in version 9
-- sync_passed_over_removed as in version 9
-- sync_imported_added as in version 9
-- sync_imported_changed as in version 9
-- sync_imported_removed as in version 9
-- sync_guide_added as in version 9
-- sync_guide_changed as in version 9
-- sync_guide_removed as in version 9
-- sync_said_added as in version 9
-- sync_said_changed as in version 9
-- sync_said_removed as in version 9
-- sync_import_mapping_added as in version 9
-- sync_import_mapping_changed as in version 9
-- sync_import_mapping_removed as in version 9
COMMIT;
