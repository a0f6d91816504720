"""Encrypting a journal and back: nothing differs, nothing is left, and a kill leaves one of the two whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from journals import HandSetClock, check_whole, digest, open_journal, start_python, wait_for

from bounceback_tui.domain.going import Stopped
from bounceback_tui.services import encrypting
from bounceback_tui.services.backups import Backups
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.backup_files import Ready
from bounceback_tui.storage.cipher import Key
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.storage.rewriting import rewrite
from bounceback_tui.storage.unfinished import forget_unfinished
from bounceback_tui.storage.wiping import left_over, wipe

pytestmark = pytest.mark.plain

ONE, OTHER = Key(b"1" * 32, b"salt of the one!"), Key(b"2" * 32, b"salt of another!")
WORDS = "Quittenmarmelade"

KILLED = """
import os, signal, sys
from pathlib import Path
from bounceback_tui.storage.cipher import Key
from bounceback_tui.storage.rewriting import rewrite
import sqlcipher3.dbapi2
last, done = int(sys.argv[4]), 0
def seen(name, arguments):
    global done
    if name == "open" or name.startswith("os."):
        done += 1
        if done == last:
            os.kill(os.getpid(), signal.SIGKILL)
key = lambda text: Key(bytes.fromhex(text)[:32], bytes.fromhex(text)[32:]) if text else None
sys.addaudithook(seen)
rewrite(Path(sys.argv[1]), key(sys.argv[2]), key(sys.argv[3]))
print(done)
"""
"""Writes a journal anew, and is killed before one of the things that it does to files."""


@pytest.fixture
def journal(tmp_path: Path, clock: HandSetClock) -> Path:
    path = tmp_path / "me.db"
    with open_journal(path, clock) as workspace:
        workspace.journal.note(f"{WORDS} hilft.")
        workspace.journal.note("Und noch eine Seite.")
    return path


def texts(path: Path, key: Key | None) -> set[str]:
    database = Database(path, key=key)
    try:
        check_whole(database)
        return {str(text) for (text,) in database.rows("SELECT text FROM entry WHERE deleted_at IS NULL")}
    finally:
        database.close()


def test_there_and_back_all_is_as_it_was_and_search_and_undo_work(journal: Path, clock: HandSetClock) -> None:
    before = texts(journal, None)
    for old, new in ((None, ONE), (ONE, OTHER), (OTHER, None)):
        rewrite(journal, old, new)
        assert texts(journal, new) == before
        with Workspace(journal, clock, "", key=new) as workspace:
            workspace.journal.note(f"{WORDS} too")
            workspace.undo.take_back()
        assert journal.stat().st_mode & 0o777 == 0o600
    assert {one.name for one in journal.parent.iterdir()} == {"me.db"}


def test_nothing_plain_is_left_and_the_plain_file_was_overwritten(journal: Path) -> None:
    with journal.open("rb") as plain:  # its content, whatever becomes of its name
        assert WORDS.encode() in plain.read()
        rewrite(journal, None, ONE)
        plain.seek(0)
        assert set(plain.read()) == {0}
    assert WORDS.encode() not in b"".join(one.read_bytes() for one in journal.parent.iterdir())


def test_it_is_overwritten_also_where_a_file_can_have_one_name_alone(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", none)
    with journal.open("rb") as plain:
        rewrite(journal, None, ONE)
        assert set(plain.read()) == {0}
    assert len(texts(journal, ONE)) == 2


def test_where_no_name_can_be_added_one_that_is_there_already_keeps_what_is_in_it(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = journal.with_name("my own copy.db")
    own.hardlink_to(journal)

    def none(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", none)
    rewrite(journal, None, ONE)
    assert len(texts(journal, ONE)) == len(texts(own, None)) == 2


def test_a_link_with_the_name_of_what_is_left_is_not_followed(tmp_path: Path, journal: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Dear all")
    (tmp_path / ".me.db.999999.abc.replaced").symlink_to(other)
    encrypting.tidy(journal)
    assert other.read_text() == "Dear all"


def test_a_plain_copy_that_was_never_finished_is_overwritten_before_it_goes(journal: Path) -> None:
    left = journal.with_name(".me.db.999999.abc.unfinished")
    left.write_bytes(journal.read_bytes())
    with left.open("rb") as plain:
        assert forget_unfinished(journal.parent, journal.name) == 1
        assert set(plain.read()) == {0}


def test_a_plain_backup_that_is_not_brought_back_after_all_leaves_no_plain_copy(
    tmp_path: Path, journal: Path
) -> None:
    there, seen = tmp_path / "locked" / "me.db", []
    Database(there, key=ONE).close()

    def going(_: float) -> bool:
        seen.extend(one.open("rb") for one in there.parent.glob(".*.unfinished"))
        return not seen

    with pytest.raises(Stopped):
        Ready(journal, there, going, then=ONE)
    assert seen
    for plain in seen:
        with plain:
            assert set(plain.read()) <= {0}


def test_an_encrypted_backup_that_was_cut_off_is_not_called_plain(journal: Path, clock: HandSetClock) -> None:
    rewrite(journal, None, ONE)
    made = Backups(journal, clock, ONE).make().path
    os.truncate(made, made.stat().st_size - 100)
    assert not encrypting.still_plain(journal)


def test_what_stands_in_the_log_is_taken_along_and_the_log_overwritten(
    tmp_path: Path, journal: Path, clock: HandSetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashed = tmp_path / "crashed" / "me.db"
    crashed.parent.mkdir()
    with open_journal(journal, clock) as workspace:
        with monkeypatch.context() as patch:
            patch.setattr(Database, "settle", lambda self: None)
            workspace.journal.note("Nachtrag")
        for suffix in ("", "-wal"):  # as a crash leaves them
            crashed.with_name(f"me.db{suffix}").write_bytes(journal.with_name(f"me.db{suffix}").read_bytes())
    with crashed.with_name("me.db-wal").open("rb") as log:
        assert b"Nachtrag" in log.read()
        rewrite(crashed, None, ONE)
        log.seek(0)
        assert set(log.read()) <= {0}
    assert "Nachtrag" in texts(crashed, ONE)


def test_while_somebody_has_it_open_nothing_is_done(journal: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from bounceback_tui.storage.database import Database\n"
        "db = Database(Path(sys.argv[1])); print('ready', flush=True); sys.stdin.readline(); db.close()"
    )
    child = start_python(code, journal)
    assert child.stdout
    assert child.stdout.readline() == "ready\n"
    with pytest.raises(StorageError, match="Another program has the journal open"):
        rewrite(journal, None, ONE)
    child.communicate("\n")
    assert len(texts(journal, None)) == 2


def test_meanwhile_nobody_gets_in_to_write_what_would_be_lost(journal: Path) -> None:
    code = (
        "import sqlite3, sys\nconnection = sqlite3.connect(sys.argv[1], timeout=0)\n"
        "try: connection.execute('SELECT * FROM entry').fetchall(); print('open')\n"
        "except sqlite3.OperationalError as error: print(error)"
    )
    told: list[str] = []

    def going(_share: float) -> bool:
        if not told:
            told.append(wait_for(start_python(code, journal)))
        return True

    rewrite(journal, None, ONE, going)
    assert told == ["database is locked\n"]


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_stopped_the_journal_is_as_it_was(journal: Path, share: float) -> None:
    before = digest(journal)
    with pytest.raises(Stopped):
        rewrite(journal, None, ONE, lambda done: done < share)
    assert texts(journal, None)
    assert digest(journal) == before or journal.read_bytes()[:15] == b"SQLite format 3"
    assert {one.name for one in journal.parent.iterdir()} == {"me.db"}


def test_a_damaged_one_is_left_as_it_is(journal: Path) -> None:
    content = bytearray(journal.read_bytes())
    place = content.index(WORDS.encode())
    content[place] ^= 1
    journal.write_bytes(content)
    with pytest.raises(StorageError, match="damaged, so it was left as it is"):
        rewrite(journal, None, ONE)
    assert bytes(content[place : place + 8]) in journal.read_bytes()


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("old", "new"), [(None, ONE), (ONE, None), (ONE, OTHER)], ids=["to", "from", "other"]
)
@pytest.mark.parametrize("every", [6, pytest.param(1, marks=pytest.mark.long)])
def test_killed_at_any_point_one_of_the_two_is_there_whole_and_what_is_left_is_told(
    tmp_path: Path, journal: Path, old: Key | None, new: Key | None, every: int
) -> None:
    both = [key.material.hex() if key else "" for key in (old, new)]
    if old:
        rewrite(journal, None, old)
    content, before = journal.read_bytes(), texts(journal, old)
    journal.write_bytes(content)
    points = int(wait_for(start_python(KILLED, journal, *both, 0)))
    assert points > 12
    found = set()
    for step in range(points, 0, -every):
        path = tmp_path / f"{step}" / "me.db"
        path.parent.mkdir()
        path.write_bytes(content)
        child = start_python(KILLED, path, *both, step)
        child.communicate()
        assert child.returncode == -9
        now = new if path.read_bytes()[:16] == (new.salt if new else b"SQLite format 3\0") else old
        found.add(now and now.salt)
        left = left_over(path)
        assert encrypting.notice(path) or not left or now is None
        assert texts(path, now) == before
        encrypting.tidy(path)
        assert texts(path, now) == before  # a second name of the journal itself was no reason to overwrite it
        assert {one.name for one in path.parent.iterdir()} == {"me.db"}
    assert found == {old and old.salt, new and new.salt}


def test_a_file_that_has_another_name_loses_only_this_one(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"mine")
    other.hardlink_to(one)
    wipe(one)
    assert (one.exists(), other.read_bytes()) == (False, b"mine")


@pytest.mark.parametrize("journals", [1, 2])
def test_backups_go_along_and_keep_their_time(tmp_path: Path, clock: HandSetClock, journals: int) -> None:
    path = tmp_path / "me.db"
    with open_journal(path, clock) as workspace:
        for number in range(journals):
            workspace.journal.note(f"{WORDS} {number}")
            workspace.backups.make()
            clock.forward(hours=1)
    times = {one.name: one.stat().st_mtime_ns for one in (tmp_path / "backups").iterdir()}
    rewrite(path, None, ONE)
    assert "in plain" in encrypting.notice(path)
    made = encrypting.backups_anew(path, None, ONE)
    assert (made.done, made.left, encrypting.notice(path)) == (journals, (), "")
    assert {one.name: one.stat().st_mtime_ns for one in (tmp_path / "backups").iterdir()} == times
    assert not any(WORDS.encode() in one.read_bytes() for one in (tmp_path / "backups").iterdir())


def test_a_backup_that_cannot_be_read_stays_and_is_named(tmp_path: Path, journal: Path) -> None:
    broken = tmp_path / "backups" / "me-daily-20261101T080000Z.db"
    broken.parent.mkdir()
    broken.write_bytes(journal.read_bytes()[:-5000])
    log = tmp_path / "backups" / "me-log-20261101T080000Z.db-wal"
    log.write_bytes(b"plain words " * 1000)
    rewrite(journal, None, ONE)
    made = encrypting.backups_anew(journal, None, ONE)
    assert made.done == 0
    assert [name in words for name, words in zip((broken.name, log.name), made.left, strict=True)] == [
        True
    ] * 2
    assert broken.exists()


def test_where_the_rename_fails_the_journal_is_as_it_was_and_nothing_is_beside_it(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", none)
        with pytest.raises(
            StorageError, match=r"could not be written anew \(permission denied\). It is as it was"
        ):
            rewrite(journal, None, ONE)
    assert {one.name for one in journal.parent.iterdir()} == {"me.db"}
    assert len(texts(journal, None)) == 2
