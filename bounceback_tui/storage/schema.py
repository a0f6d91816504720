"""The tables of a journal. Times are UTC beside the offset, zone and local date they were lived in."""

from __future__ import annotations

from bounceback_tui.domain.application import LAST_WORDS, STAGES, Kind, Source
from bounceback_tui.domain.checkin import Relation
from bounceback_tui.domain.episode import Side, StepState
from bounceback_tui.domain.feedback import FeedbackState, RemarkKind
from bounceback_tui.domain.lead import LeadKind
from bounceback_tui.storage.columns import one_of


def _stamp(column: str, null: str = "") -> str:
    """A point in time in UTC, to the microsecond."""
    return f"{column} TEXT{null} CHECK ({column} GLOB '????-??-??T??:??:??.??????Z')"


def moment(verb: str) -> str:
    """The four columns of a moment: UTC to the microsecond, minutes ahead of UTC, zone, local date."""
    return f"""{_stamp(f"{verb}_at", " NOT NULL")},
    utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1440 AND 1440),
    zone TEXT NOT NULL,
    local_date TEXT NOT NULL CHECK (local_date IS date(local_date, '+0 days'))"""


DELETED = _stamp("deleted_at")
"""When something went to the trash; NULL while it is not there."""

ID = "id TEXT NOT NULL UNIQUE CHECK (length(id) = 26)"
"""A key: a ULID."""

# "IS": with "=" a text that is no date at all would pass, since a check refuses only what is false;
# "+0 days": without it 30 February is taken for a date
DATE = "TEXT CHECK ({0} IS date({0}, '+0 days'))"
"""A date or NULL; {0} stands for the name of the column."""

_SLIDER = "INTEGER CHECK ({0} BETWEEN 0 AND 100)"
_STAGE_RANK = (
    "CASE kind "
    + " ".join(f"WHEN '{kind}' THEN {rank}" for rank, kind in enumerate(STAGES))
    + f" WHEN '{Kind.ACCEPTED}' THEN {STAGES.index(Kind.OFFER)} END"
)

TABLES = (
    f"""CREATE TABLE application (
    {ID},
    company TEXT NOT NULL,
    company_key TEXT NOT NULL,  -- folded, to find "ACME" and "Acme" as one
    role TEXT NOT NULL,
    role_key TEXT NOT NULL,
    source TEXT CHECK (source IN {one_of(Source)}),
    specialised INTEGER CHECK (specialised IN (0, 1)),
    link TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    {moment("added")},
    {DELETED}
) STRICT""",
    "CREATE INDEX application_company ON application (company_key, role_key)",
    f"""CREATE TABLE event (
    seq INTEGER PRIMARY KEY,  -- the order of recording
    {ID},
    application_id TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN {one_of(Kind)}),
    {moment("happened")},
    date_known INTEGER NOT NULL CHECK (date_known IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    {DELETED},
    stage_rank INTEGER GENERATED ALWAYS AS ({_STAGE_RANK}) VIRTUAL,
    -- on one and the same day a last word comes after the stages, in whatever order they were noted
    last_word INTEGER GENERATED ALWAYS AS (kind IN {one_of(LAST_WORDS)}) VIRTUAL
) STRICT""",
    "CREATE INDEX event_log ON event (application_id, local_date, last_word, happened_at, seq)",
    "CREATE INDEX event_kind ON event (kind, local_date)",
    f"""CREATE TABLE entry (
    -- microseconds since 1970 in UTC, made unique: the key itself is in the order of time, as are the rows
    -- of the index of words, which makes "newest first" cheap
    position INTEGER PRIMARY KEY,
    {ID},
    event_id TEXT REFERENCES event (id),
    {moment("written")},
    {_stamp("saved_at", " NOT NULL")},
    {DELETED},
    title TEXT NOT NULL,
    text TEXT NOT NULL  -- last: what stands behind a long text costs reading through it
) STRICT""",
    "CREATE INDEX entry_event ON entry (event_id)",
    "CREATE INDEX entry_trash ON entry (id) WHERE deleted_at IS NOT NULL",
    """CREATE TABLE tag (
    -- deferred, so that tags can be there before their entry
    entry_id TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL CHECK (name <> ''),
    PRIMARY KEY (entry_id, name)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX tag_name ON tag (name, entry_id)",
    f"""CREATE TABLE revision (
    {ID},
    entry_id TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    tags TEXT NOT NULL CHECK (json_valid(tags)),
    {moment("replaced")}
) STRICT""",
    "CREATE INDEX revision_entry ON revision (entry_id)",
    f"""CREATE TABLE checkin (
    {ID},
    mood INTEGER CHECK (mood BETWEEN 1 AND 9),
    energy INTEGER CHECK (energy BETWEEN 1 AND 9),
    relation TEXT NOT NULL CHECK (relation IN {one_of(Relation)}),
    entry_id TEXT REFERENCES entry (id) ON DELETE CASCADE,
    {moment("felt")},
    {DELETED},
    CHECK ((relation = '{Relation.ALONE}') = (entry_id IS NULL))
) STRICT""",
    # holds all that statistics read, so that they never touch the wide rows
    """CREATE INDEX checkin_mood ON checkin (local_date, relation, mood)
    WHERE deleted_at IS NULL AND mood IS NOT NULL""",
    "CREATE INDEX checkin_entry ON checkin (entry_id)",
    "CREATE INDEX checkin_day ON checkin (local_date) WHERE relation IN ('before', 'after')",
    "CREATE INDEX checkin_trash ON checkin (id) WHERE deleted_at IS NOT NULL",
    """CREATE TABLE feeling (
    checkin_id TEXT NOT NULL REFERENCES checkin (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name <> ''),
    strength INTEGER NOT NULL CHECK (strength BETWEEN 0 AND 100),
    PRIMARY KEY (checkin_id, name)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX feeling_name ON feeling (name, checkin_id)",
    """CREATE TABLE cause (
    event_id TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    side TEXT NOT NULL CHECK (side IN """
    + one_of(Side)
    + """),
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (event_id, place)
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE attribution (
    event_id TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    at_close INTEGER NOT NULL CHECK (at_close IN (0, 1)),
    locus {_SLIDER.format("locus")},
    stability {_SLIDER.format("stability")},
    globality {_SLIDER.format("globality")},
    PRIMARY KEY (event_id, at_close)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE guide (
    digest TEXT PRIMARY KEY,
    outline TEXT NOT NULL CHECK (json_valid(outline))  -- kept, so that old ticks can still be read
) STRICT""",
    f"""CREATE TABLE episode (
    {ID},
    event_id TEXT NOT NULL UNIQUE REFERENCES event (id) ON DELETE CASCADE,
    forecast INTEGER CHECK (forecast >= 0),
    {_stamp("closed_at")}
) STRICT""",
    f"""CREATE TABLE tick (
    episode_id TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    step_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN {one_of(StepState)}),
    note TEXT NOT NULL DEFAULT '',
    plan TEXT NOT NULL DEFAULT '',
    {moment("ticked")},
    PRIMARY KEY (episode_id, step_id)
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE feedback (
    episode_id TEXT PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN {one_of(FeedbackState)}),
    asked_on {DATE.format("asked_on")},
    follow_up_on {DATE.format("follow_up_on")},
    answered_on {DATE.format("answered_on")},
    answer TEXT NOT NULL DEFAULT ''
) STRICT""",
    f"""CREATE TABLE remark (
    episode_id TEXT NOT NULL REFERENCES feedback (episode_id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN {one_of(RemarkKind)}),
    theme TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (episode_id, place)
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE lead (
    {ID},
    kind TEXT NOT NULL CHECK (kind IN {one_of(LeadKind)}),
    name TEXT NOT NULL CHECK (name <> ''),
    note TEXT NOT NULL,
    next_on {DATE.format("next_on")},
    done INTEGER NOT NULL CHECK (done IN (0, 1))
) STRICT""",
    f"""CREATE TABLE rest (
    {ID},
    starts {DATE.format("starts")} NOT NULL,
    ends {DATE.format("ends")} NOT NULL,
    enjoy TEXT NOT NULL,
    CHECK (ends >= starts)
) STRICT""",
    f"""CREATE TABLE thought (
    {ID},
    episode_id TEXT REFERENCES episode (id) ON DELETE CASCADE,
    thought TEXT NOT NULL CHECK (thought <> ''),
    belief_before {_SLIDER.format("belief_before")},
    evidence_for TEXT NOT NULL,
    evidence_against TEXT NOT NULL,
    traps TEXT NOT NULL CHECK (json_valid(traps)),
    fairer TEXT NOT NULL,
    belief_after {_SLIDER.format("belief_after")},
    {moment("written")}
) STRICT""",
    f"""CREATE TABLE draft (
    form TEXT NOT NULL,
    target TEXT NOT NULL,  -- the key of what is being edited, empty for something new
    content TEXT NOT NULL CHECK (json_valid(content)),
    {_stamp("saved_at", " NOT NULL")},
    PRIMARY KEY (form, target)
) STRICT, WITHOUT ROWID""",
)
"""Statements that make the tables and their indexes."""

WORDS = (
    """CREATE VIEW entry_words_source AS
    SELECT entry.position, entry.title, entry.text,
        coalesce((SELECT group_concat(name, ' ') FROM tag WHERE tag.entry_id = entry.id), '') AS tags,
        coalesce(application.company, '') AS company, coalesce(application.role, '') AS role
    FROM entry LEFT JOIN event ON event.id = entry.event_id
    LEFT JOIN application ON application.id = event.application_id""",
    """CREATE VIRTUAL TABLE entry_words USING fts5(
    title, text, tags, company, role, content='entry_words_source', content_rowid='position',
    tokenize='porter unicode61 remove_diacritics 2', prefix='1 2 3')""",
)
"""Statements that make the index of words; short prefixes are kept ready."""

_OUT = "INSERT INTO entry_words (entry_words, rowid, title, text, tags, company, role) SELECT 'delete', s.* "
_IN = "INSERT INTO entry_words (rowid, title, text, tags, company, role) SELECT s.* "
_OF_ENTRY = "FROM entry_words_source AS s WHERE s.position = {row}.position"
_OF_TAG = (
    "FROM entry_words_source AS s JOIN entry ON entry.position = s.position WHERE entry.id = {row}.entry_id"
)
_OF_APPLICATION = """FROM entry_words_source AS s JOIN entry ON entry.position = s.position
    JOIN event ON event.id = entry.event_id WHERE event.application_id = {row}.id"""


def _trigger(name: str, when: str, statement: str) -> str:
    return f"CREATE TRIGGER words_{name} {when} BEGIN {statement}; END"


TRIGGERS = (
    _trigger("entry_added", "AFTER INSERT ON entry", _IN + _OF_ENTRY.format(row="new")),
    _trigger(
        "entry_changing",
        "BEFORE UPDATE OF position, title, text, event_id ON entry",
        _OUT + _OF_ENTRY.format(row="old"),
    ),
    _trigger(
        "entry_changed",
        "AFTER UPDATE OF position, title, text, event_id ON entry",
        _IN + _OF_ENTRY.format(row="new"),
    ),
    _trigger("entry_removed", "BEFORE DELETE ON entry", _OUT + _OF_ENTRY.format(row="old")),
    _trigger("tag_adding", "BEFORE INSERT ON tag", _OUT + _OF_TAG.format(row="new")),
    _trigger("tag_added", "AFTER INSERT ON tag", _IN + _OF_TAG.format(row="new")),
    _trigger("tag_removing", "BEFORE DELETE ON tag", _OUT + _OF_TAG.format(row="old")),
    _trigger("tag_removed", "AFTER DELETE ON tag", _IN + _OF_TAG.format(row="old")),
    _trigger(
        "application_renaming",
        "BEFORE UPDATE OF company, role ON application",
        _OUT + _OF_APPLICATION.format(row="old"),
    ),
    _trigger(
        "application_renamed",
        "AFTER UPDATE OF company, role ON application",
        _IN + _OF_APPLICATION.format(row="new"),
    ),
)
"""Statements that keep the index of words true, whoever writes: out with the old wording, in with the new."""

VERSION_1 = TABLES + WORDS + TRIGGERS
"""All statements of the first version, in order."""
