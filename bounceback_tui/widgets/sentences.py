"""What we say in sentences, with its lines broken where it reads well.

No line ends inside of "14 %", "1 in 3", "20 of 23" or "8 days", and no single short word is left over for the
last one. Textual breaks lines at every kind of space, no-break ones too; so what stays together is held by a
sign that is no space while the lines are made.
"""

from __future__ import annotations

import re

from textual.content import Content
from textual.widgets import Static

from bounceback_tui.widgets.fitted import InLines

_HOLDING = "\ufdd0"  # a code point that is no character, so nobody writes it
_FIGURES = re.compile(
    r"(?<=\d) (?=%|in \d|(?:of|days?|weeks?|months?|points?|times)\b)"
    r"|(?<=\d (?:in|of)) (?=\d)|(?<=\d times) (?=in \d)"
)
_LAST = re.compile(r"(?<!\S)(\S{1,16}) (?=\S{1,16}$)", re.MULTILINE)
_WIDE = 40  # cells from which on a line has room for two words more


def in_lines(words: Content, width: int) -> list[Content]:
    """`words` in lines of at most `width` cells."""
    text = _FIGURES.sub(_HOLDING, words.plain)
    if width >= _WIDE:
        text = _LAST.sub(rf"\1{_HOLDING}", text)
    held = Content(text, [*words.spans]).wrap(max(width, 1))
    return [Content(line.plain.replace(_HOLDING, " "), [*line.spans]) for line in held]


class Sentences(InLines, Static):
    """A sentence or a few, of ours: what a person wrote is broken as any editor would break it."""

    def lines_at(self, width: int) -> list[Content]:
        """What is said, broken for that width."""
        said = self.content
        return in_lines(said if isinstance(said, Content) else Content(str(said)), width)
