"""How one answer of the Patterns page is shown, and the few words that all of them share."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widget import Widget

from bounceback_tui.domain.behind import Behind
from bounceback_tui.domain.frozen import Frozen, replace
from bounceback_tui.domain.table import Table
from bounceback_tui.widgets.faint_picture import Draw, FaintPicture
from bounceback_tui.widgets.picture import Picture
from bounceback_tui.widgets.plain_picture import PlainPicture, Words
from bounceback_tui.widgets.shift_lines import ShiftLines

EXAMPLE = "An example of what will stand here, not yours:"
"""Stands above a faint picture."""


class View(Frozen):
    """One answer, top to bottom."""

    cases: str
    """What the figures rest on, in words; empty for nothing."""
    heading: str
    """What the picture shows."""
    picture: Widget
    """A `Picture` with a cursor, or a `FaintPicture` where there is too little to say."""
    table: Table
    behind: Sequence[Behind] = ()
    """What each mark of the picture rests on, in the order of its marks."""
    below: tuple[Widget, ...] = ()
    """Smaller pictures that belong to it, between it and the table."""
    in_words: str = ""
    """What the marks tell, where the heading speaks of shapes."""


def in_words(view: View) -> View:
    """The same without anything drawn: each mark of the picture on a line, and no example of one."""
    below = tuple(Words(one.in_words()) if isinstance(one, ShiftLines) else one for one in view.below)
    if isinstance(view.picture, Picture):
        heading = view.in_words or view.heading
        return replace(view, heading=heading, picture=PlainPicture(view.picture), below=below)
    return replace(view, heading="There is too little for a picture yet.", picture=Words(()), below=below)


def rests_on(cases: str) -> str:
    """ "Rests on 12 rejections."."""
    return f"Rests on {cases}."


def too_few(cases: str, draw: Draw, table: Table | None = None) -> View:
    """An example in place of the picture; `cases` and `table` are what there is so far."""
    return View(cases, EXAMPLE, FaintPicture(draw), table or Table())
