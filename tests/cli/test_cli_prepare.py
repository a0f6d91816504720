"""`prepare`: interviews ahead, what may go wrong in them, and the planned answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Shell

THREAD = ("--if", "If I lose the thread", "--then", "then I ask again")


def planned(shell: Shell, *args: str) -> list[tuple[Any, ...]]:
    found = shell.do("prepare", *args, "--json").json
    return [(one["interview_on"], [(each["if"], each["then"]) for each in one["setbacks"]]) for one in found]


def test_an_interview_is_prepared_for_changed_and_taken_back_a_step_each(shell: Shell) -> None:
    shell.do("applications", "--add", "Acme, Engineer")
    assert planned(shell) == []
    assert shell.do("prepare", "acme", "--on", "friday", *THREAD).out.splitlines() == [
        "Acme, Engineer: Fri 27 Nov 2026",
        "  If I lose the thread, then I ask again.",
    ]
    shell.do("prepare", "acme", "--if", "they are in a hurry")
    shell.do("prepare", "acme", "--if", "i lose the thread", "--then", "I breathe", "--on", "none")
    both = (None, [("i lose the thread", "I breathe"), ("they are in a hurry", "")])
    assert planned(shell, "acme") == [both]
    shell.do("prepare", "acme", "--drop", "THEY")
    assert planned(shell) == [(None, both[1][:1])]
    shell.do("undo")
    shell.do("undo")
    assert planned(shell) == [("2026-11-27", [("I lose the thread", "I ask again"), both[1][1]])]
    assert shell.do("prepare", "acme", "--discard").out.startswith(
        "In the trash now: what was planned for Acme"
    )
    assert planned(shell) == []
    for _ in range(3):
        shell.do("undo")
    assert planned(shell) == []


def test_the_day_of_the_log_is_taken_and_one_behind_gives_way_to_the_next(shell: Shell) -> None:
    shell.do("applications", "--add", "Acme, Engineer")
    shell.do("event", "acme", "interview", "--when", "2026-11-25 14:00")
    shell.do("prepare", "acme", *THREAD)
    assert "before tomorrow's interview with Acme" in shell.do("due", now="2026-11-24T08:00:00+00:00").out
    later = "2026-11-28T08:00:00+00:00"
    shell.do("prepare", "acme", "--on", "2026-12-04", now=later)
    found = shell.do("prepare", "--json", now=later).json
    assert [one["interview_on"] for one in found] == ["2026-12-04", "2026-11-25"]


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("--on", "friday"), 2, "Say for which application"),
        (("acme", "--then", "x"), 2, "--then goes with --if"),
        (("acme", "--if", " "), 2, "--if takes a few words"),
        (("acme", "--if", "x", "--drop", "y"), 2, "different things"),
        (("acme", "--on", "soonish"), 2, "soonish"),
        (("acme", "--drop", "x"), 1, "There is no setback “x”. Nothing was changed."),
        (("acme", "--discard"), 1, "Nothing is planned for that one. Nothing was changed."),
        (("nobody", "--if", "x"), 1, "There is no application “nobody”. Nothing was changed."),
    ],
)
@pytest.mark.many(2)
def test_what_cannot_be_is_told_in_a_sentence(
    shell: Shell, args: tuple[str, ...], code: int, says: str
) -> None:
    shell.do("applications", "--add", "Acme, Engineer")
    refused = shell.refused("prepare", *args)
    assert refused[0] == code
    assert says in refused[1]
