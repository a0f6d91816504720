"""The index of words of what the tools of the guide keep: each thing is found as itself, whatever entry it
belongs to, and also where it belongs to none.

Triggers keep it true, whoever writes. A thing is told by its place (the table) and its key; a request for
feedback is found by its remarks, too, and a preparation by its setbacks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bounceback_tui.storage.word_search import TOKENS


class Source(NamedTuple):
    """Where the words of a kind of thing come from."""

    words: str
    """What selects them, for the key that "{key}" stands for."""
    key: str = "{row}.id"
    """Its key; "{row}" stands for the row that was written."""
    part: str = ""
    """Another table whose rows belong to it."""
    part_key: str = ""
    """The key of the thing that a row of that table belongs to."""


_JOINED = "coalesce((SELECT group_concat({words}, ' ') FROM {table} WHERE {table}.{owner} = {{key}}), '')"
_REMARKS = _JOINED.format(words="theme || ' ' || remark.text", table="remark", owner="episode_id")
_SETBACKS = _JOINED.format(words="setback.text || ' ' || answer", table="setback", owner="preparation_id")
_TRAPS = "coalesce((SELECT group_concat(value, ' ') FROM json_each(traps)), '')"
_THERE = "WHERE id = {key} AND deleted_at IS NULL"

SOURCES: Mapping[str, Source] = {
    "feedback": Source(
        f"SELECT subject || ' ' || message || ' ' || answer || ' ' || {_REMARKS} FROM feedback"
        " WHERE episode_id = {key}",
        "{row}.episode_id",
        "remark",
        "{row}.episode_id",
    ),
    "thought": Source(
        f"SELECT thought || ' ' || evidence_for || ' ' || evidence_against || ' ' || fairer || ' '"
        f" || {_TRAPS} FROM thought {_THERE}"
    ),
    "strength": Source(f"SELECT text || ' ' || said_by FROM strength {_THERE}"),
    "focus": Source(f"SELECT text FROM focus {_THERE}"),
    "posting": Source(f"SELECT title || ' ' || note FROM posting {_THERE}"),
    "cv_change": Source(f"SELECT text || ' ' || came_from FROM cv_change {_THERE}"),
    "rest": Source(f"SELECT enjoy FROM rest {_THERE}"),
    "lead": Source(f"SELECT name || ' ' || note FROM lead {_THERE}"),
    "preparation": Source(
        f"SELECT {_SETBACKS} FROM preparation {_THERE}", part="setback", part_key="{row}.preparation_id"
    ),
    "tick": Source(
        "SELECT note || ' ' || plan FROM tick WHERE episode_id || ' ' || step_id = {key}"
        " AND episode_id = substr({key}, 1, 26) AND (note <> '' OR plan <> '')",
        "{row}.episode_id || ' ' || {row}.step_id",
    ),
}
"""Every kind of thing that is found so, by its table."""

TABLES = (
    """CREATE TABLE findable (
    number INTEGER PRIMARY KEY,  -- the row in the index of words
    place TEXT NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (place, key)
) STRICT""",
    f"CREATE VIRTUAL TABLE tool_words USING fts5(words, tokenize='{TOKENS}', prefix='1 2 3')",
)
"""Statements that make the index."""


def triggers() -> Iterator[str]:
    """Statements that keep the index true."""
    for place, source in SOURCES.items():
        yield from _triggers(place, place, source.words, source.key)
        if source.part:
            yield from _triggers(source.part, place, source.words, source.part_key)


def fill() -> Iterator[str]:
    """Statements that put the words of what is there already into the index."""
    for place, source in SOURCES.items():
        key = source.key.format(row=place)
        yield f"INSERT INTO findable (place, key) SELECT '{place}', {key} FROM {place}"
        words = source.words.format(key="findable.key")
        yield (
            f"INSERT INTO tool_words (rowid, words) SELECT number, words FROM (SELECT number, ({words})"
            f" AS words FROM findable WHERE place = '{place}') WHERE words IS NOT NULL"
        )
    yield "DELETE FROM findable WHERE number NOT IN (SELECT rowid FROM tool_words)"


def _triggers(table: str, place: str, words: str, key: str) -> Iterator[str]:
    """A thing has its number as long as it has words in the index: nothing is left of one that is gone."""
    for write, name, row in (
        ("INSERT", "added", "new"),
        ("UPDATE", "changed", "new"),
        ("UPDATE", "moved", "old"),
        ("DELETE", "removed", "old"),
    ):
        its_key = key.format(row=row)
        its_words = words.format(key=its_key)
        this = f"place = '{place}' AND key = {its_key}"
        moved = f"WHEN {key.format(row='old')} IS NOT {key.format(row='new')} " if name == "moved" else ""
        number = f"(SELECT number FROM findable WHERE {this})"
        yield f"""CREATE TRIGGER tool_words_{table}_{name} AFTER {write} ON {table} {moved}BEGIN
    DELETE FROM tool_words WHERE rowid = {number};
    DELETE FROM findable WHERE {this};
    INSERT INTO findable (place, key) SELECT '{place}', {its_key} WHERE EXISTS ({its_words});
    INSERT INTO tool_words (rowid, words) SELECT {number}, * FROM ({its_words});
END"""
