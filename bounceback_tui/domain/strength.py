"""Strengths: what employers named, what went right, and what a person noted; which of them come first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import folded, listing, one_line, plural
from bounceback_tui.domain.themes import SEVERAL, Said, Theme, themes


class Origin(StrEnum):
    """Where a strength comes from."""

    NAMED = "named"
    """An employer said so."""
    WENT_RIGHT = "went right"
    """It stands on the other side of the rejection that is looked at."""
    OWN = "own"
    """The person noted it, or it is pinned and stands nowhere else any more."""


class NotedStrength(Frozen):
    """A strength that the person noted, or a copy of one that is pinned."""

    id: str
    noted_at: Moment
    text: str
    said_by: str = ""
    """Who said so, in words, where it was an employer."""
    pinned: bool = False
    """Whether Today shows it."""
    episode_id: str | None = None
    """Where it went right, for a copy of that."""

    @property
    def copied(self) -> bool:
        """Whether it is a copy, made to be pinned; it goes when it is no longer pinned."""
        return bool(self.said_by or self.episode_id)


class WentRight(Frozen):
    """Something that went right, to be kept with a rejection."""

    episode_id: str
    text: str


class Strength(Frozen):
    """One line of the list."""

    origin: Origin
    text: str
    """The theme, or the words themselves."""
    companies: tuple[str, ...] = ()
    """Who named it, the latest first, each once."""
    quote: str = ""
    """What the latest of them said, in full; may be empty."""
    noted: NotedStrength | None = None
    """What the person noted or pinned of it."""

    @property
    def pinned(self) -> bool:
        """Whether Today shows it."""
        return self.noted is not None and self.noted.pinned

    @property
    def who(self) -> str:
        """ "Acme, Zed · 2 employers"."""
        match self.origin:
            case Origin.WENT_RIGHT:
                return "this time"
            case Origin.OWN:
                return (self.noted and one_line(self.noted.said_by)) or "you"
        names = ", ".join(self.companies)
        count = len(self.companies)
        return f"{names} · {plural(count, 'employer')}" if count > 1 else names

    @property
    def said_by(self) -> str:
        """Who said so, as it stands in a sentence: "Acme and Zed"; empty where it was the person."""
        return listing(self.companies)

    @property
    def words(self) -> str:
        """What is pinned: what one employer said, word for word; for several what they agree on."""
        return self.quote if len(self.companies) == 1 and self.quote else self.text


def every(right: Sequence[str], named: Iterable[Said], noted: Sequence[NotedStrength]) -> list[Strength]:
    """All strengths, each once: those that two or more employers named, most of them first; what went right
    this time; what one employer named; the person's own. Else in the order given, which is the latest first.

    `right` is what went right, `named` every remark on a strength.
    """
    found = [
        *map(_of_theme, themes(named)),
        *(Strength(Origin.WENT_RIGHT, text) for text in right),
    ]
    matched = [_with_noted(one, noted) for one in found]
    used = {one.noted.id for one in matched if one.noted}
    own = [Strength(Origin.OWN, one.text, noted=one) for one in noted if one.id not in used]
    return sorted([*matched, *own], key=_rank)


def _rank(strength: Strength) -> int:
    if strength.origin is Origin.NAMED:
        return 0 if len(strength.companies) >= SEVERAL else 2
    return 1 if strength.origin is Origin.WENT_RIGHT else 3


def _of_theme(theme: Theme) -> Strength:
    quote = next((one.text for one in theme.remarks if one.theme and one.text), "")
    return Strength(Origin.NAMED, theme.words, theme.companies, quote)


def _with_noted(strength: Strength, noted: Iterable[NotedStrength]) -> Strength:
    """The same with the copy that was made when it was pinned."""
    words = {folded(strength.text), folded(strength.quote)} - {""}
    mine = next((one for one in noted if one.copied and folded(one.text) in words), None)
    if mine is None:
        return strength
    return Strength(strength.origin, strength.text, strength.companies, strength.quote, mine)
