-- A journal as version 3 of the schema left it.
PRAGMA application_id = 1651401570;
PRAGMA user_version = 3;
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
) STRICT;
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
) STRICT;
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
, told TEXT CHECK (told IS NULL OR json_valid(told))) STRICT;
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
) STRICT;
CREATE TABLE tick (
    episode_id TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    step_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'not for me')),
    note TEXT NOT NULL DEFAULT '',
    plan TEXT NOT NULL DEFAULT '',
    ticked_at TEXT NOT NULL CHECK (ticked_at GLOB '????-??-??T??:??:??.??????Z'),
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1440 AND 1440),
    zone TEXT NOT NULL,
    local_date TEXT NOT NULL CHECK (local_date IS date(local_date, '+0 days')),
    PRIMARY KEY (episode_id, step_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE feedback (
    episode_id TEXT PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('not asked', 'asked', 'answered', 'declined', 'silent')),
    asked_on TEXT CHECK (asked_on IS date(asked_on, '+0 days')),
    follow_up_on TEXT CHECK (follow_up_on IS date(follow_up_on, '+0 days')),
    answered_on TEXT CHECK (answered_on IS date(answered_on, '+0 days')),
    answer TEXT NOT NULL DEFAULT ''
) STRICT;
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
) STRICT;
CREATE TABLE rest (
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
    starts TEXT CHECK (starts IS date(starts, '+0 days')) NOT NULL,
    ends TEXT CHECK (ends IS date(ends, '+0 days')) NOT NULL,
    enjoy TEXT NOT NULL,
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
) STRICT;
CREATE TABLE draft (
    form TEXT NOT NULL,
    target TEXT NOT NULL,  -- the key of what is being edited, empty for something new
    content TEXT NOT NULL CHECK (json_valid(content)),
    saved_at TEXT NOT NULL CHECK (saved_at GLOB '????-??-??T??:??:??.??????Z'),
    PRIMARY KEY (form, target)
) STRICT, WITHOUT ROWID;
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
    FROM thought WHERE thought.episode_id = episode.id ORDER BY thought.id)), '') AS thoughts
    FROM entry LEFT JOIN event ON event.id = entry.event_id
    LEFT JOIN application ON application.id = event.application_id
    LEFT JOIN episode ON episode.event_id = entry.event_id;
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
) STRICT;
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
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (1, 'bounceback', 'first_version', '2026-11-25 23:03:25.666865+00:00');
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (2, 'bounceback', 'words_of_feedback_and_thoughts', '2026-11-25 23:03:25.669584+00:00');
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (3, 'bounceback', 'versions_and_steps_to_take_back', '2026-11-25 23:03:25.675243+00:00');
INSERT INTO "application" (id, company, company_key, role, role_key, source, specialised, link, notes, added_at, utc_offset, zone, local_date, deleted_at) VALUES ('01M83RDET07ZSQZNHH4QWVC8AP', CAST(x'41636d65205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e' AS TEXT), CAST(x'61636d65205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2064726f70207461626c6520656e7472793b202d2d201b5d35323b633b61610720e280ae20726967687420e2808b20c3a920c3a920e99da2e68ea520f09f99822025205f205c6e' AS TEXT), 'Engineer <b>', 'engineer <b>', NULL, NULL, '', '', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', NULL);
INSERT INTO "event" (seq, id, application_id, kind, happened_at, utc_offset, zone, local_date, date_known, note, deleted_at) VALUES (1, '01M83RDET0XQMSC3K33WVWS7MD', '01M83RDET07ZSQZNHH4QWVC8AP', 'final', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', 0, '', NULL);
INSERT INTO "event" (seq, id, application_id, kind, happened_at, utc_offset, zone, local_date, date_known, note, deleted_at) VALUES (2, '01M83RDET0TXJRJJP4J18H8B5Y', '01M83RDET07ZSQZNHH4QWVC8AP', 'rejected', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', 1, '', NULL);
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text) VALUES (1795422600000000, '01M83RDET09A2Y0SF6817J357P', '01M83RDET0TXJRJJP4J18H8B5Y', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', '2026-11-23T08:30:00.000000Z', NULL, '[/] [@click=app.quit]x[/] {x} ''q'' "d" ); DROP TABLE entry; --…', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text) VALUES (1795509000000000, '01M86AT5T0DW5TBR54YTZ33XAF', NULL, '2026-11-24T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', '2026-11-24T08:30:00.000000Z', NULL, 'walk', CAST(x'57616c6b65642074776f20686f757273205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text) VALUES (1795512600000000, '01M86E81E0W9KDSDBJ609FRJV1', NULL, '2026-11-24T09:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', '2026-11-24T09:30:00.000000Z', '2026-11-24T09:30:00.000000Z', 'In the trash [/] [@click=app.quit]x[/] {x} ''q'' "d" ); DROP TABLE entry…', CAST(x'496e20746865207472617368205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text) VALUES (1795512600000001, '01M86E81E0P32T86354WSDM2VK', NULL, '2026-11-24T09:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', '2026-11-24T09:30:00.000000Z', '2026-11-24T09:30:00.000000Z', 'Taken back [/] [@click=app.quit]x[/] {x} ''q'' "d" ); DROP TABLE entry…', CAST(x'54616b656e206261636b205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text) VALUES (1795512600000002, '01M86E81E006NNYRQDBEY9X312', NULL, '2026-11-24T09:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', '2026-11-24T09:30:00.000000Z', NULL, 'Taken back and done again', 'Taken back and done again');
INSERT INTO "tag" (entry_id, name) VALUES ('01M83RDET09A2Y0SF6817J357P', 'click');
INSERT INTO "tag" (entry_id, name) VALUES ('01M83RDET09A2Y0SF6817J357P', 'grösse');
INSERT INTO "tag" (entry_id, name) VALUES ('01M83RDET09A2Y0SF6817J357P', 'panel');
INSERT INTO "tag" (entry_id, name) VALUES ('01M86AT5T0DW5TBR54YTZ33XAF', 'click');
INSERT INTO "tag" (entry_id, name) VALUES ('01M86AT5T0DW5TBR54YTZ33XAF', 'walk');
INSERT INTO "tag" (entry_id, name) VALUES ('01M86E81E0P32T86354WSDM2VK', 'click');
INSERT INTO "tag" (entry_id, name) VALUES ('01M86E81E0W9KDSDBJ609FRJV1', 'click');
INSERT INTO "revision" (id, entry_id, title, text, tags, replaced_at, utc_offset, zone, local_date, told) VALUES ('01M86AT5T089Z9JJHPN21WH03Q', '01M86AT5T0DW5TBR54YTZ33XAF', 'Walked an hour', CAST(x'57616c6b656420616e20686f75720a0a5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '["click", "walk"]', '2026-11-24T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', '{"title": "Walked an hour", "text": "Walked an hour\n\n[/] [@click=app.quit]x[/] {x} ''q'' \"d\" ); DROP TABLE entry; -- \u001b]52;c;AA\u0007 \u202e right \u200b \u00e9 e\u0301 \u9762\u63a5 \ud83d\ude42 % _ \\n\nline two\ttab", "tags": ["click", "walk"], "when": ["2026-11-24T08:30:00+00:00", 60, "UTC+01:00"], "before": {"mood": 6, "energy": 4, "feelings": []}, "after": {"mood": null, "energy": null, "feelings": []}}');
INSERT INTO "checkin" (id, mood, energy, relation, entry_id, felt_at, utc_offset, zone, local_date, deleted_at) VALUES ('01M83RDET0P1ENE87MAZBSBBQG', 3, 2, 'before', '01M83RDET09A2Y0SF6817J357P', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', NULL);
INSERT INTO "checkin" (id, mood, energy, relation, entry_id, felt_at, utc_offset, zone, local_date, deleted_at) VALUES ('01M83RDET0R6NGM3X71GVFSGGY', 2, NULL, 'after', '01M83RDET09A2Y0SF6817J357P', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', NULL);
INSERT INTO "checkin" (id, mood, energy, relation, entry_id, felt_at, utc_offset, zone, local_date, deleted_at) VALUES ('01M86AT5T0V4BR0XB5Q7KM8R4E', 6, 4, 'before', '01M86AT5T0DW5TBR54YTZ33XAF', '2026-11-24T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', NULL);
INSERT INTO "checkin" (id, mood, energy, relation, entry_id, felt_at, utc_offset, zone, local_date, deleted_at) VALUES ('01M86E81E0YWYNETYJ1KHF00Z4', 6, NULL, 'next day', '01M83RDET09A2Y0SF6817J357P', '2026-11-24T09:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', NULL);
INSERT INTO "feeling" (checkin_id, name, strength) VALUES ('01M83RDET0P1ENE87MAZBSBBQG', 'shame''"', 60);
INSERT INTO "cause" (event_id, place, side, text) VALUES ('01M83RDET0TXJRJJP4J18H8B5Y', 0, 'outside me', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "attribution" (event_id, at_close, locus, stability, globality) VALUES ('01M83RDET0TXJRJJP4J18H8B5Y', 0, 10, 20, NULL);
INSERT INTO "guide" (digest, outline) VALUES ('0000000000000000000000000000000000000000000000000000000000000000', '{"title": "old"}');
INSERT INTO "episode" (id, event_id, forecast, closed_at) VALUES ('01M83RDET0257KWPPPES3G7VVX', '01M83RDET0TXJRJJP4J18H8B5Y', NULL, NULL);
INSERT INTO "tick" (episode_id, step_id, state, note, plan, ticked_at, utc_offset, zone, local_date) VALUES ('01M83RDET0257KWPPPES3G7VVX', 'step', 'done', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '2026-11-23T08:30:00.000000Z', 60, 'Europe/Berlin', '2026-11-23');
INSERT INTO "feedback" (episode_id, state, asked_on, follow_up_on, answered_on, answer) VALUES ('01M83RDET0257KWPPPES3G7VVX', 'answered', '2026-11-24', NULL, NULL, CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "remark" (episode_id, place, kind, theme, text) VALUES ('01M83RDET0257KWPPPES3G7VVX', 0, 'strength', 'clarity', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "lead" (id, kind, name, note, next_on, done) VALUES ('LLLLLLLLLLLLLLLLLLLLLLLLLL', 'friend', 'Ann', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '2026-11-30', 0);
INSERT INTO "rest" (id, starts, ends, enjoy) VALUES ('SSSSSSSSSSSSSSSSSSSSSSSSSS', '2026-11-23', '2026-11-24', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "thought" (id, episode_id, thought, belief_before, evidence_for, evidence_against, traps, fairer, belief_after, written_at, utc_offset, zone, local_date) VALUES ('TTTTTTTTTTTTTTTTTTTTTTTTTT', '01M83RDET0257KWPPPES3G7VVX', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), 80, CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '', '["fortune", "all \"or\""]', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), NULL, '2026-11-23T08:30:00.000000Z', 60, 'Europe/Berlin', '2026-11-23');
INSERT INTO "draft" (form, target, content, saved_at) VALUES ('write', '', '{"text": "A draft [/] [@click=app.quit]x[/] {x} ''q'' \"d\" ); DROP TABLE entry; -- \u001b]52;c;AA\u0007 \u202e right \u200b \u00e9 e\u0301 \u9762\u63a5 \ud83d\ude42 % _ \\n\nline two\ttab"}', '2026-11-24T09:30:00.000000Z');
INSERT INTO "checkin_revision" (id, checkin_id, reading, replaced_at, utc_offset, zone, local_date) VALUES ('01M86E81E0E5Y36HVVTW11Y19V', '01M86E81E0YWYNETYJ1KHF00Z4', '{"mood": 5, "energy": null, "feelings": [["hope", 40]]}', '2026-11-24T09:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24');
INSERT INTO "saved_search" (name, query) VALUES ('hard ''days''', 'mood:<4 "x"');
INSERT INTO "tag_colour" (name, colour) VALUES ('panel', 'red');
INSERT INTO "undo_step" (id, label, undone) VALUES (1, 'save what happened with Acme [/] [@click=app.quit]x[/] {x} ''q'' "', 0);
INSERT INTO "undo_step" (id, label, undone) VALUES (2, 'save “Walked an hour”', 0);
INSERT INTO "undo_step" (id, label, undone) VALUES (3, 'change “Walked an hour”', 0);
INSERT INTO "undo_step" (id, label, undone) VALUES (4, 'save “In the trash [/] [@click=app.quit]x[/]…”', 0);
INSERT INTO "undo_step" (id, label, undone) VALUES (5, 'delete “In the trash [/] [@click=app.quit]x[/]…”', 0);
INSERT INTO "undo_step" (id, label, undone) VALUES (6, 'save a check-in', 0);
INSERT INTO "undo_step" (id, label, undone) VALUES (7, 'change a check-in', 0);
INSERT INTO "undo_step" (id, label, undone) VALUES (9, 'save “Taken back and done again”', 0);
INSERT INTO "undo_step" (id, label, undone) VALUES (10, 'change “walk”', 1);
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (1, 1, 'added', 'application', '["01M83RDET07ZSQZNHH4QWVC8AP"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (2, 1, 'added', 'event', '["01M83RDET0XQMSC3K33WVWS7MD"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (3, 1, 'added', 'event', '["01M83RDET0TXJRJJP4J18H8B5Y"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (4, 1, 'added', 'episode', '["01M83RDET0TXJRJJP4J18H8B5Y"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (6, 1, 'added', 'tag', '["01M83RDET09A2Y0SF6817J357P","click"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (7, 1, 'added', 'tag', '["01M83RDET09A2Y0SF6817J357P","grösse"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (8, 1, 'added', 'tag', '["01M83RDET09A2Y0SF6817J357P","panel"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (9, 1, 'added', 'entry', '["01M83RDET09A2Y0SF6817J357P"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (10, 1, 'added', 'checkin', '["01M83RDET0P1ENE87MAZBSBBQG"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (11, 1, 'added', 'feeling', '["01M83RDET0P1ENE87MAZBSBBQG","shame''\""]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (12, 1, 'added', 'checkin', '["01M83RDET0R6NGM3X71GVFSGGY"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (13, 2, 'added', 'tag', '["01M86AT5T0DW5TBR54YTZ33XAF","click"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (14, 2, 'added', 'tag', '["01M86AT5T0DW5TBR54YTZ33XAF","walk"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (15, 2, 'added', 'entry', '["01M86AT5T0DW5TBR54YTZ33XAF"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (16, 2, 'added', 'checkin', '["01M86AT5T0V4BR0XB5Q7KM8R4E"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (17, 3, 'added', 'revision', '["01M86AT5T089Z9JJHPN21WH03Q"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (18, 3, 'changed', 'entry', '["01M86AT5T0DW5TBR54YTZ33XAF"]', CAST(x'7b227469746c65223a2257616c6b656420616e20686f7572222c2274657874223a2257616c6b656420616e20686f75725c6e5c6e5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d20277127205c22645c2220293b2044524f50205441424c4520656e7472793b202d2d205c75303031625d35323b633b41415c753030303720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c5c6e5c6e6c696e652074776f5c74746162227d' AS TEXT));
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (19, 4, 'added', 'tag', '["01M86E81E0W9KDSDBJ609FRJV1","click"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (20, 4, 'added', 'entry', '["01M86E81E0W9KDSDBJ609FRJV1"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (21, 5, 'changed', 'entry', '["01M86E81E0W9KDSDBJ609FRJV1"]', '{"deleted_at":null}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (22, 6, 'added', 'checkin', '["01M86E81E0YWYNETYJ1KHF00Z4"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (23, 6, 'added', 'feeling', '["01M86E81E0YWYNETYJ1KHF00Z4","hope"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (24, 7, 'added', 'checkin_revision', '["01M86E81E0E5Y36HVVTW11Y19V"]', '{}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (25, 7, 'changed', 'checkin', '["01M86E81E0YWYNETYJ1KHF00Z4"]', '{"mood":5}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (26, 7, 'removed', 'feeling', '["01M86E81E0YWYNETYJ1KHF00Z4","hope"]', '{"checkin_id":"01M86E81E0YWYNETYJ1KHF00Z4","name":"hope","strength":40}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (27, 9, 'changed', 'entry', '["01M86E81E006NNYRQDBEY9X312"]', '{"deleted_at":"2026-11-24T09:30:00.000000Z"}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (28, 10, 'removed', 'tag', '["01M86AT5T0DW5TBR54YTZ33XAF","more"]', '{"entry_id":"01M86AT5T0DW5TBR54YTZ33XAF","name":"more"}');
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (29, 10, 'changed', 'entry', '["01M86AT5T0DW5TBR54YTZ33XAF"]', CAST(x'7b2274657874223a2257616c6b656420746872656520686f757273205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d20277127205c22645c2220293b2044524f50205441424c4520656e7472793b202d2d205c75303031625d35323b633b41415c753030303720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c5c6e5c6e6c696e652074776f5c74746162227d' AS TEXT));
INSERT INTO "undo_change" (seq, step_id, kind, place, row_key, before) VALUES (30, 10, 'removed', 'revision', '["01M86E81E0AMHX2NHDVYHQYTMV"]', CAST(x'7b226964223a2230314d38364538314530414d4858324e48445659485159544d56222c22656e7472795f6964223a2230314d38364154355430445735544252353459545a3333584146222c227469746c65223a2277616c6b222c2274657874223a2257616c6b65642074776f20686f757273205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d20277127205c22645c2220293b2044524f50205441424c4520656e7472793b202d2d205c75303031625d35323b633b41415c753030303720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c5c6e5c6e6c696e652074776f5c74746162222c2274616773223a225b5c22636c69636b5c222c205c2277616c6b5c225d222c227265706c616365645f6174223a22323032362d31312d32345430393a33303a30302e3030303030305a222c227574635f6f6666736574223a36302c227a6f6e65223a225554432b30313a3030222c226c6f63616c5f64617465223a22323032362d31312d3234222c22746f6c64223a227b5c227469746c655c223a205c2277616c6b5c222c205c22746578745c223a205c2257616c6b65642074776f20686f757273205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d20277127205c5c5c22645c5c5c2220293b2044524f50205441424c4520656e7472793b202d2d205c5c75303031625d35323b633b41415c5c7530303037205c5c7532303265207269676874205c5c7532303062205c5c753030653920655c5c7530333031205c5c75393736325c5c7536336135205c5c75643833645c5c75646534322025205f205c5c5c5c6e5c5c6e6c696e652074776f5c5c747461625c222c205c22746167735c223a205b5c22636c69636b5c222c205c2277616c6b5c225d2c205c227768656e5c223a205b5c22323032362d31312d32345430383a33303a30302b30303a30305c222c2036302c205c225554432b30313a30305c225d2c205c226265666f72655c223a207b5c226d6f6f645c223a20362c205c22656e657267795c223a20342c205c226665656c696e67735c223a205b5d7d2c205c2261667465725c223a207b5c226d6f6f645c223a206e756c6c2c205c22656e657267795c223a206e756c6c2c205c226665656c696e67735c223a205b5d7d7d227d' AS TEXT));
INSERT INTO "undo_now" (one, step_id) VALUES (1, NULL);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES ('undo_step', 10);
INSERT INTO entry_words (entry_words) VALUES ('rebuild');
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
-- words_thought_adding as in version 2
-- words_thought_added as in version 2
-- words_thought_changing as in version 2
-- words_thought_changed as in version 2
-- words_thought_removing as in version 2
-- words_thought_removed as in version 2
CREATE INDEX checkin_revision_of ON checkin_revision (checkin_id);
CREATE INDEX undo_change_step ON undo_change (step_id, seq);
CREATE TRIGGER undo_application_added AFTER INSERT ON application
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'application', json_array(new.id), '{}' FROM undo_now; END;
CREATE TRIGGER undo_application_changed AFTER UPDATE ON application
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'application', json_array(new.id), (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, old.id AS value WHERE old.id IS NOT new.id UNION ALL SELECT 'company' AS name, old.company AS value WHERE old.company IS NOT new.company UNION ALL SELECT 'company_key' AS name, old.company_key AS value WHERE old.company_key IS NOT new.company_key UNION ALL SELECT 'role' AS name, old.role AS value WHERE old.role IS NOT new.role UNION ALL SELECT 'role_key' AS name, old.role_key AS value WHERE old.role_key IS NOT new.role_key UNION ALL SELECT 'source' AS name, old.source AS value WHERE old.source IS NOT new.source UNION ALL SELECT 'specialised' AS name, old.specialised AS value WHERE old.specialised IS NOT new.specialised UNION ALL SELECT 'link' AS name, old.link AS value WHERE old.link IS NOT new.link UNION ALL SELECT 'notes' AS name, old.notes AS value WHERE old.notes IS NOT new.notes UNION ALL SELECT 'added_at' AS name, old.added_at AS value WHERE old.added_at IS NOT new.added_at UNION ALL SELECT 'utc_offset' AS name, old.utc_offset AS value WHERE old.utc_offset IS NOT new.utc_offset UNION ALL SELECT 'zone' AS name, old.zone AS value WHERE old.zone IS NOT new.zone UNION ALL SELECT 'local_date' AS name, old.local_date AS value WHERE old.local_date IS NOT new.local_date UNION ALL SELECT 'deleted_at' AS name, old.deleted_at AS value WHERE old.deleted_at IS NOT new.deleted_at)) FROM undo_now; END;
CREATE TRIGGER undo_application_removed AFTER DELETE ON application
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'application', json_array(old.id), json_object('id', old.id, 'company', old.company, 'company_key', old.company_key, 'role', old.role, 'role_key', old.role_key, 'source', old.source, 'specialised', old.specialised, 'link', old.link, 'notes', old.notes, 'added_at', old.added_at, 'utc_offset', old.utc_offset, 'zone', old.zone, 'local_date', old.local_date, 'deleted_at', old.deleted_at) FROM undo_now; END;
CREATE TRIGGER undo_event_added AFTER INSERT ON event
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'event', json_array(new.id), '{}' FROM undo_now; END;
CREATE TRIGGER undo_event_changed AFTER UPDATE ON event
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'event', json_array(new.id), (SELECT json_group_object(name, value) FROM (SELECT 'seq' AS name, old.seq AS value WHERE old.seq IS NOT new.seq UNION ALL SELECT 'id' AS name, old.id AS value WHERE old.id IS NOT new.id UNION ALL SELECT 'application_id' AS name, old.application_id AS value WHERE old.application_id IS NOT new.application_id UNION ALL SELECT 'kind' AS name, old.kind AS value WHERE old.kind IS NOT new.kind UNION ALL SELECT 'happened_at' AS name, old.happened_at AS value WHERE old.happened_at IS NOT new.happened_at UNION ALL SELECT 'utc_offset' AS name, old.utc_offset AS value WHERE old.utc_offset IS NOT new.utc_offset UNION ALL SELECT 'zone' AS name, old.zone AS value WHERE old.zone IS NOT new.zone UNION ALL SELECT 'local_date' AS name, old.local_date AS value WHERE old.local_date IS NOT new.local_date UNION ALL SELECT 'date_known' AS name, old.date_known AS value WHERE old.date_known IS NOT new.date_known UNION ALL SELECT 'note' AS name, old.note AS value WHERE old.note IS NOT new.note UNION ALL SELECT 'deleted_at' AS name, old.deleted_at AS value WHERE old.deleted_at IS NOT new.deleted_at)) FROM undo_now; END;
CREATE TRIGGER undo_event_removed AFTER DELETE ON event
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'event', json_array(old.id), json_object('seq', old.seq, 'id', old.id, 'application_id', old.application_id, 'kind', old.kind, 'happened_at', old.happened_at, 'utc_offset', old.utc_offset, 'zone', old.zone, 'local_date', old.local_date, 'date_known', old.date_known, 'note', old.note, 'deleted_at', old.deleted_at) FROM undo_now; END;
CREATE TRIGGER undo_entry_added AFTER INSERT ON entry
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'entry', json_array(new.id), '{}' FROM undo_now; END;
CREATE TRIGGER undo_entry_changed AFTER UPDATE ON entry
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'entry', json_array(new.id), (SELECT json_group_object(name, value) FROM (SELECT 'position' AS name, old.position AS value WHERE old.position IS NOT new.position UNION ALL SELECT 'id' AS name, old.id AS value WHERE old.id IS NOT new.id UNION ALL SELECT 'event_id' AS name, old.event_id AS value WHERE old.event_id IS NOT new.event_id UNION ALL SELECT 'written_at' AS name, old.written_at AS value WHERE old.written_at IS NOT new.written_at UNION ALL SELECT 'utc_offset' AS name, old.utc_offset AS value WHERE old.utc_offset IS NOT new.utc_offset UNION ALL SELECT 'zone' AS name, old.zone AS value WHERE old.zone IS NOT new.zone UNION ALL SELECT 'local_date' AS name, old.local_date AS value WHERE old.local_date IS NOT new.local_date UNION ALL SELECT 'saved_at' AS name, old.saved_at AS value WHERE old.saved_at IS NOT new.saved_at UNION ALL SELECT 'deleted_at' AS name, old.deleted_at AS value WHERE old.deleted_at IS NOT new.deleted_at UNION ALL SELECT 'title' AS name, old.title AS value WHERE old.title IS NOT new.title UNION ALL SELECT 'text' AS name, old.text AS value WHERE old.text IS NOT new.text)) FROM undo_now; END;
CREATE TRIGGER undo_entry_removed AFTER DELETE ON entry
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'entry', json_array(old.id), json_object('position', old.position, 'id', old.id, 'event_id', old.event_id, 'written_at', old.written_at, 'utc_offset', old.utc_offset, 'zone', old.zone, 'local_date', old.local_date, 'saved_at', old.saved_at, 'deleted_at', old.deleted_at, 'title', old.title, 'text', old.text) FROM undo_now; END;
CREATE TRIGGER undo_tag_added AFTER INSERT ON tag
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'tag', json_array(new.entry_id, new.name), '{}' FROM undo_now; END;
CREATE TRIGGER undo_tag_changed AFTER UPDATE ON tag
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'tag', json_array(new.entry_id, new.name), (SELECT json_group_object(name, value) FROM (SELECT 'entry_id' AS name, old.entry_id AS value WHERE old.entry_id IS NOT new.entry_id UNION ALL SELECT 'name' AS name, old.name AS value WHERE old.name IS NOT new.name)) FROM undo_now; END;
CREATE TRIGGER undo_tag_removed AFTER DELETE ON tag
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'tag', json_array(old.entry_id, old.name), json_object('entry_id', old.entry_id, 'name', old.name) FROM undo_now; END;
CREATE TRIGGER undo_revision_added AFTER INSERT ON revision
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'revision', json_array(new.id), '{}' FROM undo_now; END;
CREATE TRIGGER undo_revision_changed AFTER UPDATE ON revision
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'revision', json_array(new.id), (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, old.id AS value WHERE old.id IS NOT new.id UNION ALL SELECT 'entry_id' AS name, old.entry_id AS value WHERE old.entry_id IS NOT new.entry_id UNION ALL SELECT 'title' AS name, old.title AS value WHERE old.title IS NOT new.title UNION ALL SELECT 'text' AS name, old.text AS value WHERE old.text IS NOT new.text UNION ALL SELECT 'tags' AS name, old.tags AS value WHERE old.tags IS NOT new.tags UNION ALL SELECT 'replaced_at' AS name, old.replaced_at AS value WHERE old.replaced_at IS NOT new.replaced_at UNION ALL SELECT 'utc_offset' AS name, old.utc_offset AS value WHERE old.utc_offset IS NOT new.utc_offset UNION ALL SELECT 'zone' AS name, old.zone AS value WHERE old.zone IS NOT new.zone UNION ALL SELECT 'local_date' AS name, old.local_date AS value WHERE old.local_date IS NOT new.local_date UNION ALL SELECT 'told' AS name, old.told AS value WHERE old.told IS NOT new.told)) FROM undo_now; END;
CREATE TRIGGER undo_revision_removed AFTER DELETE ON revision
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'revision', json_array(old.id), json_object('id', old.id, 'entry_id', old.entry_id, 'title', old.title, 'text', old.text, 'tags', old.tags, 'replaced_at', old.replaced_at, 'utc_offset', old.utc_offset, 'zone', old.zone, 'local_date', old.local_date, 'told', old.told) FROM undo_now; END;
CREATE TRIGGER undo_checkin_added AFTER INSERT ON checkin
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'checkin', json_array(new.id), '{}' FROM undo_now; END;
CREATE TRIGGER undo_checkin_changed AFTER UPDATE ON checkin
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'checkin', json_array(new.id), (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, old.id AS value WHERE old.id IS NOT new.id UNION ALL SELECT 'mood' AS name, old.mood AS value WHERE old.mood IS NOT new.mood UNION ALL SELECT 'energy' AS name, old.energy AS value WHERE old.energy IS NOT new.energy UNION ALL SELECT 'relation' AS name, old.relation AS value WHERE old.relation IS NOT new.relation UNION ALL SELECT 'entry_id' AS name, old.entry_id AS value WHERE old.entry_id IS NOT new.entry_id UNION ALL SELECT 'felt_at' AS name, old.felt_at AS value WHERE old.felt_at IS NOT new.felt_at UNION ALL SELECT 'utc_offset' AS name, old.utc_offset AS value WHERE old.utc_offset IS NOT new.utc_offset UNION ALL SELECT 'zone' AS name, old.zone AS value WHERE old.zone IS NOT new.zone UNION ALL SELECT 'local_date' AS name, old.local_date AS value WHERE old.local_date IS NOT new.local_date UNION ALL SELECT 'deleted_at' AS name, old.deleted_at AS value WHERE old.deleted_at IS NOT new.deleted_at)) FROM undo_now; END;
CREATE TRIGGER undo_checkin_removed AFTER DELETE ON checkin
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'checkin', json_array(old.id), json_object('id', old.id, 'mood', old.mood, 'energy', old.energy, 'relation', old.relation, 'entry_id', old.entry_id, 'felt_at', old.felt_at, 'utc_offset', old.utc_offset, 'zone', old.zone, 'local_date', old.local_date, 'deleted_at', old.deleted_at) FROM undo_now; END;
CREATE TRIGGER undo_feeling_added AFTER INSERT ON feeling
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'feeling', json_array(new.checkin_id, new.name), '{}' FROM undo_now; END;
CREATE TRIGGER undo_feeling_changed AFTER UPDATE ON feeling
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'feeling', json_array(new.checkin_id, new.name), (SELECT json_group_object(name, value) FROM (SELECT 'checkin_id' AS name, old.checkin_id AS value WHERE old.checkin_id IS NOT new.checkin_id UNION ALL SELECT 'name' AS name, old.name AS value WHERE old.name IS NOT new.name UNION ALL SELECT 'strength' AS name, old.strength AS value WHERE old.strength IS NOT new.strength)) FROM undo_now; END;
CREATE TRIGGER undo_feeling_removed AFTER DELETE ON feeling
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'feeling', json_array(old.checkin_id, old.name), json_object('checkin_id', old.checkin_id, 'name', old.name, 'strength', old.strength) FROM undo_now; END;
CREATE TRIGGER undo_cause_added AFTER INSERT ON cause
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'cause', json_array(new.event_id, new.place), '{}' FROM undo_now; END;
CREATE TRIGGER undo_cause_changed AFTER UPDATE ON cause
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'cause', json_array(new.event_id, new.place), (SELECT json_group_object(name, value) FROM (SELECT 'event_id' AS name, old.event_id AS value WHERE old.event_id IS NOT new.event_id UNION ALL SELECT 'place' AS name, old.place AS value WHERE old.place IS NOT new.place UNION ALL SELECT 'side' AS name, old.side AS value WHERE old.side IS NOT new.side UNION ALL SELECT 'text' AS name, old.text AS value WHERE old.text IS NOT new.text)) FROM undo_now; END;
CREATE TRIGGER undo_cause_removed AFTER DELETE ON cause
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'cause', json_array(old.event_id, old.place), json_object('event_id', old.event_id, 'place', old.place, 'side', old.side, 'text', old.text) FROM undo_now; END;
CREATE TRIGGER undo_attribution_added AFTER INSERT ON attribution
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'attribution', json_array(new.event_id, new.at_close), '{}' FROM undo_now; END;
CREATE TRIGGER undo_attribution_changed AFTER UPDATE ON attribution
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'attribution', json_array(new.event_id, new.at_close), (SELECT json_group_object(name, value) FROM (SELECT 'event_id' AS name, old.event_id AS value WHERE old.event_id IS NOT new.event_id UNION ALL SELECT 'at_close' AS name, old.at_close AS value WHERE old.at_close IS NOT new.at_close UNION ALL SELECT 'locus' AS name, old.locus AS value WHERE old.locus IS NOT new.locus UNION ALL SELECT 'stability' AS name, old.stability AS value WHERE old.stability IS NOT new.stability UNION ALL SELECT 'globality' AS name, old.globality AS value WHERE old.globality IS NOT new.globality)) FROM undo_now; END;
CREATE TRIGGER undo_attribution_removed AFTER DELETE ON attribution
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'attribution', json_array(old.event_id, old.at_close), json_object('event_id', old.event_id, 'at_close', old.at_close, 'locus', old.locus, 'stability', old.stability, 'globality', old.globality) FROM undo_now; END;
CREATE TRIGGER undo_episode_added AFTER INSERT ON episode
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'episode', json_array(new.event_id), '{}' FROM undo_now; END;
CREATE TRIGGER undo_episode_changed AFTER UPDATE ON episode
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'episode', json_array(new.event_id), (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, old.id AS value WHERE old.id IS NOT new.id UNION ALL SELECT 'event_id' AS name, old.event_id AS value WHERE old.event_id IS NOT new.event_id UNION ALL SELECT 'forecast' AS name, old.forecast AS value WHERE old.forecast IS NOT new.forecast UNION ALL SELECT 'closed_at' AS name, old.closed_at AS value WHERE old.closed_at IS NOT new.closed_at)) FROM undo_now; END;
CREATE TRIGGER undo_episode_removed AFTER DELETE ON episode
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'episode', json_array(old.event_id), json_object('id', old.id, 'event_id', old.event_id, 'forecast', old.forecast, 'closed_at', old.closed_at) FROM undo_now; END;
CREATE TRIGGER undo_tick_added AFTER INSERT ON tick
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'tick', json_array(new.episode_id, new.step_id), '{}' FROM undo_now; END;
CREATE TRIGGER undo_tick_changed AFTER UPDATE ON tick
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'tick', json_array(new.episode_id, new.step_id), (SELECT json_group_object(name, value) FROM (SELECT 'episode_id' AS name, old.episode_id AS value WHERE old.episode_id IS NOT new.episode_id UNION ALL SELECT 'step_id' AS name, old.step_id AS value WHERE old.step_id IS NOT new.step_id UNION ALL SELECT 'state' AS name, old.state AS value WHERE old.state IS NOT new.state UNION ALL SELECT 'note' AS name, old.note AS value WHERE old.note IS NOT new.note UNION ALL SELECT 'plan' AS name, old.plan AS value WHERE old.plan IS NOT new.plan UNION ALL SELECT 'ticked_at' AS name, old.ticked_at AS value WHERE old.ticked_at IS NOT new.ticked_at UNION ALL SELECT 'utc_offset' AS name, old.utc_offset AS value WHERE old.utc_offset IS NOT new.utc_offset UNION ALL SELECT 'zone' AS name, old.zone AS value WHERE old.zone IS NOT new.zone UNION ALL SELECT 'local_date' AS name, old.local_date AS value WHERE old.local_date IS NOT new.local_date)) FROM undo_now; END;
CREATE TRIGGER undo_tick_removed AFTER DELETE ON tick
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'tick', json_array(old.episode_id, old.step_id), json_object('episode_id', old.episode_id, 'step_id', old.step_id, 'state', old.state, 'note', old.note, 'plan', old.plan, 'ticked_at', old.ticked_at, 'utc_offset', old.utc_offset, 'zone', old.zone, 'local_date', old.local_date) FROM undo_now; END;
CREATE TRIGGER undo_feedback_added AFTER INSERT ON feedback
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'feedback', json_array(new.episode_id), '{}' FROM undo_now; END;
CREATE TRIGGER undo_feedback_changed AFTER UPDATE ON feedback
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'feedback', json_array(new.episode_id), (SELECT json_group_object(name, value) FROM (SELECT 'episode_id' AS name, old.episode_id AS value WHERE old.episode_id IS NOT new.episode_id UNION ALL SELECT 'state' AS name, old.state AS value WHERE old.state IS NOT new.state UNION ALL SELECT 'asked_on' AS name, old.asked_on AS value WHERE old.asked_on IS NOT new.asked_on UNION ALL SELECT 'follow_up_on' AS name, old.follow_up_on AS value WHERE old.follow_up_on IS NOT new.follow_up_on UNION ALL SELECT 'answered_on' AS name, old.answered_on AS value WHERE old.answered_on IS NOT new.answered_on UNION ALL SELECT 'answer' AS name, old.answer AS value WHERE old.answer IS NOT new.answer)) FROM undo_now; END;
CREATE TRIGGER undo_feedback_removed AFTER DELETE ON feedback
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'feedback', json_array(old.episode_id), json_object('episode_id', old.episode_id, 'state', old.state, 'asked_on', old.asked_on, 'follow_up_on', old.follow_up_on, 'answered_on', old.answered_on, 'answer', old.answer) FROM undo_now; END;
CREATE TRIGGER undo_remark_added AFTER INSERT ON remark
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'remark', json_array(new.episode_id, new.place), '{}' FROM undo_now; END;
CREATE TRIGGER undo_remark_changed AFTER UPDATE ON remark
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'remark', json_array(new.episode_id, new.place), (SELECT json_group_object(name, value) FROM (SELECT 'episode_id' AS name, old.episode_id AS value WHERE old.episode_id IS NOT new.episode_id UNION ALL SELECT 'place' AS name, old.place AS value WHERE old.place IS NOT new.place UNION ALL SELECT 'kind' AS name, old.kind AS value WHERE old.kind IS NOT new.kind UNION ALL SELECT 'theme' AS name, old.theme AS value WHERE old.theme IS NOT new.theme UNION ALL SELECT 'text' AS name, old.text AS value WHERE old.text IS NOT new.text)) FROM undo_now; END;
CREATE TRIGGER undo_remark_removed AFTER DELETE ON remark
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'remark', json_array(old.episode_id, old.place), json_object('episode_id', old.episode_id, 'place', old.place, 'kind', old.kind, 'theme', old.theme, 'text', old.text) FROM undo_now; END;
CREATE TRIGGER undo_lead_added AFTER INSERT ON lead
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'lead', json_array(new.id), '{}' FROM undo_now; END;
CREATE TRIGGER undo_lead_changed AFTER UPDATE ON lead
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'lead', json_array(new.id), (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, old.id AS value WHERE old.id IS NOT new.id UNION ALL SELECT 'kind' AS name, old.kind AS value WHERE old.kind IS NOT new.kind UNION ALL SELECT 'name' AS name, old.name AS value WHERE old.name IS NOT new.name UNION ALL SELECT 'note' AS name, old.note AS value WHERE old.note IS NOT new.note UNION ALL SELECT 'next_on' AS name, old.next_on AS value WHERE old.next_on IS NOT new.next_on UNION ALL SELECT 'done' AS name, old.done AS value WHERE old.done IS NOT new.done)) FROM undo_now; END;
CREATE TRIGGER undo_lead_removed AFTER DELETE ON lead
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'lead', json_array(old.id), json_object('id', old.id, 'kind', old.kind, 'name', old.name, 'note', old.note, 'next_on', old.next_on, 'done', old.done) FROM undo_now; END;
CREATE TRIGGER undo_rest_added AFTER INSERT ON rest
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'rest', json_array(new.id), '{}' FROM undo_now; END;
CREATE TRIGGER undo_rest_changed AFTER UPDATE ON rest
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'rest', json_array(new.id), (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, old.id AS value WHERE old.id IS NOT new.id UNION ALL SELECT 'starts' AS name, old.starts AS value WHERE old.starts IS NOT new.starts UNION ALL SELECT 'ends' AS name, old.ends AS value WHERE old.ends IS NOT new.ends UNION ALL SELECT 'enjoy' AS name, old.enjoy AS value WHERE old.enjoy IS NOT new.enjoy)) FROM undo_now; END;
CREATE TRIGGER undo_rest_removed AFTER DELETE ON rest
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'rest', json_array(old.id), json_object('id', old.id, 'starts', old.starts, 'ends', old.ends, 'enjoy', old.enjoy) FROM undo_now; END;
CREATE TRIGGER undo_thought_added AFTER INSERT ON thought
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'thought', json_array(new.id), '{}' FROM undo_now; END;
CREATE TRIGGER undo_thought_changed AFTER UPDATE ON thought
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'thought', json_array(new.id), (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, old.id AS value WHERE old.id IS NOT new.id UNION ALL SELECT 'episode_id' AS name, old.episode_id AS value WHERE old.episode_id IS NOT new.episode_id UNION ALL SELECT 'thought' AS name, old.thought AS value WHERE old.thought IS NOT new.thought UNION ALL SELECT 'belief_before' AS name, old.belief_before AS value WHERE old.belief_before IS NOT new.belief_before UNION ALL SELECT 'evidence_for' AS name, old.evidence_for AS value WHERE old.evidence_for IS NOT new.evidence_for UNION ALL SELECT 'evidence_against' AS name, old.evidence_against AS value WHERE old.evidence_against IS NOT new.evidence_against UNION ALL SELECT 'traps' AS name, old.traps AS value WHERE old.traps IS NOT new.traps UNION ALL SELECT 'fairer' AS name, old.fairer AS value WHERE old.fairer IS NOT new.fairer UNION ALL SELECT 'belief_after' AS name, old.belief_after AS value WHERE old.belief_after IS NOT new.belief_after UNION ALL SELECT 'written_at' AS name, old.written_at AS value WHERE old.written_at IS NOT new.written_at UNION ALL SELECT 'utc_offset' AS name, old.utc_offset AS value WHERE old.utc_offset IS NOT new.utc_offset UNION ALL SELECT 'zone' AS name, old.zone AS value WHERE old.zone IS NOT new.zone UNION ALL SELECT 'local_date' AS name, old.local_date AS value WHERE old.local_date IS NOT new.local_date)) FROM undo_now; END;
CREATE TRIGGER undo_thought_removed AFTER DELETE ON thought
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'thought', json_array(old.id), json_object('id', old.id, 'episode_id', old.episode_id, 'thought', old.thought, 'belief_before', old.belief_before, 'evidence_for', old.evidence_for, 'evidence_against', old.evidence_against, 'traps', old.traps, 'fairer', old.fairer, 'belief_after', old.belief_after, 'written_at', old.written_at, 'utc_offset', old.utc_offset, 'zone', old.zone, 'local_date', old.local_date) FROM undo_now; END;
CREATE TRIGGER undo_checkin_revision_added AFTER INSERT ON checkin_revision
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'checkin_revision', json_array(new.id), '{}' FROM undo_now; END;
CREATE TRIGGER undo_checkin_revision_changed AFTER UPDATE ON checkin_revision
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'checkin_revision', json_array(new.id), (SELECT json_group_object(name, value) FROM (SELECT 'id' AS name, old.id AS value WHERE old.id IS NOT new.id UNION ALL SELECT 'checkin_id' AS name, old.checkin_id AS value WHERE old.checkin_id IS NOT new.checkin_id UNION ALL SELECT 'reading' AS name, old.reading AS value WHERE old.reading IS NOT new.reading UNION ALL SELECT 'replaced_at' AS name, old.replaced_at AS value WHERE old.replaced_at IS NOT new.replaced_at UNION ALL SELECT 'utc_offset' AS name, old.utc_offset AS value WHERE old.utc_offset IS NOT new.utc_offset UNION ALL SELECT 'zone' AS name, old.zone AS value WHERE old.zone IS NOT new.zone UNION ALL SELECT 'local_date' AS name, old.local_date AS value WHERE old.local_date IS NOT new.local_date)) FROM undo_now; END;
CREATE TRIGGER undo_checkin_revision_removed AFTER DELETE ON checkin_revision
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'checkin_revision', json_array(old.id), json_object('id', old.id, 'checkin_id', old.checkin_id, 'reading', old.reading, 'replaced_at', old.replaced_at, 'utc_offset', old.utc_offset, 'zone', old.zone, 'local_date', old.local_date) FROM undo_now; END;
CREATE TRIGGER undo_saved_search_added AFTER INSERT ON saved_search
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'saved_search', json_array(new.name), '{}' FROM undo_now; END;
CREATE TRIGGER undo_saved_search_changed AFTER UPDATE ON saved_search
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'saved_search', json_array(new.name), (SELECT json_group_object(name, value) FROM (SELECT 'name' AS name, old.name AS value WHERE old.name IS NOT new.name UNION ALL SELECT 'query' AS name, old.query AS value WHERE old.query IS NOT new.query)) FROM undo_now; END;
CREATE TRIGGER undo_saved_search_removed AFTER DELETE ON saved_search
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'saved_search', json_array(old.name), json_object('name', old.name, 'query', old.query) FROM undo_now; END;
CREATE TRIGGER undo_tag_colour_added AFTER INSERT ON tag_colour
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'added', 'tag_colour', json_array(new.name), '{}' FROM undo_now; END;
CREATE TRIGGER undo_tag_colour_changed AFTER UPDATE ON tag_colour
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'changed', 'tag_colour', json_array(new.name), (SELECT json_group_object(name, value) FROM (SELECT 'name' AS name, old.name AS value WHERE old.name IS NOT new.name UNION ALL SELECT 'colour' AS name, old.colour AS value WHERE old.colour IS NOT new.colour)) FROM undo_now; END;
CREATE TRIGGER undo_tag_colour_removed AFTER DELETE ON tag_colour
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, 'removed', 'tag_colour', json_array(old.name), json_object('name', old.name, 'colour', old.colour) FROM undo_now; END;
COMMIT;
