"""How far an application got, as a ladder of dots."""

from __future__ import annotations

from textual.content import Content

from bounceback_tui.domain.application import STAGES, Kind


def ladder(reached: Kind, style: str = "$text-accent") -> Content:
    """A dot for each stage there is, full up to the one reached: "●●●○○○"."""
    rung = STAGES.index(reached) + 1
    return Content.assemble(("●" * rung, style), ("○" * (len(STAGES) - rung), "$foreground-muted"))


LADDER_CELLS = len(STAGES)
"""Cells that a ladder takes."""
