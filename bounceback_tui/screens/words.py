"""Sentences about days and outcomes, the same on every page."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from bounceback_tui.domain.application import STAGE_WORDS, Kind, of_job
from bounceback_tui.domain.calendar_terms import WEEKDAYS, weekday_date
from bounceback_tui.domain.episode import Episode
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import capital, cut, number, one_line, plural

if TYPE_CHECKING:
    from bounceback_tui.domain.strength import NotedStrength

BACK = "Good to have you back. u takes it back, if you would rather go on resting."
"""What is said to somebody who ends a rest early."""

ITS_GUIDE = "Noted. I am sorry. Its guide waits on Recover, for whenever you want it. u takes it back."
"""What is said to somebody who notes a no or a silence."""

_SAYERS, _SAID = 40, 160
"""Signs at most of who said what speaks for somebody, and of what they said, on Today."""

NOTHING_FOUND = "Nothing found. esc shows all again."
"""What stands in a list where nothing fits what was typed above it."""


def counted(count: str, described: str, one: str, many: str) -> str:
    """ "12 entries with “panel…”", "500+ entries: rejections since January", of a query told."""
    noun = one if count == "1" else many
    for head in (many, f"deleted {many}"):
        if described.startswith(head):
            return f"{count} {head.removesuffix(many)}{noun}{described.removeprefix(head)}"
    return f"{count} {noun}: {described}"


def age(then: Moment, now: Moment) -> str:
    """ "just now", "20 minutes ago", "3 hours ago", "yesterday", "four days ago"."""
    passed = now.utc - then.utc
    days = (now.local_date - then.local_date).days
    if passed < timedelta(minutes=2):
        return "just now"
    if passed < timedelta(hours=1):
        return f"{passed // timedelta(minutes=1)} minutes ago"
    if days <= 0 or passed < timedelta(hours=6):
        return f"{plural(passed // timedelta(hours=1), 'hour')} ago"
    return "yesterday" if days == 1 else f"{number(days)} days ago"


def since_words(episode: Episode, days: int) -> str:
    """ "Four days since Acme said no.", today's and yesterday's said as such; a reply after all is told."""
    company = one_line(episode.company) or "they"
    begin = capital(company)
    if episode.answered:
        return f"{begin} answered after all."
    did = "went silent" if episode.kind is Kind.GHOSTED else "said no"
    if days == 0:
        return f"{begin} {did} today."
    if days == 1:
        return f"{begin} {did} yesterday."
    return f"{number(days).capitalize()} days since {company} {did}."


def of_episode(episode: Episode) -> str:
    """ "Acme · Data engineer · final round"."""
    return of_job(episode.company, episode.role, STAGE_WORDS[episode.stage])


def back_words(since: date, today: date) -> str:
    """ "You have been back at your usual mood since Sunday."."""
    near = (today - since).days < 7
    day = WEEKDAYS[since.weekday()].title() if near else weekday_date(since)
    return f"You have been back at your usual mood since {day}."


def pinned_words(strength: NotedStrength) -> str:
    """ "Acme said: you stayed calm"; of many, those that fit in whole: "Acme, Oak and others said: …"."""
    by = strength.said_by
    if len(by) > _SAYERS:
        whole = by[:_SAYERS].rpartition(", ")[0]
        by = f"{whole} and others" if whole else cut(by, _SAYERS)
    said = f"{by} said" if by else "You wrote"
    return f"{said}: {cut(strength.text, _SAID)}"
