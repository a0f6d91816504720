"""Looking through a journal for anything that is not in order, in a copy of it in memory.

The file itself is only read, by SQLite's own copying: not one byte of it or of its log changes, also where a
crash left a log that opening the journal would move into it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bounceback_tui.domain.going import Going, each, go_on, onwards, part_of
from bounceback_tui.domain.text import plural, reason
from bounceback_tui.storage import checked, journal_file, tool_words, undo_schema, word_index
from bounceback_tui.storage.backup import copy_into, damage
from bounceback_tui.storage.cipher import Key
from bounceback_tui.storage.errors import NotAJournal, StorageError, database_errors, sentence_for
from bounceback_tui.storage.opening import is_there
from bounceback_tui.storage.version_9 import KEYS

Copy = sqlite3.Connection
"""A copy in memory."""

MOST = 5
"""Faults of one kind that are told."""

_AT_ONCE = 500
"""Entries that are put into the index of words between two questions whether to go on."""

_ENTRIES = 0.9
"""Share of making both indexes anew that goes to the words of entries."""


@contextmanager
def copy_of(journal: Path, going: Going = onwards, key: Key | None = None) -> Iterator[sqlite3.Connection]:
    """A copy of a journal in memory, in which anything may be tried. Raises StorageError and Stopped."""
    journal = journal.absolute()
    try:
        if not is_there(journal, key=key):
            raise NotAJournal(f"There is no journal at {journal} yet.")
        with closing(journal_file.in_memory(key)) as copy:
            with closing(_reading(journal, key)) as source:
                copy_into(source, copy, going)
            yield copy
    except database_errors() as error:
        raise StorageError(sentence_for(error)) from error
    except OSError as error:
        raise StorageError(f"{journal} cannot be read ({reason(error)}). It was left as it is.") from error


def pages(copy: sqlite3.Connection) -> list[str]:
    """Whether the file itself is sound."""
    return [f"a page is damaged ({words})" for words in damage(copy, MOST)]


def entries(copy: sqlite3.Connection) -> list[str]:
    """Whether entries, and earlier versions of them, say what was saved, and none is missing."""
    wrong = [f"entry {key} is not as it was saved" for key in checked.in_copy(copy)[:MOST]]
    counted = checked.counted_in_copy(copy)
    if counted and counted[0] != counted[1]:
        there, expected = counted
        wrong.append(f"there should be {plural(expected, 'entry', 'entries')}, and {there} can be read")
    return wrong


def references(copy: sqlite3.Connection) -> list[str]:
    """Whether what belongs to something belongs to something that is there."""
    found = copy.execute("PRAGMA foreign_key_check").fetchmany(MOST)
    return [f"a row of “{row[0]}” belongs to one of “{row[2]}” that is not there" for row in found]


def words_of_entries(copy: sqlite3.Connection) -> list[str]:
    """Whether a search finds entries by what they say now, and by nothing else."""
    return _index(copy, "INSERT INTO entry_words (entry_words, rank) VALUES ('integrity-check', 1)")


def words_of_tools(copy: sqlite3.Connection) -> list[str]:
    """The same for what stands beside entries."""
    if not _has(copy, "tool_words"):  # an older version
        return []
    if wrong := _index(copy, "INSERT INTO tool_words (tool_words) VALUES ('integrity-check')"):
        return wrong
    for place, source in tool_words.SOURCES.items():
        if not _has(copy, place):
            continue
        key = source.key.format(row=place)
        found = {row[0] for row in copy.execute("SELECT key FROM findable WHERE place = ?", (place,))}
        there = {
            one
            for (one,) in copy.execute(f"SELECT {key} FROM {place}").fetchall()
            if copy.execute(source.words.replace("{key}", "?1"), (one,)).fetchone()
        }
        if found != there:
            return [f"what stands in “{place}” is not in the index as it is"]
    unlike = """SELECT 1 FROM findable WHERE number NOT IN (SELECT rowid FROM tool_words) UNION ALL
        SELECT 1 FROM tool_words WHERE rowid NOT IN (SELECT number FROM findable)"""
    return ["the index of words holds something that is gone"] if copy.execute(unlike).fetchone() else []


def triggers(copy: sqlite3.Connection) -> list[str]:
    """Whether everything is still noted for undo."""
    if journal_file.version_of(copy) != journal_file.SCHEMA_VERSION:
        return []
    return _not_noted(copy, "undo", undo_schema.KEYS)


def is_synced(copy: sqlite3.Connection) -> bool:
    """Whether it is exchanged with other machines. That of an earlier version says no."""
    if journal_file.version_of(copy) != journal_file.SCHEMA_VERSION:
        return False
    return copy.execute("SELECT 1 FROM sync").fetchone() is not None


def triggers_of_sync(copy: sqlite3.Connection) -> list[str]:
    """Whether everything is still noted for other machines."""
    return _not_noted(copy, "sync", KEYS)


def _not_noted(copy: sqlite3.Connection, noting: str, tables: Iterable[str]) -> list[str]:
    there = {row[0] for row in copy.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    return [
        f"changes of “{table}” are not noted for {noting}"
        for table in tables
        if f"{noting}_{table}_added" not in there
    ][:MOST]


def drafts(copy: sqlite3.Connection) -> int:
    """How many drafts wait."""
    return int(copy.execute("SELECT count(*) FROM draft").fetchone()[0])


def is_empty(copy: sqlite3.Connection) -> bool:
    """Whether nothing was written yet."""
    return copy.execute("SELECT 1 FROM entry UNION ALL SELECT 1 FROM checkin LIMIT 1").fetchone() is None


def mend_words(journal: Path, going: Going = onwards, key: Key | None = None) -> None:
    """Make the indexes of words anew from what is there.

    Raises StorageError, and Stopped where `going` says so, with the journal as it was.
    """
    try:
        with closing(journal_file.connect(journal.absolute(), key)) as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("BEGIN IMMEDIATE")
            try:
                # a part at a time, so that it can be told how far it is
                connection.execute("INSERT INTO entry_words (entry_words) VALUES ('delete-all')")
                every = [one for (one,) in connection.execute("SELECT position FROM entry ORDER BY position")]
                for start in each(range(0, len(every), _AT_ONCE), part_of(going, 0.0, _ENTRIES)):
                    part = every[start : start + _AT_ONCE]
                    connection.execute(word_index.FILL, (part[0], part[-1]))
                if _has(connection, "tool_words"):
                    connection.execute("DELETE FROM tool_words")
                    connection.execute("DELETE FROM findable")
                    for statement in each(list(tool_words.fill()), part_of(going, _ENTRIES, 1.0)):
                        connection.execute(statement)
                go_on(going, 1.0)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except database_errors() as error:
        raise StorageError(sentence_for(error)) from error


def _reading(journal: Path, key: Key | None) -> sqlite3.Connection:
    """Where no log waits, an ordinary connection: one that cannot write would leave a log behind."""
    log = journal_file.log_of(journal)
    if log.exists() and log.stat().st_size:
        return journal_file.connect_to_read(journal, True, key)
    return journal_file.connect(journal, key)


def _index(copy: sqlite3.Connection, check: str) -> list[str]:
    try:
        copy.execute(check)
    except database_errors():
        return ["the index of words does not hold what was written"]
    return []


def _has(connection: sqlite3.Connection, table: str) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is not None
