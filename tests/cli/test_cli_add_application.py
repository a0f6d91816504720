"""An application added from the shell in one line, and what a deleted entry leaves in a log."""

from __future__ import annotations

import json

import pytest
from conftest import Shell


def test_a_line_is_taken_apart_and_told_back(shell: Shell) -> None:
    out = shell.do("applications", "--add", "Acme, Data engineer, referral, yesterday, remote, near").out
    first, *rest = out.splitlines()
    (one,) = shell.do("applications", "--json").json
    assert first == f"Added {one['id'][:14]}."
    assert [line.split(maxsplit=1) for line in rest] == [
        ["Company", "Acme"],
        ["Role", "Data engineer"],
        ["Source", "referral"],
        ["Applied", "Sun 22 Nov 2026"],
        ["Notes", "remote, near"],
    ]
    assert (one["company"], one["role"], one["source"]) == ("Acme", "Data engineer", "referral")
    assert (one["notes"], one["status"]) == ("remote, near", "open")
    assert [(event["kind"], event["date"]) for event in one["events"]] == [("applied", "2026-11-22")]


def test_json_has_the_whole_application(shell: Shell) -> None:
    added = shell.do("applications", "--add", "Acme", "--json").json
    assert shell.do("applications", "--json").json == [added]
    assert json.dumps(added["role"]) == '""'


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--add", ""), "The company is missing"),
        (("--add", " , "), "The company is missing"),
        (("--add", "Acme, tomorrow"), "still to come"),
        (("--add", "Acme, 3/4"), "day first"),
        (("--add", "Acme", "Tester"), "one line in quotation marks"),
    ],
)
def test_what_cannot_be_added_is_told_in_a_sentence(shell: Shell, words: tuple[str, ...], said: str) -> None:
    code, sentence = shell.refused("applications", *words)
    assert code == 2
    assert said in sentence
    assert shell.do("applications", "--json").json == []


def test_hostile_words_are_shown_and_kept_as_they_are(shell: Shell) -> None:
    out = shell.do("applications", "--add", "[/] \x1b]52;c;aGk=\x07, \u202egnp.exe").out
    assert not {"\x1b", "\x07", "\u202e"} & set(out)
    assert "[/]" in out


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Acme, Cook, refferal, today", "“refferal” went into the notes; if you meant the source “referral”"),
        ("Acme, agancy, today", "“agancy” went into the role; if you meant the source “agency”"),
        ("Acme, Cook, Job Bord", "“Job Bord” went into the notes; if you meant the source “job board”"),
    ],
)
def test_a_misspelt_source_is_told(shell: Shell, line: str, words: str) -> None:
    ran = shell.do("applications", "--add", line)
    assert ran.err.startswith(words)
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "line", ["Acme, Cook, referral, refferal", "Acme, Agent, reference 7", "Acme, other side"]
)
def test_what_only_sounds_a_little_like_one_is_not(shell: Shell, line: str) -> None:
    assert shell.do("applications", "--add", line).err == ""
