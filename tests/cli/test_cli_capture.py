"""`log`, `note` and `mood` from a script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bounceback_tui.cli import values
from bounceback_tui.domain.application import Source

if TYPE_CHECKING:
    from conftest import Shell


def test_a_rejection_told_in_full_is_all_there(shell: Shell) -> None:
    logged = shell.do(
        *("log", "They went with an internal candidate", "--company", "Acme", "--role", "Data engineer"),
        *("--stage", "final", "--result", "rejected", "--mood", "3", "--energy", "2", "--feel", "shame=60"),
        *("--feel", "relief=20", "--forecast", "14", "--when", "yesterday 3pm", "--source", "referral"),
        *("--tag", "panel", "--after-mood", "2", "--outside", "An internal candidate"),
        *("--could-change", "More examples", "--went-right", "They invited me", "--went-right", "The task"),
    ).json
    assert set(logged) == {"id", "application", "event", "episode"}
    entry = shell.do("show", logged["id"], "--json").json
    assert entry["text"] == "They went with an internal candidate"
    assert entry["written_at"] == "2026-11-22T15:00:00+00:00"
    assert entry["tags"] == ["panel"]
    assert (entry["company"], entry["role"]) == ("Acme", "Data engineer")
    assert (entry["stage"], entry["result"]) == ("final", "rejected")
    before, after = entry["checkins"]
    assert (before["relation"], before["mood"], before["energy"]) == ("before", 3, 2)
    assert before["feelings"] == [{"name": "shame", "strength": 60}, {"name": "relief", "strength": 20}]
    assert (after["relation"], after["mood"]) == ("after", 2)
    assert entry["causes"] == [
        {"side": "outside me", "text": "An internal candidate"},
        {"side": "could change", "text": "More examples"},
        {"side": "went right", "text": "They invited me"},
        {"side": "went right", "text": "The task"},
    ]
    (application,) = shell.do("applications", "--json").json
    assert application["id"] == logged["application"]
    assert application["source"] == "referral"
    assert shell.do("export", "json").json["episode"][0]["forecast"] == 14


def test_a_forecast_may_be_said_in_words(shell: Shell) -> None:
    shell.logged(forecast="two weeks")
    assert shell.do("export", "json").json["episode"][0]["forecast"] == 14


def test_only_a_rejection_or_a_silence_opens_an_episode(shell: Shell) -> None:
    for result, opens in (("rejected", True), ("ghosted", True), ("moved-on", False), ("offer", False)):
        logged = shell.do("log", "--company", result, "--result", result).json
        assert ("episode" in logged) is opens, result


def test_a_company_or_a_line_is_enough(shell: Shell) -> None:
    assert shell.do("log", "--company", "Acme").json["id"]
    assert shell.do("log", "They said no").json["id"]


def test_words_without_quotes_are_one_text(shell: Shell) -> None:
    shell.do("note", "Walked", "an", "hour")
    assert shell.do("list", "--json").json[0]["text"] == "Walked an hour"


def test_a_text_may_begin_with_a_hyphen(shell: Shell) -> None:
    shell.do("note", "- slept\n- ate")
    assert shell.do("list", "--json").json[0]["text"] == "- slept\n- ate"


@pytest.mark.parametrize("command", [("log", "--company", "Acme"), ("note",)])
def test_a_text_can_come_from_standard_input(shell: Shell, command: tuple[str, ...]) -> None:
    shell.do(
        *command, "-", "--title", "By post", stdin="\ufeffDear candidate,\n\nunfortunately … é\n".encode()
    )
    entry = shell.do("show", "-1", "--json").json
    assert entry["text"] == "Dear candidate,\n\nunfortunately … é"
    assert entry["title"] == "By post"


def test_standard_input_that_is_not_utf8_is_kept_as_far_as_it_can_be(shell: Shell) -> None:
    shell.do("note", "-", stdin=b"caf\xe9 closed")
    assert shell.do("list", "--json").json[0]["text"] == "caf\ufffd closed"


def test_a_note_keeps_how_it_felt(shell: Shell) -> None:
    key = shell.do("note", "Walked an hour, better", "--mood", "6", "--tag", "Walk").json["id"]
    entry = shell.do("show", key, "--json").json
    assert (entry["mood"], entry["tags"], entry["company"]) == (6, ["walk"], None)


def test_a_mood_is_saved_and_counted(shell: Shell) -> None:
    assert set(shell.do("mood", "5", "--energy", "4", "--feel", "calm=40").json) == {"id"}
    assert shell.do("mood", "7", "--when", "yesterday 3pm", "--json").json["id"]
    days = shell.do("stats", "mood", "--json").json["days"]
    assert [(day["date"], day["mood"]) for day in days] == [("2026-11-22", 7), ("2026-11-23", 5)]


def test_energy_or_a_feeling_alone_is_a_check_in(shell: Shell) -> None:
    assert shell.do("mood", "--energy", "4").json["id"]
    assert shell.do("mood", "--feel", "calm=40").json["id"]


@pytest.mark.parametrize(
    ("said", "stage"),
    [("final", "final"), ("FINAL", "final"), ("final-round", "final"), ("phone screen", "screen")],
)
def test_a_stage_is_understood_as_people_say_it(shell: Shell, said: str, stage: str) -> None:
    shell.logged(stage=said)
    assert shell.do("list", "--json").json[0]["stage"] == stage


@pytest.mark.many(3)
@pytest.mark.parametrize(
    "hostile", ["half \ud83d of a pair", "\x1b]52;c;aGk=\x07", "\u202egnp", "\x9b2J", "a\0b"]
)
def test_hostile_text_is_saved_and_comes_back_without_steering_a_terminal(shell: Shell, hostile: str) -> None:
    shell.do("note", f"{hostile} end", "--title", hostile)
    shell.do("log", "x", "--company", hostile, "--when", "yesterday")
    printed = [
        shell.do(*command).out
        for command in (
            *(("list",), ("list", "--json"), ("show", "-1"), ("show", "-1", "--json"), ("search", "end")),
            *(("applications",), ("applications", "--json"), ("steps",), ("export", "json")),
        )
    ]
    for text in printed:
        assert not {"\x1b", "\x07", "\x9b", "\u202e", "\ud83d", "\0"} & set(text)
    assert shell.do("list", "--json").json[0]["text"].endswith(" end")


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("mood", "12"), "Mood runs from 1 to 9; if 12 is mood and energy, write `bounceback mood 1 2`."),
        (("mood", "10"), "Mood runs from 1 to 9, not 10; the nearest is 9."),
        (("mood", "5", "0"), "Energy runs from 1 to 9, not 0; the nearest is 1."),
        (("mood", "5", "6", "7"), "Two digits will do, mood and then energy: `bounceback mood 5 4`."),
        (
            ("mood", "5", "6", "--energy", "6"),
            "The second digit is energy, and so is --energy; say one of them.",
        ),
        (("mood", "-3"), "Mood runs from 1 to 9, not -3; the nearest is 1."),
        (("mood", "low"), "Mood is a number from 1 to 9, and “low” is none."),
        (("mood",), "There is nothing to save yet; one digit is enough: `bounceback mood 5`."),
        (("mood", "5", "--energy", "0"), "Energy runs from 1 to 9, not 0; the nearest is 1."),
        (("log", "x", "--stage", "fnal"), "There is no stage “fnal”; did you mean “final”?"),
        (("log", "x", "--result", "rejction"), "There is no result “rejction”; did you mean “rejected”?"),
        (("log", "x", "--source", "refferal"), "There is no source “refferal”; did you mean “referral”?"),
        (("log", "x", "--when", "tomorrow"), "Tue 24 Nov 2026 is still to come; write when it happened."),
        (
            ("log", "x", "--forecast", "-1"),
            "A forecast in days runs from 0 to 3650, not -1; the nearest is 0.",
        ),
        (
            ("log", "x", "--forecast", "20 years"),
            "A forecast in days runs from 0 to 3650, not 7300; the nearest is 3650.",
        ),
        (
            ("log", "x", "--forecast", "soon"),
            "A number of days would do, such as 14 or “two weeks”, not “soon”.",
        ),
        (("log", "x", "--compny", "A"), "There is no option “--compny”; did you mean “--company”?"),
        (("note", "x", "-mood", "3"), "There is no option “-mood”; did you mean “--mood”?"),
        (("note", "x", "--mood"), "Something is missing behind “--mood”: `bounceback note --mood 1-9`."),
        (("note", "x", "--json=yes"), "Nothing goes behind “--json”: `bounceback note --json`."),
        (
            ("note", "x", "--feel", "shame"),
            "A feeling takes a name and a strength, such as shame=60, not “shame”.",
        ),
        (
            ("note", "x", "--feel", "shame=101"),
            "The strength of a feeling runs from 0 to 100, not 101; the nearest is 100.",
        ),
        (("note",), 'There is nothing to save yet; write `bounceback note "Walked an hour"`.'),
        (("note", "-"), 'There is nothing to save yet; write `bounceback note "Walked an hour"`.'),
    ],
)
def test_what_cannot_be_understood_is_refused_with_what_could(
    shell: Shell, args: tuple[str, ...], sentence: str
) -> None:
    assert shell.refused(*args) == (2, sentence)
    assert shell.untouched  # refused before anything was opened


@pytest.mark.parametrize("said", [("5", "6"), ("5 6",), ("5", "--energy", "6"), ("--energy", "6", "5")])
def test_a_second_digit_is_energy(shell: Shell, said: tuple[str, ...]) -> None:
    shell.do("mood", *said)
    [felt] = shell.do("check-ins", "--json").json
    assert (felt["mood"], felt["energy"]) == (5, 6)


def test_every_source_is_offered() -> None:
    assert [values.source(one) for one in values.SOURCES] == list(Source)


def test_a_stage_like_no_other_is_answered_with_all_of_them(shell: Shell) -> None:
    code, sentence = shell.refused("log", "x", "--stage", "zzz")
    assert code == 2
    assert "applied, screen, interview, task, final, offer" in sentence


def test_a_date_that_is_missing_is_not_taken_for_now(shell: Shell) -> None:
    code, sentence = shell.refused("mood", "5", "--when", "")
    assert code == 2
    assert "yesterday 3pm" in sentence


def test_a_bare_log_without_a_terminal_says_what_is_missing(shell: Shell) -> None:
    code, sentence = shell.refused("log", "--mood", "3")
    assert code == 2
    assert "--company" in sentence


def test_what_cannot_be_saved_is_told_and_the_file_left_as_it_is(shell: Shell, tmp_path: Path) -> None:
    shell.journal.write_text("a shopping list")
    code, sentence = shell.refused("note", "private words")
    assert code == 1
    assert "is not a journal" in sentence
    assert "private words" not in sentence
    assert shell.journal.read_text() == "a shopping list"
