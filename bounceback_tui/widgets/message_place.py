"""Where what is said in passing stands: in lines of its own, over no field and no key."""

from __future__ import annotations

from textual.content import Content
from textual.css.query import NoMatches
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets._toast import Toast, ToastRack

_FRAME = 3
"""Columns that a message needs besides its words."""

_UNDER_THE_TABS = 1
_WRITTEN_IN = {"Input", "TextArea"}


def make_room(screen: Screen[object], words: str = "") -> None:
    """Put the place for messages above the keys or, where words are read or written there, to the top.

    `words` is what will be said, in as many lines as the width asks for; without it, what stands there.
    """
    try:
        rack = screen.get_child_by_type(ToastRack)
    except NoMatches:
        return
    width, height = screen.size
    said = len(Content(words).wrap(max(width - _FRAME, 1))) if words else 0
    lines = said or sum(toast.size.height for toast in rack.query(Toast))
    if not lines:
        return
    keys = max((bar.size.height for bar in screen.query("KeyBar")), default=0)
    below = Region(0, height - keys - lines, width, lines)
    above = Region(0, _UNDER_THE_TABS, width, lines)
    at_the_top = _cost(screen, above) < _cost(screen, below)
    rack.styles.dock = "top" if at_the_top else "bottom"
    rack.styles.margin = (_UNDER_THE_TABS, 0, 0, 0) if at_the_top else (0, 0, keys, 0)


def _cost(screen: Screen[object], place: Region) -> tuple[bool, int]:
    """What would be covered there: the field that is written in, and lines with words."""
    field = screen.focused
    kinds = {kind.__name__ for kind in type(field).__mro__}  # by name: a first paint loads no editor
    writes = field is not None and bool(_WRITTEN_IN & kinds) and field.region.overlaps(place)
    compositor = screen._compositor
    seen = place.intersection(compositor.size.region)  # nothing, before the first layout
    # these lines alone: the whole screen is no business of a message
    chops = compositor._render_chops(seen, seen.line_range.__contains__)
    return writes, sum(1 for y in seen.line_range if Strip.join(chops[y].values()).text.strip())
