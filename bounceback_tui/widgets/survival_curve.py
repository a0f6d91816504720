"""How long it takes: the share not yet back to usual, day by day, with its confidence band."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.widgets.drawing import (
    AXIS,
    LINE,
    PICTURE_CSS,
    Braille,
    Cell,
    braille,
    fitting,
    stacked,
    styled,
)

Step = tuple[float, float, float | None, float | None]
"""A day, the share 0–1 from then on, and its limits; None where a limit is not known."""

MIN_WIDTH, MIN_HEIGHT = 30, 6
"""The smallest picture, in cells."""

_LEFT = 7  # cells for "100 % ┤"
_BELOW = 3  # rows for the axis, the days and the legend
_NICE = (1, 2, 5, 7, 10, 14, 20, 30, 50, 60, 100, 200, 365, 500, 1000)


@dataclass(frozen=True)
class _Frame:
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


def draw_survival(curve: Sequence[Step], median: float | None, width: int, height: int) -> Content:
    """The picture, `width` × `height` cells (at least 30 × 6); the band is shaded ░, ┊ marks the median."""
    if not curve:
        return Content.styled("Nothing to draw yet.", AXIS)
    steps = sorted(curve, key=lambda step: step[0])
    if steps[0][0] > 0:
        steps.insert(0, (0, 1.0, 1.0, 1.0))
    columns, rows = max(width, MIN_WIDTH) - _LEFT, max(height, MIN_HEIGHT) - _BELOW
    frame = _Frame(max(steps[-1][0], median or 0, 1), columns, rows)
    ticks = _ticks(frame)
    return stacked(
        [
            *_plot(frame, steps, median),
            _axis(frame, ticks, median),
            _days(ticks, columns),
            _legend(steps, median, columns + _LEFT),
        ]
    )


def _at(steps: Sequence[Step], day: float) -> Step:
    """The step that holds on `day`."""
    return max((step for step in steps if step[0] <= day), key=lambda step: step[0])


def _plot(frame: _Frame, steps: Sequence[Step], median: float | None) -> Iterator[Content]:
    line = Braille(frame.columns, frame.rows)
    before = frame.dot_row(1)
    for x in range(line.width):
        row = frame.dot_row(_at(steps, frame.day(x, line.width))[1])
        line.upright(x, before, row)
        before = row
    bands = [_band(frame, _at(steps, frame.day(column, frame.columns))) for column in range(frame.columns)]
    half = frame.dot_row(0.5) // 4
    middle = None if median is None else frame.column(median)
    labels = {0: "100 % ┤", half: " 50 % ┼", frame.rows - 1: "  0 % ┤"}
    for row in range(frame.rows):
        cells: list[Cell] = [(labels.get(row, "      │"), AXIS)]
        for column, (top, bottom) in enumerate(bands):
            if bits := line.bits(column, row):
                cells.append((braille(bits), LINE))
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
    step = next((step for step in _NICE if step / frame.days * frame.columns >= 7), _NICE[-1])
    return [(frame.column(day), str(day)) for day in range(0, int(frame.days) + 1, step)]


def _axis(frame: _Frame, ticks: Sequence[tuple[int, str]], median: float | None) -> Content:
    marks = {column for column, _ in ticks}
    cells: list[Cell] = [("      └", AXIS)]
    cells += [("┬" if column in marks else "─", AXIS) for column in range(frame.columns)]
    if median is not None:
        cells[1 + frame.column(median)] = ("▾", "bold $text")
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


class SurvivalCurve(Widget):
    """`draw_survival` in whatever room there is."""

    DEFAULT_CSS = f"SurvivalCurve {{ height: 12; min-height: {MIN_HEIGHT}; {PICTURE_CSS} }}"

    curve: reactive[tuple[Step, ...]] = reactive(())
    """The steps, in any order."""

    median: reactive[float | None] = reactive(None)
    """The day by which half were back; None where not known."""

    def __init__(
        self,
        curve: tuple[Step, ...] = (),
        median: float | None = None,
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes or "stretched")
        self.set_reactive(SurvivalCurve.curve, curve)
        self.set_reactive(SurvivalCurve.median, median)

    def render(self) -> Content:
        """The picture for the present size."""
        return draw_survival(self.curve, self.median, *self.size)
