"""Passphrase and recovery key: either opens an encrypted journal, and nothing else does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from journals import HandSetClock
from sqlcipher3 import dbapi2 as sqlcipher

from bounceback_tui.services import encrypting, privacy
from bounceback_tui.services.backups import Backups
from bounceback_tui.storage import journal_file
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import JournalDamaged, JournalLocked, NoPassphrase, WrongPassphrase

pytestmark = pytest.mark.plain

WORDS = "pferd und karren"

GET_IN = """
import sys
from pathlib import Path
from bounceback_tui.storage.backup_files import _to_ourselves
with _to_ourselves(Path(sys.argv[1])):
    print("nobody else has it open")
"""


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "me.db"
    Database(path, key=privacy.new_key("pferd und karren")).close()
    return path


def test_the_recovery_key_opens_the_journal_as_the_passphrase_does(journal: Path) -> None:
    recovery = privacy.with_recovery(journal, privacy.unlocked(journal, "pferd und karren"))
    key = privacy.unlocked(journal, recovery.lower().replace("-", " "))
    assert key.recovered
    assert not privacy.unlocked(journal, "pferd und karren").recovered
    Database(journal, key=key).close()


@pytest.mark.long
def test_it_opens_where_the_file_beside_the_journal_is_lost(journal: Path) -> None:
    recovery = privacy.with_recovery(journal, privacy.unlocked(journal, "pferd und karren"))
    (journal.parent / "me.db-recovery").unlink()
    assert privacy.unlocked(journal, recovery).recovered


@pytest.mark.long
def test_a_new_one_ends_the_one_before(journal: Path) -> None:
    key = privacy.unlocked(journal, "pferd und karren")
    before, now = privacy.with_recovery(journal, key), privacy.with_recovery(journal, key)
    assert privacy.unlocked(journal, now).recovered
    with pytest.raises(WrongPassphrase):
        privacy.unlocked(journal, before)


@pytest.mark.long
def test_a_slip_in_it_is_told_with_its_group(journal: Path) -> None:
    recovery = privacy.with_recovery(journal, privacy.unlocked(journal, "pferd und karren"))
    wrong = recovery[:12] + ("2" if recovery[12] != "2" else "3") + recovery[13:]
    with pytest.raises(WrongPassphrase, match="Group 3 of that recovery key"):
        privacy.unlocked(journal, wrong)


@pytest.mark.long
def test_the_file_of_it_tells_nothing_and_is_the_owners_alone(journal: Path) -> None:
    key = privacy.unlocked(journal, "pferd und karren")
    recovery = privacy.with_recovery(journal, key)
    for file in (journal.parent / "me.db-recovery", journal.parent / "backups" / "me.db-recovery"):
        content = file.read_bytes()
        assert file.stat().st_mode & 0o777 == 0o600
        assert not any(
            word in content for word in (key.material[:32], b"SQLite", b"CREATE", recovery.encode())
        )


@pytest.mark.long
def test_where_its_beginning_is_damaged_the_right_passphrase_says_so_and_opens_the_backups(
    journal: Path, clock: HandSetClock
) -> None:
    key = privacy.unlocked(journal, WORDS)
    Backups(journal, clock, key).make()
    content = bytearray(journal.read_bytes())
    content[2000] ^= 1
    journal.write_bytes(content)
    with pytest.raises(JournalDamaged, match=r"The passphrase is right, but me\.db is damaged"):
        privacy.unlocked(journal, WORDS)
    with pytest.raises(WrongPassphrase):
        privacy.unlocked(journal, "another")
    assert Backups(journal, clock, privacy.unlocked_with_backups(journal, WORDS)).latest().entries == 0


@pytest.mark.long
def test_the_one_before_does_not_call_a_sound_journal_damaged(journal: Path, clock: HandSetClock) -> None:
    old, new = privacy.unlocked(journal, WORDS), privacy.new_key("another one by now")
    Backups(journal, clock, old).make()
    encrypting.journal_anew(journal, old, new)  # and killed before the backups
    with pytest.raises(WrongPassphrase, match="which has another by now"):
        privacy.unlocked(journal, WORDS)
    assert not privacy.unlocked(journal, "another one by now").recovered


@pytest.mark.long
def test_a_second_name_among_the_backups_is_not_looked_into_while_the_journal_is_open(
    journal: Path, clock: HandSetClock
) -> None:
    key = privacy.unlocked(journal, WORDS)
    database = Database(journal, key=key)
    folder = journal.parent / "backups"
    folder.mkdir(exist_ok=True)
    (folder / "me-set-aside-20261101T000000Z.db").hardlink_to(journal)  # as a kill while restoring leaves it
    assert not encrypting.notice(journal)
    assert not Backups(journal, clock, key).every()
    tried = subprocess.run(
        [sys.executable, "-c", GET_IN, journal], capture_output=True, check=False, text=True
    )
    database.close()
    assert "Another program has the journal open" in tried.stderr


def test_one_that_somebody_encrypts_while_it_is_opened_is_not_taken_for_damaged(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual, times = journal_file.is_there, iter((True,))
    monkeypatch.setattr(journal_file, "is_there", lambda *said: next(times, None) or usual(*said))
    with pytest.raises(JournalLocked, match="its passphrase opens it"):
        Database(journal)


def test_composed_and_decomposed_signs_are_the_same_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    Database(path, key=privacy.new_key("Zauberbücher")).close()
    assert privacy.unlocked(path, "Zauberbu\u0308cher")


@pytest.mark.parametrize("words", ["", "two\nlines", "nul\0"])
def test_what_cannot_be_one_is_refused(words: str) -> None:
    with pytest.raises(NoPassphrase, match="Nothing was changed"):
        privacy.new_key(words)


@pytest.mark.long
def test_sqlcipher_itself_opens_it_with_the_passphrase_alone(journal: Path) -> None:
    connection = sqlcipher.connect(str(journal))
    connection.execute("PRAGMA key = 'pferd und karren'")
    assert connection.execute("SELECT count(*) FROM entry").fetchone() == (0,)
    connection.close()


@pytest.mark.long
def test_a_recovery_key_may_be_made_before_there_is_a_journal(tmp_path: Path) -> None:
    path = tmp_path / "new" / "me.db"
    recovery = privacy.with_recovery(path, privacy.new_key(WORDS))
    assert privacy.unlocked(path, recovery).recovered
    assert privacy.is_encrypted(path)
