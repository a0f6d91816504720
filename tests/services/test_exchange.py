"""The export holds everything, as it was at one moment, and says the same as long as nothing changes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from journals import HandSetClock, open_journal
from lived_journal import HOSTILE, fill_every_table
from stand_in_files import guessed

from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.going import Stopped
from bounceback_tui.domain.incoming import IncomingEntry
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.files import write_folder_privately, write_privately
from bounceback_tui.formats.reading import Answers
from bounceback_tui.formats.registry import WRITE
from bounceback_tui.formats.write_markdown import MARKDOWN
from bounceback_tui.formats.writing import Piece, WriteFormat
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import dump
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.journal_file import ROWS_VERSION


@pytest.fixture
def lived(workspace: Workspace, clock: HandSetClock) -> Workspace:
    """A journal with something in every table."""
    fill_every_table(workspace, clock)
    return workspace


def export_of(workspace: Workspace) -> dict[str, Any]:
    return workspace.exchange.as_json()


def test_every_column_of_every_table_is_in_it(lived: Workspace) -> None:
    export = export_of(lived)
    for table in dump.TABLES:
        rows = export[table]
        assert isinstance(rows, list)
        assert rows, f"the control: something is in {table}"
        # what is worked out from other columns (hidden in table_xinfo: 2) need not be there
        info = lived.database.rows("SELECT name, hidden FROM pragma_table_xinfo(?)", (table,))
        assert set(rows[0]) == {name for name, hidden in info if not hidden}
        assert len(rows) == lived.database.rows(f"SELECT count(*) FROM {table}")[0][0]


def test_it_says_what_it_is(lived: Workspace) -> None:
    export = export_of(lived)
    assert (export["format"], export["schema_version"]) == ("bounceback", ROWS_VERSION)
    assert export["exported_at"] == "2026-11-23T09:30:00+01:00"


def test_every_word_is_in_it_as_it_was_written(lived: Workspace) -> None:
    text = json.dumps(export_of(lived))
    again = json.loads(text)
    assert again == export_of(lived)
    assert again["revision"][0]["text"] == HOSTILE
    assert again["entry"][0]["text"] == "changed"
    assert again["cause"][0]["text"] == again["thought"][0]["thought"] == HOSTILE
    assert json.loads(again["draft"][0]["content"]) == {"text": HOSTILE}


def test_trash_and_earlier_versions_are_in_it(lived: Workspace) -> None:
    rows = export_of(lived)["entry"]
    assert isinstance(rows, list)
    assert {row["text"]: row["deleted_at"] is not None for row in rows} == {"changed": False, "deleted": True}


def test_nothing_changes_by_it_and_it_stays_the_same(lived: Workspace, clock: HandSetClock) -> None:
    state = lived.database.version
    texts = {json.dumps(export_of(lived)) for _ in range(3)}
    assert len(texts) == 1
    assert lived.database.version == state


def test_it_is_the_same_after_closing_and_tidying(
    lived: Workspace, clock: HandSetClock, tmp_path: Path
) -> None:
    before = export_of(lived)
    lived.database.rows("VACUUM")
    assert export_of(lived) == before
    lived.close()
    with open_journal(tmp_path / "journal.db", clock) as again:
        assert export_of(again) == before


def test_it_is_of_one_moment_while_another_window_writes(
    lived: Workspace, clock: HandSetClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = export_of(lived)
    real, turns = Database.each, 0
    with open_journal(tmp_path / "journal.db", clock) as other:

        def each(self: Database, sql: str, values: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
            nonlocal turns
            if self is lived.database and "ORDER BY 1, 2" in sql:
                turns += 1
                other.journal.log(Outcome(company=f"Zed {turns}", text="written meanwhile", tags=("new",)))
            return real(self, sql, values)

        with monkeypatch.context() as patched:
            patched.setattr(Database, "each", each)
            during = export_of(lived)
    assert turns == len(dump.TABLES)
    assert during == before
    assert len(export_of(lived)["entry"]) == len(before["entry"]) + turns, "the control"


def test_a_folder_is_of_one_moment_while_another_window_writes(
    workspace: Workspace, clock: HandSetClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bounceback_tui.services.exchange._AT_ONCE", 1)
    workspace.journal.note("first")
    clock.forward(hours=1)
    second = workspace.journal.note("second")
    pieces = workspace.exchange.write(MARKDOWN)
    texts = [next(pieces).text]
    with open_journal(tmp_path / "journal.db", clock) as other:
        other.versions.rewrite(second, "changed", "changed meanwhile", [])
    texts += [one.text for one in pieces]
    assert ["second" in text or "changed" in text for text in texts] == [False, True]
    assert "changed" not in texts[1]
    assert "changed" in list(workspace.exchange.write(MARKDOWN))[1].text, "the control"


@pytest.mark.parametrize("name", ["csv-entries", "markdown"])
def test_what_was_written_in_the_journal_is_read_back_word_for_word(
    lived: Workspace, clock: HandSetClock, tmp_path: Path, name: str
) -> None:
    ids = []
    for text in (HOSTILE, "=1+1", "---\na: b\n---", "two\n\nlines", "'=x"):
        clock.forward(minutes=1)
        felt = Reading(4, None, (Feeling("a=b; c", 7),))
        ids.append(lived.journal.note(text, tags=["Two words"], before=felt))
    (format,) = (one for one in WRITE if one.name == name)
    put_somewhere(format, lived.exchange.write(format), tmp_path / "out")
    back = guessed(tmp_path / "out")
    assert back
    came = back.read(tmp_path / "out", Answers(clock.zone))
    found = {one.key: one for one in came if isinstance(one, IncomingEntry)}
    for key in ids:
        entry, one = lived.journal.find(key).entry, found[key]
        assert (one.text, one.title, one.at) == (entry.text, entry.title, entry.written_at)
        assert (set(one.tags), one.reading.mood) == (set(entry.tags), 4)
        assert one.reading.feelings == (Feeling("a=b; c", 7),)


def put_somewhere(format: WriteFormat, pieces: Iterator[Piece], place: Path) -> None:
    if format.is_folder:
        write_folder_privately(place, pieces)
    else:
        write_privately(place, (one.text for one in pieces))


def test_an_export_can_be_stopped_and_leaves_nothing(lived: Workspace, tmp_path: Path) -> None:
    asked = []

    def stop(share: float) -> bool:
        asked.append(share)
        return False

    for format in WRITE:
        if format.name.startswith(("json", "markdown", "csv-entries", "csv-check", "jrnl")):
            pieces = lived.exchange.write(format, going=stop)
            with pytest.raises(Stopped):
                put_somewhere(format, pieces, tmp_path / "out")
    assert asked == [0.0] * 6
    assert not [one.name for one in tmp_path.iterdir() if "out" in one.name]
    with lived.database.write():
        pass  # and it can be written to again


def test_a_journal_that_cannot_be_written_to_can_still_be_taken_out(
    lived: Workspace, clock: HandSetClock
) -> None:
    before = export_of(lived)
    lived.database.rows("PRAGMA query_only = ON")
    assert export_of(lived) == before
