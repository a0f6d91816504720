"""Passphrase and recovery key: either opens an encrypted journal, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest

from bounceback_tui.services import privacy
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import WrongPassphrase


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


def test_it_opens_where_the_file_beside_the_journal_is_lost(journal: Path) -> None:
    recovery = privacy.with_recovery(journal, privacy.unlocked(journal, "pferd und karren"))
    (journal.parent / "me.db-recovery").unlink()
    assert privacy.unlocked(journal, recovery).recovered


def test_a_new_one_ends_the_one_before(journal: Path) -> None:
    key = privacy.unlocked(journal, "pferd und karren")
    before, now = privacy.with_recovery(journal, key), privacy.with_recovery(journal, key)
    assert privacy.unlocked(journal, now).recovered
    with pytest.raises(WrongPassphrase):
        privacy.unlocked(journal, before)


def test_a_slip_in_it_is_told_with_its_group(journal: Path) -> None:
    recovery = privacy.with_recovery(journal, privacy.unlocked(journal, "pferd und karren"))
    wrong = recovery[:12] + ("2" if recovery[12] != "2" else "3") + recovery[13:]
    with pytest.raises(WrongPassphrase, match="Group 3 of that recovery key"):
        privacy.unlocked(journal, wrong)


def test_the_file_of_it_tells_nothing_and_is_the_owners_alone(journal: Path) -> None:
    key = privacy.unlocked(journal, "pferd und karren")
    recovery = privacy.with_recovery(journal, key)
    for file in (journal.parent / "me.db-recovery", journal.parent / "backups" / "me.db-recovery"):
        content = file.read_bytes()
        assert file.stat().st_mode & 0o777 == 0o600
        assert not any(
            word in content for word in (key.material[:32], b"SQLite", b"CREATE", recovery.encode())
        )
