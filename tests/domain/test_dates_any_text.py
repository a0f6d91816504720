"""Whatever is typed as a date is understood or refused; what is told back is understood again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from brisk import often
from helpers_dates import BERLIN, NOW, TOKYO
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bounceback_tui.domain.dates import (
    LONGEST,
    DateNotUnderstood,
    DateOrder,
    Lean,
    echo,
    understand,
    understand_date,
    understand_span,
)
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import one_line

MINUTES = st.integers(60 * 24 * 365 * 10, 29_500_000).map(lambda n: datetime.fromtimestamp(n * 60, UTC))
"""From 1979 to February 2026."""
ZONES = st.sampled_from([BERLIN, TOKYO, ZoneInfo("America/St_Johns"), ZoneInfo("Pacific/Apia"), UTC])
WORDS = st.sampled_from(
    [
        *("a", "an", "the", "on", "at", "in", "of", "ago", "last", "this", "next", "half", "couple", "z"),
        *("week", "day", "days", "month", "year", "hours", "friday", "sat", "nov", "may", "o'clock", "3rd"),
        *("noon", "night", "morning", "yesterday", "today", "3pm", "15:00", "99:99", "+01:00", ",", "."),
        *("3", "31", "23", "2026", "3/4", "31/12/2026", "2026-11", "2026-11-20", "-2", "3.30"),
    ]
)
TEXTS = st.text(max_size=LONGEST + 5) | st.lists(WORDS, max_size=8).map(" ".join)


@settings(deadline=None, max_examples=often(500))
@given(TEXTS, MINUTES, ZONES, st.sampled_from(DateOrder), st.booleans())
@example("9999-12-31T23:59:59-23:59", datetime(2026, 1, 1, tzinfo=UTC), BERLIN, DateOrder.ASK, True)
@example("０３/０４/２０２６", datetime(2026, 1, 1, tzinfo=UTC), BERLIN, DateOrder.ASK, True)
@example("\ud800\x1b[31m", datetime(2026, 1, 1, tzinfo=UTC), BERLIN, DateOrder.ASK, True)
def test_any_text_is_understood_or_refused(
    text: str, now: datetime, zone: ZoneInfo, order: DateOrder, future: bool
) -> None:
    present = Moment.of(now)
    try:
        found = understand(text, present, zone, order, allow_future=future)
    except DateNotUnderstood as refusal:
        message = str(refusal)
        assert message == one_line(message)
        assert len(message) < 200
    else:
        assert future or found.moment <= present or found.moment.utc == present.utc
    for plain in (understand_date, understand_span):
        try:
            plain(text, now.date(), order)
        except DateNotUnderstood:
            continue


@settings(deadline=None)
@given(MINUTES)
def test_an_echo_is_understood_as_what_it_tells(instant: datetime) -> None:
    moment = Moment.of(instant.astimezone(BERLIN))
    said = echo(moment, NOW).split(" (")[0]
    again = understand(said, NOW, BERLIN).moment
    assert again.local.replace(tzinfo=None) == moment.local.replace(tzinfo=None)


@settings(deadline=None)
@given(MINUTES, ZONES)
def test_a_moment_written_as_iso_comes_back_anywhere(instant: datetime, zone: ZoneInfo) -> None:
    moment = Moment.of(instant.astimezone(zone))
    again = understand(moment.isoformat(), NOW, BERLIN).moment
    assert (again.utc, again.offset) == (moment.utc, moment.offset)


@given(st.dates(date(1980, 1, 1), date(2050, 1, 1)), st.sampled_from(["monday", "thursday", "sunday"]))
def test_weekdays_keep_their_distance(today: date, name: str) -> None:
    last, bare, following = (
        understand_date(f"{which}{name}", today, lean=Lean.PAST) for which in ("last ", "", "next ")
    )
    assert {f"{day:%A}".lower() for day in (last, bare, following)} == {name}
    assert timedelta(1) <= today - last <= timedelta(7)
    assert timedelta(0) <= today - bare <= timedelta(6)
    assert timedelta(1) <= following - today <= timedelta(7)
