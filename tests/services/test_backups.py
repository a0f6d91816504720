"""Backups made once a day and by hand, listed, found and brought back."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from journals import HandSetClock, digest, look_into, open_journal

from bounceback_tui.domain.backup import Backup, BackupKind
from bounceback_tui.domain.going import Stopped
from bounceback_tui.services.backups import Backups
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import examine
from bounceback_tui.storage.errors import StorageError


@pytest.fixture
def journal(tmp_path: Path, clock: HandSetClock) -> Path:
    """A journal with ten entries, which nobody has open."""
    path = tmp_path / "journal.db"
    with open_journal(path, clock) as workspace:
        for number in range(10):
            workspace.journal.note(f"walked {number}")
    return path


@pytest.fixture
def backups(journal: Path, clock: HandSetClock) -> Iterator[Backups]:
    return Backups(journal, clock)


def write(journal: Path, clock: HandSetClock, text: str = "more") -> None:
    with open_journal(journal, clock) as workspace:
        workspace.journal.note(text)
    # the clock of the disk may stand still between two writes of a test
    later = journal.stat().st_mtime_ns + 1_000_000
    os.utime(journal, ns=(later, later))


def told(every: list[Backup]) -> list[tuple[str, int | None]]:
    return [(str(one.kind), one.entries) for one in every]


def test_one_a_day_is_made_for_its_owner_alone(backups: Backups, journal: Path, clock: HandSetClock) -> None:
    made = backups.of_the_day()
    assert made
    assert made.entries == 10
    assert made.path == journal.parent / "backups" / "journal-daily-20261123T083000Z.db"
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700
    assert [one.name for one in made.path.parent.iterdir()] == [made.name]
    write(journal, clock)
    clock.forward(hours=10)
    assert backups.of_the_day() is None  # still Monday
    clock.forward(hours=10)
    assert backups.of_the_day()
    assert told(backups.every()) == [("daily", 11), ("daily", 10)]


def test_the_day_is_the_person_s_own(backups: Backups, journal: Path, clock: HandSetClock) -> None:
    clock.forward(hours=14)  # 23:30, an hour ahead of UTC
    assert backups.of_the_day()
    write(journal, clock)
    clock.forward(hours=1)  # 0:30: the same day in UTC
    assert backups.of_the_day()


def test_a_journal_that_rests_is_not_copied_again(
    backups: Backups, journal: Path, clock: HandSetClock
) -> None:
    assert backups.of_the_day()
    clock.forward(days=3)
    assert backups.of_the_day() is None
    write(journal, clock)
    assert backups.of_the_day()


def test_a_long_journal_is_not_waited_for(
    backups: Backups, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bounceback_tui.services.todays_backup.QUICK", journal.stat().st_size - 1)
    assert backups.of_the_day(quick=True) is None
    monkeypatch.setattr("bounceback_tui.services.todays_backup.QUICK", journal.stat().st_size)
    assert backups.of_the_day(quick=True)


@pytest.mark.long
def test_seven_days_and_four_weeks_stay_and_what_was_made_by_hand(
    backups: Backups, journal: Path, clock: HandSetClock
) -> None:
    backups.make()
    for _ in range(45):
        later = journal.stat().st_mtime_ns + 1_000_000
        os.utime(journal, ns=(later, later))
        backups.of_the_day()
        clock.forward(days=1)
    kinds = [one.kind for one in backups.every()]
    assert kinds == [BackupKind.DAILY] * 11 + [BackupKind.BY_HAND]


@pytest.mark.long
@pytest.mark.plain  # an encrypted one that is gone is not begun anew
def test_a_journal_that_lost_its_entries_pushes_no_good_backup_out(
    backups: Backups, journal: Path, clock: HandSetClock
) -> None:
    for _ in range(10):
        clock.forward(days=1)
        write(journal, clock)
        backups.of_the_day()
    before = {one.name for one in backups.every()}
    journal.unlink()
    with open_journal(journal, clock):
        pass
    for _ in range(20):
        clock.forward(days=1)
        write(journal, clock)
        os.utime(journal)
        backups.of_the_day()
        if (backups.every()[0].entries or 0) < 5:
            assert before <= {one.name for one in backups.every()}
    # the control: once it holds as much again, the old ones go
    assert not before <= {one.name for one in backups.every()}


def test_of_a_damaged_journal_none_is_made_and_none_goes(
    backups: Backups, journal: Path, clock: HandSetClock
) -> None:
    assert backups.of_the_day()
    before = told(backups.every())
    clock.forward(days=1)
    with journal.open("rb+") as file:
        file.seek(8192)
        file.write(os.urandom(200_000))
    broken = digest(journal)
    with pytest.raises(StorageError, match="seems to be damaged, so no backup was made"):
        backups.of_the_day()
    assert told(backups.every()) == before
    assert digest(journal) == broken
    assert [one.name for one in backups.folder.iterdir()] == ["journal-daily-20261123T083000Z.db"]


@pytest.mark.plain
def test_of_a_journal_with_a_letter_changed_on_the_disk_none_is_made_and_the_doctor_names_the_entry(
    backups: Backups, journal: Path, clock: HandSetClock
) -> None:
    write(journal, clock, "the river was high")
    assert backups.of_the_day()
    before = told(backups.every())
    clock.forward(days=1)
    whole = journal.read_bytes()
    assert b"river was high" in whole
    journal.write_bytes(whole.replace(b"river was high", b"river was hush"))
    with pytest.raises(StorageError, match="seems to be damaged, so no backup was made"):
        backups.of_the_day()
    assert told(backups.every()) == before
    with examine.copy_of(journal) as copy:
        assert examine.pages(copy) == []  # which SQLite does not notice: the control
        [said] = examine.entries(copy)
    assert said.startswith("entry ")
    assert "river" not in said


def test_others_save_while_a_backup_is_made(workspace: Workspace) -> None:
    workspace.journal.note("big " * 900_000)
    workspace.journal.note("before")
    parts: list[float] = []

    def going(part: float) -> bool:
        if len(parts) < 3:
            workspace.journal.note("meanwhile")  # would wait for five seconds, and fail, behind a lock
        parts.append(part)
        return True

    made = workspace.backups.make(going=going)
    assert len(parts) > 3
    assert parts == sorted(parts)
    assert look_into(made.path, "SELECT count(*) FROM entry WHERE text = 'meanwhile'") == [(0,)]
    assert made.entries == 2
    assert workspace.backups.present().entries == 5  # type: ignore[union-attr] - it is there


@pytest.mark.many(3)
@pytest.mark.parametrize("stop_at", [0, 2, -1])
def test_stopped_it_leaves_nothing(workspace: Workspace, stop_at: int) -> None:
    workspace.journal.note("big " * 900_000)
    seen: list[float] = []

    def going(part: float) -> bool:
        seen.append(part)
        return part < 1 if stop_at == -1 else len(seen) <= stop_at

    with pytest.raises(Stopped):
        workspace.backups.make(going=going)
    assert list(workspace.backups.folder.iterdir()) == []
    assert workspace.backups.make().entries == 1


def test_a_file_of_one_s_own_is_never_replaced(backups: Backups, tmp_path: Path) -> None:
    place = tmp_path / "elsewhere"
    place.mkdir()
    made = backups.make(place / "copy.db")
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    before = digest(made.path)
    with pytest.raises(CannotDo, match="was left as it is"):
        backups.make(place / "copy.db")
    assert digest(made.path) == before
    assert backups.make(place).path == place / "journal-by-hand-20261123T083000Z.db"
    with pytest.raises(CannotDo, match="There is no folder"):
        backups.make(tmp_path / "nowhere" / "copy.db")
    assert sorted(one.name for one in place.iterdir()) == [
        "copy.db",
        "journal-by-hand-20261123T083000Z.db",
    ]


def test_what_is_brought_back_is_the_backup_and_the_journal_is_set_aside(
    backups: Backups, journal: Path, clock: HandSetClock
) -> None:
    made = backups.make()
    write(journal, clock, "only in the journal")
    before = digest(journal)
    clock.forward(hours=1)
    done = backups.bring_back(made)
    assert done.seen.entries == 10
    assert done.aside == backups.folder / "journal-set-aside-20261123T093000Z.db"
    assert digest(done.aside) == before
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600
    assert told(backups.every()) == [("set-aside", 11), ("by-hand", 10)]
    backups.bring_back(backups.every()[0])  # and back again
    assert look_into(journal, "SELECT count(*) FROM entry") == [(11,)]
    assert len(backups.every()) == 3


def test_latest_is_the_newest_that_is_sound_and_was_not_set_aside(
    backups: Backups, journal: Path, clock: HandSetClock
) -> None:
    with pytest.raises(CannotDo, match="no backup"):
        backups.latest()
    good = backups.make()
    clock.forward(days=1)
    write(journal, clock)
    bad = backups.make()
    with bad.path.open("rb+") as file:
        file.seek(8192)
        file.write(os.urandom(200_000))
    clock.forward(days=1)
    assert backups.latest().name == good.name
    backups.bring_back(good)
    assert backups.every()[0].kind is BackupKind.SET_ASIDE
    assert backups.find("latest").name == good.name
    assert backups.find(good.name.removesuffix(".db")).name == good.name
    assert backups.find(str(good.path)).path == good.path
    with pytest.raises(CannotDo, match="no backup “nope”"):
        backups.find("nope")


@pytest.mark.plain
def test_while_the_journal_is_open_elsewhere_nothing_is_brought_back(
    backups: Backups, journal: Path, clock: HandSetClock
) -> None:
    from journals import start_python, wait_for, wait_until_ready  # noqa: PLC0415 - the one test that needs them

    made = backups.make()
    code = """
import sys
from pathlib import Path
from bounceback_tui.storage.database import Database
database = Database(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
database.close()
"""
    other = start_python(code, journal)
    wait_until_ready(other)
    before = digest(journal)
    with pytest.raises(StorageError, match="Another program has the journal open"):
        backups.bring_back(made)
    assert digest(journal) == before
    assert len(backups.every()) == 1
    assert not [one for one in journal.parent.iterdir() if one.name.startswith(".")]
    assert other.stdin
    other.stdin.write("\n")
    wait_for(other)
    assert backups.bring_back(made).aside  # the control: once it is closed


def test_a_removed_one_is_gone(backups: Backups) -> None:
    made = backups.make()
    backups.remove(made)
    assert backups.every() == []
