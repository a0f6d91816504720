"""A journal that was exported comes back exactly, into an empty journal or beside what is there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import older
import pytest
from hypothesis import given
from hypothesis import strategies as st
from journals import HandSetClock, check_whole, open_journal
from lived_journal import fill_every_table

from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.going import Stopped
from bounceback_tui.domain.import_report import Found, Sort
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.formats.own_json import OURS
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.exchange import json_text
from bounceback_tui.services.importing import Wanted
from bounceback_tui.services.integrity import check
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import dump
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.storage.journal_file import ROWS_VERSION


@pytest.fixture
def lived(workspace: Workspace, clock: HandSetClock) -> Workspace:
    """A journal with something in every table."""
    fill_every_table(workspace, clock)
    return workspace


@pytest.fixture
def empty(tmp_path: Path, clock: HandSetClock) -> Iterator[Workspace]:
    """Another journal, with nothing in it."""
    with open_journal(tmp_path / "other.db", clock) as opened:
        yield opened


def text(workspace: Workspace) -> str:
    return "".join(json_text(workspace.exchange.as_json()))


def written(workspace: Workspace, words: str | bytes) -> Wanted:
    path = workspace.path.with_suffix(".json")
    path.write_bytes(words if isinstance(words, bytes) else words.encode())
    return Wanted(path, OURS, {})


def bring(workspace: Workspace, words: str | bytes) -> Found:
    return workspace.importing.bring_in(written(workspace, words))


def test_it_comes_back_byte_for_byte(lived: Workspace, empty: Workspace) -> None:
    before = text(lived)
    found = bring(empty, before)
    assert all(json.loads(before)[table] for table in dump.TABLES), "the control"
    assert found.refusals == 0
    assert text(empty) == before
    check_whole(empty.database)
    assert check(empty.database) == {}


def test_what_it_is_is_guessed(lived: Workspace, empty: Workspace) -> None:
    wanted = written(empty, text(lived))
    assert empty.importing.guess(wanted.path) is OURS
    wanted.path.write_text('{"entries": []}', encoding="utf-8")
    assert empty.importing.guess(wanted.path) is None


def test_a_second_time_nothing_comes_in(lived: Workspace, empty: Workspace) -> None:
    before = text(lived)
    first = bring(empty, before)
    again = bring(empty, before)
    assert (again.anything, again.refusals) == (False, 0)
    assert again.known == sum(first.new.values())
    assert text(empty) == before


def test_a_look_tells_the_same_and_writes_nothing(lived: Workspace, empty: Workspace) -> None:
    before, words = text(empty), text(lived)
    told = empty.importing.look(written(empty, words))
    assert text(empty) == before
    assert told == bring(empty, words)


def test_taken_back_the_journal_is_what_it_was(lived: Workspace, empty: Workspace) -> None:
    before, words = text(empty), text(lived)
    bring(empty, words)
    assert (empty.undo.take_back() or "").startswith("import of")
    assert text(empty) == before
    empty.undo.do_again()
    assert text(empty) == words
    empty.undo.take_back()
    assert text(empty) == before
    check_whole(empty.database)


def test_beside_what_is_there_only_what_is_new_comes_in(lived: Workspace, empty: Workspace) -> None:
    first = text(lived)
    bring(empty, first)
    empty.journal.note("written here")
    lived.journal.log(Outcome(company="Zed", text="written there", before=Reading(2)))
    found = bring(empty, text(lived))
    assert found.new == {Sort.ENTRY: 1, Sort.CHECKIN: 1, Sort.APPLICATION: 1, Sort.EVENT: 1, Sort.OTHER: 1}
    texts = {row["text"] for row in json.loads(text(empty))["entry"]}
    assert {"written here", "written there"} <= texts
    check_whole(empty.database)
    empty.undo.take_back()
    assert "written here" in text(empty)
    assert "written there" not in text(empty)


@pytest.mark.many(9)
@pytest.mark.parametrize("version", older.OLDER)
def test_what_an_older_version_wrote_comes_in(
    version: int, tmp_path: Path, clock: HandSetClock, empty: Workspace
) -> None:
    path = tmp_path / "older.db"
    older.make(path, version)
    columns = older.columns(path)
    rows = older.values(path, columns)
    old: dict[str, Any] = {"format": "bounceback", "schema_version": min(version, ROWS_VERSION)}
    for table in dump.TABLES:
        if table in columns:
            dropped = {"stage_rank", "last_word"}
            old[table] = [
                {name: value for name, value in zip(columns[table], row, strict=True) if name not in dropped}
                for row in rows[table]
            ]
    found = bring(empty, json.dumps(old))
    assert found.refused == []
    with open_journal(path, clock) as brought_up:
        theirs, ours = json.loads(text(brought_up)), json.loads(text(empty))
        for table in set(dump.TABLES) - {"draft"}:
            assert ours[table] == theirs[table], table
    check_whole(empty.database)
    assert check(empty.database) == {}


def test_what_a_newer_version_wrote_is_refused_in_a_sentence(lived: Workspace, empty: Workspace) -> None:
    newer = json.loads(text(lived)) | {"schema_version": ROWS_VERSION + 1}
    with pytest.raises(StorageError, match="newer bounceback"):
        bring(empty, json.dumps(newer))


WRONG: dict[str, Callable[[dict[str, Any]], object]] = {
    "mood": lambda rows: rows["checkin"][0].update(mood=12),
    "kind": lambda rows: rows["event"][0].update(kind="promoted"),
    "day": lambda rows: rows["entry"][0].update(local_date="0000-01-01"),
    "time": lambda rows: rows["entry"][0].update(written_at="9999-99-99T99:99:99.999999Z"),
    "offset": lambda rows: rows["entry"][0].update(utc_offset=1440),
    "traps": lambda rows: rows["thought"][0].update(traps='{"a": 1}'),
    "told": lambda rows: rows["revision"][0].update(told='{"a": 1}'),
    "number": lambda rows: rows["tick"][0].update(note=1.5),
    "list": lambda rows: rows["entry"][0].update(title=["a"]),
    "large": lambda rows: rows["event"][0].update(seq=10**30),
    "surrogate": lambda rows: rows["lead"][0].update(note="\ud800"),
    "owner": lambda rows: rows["tag"][0].update(entry_id="Z" * 26),
    "column": lambda rows: rows["rest"][0].update({"note; DROP TABLE entry": ""}),
    "row": lambda rows: rows["rest"].append("a rest"),
    "table": lambda rows: rows.update(sqlite_master=[{"name": "x"}]),
    "key": lambda rows: rows["rest"][0].update(id=None),
    "short": lambda rows: rows["rest"][0].update(id="A"),
    "nothing": lambda rows: rows["tag"][0].update(name="\0panel"),
    "no time": lambda rows: rows["application"][0].pop("added_at"),
    "traps in traps": lambda rows: rows["thought"][0].update(traps="[" * 100_000 + "]" * 100_000),
    "words of a version": lambda rows: told_otherwise(rows, "text", 7),
    "tags of a version": lambda rows: told_otherwise(rows, "tags", [1]),
    "time of a version": lambda rows: told_otherwise(rows, "when", ["2026-11-20T10:00:00", 0, "UTC"]),
    "fields of a draft": lambda rows: rows["draft"][0].update(content='{"a": ' * 30 + "1" + "}" * 30),
    "answers": lambda rows: rows["import_mapping"][0].update(mapping='{"answer": [1]}'),
    "wording of nothing": lambda rows: rows["passed_over"][0].update(place="tag"),
    "key of a wording": lambda rows: rows["passed_over"][0].update(place="cause", row_key='["A"]'),
    "columns of a wording": lambda rows: rows["passed_over"][0].update(content='{"a": 1}'),
    "words of a wording": lambda rows: rows["passed_over"][0].update(content='{"id": [1]}'),
    "traps of a wording": lambda rows: rows["passed_over"][0].update(
        place="thought", row_key='["A"]', content='{"traps": 5}'
    ),
}


def told_otherwise(rows: dict[str, Any], name: str, value: object) -> None:
    """Let an earlier version say something that no form says."""
    version = next(row for row in rows["revision"] if row["told"])
    version["told"] = json.dumps(json.loads(version["told"]) | {name: value})


@pytest.mark.many(9)
@pytest.mark.parametrize("name", WRONG)
def test_a_row_that_does_not_fit_is_refused_by_number_and_the_rest_comes_in(
    name: str, lived: Workspace, empty: Workspace
) -> None:
    rows = json.loads(text(lived))
    WRONG[name](rows)
    found = bring(empty, json.dumps(rows))
    assert found.refusals >= 1
    assert found.refused[0].line >= 1
    assert "“" in found.refused[0].why
    assert found.new
    check_whole(empty.database)
    open_everything(empty)


def open_everything(workspace: Workspace) -> None:
    """Nothing that came in stops anybody from reading it."""
    for row in json.loads(text(workspace))["entry"]:
        workspace.journal.show(row["id"])
    workspace.trash.everything()
    workspace.drafts.waiting()
    workspace.applications.every()
    workspace.recovery.episodes()
    workspace.tools.thoughts.every()


@pytest.mark.many(3)
@pytest.mark.parametrize(
    "words",
    [
        b"",
        b"\xff\xfe{}",
        b"[" * 100_000,
        b'{"format": "bounceback"',
        b'{"format": "bounceback", "schema_version": 8, "entry": 3}',
        b'{"format": "bounceback", "schema_version": NaN}',
        b'{"format": "bounceback", "schema_version": true}',
        b'{"format": "bounceback", "schema_version": 8, "entry": [{"id": "a", "id": "b"}]}',
        b'{"format": "bounceback", "schema_version": ' + b"9" * 5000 + b"}",
        b'{"entries": []}',
        b"null",
    ],
)
def test_what_is_no_journal_is_told_in_a_sentence(words: bytes, empty: Workspace) -> None:
    before = text(empty)
    with pytest.raises(CannotDo) as told:
        bring(empty, words)
    assert "Nothing was changed" in str(told.value)
    assert "\n" not in str(told.value)
    assert text(empty) == before


def test_stopped_on_the_way_nothing_is_there(lived: Workspace, empty: Workspace) -> None:
    before, words = text(empty), text(lived)
    with pytest.raises(Stopped):
        empty.importing.bring_in(written(empty, words), lambda share: share < 1.0)
    assert text(empty) == before
    assert empty.undo.next_back is None


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.lists(st.none(), max_size=2),
)


@pytest.mark.long
@given(data=st.data())
def test_no_value_whatsoever_makes_a_journal_that_cannot_be_read(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder, clock = tmp_path_factory.mktemp("any"), HandSetClock()
    with open_journal(folder / "one.db", clock) as one, open_journal(folder / "two.db", clock) as two:
        fill_every_table(one, clock)
        rows = json.loads(text(one))
        table = data.draw(st.sampled_from(sorted(set(dump.TABLES))))
        column = data.draw(st.sampled_from(sorted(rows[table][0])))
        rows[table][0][column] = data.draw(SCALARS)
        try:
            bring(two, json.dumps(rows))
        except CannotDo:  # NaN and the like
            return
        check_whole(two.database)
        open_everything(two)
        two.undo.take_back()
        assert json.loads(text(two))["entry"] == []
