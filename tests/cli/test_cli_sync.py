"""`sync` from a script."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from looking import open_workspace
from machines import quick_passphrases

from bounceback_tui.domain.gone import REMOVES, STILL_HELD

if TYPE_CHECKING:
    from conftest import Shell

pytestmark = pytest.mark.needs("git")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_passphrases(monkeypatch)
    said = f"{sys.executable} -c \"print('seven horses')\""
    monkeypatch.setenv("BOUNCEBACK_SYNC_PASSPHRASE_COMMAND", said)


@pytest.fixture
def other(shell: Shell, tmp_path: Path) -> Shell:
    """The same on another machine."""
    return type(shell)(tmp_path / "other" / "journal.db")


def test_two_machines_exchange_and_a_conflict_is_settled(shell: Shell, other: Shell, tmp_path: Path) -> None:
    remote = str(tmp_path / "stick")
    key = shell.do("note", "as it was").json["id"]
    assert shell.do("sync", "init", remote).out == "Sent 1, received 0.\n"
    assert "joined the others" in other.do("sync", "init", remote).out
    for machine, words in ((shell, "said here"), (other, "said there")):
        machine.do("mood", "5")
        rewrite(machine, key, words)
    assert shell.do("sync", "--json").json["sent"] == 1
    assert "1 thing was changed on two machines" in other.do("sync").out
    shown = other.do("sync", "conflicts")
    assert "said here" in shown.out
    assert "said there" in shown.out
    [one] = other.do("sync", "conflicts", "--json").json
    assert {one[side]["words"]["text"] for side in ("one", "other")} == {"said here", "said there"}
    assert other.do("sync", "take", one["id"], "both", "--json").json == {"id": one["id"], "taken": "both"}
    other.do("sync")
    shell.do("sync")
    assert shell.do("sync").out == "Nothing is new; your machines hold the same.\n"
    text = shell.do("show", key, "--json").json["text"]
    assert "said here" in text
    assert "said there" in text


def test_a_place_that_will_not_do_leaves_nothing_beside_the_journal(shell: Shell, tmp_path: Path) -> None:
    shell.do("note", "a walk")
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpg").write_bytes(b"")
    before = sorted(tmp_path.iterdir())
    assert "There is no folder" in shell.refused("sync", "init", str(tmp_path / "gone" / "stick"))[1]
    assert "holds something else" in shell.refused("sync", "init", str(tmp_path / "photos"))[1]
    assert sorted(tmp_path.iterdir()) == before


def test_status_tells_how_it_stands(shell: Shell, tmp_path: Path) -> None:
    assert "on this machine alone" in shell.do("sync", "status").out
    assert shell.do("sync", "status", "--json").json == {"remote": None}
    shell.do("sync", "init", str(tmp_path / "stick"))
    shell.do("note", "new")
    lines = shell.do("sync", "status").out.splitlines()
    assert lines[0] == f"Through {tmp_path / 'stick'}"
    assert lines[1] == "It last worked on Mon 23 Nov 2026 at 09:30."
    assert "not there yet" in lines[2]
    assert shell.do("sync", "status", "--json").json["worked_at"] == "2026-11-23T09:30:00+00:00"


def test_what_is_not_understood_is_one_sentence(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    for words in (("inti",), ("init",), ("take", "x"), ("status", "x"), ("take", "x", "all")):
        assert shell.refused("sync", *words)[0] == 2, words
    assert "Nothing is set up yet" in shell.refused("sync")[1]
    assert "No difference is named so" in shell.refused("sync", "take", "x", "one")[1]
    monkeypatch.delenv("BOUNCEBACK_SYNC_PASSPHRASE_COMMAND")
    assert "Nobody is there to ask" in shell.refused("sync", "init", str(shell.journal.parent / "stick"))[1]


def test_a_passphrase_command_that_fails_changes_nothing(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in ("no-such-program", "false", "'", "true"):
        monkeypatch.setenv("BOUNCEBACK_SYNC_PASSPHRASE_COMMAND", command)
        shell.refused("sync", "init", str(tmp_path / "stick"))
        assert shell.do("sync", "status", "--json").json == {"remote": None}


def test_what_is_deleted_for_good_is_said_to_stay_in_the_history(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = shell.do("note", "gone").json["id"]
    shell.do("sync", "init", str(tmp_path / "stick"))
    said: list[str] = []
    monkeypatch.setattr("bounceback_tui.cli.for_good.tell", said.append)
    shell.do("delete", key, "--for-good", "--yes")
    there = tmp_path / "stick"
    assert said == [f"{STILL_HELD} So does the history of {there}, sealed. {REMOVES}"]


def rewrite(machine: Shell, key: str, words: str) -> None:
    """Change an entry as an editor would."""
    with open_workspace(machine.journal) as workspace:
        workspace.versions.rewrite(key, words, words, ())
