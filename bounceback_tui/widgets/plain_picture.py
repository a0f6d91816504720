"""What a picture shows, in words: a line for each of its marks, for plain mode."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from bounceback_tui.widgets.drawing import AXIS, FOCUS_MARK, stacked
from bounceback_tui.widgets.picture import Picture, RowPicture
from bounceback_tui.widgets.safe import safe, safe_line
from bounceback_tui.widgets.sentences import in_lines

_MOST = 12
"""Lines at most; the others come in sight as the cursor walks."""

_MOST_OF_ONE = 4
"""Lines at most of one mark."""

_MARGIN = len(FOCUS_MARK)


class Words(Static):
    """A few lines of ours below each other; nothing at all where there is none."""

    DEFAULT_CSS = "Words { margin-top: 1; }"

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__(stacked(safe(line) for line in lines), markup=False)
        self.display = bool(lines)


class PlainPicture(RowPicture):
    """The marks of another picture under each other; keys, and what they lead to, are the same.

    A mark has as many lines as it needs, so nothing of it has to be said once more below.
    """

    SAID = 0

    def __init__(self, picture: Picture) -> None:
        """`picture` is what would be drawn; it is not shown itself."""
        super().__init__(picture.marks, cursor=picture.cursor)

    def lines(self, width: int) -> int:
        """Those of all marks, and where these are too many, one more above them: which are in sight."""
        return self._all(width) or _MOST + 1

    def draw(self, width: int, height: int, marked: int | None) -> Content:
        """The marks in sight."""
        here = self._in_sight(width)
        lines = []
        if here and not self._all(width):
            told = f"  {min(here) + 1} to {max(here) + 1} of {len(self.marks)}"
            lines = [Content.styled(told, AXIS)]
        for at, words in here.items():
            lead = Content.styled(FOCUS_MARK if at == marked else " " * _MARGIN, "$accent")
            for line in words:
                lines.append(lead + (line.stylize("bold") if at == marked else line))
                lead = Content(" " * _MARGIN)
        return stacked(lines)

    def mark_at(self, x: int, y: int, width: int, height: int) -> int | None:
        """The mark of a line."""
        rows = [at for at, words in self._in_sight(width).items() for _ in words]
        place = y - (not self._all(width))
        return rows[place] if 0 <= place < len(rows) else None

    def _all(self, width: int) -> int:
        """Lines of all marks; 0 where these are more than are shown at once."""
        if len(self.marks) > _MOST:
            return 0  # known without breaking the lines of each of them
        lines = sum(len(self._of(at, width)) for at in range(len(self.marks)))
        return lines if lines <= _MOST else 0

    def _in_sight(self, width: int) -> dict[int, list[Content]]:
        """The lines of the marks in sight, with the one under the cursor in the middle where it can be."""
        if not self.marks:
            return {}
        found = {self.cursor: self._of(self.cursor, width)}
        room = _MOST - len(found[self.cursor])
        ends = {-1: self.cursor, 1: self.cursor}
        while ends:
            for step in tuple(ends):
                at = ends[step] + step
                words = self._of(at, width) if 0 <= at < len(self.marks) else []
                if not words or len(words) > room:
                    del ends[step]
                    continue
                ends[step] = at
                found[at] = words
                room -= len(words)
        return dict(sorted(found.items()))

    def _of(self, at: int, width: int) -> list[Content]:
        """The lines of a mark."""
        room = max(width - _MARGIN, 1)
        lines = in_lines(safe_line(self.marks[at]), room)
        if len(lines) <= _MOST_OF_ONE:
            return lines
        rest = Content(" ").join(lines[_MOST_OF_ONE - 1 :]).truncate(room, ellipsis=True)
        return [*lines[: _MOST_OF_ONE - 1], rest]
