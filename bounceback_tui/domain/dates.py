"""Dates in words: what a person types into a date field, read strictly and told back.

A wrong date is worse than a refusal, so whatever can be read in two ways is refused with a sentence
that says how to write it, and the field shows `echo` of what was understood. The rules:

- A date without a time means 12:00 local time, for today the present time; "this morning" and the
  like mean 09:00, 15:00, 19:00 and 21:00 ("last night" is yesterday's), but never later than now.
- "friday" is the latest Friday, today included; "last friday" the latest before today; "next friday"
  the first after today; "this friday" the one of this week, which begins on Monday. Where a month will
  do, "march", "last march", "next march" and "this march" go by the same rule.
- A date without a year is the latest one; where that lies over 300 days back the year is asked for.
- Years have four digits. 15:00 and 3:00 are of the 24-hour clock, "at 3" is refused as unclear, and so is
  "tomorrow 3", which says the same.
- "3 hours ago" is time that has passed, also across a change of the clocks; "3 days ago" is a day.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from bounceback_tui.domain.calendar_terms import (
    MONTH_NUMBERS,
    MONTHS,
    WEEKDAY_NUMBERS,
    AmbiguousDate,
    DateNotUnderstood,
    DateOrder,
    Frame,
    Lean,
    Span,
    check_year,
    days_in,
    short_date,
    weekday_date,
)
from bounceback_tui.domain.date_words import COUNT, count, day_in, span_in
from bounceback_tui.domain.day_and_time import phrase_and_day
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import nearest, plural, quoted
from bounceback_tui.domain.time_words import Phrase

__all__ = [
    "LONGEST",
    "AmbiguousDate",
    "DateNotUnderstood",
    "DateOrder",
    "Lean",
    "Span",
    "Understood",
    "echo",
    "echo_date",
    "echo_span",
    "tidy",
    "understand",
    "understand_date",
    "understand_span",
]

LONGEST = 100
"""Characters; whatever is longer was not meant as a date."""

_MOMENTS = "“yesterday 3pm”, “last friday”, “3 days ago”, “23 Nov” or “2026-11-23 15:00”"
_DAYS = "“tomorrow”, “next tuesday”, “in 3 days”, “23 Nov” or “2026-11-23”"
_SPANS = "“january”, “2026-01”, “last week”, “yesterday” or “2026-11-23”"
_NOON = time(12)
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?"
_OFFSET = "z|[+-][0-9]{2}:?[0-9]{2}"


class Understood(Frozen):
    """What a text was taken to mean."""

    moment: Moment
    has_time: bool
    """Whether a time of day was said ("3pm", "2 hours ago", "now"), rather than filled in."""


def understand(
    text: str,
    now: Moment,
    zone: tzinfo,
    order: DateOrder = DateOrder.ASK,
    *,
    allow_future: bool = False,
    lean: Lean = Lean.PAST,
) -> Understood:
    """The moment that `text` means to somebody in `zone`.

    An offset that was written stays with the moment; "Z" says nothing of where one is (RFC 9557, 2),
    so such a moment is told in `zone`. Raises DateNotUnderstood, also for what is still to come
    unless `allow_future`, and for a time that the clocks skipped; of a repeated hour it is the first.
    """
    words = tidy(text)
    found = _present(words, now, zone) or _iso(words, zone) or _passed(words, now, zone)
    if found is None:
        found = _in_words(words, now, zone, order, lean)
    if found is None:
        today = now.utc.astimezone(zone).date()

        def read(near: str) -> object:
            return understand(near, now, zone, order, allow_future=allow_future, lean=lean)

        raise _not_understood(words, today, _MOMENTS, read)
    if found.moment.utc > now.utc and not allow_future:
        local = found.moment.local
        said = weekday_date(local.date()) + (f", {local:%H:%M}," if found.has_time else "")
        raise DateNotUnderstood(f"{said} is still to come; write when it happened.")
    return found


def understand_date(
    text: str, today: date, order: DateOrder = DateOrder.ASK, lean: Lean = Lean.COMING
) -> date:
    """The plain day that `text` means, past or future; `lean` says which "friday" or "23 Nov" it is.

    Raises DateNotUnderstood.
    """
    words = tidy(text)
    day = day_in(words, Frame(today, order, lean))
    if day is None:
        raise _not_understood(words, today, _DAYS, lambda near: understand_date(near, today, order, lean))
    return day


def understand_span(text: str, today: date, order: DateOrder = DateOrder.ASK, lean: Lean = Lean.PAST) -> Span:
    """The days that `text` means: a year ("2026"), a month ("2026-01", "january"), "last week", or a day.

    Raises DateNotUnderstood.
    """
    words = tidy(text)
    frame = Frame(today, order, lean)
    if span := span_in(words, frame):
        return span
    if day := day_in(words, frame):
        return Span(day, day)
    raise _not_understood(words, today, _SPANS, lambda near: understand_span(near, today, order, lean))


def echo(moment: Moment, now: Moment) -> str:
    """What was understood, to be checked at a glance: "Fri 20 Nov 2026, 15:00 (5 days ago)"."""
    day = moment.local_date
    return f"{weekday_date(day)}, {moment.local:%H:%M} ({_away(day, now.local_date)})"


def echo_date(day: date, today: date) -> str:
    """The same for a plain day: "Tue 24 Nov 2026 (tomorrow)"."""
    return f"{weekday_date(day)} ({_away(day, today)})"


def echo_span(span: Span, today: date) -> str:
    """The same for a plain day or several: "March 2026", "2026", "Mon 16 Nov 2026 to Sun 22 Nov 2026"."""
    first, last = span
    if first == last:
        return echo_date(first, today)
    if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return str(first.year)
    if first.day == 1 and last == first.replace(day=days_in(first.year, first.month)):
        return f"{MONTHS[first.month - 1].title()} {first.year}"
    return f"{weekday_date(first)} to {weekday_date(last)}"


def tidy(text: str) -> str:
    """Lower case, single spaces, no commas, and no full stops after letters.

    Raises DateNotUnderstood for a long text.
    """
    if len(text.strip()) > LONGEST:
        raise DateNotUnderstood(
            "That is too long for a date; write it like “yesterday 3pm” or “23 Nov 2026”."
        )
    words = " ".join(text.replace(",", " ").replace("’", "'").casefold().split())
    words = re.sub(r"(?<![a-z])([ap])\.? ?m\b\.?", r"\1m", words)
    return re.sub(r"(?<=[a-z])\.(?= |$)", "", words)


def _present(words: str, now: Moment, zone: tzinfo) -> Understood | None:
    return Understood(_moment(now.utc, zone), True) if words in ("now", "just now", "right now") else None


def _iso(words: str, zone: tzinfo) -> Understood | None:
    """A date with a time as ISO 8601 has it; other things that `fromisoformat` takes are left alone."""
    match = re.fullmatch(f"({_DAY})[t ]({_TIME}) ?({_OFFSET})?", words)
    if not match:
        return None
    try:
        when = datetime.fromisoformat(f"{match[1]}T{match[2]}{(match[3] or '').upper()}")
    except ValueError:
        raise DateNotUnderstood(
            f"There is no {match[1]} {match[2]}{match[3] or ''} on any calendar or clock."
        ) from None
    check_year(when.year)
    if when.tzinfo is None:
        return Understood(_lived(when, zone), True)
    here = when.astimezone(zone)
    same_place = match[3] == "z" or here.utcoffset() == when.utcoffset()
    return Understood(Moment.of(here if same_place else when), True)


def _passed(words: str, now: Moment, zone: tzinfo) -> Understood | None:
    """Minutes and hours from now, counted on the time that passes rather than on the clock."""
    match = re.fullmatch(rf"(in )?(half an|{COUNT}) (minute|min|hour|hr)s?( ago| from now)?", words)
    if not match or bool(match[1]) == bool(match[4]):
        return None
    unit = timedelta(minutes=1) if match[3].startswith("min") else timedelta(hours=1)
    length = unit / 2 if match[2] == "half an" else unit * count(match[2])
    return Understood(_moment(now.utc - length if match[4] == " ago" else now.utc + length, zone), True)


def _in_words(words: str, now: Moment, zone: tzinfo, order: DateOrder, lean: Lean) -> Understood | None:
    here = now.utc.astimezone(zone)
    phrase, day = phrase_and_day(words, Frame(here.date(), order, lean))
    if day is None:
        return None
    if phrase.clock is None and day == here.date() and _has_begun(phrase, here):
        return Understood(_moment(now.utc, zone), False)
    usual = phrase.part.usual if phrase.part else _NOON
    moment = _lived(datetime.combine(day, usual if phrase.clock is None else phrase.clock), zone)
    return Understood(moment, phrase.clock is not None)


def _has_begun(phrase: Phrase, here: datetime) -> bool:
    """Whether, on this very day, the present time is what a phrase without a clock comes to."""
    return phrase.part is None or phrase.part.begins <= here.time() < phrase.part.usual


def _moment(utc: datetime, zone: tzinfo) -> Moment:
    return Moment.of(utc.astimezone(zone))


def _lived(local: datetime, zone: tzinfo) -> Moment:
    """The moment of a local date-time, the first of two; refused where the clocks went past it."""
    aware = local.replace(tzinfo=zone)
    back = aware.astimezone(UTC).astimezone(zone)
    if back.replace(tzinfo=None) != local:
        day = short_date(local.date())
        raise DateNotUnderstood(
            f"On {day} the clocks went forward past {local:%H:%M}; {back:%H:%M} would do."
        )
    return Moment.of(aware)


def _away(day: date, today: date) -> str:
    """How far `day` is from `today`, in days up to 99, then in months and years."""
    days = (day - today).days
    near = {0: "today", -1: "yesterday", 1: "tomorrow"}
    if days in near:
        return near[days]
    length = plural(abs(days), "day")
    if abs(days) > 99:
        early, late = sorted((day, today))
        months = (late.year - early.year) * 12 + late.month - early.month - (late.day < early.day)
        length = plural(months, "month") if months < 24 else plural(months // 12, "year")
    return f"in {length}" if days > 0 else f"{length} ago"


def _not_understood(
    words: str, today: date, examples: str, read: Callable[[str], object]
) -> DateNotUnderstood:
    """What to say; `read` is the reader that did not know the words, and raises for what it refuses."""
    if not words:
        return DateNotUnderstood(f"A date is missing; write {examples}.")
    said = quoted(words)
    if span_in(words, Frame(today, DateOrder.ASK, Lean.PAST)):
        return DateNotUnderstood(f"{said} is more than one day; write {examples}.")
    meant = _meant(words, read)
    hint = f"did you mean “{meant}”?" if meant else f"write {examples}."
    return DateNotUnderstood(f"{said} is not a date that is known here; {hint}")


def _meant(words: str, read: Callable[[str], object]) -> str:
    """The same with its slips of the pen mended, where that makes a date that is taken; else empty."""
    near = " ".join(
        nearest(word, _WORDS) or word if word.isalpha() and len(word) > 2 else word for word in words.split()
    )
    if near == words:
        return ""
    try:
        read(near)
    except AmbiguousDate:  # which of two is asked
        return near
    except DateNotUnderstood:
        return ""
    return near


_WORDS = (
    *("today", "yesterday", "tomorrow", "last", "next", "this", "night", "morning", "evening", "afternoon"),
    *("ago", "days", "weeks", "months", "week", "month", "year", "day", *WEEKDAY_NUMBERS, *MONTH_NUMBERS),
)
"""What dates are mostly made of."""
