"""What is kept of imports: where a row came from, what columns mean, and where an entry may stand."""

from __future__ import annotations

from datetime import timedelta

from journals import NOW, HandSetClock

from bounceback_tui.domain.entry import Entry
from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage import entries, imports
from bounceback_tui.storage.columns import FreePlaces, microseconds
from bounceback_tui.storage.database import Database


def test_a_thing_is_known_by_its_format_and_its_key_there(database: Database) -> None:
    with database.write():
        imports.note(database, "jrnl", "1", "entry", "E" * 26)
    assert imports.known(database, "jrnl", "1") == ("entry", "E" * 26)
    assert imports.known(database, "jrnl", "2") is None
    assert imports.known(database, "daylio", "1") is None


def test_what_columns_mean_is_kept_and_may_change(database: Database) -> None:
    with database.write():
        assert imports.keep_mapping(database, ["Firm", "Rôle"], {"answer": "Firm"})
        assert not imports.keep_mapping(database, ["Firm", "Rôle"], {"answer": "Rôle"})
    assert imports.mapping(database, ["Firm", "Rôle"]) == {"answer": "Rôle"}
    assert imports.mapping(database, ["Rôle", "Firm"]) == {}


def test_entries_of_one_moment_stand_one_after_the_other(database: Database, clock: HandSetClock) -> None:
    free, before = FreePlaces(database), Moment.of(NOW - timedelta(microseconds=1))
    for number, moment in enumerate((clock.now(), clock.now(), before, before, clock.now())):
        entries.add(database, Entry(f"{number:026}", moment, str(number), "b"), clock.now(), free)
    rows = database.rows("SELECT position, title FROM entry ORDER BY position")
    first = microseconds(before)
    assert rows == [(first + place, title) for place, title in enumerate("20134")]
