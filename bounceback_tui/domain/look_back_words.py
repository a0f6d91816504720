"""What a whole search came to, in sentences; what there was none of is left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bounceback_tui.domain.calendar_terms import weekday_date
from bounceback_tui.domain.look_back import LookBack
from bounceback_tui.domain.text import capital, cut, number, plural

LED_HERE = "All of this led here. Take your time before the new thing begins."
"""The end of it, once an offer was accepted."""

_NAME = 40
"""Characters of a name within a line."""
_MONTH = 30.44
"""Days."""
_STRENGTHS = 4
"""Most strengths that are told."""


def span(back: LookBack) -> str:
    """ "From Mon 2 Mar 2026 to Mon 23 Nov 2026, when you said yes to Acme: about nine months."."""
    end = weekday_date(back.last) if back.is_over else "today"
    company = cut(back.accepted, _NAME)
    yes = f", when you said yes to {company or 'the offer'}" if back.is_over else ""
    return f"From {weekday_date(back.first)} to {end}{yes}: {span_words(back.first, back.last)}."


def counted(back: LookBack) -> str:
    """ "Nine applications. This is how far they got:"; the stages follow."""
    return f"{capital(_plural_words(back.applications, 'application'))}. This is how far they got:"


def sentences(back: LookBack) -> Iterator[str]:
    """How they ended, what came of asking, the strengths, the way back, and what was written."""
    ends = [
        words.format(count)
        for count, words in (
            (back.rejected, "{} ended with a no"),
            (back.silent, "{} went silent"),
            (back.withdrew, "you withdrew {}"),
            (back.open, f"{{}} {'is' if back.open == 1 else 'are'} still open"),
        )
        if count
    ]
    if ends:
        yield f"{capital(', '.join(ends))}."
    if back.asked:
        answers = f"{number(back.answered)} answered" if back.answered else "no answer came"
        yield f"You asked for feedback {_times(back.asked)}; {answers}."
    yield from _strengths(back)
    if back.usual_days is not None:
        after = "a no or a silence" if back.silent else "a no"
        days = _plural_words(back.usual_days, "day")
        yield f"After {after} you usually felt like yourself again in about {days}."
    if back.entries:
        yield f"You wrote {plural(back.entries, 'entry', 'entries')} along the way."


def span_words(first: date, last: date) -> str:
    """ "about nine months": the time between two days, roughly; the first day counts."""
    days = max((last - first).days, 0)
    if days < 14:
        return _plural_words(days + 1, "day")
    if days < 2 * _MONTH:
        return f"about {_plural_words(round(days / 7), 'week')}"
    if days < 24 * _MONTH:
        return f"about {_plural_words(round(days / _MONTH), 'month')}"
    return f"about {_plural_words(round(days / _MONTH / 12), 'year')}"


def _strengths(back: LookBack) -> Iterator[str]:
    if not back.strengths:
        return
    parts = [
        f"{cut(words, _NAME)} ({', '.join(cut(one, _NAME) for one in companies[:3])}"
        f"{', …' if len(companies) > 3 else ''})"
        for words, companies in back.strengths[:_STRENGTHS]
    ]
    more = len(back.strengths) - _STRENGTHS
    parts += [f"and {number(more)} more"] if more > 0 else []
    yield f"What two or more employers said you are good at: {'; '.join(parts)}."


def _plural_words(count: int, one: str) -> str:
    """ "nine months", "one day", "14 applications"."""
    return f"{number(count)} {one if count == 1 else one + 's'}"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{number(count)} times")
