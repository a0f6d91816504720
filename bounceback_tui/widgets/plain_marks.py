"""Plain mode: each sign of lines, blocks and dots has one in ASCII that takes its place, cell by cell.

Speech and braille read ASCII as it is; of a frame, a bar or a dot they read its long name, or nothing. What
is drawn stays where it is, since what takes the place of a sign is as wide. Whoever typed such a sign keeps
it in the journal, and sees the ASCII one meanwhile.
"""

from __future__ import annotations

import re
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.dom import DOMNode
from textual.filter import LineFilter

BLOCKS: Final = (range(0x2500, 0x2600), range(0x2800, 0x2900))
"""Code points of Box Drawing, Block Elements and Geometric Shapes, which lie side by side, and of Braille."""

_OURS = {
    "-": "─━┄┅┈┉╌╍═╴╶╸╺╼╾",
    "|": "│┃┆┇┊┋╎╏║╵╷╹╻╽╿▏▕",
    "/": "╱",
    "\\": "╲",
    "X": "╳",
    "#": "█■▪▮◼",
    "* ": "◽◾",
    ".": "░",
    ":": "▒",
    "%": "▓",
    " ": "▀▁▂▃▄▅▆▇▉▊▋▌▍▎▐▔▖▗▘▙▚▛▜▝▞▟\u2800",
    "*": "●◆◉•★",
    "o": "○◇◎□",
    ">": "▸▶▷►▹",
    "<": "◀◂◁◄◃",
    "^": "▲△▴▵",
    "v": "▼▽▾▿",
    "+": "✓",
}


def _table() -> dict[int, str]:
    table: dict[int, str] = {}
    for start, stop, sign in ((0x2500, 0x2580, "+"), (0x2580, 0x25A0, " "), (0x25A0, 0x2600, "*")):
        table |= dict.fromkeys(range(start, stop), sign)
    table |= dict.fromkeys(range(0x2800, 0x2900), ".")
    return table | {ord(sign): ascii_one for ascii_one, signs in _OURS.items() for sign in signs}


PLAIN: Final[dict[int, str]] = _table()
"""ASCII by code point, for `str.translate`, as wide: every sign of `BLOCKS`, and those of lists and ticks."""

_IN_COLOUR = f"([{''.join(map(chr, PLAIN))}])\ufe0f"
"""A sign that a terminal shall draw as a small picture, which may be wider.

Neither expression is made ready here: it takes one and a half milliseconds, and most starts are not plain.
"""

_BAR_OF_MOOD = r"[▁-█](?=[1-9])"


def plain(text: str) -> str:
    """`text` in signs that can be read out; of a mood as bar and figure the figure stays."""
    if text.isascii():
        return text
    if "\ufe0f" in text:
        text = re.sub(_IN_COLOUR, lambda found: PLAIN[ord(found[1])].ljust(cell_len(found[0])), text)
    return re.sub(_BAR_OF_MOOD, " ", text).translate(PLAIN)


def is_plain(node: DOMNode) -> bool:
    """Whether the app of a widget or screen is in plain mode."""
    return bool(getattr(node.app, "plain", False))


def tick(done: bool, node: DOMNode) -> str:
    """The mark before a line that can be done: "✓ " and "○ ", in plain mode "[x] " and "[ ] "."""
    if is_plain(node):
        return "[x] " if done else "[ ] "
    return "✓ " if done else "○ "


def bracketed(label: str, here: bool, node: DOMNode) -> str:
    """A place to turn to; in plain mode the present one stands in brackets, since no style can be heard."""
    return f"[{label}]" if here and is_plain(node) else label


_KEYS = {
    "⏎": "enter",
    "⌫": "backspace",
    "←": "left",
    "→": "right",
    "↑": "up",
    "↓": "down",
    "⇧": "shift",
    "^": "ctrl+",
}


def key_in_words(key: str) -> str:
    """A key as it is called: "ctrl+p" for "^p", "left right" for "← →"."""
    if len(key) == 1:
        return _KEYS.get(key, key) if key != "^" else key
    for sign, words in _KEYS.items():
        key = key.replace(sign, words)
    return key


_ARROWS = str.maketrans({sign: words for sign, words in _KEYS.items() if sign in "←→↑↓"})


def keys_in_words(text: str, node: DOMNode) -> str:
    """A sentence of ours about keys; in plain mode "right completes it", for "→ completes it"."""
    return text.translate(_ARROWS) if is_plain(node) else text


def leads_to(node: DOMNode) -> str:
    """What stands between a figure of before and one of after; in plain mode a word."""
    return " to " if is_plain(node) else " → "


class PlainFilter(LineFilter):
    """Stands between what widgets draw and the terminal, so that no widget can forget about plain mode."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same cells in ASCII."""
        return [
            part if part.text.isascii() else Segment(plain(part.text), part.style, part.control)
            for part in segments
        ]
