"""A journal that is not there: whoever only reads makes none, and a slip in its name is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import NOW, Shell

READING = (
    "list", "search no", "show -1", "stats", "due", "applications", "steps", "export json", "report",
    "doctor", "backup", "restore-backup", "leads", "rest", "thoughts", "strengths", "writing", "focus",
    "delete -1", "event acme screen", "tick agency", "sync status", "feedback", "that-is-right", "edit -1",
    "import jrnl nowhere.json --dry-run",
)  # fmt: skip
"""Commands that have nothing to begin a journal with."""


@pytest.fixture
def nowhere(tmp_path: Path) -> Shell:
    """A file is named that is not there."""
    return Shell(tmp_path / "away" / "slip.db")


@pytest.fixture
def newcomer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """The usual place, and no journal in it yet."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    shell = Shell(tmp_path / "data" / "bounceback" / "journal.db")
    shell.env = {"BOUNCEBACK_DB": "", "BOUNCEBACK_NOW": NOW}
    return shell


def test_reading_a_journal_that_is_not_there_is_told_and_makes_none(nowhere: Shell) -> None:
    for line in READING:
        code, sentence = nowhere.refused(*line.split())
        assert code == 1, line
        assert f"There is no journal at {nowhere.journal}" in sentence, line
        assert not nowhere.journal.parent.exists(), line
    code, sentence = nowhere.refused("--db", str(nowhere.journal), "list")
    assert (code, "--db names" in sentence) == (1, True)
    ran = nowhere.do("note", "a first line")
    assert ran.err.count(f"A new journal was made at {nowhere.journal}.") == 1
    assert "A new journal" not in nowhere.do("note", "a second").err


@pytest.mark.plain
def test_a_newcomer_is_told_kindly_and_nothing_is_made(newcomer: Shell) -> None:
    assert newcomer.do("list").out == ""
    assert newcomer.do("list", "--json").json == []
    assert newcomer.refused("backup")[0] == 1
    assert newcomer.do("guide").out
    assert newcomer.do("due").out == "Nothing is due in the next 7 days.\n"
    assert json.loads(newcomer.do("export", "json").out)["entry"] == []
    assert "There is no journal" in newcomer.do("doctor").out
    for line in ("stats", "applications", "report", "restore-backup", "leads", "sync status"):
        newcomer.do(*line.split())
    assert not newcomer.journal.parent.exists()
    assert f"A new journal was made at {newcomer.journal}." in newcomer.do("mood", "5").err
