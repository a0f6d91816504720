"""A number of days, as somebody says it."""

from __future__ import annotations

import pytest

from bounceback_tui.domain.day_count import days_meant


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("14", 14),
        ("0", 0),
        ("two weeks", 14),
        ("Two  weeks.", 14),
        ("3 days", 3),
        ("10days", 10),
        ("a day", 1),
        ("about a month", 30),
        ("in a fortnight", 14),
        ("a couple of weeks", 14),
        ("", None),
        ("soon", None),
        ("a week or two", None),
        ("-3", None),
        ("14 14", None),
        ("٣", 3),
        ("9" * 5000, None),
    ],
)
def test_what_is_meant(text: str, days: int | None) -> None:
    assert days_meant(text) == days
