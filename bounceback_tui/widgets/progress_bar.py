"""How far something got, a section of the guide or work that takes long, as a bar of text."""

from __future__ import annotations

from textual.content import Content

_WIDTH = 24
"""Cells of a bar for work that takes long."""


def bar(done: int, counted: int, width: int = 8, *, plain: bool = False) -> Content:
    """A bar of `width` cells and the count: "██████░░ 3/4"; "–" where no step counts.

    It is never full before all is done, and never empty once something is. Where `plain`, "3 of 4" alone.
    """
    if plain:
        return Content(f"{done} of {counted}" if counted > 0 else "")
    if counted <= 0:
        return Content.assemble(("░" * width, "$foreground-muted"), (" –", "$foreground-muted"))
    full = round(width * done / counted)
    if 0 < done < counted:
        full = min(max(full, 1), max(width - 1, 1))
    return Content.assemble(
        ("█" * full, "$text-accent"), ("░" * (width - full), "$foreground-muted"), f" {done}/{counted}"
    )


def share_bar(share: float, *, plain: bool = False) -> Content:
    """How much of some work is done, 0 to 1: "██████░░ 75%"; where `plain`, the figure alone."""
    if plain:
        return Content(f"{share:.0%}")
    full = int(_WIDTH * min(max(share, 0.0), 1.0))
    return Content.assemble(
        ("█" * full, "$text-accent"), ("░" * (_WIDTH - full), "$foreground-muted"), f" {share:.0%}"
    )
