"""`rest` and `writing` from a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journals import HandSetClock, open_journal

from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.outcome import Written
from bounceback_tui.domain.writing import WritingHeld

if TYPE_CHECKING:
    from conftest import Shell

TUESDAY = "2026-11-24T09:30:00+00:00"


def test_a_rest_is_planned_listed_and_ended(shell: Shell) -> None:
    assert "None planned." in shell.do("rest").out
    assert shell.do("rest", "--json").json == []
    told = shell.do("rest", "today", "3 days", "--enjoy", "the sea").out
    assert told == "Your rest: Mon 23 Nov to Wed 25 Nov 2026, 3 days.\n"
    (rest,) = shell.do("rest", "--json").json
    assert (rest["starts"], rest["ends"], rest["enjoy"]) == ("2026-11-23", "2026-11-25", "the sea")
    assert shell.do("rest").out == "Mon 23 Nov to Wed 25 Nov 2026: the sea\n"
    assert shell.do("rest", "--end", "--json", now=TUESDAY).json["ends"] == "2026-11-23"
    assert shell.run("rest", "--end", now="2026-11-25T09:30:00+00:00").err == (
        "Today is in no rest; nothing was changed.\n"
    )


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("yesterday",), "It began yesterday; today is day 2 of 3."),
        (("3 days ago", "a week"), "It began 3 days ago; today is day 4 of 7."),
        (("2026-11-02", "3 days"), "All of it is over already."),
    ],
)
def test_a_rest_that_begins_before_today_is_said_so(shell: Shell, said: tuple[str, ...], told: str) -> None:
    first, second = shell.do("rest", *said).out.splitlines()
    assert first.startswith("Your rest: ")
    assert second == f"{told} `bounceback undo` takes it back."
    shell.do("undo")
    assert not shell.do("rest", "--json").json


def test_a_rest_may_be_said_in_few_words(shell: Shell) -> None:
    planned = shell.do("rest", "--enjoy", "[/] \x1b[2J", "--json")
    assert (planned.json["starts"], planned.json["ends"]) == ("2026-11-23", "2026-11-25")
    assert shell.do("rest", "tomorrow", "--json").json["ends"] == "2026-11-26"
    assert "\x1b" not in shell.do("rest").out


def test_what_cannot_be_a_rest_is_one_sentence(shell: Shell) -> None:
    assert shell.refused("rest", "tomorrow", "today") == (
        2,
        "That rest would end before it begins; write “3 days”, or a later day.",
    )
    assert shell.refused("rest", "soon")[0] == 2
    assert shell.refused("rest", "3/12")[0] == 2
    assert shell.refused("rest", "--end", "today")[0] == 2
    assert shell.refused("rest", "--end") == (1, "Today is in no rest; nothing was changed.")
    assert not shell.do("rest", "--json").json


def test_how_far_the_writing_is(shell: Shell) -> None:
    assert "None begun." in shell.do("writing").out
    assert shell.do("writing", "--json").json == []
    with open_journal(shell.journal, HandSetClock()) as journal:
        journal.tools.writing.begin()
        held = WritingHeld(Written("", "", "[/] \x1bwords", before=Reading(4), after=Reading(3)), 1250)
        key = journal.tools.writing.save_session(held, journal.journal.write)
    assert shell.do("writing").out.splitlines() == [
        "1 of 5 days written, going.",
        "  1. Mon 23 Nov 2026, 20 min, mood 4 before, 3 after: [/] ␛words",
    ]
    (programme,) = shell.do("writing", "--json").json
    assert programme["state"] == "going"
    assert programme["sessions"] == [
        {"place": 1, "date": "2026-11-23", "seconds": 1250, "entry": key, "deleted": False}
        | {"before": 4, "after": 3, "next_day": None}
    ]


def test_returning_is_told_among_the_figures(shell: Shell) -> None:
    found = shell.do("stats", "return", "--json").json
    assert (found["enough"], found["median"], found["days"]) == (False, None, [])
    assert "How soon do I go on?" in shell.do("stats", "return").out
