"""The moment that a plan is for, and the one that a plan begins with."""

from __future__ import annotations

from datetime import time

import pytest
from helpers_dates import BERLIN, NOW
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.domain.dates import AmbiguousDate, DateNotUnderstood, DateOrder
from bounceback_tui.domain.due import PlannedFor
from bounceback_tui.domain.due_dates import due_in, echo_due, understand_due, written_due


def told(text: str, order: DateOrder = DateOrder.ASK) -> str:
    return written_due(understand_due(text, NOW, BERLIN, order))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("tuesday 9:00", "2026-11-24 09:00"),
        ("Tuesday at 9am", "2026-11-24 09:00"),
        ("tomorrow", "2026-11-24"),
        ("tomorrow morning", "2026-11-24 09:00"),
        ("monday", "2026-11-23"),
        ("monday 15:00", "2026-11-23 15:00"),
        ("monday 9:00", "2026-11-30 09:00"),
        ("15:00", "2026-11-23 15:00"),
        ("9:00", "2026-11-24 09:00"),
        ("today 9:00", "2026-11-23 09:00"),
        ("tonight", "2026-11-23 21:00"),
        ("in 3 days", "2026-11-26"),
        ("in 2 hours", "2026-11-23 16:05"),
        ("23 Dec 10:30", "2026-12-23 10:30"),
        ("2026-11-24 09:00", "2026-11-24 09:00"),
        ("2026-11-24", "2026-11-24"),
    ],
)
def test_a_moment_ahead_is_understood(text: str, meant: str) -> None:
    assert told(text) == meant
    assert told(meant) == meant


@pytest.mark.parametrize("text", ["", "soon", "yesterday", "2026-11-22", "at 9", "30 Feb", "23.11"])
def test_what_is_over_or_unclear_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(DateNotUnderstood, match=r"[a-z”0-9]\.$"):
        told(text)


@pytest.mark.parametrize("text", ["saturday 10", "tomorrow 10", "next saturday 10"])
def test_a_bare_hour_behind_a_day_is_asked_about_as_with_at(text: str) -> None:
    with pytest.raises(DateNotUnderstood, match=r"^10 could be 10am or 10pm; add which one\.$"):
        told(text)
    day, _, hour = text.rpartition(" ")
    with pytest.raises(DateNotUnderstood, match=r"^10 could be 10am or 10pm; add which one\.$"):
        told(f"{day} at {hour}")
    assert told(f"{text}am").endswith(" 10:00")


def test_figures_are_asked_about() -> None:
    with pytest.raises(AmbiguousDate):
        told("3/4")
    assert told("3/4", DateOrder.DAY_MONTH) == "2027-04-03"


@pytest.mark.parametrize(
    ("plan", "meant"),
    [
        ("If it is Tuesday 9:00 and I am at my desk, then I write the e-mail.", "2026-11-24 09:00"),
        ("if it's tomorrow morning, I call", "2026-11-24 09:00"),
        ("Tuesday at 9am I write it", "2026-11-24 09:00"),
        ("On Friday after lunch, then I ring the agency", "2026-11-27"),
        ("If it is 15:00, then I go out", "2026-11-23 15:00"),
        ("If I am at my desk on Tuesday, then I write", None),
        ("If the 3rd interviewer answers, then I thank her", None),
        ("If it is 9, then I call", None),
        ("If May calls, then I answer", None),
        ("If it is yesterday, then I worry", None),
        ("", None),
    ],
)
def test_a_plan_may_begin_with_its_moment(plan: str, meant: str | None) -> None:
    due = due_in(plan, NOW, BERLIN)
    assert (written_due(due) if due else None) == meant


def test_what_was_understood_is_told_back() -> None:
    assert echo_due(understand_due("tuesday 9:00", NOW, BERLIN), NOW) == "Tue 24 Nov 2026 (tomorrow), 09:00"
    assert echo_due(understand_due("friday", NOW, BERLIN), NOW) == "Fri 27 Nov 2026 (in 4 days)"


@given(st.text(max_size=120))
def test_any_plan_at_all_may_be_looked_into(text: str) -> None:
    for plan in (text, f"If it is {text}", f"If it is tuesday 9:00 {text}"):
        due_in(plan, NOW, BERLIN)


@pytest.mark.parametrize(
    ("plan", "meant"),
    [
        ("Tuesday 9:00", "2026-11-24 09:00"),
        ("If it is Tuesday 9:00", "2026-11-24 09:00"),
        ("31.12", "2026-12-31"),
        ("23.12", None),  # a date or a time
    ],
)
def test_a_plan_may_be_nothing_but_its_moment(plan: str, meant: str | None) -> None:
    found = due_in(plan, NOW, BERLIN)
    assert (found and written_due(found)) == meant


def test_what_could_be_a_time_is_asked_about_in_the_same_words() -> None:
    with pytest.raises(DateNotUnderstood) as said:
        told("23.12")
    assert str(said.value) == "23.12 could be a date or a time; write 23/12 or 23:12."
    assert told("31.12") == "2026-12-31"


def test_hours_from_now_are_told_to_the_minute() -> None:
    assert understand_due("in 2 hours", NOW, BERLIN) == PlannedFor(NOW.local_date, time(16, 5))
