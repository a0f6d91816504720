"""Two themes of our own, warm and quiet with one accent, and those that a person wrote.

Text stands out from whatever it is on by 4.5 to 1 at least (WCAG AA), which `tests/screens/test_contrast.py`
measures on the pages themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.color import Color, ColorParseError
from textual.theme import Theme

from bounceback_tui.services.theme_names import DARK, LIGHT, USUAL

if TYPE_CHECKING:
    from bounceback_tui.services.own_themes import OwnTheme

__all__ = ["DARK", "LIGHT", "our_themes", "readable", "theme_of"]

_LEAST = 4.5
_LEAST_MARKED = 3.5  # under the cursor, where words are bold or few, and a mark stands before them
_EITHER = (Color(0, 0, 0), Color(255, 255, 255))
_QUIET = (0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)
"""How much of the colour of words there may be in quiet ones; with more they would not be quiet any more."""


def our_themes() -> tuple[Theme, Theme]:
    """The dark one and the light one."""
    dark = Theme(
        name=DARK,
        primary="#e3a76f",
        secondary="#cbb9a7",
        accent="#e3a76f",
        warning="#e6bd6c",
        error="#f0968a",
        success="#a5c793",
        foreground=USUAL[True][0],
        background=USUAL[True][1],
        surface="#252120",
        panel="#302b28",
        boost="#35302c",
        variables=_quiet(muted="#b8ada2", disabled="#94897f", cursor="#e3a76f", on_cursor="#1c1917")
        | {"input-selection-background": "#6b4a2c", "block-cursor-blurred-background": "#3a322b"},
    )
    light = Theme(
        name=LIGHT,
        dark=False,
        primary="#8a4510",
        secondary="#665545",
        accent="#8a4510",
        warning="#765000",
        error="#9c3320",
        success="#3a6130",
        foreground=USUAL[False][0],
        background=USUAL[False][1],
        surface="#f3ede4",
        panel="#e9e1d5",
        boost="#ece4d9",
        variables=_quiet(muted="#60564c", disabled="#74695e", cursor="#8a4510", on_cursor="#fffaf3")
        | {"input-selection-background": "#e8c9a6", "block-cursor-blurred-background": "#f0e6da"},
    )
    return dark, light


def theme_of(own: OwnTheme) -> Theme:
    """A person's own theme; colours that they leave out are worked out from the others, or are ours."""
    ours = our_themes()[0 if own.dark else 1]
    usual = {
        "primary": ours.primary,
        "foreground": str(ours.foreground),
        "background": str(ours.background),
    }
    named = usual | dict(own.colours)
    named.setdefault("accent", named["primary"])
    return Theme(own.name, dark=own.dark, **named)  # type: ignore[arg-type]  # only colours, checked when read


def readable(colours: Mapping[str, str]) -> dict[str, str]:
    """What is to be otherwise in the colours of a theme by others, so that all words can be read.

    Quiet words are 60 % of a colour for Textual, which in some themes is 2.4 to 1; with us whole lines are
    quiet. Nothing for the colours of a terminal, which only that knows.
    """
    try:
        words, cursor = (Color.parse(colours[name]) for name in ("foreground", "block-cursor-background"))
        grounds = [Color.parse(colours[name]) for name in ("background", "surface")]
        said = colours["block-cursor-foreground"]
        on_cursor = Color.parse(said) if said.startswith("#") else cursor.get_contrast_text(0.87)
    except (ColorParseError, KeyError):
        return {}
    if words.ansi is not None or cursor.ansi is not None:
        return {}
    found = {}
    for share in _QUIET:
        found["foreground-muted"] = words.with_alpha(share).hex
        if all(_contrast(ground.blend(words, share), ground) >= _LEAST for ground in grounds):
            break
    if _contrast(cursor.blend(on_cursor, on_cursor.a), cursor) < _LEAST_MARKED:
        best = max(_EITHER, key=lambda one: _contrast(one, cursor))
        found["block-cursor-foreground"] = best.hex
    return found


def _contrast(one: Color, other: Color) -> float:
    """Of WCAG 2, 1 to 21."""
    from bounceback_tui.services.theme_words import contrast  # noqa: PLC0415 - not for themes of our own

    return contrast(one.hex6, other.hex6)


def _quiet(muted: str, disabled: str, cursor: str, on_cursor: str) -> dict[str, str]:
    """What Textual would work out with less contrast, or in more colours than one."""
    return {
        "foreground-muted": muted,
        "foreground-disabled": disabled,
        "text-muted": muted,
        "text-disabled": disabled,
        "text-primary": cursor,
        "text-accent": cursor,
        "block-cursor-background": cursor,
        "block-cursor-foreground": on_cursor,
        "input-cursor-background": cursor,
        "input-cursor-foreground": on_cursor,
        "border": cursor,
    }
