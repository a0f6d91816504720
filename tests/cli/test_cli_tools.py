"""`leads`, `cv` and `focus` from a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from looking import open_workspace

from bounceback_tui.domain.focus import FocusKind, FocusPoint

if TYPE_CHECKING:
    from conftest import Shell


def test_a_lead_is_added_listed_and_done(shell: Shell) -> None:
    args = ("--add", "Dev", "--kind", "friend", "--next", "in 2 days", "--note", "knows the team", "--json")
    dev = shell.do("leads", *args).json
    assert dev == {
        "id": dev["id"],
        "kind": "friend",
        "name": "Dev",
        "note": "knows the team",
        "next_on": "2026-11-25",
        "contacted_on": None,
        "done": False,
    }
    assert shell.do("leads", "--add", "The Guardian", "--kind", "job-board-in-print").out == (
        "Added: The Guardian\n"
    )
    lines = shell.do("leads").out.splitlines()
    assert lines[0].startswith(dev["id"][:14])
    assert "friend" in lines[0]
    assert lines[0].endswith("next Wed 25 Nov 2026")
    assert "job board in print  The Guardian" in lines[1]
    assert shell.do("leads", "--done", dev["id"]).out == "Done: Dev\n"
    assert [one["done"] for one in shell.do("leads", "--json").json] == [False, True]


def test_a_change_to_the_cv_is_added_and_done(shell: Shell) -> None:
    added = shell.do("cv", "--add", "A shorter first page", "--json").json
    assert (added["text"], added["came_from"], added["episode"]) == ("A shorter first page", "", None)
    assert "open  A shorter first page" in shell.do("cv").out
    assert shell.do("cv", "--done", added["id"], "--json").json["done_on"] == "2026-11-23"
    assert "done  A shorter first page" in shell.do("cv").out


def test_a_lead_and_a_change_are_corrected_and_put_away_a_step_each(shell: Shell) -> None:
    shell.do("leads", "--add", "Dev", "--next", "tomorrow", "--note", "knows the team")
    changed = shell.do("leads", "--change", "dev", "--name", "Devi", "--kind", "friend", "--json").json
    assert (changed["name"], changed["kind"], changed["next_on"]) == ("Devi", "friend", "2026-11-24")
    touched = shell.do("leads", "--contacted", "-1", "--next", "friday", "--json").json
    assert (touched["contacted_on"], touched["next_on"]) == ("2026-11-23", "2026-11-27")
    assert shell.do("leads", "--delete", "devi").out.startswith("In the trash now: Devi")
    shell.do("undo")
    shell.do("undo")
    assert shell.do("leads", "--json").json == [changed]
    shell.do("cv", "--add", "A shorter page")
    assert shell.do("cv", "--change", "a sh", "--text", "One page").out == "Changed: One page\n"
    shell.do("cv", "--delete", "-1")
    assert shell.do("cv", "--json").json == []
    shell.do("undo")
    shell.do("undo")
    assert [one["text"] for one in shell.do("cv", "--json").json] == ["A shorter page"]


def test_the_focus_is_listed_by_kind(shell: Shell) -> None:
    with open_workspace(shell.journal) as journal:
        journal.tools.focus.put(FocusPoint("", FocusKind.NOT_AGAIN, "nights"))
        journal.tools.focus.put(FocusPoint("", FocusKind.MUST, "near home"))
    assert [line.split("  ", 1)[1] for line in shell.do("focus").out.splitlines()] == [
        "must-have  near home",
        "not again  nights",
    ]
    assert [(one["kind"], one["text"]) for one in shell.do("focus", "--json").json] == [
        ("must-have", "near home"),
        ("not again", "nights"),
    ]


@pytest.mark.parametrize("name", ["leads", "cv", "focus"])
def test_an_empty_list_is_empty_json(shell: Shell, name: str) -> None:
    assert shell.do(name, "--json").json == []
    assert shell.do(name).out == ""


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("leads", "--add", "x", "--kind", "frend"), 2, "did you mean “friend”?"),
        (("leads", "--add", "x", "--next", "soonish"), 2, "soonish"),
        (("leads", "--add", "  "), 2, "--add takes a few words."),
        (("leads", "--kind", "friend"), 2, "--kind goes with --add or --change."),
        (("leads", "--add", "x", "--done", "y"), 2, "two things"),
        (("leads", "--done", "nobody"), 1, "There is no lead “nobody”. Nothing was changed."),
        (("cv", "--done", "nothing"), 1, "There is no change “nothing”. Nothing was changed."),
        (("cv", "--done", ""), 1, "Say which change"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    shell: Shell, args: tuple[str, ...], code: int, words: str
) -> None:
    refused, sentence = shell.refused(*args)
    assert refused == code
    assert words in sentence


def test_nothing_printed_steers_a_terminal(shell: Shell) -> None:
    shell.do("leads", "--add", "\x1b]52;c;aGk=\x07 \u202egnp.exe [/]")
    out = shell.do("leads").out
    assert "[/]" in out
    assert not set(out) & {"\x1b", "\x07", "\u202e"}
