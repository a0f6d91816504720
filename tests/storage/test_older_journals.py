"""A journal of every version opens in the newest one, with every value as it was."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import older
import pytest
import sqlite_utils
from journals import HandSetClock, check_whole, look_into, open_journal
from keep_older import statements
from older import OLDER, columns, make, shape, values

from bounceback_tui.domain.query import Query
from bounceback_tui.services.integrity import check
from bounceback_tui.storage import sync_state
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.journal_file import ROWS_VERSION, SCHEMA_VERSION
from bounceback_tui.storage.migrations import steps

STEPS = [step.name for step in steps._migrations]
"""Their names, oldest first."""


@pytest.fixture(params=OLDER)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A journal of each version."""
    make(tmp_path / "journal.db", request.param)
    assert look_into(tmp_path / "journal.db", "PRAGMA user_version") == [(request.param,)]
    return tmp_path / "journal.db"


@pytest.mark.long
@pytest.mark.many(4)
def test_there_is_something_in_every_table(path: Path) -> None:
    held = values(path, columns(path))
    assert [table for table, rows in held.items() if not rows] == []
    assert len([rows for rows in held.values() if "[@click=app.quit]" in repr(rows)]) >= 9


@pytest.mark.many(12)
def test_every_value_is_as_it_was_and_the_shape_that_of_a_new_journal(path: Path) -> None:
    wanted = columns(path)
    before = values(path, wanted)
    Database(path).close()
    assert values(path, wanted) == before
    assert look_into(path, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    new = Database(path.with_name("new.db"))
    if before.get("sync"):  # it was on several machines, and so are what notes for others
        sync_state.begin(new, sync_state.State("", "", b"", "", None), "desk")
    new.close()
    assert shape(path) == shape(path.with_name("new.db"))


def own_words(path: Path) -> list[tuple[Any, ...]]:
    """The shape of a journal but for what SQLite and libraries put into words of theirs."""
    others = {name for (name,) in look_into(path, "SELECT name FROM pragma_table_list WHERE type = 'shadow'")}
    return [one for one in shape(path) if one[1] not in {*others, "_sqlite_migrations"}]


@pytest.mark.many(3)
@pytest.mark.parametrize("version", OLDER)
def test_a_step_makes_what_it_made_when_it_was_new(tmp_path: Path, version: int) -> None:
    """Else a journal that is brought up to date later would differ from one that always was."""
    made = tmp_path / "made.db"
    with closing(sqlite3.connect(made, isolation_level=None)) as journal:
        steps.apply(sqlite_utils.Database(journal, execute_plugins=False), stop_before=STEPS[version])
    make(tmp_path / "kept.db", version)
    assert own_words(made) == own_words(tmp_path / "kept.db")


def test_what_a_journal_holds_changes_by_a_new_version_alone(tmp_path: Path) -> None:
    """Rules that stand in views and triggers as well are easily changed for new journals only."""
    Database(tmp_path / "journal.db").close()
    held = hashlib.sha256(repr(own_words(tmp_path / "journal.db")).encode()).hexdigest()
    assert (SCHEMA_VERSION, held[:16]) == (11, "1014b28da6c7482b")


def test_what_is_told_to_others_bears_the_version_since_which_rows_are_as_they_are(tmp_path: Path) -> None:
    shapes = []
    for version in (ROWS_VERSION - 1, ROWS_VERSION, ROWS_VERSION):
        make(tmp_path / f"{len(shapes)}.db", version)
        if len(shapes) == 2:
            Database(tmp_path / "2.db").close()
        shapes.append([one for one in shape(tmp_path / f"{len(shapes)}.db") if one[0] == "table"])
    assert shapes[0] != shapes[1] == shapes[2]


@pytest.mark.many(4)
def test_indexes_of_words_and_digests_are_those_of_the_words(path: Path) -> None:
    with open_journal(path, HandSetClock()) as workspace:
        check_whole(workspace.database)
        assert check(workspace.database) == {}
        [(entries,)] = workspace.database.rows("SELECT count(*) FROM entry")
        assert workspace.database.rows("SELECT entries FROM tally") == [(entries,)]


@pytest.mark.many(9)
def test_everything_can_be_read_changed_and_taken_back(path: Path) -> None:
    with open_journal(path, HandSetClock()) as workspace:
        items = workspace.journal.history(Query()).items(0, 99)
        assert len(items) >= 2
        for item in items:
            assert workspace.journal.show(item.entry.id).damage == ""
            workspace.versions.rewrite(item.entry.id, "new", f"{item.entry.text} and more", item.entry.tags)
        for item in reversed(items):
            workspace.undo.take_back()
            there = workspace.journal.find(item.entry.id).entry
            assert (there.title, there.text) == (item.entry.title, item.entry.text)
        assert workspace.exchange.as_json()["entry"]
        assert check(workspace.database) == {}
        check_whole(workspace.database)


@pytest.mark.many(9)
def test_steps_of_an_older_version_can_be_taken_back_and_done_again(path: Path) -> None:
    """They know no digest: what they bring back is known to be whole all the same."""
    with open_journal(path, HandSetClock()) as workspace:
        turned = 0
        while workspace.undo.take_back():
            turned += 1
            assert check(workspace.database) == {}
        for _ in range(turned):
            workspace.undo.do_again()
            assert check(workspace.database) == {}
        [(version,)] = look_into(next((path.parent / "backups").iterdir()), "PRAGMA user_version")
        assert bool(turned) is (version >= 3)


@pytest.mark.long
@pytest.mark.many(9)
def test_control_a_value_that_a_migration_lost_is_caught(path: Path) -> None:
    wanted = columns(path)
    before = values(path, wanted)
    Database(path).close()
    with open_journal(path, HandSetClock()) as workspace, workspace.database.write():
        workspace.database.run("UPDATE lead SET note = note || ' '")
    assert values(path, wanted) != before


@pytest.mark.long
@pytest.mark.many(8)
def test_what_keeps_a_journal_for_later_makes_the_same_again(path: Path) -> None:
    wanted = columns(path)
    again = path.with_name("again.db")
    with closing(sqlite3.connect(path)) as kept:
        text = "\n".join(statements(kept))
    version = look_into(path, "PRAGMA user_version")[0][0]
    assert version == 1 or "as in version" in text
    with closing(sqlite3.connect(again)) as made:
        made.executescript(older.spelled_out(text))
    assert (values(again, wanted), shape(again)) == (values(path, wanted), shape(path))
