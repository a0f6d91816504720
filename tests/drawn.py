"""Screens drawn as SVG: still ones, and several that follow one another.

Every run of signs is laid on the grid of the terminal, whatever font there is, so nothing is loaded from
elsewhere and columns stay columns. The same screen gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape

import textual
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.app import App

Rows = list[list[tuple[str, Style]]]

CELL, LINE, EDGE = 10, 20, 14
"""Width and height of a cell, and what is left free around the screen, in units of the picture."""

FONTS = "ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace"
ROUNDS = 3
"""So often frames follow one another before the last one stays; a picture that never rests is a nuisance."""

_WORDS = re.compile(r"\S+(?: \S+)*")


@dataclass(frozen=True)
class Frame:
    """What a screen showed."""

    rows: Rows
    """Each row as runs of signs in one style."""
    background: str
    """The colour on which nothing needs to be painted, as `#rrggbb`."""
    seconds: float = 0
    """How long it is looked at, where it is one of several."""
    told: str = ""
    """What has just been done, to stand below it."""


def frame_of(app: App[None], seconds: float = 0, told: str = "") -> Frame:
    """What the app shows now, with what shines through from behind."""
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    rows = [
        [
            (segment.text, segment.style or Style())
            for strip in strips
            for segment in Segment.simplify(strip)
            if not segment.control
        ]
        for strips in update.strips
    ]
    return Frame(rows, app.screen.styles.background.hex.lower(), seconds, told)


def still(frame: Frame, says: str) -> str:
    """One screen; `says` is read out where it cannot be seen."""
    look = _Look(frame.background)
    lines = (
        f'<g transform="translate(0 {y * LINE})">{drawn}</g>'
        for y, row in enumerate(frame.rows)
        if (drawn := look.line(row))
    )
    inner = "\n".join(lines)
    return _whole(frame, says, look.css(), f"<g transform='translate({EDGE} {EDGE})'>\n{inner}\n</g>")


def moving(frames: Sequence[Frame], says: str) -> str:
    """Screens one after another; where movement is not wanted, or cannot be shown, the last one alone.

    A line that several screens share is drawn once.
    """
    look = _Look(frames[0].background)
    names: dict[str, str] = {}
    shown = []
    for number, frame in enumerate(frames):
        uses = []
        for y, row in enumerate([*frame.rows, [], [(frame.told, Style(color="#e3a76f", italic=True))]]):
            if drawn := look.line(row):
                name = names.setdefault(drawn, f"l{len(names)}")
                uses.append(f'<use href="#{name}" y="{y * LINE}"/>')
        shown.append(f'<g class="f" id="f{number}">{"".join(uses)}</g>')
    defs = "\n".join(f'<g id="{name}">{drawn}</g>' for drawn, name in names.items())
    body = (
        f"<defs>\n{defs}\n</defs>\n<g transform='translate({EDGE} {EDGE})'>\n" + "\n".join(shown) + "\n</g>"
    )
    return _whole(frames[0], says, look.css() + _turns([one.seconds for one in frames]), body, below=2)


def drawn_with(picture: str) -> str:
    """The version of Textual that a picture is of; another may paint the same in other colours."""
    return "".join(re.findall(r'data-drawn-with="([^"]*)"', picture))


def words_of(picture: str) -> list[str]:
    """The words of a picture in the order in which they stand in it."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", picture)


@dataclass
class _Look:
    """Colours and kinds of letters, each with a short name in the style sheet."""

    background: str
    _names: dict[str, str] = field(default_factory=dict)

    def line(self, row: Sequence[tuple[str, Style]]) -> str:
        """A row at the top: what is painted behind it, then its words."""
        behind, words, x = "", "", 0
        for text, style in row:
            fore, back = (style.bgcolor, style.color) if style.reverse else (style.color, style.bgcolor)
            width = cell_len(text)
            paint = _hex(back, self.background)
            if paint != self.background:
                rule = self._name(f"fill:{paint}")
                behind += f'<rect class="{rule}" x="{x * CELL}" width="{width * CELL}" height="{LINE}"/>'
            rule = f"fill:{_hex(fore, '#ebe4dc')}{_kind(style)}"
            for found in _WORDS.finditer(text):
                at = (x + cell_len(text[: found.start()])) * CELL
                long = cell_len(found[0]) * CELL
                words += f'<text class="{self._name(rule)}" x="{at}" y="15" textLength="{long}">'
                words += f"{escape(found[0], quote=False)}</text>"
            x += width
        return behind + words

    def css(self) -> str:
        """The style sheet of all lines so far."""
        return "".join(f".{name}{{{rule}}}\n" for rule, name in self._names.items())

    def _name(self, rule: str) -> str:
        return self._names.setdefault(rule, f"s{len(self._names)}")


def _kind(style: Style) -> str:
    """What there is to a style beside its colours."""
    said: tuple[tuple[bool | None, str], ...] = (
        (style.bold, ";font-weight:bold"),
        (style.italic, ";font-style:italic"),
        (style.underline, ";text-decoration:underline"),
        (style.strike, ";text-decoration:line-through"),
        (style.dim, ";opacity:.6"),
    )
    return "".join(rule for applies, rule in said if applies)


def _hex(color: object, otherwise: str) -> str:
    triplet: Callable[[], object] | None = getattr(color, "get_truecolor", None)
    if triplet is None or getattr(color, "is_default", False):
        return otherwise
    return str(getattr(triplet(), "hex", otherwise)).lower()


def _turns(seconds: Sequence[float]) -> str:
    """The rules by which one frame follows another."""
    whole = sum(seconds)
    rules, before = "", 0.0
    for number, long in enumerate(seconds):
        after = before + long
        steps = "" if number == 0 else "0%{visibility:hidden}"
        steps += f"{before / whole:.3%}{{visibility:visible}}"
        steps += "" if number == len(seconds) - 1 else f"{after / whole:.3%}{{visibility:hidden}}"
        rules += f"@keyframes k{number}{{{steps}}}\n#f{number}{{animation-name:k{number}}}\n"
        before = after
    hidden = f".f{{visibility:hidden}}\n#f{len(seconds) - 1}{{visibility:visible}}\n"
    moves = f".f{{animation:{whole:g}s step-end {ROUNDS}}}"
    return f"{hidden}@media (prefers-reduced-motion:no-preference){{\n{moves}\n{rules}}}\n"


def _whole(frame: Frame, says: str, css: str, body: str, below: int = 0) -> str:
    """The picture around it; `below` are rows under the screen."""
    columns = max(sum(cell_len(text) for text, _ in row) for row in frame.rows)
    wide, high = columns * CELL + 2 * EDGE, (len(frame.rows) + below) * LINE + 2 * EDGE
    size = f'viewBox="0 0 {wide} {high}" width="{wide}" height="{high}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img"'
        f' data-drawn-with="Textual {textual.__version__}">\n'
        f"<title>{escape(says, quote=False)}</title>\n<style>\n"
        f"text{{font:16px {FONTS};white-space:pre}}\nrect{{shape-rendering:crispEdges}}\n{css}</style>\n"
        f'<rect width="{wide}" height="{high}" rx="8" fill="{frame.background}"/>\n{body}\n</svg>\n'
    )
