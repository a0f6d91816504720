"""Markdown to read: rendered once into text, since a tree of widgets for it costs seconds in long entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bounceback_tui.domain.text import visible

if TYPE_CHECKING:
    from rich.markdown import Markdown


def rendered(text: str) -> Markdown:
    """Markdown ready for a Static. Links are shown with their address and cannot be followed by accident."""
    from rich.markdown import Markdown  # noqa: PLC0415 - the first paint needs none of it

    return Markdown(visible(text), hyperlinks=False, code_theme="ansi_dark")
