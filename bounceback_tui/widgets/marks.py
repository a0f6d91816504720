"""The words that were searched for, marked where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content

from bounceback_tui.domain.query import Query

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.segment import Segment

_STYLE = "bold underline"


def marks_of(query: Query) -> re.Pattern[str] | None:
    """What to mark for a query, None where it looks for no words.

    It finds a little less than the search does, which also knows other endings of a word.
    """
    words = sorted({term.text for term in query.words if not term.negated}, key=len, reverse=True)
    if not words:
        return None
    found = "|".join(r"\s+".join(map(re.escape, word.split())) for word in words)
    return re.compile(rf"(?<!\w)(?:{found})", re.IGNORECASE)


def marked(text: Content, marks: re.Pattern[str] | None) -> Content:
    """`text` with its marks."""
    return text.highlight_regex(marks, style=_STYLE) if marks else text


class Marked:
    """Something to render, such as Markdown, with marks on what comes out."""

    def __init__(self, inner: RenderableType, marks: re.Pattern[str]) -> None:
        self._inner = inner
        self._marks = marks

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[Segment]:
        from rich.style import Style  # noqa: PLC0415 - only needed once somebody searches

        style = Style.parse(_STYLE)
        for segment in console.render(self._inner, options):
            start = 0
            for match in self._marks.finditer(segment.text):
                yield segment._replace(text=segment.text[start : match.start()])
                yield segment._replace(text=match[0], style=(segment.style or Style()) + style)
                start = match.end()
            yield segment._replace(text=segment.text[start:])
