"""Bytes that changed behind the back of the program: noticed or harmless, and nothing is written over."""

from __future__ import annotations

import random
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from unittest.mock import ANY

import pytest
from journals import HandSetClock, digest, open_journal, start_python, wait_for
from looking import NOW
from terminal import Terminal

from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query
from bounceback_tui.resources import asset
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.integrity import check
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import entries
from bounceback_tui.storage.errors import StorageError

MUTATIONS = 40
"""How often bytes are changed in the ordinary run, in each kind of journal."""

MANY_MUTATIONS = 250
"""And in the long one: 500 in both kinds together."""

COMMAND = shutil.which("bounceback", path=str(Path(sys.executable).parent)) or "bounceback"

BACKUP = "journal-daily-20261122T080000Z.db"

KILLED = """
import os, sys
from pathlib import Path
from journals import HandSetClock
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace
workspace = Workspace(Path(sys.argv[1]), HandSetClock(), asset("guide.md"), watched=True)
workspace.database.settle = lambda: None
workspace.database._connection.execute("PRAGMA wal_autocheckpoint = 0")
for turn in range(8):
    workspace.journal.note(f"late {turn} " + "more words " * (turn * 7 % 60))
os._exit(0)
"""
"""Leaves what it saved in the log beside the file."""


class Read(NamedTuple):
    """What came of opening a journal and reading all of it."""

    texts: dict[str, tuple[str, str]]
    """Title and text of every entry that is not told to be damaged."""
    said: list[str]
    """What a person is told meanwhile, at the start or beside an entry."""
    found: dict[str, str]
    """What looking through all of it finds, as the app does by itself after a start."""


def read(path: Path) -> Read:
    """Open a journal and read it, as far as that goes."""
    texts, said, found = {}, [], {}
    try:
        with Workspace(path, HandSetClock(), asset("guide.md"), watched=True) as workspace:
            said += filter(None, [workspace.integrity.notice])
            history = workspace.journal.history(Query())
            history.read_on(everything=True)
            for item in history.items(0, history.known):
                try:
                    shown = workspace.journal.show(item.entry.id)
                except (StorageError, CannotDo) as error:
                    said.append(str(error))
                    continue
                if shown.damage:
                    said.append(shown.damage)
                else:
                    texts[item.entry.id] = (shown.item.entry.title, shown.item.entry.text)
            found = check(workspace.database)
    except (StorageError, CannotDo) as error:
        said.append(str(error))
    return Read(texts, said, found)


@pytest.fixture(params=["settled", "with a log"])
def whole(request: pytest.FixtureRequest, in_memory: Path) -> Path:
    """A journal with everything in its file, or with a part of it in the log beside the file."""
    path = in_memory / "whole" / "journal.db"
    with Workspace(path, HandSetClock(), asset("guide.md"), watched=True) as workspace:
        for turn in range(40):
            workspace.journal.note(f"note {turn} " + "some words " * (turn * 7 % 60), tags=["walk"])
        workspace.journal.log(Outcome("Acme", text="a no"))
    (path.parent / "backups").mkdir()
    shutil.copy(path, path.parent / "backups" / BACKUP)
    if request.param == "with a log":
        wait_for(start_python(KILLED, path))
        path.with_name("journal.db-shm").unlink()
    return path


@pytest.fixture(autouse=True)
def _helpers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]), prepend=":")


def mutate(content: bytearray, seed: random.Random) -> None:
    """Change some bytes: anywhere, in words, or where a page tells what is on it."""
    size = seed.choice([1, 1, 2, 8, 64, 600])
    place = seed.randrange(len(content))
    match seed.choice(["anywhere", "words", "head"]):
        case "words":
            place = max(content.find(b"words", place), 0) or place
            size = min(size, 8)
        case "head":
            place = place // 4096 * 4096 + seed.randrange(40)
            size = min(size, 4)
    fresh = seed.randbytes(size)[: len(content) - place]
    content[place : place + len(fresh)] = fresh


def check_mutations(whole: Path, times: int) -> int:
    """How many of the changes were noticed."""
    seed, noticed = random.Random(7), 0
    there = {name: whole.with_name(name) for name in ("journal.db", "journal.db-wal")}
    there = {name: path for name, path in there.items() if path.exists() and path.stat().st_size}
    control = whole.parent.with_name("control")
    shutil.copytree(whole.parent, control)
    truth = read(control / "journal.db")
    assert len(truth.texts) >= 41
    assert (truth.said, truth.found) == ([], {}), "the control: nothing is noticed where nothing was changed"
    for turn in range(times):
        folder = whole.parent.with_name("mutated")
        shutil.copytree(whole.parent, folder)
        name = seed.choice(sorted(there))
        content = bytearray(there[name].read_bytes())
        mutate(content, seed)
        (folder / name).write_bytes(content)
        before = digest(folder / "journal.db")
        got = read(folder / "journal.db")
        same = got.texts == truth.texts
        assert same or got.said or got.found, f"{turn}: changed, and nobody noticed"
        assert all(truth.texts.get(key) == text for key, text in got.texts.items()), (
            f"{turn}: a silent change"
        )
        assert all(any(safe in one for safe in ("Nothing", "left as it", "There is no")) for one in got.said)
        if len(there) == 1:  # else the log is moved into the file, as it should be
            assert digest(folder / "journal.db") == before, f"{turn}: written over"
        if name == "journal.db-wal" and any("as it was left" in one for one in got.said):
            [kept] = (folder / "backups").glob("*.db-wal")
            assert kept.read_bytes() == bytes(content), f"{turn}: what could not be read of the log is gone"
        if any("damaged" in one or "not a journal" in one or "not the words" in one for one in got.said):
            assert any(BACKUP in one or "restore-backup" in one for one in got.said), got.said
        noticed += bool(got.said or got.found)
        shutil.rmtree(folder)
    return noticed


@pytest.mark.many(2)
def test_whatever_byte_changes_it_is_noticed_or_harmless(whole: Path) -> None:
    assert check_mutations(whole, MUTATIONS) > MUTATIONS // 4


@pytest.mark.long
def test_of_many_changed_bytes_none_goes_unnoticed(whole: Path) -> None:
    assert check_mutations(whole, MANY_MUTATIONS) > MANY_MUTATIONS // 4


def test_an_entry_whose_date_is_damaged_is_shown_at_its_place_and_said_to_be(in_memory: Path) -> None:
    path = in_memory / "journal.db"
    with open_journal(path, HandSetClock()) as workspace:
        key = workspace.journal.note("They said no today.")
        workspace.journal.note("Another.")
        workspace.database._connection.execute("PRAGMA ignore_check_constraints = ON")
        with workspace.database.write():
            workspace.database.run("UPDATE entry SET written_at = 'rubbish' WHERE id = ?", (key,))
    with open_journal(path, HandSetClock()) as workspace:
        shown = workspace.journal.show(key)
        assert "not the words that were saved" in shown.damage
        assert shown.item.entry.text == "They said no today."
        assert shown.item.entry.written_at.utc == HandSetClock().now().utc
        assert len(read(path).texts) == 1


def test_any_other_date_that_is_damaged_is_told_in_a_sentence(in_memory: Path) -> None:
    path = in_memory / "journal.db"
    with open_journal(path, HandSetClock()) as workspace:
        workspace.applications.add("Acme")
        workspace.journal.note("A walk")
        workspace.database._connection.execute("PRAGMA ignore_check_constraints = ON")
        with workspace.database.write():
            workspace.database.run("UPDATE event SET local_date = 'rubbish'")
            workspace.database.run("UPDATE entry SET local_date = 'rubbish'")
        with pytest.raises(StorageError, match="so the file is damaged"):
            workspace.patterns.result("stages")
        with pytest.raises(StorageError, match="so the file is damaged"):
            workspace.by_name.entries("walk")


def test_the_app_looks_for_damage_by_itself_after_a_start(tmp_path: Path) -> None:
    """Also where nobody comes by the entry that is damaged."""
    path = tmp_path / "journal.db"
    with open_journal(path, HandSetClock()) as workspace:
        for turn in range(30):
            workspace.journal.note(f"They said no today. {turn}")
    path.write_bytes(path.read_bytes().replace(b"They said no today. 3", b"They said so today. 3"))
    env = {"BOUNCEBACK_DB": str(path), "HOME": str(tmp_path), "BOUNCEBACK_NOW": NOW.isoformat()}
    with Terminal([COMMAND], env) as terminal:
        terminal.wait_for("1 Today")
        terminal.wait_for(lambda text: "is damaged in 1" in " ".join(text.replace("▌", " ").split()))
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0


def test_control_without_digests_words_change_in_silence(
    in_memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite itself finds nothing wrong, so the test does look for what only a digest tells."""
    path = in_memory / "journal.db"
    with open_journal(path, HandSetClock()) as workspace:
        workspace.journal.note("They said no today.")
    path.write_bytes(path.read_bytes().replace(b"They said no today.", b"They said so today."))
    with closing(sqlite3.connect(path)) as journal:
        assert journal.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert read(path).texts == {}
    monkeypatch.setattr(entries, "digest_of", lambda *_: ANY)
    assert [text for _, text in read(path).texts.values()] == ["They said so today."]
