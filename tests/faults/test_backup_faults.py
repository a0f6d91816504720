"""No room, no rights, no sound file: it is told in a sentence, and the journal and all else is as it was."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from journals import HandSetClock, digest, look_into, open_journal, start_python, without_rights

from bounceback_tui.domain.query_values import Query
from bounceback_tui.services.backups import Backups
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.storage.errors import StorageError

LIMITED = """
import resource, signal, sys
from datetime import datetime
from pathlib import Path
from bounceback_tui.clock import FixedClock
from bounceback_tui.services.backups import Backups
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.storage.errors import StorageError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
limit = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
backups = Backups(Path(sys.argv[1]), FixedClock(datetime.fromisoformat("2026-11-24T09:30+01:00")))
try:
    if sys.argv[3] == "make":
        backups.make()
    else:
        backups.bring_back(backups.find(sys.argv[3]))
    print("done")
except (CannotDo, StorageError) as error:
    print(error)
"""
"""Makes a backup, or brings one back, where files cannot grow beyond a limit, as on a disk that is full."""


@pytest.fixture
def journal(tmp_path: Path, clock: HandSetClock) -> Path:
    return filled(tmp_path / "home" / "journal.db", clock)


def filled(path: Path, clock: HandSetClock) -> Path:
    """A journal with a backup that holds half of it."""
    with open_journal(path, clock) as workspace:
        workspace.journal.note("walked")
        workspace.backups.make()
        workspace.journal.note("walked again")
    return path


def state(journal: Path) -> dict[str, str]:
    """Every file with its content."""
    root = journal.parent
    return {str(path.relative_to(root)): digest(path) for path in root.rglob("*") if path.is_file()}


def one_sentence(words: str) -> None:
    assert "\n" not in words.strip()
    assert words.strip().endswith(".")
    assert "Traceback" not in words


@pytest.mark.many(3)
@pytest.mark.parametrize("what", ["make", "latest"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.97])
def test_where_the_disk_is_full_nothing_is_left_and_all_is_as_it_was(
    journal: Path, what: str, part: float
) -> None:
    before = state(journal)
    child = start_python(LIMITED, journal, int(journal.stat().st_size * part), what)
    out, err = child.communicate(timeout=60)
    assert err == ""
    assert "done" not in out
    one_sentence(out)
    assert "as it was" in out
    assert state(journal) == before


@pytest.mark.parametrize("what", ["make", "latest"])
def test_control_with_room_it_works(journal: Path, what: str) -> None:
    before = state(journal)
    child = start_python(LIMITED, journal, journal.stat().st_size * 2, what)
    assert child.communicate(timeout=60)[0] == "done\n"
    assert len(state(journal)) == len(before) + 1


def refused(journal: Path, clock: HandSetClock, what: str) -> str:
    backups = Backups(journal, clock)
    latest = backups.every()[0] if what == "restore" else None
    with without_rights(), pytest.raises((CannotDo, StorageError)) as told:
        backups.bring_back(latest) if latest else backups.make()
    return str(told.value)


@pytest.mark.parametrize("what", ["make", "restore"])
def test_where_nothing_may_be_written_nothing_changes(clock: HandSetClock, what: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)  # a folder that everybody can reach
        _locked_folder(filled(Path(name) / "home" / "journal.db", clock), clock, what)


def _locked_folder(journal: Path, clock: HandSetClock, what: str) -> None:
    clock.forward(days=1)
    for path in (journal.parent, journal.parent / "backups"):
        path.chmod(0o555)
    for path in journal.parent.rglob("*.db"):
        path.chmod(0o444)
    before = state(journal)
    try:
        words = refused(journal, clock, what)
        one_sentence(words)
        assert "yours" in words
        assert state(journal) == before
    finally:
        for path in (journal.parent, journal.parent / "backups"):
            path.chmod(0o700)
        for path in journal.parent.rglob("*.db"):
            path.chmod(0o600)
    Backups(journal, clock).make()  # the control: with rights it works


def test_a_file_where_the_folder_should_be_is_left_alone(journal: Path, clock: HandSetClock) -> None:
    shutil.rmtree(journal.parent / "backups")
    (journal.parent / "backups").write_text("mine")
    before = state(journal)
    with pytest.raises(StorageError, match="No backup could be made"):
        Backups(journal, clock).make()
    assert state(journal) == before


@pytest.mark.parametrize("ours", [True, False])
def test_what_a_kill_left_half_written_is_cleared_by_the_next_one(
    journal: Path, clock: HandSetClock, ours: bool
) -> None:
    dead = start_python("pass")
    dead.communicate()
    process = dead.pid if ours else os.getpid()
    left = journal.parent / "backups" / f".journal.{process}.abcdef.unfinished"
    left.write_text("half")
    clock.forward(days=1)
    Backups(journal, clock).make()
    assert left.exists() is not ours  # somebody who still runs is writing it


def torn_page(path: Path) -> None:
    """A page of a table that nobody would look at spoils nothing that is counted."""
    [(page,)] = look_into(path, "SELECT rootpage FROM sqlite_master WHERE name = 'lead'")
    with path.open("rb+") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 8)


SPOILT: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("Dear diary"),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:100_000]),
    "damaged": lambda path: path.write_bytes(path.read_bytes()[:40_000] + os.urandom(500_000)),
    "a torn page": torn_page,
}


@pytest.mark.many(3)
@pytest.mark.parametrize("how", SPOILT)
def test_what_is_no_sound_backup_never_takes_the_place_of_the_journal(
    journal: Path, clock: HandSetClock, how: str
) -> None:
    backups = Backups(journal, clock)
    [backup] = backups.every()
    SPOILT[how](backup.path)
    before = state(journal)
    with pytest.raises(StorageError) as told:
        backups.bring_back(backup)
    one_sentence(str(told.value))
    assert state(journal) == before


@pytest.mark.many(2)
@pytest.mark.parametrize("there", ["nothing", "empty", "text", "damaged"])
def test_whatever_is_in_the_place_of_the_journal_a_backup_comes_back(
    journal: Path, clock: HandSetClock, there: str
) -> None:
    backups = Backups(journal, clock)
    good = backups.find("latest")
    match there:
        case "nothing":
            journal.unlink()
        case "empty":
            journal.write_bytes(b"")
        case "text":
            journal.write_text("Dear diary")
        case "damaged":
            journal.write_bytes(os.urandom(journal.stat().st_size))
            journal.with_name("journal.db-wal").write_bytes(b"a log")
    was = digest(journal) if journal.exists() else None
    done = backups.bring_back(good)
    with open_journal(journal, clock) as workspace:
        assert workspace.journal.history(Query()).known == 1
    assert (digest(done.aside) if done.aside else None) == was
    log = done.aside and done.aside.with_name(f"{done.aside.name}-wal")
    assert (log is not None and log.exists()) is (there == "damaged")
