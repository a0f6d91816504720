"""Shares with their intervals: a point and a line on a track from 0 to 100 %, the counts beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.widgets.drawing import AXIS, LINE, PICTURE_CSS, Cell, stacked, styled
from bounceback_tui.widgets.safe import safe_line

MIN_TRACK, MAX_TRACK = 11, 51
"""Cells of a track; where fewer are left, the label stands above its picture."""

_GAP = 2


@dataclass(frozen=True)
class IntervalRow:
    """One share: `done` of `counted`, and its interval as shares 0–1."""

    label: str
    done: int
    counted: int
    low: float | None = None
    high: float | None = None
    missing: int = 0
    """How many more cases are needed before anything can be said; 0 where there are enough."""

    @property
    def shares(self) -> tuple[float, float, float] | None:
        """Lower limit, share and upper limit; None where there is too little to show any of them."""
        if self.missing > 0 or self.counted <= 0 or self.low is None or self.high is None:
            return None
        return self.low, self.done / self.counted, self.high


def draw_intervals(rows: Sequence[IntervalRow], width: int) -> Content:
    """The picture, `width` cells wide (60 and more read well): a line or two a row, and a scale below."""
    if not rows:
        return Content.styled("Nothing to compare yet.", AXIS)
    counts = max(len(_count(row)) for row in rows)
    words = max(len(_fact(row, counts)) for row in rows)
    fact = max((len(_fact(row, counts)) for row in rows if row.shares), default=0)
    label = max(safe_line(row.label).cell_length for row in rows) + _GAP
    track = min(width - label - fact - _GAP, MAX_TRACK)
    folded = track < MIN_TRACK or label + words > width
    if folded:
        label, track = _GAP, min(max(width - fact - 2 * _GAP, MIN_TRACK), MAX_TRACK)
    lines: list[Content] = []
    for row in rows:
        name = safe_line(row.label, width)
        lines += [name] if folded else []
        lead = Content(" " * label) if folded else name.pad_right(label - name.cell_length)
        lines.append(lead + _picture(row, track, counts, width - label))
    if fact:
        lines.append(Content(" " * label) + _scale(track))
    return stacked(lines)


def _count(row: IntervalRow) -> str:
    return f"{row.done} of {row.counted}"


def _fact(row: IntervalRow, counts: int) -> str:
    count = _count(row).rjust(counts)
    if row.shares is None:
        more = f" ({row.missing} more)" if row.missing > 0 else ""
        return f"{count}  too few to say{more}"
    low, share, high = (round(share * 100) for share in row.shares)
    return f"{count}  {share:3} % ({low}–{high} %)"


def _picture(row: IntervalRow, track: int, counts: int, width: int) -> Content:
    """A track with its facts; where there are too few cases, words in the room of both."""
    fact = _fact(row, counts)
    if row.shares is None:
        return Content.styled(" " * max(min(track + _GAP, width - len(fact)), 0) + fact, AXIS)
    low, point, high = (_cell(share, track) for share in row.shares)
    cells: list[Cell] = [("┈", AXIS)] * track
    cells[low : high + 1] = [("━", LINE)] * (high - low + 1)
    cells[low], cells[high] = ("┣", LINE), ("┫", LINE)
    cells[point] = ("●", "bold $text")
    return styled(cells) + Content(" " * _GAP + fact)


def _cell(share: float, width: int) -> int:
    return round(min(max(share, 0.0), 1.0) * (width - 1))


def _scale(width: int) -> Content:
    ends, middle = "0".ljust(width - 5) + "100 %", _cell(0.5, width) - 1
    if middle + 3 < width - 5:
        ends = ends[:middle] + "50 " + ends[middle + 3 :]
    return Content.styled(ends, AXIS)


class IntervalBars(Widget):
    """`draw_intervals` in whatever width there is; as high as it needs to be."""

    DEFAULT_CSS = f"IntervalBars {{ height: auto; {PICTURE_CSS} }}"

    rows: reactive[tuple[IntervalRow, ...]] = reactive((), layout=True)
    """The shares to show, top to bottom."""

    def __init__(
        self, rows: tuple[IntervalRow, ...] = (), *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.set_reactive(IntervalBars.rows, rows)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines that the picture takes at this width."""
        return draw_intervals(self.rows, width).plain.count("\n") + 1

    def render(self) -> Content:
        """The picture for the present width."""
        return draw_intervals(self.rows, self.content_size.width)
