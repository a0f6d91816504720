"""Where a day stands in the history: found in a few looks, by the calendar that was lived in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from looking import NOW, open_workspace

from bounceback_tui.domain.calendar_terms import Span
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.query import Query, parse
from bounceback_tui.services.history import PAGE, History
from bounceback_tui.services.workspace import Workspace


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


def days_ago(days: int) -> date:
    return (NOW - timedelta(days=days)).date()


def write(journal: Workspace, days: int, title: str = "") -> None:
    journal.journal.note(title or f"{days}", when=Moment.of(NOW - timedelta(days=days)))


def title_at(history: History, first: date, last: date | None = None) -> str:
    """The title of the entry that a jump to these days leads to."""
    place = history.place_at(Span(first, last or first))
    assert place is not None
    return history.items(place, place + 1)[0].entry.title


def test_it_takes_a_few_looks_however_far_back(journal: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    with journal.database.write():
        for days in range(PAGE * 4):
            write(journal, days)
    history = journal.journal.history(Query())
    asked: list[str] = []
    rows = journal.database.rows

    def counted(sql: str, values: Sequence[object] = ()) -> object:
        asked.append(sql)
        return rows(sql, values)

    monkeypatch.setattr(journal.database, "rows", counted)
    wanted = days_ago(PAGE * 2)
    assert history.place_at(Span(wanted, wanted)) == PAGE * 2
    assert len(asked) == 3  # where it stands, all down to it, and a page to go on with
    assert PAGE * 2 < history.known < PAGE * 4
    asked.clear()
    assert history.place_at(Span(wanted, wanted)) == PAGE * 2
    assert len(asked) == 1


def test_days_without_entries_lead_to_the_one_before_and_at_last_to_the_oldest(journal: Workspace) -> None:
    for days in (1, 10, 20):
        write(journal, days)
    history = journal.journal.history(Query())
    for wanted, found in ((0, "1"), (1, "1"), (5, "10"), (10, "10"), (15, "20"), (20, "20"), (99, "20")):
        assert title_at(history, days_ago(wanted)) == found
    assert title_at(history, days_ago(60), days_ago(5)) == "10"


def test_where_nothing_is_found_there_is_nowhere_to_go(journal: Workspace) -> None:
    history = journal.journal.history(parse("nowhere", NOW.date()))
    assert history.place_at(Span(days_ago(9), NOW.date())) is None
    write(journal, 1, "nowhere, written meanwhile")
    assert history.place_at(Span(days_ago(9), NOW.date())) is None


def test_the_calendar_that_was_lived_in_counts_also_far_from_home(journal: Workspace) -> None:
    for title, when in (
        ("in Auckland", "2026-11-11T08:00+13:00"),  # the 10th at home
        ("at home", "2026-11-10T23:00+01:00"),
        ("in Honolulu", "2026-11-10T20:00-10:00"),  # the 11th at home
    ):
        journal.journal.note(title, when=Moment.of(datetime.fromisoformat(when)))
    history = journal.journal.history(Query())
    assert title_at(history, date(2026, 11, 11)) == "in Auckland"
    assert title_at(history, date(2026, 11, 10)) == "in Honolulu"
    assert title_at(history, date(2026, 11, 12)) == "in Honolulu"
    history = journal.journal.history(parse("-auckland", NOW.date()))
    assert title_at(history, date(2026, 11, 11)) == "in Honolulu"


def test_a_search_finds_days_within_itself(journal: Workspace) -> None:
    for days, word in ((1, "rain 1"), (2, "sun 2"), (3, "rain 3"), (4, "sun 4")):
        write(journal, days, word)
    history = journal.journal.history(parse("sun until:yesterday", NOW.date()))
    for wanted, found in ((0, "sun 2"), (1, "sun 2"), (3, "sun 4"), (9, "sun 4")):
        assert title_at(history, days_ago(wanted)) == found


def test_what_somebody_else_wrote_meanwhile_breaks_nothing(journal: Workspace) -> None:
    for days in (1, 2, 3):
        write(journal, days)
    history = journal.journal.history(Query())
    write(journal, 0, "meanwhile")
    assert title_at(history, days_ago(0)) == "1"
