"""How a mood looks: the height of a glyph, a digit, and a colour, so that no one of them is needed.

Both ramps run from purple through blue to yellow-green with steady steps of lightness (CIE L* 61 to 93 on
dark themes, 18 to 47 on light ones), so that their order survives colour blindness and grey. No red for low.
"""

from __future__ import annotations

from math import floor

from textual.content import Content

from bounceback_tui.domain.checkin import SCALE

NO_ENTRY = "·"
"""Stands for a day without a check-in; no mood looks like it."""

NOT_SAID = "-"
"""The same among figures, in plain mode."""

NO_ENTRY_STYLE = "$foreground-muted"
"""Style of `NO_ENTRY`."""

_GLYPHS = "_▁▂▃▄▅▆▇█"
_DARK = ("#a982d4", "#7b9bf1", "#2bb2fd", "#15c3ee", "#1ad2e0", "#2be1cb", "#7fe9ae", "#bbee98", "#f2f090")
_LIGHT = ("#381d5f", "#02336b", "#04405f", "#004b5e", "#09555b", "#016056", "#026c41", "#45722a", "#727320")


def level(mood: float) -> int:
    """The nearest whole mood 1–9; halves go up."""
    return min(max(floor(mood + 0.5), SCALE.start), SCALE.stop - 1)


def glyph(mood: float) -> str:
    """A bar one cell wide whose height rises with the mood."""
    return _GLYPHS[level(mood) - SCALE.start]


def mood_style(mood: float) -> str:
    """The name of the mood's colour; plain where the app does not define `mood_variables`."""
    return f"$mood-{level(mood)}"


def mood_mark(mood: float | None, digit: bool = True) -> Content:
    """Glyph and digit, such as "▄5"; `NO_ENTRY` for None, as wide as the others."""
    if mood is None:
        return Content.styled(NO_ENTRY + " " * digit, NO_ENTRY_STYLE)
    return Content.styled(glyph(mood) + str(level(mood)) * digit, mood_style(mood))


def mood_variables(dark: bool) -> dict[str, str]:
    """The colours by name, for the app's `get_theme_variable_defaults`; a theme may set its own."""
    return {f"mood-{mood}": colour for mood, colour in zip(SCALE, _DARK if dark else _LIGHT, strict=True)}
