"""What a newcomer types first is understood, or answered with what would be."""

from __future__ import annotations

import pytest
from conftest import Shell


def test_help_is_found_however_it_is_asked_for(shell: Shell) -> None:
    whole, of_log = shell.do("--help").out, shell.do("log", "--help").out
    assert [shell.do(*said).out for said in (("help",), ("-h",), ("--plain", "help"))] == [whole] * 3
    assert [shell.do(*said).out for said in (("help", "log"), ("log", "-h"))] == [of_log] * 2
    assert "did you mean “log”?" in shell.refused("help", "lgo")[1]
    assert max(map(len, whole.splitlines())) <= 80
    assert len(whole.splitlines()) == 24


def test_a_misplaced_json_says_where_it_belongs(shell: Shell) -> None:
    code, said = shell.refused("--json", "list")
    assert (code, "`bounceback list --json`" in said) == (2, True)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("yesterdy", "yesterday"),
        ("last nite", "last night"),
        ("yestreday 3pm", "yesterday 3pm"),
        ("last mondya", "last monday"),
    ],
)
def test_a_misspelt_date_is_answered_with_the_nearest(shell: Shell, said: str, meant: str) -> None:
    assert f"did you mean “{meant}”?" in shell.refused("note", "x", "--when", said)[1]
    assert shell.do("note", "x", "--when", meant)


@pytest.mark.parametrize("said", ["tomorow", "nxet tuesday", "last motnh"])
def test_nothing_is_offered_that_would_be_refused(shell: Shell, said: str) -> None:
    refused = shell.refused("note", "x", "--when", said)[1]
    assert "did you mean" not in refused
    assert "write “yesterday 3pm”" in refused


def test_an_hour_behind_a_day_is_asked_about_wherever_a_day_is_taken(shell: Shell) -> None:
    shell.logged()
    told = (2, "3 could be 3am or 3pm; add which one.")
    assert shell.refused("event", "acme", "screen", "--when", "next tuesday 3") == told
    assert shell.refused("note", "x", "--when", "yesterday 3") == told
    assert shell.refused("plan", "ask-feedback", "If so, then", "--due", "saturday 3") == told


def test_words_that_are_near_no_date_get_examples(shell: Shell) -> None:
    assert "did you mean" not in shell.refused("note", "x", "--when", "the blue horse")[1]


def test_the_first_entry_gets_one_kind_sentence_and_no_list_of_what_is_missing(shell: Shell) -> None:
    shell.logged(mood="3")
    early = " ".join(shell.do("stats").out.split())
    assert (early.count("It is early days"), "Too few" in early) == (1, False)
    assert shell.do("stats", "--all").out.count("Too few to say yet") > 5
    assert "Too few to say yet" in shell.do("stats", "mood").out
    assert len(shell.do("stats", "--json").json) > 5


def test_an_email_without_a_name_says_once_what_signs_it(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.logged()
    told: list[str] = []
    monkeypatch.setattr("bounceback_tui.cli.feedback.tell", told.append)
    shell.do("feedback")
    assert (len(told), "`name` in config.toml" in told[0]) == (1, True)
