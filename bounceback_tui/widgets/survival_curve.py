"""How long it takes: the share not yet back to usual, day by day, with its confidence band."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.widgets.drawing import (
    AXIS,
    LINE,
    Braille,
    Cell,
    braille,
    day_step,
    fitting,
    stacked,
    styled,
)
from bounceback_tui.widgets.picture import Picture

Step = tuple[float, float, float | None, float | None]
"""A day, the share 0–1 from then on, and its limits; None where a limit is not known."""

MIN_WIDTH, MIN_HEIGHT = 30, 6
"""The smallest picture, in cells."""

MARKED = "bold $text-accent"
"""Style of the day that is marked."""

_LEFT = 7  # cells for "100 % ┤"
_BELOW = 3  # rows for the axis, the days and the legend


class _Frame(Frozen):
    """Where days and shares lie in a picture."""

    days: float
    columns: int
    rows: int

    def day(self, dots: float, width: int) -> float:
        """The day at a place along a row of `width` places."""
        return dots * self.days / max(width - 1, 1)

    def column(self, day: float) -> int:
        """The column of cells of a day."""
        return round(day / self.days * (self.columns - 1))

    def dot_row(self, share: float) -> int:
        """The row of dots of a share; everybody is at the top."""
        return round((1 - min(max(share, 0.0), 1.0)) * (self.rows * 4 - 1))


def draw_survival(
    curve: Sequence[Step], median: float | None, width: int, height: int, marked: float | None = None
) -> Content:
    """The picture, `width` × `height` cells (at least 30 × 6).

    The band is shaded ░, ┊ and ▾ mark the median, │ and ▲ the day that is `marked`.
    """
    if not curve:
        return Content.styled("Nothing to draw yet.", AXIS)
    steps = sorted(curve, key=lambda step: step[0])
    if steps[0][0] > 0:
        steps.insert(0, (0, 1.0, 1.0, 1.0))
    frame = _frame(steps, median, width, height)
    ticks = _ticks(frame)
    return stacked(
        [
            *_plot(frame, steps, median, marked),
            _axis(frame, ticks, median, marked),
            _days(ticks, frame.columns),
            _legend(steps, median, frame.columns + _LEFT),
        ]
    )


def _frame(steps: Sequence[Step], median: float | None, width: int, height: int) -> _Frame:
    columns, rows = max(width, MIN_WIDTH) - _LEFT, max(height, MIN_HEIGHT) - _BELOW
    return _Frame(max(steps[-1][0], median or 0, 1), columns, rows)


def _at(steps: Sequence[Step], day: float) -> Step:
    """The step that holds on `day`."""
    return max((step for step in steps if step[0] <= day), key=lambda step: step[0])


def _plot(
    frame: _Frame, steps: Sequence[Step], median: float | None, marked: float | None
) -> Iterator[Content]:
    line = Braille(frame.columns, frame.rows)
    before = frame.dot_row(1)
    for x in range(line.width):
        row = frame.dot_row(_at(steps, frame.day(x, line.width))[1])
        line.upright(x, before, row)
        before = row
    bands = [_band(frame, _at(steps, frame.day(column, frame.columns))) for column in range(frame.columns)]
    half = frame.dot_row(0.5) // 4
    middle = None if median is None else frame.column(median)
    looked_at = None if marked is None else frame.column(marked)
    labels = {0: "100 % ┤", half: " 50 % ┼", frame.rows - 1: "  0 % ┤"}
    for row in range(frame.rows):
        cells: list[Cell] = [(labels.get(row, "      │"), AXIS)]
        for column, (top, bottom) in enumerate(bands):
            if bits := line.bits(column, row):
                cells.append((braille(bits), MARKED if column == looked_at else LINE))
            elif column == looked_at:
                cells.append(("│", MARKED))
            elif column == middle and row >= half:
                cells.append(("┊", "bold $text"))
            elif top <= row <= bottom:
                cells.append(("░", AXIS))
            else:
                cells.append(("╌" if row == half else " ", AXIS))
        yield styled(cells)


def _band(frame: _Frame, step: Step) -> tuple[int, int]:
    """First and last row of cells between the limits; none where a limit is not known."""
    _, _, low, high = step
    if low is None or high is None or low == high:
        return 1, 0
    return frame.dot_row(high) // 4, frame.dot_row(low) // 4


def _ticks(frame: _Frame) -> list[tuple[int, str]]:
    """Columns and days to write under the axis, at even steps with room between them."""
    step = day_step(frame.days, frame.columns)
    return [(frame.column(day), str(day)) for day in range(0, int(frame.days) + 1, step)]


def _axis(
    frame: _Frame, ticks: Sequence[tuple[int, str]], median: float | None, marked: float | None
) -> Content:
    marks = {column for column, _ in ticks}
    cells: list[Cell] = [("      └", AXIS)]
    cells += [("┬" if column in marks else "─", AXIS) for column in range(frame.columns)]
    if median is not None:
        cells[1 + frame.column(median)] = ("▾", "bold $text")
    if marked is not None:
        cells[1 + frame.column(marked)] = ("▲", MARKED)
    return styled(cells)


def _days(ticks: Sequence[tuple[int, str]], columns: int) -> Content:
    line = "days"
    for column, label in ticks:
        line = line.ljust(_LEFT + min(column, columns - len(label))) + label
    return Content.styled(line, AXIS)


def _legend(steps: Sequence[Step], median: float | None, width: int) -> Content:
    pieces = [Content.assemble(("⠒⠒", LINE), (" not back to usual", AXIS))]
    if median is not None:
        pieces.insert(0, Content.assemble(("▾", "bold $text"), (f" half by day {median:g}", AXIS)))
    if any(low is not None and high is not None and low < high for _, _, low, high in steps):
        pieces.append(Content.styled("░ 95 % band", AXIS))
    return Content(" " * _LEFT) + fitting(pieces, width - _LEFT)


class SurvivalCurve(Picture):
    """`draw_survival` in whatever room there is; each day of the curve is a mark."""

    DEFAULT_CSS = f"SurvivalCurve {{ height: 12; min-height: {MIN_HEIGHT + 1}; }}"

    STRETCHED = True

    def __init__(self, curve: Sequence[Step], median: float | None, marks: Sequence[str]) -> None:
        """`curve` has the earliest day first; `marks` say of each day what there is to say."""
        super().__init__(marks)
        self._curve = tuple(curve)
        self._median = median

    def draw(self, width: int, height: int, marked: int | None) -> Content:
        """The curve, with an upright on the day that is marked."""
        day = None if marked is None else self._curve[marked][0]
        return draw_survival(self._curve, self._median, width, height, day)

    def mark_at(self, x: int, y: int, width: int, height: int) -> int | None:
        """The day in that column, or the last one before: the share stays as it was then."""
        if not self._curve or x < _LEFT or y >= height - 1:
            return None
        frame = _frame(self._curve, self._median, width, height)
        before = [index for index, step in enumerate(self._curve) if frame.column(step[0]) <= x - _LEFT]
        return before[-1] if before else 0
