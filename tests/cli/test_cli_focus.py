"""`focus` from a script or line by line: points, and postings held against them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Shell


def with_points(shell: Shell) -> None:
    shell.do("focus", "--add", "near home")
    shell.do("focus", "--add", "a garden", "--kind", "nice to have")
    shell.do("focus", "--add", "nights", "--kind", "not-again")


def points(shell: Shell) -> list[tuple[str, str]]:
    return [(one["kind"], one["text"]) for one in shell.do("focus", "--json").json]


def test_points_are_added_changed_and_put_away_each_in_one_step(shell: Shell) -> None:
    with_points(shell)
    there = [("must-have", "near home"), ("nice-to-have", "a garden"), ("not again", "nights")]
    assert points(shell) == there
    assert (
        shell.do("focus", "--change", "near", "--text", "by train").out == "Changed: by train (must-have)\n"
    )
    assert shell.do("focus", "--change", "NIGHTS", "--kind", "must-have", "--json").json["text"] == "nights"
    assert points(shell) == [("must-have", "by train"), ("must-have", "nights"), ("nice-to-have", "a garden")]
    assert shell.do("focus", "--delete", "A GARDEN").out.startswith("In the trash now: a garden")
    assert len(points(shell)) == 2
    for _ in range(3):
        shell.do("undo")
    assert points(shell) == there


def test_a_posting_is_gone_through_point_by_point(shell: Shell) -> None:
    with_points(shell)
    ran = shell.do("focus", "--hold", "Engineer at Acme", stdin="yes\nmaybe\nu\nn\n")
    assert "must-have: near home – yes, no, unclear?" in ran.err
    assert "“maybe” is neither “yes”, “no” nor “unclear”." in ran.err
    assert ran.out.splitlines() == [
        "Engineer at Acme: 1 of 1 must-have; 0 of 1 nice-to-have; no “not again” in it; 1 not clear from it.",
        "  must-have: near home: yes",
        "  nice-to-have: a garden: unclear",
        "  not again: nights: no",
    ]
    assert "not looked at" in shell.do("focus", "--hold", "Cook", stdin="y\n").out
    assert [line.split("  ")[2] for line in shell.do("focus", "--postings").out.splitlines()] == [
        "Cook",
        "Engineer at Acme",
    ]


def test_a_posting_is_held_and_changed_without_a_question(shell: Shell) -> None:
    with_points(shell)
    key = shell.do("applications", "--add", "Acme, Engineer", "--json").json["id"]
    args = ("--has", "near", "--lacks", "nights", "--link", "https://acme.test", "--application", "acme")
    held = shell.do("focus", "--hold", "Engineer", *args, "--json").json
    assert (held["application"], held["link"]) == (key, "https://acme.test")
    assert [one["answer"] for one in held["answers"]] == ["yes", None, "no"]
    again = shell.do("focus", "--posting", "-1", "--unclear", "a gar", "--note", "Ask", "--json").json
    assert (again["id"], again["note"], again["link"]) == (held["id"], "Ask", "https://acme.test")
    assert [one["answer"] for one in again["answers"]] == ["yes", "unclear", "no"]
    shell.do("undo")
    assert shell.do("focus", "--posting", "eng", "--json").json == held
    shell.do("focus", "--delete", held["id"])
    assert shell.do("focus", "--postings", "--json").json == []


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("--add", "x", "--hold", "y"), 2, "--add and --hold are two things"),
        (("--kind", "must-have"), 2, "--kind goes with --add or --change."),
        (("--add", "x", "--kind", "musthave"), 2, "did you mean “must-have”?"),
        (("--add", " "), 2, "--add takes a few words."),
        (("--change", "-1"), 2, "Say what to change: --text or --kind."),
        (("--change", "nobody", "--text", "x"), 1, "There is no point “nobody”. Nothing was changed."),
        (("--delete", "nobody"), 1, "There is no point “nobody”. Nothing was changed."),
        (("--hold", "x"), 1, "There is no point to hold it against yet"),
        (("--posting", "-1"), 1, "There is no posting yet."),
        (("--hold", "x", "--has", "y"), 1, "There is no point “y”. Nothing was changed."),
    ],
)
@pytest.mark.many(2)
def test_what_cannot_be_is_told_in_a_sentence(
    shell: Shell, args: tuple[str, ...], code: int, says: str
) -> None:
    refused = shell.refused("focus", *args)
    assert refused[0] == code
    assert says in refused[1]
