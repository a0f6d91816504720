"""Plain days, whole months and years in words, and what the echo says of them."""

from __future__ import annotations

from datetime import date

import pytest
from helpers_dates import TODAY, at

from bounceback_tui.domain.dates import (
    DateNotUnderstood,
    Lean,
    Span,
    echo,
    echo_date,
    echo_span,
    understand_date,
    understand_span,
)


@pytest.mark.parametrize(
    ("text", "coming", "past"),
    [
        ("tomorrow", "2026-11-24", "2026-11-24"),
        ("the day after tomorrow", "2026-11-25", "2026-11-25"),
        ("in 3 days", "2026-11-26", "2026-11-26"),
        ("in a week", "2026-11-30", "2026-11-30"),
        ("two months from now", "2027-01-23", "2027-01-23"),
        ("next tuesday", "2026-11-24", "2026-11-24"),
        ("next monday", "2026-11-30", "2026-11-30"),
        ("tuesday next week", "2026-12-01", "2026-12-01"),
        ("this friday", "2026-11-27", "2026-11-27"),
        ("monday", "2026-11-23", "2026-11-23"),
        ("tuesday", "2026-11-24", "2026-11-17"),
        ("the 3rd", "2026-12-03", "2026-11-03"),
        ("3 jan", "2027-01-03", None),
        ("3 nov", None, "2026-11-03"),
        ("30 jan", "2027-01-30", "2026-01-30"),
        ("23.11", "2026-11-23", "2026-11-23"),
    ],
)
def test_plain_dates_lean_forward_or_back(text: str, coming: str | None, past: str | None) -> None:
    for lean, expected in ((Lean.COMING, coming), (Lean.PAST, past)):
        if expected:
            assert understand_date(text, TODAY, lean=lean).isoformat() == expected
        else:
            with pytest.raises(DateNotUnderstood, match="add the year"):
                understand_date(text, TODAY, lean=lean)


def test_a_plain_date_has_no_time_and_no_weekday_gone_by() -> None:
    with pytest.raises(DateNotUnderstood, match="tomorrow"):
        understand_date("tomorrow 3pm", TODAY)
    with pytest.raises(DateNotUnderstood, match="This week's Monday was 23 Nov 2026"):
        understand_date("this monday", date(2026, 11, 25))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-12", "2026-12-01", "2026-12-31"),
        ("january", "2026-01-01", "2026-01-31"),
        ("november", "2026-11-01", "2026-11-30"),
        ("Dec", "2025-12-01", "2025-12-31"),
        ("feb 2024", "2024-02-01", "2024-02-29"),
        ("last week", "2026-11-16", "2026-11-22"),
        ("this week", "2026-11-23", "2026-11-29"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("next month", "2026-12-01", "2026-12-31"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("in march", "2026-03-01", "2026-03-31"),
        ("last march", "2026-03-01", "2026-03-31"),
        ("last november", "2025-11-01", "2025-11-30"),
        ("this november", "2026-11-01", "2026-11-30"),
        ("last december", "2025-12-01", "2025-12-31"),
        ("next march", "2027-03-01", "2027-03-31"),
        ("next november", "2027-11-01", "2027-11-30"),
        ("march last year", "2025-03-01", "2025-03-31"),
        ("feb of last year", "2025-02-01", "2025-02-28"),
        ("in feb 2024", "2024-02-01", "2024-02-29"),
        ("3 weeks ago", "2026-11-02", "2026-11-02"),
        ("yesterday", "2026-11-22", "2026-11-22"),
        ("last friday", "2026-11-20", "2026-11-20"),
    ],
)
def test_spans(text: str, first: str, last: str) -> None:
    assert understand_span(text, TODAY) == (date.fromisoformat(first), date.fromisoformat(last))


def test_spans_turn_the_year_and_lean() -> None:
    assert understand_span("last month", date(2027, 1, 5)).first == date(2026, 12, 1)
    assert understand_span("january", TODAY, lean=Lean.COMING).first == date(2027, 1, 1)
    for wrong in ("2026-13", "1066", "sometime", "", "last march 2025", "last march last year"):
        with pytest.raises(DateNotUnderstood):
            understand_span(wrong, TODAY)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-20T15:00", "Fri 20 Nov 2026, 15:00 (5 days ago)"),
        ("2026-11-25T08:00", "Wed 25 Nov 2026, 08:00 (today)"),
        ("2026-11-24T23:59", "Tue 24 Nov 2026, 23:59 (yesterday)"),
        ("2026-11-26T00:00", "Thu 26 Nov 2026, 00:00 (tomorrow)"),
        ("2026-12-01T09:05", "Tue 1 Dec 2026, 09:05 (in 6 days)"),
        ("2026-08-18T12:00", "Tue 18 Aug 2026, 12:00 (99 days ago)"),
        ("2025-11-26T12:00", "Wed 26 Nov 2025, 12:00 (11 months ago)"),
        ("2021-01-01T12:00", "Fri 1 Jan 2021, 12:00 (5 years ago)"),
    ],
)
def test_echo(moment: str, expected: str) -> None:
    assert echo(at(moment), at("2026-11-25T10:00")) == expected


def test_echo_of_a_plain_date() -> None:
    assert echo_date(date(2026, 11, 24), TODAY) == "Tue 24 Nov 2026 (tomorrow)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("last friday", "Fri 20 Nov 2026 (3 days ago)"),
        ("march", "March 2026"),
        ("feb 2024", "February 2024"),
        ("2025", "2025"),
        ("last week", "Mon 16 Nov 2026 to Sun 22 Nov 2026"),
    ],
)
def test_echo_of_days(text: str, expected: str) -> None:
    assert echo_span(understand_span(text, TODAY), TODAY) == expected


def test_a_week_at_the_end_of_a_month_is_not_the_month() -> None:
    week = Span(date(2026, 5, 25), date(2026, 5, 31))
    assert echo_span(week, TODAY) == "Mon 25 May 2026 to Sun 31 May 2026"
