"""The index of words: what entries say, and what was said and thought beside them.

Version 2 made it; since version 4 thought records in the trash are not in it.

The remarks and the answer to a request for feedback, and the thought records, belong to an episode; the
episode belongs to the event that opened it. Their words are found through the entries of that very event:
an entry on an earlier event of the same application tells of another day. What belongs to no such entry
(a thought record without an episode, feedback after a rejection that nothing was written about) is not in
the index.

Triggers keep it true, whoever writes: before a write the old wording of the entries concerned is taken
out, after it the new one is put in. What belongs to something that is gone already is passed over, since
that took the wording out; so a deletion that goes on to what belongs to it is counted once. `INSERT OR
REPLACE` would skip the triggers of what it replaces: it must not be used on these tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bounceback_tui.storage.word_search import TOKENS

_COLUMNS = "title, text, tags, company, role, feedback, thoughts"

# rows are put in order, for the wording that is taken out must be the one that was put in
_FEEDBACK = """SELECT feedback.answer || ' ' || coalesce((SELECT group_concat(words, ' ') FROM (
        SELECT theme || ' ' || remark.text AS words FROM remark
        WHERE remark.episode_id = feedback.episode_id ORDER BY place)), '')
    FROM feedback WHERE feedback.episode_id = episode.id"""
# the traps are a list in JSON, read here as it stands but for its marks: the index asks for what it is to
# hold in a way that allows no json_each
_TRAPS = r"""replace(replace(replace(replace(traps, '\\', ' '), '\n', ' '), '\r', ' '), '\t', ' ')"""
_THOUGHTS = f"""SELECT group_concat(words, ' ') FROM (
    SELECT thought || ' ' || evidence_for || ' ' || evidence_against || ' ' || fairer || ' '
        || {_TRAPS} AS words
    FROM thought WHERE thought.episode_id = episode.id{{there}} ORDER BY thought.id)"""
_THERE = " AND thought.deleted_at IS NULL"

_SOURCE = f"""CREATE VIEW entry_words_source AS
    SELECT entry.position, entry.title, entry.text,
        coalesce((SELECT group_concat(name, ' ') FROM (
            SELECT name FROM tag WHERE tag.entry_id = entry.id ORDER BY name)), '') AS tags,
        coalesce(application.company, '') AS company, coalesce(application.role, '') AS role,
        coalesce(({_FEEDBACK}), '') AS feedback, coalesce(({{thoughts}}), '') AS thoughts
    FROM entry LEFT JOIN event ON event.id = entry.event_id
    LEFT JOIN application ON application.id = event.application_id
    LEFT JOIN episode ON episode.event_id = entry.event_id"""
"""All that an entry is found by; its place in the history is its place in the index."""

TABLE = f"""CREATE VIRTUAL TABLE entry_words USING fts5(
    {_COLUMNS}, content='entry_words_source', content_rowid='position',
    tokenize='{TOKENS}', prefix='1 2 3')"""
"""The index itself; short beginnings are kept ready."""

_OUT = f"INSERT INTO entry_words (entry_words, rowid, {_COLUMNS}) SELECT 'delete', s.*"
_IN = f"INSERT INTO entry_words (rowid, {_COLUMNS}) SELECT s.*"

FILL = f"{_IN} FROM entry_words_source AS s WHERE s.position BETWEEN ? AND ?"
"""Puts the words of some entries into an index that does not hold them yet."""

_WRITES: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "INSERT": ("adding", "added", ("new",)),
    "UPDATE": ("changing", "changed", ("old", "new")),
    "DELETE": ("removing", "removed", ("old",)),
}
"""Kinds of writing: what the triggers before and after it are called, and the rows that they know."""

_OF_EPISODE = "event_id IN (SELECT event_id FROM episode WHERE id IN ({episode_id}))"


def _triggers(
    table: str, writes: str, columns: str, entries: str, *, same: str = "", sides: str = "BEFORE AFTER"
) -> Iterator[str]:
    """The triggers of a table for some kinds of writing.

    `columns` are those that matter in an update. `entries` says which entries a row concerns; in it
    "{column}" stands for the value in every row that the write knows. `same` finds the row that is there
    already under the key of a new one: that one may be ignored, so nothing may be taken out for it.
    """
    for write in writes.split():
        before, after, rows = _WRITES[write]
        known = entries.format_map(_Values(rows))
        what = f"{write} OF {columns}" if write == "UPDATE" else write
        unless = f"WHEN NOT EXISTS (SELECT 1 FROM {table} WHERE {same})" if write == "INSERT" and same else ""
        for side, name, statement, when in (
            ("BEFORE", before, _OUT, unless),
            ("AFTER", after, _IN, ""),
        ):
            if side in sides:
                yield (
                    f"CREATE TRIGGER words_{table}_{name} {side} {what} ON {table} {when}\n"
                    f"BEGIN {statement} FROM entry_words_source AS s"
                    f" WHERE s.position IN (SELECT position FROM entry WHERE {known}); END"
                )


class _Values(dict[str, str]):
    """The values of a column in some rows, by its name: "old.id, new.id" for "id"."""

    def __init__(self, rows: tuple[str, ...]) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, column: str) -> str:
        return ", ".join(f"{row}.{column}" for row in self._rows)


_ALL = "INSERT UPDATE DELETE"

_THOUGHT_COLUMNS = "id, episode_id, thought, evidence_for, evidence_against, traps, fairer"


def _thought_triggers(columns: str) -> Iterator[str]:
    return _triggers("thought", _ALL, columns, _OF_EPISODE, same="id = new.id")


TRIGGERS = (
    *_triggers("entry", "INSERT", "", "position IN ({position})", sides="AFTER"),
    *_triggers("entry", "UPDATE", "position, id, title, text, event_id", "position IN ({position})"),
    *_triggers("entry", "DELETE", "", "position IN ({position})", sides="BEFORE"),
    *_triggers(
        "tag",
        _ALL,
        "entry_id, name",
        "id IN ({entry_id})",
        same="entry_id = new.entry_id AND name = new.name",
    ),
    *_triggers(
        "application",
        "UPDATE",
        "company, role",
        "event_id IN (SELECT id FROM event WHERE application_id IN ({id}))",
    ),
    *_triggers("event", "UPDATE", "application_id", "event_id IN ({id})"),
    *_triggers("episode", "UPDATE DELETE", "id, event_id", "event_id IN ({event_id})"),
    *_triggers("feedback", _ALL, "episode_id, answer", _OF_EPISODE, same="episode_id = new.episode_id"),
    *_triggers(
        "remark",
        _ALL,
        "episode_id, place, theme, text",
        """event_id IN (SELECT event_id FROM episode WHERE id IN ({episode_id})
            AND id IN (SELECT episode_id FROM feedback))""",
        same="episode_id = new.episode_id AND place = new.place",
    ),
    *_thought_triggers(_THOUGHT_COLUMNS),
)
"""Statements that keep the index true, as they were in version 2."""

REBUILD = "INSERT INTO entry_words (entry_words) VALUES ('rebuild')"
"""Fills the index with the words of all entries that are there."""

VERSION_2 = (
    "DROP TABLE entry_words",
    "DROP VIEW entry_words_source",
    "CREATE INDEX thought_episode ON thought (episode_id, id)",
    _SOURCE.format(thoughts=_THOUGHTS.format(there="")),
    TABLE,
    *TRIGGERS,
    REBUILD,
)
"""All statements of the second version but for the triggers of the first, which go before."""

VERSION_4 = (
    "DROP VIEW entry_words_source",
    _SOURCE.format(thoughts=_THOUGHTS.format(there=_THERE)),
    *(
        f"DROP TRIGGER words_thought_{name}"
        for before, after, _ in _WRITES.values()
        for name in (before, after)
    ),
    *_thought_triggers(f"{_THOUGHT_COLUMNS}, deleted_at"),
)
"""What version 4 changed: a thought record in the trash is not found."""
