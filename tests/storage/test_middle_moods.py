"""Of each day the moods in the middle are read: the day is worth the same, and takes next to no room."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bounceback_tui.domain.checkin import CheckIn, Reading
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.moment import Moment
from bounceback_tui.statistics.days import values_of
from bounceback_tui.storage import checkins
from bounceback_tui.storage.database import Database

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    opened = Database(Path(tmp_path_factory.mktemp("moods")) / "journal.db")
    yield opened
    opened.close()


class TakeBack(Exception):
    """What was told is not there for the next example."""


def told(database: Database, days: list[list[int]]) -> None:
    for number, moods in enumerate(days):
        when = Moment.of(NOON + timedelta(days=number))
        for mood in moods:
            checkins.add(database, CheckIn(new_id(when.utc), when, Reading(mood)))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(st.integers(1, 9), max_size=12), max_size=6))
def test_a_day_is_worth_the_median_of_all_its_moods(database: Database, days: list[list[int]]) -> None:
    with suppress(TakeBack), database.write():
        told(database, days)
        found = values_of(checkins.readings(database), (NOON + timedelta(days=9)).date())
        raise TakeBack
    assert list(found.values) == [median(moods) for moods in days if moods]


def test_very_many_moods_are_a_row_a_day_of_a_few_digits(tmp_path: Path) -> None:
    database = Database(tmp_path / "journal.db")
    with database.write():
        told(database, [[1 + (7 * number + place) % 9 for place in range(12)] for number in range(60)])
    found = checkins.readings(database)
    database.close()
    assert len(found) == 60
    assert {len(one.moods) for one in found} == {2}
    assert len({id(one.moods) for one in found}) == len({one.moods for one in found}) > 1, (
        "each is there once"
    )
