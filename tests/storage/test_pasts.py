"""What is read for the statistics of writing: which rows count, and which do not."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from looking import NOW, open_workspace

from bounceback_tui.domain.checkin import CheckIn, Reading, Relation
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.past import MoodsAround
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import checkins, pasts
from bounceback_tui.storage.database import Database

TODAY = NOW.date()


def ago(days: int) -> Moment:
    return Moment.of(NOW - timedelta(days=days))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


def the_next_day(path: Path) -> Workspace:
    return open_workspace(path, NOW + timedelta(days=1))


def test_the_three_moods_around_an_entry(journal: Workspace) -> None:
    key = journal.journal.note("I wrote.", before=Reading(4), after=Reading(3))
    assert tuple(pasts.writings(journal.database)) == (MoodsAround(key, TODAY, 4, 3, None),)
    with the_next_day(journal.path) as later:
        later.journal.check_in(Reading(6))
        assert tuple(pasts.writings(later.database)) == (MoodsAround(key, TODAY, 4, 3, 6),)


def test_one_mood_or_no_text_is_no_writing(journal: Workspace) -> None:
    journal.journal.note("Only before.", before=Reading(4))
    journal.journal.note("Only after.", after=Reading(4))
    journal.journal.note("Energy after.", before=Reading(4), after=Reading(energy=3))
    journal.journal.note("  ", title="A title", before=Reading(4), after=Reading(3))
    journal.journal.log(Outcome("Acme", before=Reading(2), after=Reading(3)))
    journal.journal.check_in(Reading(5))
    assert tuple(pasts.writings(journal.database)) == ()
    told = journal.journal.log(Outcome("Brook", text="No.", before=Reading(2), after=Reading(3)))
    assert [one.entry for one in pasts.writings(journal.database)] == [told.id]


def test_what_is_in_the_trash_is_no_writing_until_it_is_back(journal: Workspace) -> None:
    kept = journal.journal.note("Kept.", before=Reading(4), after=Reading(3))
    gone = journal.journal.note("Gone.", before=Reading(5), after=Reading(5))
    journal.journal.delete(gone)
    assert [one.entry for one in pasts.writings(journal.database)] == [kept]
    journal.journal.restore(gone)
    assert len(tuple(pasts.writings(journal.database))) == 2
    after = next(one for one in checkins.of_entry(journal.database, kept) if one.relation is Relation.AFTER)
    journal.versions.delete_checkin(after.id)
    assert [one.entry for one in pasts.writings(journal.database)] == [gone]


@pytest.mark.parametrize("seed", range(8))
def test_of_several_moods_that_stand_alike_the_highest_counts_and_the_earliest_day(
    journal: Workspace, seed: int
) -> None:
    chance = random.Random(seed)
    relations = (Relation.BEFORE, Relation.AFTER, Relation.NEXT_DAY)
    expected = []
    for key in [journal.journal.note(f"Text {number}.") for number in range(30)]:
        moods: dict[Relation, list[int]] = {one: [] for one in relations}
        days = []
        for relation in chance.choices(relations, k=chance.randint(0, 5)):
            mood, when = chance.randint(1, 9), ago(chance.randint(0, 3))
            checkins.add(journal.database, CheckIn(new_id(when.utc), when, Reading(mood), relation, key))
            moods[relation].append(mood)
            days += [when.local_date] if relation is not Relation.NEXT_DAY else []
        known = [max(moods[one], default=None) for one in relations]
        if known[0] and any(known[1:]):
            expected.append(MoodsAround(key, min(days), *known))
    assert len(expected) > 5, "the control"
    assert sorted(pasts.writings(journal.database), key=str) == sorted(expected, key=str)


def days_written(journal: Workspace) -> Iterator[date]:
    return pasts.days_written(journal.database, (one.day for one in checkins.readings(journal.database)))


def test_days_written_are_those_of_the_words_and_of_the_writing_itself(journal: Workspace) -> None:
    journal.journal.note("No mood.", when=ago(9))
    journal.journal.note("Of last week, written today.", when=ago(7), before=Reading(4))
    journal.journal.note("", title="No words", when=ago(5), before=Reading(4))
    journal.journal.check_in(Reading(5), ago(3))
    gone = journal.journal.note("Gone.", when=ago(2))
    journal.journal.delete(gone)
    assert set(days_written(journal)) == {
        TODAY - timedelta(days=9),
        TODAY - timedelta(days=7),
        TODAY,
    }


def test_the_day_after_writing_is_no_day_of_writing(journal: Workspace) -> None:
    journal.journal.note("I wrote.", before=Reading(4))
    with the_next_day(journal.path) as later:
        later.journal.check_in(Reading(6))
        assert tuple(days_written(later)) == (TODAY,)


def test_days_written_are_read_once_somebody_looks_at_them(journal: Workspace) -> None:
    days = days_written(journal)
    journal.journal.note("Written meanwhile.")
    assert tuple(days) == (TODAY,)


def test_the_moods_around_writing_are_read_in_the_order_of_an_index(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a long journal putting them in order took as long as looking them up."""
    asked: list[str] = []
    monkeypatch.setattr(Database, "each", lambda _, sql: asked.append(sql) or iter(()))
    assert tuple(pasts.writings(journal.database)) == ()
    plan = [row[-1] for row in journal.database.rows(f"EXPLAIN QUERY PLAN {asked[0]}")]
    assert any("checkin_beside" in step for step in plan), "the control"
    assert not [step for step in plan if "TEMP" in step or "CO-ROUTINE" in step]
