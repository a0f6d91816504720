"""`stats` from a script: in words and figures, most important first, and no sign that steers."""

from __future__ import annotations

import pytest
from conftest import Shell
from looking import NOW, open_workspace

from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.episode import Attribution, Cause, Side
from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind
from bounceback_tui.domain.outcome import Closing, Outcome
from bounceback_tui.statistics.registry import STATISTICS

HOSTILE = "[/] [@click=app.quit]x\x1b]52;c;aGk=\x07 \u202eexe " + "long " * 2000


def told(shell: Shell, *companies: str, causes: int = 1, theme: str = "calm") -> None:
    """A rejection each, with causes on both lists, sliders and an answered request."""
    day = NOW.date()
    with open_workspace(shell.journal) as journal:
        for company in companies:
            named = [
                Cause(side, f"{number} {theme}")
                for side in (Side.OUTSIDE, Side.CHANGEABLE)
                for number in range(causes)
            ]
            outcome = Outcome(company, stage=Kind.FINAL, result=Result.REJECTED, causes=tuple(named))
            episode = journal.journal.log(outcome).episode or ""
            journal.recovery.close(Closing(episode, "", Attribution(60)))
            remarks = tuple(Remark(kind, theme) for kind in RemarkKind)
            journal.tools.feedback.put(
                Feedback(episode, FeedbackState.ANSWERED, day, answered_on=day, remarks=remarks)
            )


def test_both_lists_and_the_sliders_are_printed_as_tables(shell: Shell) -> None:
    told(shell, "Acme", "Brook", "Calder", causes=25)
    out = shell.do("stats", "reasons").out
    assert "outside: 75\nchangeable: 75\nunknown: 0\n" in out
    assert "both lists 3, outside me only 0, could change only 0, neither 0" in out
    assert "60 at the close" in out
    assert out.count("\noutside me ") == out.count("\ncould change ") == 10  # never one side alone
    assert "Further causes, counted too: 15 outside me and 15 could change." in out
    assert "Hall and others 2011" in out


def test_companies_are_listed_and_not_taken_for_an_interval(shell: Shell) -> None:
    told(shell, "Acme", "Brook")
    out = shell.do("stats", "feedback").out
    assert "Too few to say yet; still missing: 1 more request for feedback." in out
    assert "share: –" in out
    assert "theme  employers  who\n" in out
    assert "Brook, Acme" in out or "Acme, Brook" in out
    assert " to Brook" not in out


def test_hostile_words_are_only_words(shell: Shell) -> None:
    told(shell, *(f"{number}{HOSTILE}"[:90] for number in range(3)), theme=HOSTILE)
    for args in (("reasons",), ("feedback",), ("reasons", "--json"), ("feedback", "--json"), ()):
        out = shell.do("stats", *args).out
        assert not set(out) & set("\x1b\x07\u202e")
        if args:
            assert "[/] [@click=app.quit]x" in out


def test_statistics_keep_their_contract(shell: Shell) -> None:
    every = shell.do("stats", "--json").json
    assert [one["name"] for one in every] == [each.name for each in STATISTICS]
    for one in every:
        assert set(one) >= {"name", "n", "enough", "sentence"}
        assert shell.do("stats", one["name"], "--json").json == one
    assert set(shell.do("stats", "bounce-back", "--json").json) >= {"episodes", "median", "interval", "curve"}


def test_statistics_are_told_in_words_and_figures(shell: Shell) -> None:
    for day in range(30):
        shell.do("mood", str(5 + day % 3), "--when", f"{day} days ago")
    words = shell.do("stats").out
    assert words.startswith("How have I felt? (mood, n = 30)\nOver your last 7 logged days")
    figures = shell.do("stats", "Mood").out
    assert "usual: 6" in figures
    assert "month     days  median  from–to  rejections" in figures
    assert "\nNov 2026  23    6       5–7      –" in figures
    assert "\nOct 2026  7 " in figures
    assert "Smyth 1998" in figures
    assert "rejections: " not in figures


def test_an_unknown_statistic_is_answered_with_the_nearest(shell: Shell) -> None:
    assert shell.refused("stats", "stage") == (2, "There is no statistic “stage”; did you mean “stages”?")
    code, sentence = shell.refused("stats", "zzz")
    assert code == 2
    assert "mood, bounce-back, forecast, stages" in sentence


def test_the_silences_are_told_in_plain_lines_without_keys(shell: Shell) -> None:
    told = shell.do("--demo", "stats", "silence").out
    key = shell.do("--demo", "stats", "silence", "--json").json["open"][0]["application"]
    assert "Of all your waits" in told
    assert "company" in told
    assert "took longer" in told
    assert "application " not in told.split("company")[1].split("\n")[0]
    assert key[:6] not in told


@pytest.mark.long
def test_two_commands_on_the_demo_see_the_same(shell: Shell) -> None:
    first, second = (shell.do("--demo", "stats", "--json").json for _ in range(2))
    for one in (first, second):
        found = {each["name"]: each for each in one}
        for case in (*found["bounce-back"]["episodes"], *found["forecast"]["pairs"]):
            del case["id"]  # keys are always new
        for application in found["silence"]["open"]:
            del application["application"]
    assert first == second
