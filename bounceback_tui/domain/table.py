"""A small table as plain words, for the screen, the command line and reports alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bounceback_tui.domain.frozen import Frozen

if TYPE_CHECKING:  # 1 ms that a short command saves
    from collections.abc import Sequence

Row = tuple[str, ...]
"""The cells of a row; a company, or whatever else somebody wrote, stands there as they wrote it."""


class Heading(Frozen):
    """The head of a column."""

    words: str
    right: bool = False
    """Whether its cells stand at the right, as figures do."""
    gives_way: bool = False
    """Whether its cells are cut where there is too little room."""


class Table(Frozen):
    """Headings, and rows of as many cells."""

    headings: tuple[Heading, ...] = ()
    rows: Sequence[Row] = ()
    foot: str = ""
    """What must be said about it; empty for nothing."""
