"""Themes: what the remarks of employers have in common, and how many different employers named it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.text import folded, one_line

SOMEBODY = "an employer"
"""Who said it, where no company was noted."""

SEVERAL = 2
"""Different employers that must name a theme before they are said to agree on it."""


class Said(Frozen):
    """A remark of an employer."""

    theme: str
    text: str
    company: str
    """Empty where none was noted."""
    episode: str = ""
    """Key of the episode, where that matters."""


class Theme(Frozen):
    """What one or more remarks are about."""

    words: str
    """The theme as it was last given; of a remark without one, its text."""
    companies: tuple[str, ...]
    """Who named it, the latest first, each once, on one line."""
    remarks: tuple[Said, ...]
    """The latest first."""

    @property
    def agreed(self) -> bool:
        """Whether several employers named it."""
        return len(self.companies) >= SEVERAL


def themes(remarks: Iterable[Said]) -> list[Theme]:
    """Every theme once, what most employers named first; else in the order given, which is the latest first.

    Case and white space make no difference, to a theme or to a company. Companies that were not noted
    cannot be told apart, so all of them together count as one: fewer may agree than do, never more.
    """
    found: dict[str, list[Said]] = {}
    for remark in remarks:
        found.setdefault(folded(remark.theme) or folded(remark.text), []).append(remark)
    return sorted(map(_theme, found.values()), key=lambda one: -len(one.companies))


def _theme(remarks: Sequence[Said]) -> Theme:
    latest = remarks[0]
    companies: dict[str, str] = {}
    for one in remarks:
        companies.setdefault(folded(one.company), one_line(one.company) or SOMEBODY)
    words = latest.theme if latest.theme.strip() else latest.text
    return Theme(words, tuple(companies.values()), tuple(remarks))
