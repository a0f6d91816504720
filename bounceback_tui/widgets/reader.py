"""Markdown to read: rendered once into text, since a tree of widgets for it costs seconds in long entries."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from bounceback_tui.domain.text import visible

if TYPE_CHECKING:
    from markdown_it.token import Token
    from rich.console import JustifyMethod
    from rich.markdown import Markdown, MarkdownElement
    from rich.syntax import Syntax


PART = 3_000
"""Characters of a part: more than a small screen shows, and rendered before anybody notices."""

_MOST = 2_000  # parts of a text, in the longest of which they become longer

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)


class Part(NamedTuple):
    """Some of a long text, which can be rendered by itself."""

    text: str
    """Markdown."""
    below: int
    """Empty lines between it and the next one: 0 or 1."""


def parts_of(text: str) -> Iterator[Part]:
    """A text in parts, cut between paragraphs where there are any, else between lines or words.

    What a part refers to in another one (a link's address given further down) is not found.
    """
    text = text.replace("\r\n", "\n")
    fenced = "```" in text or "~~~" in text
    size = max(PART, len(text) // _MOST)
    start, fence = 0, ""
    while len(text) - start > 2 * size:
        stop, after, below = _cut(text, start, size)
        yield Part(_fenced(text[start:stop], fence), below)
        if fenced:
            fence = _open_fence(text, start, stop, fence)
        start = after
    yield Part(_fenced(text[start:], fence), 1)


def _cut(text: str, start: int, size: int) -> tuple[int, int, int]:
    """Where a part that begins at `start` ends, where the next one begins, and the empty lines between."""
    for mark in ("\n\n", "\n", " "):
        at = text.rfind(mark, start + size // 2, start + size)
        if at > 0:
            return at, at + len(mark), len(mark) - 1
    return start + size, start + size, 0


def _fenced(text: str, fence: str) -> str:
    """A part within the fence that an earlier one left open."""
    return f"{fence}\n{text}" if fence else text


def _open_fence(text: str, start: int, stop: int, fence: str) -> str:
    """What fences in a block of code that goes on behind `stop`; `fence` is what was open at `start`."""
    for found in _FENCE.finditer(text, start, stop):
        if not fence:
            fence = found[1]
        elif found[1].startswith(fence):
            fence = ""
    return fence


def is_ready() -> bool:
    """Whether what `rendered` needs is loaded, which takes as long as a page does else."""
    return "rich.markdown" in sys.modules


def make_ready() -> None:
    """Load what `rendered` needs, so that the first entry opens as quickly as any other."""
    rendered("")


def _do_without_colours_of_code() -> None:
    """Have Rich load what colours code with the first such block: a third of all that its Markdown loads."""
    if "rich.syntax" in sys.modules or "rich.markdown" in sys.modules:
        return

    def syntax(*arguments: Any, **named: Any) -> Syntax:
        from rich.syntax import Syntax  # noqa: PLC0415 - the point of it

        return Syntax(*arguments, **named)

    stand_in = ModuleType("rich.syntax")
    vars(stand_in)["Syntax"] = syntax
    sys.modules["rich.syntax"] = stand_in
    try:
        import_module("rich.markdown")
    finally:
        del sys.modules["rich.syntax"]


@cache
def _kind() -> type[Markdown]:
    """Markdown whose titles begin where the text does."""
    _do_without_colours_of_code()
    from rich.markdown import Heading, Markdown  # noqa: PLC0415 - the first paint needs none of it

    class Left(Heading):
        LEVEL_ALIGN: ClassVar[dict[str, JustifyMethod]] = {}

    class Ours(Markdown):
        elements: ClassVar[dict[str, type[MarkdownElement]]] = {**Markdown.elements, "heading_open": Left}

    return Ours


def rendered(text: str, keep_lines: bool = False) -> Markdown:
    """Markdown ready for a Static. Links are shown with their address and cannot be followed by accident.

    With `keep_lines` a single line break stays one, as somebody means it who writes line by line.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415 - the first paint needs none of it

    markdown = _kind()(visible(text), hyperlinks=False, code_theme="ansi_dark")
    # rich's own parser takes "<sigh>" for HTML, and leaves it out
    parser = MarkdownIt(options_update={"html": False}).enable("strikethrough").enable("table")
    markdown.parsed = parser.parse(visible(text))
    _tame(markdown.parsed, keep_lines)
    return markdown


def _tame(tokens: Iterable[Token], keep_lines: bool) -> None:
    """Once more after parsing: "&#27;" becomes a control character only there."""
    for token in tokens:
        token.content = visible(token.content)
        for name, value in token.attrs.items():
            if isinstance(value, str):
                token.attrs[name] = visible(value)
        if keep_lines and token.type == "softbreak":
            token.type = "hardbreak"
        _tame(token.children or (), keep_lines)
