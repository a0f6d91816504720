"""The history: newest first, in pages, and no dearer for being long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from looking import NOW, open_workspace

from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.query import Query, parse
from bounceback_tui.services.history import PAGE, History
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.database import Database


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


def write(journal: Workspace, count: int, word: str = "note") -> None:
    """Entries an hour apart, "note 0" the latest; saved in a mixed-up order."""
    with journal.database.write():
        for number in sorted(range(count), key=lambda place: place * 7919 % max(count, 1)):
            when = Moment.of(NOW - timedelta(hours=number + 1))
            journal.journal.note(f"{word} {number}", when=when)


def titles(history: History, start: int = 0, stop: int | None = None) -> list[str]:
    found = history.items(start, history.known if stop is None else stop)
    return [item.entry.title for item in found]


def looks(journal: Workspace, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows with every look into the database from now on."""
    asked: list[str] = []
    rows = journal.database.rows

    def counted(sql: str, values: Sequence[object] = (), **how: bool) -> object:
        if not sql.startswith("PRAGMA"):  # whether somebody wrote is known without a look
            asked.append(sql)
        return rows(sql, values, **how)

    monkeypatch.setattr(journal.database, "rows", counted)
    return asked


@pytest.mark.parametrize("count", [0, 1, 7])
def test_a_short_history_is_there_at_once_newest_first(journal: Workspace, count: int) -> None:
    write(journal, count)
    history = journal.journal.history(Query())
    assert history.complete
    assert history.known == count
    assert titles(history) == [f"note {number}" for number in range(count)]


def test_two_entries_of_one_moment_keep_their_order(journal: Workspace) -> None:
    first, second = journal.journal.note("first"), journal.journal.note("second")
    history = journal.journal.history(Query())
    assert [item.entry.id for item in history.items(0, 2)] == [second, first]


@pytest.mark.many(2)
@pytest.mark.parametrize("count", [PAGE - 1, PAGE, PAGE + 1, 2 * PAGE + 3])
def test_a_long_one_is_read_page_by_page_to_the_last_entry(journal: Workspace, count: int) -> None:
    write(journal, count)
    history = journal.journal.history(Query())
    assert history.known == min(count, PAGE)
    for _ in range(count // PAGE + 1):
        history.read_on()
    assert history.complete
    assert history.known == count
    assert titles(history) == [f"note {number}" for number in range(count)]
    history.read_on()  # there is nothing more, and that is all right
    assert history.known == count


def test_everything_is_read_on_request(journal: Workspace) -> None:
    write(journal, 2 * PAGE + 3)
    history = journal.journal.history(Query())
    history.read_on(everything=True)
    assert (history.known, history.complete) == (2 * PAGE + 3, True)
    assert titles(history)[-1] == f"note {2 * PAGE + 2}"


def test_of_a_history_shown_to_its_end_those_between_are_read_once_somebody_is_there(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(journal, 4 * PAGE + 3)
    gone = (3, PAGE + 7, 2 * PAGE, 4 * PAGE + 1)
    with journal.database.write():
        for place in gone:
            journal.journal.delete(journal.journal.find(f"-{place + 1 - gone.index(place)}").entry.id)
    left = [f"note {number}" for number in range(4 * PAGE + 3) if number not in gone]
    read: list[int] = []
    rows = journal.database.rows

    def counted(*given: object, **how: bool) -> object:
        found = rows(*given, **how)
        read.append(len(found))
        return found

    monkeypatch.setattr(journal.database, "rows", counted)
    history = journal.journal.history(Query())
    history.read_on(everything=True)
    assert (history.known, history.complete) == (len(left), True)
    assert titles(history, len(left) - 30) == left[-30:]
    assert titles(history, 0, 30) == left[:30]
    assert sum(read) < 2 * PAGE + 100
    middle = history.place_of_item(journal.journal.find("-1200"))
    assert middle == 1199
    assert titles(history, middle - 20, middle + 20) == left[middle - 20 : middle + 20]
    assert sum(read) > 3 * PAGE, "the control"
    assert titles(history) == left


def test_where_another_program_took_many_away_the_others_keep_their_places(journal: Workspace) -> None:
    write(journal, 4 * PAGE)
    history = journal.journal.history(Query())
    history.read_on(everything=True)
    places = journal.database.rows("SELECT position FROM entry ORDER BY position DESC")
    first, last = places[PAGE + 100][0], places[3 * PAGE - 1][0]
    with closing(Database(journal.path)) as beside, beside.write():
        gone = "UPDATE entry SET deleted_at = '2026-11-23T00:00:00.000000Z' WHERE position BETWEEN ? AND ?"
        beside.run(gone, (last, first))
    there = [history.at(place) is not None for place in range(history.known)]
    assert there == [True] * (PAGE + 100) + [False] * (2 * PAGE - 100) + [True] * PAGE
    assert titles(history)[-1] == f"note {4 * PAGE - 1}"


def test_an_entry_is_found_where_it_stands_wherever_is_looked_first(journal: Workspace) -> None:
    when = Moment.of(NOW - timedelta(days=1))
    with journal.database.write():
        keys = [journal.journal.note(f"note {number}", when=when) for number in range(4)]  # of one moment
    write(journal, 2 * PAGE)
    history = journal.journal.history(Query())
    for key in keys:
        item = journal.journal.find(key)
        places = {history.place_of_item(item, near) for near in (0, 5, 25, 26, 9 * PAGE)}
        assert [history.items(place, place + 1)[0].entry.id for place in places if place] == [key]
    gone = journal.journal.find(keys[1])
    journal.journal.delete(keys[1])
    assert journal.journal.history(Query()).place_of_item(gone) is None


def test_a_history_holds_until_somebody_writes(journal: Workspace) -> None:
    write(journal, 3)
    history = journal.journal.history(Query())
    assert history.holds(Query())
    assert not history.holds(parse("note", NOW.date()))
    with open_workspace(journal.path) as another:
        another.journal.note("Of another window.")
    assert not history.holds(Query())


def test_a_page_is_one_look_and_is_not_read_twice(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(journal, 3 * PAGE)
    asked = looks(journal, monkeypatch)
    history = journal.journal.history(Query())
    assert len(asked) == 1
    history.items(0, 60)
    assert len(asked) == 2
    history.items(10, 50)
    assert len(asked) == 2
    history.items(50, 70)
    assert len(asked) == 3
    history.read_on()
    assert len(asked) == 4


def test_only_what_is_known_of_is_handed_out(journal: Workspace) -> None:
    write(journal, 5)
    history = journal.journal.history(Query())
    assert titles(history, 3, 99) == ["note 3", "note 4"]
    assert titles(history, 99, 120) == []


def test_a_query_narrows_every_page(journal: Workspace) -> None:
    write(journal, PAGE + 20)
    write(journal, 3, "walk")
    with journal.database.write():
        for number in range(PAGE + 5):
            journal.journal.note(
                f"walk far {number}", when=Moment.of(NOW - timedelta(days=100, hours=number + 1))
            )
    history = journal.journal.history(parse("walk", NOW.date()))
    history.read_on()
    assert history.complete
    assert history.known == PAGE + 8
    assert {title.split()[0] for title in titles(history)} == {"walk"}


def test_deleted_entries_are_left_out_and_can_be_asked_for(journal: Workspace) -> None:
    write(journal, 3)
    journal.journal.delete(journal.journal.history(Query()).items(1, 2)[0].entry.id)
    assert titles(journal.journal.history(Query())) == ["note 0", "note 2"]
    assert titles(journal.journal.history(parse("is:deleted", NOW.date()))) == ["note 1"]


def test_an_entry_has_the_mood_of_its_beginning(journal: Workspace) -> None:
    journal.journal.note("both", before=Reading(3), after=Reading(6))
    journal.journal.note("after", after=Reading(6))
    journal.journal.note("none")
    found = journal.journal.history(Query()).items(0, 3)
    assert [(item.entry.title, item.mood) for item in found] == [("none", None), ("after", 6), ("both", 3)]


def test_what_was_written_since_shows_in_a_history_opened_anew(journal: Workspace) -> None:
    write(journal, 2)
    old = journal.journal.history(Query())
    journal.journal.note("new")
    assert titles(old) == ["note 0", "note 1"]  # what somebody looks at does not move under them
    assert titles(journal.journal.history(Query()))[0] == "new"
