"""What the tools keep is found by its words, whoever writes it, and no longer once it is in the trash."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from journals import check_whole
from tool_rows import tool_rows

from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.tool_words import SOURCES


@pytest.fixture
def database(workspace: Workspace) -> Iterator[Database]:
    """A journal with one thing of each kind."""
    logged = workspace.journal.log(Outcome(company="Acme", text="a no"))
    assert logged.episode
    with workspace.database.write():
        for table, row in tool_rows(logged.application, logged.episode, logged.id).items():
            workspace.database.insert(table, **row)
    yield workspace.database
    check_whole(workspace.database)


def found(database: Database, word: str) -> list[tuple[str, str]]:
    """Place and key of what a word finds."""
    return database.rows(
        "SELECT place, key FROM findable JOIN tool_words ON tool_words.rowid = number"
        " WHERE tool_words MATCH ? ORDER BY 1",
        (word,),
    )


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("calm", "strength"),
        ("home", "focus"),
        ("zed", "posting"),
        ("shorter", "cv_change"),
        ("question", "preparation"),
        ("breathe", "preparation"),
    ],
)
def test_each_is_found_until_it_goes_to_the_trash(database: Database, word: str, place: str) -> None:
    [(where, key)] = found(database, word)
    assert where == place
    with database.write():
        database.run(f"UPDATE {place} SET deleted_at = '2026-11-23T08:30:00.000000Z' WHERE id = ?", (key,))
    assert found(database, word) == []
    with database.write():
        database.run(f"UPDATE {place} SET deleted_at = NULL WHERE id = ?", (key,))
    assert found(database, word) == [(place, key)]
    with database.write():
        database.run(f"DELETE FROM {place} WHERE id = ?", (key,))
    assert found(database, word) == []


def test_another_wording_takes_the_place_of_the_one_before(database: Database) -> None:
    with database.write():
        database.run("UPDATE setback SET text = 'a long silence'")
    assert found(database, "question") == []
    assert [place for place, _ in found(database, "silence")] == ["preparation"]


def test_every_kind_has_its_triggers(database: Database) -> None:
    names = {row[0] for row in database.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    for place in SOURCES:
        assert {f"tool_words_{place}_{what}" for what in ("added", "changed", "removed")} <= names
