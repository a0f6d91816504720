"""Moods from one time to the next: a thick line for the median, thin ones for each case, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from textual.content import Content

from bounceback_tui.domain.checkin import SCALE
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.widgets.drawing import AXIS, LINE, Braille, Cell, braille, padded, stacked, styled
from bounceback_tui.widgets.picture import Picture
from bounceback_tui.widgets.safe import safe_line

Path = tuple[float | None, ...]
"""A mood of 1–9 at each time; None where there is none."""

ROWS = len(SCALE)
"""A row for each mood."""

POINT, CASE, MARKED = "●", "○", "◆"
"""Where the median stands, where single cases do, and where the marked one does."""

_HIGHEST = SCALE[-1]
_LEFT = 3  # cells for "9 ┤"
_GAP = 2  # cells between two panels
_WIDEST = 24  # cells that a time takes at most
_HALVES = "▀▄"
_MARKED_STYLE = "bold $text-accent"
_MEDIAN_STYLE = "bold $text"
_FIGURE_STYLE = "$foreground"


class Panel(Frozen):
    """Some times side by side, and what they show."""

    title: str
    times: tuple[str, ...]
    """What stands below each time."""
    figures: tuple[str, ...]
    """What stands below that: the value of the median; empty for none."""
    median: Path
    """The thick line."""
    cases: tuple[Path, ...] = ()
    """The thin lines."""


class _Frame(Frozen):
    """Where a panel lies in a picture."""

    panel: Panel
    left: int
    unit: int
    """Cells for each time."""

    @property
    def width(self) -> int:
        return self.unit * len(self.panel.times)

    def column(self, time: int) -> int:
        """The column of a time, counted from the left of the panel."""
        return self.unit * time + self.unit // 2

    def points(self, path: Path) -> list[tuple[int, float]]:
        """Column and mood of each time that has one."""
        return [(self.column(time), mood) for time, mood in enumerate(path) if mood is not None]

    def line(self, path: Path, parts: int) -> Iterator[tuple[int, float]]:
        """Places along the line of a path, so many to a column, and the mood at each."""
        begin = 0
        for (first, start), (last, end) in pairwise(self.points(path)):
            for place in range(max(first * parts, begin), last * parts + 1):
                yield place, start + (end - start) * (place / parts - first) / (last - first)
            begin = last * parts + 1


def _frames(panels: Sequence[Panel], width: int) -> list[_Frame]:
    room = width - _LEFT - _GAP * (len(panels) - 1)
    unit = max(min(room // max(sum(len(panel.times) for panel in panels), 1), _WIDEST), 1)
    frames, left = [], _LEFT
    for panel in panels:
        frames.append(_Frame(panel, left, unit))
        left += unit * len(panel.times) + _GAP
    return frames


def draw_slopes(panels: Sequence[Panel], width: int, marked: int | None = None) -> Content:
    """The picture, `width` cells wide (60 and more read well) and 12 lines high.

    `marked` is the index of a case of the first panel.
    """
    frames = _frames(panels, width)
    grids = [_grid(frame, None if place else marked) for place, frame in enumerate(frames)]
    lines = [_side_by_side(frames, [_title(frame) for frame in frames])]
    for row in range(ROWS):
        cells: list[Cell] = [(f"{_HIGHEST - row} ┤", AXIS)]
        for place, grid in enumerate(grids):
            cells += [(" " * _GAP, "")] if place else []
            cells += grid[row]
        lines.append(styled(cells))
    lines.append(_side_by_side(frames, [_below(frame, frame.panel.times, AXIS) for frame in frames]))
    lines.append(
        _side_by_side(frames, [_below(frame, frame.panel.figures, _FIGURE_STYLE) for frame in frames])
    )
    return stacked(lines)


def case_at(panels: Sequence[Panel], x: int, y: int, width: int) -> int | None:
    """The latest case of the first panel whose line runs through a cell of the picture."""
    frames = _frames(panels, width)
    if not frames or y not in range(1, ROWS + 1):
        return None
    mood = _HIGHEST - (y - 1)
    near = [
        (abs(height - mood), -place)
        for place, path in enumerate(frames[0].panel.cases)
        if (height := dict(frames[0].line(path, 1)).get(x - _LEFT)) is not None
    ]
    distance, place = min(near, default=(1.0, 0))
    return -place if distance <= 0.5 else None


def _title(frame: _Frame) -> Content:
    return safe_line(frame.panel.title, frame.width, "bold")


def _side_by_side(frames: Sequence[_Frame], pieces: Sequence[Content]) -> Content:
    line = Content(" " * _LEFT)
    for frame, piece in zip(frames, pieces, strict=True):
        line = padded(line, frame.left) + piece
    return line


def _below(frame: _Frame, words: Sequence[str], style: str) -> Content:
    """Words below their times, each in the middle of its room."""
    pieces = [safe_line(word, frame.unit, style) for word in words]
    line = Content("")
    for time, piece in enumerate(pieces):
        at = max(frame.column(time) - piece.cell_length // 2, 0)
        at = min(at, frame.unit * (time + 1) - piece.cell_length)
        line = padded(line, at) + piece
    return line


def _grid(frame: _Frame, marked: int | None) -> list[list[Cell]]:
    """The rows of a panel, from the highest mood down."""
    grid: list[list[Cell]] = [[(" ", "")] * frame.width for _ in range(ROWS)]
    for time in range(len(frame.panel.times)):
        for cells in grid:
            cells[frame.column(time)] = ("┊", AXIS)
    cases = frame.panel.cases
    _put_thin(grid, frame, cases, AXIS)
    for path in cases:
        _put_points(grid, frame, path, CASE, AXIS)
    for column, row, sign in _thick(frame):
        grid[row][column] = (sign, LINE)
    if marked is not None and marked < len(cases):
        _put_thin(grid, frame, cases[marked : marked + 1], _MARKED_STYLE)
    _put_points(grid, frame, frame.panel.median, POINT, _MEDIAN_STYLE)
    if marked is not None and marked < len(cases):
        _put_points(grid, frame, cases[marked], MARKED, _MARKED_STYLE)
    return grid


def _put_thin(grid: list[list[Cell]], frame: _Frame, paths: Sequence[Path], style: str) -> None:
    dots = Braille(frame.width, ROWS)
    for path in paths:
        for place, mood in frame.line(path, 2):
            dots.dot(place, _part(mood, 4))
    for row, cells in enumerate(grid):
        for column in range(frame.width):
            if bits := dots.bits(column, row):
                cells[column] = (braille(bits), style)


def _put_points(grid: list[list[Cell]], frame: _Frame, path: Path, sign: str, style: str) -> None:
    for column, mood in frame.points(path):
        grid[_part(mood, 1)][column] = (sign, style)


def _thick(frame: _Frame) -> Iterator[tuple[int, int, str]]:
    """Column, row and sign of each cell of the thick line."""
    for column, mood in frame.line(frame.panel.median, 1):
        row, half = divmod(_part(mood, 2), 2)
        yield column, row, _HALVES[half]


def _part(mood: float, parts: int) -> int:
    """Where a mood lies, from the top, with so many parts to a row; whole moods are in the middle of one."""
    place = int((_HIGHEST - mood + 0.5) * parts)
    return min(max(place, 0), ROWS * parts - 1)


class Slopes(Picture):
    """`draw_slopes` in whatever width there is; the marks are the cases of the first panel."""

    DEFAULT_CSS = "Slopes { height: auto; }"

    def __init__(self, panels: tuple[Panel, ...], marks: Sequence[str] = ()) -> None:
        """`marks` are what each case of the first panel says; the cursor is on the last."""
        super().__init__(marks, cursor=-1)
        self._panels = panels

    def lines(self, width: int) -> int:
        """A title, a row for each mood, the times and their figures."""
        return ROWS + 3

    def draw(self, width: int, height: int, marked: int | None) -> Content:
        """The lines, thick and thin."""
        return draw_slopes(self._panels, width, marked)

    def mark_at(self, x: int, y: int, width: int, height: int) -> int | None:
        """The case whose line runs there."""
        return case_at(self._panels, x, y, width)
