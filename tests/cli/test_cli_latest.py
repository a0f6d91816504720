"""Which entry -1 is, that no command takes it for another one, and that nothing goes for good by a number."""

from __future__ import annotations

from conftest import Shell


def test_minus_one_is_the_first_of_the_list_and_each_command_names_what_it_touched(shell: Shell) -> None:
    shell.do("note", "Today's walk")
    older = shell.do("log", "An old no", "--company", "Acme", "--when", "2026-10-01").json["id"]
    first = shell.do("list", "--json").json[0]["title"]
    assert first == "Today's walk"
    assert first in shell.do("show", "-1").out
    assert first in shell.do("edit", "-1", "--mood", "5").out
    assert "An old no" in shell.do("show", older).out
    assert first in shell.do("delete", "-1").out
    for command in ("show", "edit", "delete"):
        assert "-1 is the first of `list`" in " ".join(shell.do(command, "--help").out.split())


def test_a_number_never_deletes_the_next_one_for_good_unasked(shell: Shell) -> None:
    kept = shell.do("note", "Kept").json["id"]
    gone = shell.do("note", "Meant").json["id"]
    shell.do("delete", "-1")
    code, said = shell.refused("delete", "-1", "--for-good", "--yes")
    assert (code, "Nothing was deleted" in said) == (2, True)
    assert "Kept" in shell.do("show", kept).out
    shell.do("delete", gone, "--for-good", "--yes")
    assert shell.refused("show", gone)[0] == 1
