"""Which picture stands beside a statistic in a report, drawn from what it gives as JSON.

A statistic without a line in `PICTURES` has its sentence and its table all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from bounceback_tui.domain.calendar_terms import short_date
from bounceback_tui.domain.text import plural
from bounceback_tui.formats.svg import Caption
from bounceback_tui.formats.svg_lines import Change, mood_line, slopes, survival
from bounceback_tui.formats.svg_rows import (
    Count,
    Difference,
    Pair,
    Share,
    count_bars,
    difference_bars,
    interval_bars,
    paired_dots,
)

Values = Mapping[str, Any]
"""A result as JSON."""

MOST = 24
"""Rows of a picture; the table has the others."""

_SPANS = (
    (0, "the same day"),
    (3, "1 to 3 days"),
    (7, "4 to 7 days"),
    (14, "8 to 14 days"),
    (28, "15 to 28 days"),
)


def picture_of(values: Values, title: str) -> str:
    """The picture for a result; empty where there is too little to say, or nothing to draw."""
    name, told = str(values["name"]), str(values["sentence"])
    draw = PICTURES.get(name)
    if not draw or not values["enough"]:
        return ""
    return draw(values, Caption(name, title, f"{told} The table below has the figures."))


def _mood(values: Values, caption: Caption) -> str:
    days = [(date.fromisoformat(one["date"]), one["mood"], one["rolling"]) for one in values["days"]]
    marks = [date.fromisoformat(day) for day in values["rejections"]]
    return mood_line(caption, days, marks, values["usual"]) if days else ""


def _bounce_back(values: Values, caption: Caption) -> str:
    curve = [(one["day"], one["share"], one["low"], one["high"]) for one in values["curve"]]
    return survival(caption, curve, values["median"]) if curve else ""


def _forecast(values: Values, caption: Caption) -> str:
    pairs = [
        Pair(_label(one, place), one["forecast"], one["actual"], one["state"] != "censored")
        for place, one in enumerate(values["pairs"], start=1)
        if one.get("forecast") is not None and one.get("actual") is not None
    ]
    return paired_dots(_with_most(caption, len(pairs), "last"), pairs[-MOST:]) if pairs else ""


def _return(values: Values, caption: Caption) -> str:
    days: Sequence[int] = values["days"]
    rows, below = [], -1
    for most, words in _SPANS:
        rows.append(Count(words, sum(below < day <= most for day in days)))
        below = most
    rows.append(Count("longer than 28 days", sum(day > below for day in days)))
    return count_bars(caption, rows, unit="rejections")


def _stages(values: Values, caption: Caption) -> str:
    return interval_bars(
        caption,
        [
            Share(
                f"{one['from']} → {one['to']}",
                f"{one['moved_on']} of {one['moved_on'] + one['ended']} moved on",
                *_limits(one),
            )
            for one in values["steps"]
        ],
    )


def _silence(values: Values, caption: Caption) -> str:
    rows = [
        Count(_label(one, place), one["days_silent"], _silent(one))
        for place, one in enumerate(values["open"], start=1)
    ]
    if not rows:
        return ""
    median = values["median"]
    said = "" if median is None else f"; dashed: half answered by day {median:g}"
    return count_bars(_with_most(caption, len(rows), "first"), rows[:MOST], median, f"days silent{said}")


def _silent(one: Values) -> str:
    days, longer = one["days_silent"], one.get("share_longer")
    said = plural(days, "day")
    return said if longer is None else f"{said}; {longer * 100:.0f} % took longer"


def _reasons(values: Values, caption: Caption) -> str:
    """All of each list, then what was named more than once; the table has each."""
    lists = (("outside", "outside me"), ("changeable", "could change"))
    rows = [
        row for key, label in (*lists, ("unknown", "nothing named")) for row in _counts(values[key], label)
    ]
    for key, label in lists:
        rows += [row for row in _counts(values.get(f"causes_{key}"), label) if row.value > 1]
    return count_bars(caption, rows[:MOST], unit="times") if rows else ""


def _feedback(values: Values, caption: Caption) -> str:
    became = (
        ("answered", "answered", True),
        ("declined", "declined", False),
        ("silent", "no answer after 14 days", True),
        ("waiting", "asked less than 14 days ago", False),
    )
    rows = [Count("asked", values["asked"])]
    rows += [Count(label, many) for key, label, always in became if (many := values.get(key, 0)) or always]
    for key, label in (("strengths", "a strength"), ("gaps", "a gap"), ("outside", "outside me")):
        rows += [
            Count(row.label, row.value, f"named by {row.value:g}") for row in _counts(values.get(key), label)
        ]
    return count_bars(_with_most(caption, len(rows), "first"), rows[:MOST])


def _steps(values: Values, caption: Caption) -> str:
    told = [one for one in values["steps"] if one["enough"] and one["difference"] is not None]
    rows = [
        Difference(str(one.get("words") or one["step"]), one["difference"], one["low"], one["high"])
        for one in told
    ]
    unit = "days; left of 0: shorter where it was ticked by day 3"
    return difference_bars(_with_most(caption, len(rows), "first"), rows[:MOST], unit) if rows else ""


def _writing(values: Values, caption: Caption) -> str:
    written = [
        Change(label, one["median"], one["low"], one["high"])
        for key, label in (("after", "after writing"), ("next_day", "next day"))
        if (one := values.get(key)) and one["median"] is not None
    ]
    low = values.get("low_days")
    ways: list[tuple[Sequence[Change], bool]] = []
    if len(written) == 2:
        ways.append((written, False))
    if low and low["median"] is not None:
        ways.append(([Change("days with nothing written", low["median"], low["low"], low["high"])], True))
    if len(written) == 2:
        return slopes(caption, ways)
    # without the one in the middle there is no line to follow
    rows = [Difference(one.label, one.median, one.low, one.high) for one in written]
    return difference_bars(caption, rows, "points of mood") if rows else ""


def _plans(values: Values, caption: Caption) -> str:
    return interval_bars(
        caption,
        [
            Share(label, f"{one['done']} of {one['n']} done", *_limits(one))
            for key, label in (("with", "with an if-then plan"), ("without", "without one"))
            if (one := values.get(key))
        ],
    )


PICTURES: Mapping[str, Callable[[Values, Caption], str]] = {
    "mood": _mood,
    "bounce-back": _bounce_back,
    "forecast": _forecast,
    "return": _return,
    "stages": _stages,
    "silence": _silence,
    "reasons": _reasons,
    "feedback": _feedback,
    "writing": _writing,
    "steps": _steps,
    "plans": _plans,
}
"""How each is drawn, by the name of the statistic."""


def _limits(one: Values) -> tuple[float | None, float | None, float | None]:
    return one["share"], one["low"], one["high"]


def _label(one: Values, place: int) -> str:
    """What a case is called: its company and date where they are given, else its place."""
    day = one.get("date")
    parts = (one.get("company"), short_date(date.fromisoformat(day)) if day else None)
    return ", ".join(filter(None, parts)) or f"no. {place}"


def _counts(value: object, label: str) -> list[Count]:
    """Counts in whichever way they are listed: one of all, or one for each theme."""
    match value:
        case bool() | None:
            return []
        case int():
            return [Count(label, value)]
        case Mapping():
            return [
                Count(f"{words} · {label}", many) for words, many in value.items() if isinstance(many, int)
            ]
        case Sequence():
            return [row for one in value if isinstance(one, Mapping) and (row := _count(one, label))]
    return []


def _count(one: Values, label: str) -> Count | None:
    words = next((text for text in one.values() if isinstance(text, str)), None)
    return (
        None
        if words is None
        else next((Count(f"{words} · {label}", many) for many in map(_many, one.values()) if many), None)
    )


def _many(value: object) -> int:
    """A number, or how many there are in a list; 0 for all else."""
    if isinstance(value, int):
        return value
    return len(value) if isinstance(value, list | tuple) else 0


def _with_most(caption: Caption, rows: int, which: str) -> Caption:
    """Says in the title that not all are drawn, where that is so."""
    if rows <= MOST:
        return caption
    return caption._replace(title=f"{caption.title}: the {which} {MOST} of {rows}")
