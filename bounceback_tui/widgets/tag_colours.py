"""How a tag looks: always its "#name", and in the colour that a person gave it, which is never needed.

Each colour has a light shade for dark themes and a dark one for light themes, all of nearly the same
lightness, so that none looks more important than another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.content import Content

from bounceback_tui.domain.tags import COLOURS
from bounceback_tui.widgets.safe import safe_line

PLAIN = "$text-accent"
"""Style of a tag without a colour."""

_DARK = ("#ff9c94", "#f5ab64", "#e0c34f", "#85d68c", "#8fbcff", "#cdaaff", "#ff9fd6", "#c3c8d1")
_LIGHT = ("#9c1c18", "#7f3f00", "#5f4b00", "#17561f", "#174a94", "#5f2d96", "#8f1a62", "#4a4f59")


def tag_style(colour: str | None) -> str:
    """The name of a colour as a style; plain where the app does not define `tag_variables`."""
    return f"$tag-{colour}" if colour else PLAIN


def tag_mark(name: str, colour: str | None, width: int | None = None) -> Content:
    """ "#panel" in its colour, cut where it is wider than `width` cells."""
    return safe_line(f"#{name}", width, tag_style(colour))


def tags_line(names: Iterable[str], colours: Mapping[str, str]) -> Content:
    """Tags side by side."""
    return Content("  ").join(tag_mark(name, colours.get(name)) for name in names)


def tag_variables(dark: bool) -> dict[str, str]:
    """The colours by name, for the app's `get_theme_variable_defaults`; a theme may set its own."""
    return {f"tag-{name}": shade for name, shade in zip(COLOURS, _DARK if dark else _LIGHT, strict=True)}
