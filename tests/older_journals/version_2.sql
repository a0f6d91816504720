-- A journal as version 2 of the schema left it.
PRAGMA application_id = 1651401570;
PRAGMA user_version = 2;
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
) STRICT;
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
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (1, 'bounceback', 'first_version', '2026-11-25 23:03:25.401457+00:00');
INSERT INTO "_sqlite_migrations" (id, migration_set, name, applied_at) VALUES (2, 'bounceback', 'words_of_feedback_and_thoughts', '2026-11-25 23:03:25.404478+00:00');
INSERT INTO "application" (id, company, company_key, role, role_key, source, specialised, link, notes, added_at, utc_offset, zone, local_date, deleted_at) VALUES ('01M83RDET0BVJEPPN1KQ3S2VTB', CAST(x'41636d65205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e' AS TEXT), CAST(x'61636d65205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2064726f70207461626c6520656e7472793b202d2d201b5d35323b633b61610720e280ae20726967687420e2808b20c3a920c3a920e99da2e68ea520f09f99822025205f205c6e' AS TEXT), 'Engineer <b>', 'engineer <b>', NULL, NULL, '', '', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', NULL);
INSERT INTO "event" (seq, id, application_id, kind, happened_at, utc_offset, zone, local_date, date_known, note, deleted_at) VALUES (1, '01M83RDET02B0X1647ZW5AWYA1', '01M83RDET0BVJEPPN1KQ3S2VTB', 'final', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', 0, '', NULL);
INSERT INTO "event" (seq, id, application_id, kind, happened_at, utc_offset, zone, local_date, date_known, note, deleted_at) VALUES (2, '01M83RDET0SPE8M7TRCFR5EJM3', '01M83RDET0BVJEPPN1KQ3S2VTB', 'rejected', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', 1, '', NULL);
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text) VALUES (1795422600000000, '01M83RDET03148WXP2MHA44GB3', '01M83RDET0SPE8M7TRCFR5EJM3', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', '2026-11-23T08:30:00.000000Z', NULL, '[/] [@click=app.quit]x[/] {x} ''q'' "d" ); DROP TABLE entry; --…', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text) VALUES (1795509000000000, '01M86AT5T0F8S3PKRHF0WJ0GFX', NULL, '2026-11-24T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', '2026-11-24T08:30:00.000000Z', NULL, 'walk', CAST(x'57616c6b65642074776f20686f757273205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "entry" (position, id, event_id, written_at, utc_offset, zone, local_date, saved_at, deleted_at, title, text) VALUES (1795512600000000, '01M86E81E0SYNZKK7KKZD7EE2M', NULL, '2026-11-24T09:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', '2026-11-24T09:30:00.000000Z', '2026-11-24T09:30:00.000000Z', 'In the trash [/] [@click=app.quit]x[/] {x} ''q'' "d" ); DROP TABLE entry…', CAST(x'496e20746865207472617368205b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "tag" (entry_id, name) VALUES ('01M83RDET03148WXP2MHA44GB3', 'grösse');
INSERT INTO "tag" (entry_id, name) VALUES ('01M83RDET03148WXP2MHA44GB3', 'panel');
INSERT INTO "tag" (entry_id, name) VALUES ('01M86AT5T0F8S3PKRHF0WJ0GFX', 'walk');
INSERT INTO "revision" (id, entry_id, title, text, tags, replaced_at, utc_offset, zone, local_date) VALUES ('01M86AT5T0B2W99G7E0VK8Z3TF', '01M86AT5T0F8S3PKRHF0WJ0GFX', 'Walked an hour', CAST(x'57616c6b656420616e20686f75720a0a5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '["walk"]', '2026-11-24T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24');
INSERT INTO "checkin" (id, mood, energy, relation, entry_id, felt_at, utc_offset, zone, local_date, deleted_at) VALUES ('01M83RDET04GE8XD1ASN048H47', 3, 2, 'before', '01M83RDET03148WXP2MHA44GB3', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', NULL);
INSERT INTO "checkin" (id, mood, energy, relation, entry_id, felt_at, utc_offset, zone, local_date, deleted_at) VALUES ('01M83RDET0MP05V8GG8SE555J3', 2, NULL, 'after', '01M83RDET03148WXP2MHA44GB3', '2026-11-23T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-23', NULL);
INSERT INTO "checkin" (id, mood, energy, relation, entry_id, felt_at, utc_offset, zone, local_date, deleted_at) VALUES ('01M86AT5T0HTQEJF55GMKWY45H', 6, 4, 'before', '01M86AT5T0F8S3PKRHF0WJ0GFX', '2026-11-24T08:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', NULL);
INSERT INTO "checkin" (id, mood, energy, relation, entry_id, felt_at, utc_offset, zone, local_date, deleted_at) VALUES ('01M86E81E06XFNH0NHNW912Q9F', 5, NULL, 'next day', '01M83RDET03148WXP2MHA44GB3', '2026-11-24T09:30:00.000000Z', 60, 'UTC+01:00', '2026-11-24', NULL);
INSERT INTO "feeling" (checkin_id, name, strength) VALUES ('01M83RDET04GE8XD1ASN048H47', 'shame''"', 60);
INSERT INTO "feeling" (checkin_id, name, strength) VALUES ('01M86E81E06XFNH0NHNW912Q9F', 'hope', 40);
INSERT INTO "cause" (event_id, place, side, text) VALUES ('01M83RDET0SPE8M7TRCFR5EJM3', 0, 'outside me', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "attribution" (event_id, at_close, locus, stability, globality) VALUES ('01M83RDET0SPE8M7TRCFR5EJM3', 0, 10, 20, NULL);
INSERT INTO "guide" (digest, outline) VALUES ('0000000000000000000000000000000000000000000000000000000000000000', '{"title": "old"}');
INSERT INTO "episode" (id, event_id, forecast, closed_at) VALUES ('01M83RDET0MJP6XS4Z9SF6T56G', '01M83RDET0SPE8M7TRCFR5EJM3', NULL, NULL);
INSERT INTO "tick" (episode_id, step_id, state, note, plan, ticked_at, utc_offset, zone, local_date) VALUES ('01M83RDET0MJP6XS4Z9SF6T56G', 'step', 'done', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '2026-11-23T08:30:00.000000Z', 60, 'Europe/Berlin', '2026-11-23');
INSERT INTO "feedback" (episode_id, state, asked_on, follow_up_on, answered_on, answer) VALUES ('01M83RDET0MJP6XS4Z9SF6T56G', 'answered', '2026-11-24', NULL, NULL, CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "remark" (episode_id, place, kind, theme, text) VALUES ('01M83RDET0MJP6XS4Z9SF6T56G', 0, 'strength', 'clarity', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "lead" (id, kind, name, note, next_on, done) VALUES ('LLLLLLLLLLLLLLLLLLLLLLLLLL', 'friend', 'Ann', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '2026-11-30', 0);
INSERT INTO "rest" (id, starts, ends, enjoy) VALUES ('SSSSSSSSSSSSSSSSSSSSSSSSSS', '2026-11-23', '2026-11-24', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT));
INSERT INTO "thought" (id, episode_id, thought, belief_before, evidence_for, evidence_against, traps, fairer, belief_after, written_at, utc_offset, zone, local_date) VALUES ('TTTTTTTTTTTTTTTTTTTTTTTTTT', '01M83RDET0MJP6XS4Z9SF6T56G', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), 80, CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), '', '["fortune", "all \"or\""]', CAST(x'5b2f5d205b40636c69636b3d6170702e717569745d785b2f5d207b787d202771272022642220293b2044524f50205441424c4520656e7472793b202d2d201b5d35323b633b41410720e280ae20726967687420e2808b20c3a92065cc8120e99da2e68ea520f09f99822025205f205c6e0a6c696e652074776f09746162' AS TEXT), NULL, '2026-11-23T08:30:00.000000Z', 60, 'Europe/Berlin', '2026-11-23');
INSERT INTO "draft" (form, target, content, saved_at) VALUES ('write', '', '{"text": "A draft [/] [@click=app.quit]x[/] {x} ''q'' \"d\" ); DROP TABLE entry; -- \u001b]52;c;AA\u0007 \u202e right \u200b \u00e9 e\u0301 \u9762\u63a5 \ud83d\ude42 % _ \\n\nline two\ttab"}', '2026-11-24T09:30:00.000000Z');
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
CREATE INDEX thought_episode ON thought (episode_id, id);
CREATE TRIGGER words_entry_added AFTER INSERT ON entry 
BEGIN INSERT INTO entry_words (rowid, title, text, tags, company, role, feedback, thoughts) SELECT s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE position IN (new.position)); END;
CREATE TRIGGER words_entry_changing BEFORE UPDATE OF position, id, title, text, event_id ON entry 
BEGIN INSERT INTO entry_words (entry_words, rowid, title, text, tags, company, role, feedback, thoughts) SELECT 'delete', s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE position IN (old.position, new.position)); END;
CREATE TRIGGER words_entry_changed AFTER UPDATE OF position, id, title, text, event_id ON entry 
BEGIN INSERT INTO entry_words (rowid, title, text, tags, company, role, feedback, thoughts) SELECT s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE position IN (old.position, new.position)); END;
CREATE TRIGGER words_entry_removing BEFORE DELETE ON entry 
BEGIN INSERT INTO entry_words (entry_words, rowid, title, text, tags, company, role, feedback, thoughts) SELECT 'delete', s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE position IN (old.position)); END;
CREATE TRIGGER words_tag_adding BEFORE INSERT ON tag WHEN NOT EXISTS (SELECT 1 FROM tag WHERE entry_id = new.entry_id AND name = new.name)
BEGIN INSERT INTO entry_words (entry_words, rowid, title, text, tags, company, role, feedback, thoughts) SELECT 'delete', s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE id IN (new.entry_id)); END;
CREATE TRIGGER words_tag_added AFTER INSERT ON tag 
BEGIN INSERT INTO entry_words (rowid, title, text, tags, company, role, feedback, thoughts) SELECT s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE id IN (new.entry_id)); END;
CREATE TRIGGER words_tag_changing BEFORE UPDATE OF entry_id, name ON tag 
BEGIN INSERT INTO entry_words (entry_words, rowid, title, text, tags, company, role, feedback, thoughts) SELECT 'delete', s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE id IN (old.entry_id, new.entry_id)); END;
CREATE TRIGGER words_tag_changed AFTER UPDATE OF entry_id, name ON tag 
BEGIN INSERT INTO entry_words (rowid, title, text, tags, company, role, feedback, thoughts) SELECT s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE id IN (old.entry_id, new.entry_id)); END;
CREATE TRIGGER words_tag_removing BEFORE DELETE ON tag 
BEGIN INSERT INTO entry_words (entry_words, rowid, title, text, tags, company, role, feedback, thoughts) SELECT 'delete', s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE id IN (old.entry_id)); END;
CREATE TRIGGER words_tag_removed AFTER DELETE ON tag 
BEGIN INSERT INTO entry_words (rowid, title, text, tags, company, role, feedback, thoughts) SELECT s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE id IN (old.entry_id)); END;
CREATE TRIGGER words_application_changing BEFORE UPDATE OF company, role ON application 
BEGIN INSERT INTO entry_words (entry_words, rowid, title, text, tags, company, role, feedback, thoughts) SELECT 'delete', s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT id FROM event WHERE application_id IN (old.id, new.id))); END;
CREATE TRIGGER words_application_changed AFTER UPDATE OF company, role ON application 
BEGIN INSERT INTO entry_words (rowid, title, text, tags, company, role, feedback, thoughts) SELECT s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT id FROM event WHERE application_id IN (old.id, new.id))); END;
CREATE TRIGGER words_event_changing BEFORE UPDATE OF application_id ON event 
BEGIN INSERT INTO entry_words (entry_words, rowid, title, text, tags, company, role, feedback, thoughts) SELECT 'delete', s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (old.id, new.id)); END;
CREATE TRIGGER words_event_changed AFTER UPDATE OF application_id ON event 
BEGIN INSERT INTO entry_words (rowid, title, text, tags, company, role, feedback, thoughts) SELECT s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (old.id, new.id)); END;
CREATE TRIGGER words_episode_changing BEFORE UPDATE OF id, event_id ON episode 
BEGIN INSERT INTO entry_words (entry_words, rowid, title, text, tags, company, role, feedback, thoughts) SELECT 'delete', s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (old.event_id, new.event_id)); END;
CREATE TRIGGER words_episode_changed AFTER UPDATE OF id, event_id ON episode 
BEGIN INSERT INTO entry_words (rowid, title, text, tags, company, role, feedback, thoughts) SELECT s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (old.event_id, new.event_id)); END;
CREATE TRIGGER words_episode_removing BEFORE DELETE ON episode 
BEGIN INSERT INTO entry_words (entry_words, rowid, title, text, tags, company, role, feedback, thoughts) SELECT 'delete', s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (old.event_id)); END;
CREATE TRIGGER words_episode_removed AFTER DELETE ON episode 
BEGIN INSERT INTO entry_words (rowid, title, text, tags, company, role, feedback, thoughts) SELECT s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (old.event_id)); END;
CREATE TRIGGER words_feedback_adding BEFORE INSERT ON feedback WHEN NOT EXISTS (SELECT 1 FROM feedback WHERE episode_id = new.episode_id)
BEGIN INSERT INTO entry_words (entry_words, rowid, title, text, tags, company, role, feedback, thoughts) SELECT 'delete', s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT event_id FROM episode WHERE id IN (new.episode_id))); END;
CREATE TRIGGER words_feedback_added AFTER INSERT ON feedback 
BEGIN INSERT INTO entry_words (rowid, title, text, tags, company, role, feedback, thoughts) SELECT s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT event_id FROM episode WHERE id IN (new.episode_id))); END;
CREATE TRIGGER words_feedback_changing BEFORE UPDATE OF episode_id, answer ON feedback 
BEGIN INSERT INTO entry_words (entry_words, rowid, title, text, tags, company, role, feedback, thoughts) SELECT 'delete', s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT event_id FROM episode WHERE id IN (old.episode_id, new.episode_id))); END;
CREATE TRIGGER words_feedback_changed AFTER UPDATE OF episode_id, answer ON feedback 
BEGIN INSERT INTO entry_words (rowid, title, text, tags, company, role, feedback, thoughts) SELECT s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT event_id FROM episode WHERE id IN (old.episode_id, new.episode_id))); END;
CREATE TRIGGER words_feedback_removing BEFORE DELETE ON feedback 
BEGIN INSERT INTO entry_words (entry_words, rowid, title, text, tags, company, role, feedback, thoughts) SELECT 'delete', s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT event_id FROM episode WHERE id IN (old.episode_id))); END;
CREATE TRIGGER words_feedback_removed AFTER DELETE ON feedback 
BEGIN INSERT INTO entry_words (rowid, title, text, tags, company, role, feedback, thoughts) SELECT s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT event_id FROM episode WHERE id IN (old.episode_id))); END;
CREATE TRIGGER words_remark_adding BEFORE INSERT ON remark WHEN NOT EXISTS (SELECT 1 FROM remark WHERE episode_id = new.episode_id AND place = new.place)
BEGIN INSERT INTO entry_words (entry_words, rowid, title, text, tags, company, role, feedback, thoughts) SELECT 'delete', s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT event_id FROM episode WHERE id IN (new.episode_id)
            AND id IN (SELECT episode_id FROM feedback))); END;
CREATE TRIGGER words_remark_added AFTER INSERT ON remark 
BEGIN INSERT INTO entry_words (rowid, title, text, tags, company, role, feedback, thoughts) SELECT s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT event_id FROM episode WHERE id IN (new.episode_id)
            AND id IN (SELECT episode_id FROM feedback))); END;
CREATE TRIGGER words_remark_changing BEFORE UPDATE OF episode_id, place, theme, text ON remark 
BEGIN INSERT INTO entry_words (entry_words, rowid, title, text, tags, company, role, feedback, thoughts) SELECT 'delete', s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT event_id FROM episode WHERE id IN (old.episode_id, new.episode_id)
            AND id IN (SELECT episode_id FROM feedback))); END;
CREATE TRIGGER words_remark_changed AFTER UPDATE OF episode_id, place, theme, text ON remark 
BEGIN INSERT INTO entry_words (rowid, title, text, tags, company, role, feedback, thoughts) SELECT s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT event_id FROM episode WHERE id IN (old.episode_id, new.episode_id)
            AND id IN (SELECT episode_id FROM feedback))); END;
CREATE TRIGGER words_remark_removing BEFORE DELETE ON remark 
BEGIN INSERT INTO entry_words (entry_words, rowid, title, text, tags, company, role, feedback, thoughts) SELECT 'delete', s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT event_id FROM episode WHERE id IN (old.episode_id)
            AND id IN (SELECT episode_id FROM feedback))); END;
CREATE TRIGGER words_remark_removed AFTER DELETE ON remark 
BEGIN INSERT INTO entry_words (rowid, title, text, tags, company, role, feedback, thoughts) SELECT s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT event_id FROM episode WHERE id IN (old.episode_id)
            AND id IN (SELECT episode_id FROM feedback))); END;
CREATE TRIGGER words_thought_adding BEFORE INSERT ON thought WHEN NOT EXISTS (SELECT 1 FROM thought WHERE id = new.id)
BEGIN INSERT INTO entry_words (entry_words, rowid, title, text, tags, company, role, feedback, thoughts) SELECT 'delete', s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT event_id FROM episode WHERE id IN (new.episode_id))); END;
CREATE TRIGGER words_thought_added AFTER INSERT ON thought 
BEGIN INSERT INTO entry_words (rowid, title, text, tags, company, role, feedback, thoughts) SELECT s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT event_id FROM episode WHERE id IN (new.episode_id))); END;
CREATE TRIGGER words_thought_changing BEFORE UPDATE OF id, episode_id, thought, evidence_for, evidence_against, traps, fairer ON thought 
BEGIN INSERT INTO entry_words (entry_words, rowid, title, text, tags, company, role, feedback, thoughts) SELECT 'delete', s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT event_id FROM episode WHERE id IN (old.episode_id, new.episode_id))); END;
CREATE TRIGGER words_thought_changed AFTER UPDATE OF id, episode_id, thought, evidence_for, evidence_against, traps, fairer ON thought 
BEGIN INSERT INTO entry_words (rowid, title, text, tags, company, role, feedback, thoughts) SELECT s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT event_id FROM episode WHERE id IN (old.episode_id, new.episode_id))); END;
CREATE TRIGGER words_thought_removing BEFORE DELETE ON thought 
BEGIN INSERT INTO entry_words (entry_words, rowid, title, text, tags, company, role, feedback, thoughts) SELECT 'delete', s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT event_id FROM episode WHERE id IN (old.episode_id))); END;
CREATE TRIGGER words_thought_removed AFTER DELETE ON thought 
BEGIN INSERT INTO entry_words (rowid, title, text, tags, company, role, feedback, thoughts) SELECT s.* FROM entry_words_source AS s WHERE s.position IN (SELECT position FROM entry WHERE event_id IN (SELECT event_id FROM episode WHERE id IN (old.episode_id))); END;
COMMIT;
