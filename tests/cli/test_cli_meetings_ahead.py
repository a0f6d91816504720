"""A meeting that lies ahead, noted from the shell: it is due, and nothing else may be still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Shell


@pytest.fixture
def acme(shell: Shell) -> Shell:
    """A journal with one open application."""
    shell.do("applications", "--add", "Acme, Data engineer, referral, 3 Nov 2026")
    return shell


@pytest.mark.many(8)
@pytest.mark.parametrize("kind", ["screen", "interview", "task", "final"])
@pytest.mark.parametrize(
    ("when", "line"),
    [
        ("next friday 14:00", "Fri 27 Nov 14:00"),
        ("friday", "Fri 27 Nov"),
        ("in 3 days", "Thu 26 Nov"),
        ("30 Nov 12:00", "Mon 30 Nov 12:00"),
        ("2026-11-30 14:00", "Mon 30 Nov 14:00"),
    ],
)
def test_a_meeting_ahead_is_noted_and_due(acme: Shell, kind: str, when: str, line: str) -> None:
    acme.do("event", "acme", kind, "--when", when)
    (due,) = acme.do("due").out.splitlines()
    assert due.startswith(f"{line}  ")
    assert due.endswith("Acme, Data engineer")


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("3 Dec 2pm", "Thu 3 Dec 2026, 14:00"),
        ("friday", "Fri 27 Nov 2026"),
        ("12:00", "Mon 23 Nov 2026, 12:00"),
    ],
)
def test_what_was_understood_of_a_meeting_is_told_with_its_time(acme: Shell, when: str, told: str) -> None:
    assert (
        acme.do("event", "acme", "interview", "--when", when).out == f"Noted for Acme: interview, {told}.\n"
    )
    assert acme.do("event", "acme", "interview").out == "Noted for Acme: interview, Mon 23 Nov 2026.\n"


@pytest.mark.many(3)
@pytest.mark.parametrize("kind", ["applied", "offer", "accepted", "rejected", "ghosted", "withdrew"])
def test_nothing_else_can_be_still_to_come(acme: Shell, kind: str) -> None:
    code, sentence = acme.refused("event", "acme", kind, "--when", "tomorrow")
    assert (code, "still to come" in sentence) == (2, True)
    assert acme.do("due").out == "Nothing is due in the next 7 days.\n"


def test_what_3_4_means_is_asked_of_a_meeting_too(acme: Shell) -> None:
    assert acme.refused("event", "acme", "interview", "--when", "3/4")[0] == 2


def test_an_event_that_opens_an_application_again_says_so(shell: Shell) -> None:
    shell.logged()
    told = shell.do("event", "acme", "interview", now="2026-11-25T09:30:00+00:00").out
    assert told == "Noted for Acme: interview, Wed 25 Nov 2026, so it is open again (it was rejected).\n"
    assert "open again" not in shell.do("event", "acme", "screen", now="2026-11-25T10:30:00+00:00").out
