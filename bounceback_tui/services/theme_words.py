"""What can be said of themes without drawing: whether the one chosen is there, and words can be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bounceback_tui.services.own_themes import OwnTheme, nearest_of, read_all
from bounceback_tui.services.theme_names import DARK, LIGHT, USUAL, WITH_TEXTUAL

LEAST = 4.5
"""How far words have to stand out from what they are on: the contrast of WCAG 2, level AA."""

_GROUNDS = ("background", "surface", "panel", "boost")


def problems_of(folder: Path | None, chosen: str) -> list[str]:
    """A sentence for each theme of one's own that cannot be used or read well, and an unknown `chosen`."""
    own, problems = read_all(folder)
    names = [DARK, LIGHT, *WITH_TEXTUAL, *(one.name for one in own)]
    if chosen and chosen not in names:
        told = f"The theme “{chosen}” of the settings is not known{nearest_of(chosen, names)}"
        problems.append(f"{told}; {DARK} is used instead.")
    return problems + [said for one in own if (said := hard_to_read(one))]


def hard_to_read(theme: OwnTheme) -> str:
    """A sentence where words do not stand out from what they are on; the worst of it. Empty where all do."""
    worst = min(_contrasts(theme), default=None)
    if worst is None or worst[0] >= LEAST:
        return ""
    got, words, ground, colours = worst
    return (
        f"In the theme “{theme.name}” {words} ({colours[0]}) stands out from {ground} ({colours[1]}) by"
        f" {int(got * 10) / 10:g} to 1, and words need {LEAST:g} to be read well; it can still be worn."
    )


def contrast(one: str, other: str) -> float:
    """Of WCAG 2, 1 to 21, of two colours such as "#1c1917"."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _contrasts(theme: OwnTheme) -> Iterator[tuple[float, str, str, tuple[str, str]]]:
    """Of words on each ground that is known: contrast, both names, and both colours."""
    words, ground = USUAL[theme.dark]
    colours = {"foreground": words, "background": ground} | dict(theme.colours)
    for name in _GROUNDS:
        if name in colours:
            pair = colours["foreground"], colours[name]
            yield contrast(*pair), "foreground", name, pair


def _luminance(colour: str) -> float:
    """Of WCAG 2, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    r, g, b = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
