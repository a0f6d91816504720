"""Dates in words: what is understood, and what is refused."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from helpers_dates import BERLIN, NOW, told

from bounceback_tui.domain.dates import LONGEST, AmbiguousDate, DateNotUnderstood, DateOrder, understand

UNDERSTOOD = [
    # the present and its neighbours
    ("now", "2026-11-23 14:05", True),
    ("just now", "2026-11-23 14:05", True),
    ("today", "2026-11-23 14:05", False),
    ("  ToDay ", "2026-11-23 14:05", False),
    ("yesterday", "2026-11-22 12:00", False),
    ("the day before yesterday", "2026-11-21 12:00", False),
    ("yesterday at 3pm", "2026-11-22 15:00", True),
    ("yesterday 3pm", "2026-11-22 15:00", True),
    ("3 p.m. yesterday", "2026-11-22 15:00", True),
    ("at 3pm on friday", "2026-11-20 15:00", True),
    ("today 9:30", "2026-11-23 09:30", True),
    ("10am", "2026-11-23 10:00", True),
    ("14:05", "2026-11-23 14:05", True),
    ("noon", "2026-11-23 12:00", True),
    ("yesterday at midnight", "2026-11-22 00:00", True),
    ("yesterday 12am", "2026-11-22 00:00", True),
    ("yesterday 12:15 pm", "2026-11-22 12:15", True),
    ("yesterday at 3.30pm", "2026-11-22 15:30", True),
    ("yesterday 15.30", "2026-11-22 15:30", True),
    ("yesterday at 15", "2026-11-22 15:00", True),
    ("yesterday 15", "2026-11-22 15:00", True),
    ("last night 11", "2026-11-22 23:00", True),
    # parts of the day
    ("this morning", "2026-11-23 09:00", False),
    ("this afternoon", "2026-11-23 14:05", False),
    ("11pm last night", "2026-11-22 23:00", True),
    ("last friday night", "2026-11-20 21:00", False),
    ("yesterday at 8 in the morning", "2026-11-22 08:00", True),
    ("this morning at 7", "2026-11-23 07:00", True),
    ("9am this morning", "2026-11-23 09:00", True),
    ("last night", "2026-11-22 21:00", False),
    ("last night at 11", "2026-11-22 23:00", True),
    ("yesterday evening at 7:30", "2026-11-22 19:30", True),
    ("yesterday at 8 o’clock in the evening", "2026-11-22 20:00", True),
    ("friday morning", "2026-11-20 09:00", False),
    # so long ago
    ("5 minutes ago", "2026-11-23 14:00", True),
    ("an hour ago", "2026-11-23 13:05", True),
    ("twenty minutes ago", "2026-11-23 13:45", True),
    ("half an hour ago", "2026-11-23 13:35", True),
    ("20 hours ago", "2026-11-22 18:05", True),
    ("3 days ago", "2026-11-20 12:00", False),
    ("three days ago at noon", "2026-11-20 12:00", True),
    ("a week ago", "2026-11-16 12:00", False),
    ("2 weeks ago", "2026-11-09 12:00", False),
    ("a fortnight ago", "2026-11-09 12:00", False),
    ("twelve months ago", "2025-11-23 12:00", False),
    ("9 months ago", "2026-02-23 12:00", False),
    ("a couple of days ago", "2026-11-21 12:00", False),
    # weekdays
    ("last friday", "2026-11-20 12:00", False),
    ("last monday", "2026-11-16 12:00", False),
    ("monday", "2026-11-23 14:05", False),
    ("Tues", "2026-11-17 12:00", False),
    ("thurs. 4pm", "2026-11-19 16:00", True),
    ("this monday 9am", "2026-11-23 09:00", True),
    ("wednesday last week", "2026-11-18 12:00", False),
    ("last week on wed", "2026-11-18 12:00", False),
    # written out
    ("on the 3rd", "2026-11-03 12:00", False),
    ("the 30th", "2026-10-30 12:00", False),
    ("23 Nov", "2026-11-23 14:05", False),
    ("Nov 20 at 3pm", "2026-11-20 15:00", True),
    ("the 20th of November", "2026-11-20 12:00", False),
    ("1 Sept. 2026", "2026-09-01 12:00", False),
    ("November 3rd, 2025, 15:00", "2025-11-03 15:00", True),
    ("Fri 20 Nov 2026, 15:00", "2026-11-20 15:00", True),
    ("20-nov-2026", "2026-11-20 12:00", False),
    ("20/11", "2026-11-20 12:00", False),
    ("23/11", "2026-11-23 14:05", False),
    ("20.11. 9:15", "2026-11-20 09:15", True),
    ("20.11.2026", "2026-11-20 12:00", False),
    ("11/20/2026", "2026-11-20 12:00", False),
    ("4/4/2026", "2026-04-04 12:00", False),
    ("31.10", "2026-10-31 12:00", False),
    # ISO
    ("2026-11-20", "2026-11-20 12:00", False),
    ("2026/11/20 3pm", "2026-11-20 15:00", True),
    ("2026-11-20T15:00", "2026-11-20 15:00", True),
    ("2026-11-20 15:00:30", "2026-11-20 15:00", True),
    ("2026-11-20t15:00z", "2026-11-20 16:00", True),
    # leap days and the ends of months and years
    ("29 feb 2024", "2024-02-29 12:00", False),
    ("2024-02-29 08:00", "2024-02-29 08:00", True),
    ("31 dec 2025 23:59", "2025-12-31 23:59", True),
]


@pytest.mark.parametrize(("text", "expected", "has_time"), UNDERSTOOD)
def test_understood(text: str, expected: str, has_time: bool) -> None:
    found = understand(text, NOW, BERLIN)
    assert (f"{found.moment.local:%Y-%m-%d %H:%M}", found.has_time) == (expected, has_time)
    assert found.moment.zone == "Europe/Berlin"


REFUSED = [
    # an hour behind a day without “at” is told as with it
    ("yesterday 3", "3 could be 3am or 3pm; add which one."),
    ("last friday 10", "10 could be 10am or 10pm; add which one."),
    ("3 days ago 9", "9 could be 9am or 9pm; add which one."),
    ("saturday 21", "21 could be a time or a day of the month; write “21:00” or the date."),
    ("23 nov 10", "four digits"),
    ("the blue horse 10", "is not a date"),
    ("3pm 20", "is not a date"),
    ("10am 23", "is not a date"),
    ("yesterday noon 0", "is not a date"),
    ("", "missing"),
    ("   ", "missing"),
    ("soon", "yesterday 3pm"),
    ("32 Nov", "30 days"),
    ("31 nov 2025", "30 days"),
    ("0 nov", "30 days"),
    ("29 feb 2025", "28 days"),
    ("29 feb", "29 Feb 2024 or 29 Feb 2028"),
    ("2026-02-30", "28 days"),
    ("2026-13-01", "month 13"),
    ("2026-02-30T15:00", "calendar"),
    ("32/13", "23 Nov 2026"),
    ("the 32nd", "day 32"),
    ("25:00", "25:00"),
    ("yesterday 24:00", "24:00"),
    ("yesterday 15:60", "15:60"),
    ("yesterday 13pm", "13pm"),
    ("yesterday 0am", "0am"),
    ("yesterday at 3", "3am or 3pm"),
    ("at 3", "3am or 3pm"),
    ("this morning at 3pm", "morning"),
    ("last night at 2am", "night"),
    ("3/4", "3 Apr 2026 or 4 Mar 2026"),
    ("3/4/2025 at 3pm", "3 Apr 2025 or 4 Mar 2025"),
    ("23.11", "date or a time"),
    ("yesterday 3.30", "date or a time"),
    ("23/11/26", "four digits"),
    ("23 Nov 26", "four digits"),
    ("20 Nov 202", "four digits"),
    ("1 jan 1066", "from 1970"),
    ("9999 months ago", "from 1970"),
    ("3/12/9999", "to 2100"),
    ("9999-12-31T23:59+00:00", "to 2100"),
    ("thu 20 nov 2026", "is a Friday"),
    ("24 nov", "24 Nov 2025 or 24 Nov 2026"),
    ("november", "more than one day"),
    ("last march", "more than one day"),
    ("2026-11", "more than one day"),
    ("last week", "more than one day"),
    ("a few days ago", "3 days ago"),
    ("2026-11-20T15:00+25:00", "clock"),
    ("3pm yesterday at 4pm", "yesterday 3pm"),
    ("3 days ago ago", "3 days ago"),
    ("in 3 days ago", "3 days ago"),
    ("x" * (LONGEST + 1), "too long"),
    ("today " * 100_000, "too long"),
    # still to come
    ("15:00", "Mon 23 Nov 2026, 15:00, is still to come"),
    ("tonight", "still to come"),
    ("this friday", "Fri 27 Nov 2026 is still to come"),
    ("tomorrow", "still to come"),
    ("next tuesday", "still to come"),
    ("in 2 hours", "still to come"),
    ("23 nov 2027", "still to come"),
]


@pytest.mark.parametrize(("text", "says"), REFUSED)
def test_refused_with_a_sentence(text: str, says: str) -> None:
    with pytest.raises(DateNotUnderstood) as refusal:
        understand(text, NOW, BERLIN)
    assert says in str(refusal.value)
    assert str(refusal.value).endswith(".")
    assert len(str(refusal.value)) < 200


def test_an_ambiguous_date_brings_both_readings_in_order() -> None:
    with pytest.raises(AmbiguousDate) as refusal:
        understand("3/4", NOW, BERLIN)
    assert refusal.value.readings == (date(2026, 4, 3), date(2026, 3, 4))


def test_the_order_of_day_and_month_is_kept_to() -> None:
    assert told("3/4", order=DateOrder.DAY_MONTH) == "2026-04-03 12:00"
    assert told("3/4", order=DateOrder.MONTH_DAY) == "2026-03-04 12:00"
    assert told("3.4.2025 15:00", order=DateOrder.DAY_MONTH) == "2025-04-03 15:00"
    assert told("4/4", order=DateOrder.MONTH_DAY) == "2026-04-04 12:00"
    with pytest.raises(DateNotUnderstood, match="day first"):
        told("4/13", order=DateOrder.DAY_MONTH)
    with pytest.raises(DateNotUnderstood, match="month first"):
        told("23/11", order=DateOrder.MONTH_DAY)


def test_dateutil_is_loaded_for_months_alone() -> None:
    code = (
        "import sys\n"
        "from datetime import date\n"
        "from bounceback_tui.domain.dates import understand_date\n"
        "understand_date('last friday', date(2026, 11, 23))\n"
        "assert 'dateutil' not in sys.modules\n"
        "understand_date('a month ago', date(2026, 11, 23))\n"
        "assert 'dateutil.parser' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
