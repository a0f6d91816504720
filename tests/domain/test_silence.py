"""How long an application has been silent, when that is long, and what is next."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from journals import moment

from bounceback_tui.domain.application import Application, Event, Kind, Prepared
from bounceback_tui.domain.silence import UsualWait, days_silent, may_have_gone_silent, next_told

NOW = moment("2026-11-23T09:30+01:00")
TODAY = NOW.local_date
FEW = UsualWait((3, 5), None, False)
"""Too few replies to say."""
TWENTY = UsualWait(tuple(range(1, 21)), 9, True)
"""Replies after 1 to 20 days."""


def acme(*events: tuple[Kind, int] | tuple[Kind, int, bool], **more: object) -> Application:
    """An application with these events, so many days from today."""
    made = tuple(
        Event(str(place), "A", kind, moment(f"{TODAY + timedelta(days=day)}T12:00+01:00"), *known)
        for place, (kind, day, *known) in enumerate(events)
    )
    return Application("A", "Acme", events=made, **more)


@pytest.mark.parametrize(
    ("application", "days"),
    [
        (acme((Kind.APPLIED, -10)), 10),
        (acme((Kind.APPLIED, -10), (Kind.SCREEN, -4)), 4),
        (acme((Kind.APPLIED, 0)), 0),
        (acme(), None),
        (acme((Kind.APPLIED, -10), (Kind.INTERVIEW, 1)), None),
        (acme((Kind.APPLIED, -10, False)), None),
        (acme((Kind.APPLIED, -10), (Kind.OFFER, -2)), None),
        (acme((Kind.APPLIED, -10), (Kind.REJECTED, -2)), None),
        (acme((Kind.APPLIED, -10), prepared=(Prepared(TODAY, "p"),)), None),
        (acme((Kind.APPLIED, -10), prepared=(Prepared(TODAY - timedelta(days=1), "p"),)), 10),
    ],
)
def test_it_is_silent_since_its_last_event_where_it_is_the_employers_turn(
    application: Application, days: int | None
) -> None:
    assert days_silent(application, TODAY) == days


@pytest.mark.parametrize(
    ("usual", "days", "long", "very_long", "told"),
    [
        (FEW, 1, False, False, "Silent for 1 day."),
        (FEW, 44, False, False, "Silent for 44 days."),
        (FEW, 45, False, True, "Silent for 45 days."),
        (TWENTY, 15, False, False, "Silent for 15 days, longer than 14 of your 20 replies."),
        (TWENTY, 16, True, False, "Silent for 16 days, longer than 15 of your 20 replies."),
        (TWENTY, 19, True, False, "Silent for 19 days, longer than 18 of your 20 replies."),
        (TWENTY, 20, True, True, "Silent for 20 days, longer than 19 of your 20 replies."),
        (TWENTY, 21, True, True, "Silent for 21 days, longer than any of your 20 replies."),
        # where half of the waits go on for longer than the replies that came
        (
            UsualWait(TWENTY.replies, 30, True),
            30,
            False,
            True,
            "Silent for 30 days, longer than any of your 20 replies.",
        ),
        (
            UsualWait(TWENTY.replies, 30, True),
            31,
            True,
            True,
            "Silent for 31 days, longer than any of your 20 replies.",
        ),
        (
            UsualWait(TWENTY.replies, None, True),
            16,
            True,
            False,
            "Silent for 16 days, longer than 15 of your 20 replies.",
        ),
    ],
)
def test_what_is_long_is_measured_by_ones_own_replies(
    usual: UsualWait, days: int, long: bool, very_long: bool, told: str
) -> None:
    assert (usual.is_long(days), usual.is_very_long(days), usual.told(days)) == (long, very_long, told)


def test_it_may_have_gone_silent_only_where_nothing_lies_ahead() -> None:
    quiet = acme((Kind.APPLIED, -45))
    assert may_have_gone_silent(quiet, NOW, FEW)
    assert not may_have_gone_silent(acme((Kind.APPLIED, -44)), NOW, FEW)
    assert not may_have_gone_silent(acme((Kind.APPLIED, -45), next_on=TODAY), NOW, FEW)
    assert not may_have_gone_silent(acme((Kind.APPLIED, -45), (Kind.REJECTED, -44)), NOW, FEW)


def far(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("application", "told"),
    [
        (acme((Kind.APPLIED, -5)), ""),
        (acme(next_on=TODAY, next_words="call\nHR"), "today: call HR"),
        (acme(next_on=TODAY), "today"),
        (acme(next_on=far(1), next_words="call"), "Tue: call"),
        (acme(next_on=far(6), next_words="call"), "Sun: call"),
        (acme(next_on=far(7), next_words="call"), "30 Nov: call"),
        (acme(next_on=far(-1), next_words="call"), "22 Nov: call"),
        (acme(next_on=far(60), next_words="call"), "22 Jan 2027: call"),
        # what has passed is told until it is changed, but not once it is over
        (acme(next_on=far(-30), next_words="call"), "24 Oct: call"),
        (acme((Kind.REJECTED, -5), next_on=far(1), next_words="call"), ""),
        (acme((Kind.INTERVIEW, 3)), "Thu: interview"),
        (acme((Kind.INTERVIEW, 3), next_on=far(3), next_words="call"), "Thu: interview · call"),
        (acme((Kind.INTERVIEW, 3), next_on=far(3), next_words="interview"), "Thu: interview"),
        (acme((Kind.INTERVIEW, 3), next_on=far(4), next_words="call"), "Thu: interview"),
        (acme((Kind.INTERVIEW, 3), (Kind.TASK, 4)), "Thu: interview"),
        (acme(prepared=(Prepared(far(3), "p"),)), "Thu: interview"),
        (acme(next_on=far(2), next_words="call", prepared=(Prepared(far(3), "p"),)), "Wed: call"),
    ],
)
def test_what_is_next_stands_behind_its_day(application: Application, told: str) -> None:
    assert next_told(application, NOW) == told
