"""How far an application got, as a ladder of dots."""

from __future__ import annotations

from textual.content import Content

from bounceback_tui.domain.application import STAGES, Kind


def ladder(reached: Kind, style: str = "$text-accent", *, plain: bool = False) -> Content:
    """A dot for each stage there is, full up to the one reached: "●●●○○○"; `plain` is "3 of 6"."""
    rung = STAGES.index(reached) + 1
    if plain:
        return Content.styled(f"{rung} of {len(STAGES)}", style)
    return Content.assemble(("●" * rung, style), ("○" * (len(STAGES) - rung), "$foreground-muted"))


LADDER_CELLS = len(STAGES)
"""Cells that a ladder takes."""
