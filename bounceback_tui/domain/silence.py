"""How long an open application has been silent, beside how long replies have taken this person."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

from bounceback_tui.domain.application import STAGE_WORDS, Application, Kind, Status
from bounceback_tui.domain.calendar_terms import WEEKDAYS, day_and_month, short_date
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.meeting import due_of, meetings_ahead, prepared_ahead
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import one_line, plural

LONG = 0.75
"""A silence is longer than usual once at least this share of the replies to this person came sooner."""

VERY_LONG = 0.95
"""The same for a silence after which no reply may come any more."""

LONG_WITHOUT_REPLIES = 45
"""Days that are very long where there are too few replies to say."""

_SOON = 7
"""Days ahead that are told by their weekday alone."""


class UsualWait(Frozen):
    """How long replies take the person."""

    replies: tuple[int, ...] = ()
    """Days until each reply that came, the quickest first."""
    median: int | None = None
    """Days within which half of the waits end with one; None where that is not known."""
    enough: bool = False
    """Whether there are enough replies to say something."""

    def sooner(self, days: int) -> int:
        """How many replies took less than that."""
        return bisect_left(self.replies, days)

    def is_long(self, days: int) -> bool:
        """Whether that is longer than usual."""
        return self._share(days) >= LONG and days > (self.median or 0)

    def is_very_long(self, days: int) -> bool:
        """Whether hardly a reply took that long; without enough of them, whether it is a month and a half."""
        return self._share(days) >= VERY_LONG if self.enough else days >= LONG_WITHOUT_REPLIES

    def told(self, days: int) -> str:
        """ "Silent for 60 days, longer than 51 of your 52 replies."."""
        silent = f"Silent for {plural(days, 'day')}"
        if not self.enough:
            return f"{silent}."
        n, sooner = len(self.replies), self.sooner(days)
        which = f"any of your {n} replies" if sooner == n else f"{sooner} of your {n} replies"
        return f"{silent}, longer than {which}."

    def _share(self, days: int) -> float:
        return self.sooner(days) / len(self.replies) if self.enough else 0.0


def days_silent(application: Application, today: date) -> int | None:
    """Whole days since its last event, where it is the employer's turn; else None.

    With an offer it is the person's turn, and where a date lies ahead or none is known nothing is silent.
    """
    if application.status is not Status.OPEN or not application.events or prepared_ahead(application, today):
        return None
    last = application.events[-1]
    days = (today - last.at.local_date).days
    return days if last.date_known and days >= 0 else None


def may_have_gone_silent(application: Application, now: Moment, usual: UsualWait) -> bool:
    """Whether to ask if it went silent: it has been very long, and nothing lies ahead."""
    days = days_silent(application, now.local_date)
    return days is not None and due_of(application, now) is None and usual.is_very_long(days)


def next_told(application: Application, now: Moment) -> str:
    """What is due next, with its day first: "Thu: call HR", "3 Dec: interview"; empty where nothing is.

    A next date that has passed is told until it is changed; after a week only where nothing else is next.
    """
    own = None if application.status.ended else application.next_on
    day = due_of(application, now) or own
    if day is None:
        return ""
    meetings = meetings_ahead(application, now, date.max)
    said = [STAGE_WORDS[event.kind] for event in meetings if event.at.local_date == day]
    said += [STAGE_WORDS[Kind.INTERVIEW]] if day in prepared_ahead(application, now.local_date) else []
    said += [one_line(application.next_words)] if application.next_on == day else []
    words = " · ".join(filter(None, dict.fromkeys(said)))
    near = _near(day, now.local_date)
    return f"{near}: {words}" if words else near


def _near(day: date, today: date) -> str:
    """ "today", "Thu" for one of the next days, else "3 Dec", with its year where that is another one."""
    if day == today:
        return "today"
    if 0 < (day - today).days < _SOON:
        return WEEKDAYS[day.weekday()][:3].title()
    return day_and_month(day) if day.year == today.year else short_date(day)
