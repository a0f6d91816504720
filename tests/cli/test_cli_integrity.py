"""What is damaged, and a journal that is not as it was left, are told on standard error."""

from __future__ import annotations

import shutil

import pytest
from conftest import Shell

pytestmark = [pytest.mark.plain, pytest.mark.usefixtures("backed_up")]

_SAVED = "They said no today."


@pytest.fixture
def damaged(shell: Shell) -> Shell:
    """A journal with an entry that a letter was changed in, and one that is whole; no backup but `whole`."""
    shell.do("note", "Whole")
    shell.do("note", _SAVED)
    shutil.rmtree(shell.journal.parent / "backups")
    shutil.copy(shell.journal, shell.journal.with_name("whole"))
    content = shell.journal.read_bytes()
    shell.journal.write_bytes(content.replace(_SAVED.encode(), _SAVED.replace("no", "so").encode()))
    return shell


def test_show_tells_of_damage_and_shows_what_is_there(damaged: Shell) -> None:
    ran = damaged.do("search", "said", "--json")
    [found] = ran.json
    ran = damaged.do("show", found["id"])
    assert "They said so today." in ran.out
    assert ran.err.startswith("These are not the words that were saved: something changed them on the disk.")
    assert "Nothing was written over them; make a copy of the file before all else." in ran.err
    assert damaged.do("show", found["id"], "--json").json["damaged"] is True


@pytest.mark.parametrize("args", [("list",), ("list", "--json"), ("search", "said")])
def test_lists_name_what_is_damaged_in_one_sentence(damaged: Shell, args: tuple[str, ...]) -> None:
    ran = damaged.do(*args)
    [key] = [one["id"] for one in damaged.do("list", "--json").json if one["damaged"]]
    assert ran.err.startswith(f"{key[:14]}: These are not the words that were saved")
    assert ran.err.count("\n") == 1


def test_the_newest_backup_is_offered(damaged: Shell) -> None:
    folder = damaged.journal.parent / "backups"
    folder.mkdir()
    shutil.copy(damaged.journal.with_name("whole"), folder / "journal-daily-20261122T080000Z.db")
    shutil.copy(damaged.journal, folder / "journal-daily-20261123T080000Z.db")  # damaged as well
    said = damaged.do("list").err
    assert "`bounceback restore-backup journal-daily-20261122T080000Z.db` brings it back" in said


def test_control_of_a_whole_journal_nothing_is_told(shell: Shell) -> None:
    shell.do("note", _SAVED)
    for args in (("list",), ("list", "--json"), ("show", "-1")):
        assert shell.do(*args).err == ""


def test_a_journal_that_is_not_as_it_was_left_is_told_until_somebody_says_that_it_is_right(
    shell: Shell,
) -> None:
    shell.do("note", "First")
    older = shell.journal.read_bytes()
    shell.do("note", "Second")
    shell.journal.write_bytes(older)
    for args in (("list",), ("mood", "5")):
        said = shell.do(*args).err
        assert said.startswith("The journal is not as it was left")
        assert "`bounceback that-is-right` says it once." in said
        assert said.count("\n") == 1
    assert "Good." in shell.do("that-is-right").out
    assert shell.do("list").err == ""
    assert "as it was left" in shell.refused("that-is-right")[1]


def test_the_demo_keeps_nothing_beside_it(shell: Shell) -> None:
    shell.do("--demo", "list")
    assert list(shell.journal.parent.iterdir()) == [shell.journal]
