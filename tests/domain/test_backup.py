"""Backups by their names, and which of them stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.domain.backup import (
    Backup,
    BackupKind,
    latest_first,
    named,
    recognised,
    to_let_go,
    told_size,
)

JOURNAL = Path("/there/journal.db")
NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


def daily(days_ago: int, entries: int | None = 100) -> Backup:
    when = NOW - timedelta(days=days_ago)
    return Backup(Path(f"{named(JOURNAL, BackupKind.DAILY, when)}.db"), BackupKind.DAILY, when, 1, entries)


@pytest.mark.parametrize("kind", BackupKind)
def test_a_name_tells_what_it_is_and_when(kind: BackupKind) -> None:
    name = named(JOURNAL, kind, NOW.astimezone())
    if kind is BackupKind.BEFORE_UPDATE:
        name = name.replace("before-", "before-6-")
    for ending in (".db", "-2.db"):
        found = recognised(JOURNAL.parent / "backups" / f"{name}{ending}", JOURNAL)
        assert found
        assert (found.kind, found.made) == (kind, NOW)


@pytest.mark.parametrize(
    "name",
    [
        "journal.db",
        "journal-daily.db",
        "journal-daily-20261123T083000Z.db-wal",
        "journal-daily-20261323T083000Z.db",
        "other-daily-20261123T083000Z.db",
        ".journal.12.ab.unfinished",
        "journal-diary-daily-20261123T083000Z.db",
    ],
)
def test_other_files_are_no_backups_of_it(name: str) -> None:
    assert recognised(Path(name), JOURNAL) is None


def test_journals_side_by_side_have_backups_of_their_own() -> None:
    at = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
    journals = [Path("/x") / name for name in ("me.db", "me", "me.sqlite", "me..db", "me.", "me.db.db")]
    for one in journals:
        backup = Path(f"/x/backups/{named(one, BackupKind.DAILY, at)}.db")
        assert [other for other in journals if recognised(backup, other)] == [one]


def test_seven_days_and_four_weeks_stay() -> None:
    there: list[Backup] = []
    for days_ago in range(100, -1, -1):
        there.append(daily(days_ago))
        gone = to_let_go(there, there[-1], UTC)
        there = [one for one in there if one not in gone]
    ages = [(NOW - one.made).days for one in reversed(there)]
    assert ages[:7] == list(range(7))
    # the Sundays before: 23 November is a Monday
    assert ages[7:] == [8, 15, 22, 29]


def test_a_journal_that_lost_its_entries_pushes_no_backup_out() -> None:
    there = [daily(days_ago) for days_ago in range(30, 0, -1)]
    fresh = daily(0, entries=49)
    assert to_let_go([*there, fresh], fresh, UTC) == []
    # the control: with half of them it is an ordinary day
    fresh = daily(0, entries=50)
    assert to_let_go([*there, fresh], fresh, UTC)


def test_one_that_cannot_be_read_neither_counts_nor_goes() -> None:
    broken = [daily(days_ago, entries=None) for days_ago in range(60, 40, -1)]
    there = [daily(days_ago) for days_ago in range(7)]
    assert to_let_go([*broken, *there], there[0], UTC) == []


@given(st.lists(st.integers(0, 400), min_size=1, unique=True))
def test_however_seldom_there_was_one_the_latest_stay_and_never_more_than_eleven(days: list[int]) -> None:
    there = [daily(days_ago) for days_ago in days]
    fresh = min(there, key=lambda one: NOW - one.made)
    kept = [one for one in there if one not in to_let_go(there, fresh, UTC)]
    assert kept
    assert len(kept) <= 11
    latest = sorted(there, key=lambda one: one.made, reverse=True)[:7]
    assert set(latest) <= set(kept)


def test_a_size_is_told_in_megabytes_until_those_are_too_many() -> None:
    assert [told_size(size) for size in (0, 552_960, 9_940_000, 236_011_520, 73_542_000_000)] == [
        "0.1 MB",
        "0.6 MB",
        "9.9 MB",
        "236 MB",
        "74 GB",
    ]


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (10_000_000, "10 MB"),
        (9_999_000_000, "9999 MB"),
        (10_000_000_000, "10 GB"),
    ],
)
def test_a_size_at_the_edges(size: int, told: str) -> None:
    assert told_size(size) == told


EAST = timezone(timedelta(hours=12))
"""Where a Sunday evening in UTC is Monday morning."""


def made(*days_ago: float) -> list[Backup]:
    """Made so many days before Monday 23 November, 20:00 UTC."""
    whens = [datetime(2026, 11, 23, 20, tzinfo=UTC) - timedelta(days=ago) for ago in days_ago]
    return [Backup(Path(f"{when}.db"), BackupKind.DAILY, when, 1, 100) for when in whens]


def test_days_and_weeks_are_those_of_the_person_and_not_of_utc() -> None:
    # the third was made on another day there, though on one day in UTC
    there = made(0, 0.25, 0.5)
    assert to_let_go(there, there[0], EAST) == there[1:2]
    assert to_let_go(there, there[0], UTC) == there[1:]
    # Sunday and Monday evening in UTC: Monday and Tuesday, so of one week
    days = made(*range(7))
    older = made(35, 36)
    assert to_let_go([*days, *older], days[0], EAST) == older[1:]
    assert to_let_go([*days, *older], days[0], UTC) == []
    # eight days from a Sunday evening on: the first is of the week of the others there
    days = made(*range(8, 0, -1))
    assert to_let_go(days, days[-1], EAST) == days[:1]
    assert to_let_go(days, days[-1], UTC) == []


@pytest.mark.parametrize("entries", [0, None])
def test_an_empty_journal_or_one_that_cannot_be_counted_lets_no_backup_with_words_go(
    entries: int | None,
) -> None:
    there = [daily(days_ago, entries=1) for days_ago in range(30)]
    assert to_let_go(there, daily(0, entries), UTC) == []


def test_the_latest_stands_first_and_of_one_second_the_one_written_last() -> None:
    one, other, third = (Backup(Path(name), BackupKind.DAILY, NOW) for name in "abc")
    other = replace(other, written=5)
    older = daily(1)
    assert latest_first([older, one, other, third]) == [other, third, one, older]
