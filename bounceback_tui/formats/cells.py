"""Cells that no spreadsheet works out, in such a way that the very text can be read back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_FORMULA = re.compile("('*)[=+\\-@\t\r＝＋－＠]")
"""What a cell must not begin with (OWASP, CSV injection), after apostrophes that were there before."""

_NEEDS = re.compile('[",\r\n]')
_AT_ONCE = 200


def guarded(cell: str, every: bool = True) -> str:
    """A cell with an apostrophe before what a spreadsheet would work out.

    Not `every` one: then a formula stays one, and only what looks like such an apostrophe gets another.
    """
    match = _FORMULA.match(cell)
    return f"'{cell}" if match and (every or match[1]) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before."""
    match = _FORMULA.match(cell)
    return cell[1:] if match and match[1] else cell


def csv_pieces(rows: Iterable[Sequence[str]], every: bool = True) -> Iterator[str]:
    """Rows as CSV, a few at a time; guarded."""
    lines: list[str] = []
    for row in rows:
        lines.append(",".join(_quoted(guarded(cell, every)) for cell in row) + "\n")
        if len(lines) == _AT_ONCE:
            yield "".join(lines)
            lines.clear()
    yield "".join(lines)


def _quoted(cell: str) -> str:
    """A cell in quotation marks where it needs them; Python's own writer leaves a lone CR bare."""
    if _NEEDS.search(cell):
        return '"' + cell.replace('"', '""') + '"'
    return cell
