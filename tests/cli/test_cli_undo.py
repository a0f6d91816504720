"""`undo`: what was done last is taken back and told, once more goes further, and `--again` does it again."""

from __future__ import annotations

from conftest import Shell


def test_step_by_step_back_and_again(shell: Shell) -> None:
    shell.do("note", "a first line")
    shell.do("note", "a second line")
    shell.do("delete", "-1")
    assert shell.do("undo").out.startswith("Undone: delete “a second line”. `bounceback undo --again`")
    assert shell.do("list").out.count("line") == 2
    undone = shell.do("undo", "--json").json
    assert all((undone["undone"], undone["next"]))
    assert shell.do("list").out.count("line") == 1
    shell.do("undo")
    assert shell.refused("undo") == (1, "There is nothing to take back.")
    assert shell.do("undo", "--again").out.startswith("Done again: ")
    assert "a first line" in shell.do("list").out
    shell.do("undo", "--again")
    shell.do("undo", "--again")
    assert shell.refused("undo", "--again") == (1, "There is nothing to do again.")
    assert shell.do("list").out.count("line") == 1
