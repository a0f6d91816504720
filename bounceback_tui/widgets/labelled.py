"""Lines of a label and what it names, wrapped so that the label stands free."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.widgets.fitted import InLines

Labelled = tuple[str, Content]
"""A label of our own and its text; an empty label goes on with the one above, an empty text is a heading."""

_GAP = 2
_NARROW = 26  # cells that the texts need beside their labels; with less they stand below


class LabelledLines(InLines, Widget):
    """Labels in a column of their own, headings above them."""

    DEFAULT_CSS = "LabelledLines { height: auto; }"

    lines: reactive[tuple[Labelled, ...]] = reactive((), layout=True)
    """What is shown."""

    def lines_at(self, width: int) -> list[Content]:
        """Labels beside what they name, or above it where it is narrow."""
        return labelled_lines(self.lines, width)


def labelled_lines(lines: Sequence[Labelled], width: int) -> list[Content]:
    """The lines as drawn within so many cells."""
    column = max((len(label) for label, text in lines if text.plain), default=0) + _GAP
    beside = width - column >= _NARROW
    drawn: list[Content] = []
    for label, text in lines:
        if not text.plain:
            drawn += [Content("")] * bool(drawn) + [Content.styled(label, "bold $text-accent")]
        elif beside:
            drawn += _joined(label, column, text.wrap(width - column))
        else:
            drawn += [Content.styled(label, "$foreground-muted")] * bool(label)
            drawn += [Content(" " * _GAP) + line for line in text.wrap(max(width - _GAP, 1))]
    return drawn


def _joined(label: str, column: int, lines: Iterable[Content]) -> list[Content]:
    heads = [Content.styled(f"{label:<{column}}", "$foreground-muted")]
    return [(heads.pop() if heads else Content(" " * column)) + line for line in lines]
