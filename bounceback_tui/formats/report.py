"""A report as plain values, before it becomes Markdown or a page for a browser."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bounceback_tui.domain.table import Table
from bounceback_tui.domain.text import one_line, visible

ENDINGS = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".csv": "csv"}
"""What a file is by the end of its name, in small letters; CSV is for proof alone."""

_NO_TABLE = Table()
_NO_XML = re.compile("[\ufffe\uffff]")


@dataclass(frozen=True)
class Part:
    """One answer: a sentence, a picture, a table, and how it was worked out."""

    title: str
    sentence: str = ""
    picture: str = ""
    """SVG that is safe to stand in a page as it is; empty for none."""
    table: Table = _NO_TABLE
    cases: str = ""
    """What it rests on."""
    how: str = ""
    """How it was worked out."""


@dataclass(frozen=True)
class Chapter:
    """A question with its answers."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Passage:
    """A text of the journal."""

    title: str
    text: str


@dataclass(frozen=True)
class Report:
    """The whole, top to bottom. All texts are plain; whoever writes them out makes them harmless."""

    title: str
    about: tuple[str, ...]
    """Paragraphs that say what this is."""
    chapters: tuple[Chapter, ...]
    passages: tuple[Passage, ...] = ()
    """Texts of the journal, at the end."""


def line(text: str) -> str:
    """A text on one line, without a character that XML forbids or that acts on a reader."""
    return _NO_XML.sub("\ufffd", one_line(text))


def lines(text: str) -> list[str]:
    """The same of a text that keeps its lines."""
    return [_NO_XML.sub("\ufffd", one.expandtabs(4)) for one in visible(text).split("\n")]
