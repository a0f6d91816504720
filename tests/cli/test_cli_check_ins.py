"""`check-ins`, and `edit`, `delete` and `restore` of one by its key."""

from __future__ import annotations

from conftest import Shell


def test_check_ins_are_listed_mended_deleted_and_brought_back(shell: Shell) -> None:
    key = shell.do("mood", "5", "--energy", "4", "--feel", "calm=40", "--feel", "shame=10").json["id"]
    shell.do("note", "a walk", "--mood", "6")
    out = shell.do("check-ins").out
    assert "Mon 23 Nov 2026 09:30" in out
    assert f"{key[:14]}  mood 5, energy 4, calm 40, shame 10" in out
    assert "mood 6 · before an entry" in out
    assert len(shell.do("check-ins", "--limit", "1", "--json").json) == 1

    told = shell.do("edit", key, "--mood", "3", "--feel", "calm=20").out
    assert told == "Saved: mood 3, energy 4, calm 20, shame 10\n"
    assert shell.do("edit", key, "--mood", "3", "--json").json["changed"] is False
    assert shell.refused("edit", key, "--title", "no")[0] == 2
    assert shell.refused("edit", key)[0] == 2

    assert key[:14] in shell.do("delete", key[:14]).out
    assert key[:14] not in shell.do("check-ins").out
    assert shell.do("restore", key).out == "Back among the check-ins.\n"
    assert shell.do("delete", key, "--json").json["deleted"] is True
    shell.do("undo")
    assert key[:14] in shell.do("check-ins").out


def test_a_check_in_goes_for_good_from_the_list_and_from_the_trash(shell: Shell) -> None:
    kept, first, second = (shell.do("mood", digit).json["id"] for digit in "456")
    assert "--yes deletes without asking" in shell.refused("delete", first, "--for-good")[1]
    told = shell.do("delete", first, "--for-good", "--yes").out
    assert told == "Deleted for good: Mon 23 Nov 2026, mood 5\n"
    shell.do("delete", second)
    assert shell.do("delete", second, "--for-good", "--yes", "--json").json == {"id": second, "deleted": True}
    shell.refused("restore", first)
    shell.refused("restore", second)
    assert [one["id"] for one in shell.do("check-ins", "--json").json] == [kept]
