"""What is chosen by command: the strength that Today shows, and the guide of one rejection."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from looking import open_workspace
from test_cli_recovery import step

from bounceback_tui.paths import config_folder
from bounceback_tui.resources import asset

if TYPE_CHECKING:
    from conftest import Shell


def on_today(shell: Shell) -> str:
    with open_workspace(shell.journal) as journal:
        return pinned.text if (pinned := journal.tools.strengths.pinned) else ""


def test_one_strength_is_on_today_and_own_ones_are_taken_out(shell: Shell) -> None:
    shell.logged(**{"went-right": "They invited me"})
    shell.do("strengths", "I listen to the end")
    assert shell.do("strengths", "--pin", "i LISTEN").out == "On Today now: I listen to the end\n"
    assert shell.do("strengths", "--pin", "they invited", "--json").json["pinned"] is True
    assert on_today(shell) == "They invited me"
    assert "They invited me (this time), pinned\n" in shell.do("strengths").out
    shell.do("undo")
    assert on_today(shell) == "I listen to the end"
    assert shell.do("strengths", "--unpin").out == "No longer on Today: I listen to the end\n"
    assert on_today(shell) == ""
    shell.do("strengths", "--drop", "I listen")
    assert [one["text"] for one in shell.do("strengths", "--json").json] == ["They invited me"]


def test_one_rejection_has_a_guide_of_its_own_and_keeps_its_ticks(shell: Shell) -> None:
    old = shell.logged(company="Oak", when="9 days ago")["episode"]
    shell.logged()
    folder = config_folder() / "guides"
    folder.mkdir(parents=True)
    (folder / "gentle.md").write_text(asset("guide.md").replace("After a rejection", "Gentle", 1))
    shell.do("tick", "agency", "--episode", old)
    assert shell.do("guide", "--list", "--episode", old).out == "ours (in use)\ngentle\n"
    assert shell.do("guide", "--use", "gentle", "--episode", old).out.startswith("Now with “Gentle”")
    assert shell.do("guide", "--list", "--episode", old).out == "ours\ngentle (in use)\n"
    assert [one["used"] for one in shell.do("guide", "--list", "--json").json] == [True, False]
    assert step(shell, "agency", "--episode", old)["state"] == "done"
    shell.do("undo")
    assert shell.do("guide", "--list", "--episode", old).out.startswith("ours (in use)")
    (folder / "gentle.md").write_text("nothing")
    assert "nothing was changed" in shell.refused("guide", "--use", "gentle")[1]


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("strengths", "x", "--unpin"), 2, "Say one thing at a time"),
        (("strengths", "--unpin"), 1, "Nothing is pinned. Nothing was changed."),
        (("strengths", "--pin", "x"), 1, "There is no strength “x”. Nothing was changed."),
        (("guide", "--use", "ours", "--list"), 2, "different things"),
        (("guide", "--episode", "-1"), 2, "--episode goes with"),
        (("guide", "--use", "nowhere"), 1, "nothing was changed"),
        (("guide", "--use", "../x"), 1, "nothing was changed"),
    ],
)
@pytest.mark.many(2)
def test_what_cannot_be_is_told_in_a_sentence(
    shell: Shell, args: tuple[str, ...], code: int, says: str
) -> None:
    shell.logged()
    refused = shell.refused(*args)
    assert refused[0] == code
    assert says in refused[1]
