"""Of an encrypted journal no word, name or date stands in any file that the program leaves anywhere.

Each scan is done on a plain journal as well, which must hit: else it would look in the wrong place.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from journals import HandSetClock, start_python
from machines import quick_passphrases

from bounceback_tui import editor
from bounceback_tui.clock import Clock
from bounceback_tui.crashes import Crashes
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.resources import asset
from bounceback_tui.services import encrypting, privacy
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.cipher import Key
from bounceback_tui.storage.database import Database

pytestmark = pytest.mark.plain

WORDS = ("Quittenmarmelade", "Xylophonist", "Grottenolm")
"""In a text, in the name of a company, and in a draft."""

KEY = Key(b"k" * 32, b"salt for a test!")
BOTH = pytest.mark.parametrize("key", [None, KEY], ids=["the control", "encrypted"])


@contextmanager
def lived_in(path: Path, clock: Clock, key: Key | None) -> Iterator[Workspace]:
    """A journal with all three words in it."""
    with Workspace(path, clock, asset("guide.md"), key=key, watched=True) as workspace:
        workspace.journal.log(Outcome(text=f"{WORDS[0]} hilft.", company=WORDS[1], role="Clerk"))
        workspace.drafts.keep("write", {"text": WORDS[2]})
        yield workspace


def found(folder: Path) -> set[str]:
    """Which of the words stand in any file below, in any spelling that SQLite or JSON uses."""
    every = b"\n".join(one.read_bytes() for one in folder.rglob("*") if one.is_file()).lower()
    return {
        word
        for word in WORDS
        if any(word.lower().encode(code) in every for code in ("utf-8", "utf-16-le", "utf-16-be"))
    }


def hits(key: Key | None) -> set[str]:
    return set() if key else set(WORDS)


@BOTH
def test_in_the_journal_its_log_and_its_index_there_is_no_word(
    tmp_path: Path, clock: HandSetClock, key: Key | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Database, "settle", lambda self: None)  # so that the log is looked at full
    with lived_in(tmp_path / "me.db", clock, key):
        assert {one.name for one in tmp_path.iterdir()} >= {"me.db", "me.db-wal", "me.db-shm"}
        assert (tmp_path / "me.db-wal").stat().st_size > 4096
        assert found(tmp_path) == hits(key)


@pytest.mark.long
@BOTH
def test_in_backups_of_every_kind_there_is_no_word(
    tmp_path: Path, clock: HandSetClock, key: Key | None
) -> None:
    path = tmp_path / "me.db"
    with lived_in(path, clock, key) as workspace:
        backups = workspace.backups
        backups.make()
        backups.of_the_day()
        backups.before_mending()
    if key:
        privacy.with_recovery(path, key)
    backups.bring_back(backups.latest())
    kinds = {one.kind.value for one in backups.every()}
    assert kinds >= {"by-hand", "daily", "before-mending", "set-aside"}
    assert found(tmp_path / "backups") == found(tmp_path) == hits(key)


@pytest.mark.many(2)
@BOTH
def test_while_a_backup_is_written_there_is_no_word(
    tmp_path: Path, clock: HandSetClock, key: Key | None
) -> None:
    seen = []

    def going(_share: float) -> bool:
        seen.append(found(tmp_path))
        return True

    with lived_in(tmp_path / "me.db", clock, key) as workspace:
        workspace.backups.make(None, going)
    assert seen[-1] == hits(key)
    assert set().union(*seen) == hits(key)


def test_while_it_is_decrypted_and_killed_what_is_half_written_goes_at_the_next_time(
    tmp_path: Path, clock: HandSetClock
) -> None:
    path = tmp_path / "me.db"
    with lived_in(path, clock, KEY):
        pass
    code = f"""
import os, signal, sys
from pathlib import Path
from bounceback_tui.storage import rewriting
from bounceback_tui.storage.cipher import Key
rewriting.flush = lambda path: os.kill(os.getpid(), signal.SIGKILL)
rewriting.rewrite(Path({str(path)!r}), Key(b"k" * 32, b"salt for a test!"), None)
"""
    start_python(code).communicate()
    assert found(tmp_path) == hits(None), "the control"
    assert "lies 1 copy in plain" in encrypting.notice(path)
    encrypting.tidy(path)
    assert found(tmp_path) == set()


@BOTH
def test_what_sorting_needs_stays_in_memory(tmp_path: Path, clock: HandSetClock, key: Key | None) -> None:
    with lived_in(tmp_path / "me.db", clock, key) as workspace:
        [[store]] = workspace.database.rows("PRAGMA temp_store")
    assert store == (2 if key else 0)  # 2: memory


@BOTH
def test_the_file_of_what_was_seen_last_holds_no_word(
    tmp_path: Path, clock: HandSetClock, key: Key | None
) -> None:
    with lived_in(tmp_path / "me.db", clock, key):
        pass
    assert b'"entries": 1' in (tmp_path / "me.db-seen").read_bytes()
    assert not any(word.encode() in (tmp_path / "me.db-seen").read_bytes() for word in WORDS)


@BOTH
def test_the_own_editor_gets_no_text_unless_that_is_asked_for(
    tmp_path: Path, clock: HandSetClock, key: Key | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory, given = tmp_path / "memory", []
    memory.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(memory))
    monkeypatch.setattr(editor, "run", lambda path, environ: given.append(path.read_text()))
    with lived_in(tmp_path / "me.db", clock, key) as workspace:
        entry = workspace.journal.find("-1").entry.id
        if key:
            with pytest.raises(CannotDo, match="is encrypted, and your own editor"):
                workspace.outside.change(entry)
        else:
            workspace.outside.change(entry)
    assert bool(given) == (key is None)
    assert not os.listdir(memory) or key is None


def test_asked_for_it_does(tmp_path: Path, clock: HandSetClock, monkeypatch: pytest.MonkeyPatch) -> None:
    settings, given = tmp_path / "config", []
    settings.mkdir()
    (settings / "config.toml").write_text("editor_always = true\n")
    monkeypatch.setattr(editor, "run", lambda path, environ: given.append(path.read_text()))
    with Workspace(tmp_path / "me.db", clock, asset("guide.md"), settings, key=KEY) as workspace:
        workspace.journal.note("something")
        workspace.outside.change(workspace.journal.find("-1").entry.id)
    assert given == ["something"]


def test_a_report_of_a_fault_holds_neither_word_nor_key(
    tmp_path: Path, clock: HandSetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    with (
        pytest.raises(RuntimeError, match=KEY.literal) as error,
        lived_in(tmp_path / "me.db", clock, KEY) as workspace,
    ):
        raise RuntimeError(f"{WORDS[0]} {KEY.literal} {workspace.database.key!r}")
    Crashes(clock).tell(error.value, "bounceback list")
    reports = b"".join(one.read_bytes() for one in (tmp_path / "state").rglob("crash-*"))
    assert reports
    assert KEY.literal.encode() not in reports
    assert WORDS[0].encode() not in reports
    assert repr(KEY) == "Key(…)"


@BOTH
@pytest.mark.needs("git")
def test_where_it_is_exchanged_with_other_machines_there_is_no_word(
    tmp_path: Path, clock: HandSetClock, key: Key | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither in the repository beside the journal nor in the remote; of a plain one in the journal alone."""
    quick_passphrases(monkeypatch)
    home, remote = tmp_path / "home", tmp_path / "remote"
    home.mkdir()
    with lived_in(home / "me.db", clock, key) as workspace:
        workspace.sync.set_up(str(remote), lambda _new: "a passphrase for both machines")
        assert any(one.is_file() for one in remote.rglob("*"))
        assert any(one.is_dir() for one in home.iterdir()), "the control: a repository lies beside it"
    assert found(remote) == set()
    assert found(home) == hits(key)
    for folder in (one for one in home.iterdir() if one.is_dir() and one.name != "backups"):
        assert found(folder) == set()
