"""Cells that no spreadsheet works out, in such a way that the very text can be read back."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

_FORMULA = re.compile("('*)[=+\\-@\t\r＝＋－＠]")
"""What a cell must not begin with (OWASP, CSV injection), behind apostrophes that were there before."""

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
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for number, row in enumerate(rows, 1):
        writer.writerow([guarded(cell, every) for cell in row])
        if number % _AT_ONCE == 0:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()
