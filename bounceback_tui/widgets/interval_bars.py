"""Shares with their intervals: a point and a line on a track from 0 to 100 %, the counts beside it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.statistics.words import between
from bounceback_tui.widgets.drawing import AXIS, LINE, Cell, padded, stacked, styled
from bounceback_tui.widgets.picture import RowPicture
from bounceback_tui.widgets.safe import cells_of, safe_line

MIN_TRACK, MAX_TRACK = 11, 51
"""Cells of a track; where fewer are left, the label stands above its picture."""

POINTER = "▸"
"""Stands beside the row that is marked."""

_GAP = 2


class IntervalRow(Frozen):
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

    @property
    def words(self) -> str:
        """ "Screen: 4 of 10, likely between 1 in 6 and 2 in 3"."""
        said = f"{self.label}: {_count(self)}"
        if self.shares is None:
            return f"{said}, {_too_few(self)}"
        return f"{said}, likely {between(self.shares[0], self.shares[2])}"


def draw_intervals(rows: Sequence[IntervalRow], width: int, marked: int | None = None) -> Content:
    """The picture, `width` cells wide (60 and more read well): a line or two a row, and a scale below.

    ▸ stands beside the row that is marked, in the gap before its track.
    """
    if not rows:
        return Content.styled("Nothing to compare yet.", AXIS)
    label, track, counts, fact, folded = _measures(rows, width)
    lines: list[Content] = []
    for index, row in enumerate(rows):
        name = safe_line(row.label, width, "bold" if index == marked else "")
        lines += [name] if folded else []
        lead = Content(" " * label) if folded else padded(name, label)
        if index == marked:
            lead = lead.truncate(label - 1) + Content.styled(POINTER, "bold $text-accent")
        lines.append(lead + _picture(row, track, counts, width - label))
    if fact:
        lines.append(Content(" " * label) + _scale(track))
    return stacked(lines)


def _measures(rows: Sequence[IntervalRow], width: int) -> tuple[int, int, int, int, bool]:
    """Cells of labels, tracks, counts and facts, and whether labels stand above their tracks."""
    counts = max(len(_count(row)) for row in rows)
    words = max(len(_fact(row, counts)) for row in rows)
    fact = max((len(_fact(row, counts)) for row in rows if row.shares), default=0)
    label = max(cells_of(row.label) for row in rows) + _GAP
    track = min(width - label - fact - _GAP, MAX_TRACK)
    folded = track < MIN_TRACK or label + words > width
    if folded:
        label, track = _GAP, min(max(width - fact - 2 * _GAP, MIN_TRACK), MAX_TRACK)
    return label, track, counts, fact, folded


def _count(row: IntervalRow) -> str:
    return f"{row.done} of {row.counted}"


def _fact(row: IntervalRow, counts: int) -> str:
    count = _count(row).rjust(counts)
    if row.shares is None:
        return f"{count}  {_too_few(row)}"
    low, share, high = (round(share * 100) for share in row.shares)
    return f"{count}  {share:3} % ({low}–{high} %)"


def _too_few(row: IntervalRow) -> str:
    return "too few to say" + f" ({row.missing} more)" * (row.missing > 0)


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


class IntervalBars(RowPicture):
    """`draw_intervals` with a mark for each row; as high as it needs to be."""

    SAID = 2

    def __init__(self, rows: Sequence[IntervalRow], marks: Sequence[str] = ()) -> None:
        """`marks` are what the rows say; without them the words of each."""
        super().__init__(marks or tuple(row.words for row in rows))
        self.rows = tuple(rows)
        """The shares to show, top to bottom."""

    def draw(self, width: int, height: int, marked: int | None) -> Content:
        """The rows and their scale."""
        return draw_intervals(self.rows, width, marked)

    def mark_at(self, x: int, y: int, width: int, height: int) -> int | None:
        """The row at a line."""
        folded = bool(self.rows) and _measures(self.rows, width)[-1]
        row = y // 2 if folded else y
        return row if row < len(self.rows) else None

    def lines(self, width: int) -> int:
        """Lines of the rows and their scale."""
        return draw_intervals(self.rows, width).plain.count("\n") + 1
