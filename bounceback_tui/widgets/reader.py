"""Markdown to read: rendered once into text, since a tree of widgets for it costs seconds in long entries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bounceback_tui.domain.text import visible

if TYPE_CHECKING:
    from markdown_it.token import Token
    from rich.markdown import Markdown


def rendered(text: str, keep_lines: bool = False) -> Markdown:
    """Markdown ready for a Static. Links are shown with their address and cannot be followed by accident.

    With `keep_lines` a single line break stays one, as somebody means it who writes line by line.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415 - the first paint needs none of it
    from rich.markdown import Markdown  # noqa: PLC0415 - the first paint needs none of it

    markdown = Markdown(visible(text), hyperlinks=False, code_theme="ansi_dark")
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
