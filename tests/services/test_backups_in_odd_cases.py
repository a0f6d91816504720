"""Backups beside those of another journal, by a clock that went back, and of a journal with a torn key."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from journals import HandSetClock, open_journal

from bounceback_tui.domain.going import Stopped
from bounceback_tui.services import doctor_checks as checks
from bounceback_tui.services.backups import LATEST, Backups
from bounceback_tui.services.doctor import case_of, examined
from bounceback_tui.services.doctor_checks import CHECKS
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.storage import backup
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.storage.newest_backup import newest_good, what_to_do
from bounceback_tui.storage.unfinished import unfinished, unfinished_name
from bounceback_tui.storage.wiping import REPLACED, left_over, name_with_process


def noted(journal: Path, clock: HandSetClock) -> Path:
    with open_journal(journal, clock) as workspace:
        workspace.journal.note("Called them.")
    return journal


@pytest.mark.long
def test_the_one_just_made_stays_also_where_the_clock_went_back(tmp_path: Path, clock: HandSetClock) -> None:
    journal = tmp_path / "journal.db"
    for _ in range(12):
        noted(journal, clock)
        assert Backups(journal, clock).of_the_day()
        clock.forward(days=1)
    back = HandSetClock()
    back.forward(days=1, minutes=5)
    for path in (tmp_path / "backups").glob("*-20261124T*"):
        path.unlink()
    noted(journal, back)
    made = Backups(journal, back).of_the_day()
    assert made
    assert made.path.exists()


@pytest.mark.plain
def test_a_backup_of_another_journal_in_the_folder_is_not_offered(
    tmp_path: Path, clock: HandSetClock
) -> None:
    journal, other = noted(tmp_path / "me.db", clock), noted(tmp_path / "me-2.db", clock)
    made = Backups(other, clock).make()
    assert made.name in what_to_do(other)
    assert newest_good(journal) is None
    assert "restore-backup" not in what_to_do(journal)


def test_looking_for_the_latest_good_one_can_be_stopped(tmp_path: Path, clock: HandSetClock) -> None:
    backups = Backups(noted(tmp_path / "me.db", clock), clock)
    made = backups.make()
    case = case_of(backups, clock, None)
    told: list[float] = []

    def once(share: float) -> bool:
        told.append(share)
        return False

    for look in (backups.latest, partial(backups.find, LATEST)):
        with pytest.raises(Stopped):
            look(going=once)
        assert look().name == made.name  # the control
    with pytest.raises(Stopped):
        list(checks.backups(replace(case, going=once)))
    assert len(told) == 3


def test_a_copy_that_a_journal_of_a_longer_name_is_making_is_left_alone(tmp_path: Path) -> None:
    tmp_path.joinpath(f".me.old.{os.getpid()}.0a1b2c.unfinished").touch()
    assert unfinished(tmp_path, "me") == []
    gone = tmp_path / ".me.999999999.0a1b2c.unfinished-journal"
    gone.touch()
    assert unfinished(tmp_path, "me") == [gone]


def test_what_a_hidden_journal_left_half_written_is_found(tmp_path: Path) -> None:
    gone = [
        tmp_path / unfinished_name(".me").replace(str(os.getpid()), "999999999"),
        tmp_path / name_with_process(".me.db", REPLACED).replace(str(os.getpid()), "999999999"),
    ]
    for path in gone:
        path.touch()
    assert unfinished(tmp_path, ".me") == gone[:1]
    assert left_over(tmp_path / ".me.db") == gone[1:]


@pytest.mark.many(2)
@pytest.mark.plain
@pytest.mark.parametrize("column", ["id", "digest"])
def test_a_key_that_is_no_text_any_more_is_damage_and_not_the_folder_s_fault(
    tmp_path: Path, clock: HandSetClock, column: str
) -> None:
    journal = noted(tmp_path / "journal.db", clock)
    with closing(sqlite3.connect(journal)) as connection:
        [value] = connection.execute(f"SELECT {column} FROM entry").fetchone()
    torn = journal.read_bytes().replace(value.encode(), b"\xff" + value.encode()[1:])
    journal.write_bytes(torn)
    with pytest.raises(StorageError, match="seems to be damaged") as told:
        Backups(journal, clock).make()
    assert value[1:] not in str(told.value)


def test_nobody_s_home_is_no_fault_of_the_program(tmp_path: Path, clock: HandSetClock) -> None:
    journal = noted(tmp_path / "journal.db", clock)
    with pytest.raises(CannotDo, match="There is no backup “~nobody-here"):
        Backups(journal, clock).find("~nobody-here/x.db")


@pytest.mark.parametrize("copied", [False, True])
def test_the_doctor_looks_no_further_once_nobody_waits(
    tmp_path: Path, clock: HandSetClock, monkeypatch: pytest.MonkeyPatch, copied: bool
) -> None:
    monkeypatch.setattr(backup, "_STEPS", 1)
    case = case_of(Backups(noted(tmp_path / "journal.db", clock), clock), clock, None)
    answers = iter([copied])
    with pytest.raises(Stopped):
        examined(case, CHECKS[:3], lambda _: next(answers, False))
