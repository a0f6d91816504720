"""Pictures of rows: shares with their intervals, counts, forecasts beside what came, differences.

A row has its words above what is drawn, so that both have the whole width. Where the words of a row and its
figure do not fit beside each other, every row of the picture has a line for each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bounceback_tui.formats.report import line
from bounceback_tui.formats.svg import (
    LETTER,
    WIDTH,
    Caption,
    box,
    dot,
    fitting,
    num,
    picture,
    signed,
    steps_of,
    stroke,
    words,
)

Drawn = TypeVar("Drawn")

_ROW = 44
_LINE = 16
"""What a second line of words adds to a row."""
_FIRST = 6
_START, _END = 10, WIDTH - 12


@dataclass(frozen=True)
class Share:
    """A share and the interval that it lies in."""

    label: str
    beside: str
    """What it is counted from: "5 of 12"."""
    share: float | None
    """0–1; None where there are too few."""
    low: float | None = None
    high: float | None = None


def interval_bars(caption: Caption, rows: Sequence[Share]) -> str:
    """A dot for each share and a bar for its interval, on a scale from 0 to 100 %."""

    def x(share: float) -> float:
        return _START + share * (_END - _START)

    laid = _Rows([(row.label, row.beside + ": too few" * (row.share is None)) for row in rows])

    def pieces() -> Iterator[str]:
        for y, row, said in laid.placed(rows):
            few = row.share is None
            yield said
            yield stroke(f"M{_START} {y + 28}H{_END}", role="rule", width=1, dash="1 5" * few)
            if row.share is None:
                continue
            yield from _interval(y, x, row.share, row.low, row.high)
        yield from _scale(laid.end, [(x(part / 4), f"{part * 25} %") for part in range(5)])

    return picture(caption, laid.end + 24, pieces())


@dataclass(frozen=True)
class Count:
    """How many, or how long."""

    label: str
    value: float
    beside: str = ""
    """Words for it; the figure where there are none."""


def count_bars(caption: Caption, rows: Sequence[Count], mark: float | None = None, unit: str = "") -> str:
    """A bar for each count from 0; `mark` draws a dashed line through all, such as a usual time."""
    scale = steps_of(max(*(row.value for row in rows), mark or 0, 1))

    def x(value: float) -> float:
        return _START + value / scale[-1] * (_END - _START)

    laid = _Rows([(row.label, row.beside or f"{row.value:g}") for row in rows])

    def pieces() -> Iterator[str]:
        for y, row, said in laid.placed(rows):
            yield said
            yield stroke(f"M{_START} {y + 20}v16", role="rule", width=1)
            if row.value:
                yield box(_START, y + 21, x(row.value) - _START, 13)
        if mark is not None:
            for y, _, _ in laid.placed(rows):
                yield stroke(f"M{num(x(mark))} {y + 18}v20", role="other", dash="4 3")
        yield from _scale(laid.end, [(x(value), str(value)) for value in scale], unit)

    return picture(caption, laid.end + 24 + 18 * bool(unit), pieces())


@dataclass(frozen=True)
class Pair:
    """What was expected, and what came; both in days."""

    label: str
    forecast: float
    actual: float
    over: bool = True
    """False where it is only known that it takes longer than `actual`."""

    @property
    def words(self) -> str:
        """ "expected 14, came 8", or "expected 10, longer than 4 days"."""
        came = f"came {self.actual:g}"
        if not self.over:
            came = f"longer than {self.actual:g} {'day' if self.actual == 1 else 'days'}"
        return f"expected {self.forecast:g}, {came}"


def paired_dots(caption: Caption, rows: Sequence[Pair]) -> str:
    """A ring for each forecast and a dot for what came, joined; an arrow where it goes on.

    Raises ValueError for no rows.
    """
    scale = steps_of(max(max(row.forecast, row.actual) for row in rows))

    def x(value: float) -> float:
        return _START + value / scale[-1] * (_END - _START - 12)

    laid = _Rows([(row.label, row.words) for row in rows])

    def pieces() -> Iterator[str]:
        for y, row, said in laid.placed(rows):
            yield said
            yield stroke(f"M{_START} {y + 28}H{_END}", role="rule", width=0.5)
            yield stroke(f"M{num(x(row.forecast))} {y + 28}H{num(x(row.actual))}", role="quiet", width=2)
            if not row.over:
                at = num(x(row.actual) + 7)
                yield stroke(f"M{at} {y + 28}h9m-4 -4l4 4l-4 4", width=2)
            yield dot(x(row.actual), y + 28)
            yield dot(x(row.forecast), y + 28, 6, role="other", hollow=True)
        yield from _scale(laid.end, [(x(value), str(value)) for value in scale], "days")
        y = laid.end + 36
        yield dot(_START + 6, y, 6, role="other", hollow=True) + words(_START + 18, y + 4, "expected")
        yield dot(_START + 96, y) + words(_START + 107, y + 4, "came")
        if not all(row.over for row in rows):
            yield stroke(f"M{_START + 156} {y}h9m-4 -4l4 4l-4 4", width=2)
            yield words(_START + 171, y + 4, "takes longer than that")

    return picture(caption, laid.end + 24 + 26, pieces())


@dataclass(frozen=True)
class Difference:
    """A difference and the interval that it lies in; None where there are too few."""

    label: str
    value: float | None
    low: float | None = None
    high: float | None = None


def difference_bars(caption: Caption, rows: Sequence[Difference], unit: str = "") -> str:
    """A dot for each difference and a bar for its interval, left or right of nothing."""
    values = [value for row in rows for value in (row.value, row.low, row.high) if value is not None]
    scale = steps_of(max((abs(value) for value in values), default=1), 3)
    middle = (_START + _END) / 2

    def x(value: float) -> float:
        return middle + value / scale[-1] * (_END - middle - 8)

    laid = _Rows(
        [(row.label, "too few to say yet" if row.value is None else signed(row.value)) for row in rows]
    )

    def pieces() -> Iterator[str]:
        for y, row, said in laid.placed(rows):
            yield said
            yield stroke(f"M{num(middle)} {y + 17}v22", role="ink", width=1, dash="3 3")
            yield stroke(f"M{_START} {y + 28}H{_END}", role="rule", width=0.5)
            if row.value is None:
                continue
            yield from _interval(y, x, row.value, row.low, row.high)
        both = [*(-value for value in reversed(scale[1:])), *scale]
        yield from _scale(laid.end, [(x(value), signed(value)) for value in both], unit)

    return picture(caption, laid.end + 24 + 18 * bool(unit), pieces())


class _Rows:
    """Where rows lie, by their words at the left and their figures at the right."""

    def __init__(self, said: Sequence[tuple[str, str]]) -> None:
        self._said = said
        self._more = (
            0 if all(fitting(label, _room(beside)) == line(label) for label, beside in said) else _LINE
        )
        self._high = _ROW + self._more
        self.end = _FIRST + self._high * len(said)
        """The lower edge of the last one."""

    def placed(self, rows: Iterable[Drawn]) -> Iterator[tuple[int, Drawn, str]]:
        """Each row with the place from which it is drawn, and its words."""
        for place, (row, (label, beside)) in enumerate(zip(rows, self._said, strict=True)):
            y = _FIRST + self._high * place + self._more
            room = _END - _START if self._more else _room(beside)
            left = words(_START, y + 14 - self._more, fitting(label, room))
            right = words(_END, y + 14, _figure(beside), role="quiet", anchor="end")
            yield y, row, left + right


def _interval(
    y: int, x: Callable[[float], float], value: float, low: float | None, high: float | None
) -> Iterator[str]:
    """A dot at a value and a bar for the interval that it lies in; `x` says where each lies."""
    start, end = x(value if low is None else low), x(value if high is None else high)
    yield box(start, y + 22, max(end - start, 1), 12, opacity=0.3)
    yield stroke(f"M{num(start)} {y + 22}v12M{num(end)} {y + 22}v12", width=2)
    yield dot(x(value), y + 28)


def _figure(beside: str) -> str:
    return fitting(beside, (_END - _START) * 0.6)


def _room(beside: str) -> float:
    """For the words of a row, beside its figure."""
    return _END - _START - 0.56 * LETTER * len(_figure(beside)) - 14


def _scale(y: float, marks: Sequence[tuple[float, str]], unit: str = "") -> Iterator[str]:
    yield stroke(f"M{_START} {y}H{_END}", role="rule", width=1)
    for x, label in marks:
        yield stroke(f"M{num(x)} {y}v4", role="rule", width=1)
        anchor = "start" if x < _START + 14 else "end" if x > _END - 14 else "middle"
        yield words(x, y + 17, label, role="quiet", anchor=anchor)
    if unit:
        yield words(_END, y + 34, unit, role="quiet", anchor="end")
