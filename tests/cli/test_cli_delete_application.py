"""An application put into the trash from the shell, brought back, and deleted for good."""

from __future__ import annotations

from conftest import Shell


def names(shell: Shell) -> list[str]:
    return [one["company"] for one in shell.do("applications", "--json").json]


def added(shell: Shell, line: str) -> str:
    key: str = shell.do("applications", "--add", line, "--json").json["id"]
    return key


def test_it_goes_by_its_company_and_comes_back_by_its_key(shell: Shell) -> None:
    key = added(shell, "Acme, Cook")
    shell.do("event", "acme", "screen")
    said = f"In the trash now: Acme · Cook with 2 events (`bounceback restore {key[:14]}`).\n"
    assert shell.do("applications", "--delete", "acme").out == said
    assert names(shell) == []
    assert shell.do("restore", key[:14]).out == "Back among the applications: Acme · Cook.\n"
    assert names(shell) == ["Acme"]


def test_delete_knows_applications_and_leaves_what_was_written(shell: Shell) -> None:
    entry = shell.logged(company="Acme")["id"]
    key = shell.do("applications", "--json").json[0]["id"]
    out = shell.do("delete", key).out
    assert out.endswith("The entry about it stays in the journal.\n")
    assert names(shell) == []
    assert shell.do("show", entry, "--json").json["company"] == "Acme"
    assert shell.do("restore", key, "--json").json["company"] == "Acme"
    code, said = shell.refused("delete", key, "--for-good", "--yes")
    assert (code, names(shell)) == (1, ["Acme"])
    assert said.startswith("What you wrote tells of it, so it stays. Nothing was changed")


def test_for_good_asks_and_then_nothing_is_left(shell: Shell) -> None:
    key = added(shell, "Acme, Cook")
    assert "--yes deletes without asking" in shell.refused("delete", key, "--for-good")[1]
    assert names(shell) == ["Acme"]
    assert "Deleted for good: Acme" in shell.do("delete", key, "--for-good", "--yes").out
    shell.refused("restore", key)
    assert shell.do("applications", "is:deleted", "--json").json == []


def test_what_is_in_the_trash_goes_for_good_as_well(shell: Shell) -> None:
    key = added(shell, "Acme, Cook")
    shell.do("delete", key)
    assert "--yes deletes without asking" in shell.refused("delete", key, "--for-good")[1]
    out = shell.do("delete", key[:14], "--for-good", "--yes").out
    assert out == "Deleted for good: application “Acme · Cook”\n"
    shell.refused("restore", key)


def test_what_cannot_be_is_one_sentence(shell: Shell) -> None:
    added(shell, "Acme, Cook")
    assert "There is no application" in shell.refused("applications", "--delete", "Brook")[1]
    assert "no query beside it" in shell.refused("applications", "--delete", "acme", "cook")[1]
    assert "say one of them" in shell.refused("applications", "--delete", "acme", "--add", "Brook")[1]
    assert "There is no entry" in shell.refused("delete", "nothing")[1]
    assert "There is no entry" in shell.refused("restore", "nothing")[1]
    assert names(shell) == ["Acme"]
