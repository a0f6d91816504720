"""The one way in which user text reaches a widget.

A plain `str` in a widget is read as markup, where `[/]` crashes and `[@click=…]` comes alive, and control
characters in it go to the terminal as they are. `Content` made here does neither.
"""

from __future__ import annotations

from textual.content import Content

from bounceback_tui.domain.text import one_line, visible

_COMBINING = "\u0300"  # every sign before it that can be printed takes one cell


def safe(text: str, style: str = "") -> Content:
    """`text` as it is meant to be read, in `style` (our own, such as "bold $foreground-muted").

    Lines and tabs stay; whatever could steer a terminal becomes a visible sign.
    """
    return Content.styled(visible(text), style)


def safe_line(text: str, width: int | None = None, style: str = "") -> Content:
    """`text` on one line, white space folded; cut with "…" where it is wider than `width` cells."""
    line = Content.styled(one_line(text), style)
    return line if width is None else line.truncate(max(width, 0), ellipsis=True)


def cells_of(text: str) -> int:
    """How wide `safe_line(text)` is: of very many texts nearly all are plain, which takes a tenth as long."""
    plain = text.isprintable() and max(text, default="") < _COMBINING and "  " not in text
    return len(text.strip()) if plain else safe_line(text).cell_length
