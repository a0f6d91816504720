"""An answer to a request for feedback becomes remarks, and what comes after it is noted, by command alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from test_cli_recovery import step

if TYPE_CHECKING:
    from conftest import Shell

ANSWER = "You were calm. We missed SQL.\nThe budget was cut. Best wishes."


def remarks(shell: Shell) -> list[tuple[Any, ...]]:
    told = shell.do("feedback", "--json").json["remarks"]
    return [(one["kind"], one["theme"], one["text"]) for one in told]


def test_remarks_are_said_at_once_changed_and_taken_away(shell: Shell) -> None:
    shell.logged()
    shell.do("feedback", "--answered", ANSWER)
    ran = shell.do("feedback", "--gap", "We missed SQL.", "--strength", "You were calm.", "--theme", "depth")
    assert ran.out == "Kept: strength, “You were calm.”; gap, “We missed SQL.”.\n"
    shell.do("feedback", "--strength", "You were calm.", "--theme", "calm")
    assert remarks(shell) == [("strength", "calm", "You were calm."), ("gap", "depth", "We missed SQL.")]
    assert shell.do("feedback", "--drop", "we MISSED").out == "Taken away: “We missed SQL.”.\n"
    assert remarks(shell) == [("strength", "calm", "You were calm.")]
    for _ in range(3):  # the remark that went, the other theme, and both at once: a step each
        shell.do("undo")
    assert remarks(shell) == []


def test_sorting_asks_sentence_by_sentence_what_is_not_sorted_yet(shell: Shell) -> None:
    shell.logged()
    shell.do("feedback", "--answered", ANSWER)
    ran = shell.do("feedback", "--sort", stdin="s\ncalm\nlack\nG\n\n")
    assert "“You were calm.” strength, gap, outside?" in ran.err
    assert "“lack” is neither “strength”, “gap” nor “outside”." in ran.err
    assert remarks(shell) == [("strength", "calm", "You were calm."), ("gap", "", "We missed SQL.")]
    shell.do("feedback", "--sort", stdin="outside\nmoney\n\n")
    assert remarks(shell)[2:] == [("outside me", "money", "The budget was cut.")]
    assert "calm" not in shell.do("feedback", "--sort").err
    shell.do("undo")
    assert len(remarks(shell)) == 2


def test_the_reminder_and_the_thanks_are_noted(shell: Shell) -> None:
    shell.logged()
    shell.do("feedback", "--asked", "yesterday")
    assert shell.do("feedback", "--reminded").out == "Noted; that was the one reminder.\n"
    assert shell.do("feedback", "--json").json["followed_up_on"] == "2026-11-23"
    assert shell.refused("feedback", "--let-be")[0] == 1
    shell.do("undo")
    assert shell.do("feedback", "--let-be").out == "No reminder, then.\n"
    assert shell.do("feedback", "--json").json["follow_up_on"] is None
    assert "Thanks come after an answer" in shell.refused("feedback", "--thanked")[1]
    shell.do("feedback", "--declined")
    assert shell.do("feedback", "--thanked").out.startswith("Noted: you thanked them.")
    assert step(shell, "say-thanks")["state"] == "done"


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("--theme", "depth"), 2, "--theme goes with"),
        (("--sort", "--gap", "x"), 2, "Say one thing at a time"),
        (("--gap", "x", "--silent"), 2, "Say one thing at a time"),
        (("--sort",), 1, "There is no answer to sort; nothing was changed."),
        (("--gap", " "), 1, "A remark needs a theme or a few words."),
        (("--drop", "x"), 1, "There is no remark “x”. Nothing was changed."),
        (("--reminded",), 1, "No answer is waited for"),
    ],
)
def test_what_becomes_no_remark_is_told(shell: Shell, args: tuple[str, ...], code: int, says: str) -> None:
    shell.logged()
    refused = shell.refused("feedback", *args)
    assert refused[0] == code
    assert says in refused[1]
