"""`thoughts` and `strengths` from a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Shell


def test_a_thought_is_written_down_with_all_that_was_said(shell: Shell) -> None:
    said = shell.do(
        *(
            "thoughts",
            "I am always second",
            "--belief",
            "80",
            "--for",
            "twice",
            "--against",
            "seven times not",
        ),
        *("--trap", "ALWAYS and never", "--trap", "the old tune", "--fairer", "Sometimes"),
        *("--belief-after", "40"),
    ).json
    (listed,) = shell.do("thoughts", "--json").json
    assert listed == said
    assert listed["traps"] == ["Always and never", "the old tune"]
    assert (listed["belief_before"], listed["belief_after"], listed["finished"]) == (80, 40, True)
    assert (listed["evidence_for"], listed["evidence_against"]) == ("twice", "seven times not")
    assert listed["local_date"] == "2026-11-23"


def test_those_not_answered_come_first(shell: Shell) -> None:
    shell.do("thoughts", "done", "--fairer", "fair")
    shell.do("thoughts", "begun", "--belief", "7")
    lines = shell.do("thoughts").out.splitlines()
    assert lines == [
        "Mon 23 Nov 2026  begun     belief 7  begun",
        "Mon 23 Nov 2026  answered            done",
    ]


def test_strengths_are_listed_with_who_said_so(shell: Shell) -> None:
    key = shell.do("strengths", "I listen").json["id"]
    assert len(key) == 26
    assert shell.do("strengths").out == "I listen (you)\n"
    assert shell.do("strengths", "--json").json == [
        {"text": "I listen", "quote": "", "origin": "own", "companies": [], "pinned": False}
    ]


def test_an_empty_journal_prints_nothing_and_hostile_words_are_only_words(shell: Shell) -> None:
    assert shell.do("thoughts").out == shell.do("strengths").out == ""
    assert shell.do("thoughts", "--json").json == shell.do("strengths", "--json").json == []
    for command in ("thoughts", "strengths"):
        shell.do(command, "[/] \x1b]52;c;aGk=\x07 \u202e")
        for args in ((command,), (command, "--json")):
            assert not set(shell.do(*args).out) & set("\x1b\x07\u202e")


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (
            ("thoughts", "x", "--belief", "101"),
            "Belief runs from 0 to 100, not 101; the nearest is 100.",
        ),
        (
            ("thoughts", "--belief", "0"),
            'The thought itself is missing; write `bounceback thoughts "I am always second"`.',
        ),
        (
            ("thoughts", "--fairer", "so"),
            'The thought itself is missing; write `bounceback thoughts "I am always second"`.',
        ),
    ],
)
def test_what_cannot_be_understood_is_refused(shell: Shell, args: tuple[str, ...], sentence: str) -> None:
    assert shell.refused(*args) == (2, sentence)
    assert shell.untouched


def test_a_thought_is_taken_up_again_and_put_away_a_step_each(shell: Shell) -> None:
    begun = shell.do(
        "thoughts", "I am always second", "--belief", "80", "--trap", "own", "--for", "Twice"
    ).json
    args = ("--fairer", "Twice, out of nine", "--belief-after", "30", "--for", "")
    changed = shell.do("thoughts", "--change", "i am ALWAYS", *args).json
    new = {"fairer": "Twice, out of nine", "belief_after": 30, "evidence_for": "", "finished": True}
    assert {name: value for name, value in changed.items() if begun[name] != value} == new
    assert shell.do("thoughts", "--delete", "-1").out.startswith("In the trash now: I am always second")
    assert shell.do("thoughts", "--json").json == []
    shell.do("undo")
    shell.do("undo")
    assert shell.do("thoughts", "--json").json == [begun]
    code, sentence = shell.refused("thoughts", "--change", "nobody", "--fairer", "x")
    assert (code, sentence) == (1, "There is no thought record “nobody”. Nothing was changed.")
    assert shell.refused("thoughts", "--delete", "-1", "--change", "-1")[0] == 2
