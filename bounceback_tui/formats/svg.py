"""The pieces of which pictures are made, as SVG text: pure functions from plain values.

Every picture is 440 units wide, so that its letters can be read on a phone. Shapes and dashes carry the
meaning, so that it survives print in grey; each colour stands in an attribute, and a page may set another
by the class beside it. Words go through `escaped`, and there is neither a script nor a link.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape

from bounceback_tui.formats.report import line

WIDTH = 440
"""Units from side to side."""

LETTER = 13
"""Height of the letters."""

LIGHT = {"ink": "#1f2328", "quiet": "#57606a", "rule": "#8c959f", "main": "#0b5a8a", "other": "#8a3e00"}
"""Colours on white; contrast of words at least 4.5 to 1, of shapes 3 to 1 (WCAG 2.2, AA)."""

DARK = {"ink": "#e6e9ec", "quiet": "#a9b2bc", "rule": "#6e7781", "main": "#7cc4f5", "other": "#f2b77a"}
"""The same on `DARK_PAPER`."""

PAPER, DARK_PAPER = "#ffffff", "#15181c"
"""What pictures stand on."""


def escaped(text: str) -> str:
    """A text on one line that is nothing but text in an element or an attribute."""
    return escape(line(text), {'"': "&quot;", "'": "&#39;"})


class Caption(NamedTuple):
    """What a picture is called."""

    name: str
    """Makes its ids; unique in a page."""
    title: str
    told: str
    """What it says, in words, for whoever cannot see it."""


def picture(caption: Caption, height: float, pieces: Iterable[str]) -> str:
    """A whole picture of that height."""
    key = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in caption.name)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {num(height)}" role="img" '
        f'aria-labelledby="{key}-title {key}-desc" font-size="{LETTER}" '
        'font-family="system-ui, sans-serif">'
        f'<title id="{key}-title">{escaped(caption.title)}</title>'
        f'<desc id="{key}-desc">{escaped(caption.told)}</desc>' + "".join(pieces) + "</svg>"
    )


def words(
    x: float, y: float, text: str, *, role: str = "ink", anchor: str = "start", bold: bool = False
) -> str:
    """A line of words; `anchor` is start, middle or end."""
    weight = ' font-weight="600"' * bold
    return (
        f'<text x="{num(x)}" y="{num(y)}" text-anchor="{anchor}"{weight} class="f-{role}" '
        f'fill="{LIGHT[role]}">{escaped(text)}</text>'
    )


def stroke(path: str, *, role: str = "main", width: float = 2, dash: str = "", join: str = "round") -> str:
    """A line along a path."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="{path}" fill="none" stroke="{LIGHT[role]}" stroke-width="{num(width)}" '
        f'stroke-linejoin="{join}" stroke-linecap="{join}" class="s-{role}"{dashed}/>'
    )


def area(path: str, *, role: str = "main", opacity: float = 1) -> str:
    """What lies within a path."""
    thin = f' fill-opacity="{num(opacity)}"' if opacity < 1 else ""
    return f'<path d="{path}" fill="{LIGHT[role]}" class="f-{role}"{thin}/>'


def box(x: float, y: float, width: float, height: float, *, role: str = "main", opacity: float = 1) -> str:
    """An upright rectangle."""
    return area(f"M{num(x)} {num(y)}h{num(width)}v{num(height)}h{num(-width)}z", role=role, opacity=opacity)


def dot(x: float, y: float, radius: float = 5, *, role: str = "main", hollow: bool = False) -> str:
    """A dot, or a ring."""
    if hollow:
        return (
            f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(radius)}" fill="none" stroke="{LIGHT[role]}" '
            f'stroke-width="2" class="s-{role}"/>'
        )
    return f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(radius)}" fill="{LIGHT[role]}" class="f-{role}"/>'


def num(value: float) -> str:
    """A coordinate, no longer than can be seen."""
    return f"{round(value, 1):g}"


def signed(value: float, decimals: int | None = None) -> str:
    """ "+2", "−0.5", "0": with a minus that is as wide as a plus."""
    if not value:
        return "0"
    said = f"{abs(value):g}" if decimals is None else f"{abs(value):.{decimals}f}"
    return f"{'−' if value < 0 else '+'}{said}"


def fitting(text: str, width: float) -> str:
    """As much of a text as fits, by a generous guess of how wide letters are; "…" for the rest."""
    said = line(text)
    if _units(said) <= width:
        return said
    said = said[: max(int(width), 0)]  # no letter is narrower than a unit
    while said and _units(said) > width - LETTER:
        said = said[:-1]
    return said.rstrip() + "…"


def _units(text: str) -> float:
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return (len(text) - wide) * LETTER * 0.56 + wide * LETTER


def steps_of(highest: float, most: int = 6) -> list[int]:
    """Round whole numbers from 0 to at least `highest`, at most `most` + 1 of them."""
    size = 1
    while size * most < highest:
        size = next(one for one in _round_sizes() if one > size)
    return list(range(0, int(-(-max(highest, 1) // size)) * size + 1, size))


def _round_sizes() -> Iterable[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10
