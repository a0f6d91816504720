"""`applications`, `event`, `steps`, `tick`, `untick`, and `skip` from a script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bounceback_tui.formats.guide_markdown import parse_guide
from bounceback_tui.resources import asset

if TYPE_CHECKING:
    from conftest import Shell


def step(shell: Shell, name: str, *args: str) -> Any:
    return next(one for one in shell.do("steps", "--json", *args).json if one["id"] == name)


def test_applications_keep_what_they_promise_to_scripts(shell: Shell) -> None:
    shell.logged(role="Analyst", when="yesterday")
    (application,) = shell.do("applications", "--json").json
    assert (application["company"], application["role"]) == ("Acme", "Analyst")
    assert (application["stage_reached"], application["status"]) == ("final", "rejected")
    assert [(one["kind"], one["date"], one["date_known"]) for one in application["events"]] == [
        ("final", "2026-11-22", False),
        ("rejected", "2026-11-22", True),
    ]


def test_applications_are_found_by_words_and_open_ones_come_first(shell: Shell) -> None:
    shell.logged(company="Acme", role="Analyst")
    shell.do("log", "--company", "Beta", "--role", "Clerk", "--result", "moved-on", "--stage", "screen")
    lines = shell.do("applications").out.splitlines()
    assert "Beta, Clerk" in lines[0]
    assert "open" in lines[0]
    assert "Acme, Analyst" in lines[1]
    assert "final round" in lines[1]
    assert [one["company"] for one in shell.do("applications", "acme", "ANALYST", "--json").json] == ["Acme"]
    assert shell.do("applications", "acme", "clerk", "--json").json == []


def test_applications_are_narrowed_by_the_filters_of_the_journal(shell: Shell) -> None:
    shell.logged(company="Acme", role="Analyst", tag="panel")
    shell.do("log", "--company", "Beta", "--role", "Clerk", "--result", "moved-on", "--stage", "screen")

    def companies(*query: str) -> list[str]:
        return [one["company"] for one in shell.do("applications", *query, "--json").json]

    assert companies("-clerk") == companies("stage:final") == companies("tag:panel") == ["Acme"]
    assert companies("-result:rejected", "since:today") == ["Beta"]
    code, sentence = shell.refused("applications", "stagee:final", "beta")
    assert (code, "did you mean “stage:”?" in sentence) == (2, True)


def test_an_event_is_added_by_key_or_by_company(shell: Shell) -> None:
    key = shell.do("log", "--company", "Acme", "--result", "moved-on", "--stage", "screen").json[
        "application"
    ]
    event = shell.do("event", "acme", "interview", "--when", "yesterday", "--note", "By phone", "--json").json
    assert event["application"] == key
    assert (event["kind"], event["date"], event["note"]) == ("interview", "2026-11-22", "By phone")
    assert shell.do("event", key[:14], "rejected").out == "Noted for Acme: rejected, Mon 23 Nov 2026.\n"
    assert shell.do("steps").out.startswith("Acme: rejected today\n")


def test_of_two_applications_to_a_company_the_open_one_is_meant(shell: Shell) -> None:
    shell.logged(role="Analyst")
    clerk = shell.do("log", "--company", "Acme", "--role", "Clerk", "--result", "moved-on").json
    assert shell.do("event", "ACME", "task", "--json").json["application"] == clerk["application"]
    cook = shell.do("log", "--company", "Acme", "--role", "Cook", "--result", "moved-on").json
    code, sentence = shell.refused("event", "acme", "final")
    assert code == 1
    assert clerk["application"][:14] in sentence
    assert cook["application"][:14] in sentence


@pytest.mark.parametrize(
    ("args", "code", "sentence"),
    [
        (("event", "nobody", "task"), 1, "There is no application “nobody”. Nothing was changed."),
        (("event", "Acme", "fnal"), 2, "There is no kind of event “fnal”; did you mean “final”?"),
        (("event",), 2, "ID is missing; `bounceback event --help` shows an example."),
        (("event", "Acme", "--note", "x"), 2, "KIND is missing; `bounceback event --help` shows an example."),
        (
            ("event", "Acme", "applied", "--when", "in 3 days"),
            2,
            "Thu 26 Nov 2026 is still to come; write when it happened.",
        ),
    ],
)
def test_an_event_that_cannot_be_is_refused(
    shell: Shell, args: tuple[str, ...], code: int, sentence: str
) -> None:
    shell.logged()
    assert shell.refused(*args) == (code, sentence)


def test_steps_keep_what_they_promise_to_scripts(shell: Shell) -> None:
    shell.logged()
    steps = shell.do("steps", "--json").json
    guide = parse_guide(asset("guide.md"))
    assert [one["id"] for one in steps] == [one.id for one in guide.steps]
    assert {one["section"] for one in steps} == {section.title for section in guide.sections}
    for one in steps:
        assert set(one) == {"id", "section", "text", "state", "note", "plan", "due", "due_time", "helped"}
        assert one["state"] == "open"


def test_a_step_is_ticked_opened_again_and_set_aside(shell: Shell) -> None:
    shell.logged()
    shell.do("plan", "ask-feedback", "If it is 9:00, I write")
    done = shell.do("tick", "ask-feedback", "--note", "Sent", "--json").json
    assert done == step(shell, "ask-feedback")
    assert (done["state"], done["note"], done["plan"]) == ("done", "Sent", "If it is 9:00, I write")
    assert "Learn from it: 1 of 4 done" in shell.do("steps").out
    shell.do("untick", "ask-feedback")
    assert step(shell, "ask-feedback")["state"] == "open"
    assert step(shell, "ask-feedback")["note"] == "Sent"
    assert shell.do("skip", "Ask-Feedback ").out.startswith("Not for me: ")
    assert step(shell, "ask-feedback")["state"] == "not for me"
    assert "Learn from it: 0 of 3 done" in shell.do("steps").out


def test_a_plan_has_a_moment_and_a_step_that_is_done_may_have_helped(shell: Shell) -> None:
    shell.logged()
    said = shell.do("untick", "agency", "--plan", "If I am home, I ring", "--due", "tuesday 9:00")
    assert said.out.endswith("The plan is for Tue 24 Nov 2026 (tomorrow), 09:00.\n")
    assert (step(shell, "agency")["due"], step(shell, "agency")["due_time"]) == ("2026-11-24", "09:00")
    assert "due: Tue 24 Nov 2026 (tomorrow), 09:00" in shell.do("steps").out
    shell.do("untick", "agency", "--due", "none")
    assert (step(shell, "agency")["due"], step(shell, "agency")["plan"]) == (None, "If I am home, I ring")
    shell.do("untick", "agency", "--plan", "If it is friday, I ring")
    assert step(shell, "agency")["due"] == "2026-11-27"
    shell.do("tick", "agency", "--helped")
    assert step(shell, "agency")["helped"] is True
    assert "it helped" in shell.do("steps").out
    shell.do("tick", "agency", "--not-helped")
    assert step(shell, "agency")["helped"] is False
    code, sentence = shell.refused("untick", "agency", "--due", "yesterday")
    assert (code, sentence) == (2, "Sun 22 Nov 2026 is over; write a day that is still to come.")


def test_each_rejection_has_its_own_ticks(shell: Shell) -> None:
    acme = shell.logged(company="Acme", when="3 days ago")["episode"]
    beta = shell.logged(company="Beta")["episode"]
    shell.do("tick", "ask-feedback")
    assert step(shell, "ask-feedback", "--episode", beta)["state"] == "done"
    assert step(shell, "ask-feedback", "--episode", acme)["state"] == "open"
    shell.do("tick", "say-thanks", "--episode", acme)
    assert step(shell, "say-thanks", "--episode", acme)["state"] == "done"
    assert step(shell, "say-thanks", "--episode", beta)["state"] == "open"
    assert shell.do("steps", "--episode", acme).out.startswith("Acme: rejected 3 days ago\n")


@pytest.mark.parametrize("command", [("steps",), ("tick", "ask-feedback"), ("skip", "ask-feedback")])
def test_without_a_rejection_there_are_no_steps(shell: Shell, command: tuple[str, ...]) -> None:
    code, sentence = shell.refused(*command)
    assert code == 1
    assert "when a rejection is logged" in sentence


def test_an_unknown_step_is_answered_with_the_nearest(shell: Shell) -> None:
    shell.logged()
    assert shell.refused("tick", "ask-feedbak") == (
        1,
        "There is no step “ask-feedbak”; did you mean “ask-feedback”?",
    )
    assert shell.refused("skip", "zzz") == (1, "There is no step “zzz”; `bounceback steps` lists them.")
    assert shell.refused("tick") == (2, "STEP is missing; `bounceback tick --help` shows an example.")
    code, sentence = shell.refused("steps", "--episode", "zzz")
    assert code == 1
    assert "rejection" in sentence


def test_a_tick_that_fails_half_way_leaves_nothing_behind(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.logged()

    def fail(*_args: object) -> None:
        raise RuntimeError("private words")

    monkeypatch.setattr("bounceback_tui.services.recovery.Recovery.set_plan", fail)
    code, sentence = shell.refused("untick", "ask-feedback", "--plan", "private words")
    assert code == 1
    assert "private words" not in sentence
    assert step(shell, "ask-feedback")["state"] == "open"
