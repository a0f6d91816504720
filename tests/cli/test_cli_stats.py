"""`stats reasons` and `stats feedback`: words as words, most important first, and no sign that steers."""

from __future__ import annotations

from conftest import Shell
from looking import NOW, open_workspace

from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.episode import Attribution, Cause, Side
from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind
from bounceback_tui.domain.outcome import Closing, Outcome

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
