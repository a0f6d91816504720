"""Pictures along an axis: the mood line, the curve of the ways back, and what came of writing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from bounceback_tui.domain.calendar_terms import MONTHS, short_date
from bounceback_tui.formats.svg import (
    WIDTH,
    Caption,
    area,
    dot,
    num,
    picture,
    signed,
    steps_of,
    stroke,
    words,
)

_LEFT, _RIGHT = 54, WIDTH - 14
_TOP, _BOTTOM = 14, 194
_LINE_HOLDS = 7
"""Days without a reading over which the rolling median is still drawn as one line."""


@dataclass(frozen=True)
class _Scale:
    """Where values lie between two ends of the picture."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        share = (value - self.low) / ((self.high - self.low) or 1)
        return self.start + share * (self.end - self.start)


Day = tuple[date, float, float | None]
"""A logged day, its mood 1–9, and the rolling median on it."""


def mood_line(caption: Caption, days: Sequence[Day], rejections: Sequence[date], usual: float | None) -> str:
    """Dots are days, the line is the rolling median; a triangle and a dashed line mark a rejection.

    Raises ValueError for no days.
    """
    first = min(day for day, _, _ in days)
    last = max(*(day for day, _, _ in days), *rejections, first + timedelta(days=1))
    across = _Scale(first.toordinal(), last.toordinal(), _LEFT + 4, _RIGHT - 4)
    up = _Scale(1, 9, _BOTTOM - 8, _TOP + 8)
    marks = sorted({day for day in rejections if day >= first})

    def pieces() -> Iterator[str]:
        yield from _levels(up, [(1, "1 low"), (5, "5"), (9, "9 high")])
        for day in marks:
            x = across.at(day.toordinal())
            yield stroke(f"M{num(x)} {_TOP}V{_BOTTOM}", role="rule", width=1, dash="2 3")
            yield area(f"M{num(x - 5)} {_BOTTOM - 9}h10l-5 9z", role="other")
        if usual is not None:
            y = up.at(usual)
            yield stroke(f"M{_LEFT} {num(y)}H{_RIGHT}", role="quiet", width=1.5, dash="7 5")
        dots = "".join(f"M{num(across.at(day.toordinal()))} {num(up.at(mood))}h0" for day, mood, _ in days)
        yield stroke(dots, role="rule", width=3.5)
        yield stroke(_rolling(days, across, up), width=2.5)
        yield _axis()
        for x, label in _dates(first, last, across):
            anchor = "end" if x > _RIGHT - 30 else "middle" if x > _LEFT + 30 else "start"
            yield words(x, _BOTTOM + 18, label, role="quiet", anchor=anchor)
        yield from _mood_legend(bool(marks), usual)

    return picture(caption, _BOTTOM + 62, pieces())


def _rolling(days: Sequence[Day], across: _Scale, up: _Scale) -> str:
    path, before = "", None
    for day, _, rolling in days:
        if rolling is None:
            before = None
            continue
        joined = before is not None and (day - before).days <= _LINE_HOLDS
        at = f"{num(across.at(day.toordinal()))} {num(up.at(rolling))}"
        path += f"L{at}" if joined else f"M{at}h0"
        before = day
    return path


def _mood_legend(marked: bool, usual: float | None) -> Iterator[str]:
    y = _BOTTOM + 38
    yield stroke(f"M{_LEFT} {y - 4}h18", width=2.5) + words(_LEFT + 24, y, "median of 7 logged days")
    yield dot(_LEFT + 214, y - 4, 2, role="rule") + words(_LEFT + 222, y, "a day")
    if usual is not None:
        yield stroke(f"M{_LEFT} {y + 15}h18", role="quiet", width=1.5, dash="7 4")
        yield words(_LEFT + 24, y + 19, f"your usual, {usual:g}")
    if marked:
        yield area(f"M{_LEFT + 209} {y + 10}h10l-5 9z", role="other")
        yield words(_LEFT + 222, y + 19, "a rejection")


def _dates(first: date, last: date, across: _Scale) -> list[tuple[float, str]]:
    """Places and words below the axis: days, months, quarters or years, as sparse as there is room for."""
    days = (last - first).days
    if days <= 45:
        chosen = [first + timedelta(days=round(days * part / 3)) for part in range(4)]
        return [
            (across.at(day.toordinal()), short_date(day).rsplit(" ", 1)[0]) for day in dict.fromkeys(chosen)
        ]
    every = next((months for months in (1, 2, 3, 6, 12, 24, 60, 120) if days / 30.4 / months <= 6), 240)
    found = []
    for month in range(first.year * 12 + first.month, last.year * 12 + last.month):
        if month % every == 0:
            day = date(month // 12, month % 12 + 1, 1)
            label = str(day.year) if day.month == 1 else MONTHS[day.month - 1][:3].title()
            found.append((across.at(day.toordinal()), label))
    return found


Step = tuple[float, float, float | None, float | None]
"""A day, the share from then on, 0–1, and its limits; None where a limit is not known."""


def survival(caption: Caption, curve: Sequence[Step], median: float | None) -> str:
    """The share still on the way, day by day, in steps, with its band; a dashed line at the median."""
    steps: list[Step] = [(0, 1, None, None), *sorted(curve)]
    marks = steps_of(max(*(step[0] for step in steps), median or 0))
    across, up = _Scale(0, marks[-1], _LEFT + 4, _RIGHT), _Scale(0, 1, _BOTTOM, _TOP + 2)
    ends = [*(step[0] for step in steps[1:]), steps[-1][0]]

    def pieces() -> Iterator[str]:
        yield from _levels(up, [(0, "0 %"), (0.5, "50 %"), (1, "100 %")])
        for (day, _, low, high), end in zip(steps, ends, strict=True):
            if low is not None and high is not None and end > day:
                x, y = across.at(day), up.at(high)
                yield area(
                    f"M{num(x)} {num(y)}H{num(across.at(end))}V{num(up.at(low))}H{num(x)}z", opacity=0.2
                )
        path = f"M{num(across.at(0))} {num(up.at(1))}"
        for (_, share, _, _), end in zip(steps, ends, strict=True):
            path += f"V{num(up.at(share))}H{num(across.at(end))}"
        yield stroke(path, width=2.5, join="miter")
        if median is not None:
            x = across.at(median)
            yield stroke(f"M{num(x)} {num(up.at(0.5))}V{_BOTTOM}", role="other", dash="5 4")
            yield dot(x, up.at(0.5), 4, role="other")
        yield _axis()
        for day in marks:
            yield words(across.at(day), _BOTTOM + 18, str(day), role="quiet", anchor="middle")
        yield words(_RIGHT, _BOTTOM + 36, "days since the rejection", role="quiet", anchor="end")
        yield stroke(f"M{_LEFT} {_BOTTOM + 54}h18", width=2.5)
        yield words(_LEFT + 24, _BOTTOM + 58, "still on the way, with its 95 % band")
        if median is not None:
            yield dot(_LEFT + 9, _BOTTOM + 74, 4, role="other")
            yield words(_LEFT + 24, _BOTTOM + 78, f"half are back by day {median:g}")

    return picture(caption, _BOTTOM + 90, pieces())


@dataclass(frozen=True)
class Change:
    """How a mood differs from what it was before, in points, and the limits of that."""

    label: str
    median: float
    low: float | None = None
    high: float | None = None


def slopes(caption: Caption, ways: Sequence[tuple[Sequence[Change], bool]]) -> str:
    """Lines from nothing, the mood before, to each change in turn; `True` beside one draws it dashed.

    All begin at the left; the last change of each stands at the right. There is one or more of each.
    """
    every = [change for way, _ in ways for change in way]
    reach = max(1.0, *(abs(value) for one in every for value in (one.median, one.low or 0, one.high or 0)))
    up = _Scale(-reach, reach, _BOTTOM - 6, _TOP + 8)
    places = [_LEFT + 30, _LEFT + 170, _RIGHT - 40]
    whiskers = any(one.low is not None and one.high is not None for one in every)

    def pieces() -> Iterator[str]:
        yield from _levels(up, [(value, signed(value, 1)) for value in (-reach, 0, reach)])
        for way, dashed in ways:
            role = "other" if dashed else "main"
            at = [(places[0], up.at(0)), *((x, up.at(one.median)) for x, one in _placed(places, way))]
            for (x, y), (to_x, to_y) in pairwise(at):
                yield stroke(f"M{num(x)} {num(y)}L{num(to_x)} {num(to_y)}", role=role, dash="6 5" * dashed)
            for x, one in _placed(places, way):
                shifted = x + 8 * dashed
                if one.low is not None and one.high is not None:
                    yield stroke(
                        f"M{num(shifted)} {num(up.at(one.low))}V{num(up.at(one.high))}", role=role, width=1.5
                    )
                yield dot(x, up.at(one.median), 5, role=role, hollow=dashed)
        yield dot(places[0], up.at(0), 4, role="ink")
        for x, label in zip(places, ("before", "right after", "next day"), strict=True):
            yield words(x, _BOTTOM + 18, label, role="quiet", anchor="middle")
        if whiskers:
            y = _BOTTOM + 40 + 20 * len(ways)
            yield stroke(f"M{_LEFT + 9} {y - 11}v14", role="quiet", width=1.5)
            yield words(_LEFT + 24, y, "upright: the range that it likely lies in (95 %)", role="quiet")
        for row, (way, dashed) in enumerate(ways):
            y, role = _BOTTOM + 40 + 20 * row, "other" if dashed else "main"
            yield stroke(f"M{_LEFT} {y - 4}h18", role=role, dash="6 5" * dashed)
            yield words(_LEFT + 24, y, ", ".join(f"{one.label} {signed(one.median, 1)}" for one in way))

    return picture(caption, _BOTTOM + 34 + 20 * (len(ways) + whiskers), pieces())


def _placed(places: Sequence[float], way: Sequence[Change]) -> list[tuple[float, Change]]:
    return list(zip(places[-len(way) :], way, strict=True))


def _levels(up: _Scale, levels: Sequence[tuple[float, str]]) -> Iterator[str]:
    for value, label in levels:
        y = up.at(value)
        yield stroke(f"M{_LEFT} {num(y)}H{_RIGHT}", role="rule", width=0.5)
        yield words(_LEFT - 6, y + 4, label, role="quiet", anchor="end")


def _axis() -> str:
    return stroke(f"M{_LEFT} {_BOTTOM}H{_RIGHT}", role="rule", width=1)
