"""Rows as they travel: every table, and each row by the same name everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from older import shape

from bounceback_tui.domain.sync import Content
from bounceback_tui.storage import dump, sync_state, undo_schema
from bounceback_tui.storage.columns import storable
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.sync_rows import ORDER, digest, key_from, key_text
from bounceback_tui.storage.version_9 import HEX, KEYS, key_sql


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    opened = Database(tmp_path_factory.mktemp("rows") / "journal.db")
    yield opened
    opened.close()


def test_every_table_of_an_export_travels_but_drafts() -> None:
    assert set(ORDER) == set(dump.TABLES) - {"draft"}
    assert set(undo_schema.KEYS) < set(KEYS)


def begin(opened: Database) -> None:
    sync_state.begin(opened, sync_state.State("somewhere", "", b"", "", None), "desk")


def test_every_write_is_noted_once_there_are_others_and_not_before(tmp_path: Path) -> None:
    opened, beside = Database(tmp_path / "journal.db"), Database(tmp_path / "journal.db")
    with opened.write():
        opened.insert("trap", id="T" * 26, name="one")
    assert opened.rows("SELECT * FROM sync_changed") == []
    begin(opened)
    with opened.write():
        opened.run("DELETE FROM sync_changed")  # all that was there
    with beside.write():  # a program that was open before
        beside.run("UPDATE trap SET name = 'two'")
        beside.insert("saved_search", name="a", query="b")
        beside.run("UPDATE saved_search SET name = 'c'")
        beside.put("trap", "id", id="T" * 26, name="three")
        beside.run("INSERT OR REPLACE INTO saved_search VALUES ('c', 'd')")
    noted = opened.rows("SELECT * FROM sync_changed ORDER BY 1, 2")
    trap = ("trap", '["' + "T" * 26 + '"]')
    assert noted == [("saved_search", '["a"]'), ("saved_search", '["c"]'), trap]
    sync_state.end(opened)
    with beside.write():
        beside.run("UPDATE trap SET name = 'four'")
    assert beside.rows("SELECT * FROM sync_changed") == []
    beside.close()
    opened.close()


def test_a_journal_on_one_machine_alone_is_as_if_it_had_never_been_on_several(tmp_path: Path) -> None:
    """What notes for others costs each start of the program, so it is there only while there are any."""
    path = tmp_path / "journal.db"
    with closing(Database(path)) as opened:
        before = shape(path)
        assert [name for _, name, _ in before if name.startswith("sync_") and "_added" in name] == []
        begin(opened)
        assert [f"sync_{table}_added" for table in KEYS] == [
            name for name in (f"sync_{table}_added" for table in KEYS) if name in str(shape(path))
        ]
        sync_state.end(opened)
        assert shape(path) == before


@given(
    st.lists(
        st.one_of(st.text(), st.text(f"\0{HEX}a"), st.integers(-(2**63), 2**63 - 1)), min_size=1, max_size=2
    )
)
def test_a_key_is_written_as_the_triggers_write_it(database: Database, key: list[str | int]) -> None:
    kept = tuple(storable(one) if isinstance(one, str) else one for one in key)
    columns = tuple(f"c{number}" for number in range(len(kept)))
    values = ", ".join(f"? AS {name}" for name in columns)
    row = database.row(f"SELECT {key_sql(columns, 'it')} FROM (SELECT {values}) AS it", kept)
    assert row == (key_text(kept),)
    assert key_from(key_text(kept)) == kept


@pytest.mark.parametrize("other", [{"a": 1}, {"a": "1"}, {"a": None}, {"b": 1}, {}])
def test_what_differs_has_another_digest(other: Content) -> None:
    assert digest({"a": 1.5}) != digest(other)
    assert digest(None) == ""
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
