"""What is kept of imports: where a row came from, what columns mean, and where an entry may stand."""

from __future__ import annotations

from datetime import timedelta

from journals import NOW, HandSetClock

from bounceback_tui.domain.entry import Entry
from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage import entries, imports
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
    places, at_least = list[int](), 0
    for moment in (clock.now(), clock.now(), Moment.of(NOW - timedelta(microseconds=1)), clock.now()):
        key = f"{len(places):026}"
        places.append(entries.add(database, Entry(key, moment, "a", "b"), clock.now(), at_least))
        at_least = places[-1] + 1 if moment == clock.now() else at_least
    assert places == [places[0], places[0] + 1, places[0] + 2, places[0] + 3]
