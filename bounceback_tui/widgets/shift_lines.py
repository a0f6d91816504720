"""Where sliders stood at first and at the close: two points on a line between two words."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.widgets.drawing import AXIS, LINE, PICTURE_CSS, Cell, fitting, stacked, styled

MIN_TRACK, MAX_TRACK = 11, 41
"""Cells between the words."""

_FIRST, _LAST, _BOTH = "○", "●", "◎"
_GAP = 2


class Shift(Frozen):
    """One slider; a place is 0–100, None where it is not known."""

    low: str
    """The word at 0."""
    high: str
    """The word at 100."""
    first: float | None
    last: float | None


def draw_shifts(rows: Sequence[Shift], width: int) -> Content:
    """A line for each slider, at most `width` cells (50 and more read well), and what the points mean."""
    low, high, facts = (max(map(len, words)) for words in zip(*map(_words, rows), strict=True))
    track = min(max(width - low - high - facts - 3 * _GAP, MIN_TRACK), MAX_TRACK)
    lines = [_legend(rows, width)]
    for row in rows:
        left, right, fact = _words(row)
        lines.append(
            Content.styled(left.rjust(low) + " " * _GAP, AXIS)
            + styled(_track(row, track))
            + Content.styled(" " * _GAP + right.ljust(high) + " " * _GAP, AXIS)
            + Content(fact.rjust(facts))
        )
    return stacked(line.truncate(width) for line in lines)


def _words(row: Shift) -> tuple[str, str, str]:
    """Both ends, and the places: "40 → 62.5"."""
    first, last = ("?" if place is None else f"{round(place, 1):g}" for place in (row.first, row.last))
    return row.low, row.high, f"{first} → {last}"


def _told(row: Shift) -> str:
    places = ((row.first, "at first"), (row.last, "at the close"))
    known = ", ".join(f"{round(place, 1):g} {when}" for place, when in places if place is not None)
    return f"From 0, {row.low}, to 100, {row.high}: {known}"


def _track(row: Shift, width: int) -> list[Cell]:
    cells: list[Cell] = [("┈", AXIS)] * width
    places = [None if place is None else round(place / 100 * (width - 1)) for place in (row.first, row.last)]
    known = [place for place in places if place is not None]
    if len(known) == len(places):
        start, end = min(known), max(known)
        cells[start : end + 1] = [("━", LINE)] * (end + 1 - start)
    for place, sign in zip(places, (_FIRST, _LAST), strict=True):
        if place is not None:
            cells[place] = (_BOTH if places[0] == places[1] else sign, "bold $text")
    return cells


def _legend(rows: Sequence[Shift], width: int) -> Content:
    meant = {_FIRST: "at first", _LAST: "at the close", _BOTH: "both"}
    drawn = {sign for row in rows for sign, _ in _track(row, MAX_TRACK)}
    return fitting(
        [
            Content.assemble((sign, "bold $text"), (f" {words}", AXIS))
            for sign, words in meant.items()
            if sign in drawn
        ],
        width,
    )


class ShiftLines(Widget):
    """`draw_shifts` in whatever width there is."""

    DEFAULT_CSS = f"ShiftLines {{ height: auto; {PICTURE_CSS} }}"

    ALLOW_SELECT = False

    def __init__(self, rows: tuple[Shift, ...]) -> None:
        super().__init__()
        self._rows = rows

    def in_words(self) -> tuple[str, ...]:
        """A line for each slider: "me to them: 40 at first, 62.5 at the close"."""
        return tuple(_told(row) for row in self._rows)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line each, and one that says what the points mean."""
        return len(self._rows) + 1

    def render(self) -> Content:
        """The lines for the present width."""
        return draw_shifts(self._rows, self.content_size.width)
