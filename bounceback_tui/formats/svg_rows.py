"""Pictures of rows: shares with their intervals, counts, forecasts beside what came, differences.

A row has its words above what is drawn, so that both have the whole width.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bounceback_tui.formats.svg import (
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

    def pieces() -> Iterator[str]:
        for y, row in _placed(rows):
            few = row.share is None
            yield _said(y, row.label, f"{row.beside}: too few" if few else row.beside)
            yield stroke(f"M{_START} {y + 28}H{_END}", role="rule", width=1, dash="1 5" * few)
            if row.share is None:
                continue
            low, high = (
                x(row.share if row.low is None else row.low),
                x(row.share if row.high is None else row.high),
            )
            yield box(low, y + 22, max(high - low, 1), 12, opacity=0.3)
            yield stroke(f"M{num(low)} {y + 22}v12M{num(high)} {y + 22}v12", width=2)
            yield dot(x(row.share), y + 28)
        yield from _scale(len(rows), [(x(part / 4), f"{part * 25} %") for part in range(5)])

    return picture(caption, _height(len(rows)), pieces())


@dataclass(frozen=True)
class Count:
    """How many, or how long."""

    label: str
    value: float
    beside: str = ""
    """Words for it; the figure where there are none."""


def count_bars(caption: Caption, rows: Sequence[Count], mark: float | None = None, unit: str = "") -> str:
    """A bar for each count from 0; `mark` draws a dashed line through all, such as a usual time.

    Raises ValueError for no rows.
    """
    scale = steps_of(max(*(row.value for row in rows), mark or 0, 1))

    def x(value: float) -> float:
        return _START + value / scale[-1] * (_END - _START)

    def pieces() -> Iterator[str]:
        for y, row in _placed(rows):
            yield _said(y, row.label, row.beside or f"{row.value:g}")
            yield stroke(f"M{_START} {y + 20}v16", role="rule", width=1)
            if row.value:
                yield box(_START, y + 21, x(row.value) - _START, 13)
        if mark is not None:
            for y, _ in _placed(rows):
                yield stroke(f"M{num(x(mark))} {y + 18}v20", role="other", dash="4 3")
        yield from _scale(len(rows), [(x(value), str(value)) for value in scale], unit)

    return picture(caption, _height(len(rows)) + 18 * bool(unit), pieces())


@dataclass(frozen=True)
class Pair:
    """What was expected, and what came; both in days."""

    label: str
    forecast: float
    actual: float
    over: bool = True
    """False where it is only known that it takes longer than `actual`."""


def paired_dots(caption: Caption, rows: Sequence[Pair]) -> str:
    """A ring for each forecast and a dot for what came, joined; an arrow where it goes on.

    Raises ValueError for no rows.
    """
    scale = steps_of(max(max(row.forecast, row.actual) for row in rows))

    def x(value: float) -> float:
        return _START + value / scale[-1] * (_END - _START - 12)

    def pieces() -> Iterator[str]:
        for y, row in _placed(rows):
            came = f"{row.actual:g}" if row.over else f"longer than {row.actual:g}"
            yield _said(y, row.label, f"expected {row.forecast:g}, came {came}")
            yield stroke(f"M{_START} {y + 28}H{_END}", role="rule", width=0.5)
            yield stroke(f"M{num(x(row.forecast))} {y + 28}H{num(x(row.actual))}", role="quiet", width=2)
            if not row.over:
                at = num(x(row.actual) + 7)
                yield stroke(f"M{at} {y + 28}h9m-4 -4l4 4l-4 4", width=2)
            yield dot(x(row.actual), y + 28)
            yield dot(x(row.forecast), y + 28, 6, role="other", hollow=True)
        yield from _scale(len(rows), [(x(value), str(value)) for value in scale], "days")
        y = _FIRST + _ROW * len(rows) + 36
        yield dot(_START + 6, y, 6, role="other", hollow=True) + words(_START + 18, y + 4, "expected")
        yield dot(_START + 96, y) + words(_START + 107, y + 4, "came")
        if not all(row.over for row in rows):
            yield stroke(f"M{_START + 156} {y}h9m-4 -4l4 4l-4 4", width=2)
            yield words(_START + 171, y + 4, "takes longer than that")

    return picture(caption, _height(len(rows)) + 26, pieces())


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

    def pieces() -> Iterator[str]:
        yield stroke(
            f"M{num(middle)} {_FIRST + 18}V{_FIRST + _ROW * len(rows)}", role="ink", width=1, dash="3 3"
        )
        for y, row in _placed(rows):
            yield _said(y, row.label, "too few to say yet" if row.value is None else signed(row.value))
            yield stroke(f"M{_START} {y + 28}H{_END}", role="rule", width=0.5)
            if row.value is None:
                continue
            low, high = (
                x(row.value if row.low is None else row.low),
                x(row.value if row.high is None else row.high),
            )
            yield box(low, y + 22, max(high - low, 1), 12, opacity=0.3)
            yield stroke(f"M{num(low)} {y + 22}v12M{num(high)} {y + 22}v12", width=2)
            yield dot(x(row.value), y + 28)
        both = [*(-value for value in reversed(scale[1:])), *scale]
        yield from _scale(len(rows), [(x(value), signed(value)) for value in both], unit)

    return picture(caption, _height(len(rows)) + 18 * bool(unit), pieces())


def _placed(rows: Iterable[Drawn]) -> Iterator[tuple[int, Drawn]]:
    """Each row with the place of its upper edge."""
    return ((_FIRST + _ROW * place, row) for place, row in enumerate(rows))


def _said(y: float, label: str, beside: str) -> str:
    """The words of a row: what it is at the left, its figure at the right."""
    right = fitting(beside, (_END - _START) * 0.6)
    room = _END - _START - 0.56 * 13 * len(right) - 14
    return words(_START, y + 14, fitting(label, room)) + words(
        _END, y + 14, right, role="quiet", anchor="end"
    )


def _scale(rows: int, marks: Sequence[tuple[float, str]], unit: str = "") -> Iterator[str]:
    y = _FIRST + _ROW * rows
    yield stroke(f"M{_START} {y}H{_END}", role="rule", width=1)
    for x, label in marks:
        yield stroke(f"M{num(x)} {y}v4", role="rule", width=1)
        anchor = "start" if x < _START + 14 else "end" if x > _END - 14 else "middle"
        yield words(x, y + 17, label, role="quiet", anchor=anchor)
    if unit:
        yield words(_END, y + 34, unit, role="quiet", anchor="end")


def _height(rows: int) -> float:
    return _FIRST + _ROW * rows + 24
