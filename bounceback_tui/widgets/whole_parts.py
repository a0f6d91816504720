"""Parts that follow each other, such as the stages of something: a line ends between them, never in one."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from bounceback_tui.widgets.fitted import InLines


class WholeParts(InLines, Static):
    """Parts with a sign between them, as many to a line as it takes."""

    parts: reactive[tuple[Content, ...]] = reactive((), layout=True)
    """What is shown."""

    def __init__(self, between: Content, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._between = between

    def lines_at(self, width: int) -> list[Content]:
        """As many parts to a line as it takes."""
        return in_whole(self.parts, self._between, width)


def in_whole(parts: Sequence[Content], between: Content, width: int) -> list[Content]:
    """Lines of at most `width` cells; a part that takes more is wrapped as words are."""
    sign = between.rstrip()
    gap = " " * (between.cell_length - sign.cell_length)
    lines: list[Content] = []
    for place, part in enumerate(parts, 1):
        shown = Content.assemble(part, sign) if place < len(parts) else part
        if lines and lines[-1].cell_length + len(gap) + shown.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], gap, shown)
        else:
            lines += shown.wrap(width) if 0 < width < shown.cell_length else [shown]
    return lines or [Content("")]
