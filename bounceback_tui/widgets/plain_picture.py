"""What a picture shows, in words: a line for each of its marks, for plain mode."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from bounceback_tui.widgets.drawing import AXIS, FOCUS_MARK, stacked
from bounceback_tui.widgets.picture import Picture, RowPicture
from bounceback_tui.widgets.safe import safe, safe_line

_MOST = 12
"""Lines at most; the others come in sight as the cursor walks."""

_MARGIN = len(FOCUS_MARK)


class Words(Static):
    """A few lines of ours below each other; nothing at all where there is none."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__(stacked(safe(line) for line in lines), markup=False)
        self.display = bool(lines)


class PlainPicture(RowPicture):
    """The marks of another picture under each other; keys, and what they lead to, are the same."""

    SAID = 2

    def __init__(self, picture: Picture) -> None:
        """`picture` is what would be drawn; it is not shown itself."""
        super().__init__(picture.marks, cursor=picture.cursor)

    def lines(self, width: int) -> int:
        """A line for each mark, and above them which are in sight, where that is not all."""
        return len(self.marks) if len(self.marks) <= _MOST else _MOST + 1

    def draw(self, width: int, height: int, marked: int | None) -> Content:
        """The marks in sight."""
        first = self._first
        here = self.marks[first : first + _MOST]
        more = len(self.marks) > _MOST
        told = f"  {first + 1} to {first + len(here)} of {len(self.marks)}"
        lines = [Content.styled(told, AXIS)] if more else []
        lines += [self._line(first + place, words, width, marked) for place, words in enumerate(here)]
        return stacked(lines)

    def mark_at(self, x: int, y: int, width: int, height: int) -> int | None:
        """The mark of a line."""
        place = y - (len(self.marks) > _MOST)
        at = self._first + place
        return at if 0 <= place < _MOST and at < len(self.marks) else None

    @property
    def _first(self) -> int:
        """The first mark in sight; the one under the cursor is in the middle where it can be."""
        return max(min(self.cursor - _MOST // 2, len(self.marks) - _MOST), 0)

    @staticmethod
    def _line(at: int, words: str, width: int, marked: int | None) -> Content:
        here = at == marked
        mark = Content.styled(FOCUS_MARK if here else " " * _MARGIN, "$accent")
        return mark + safe_line(words, width - _MARGIN, "bold" if here else "")
