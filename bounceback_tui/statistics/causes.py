"""Causes that were named for rejections, gathered one rejection after the other; there may be very many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bounceback_tui.domain.text import folded

When = tuple[date, str]
"""Day and episode of a rejection."""


@dataclass
class Cause:
    """A cause on one of the lists."""

    words: str
    """As it was written last."""
    latest: When
    """The rejection that it was named for last."""
    named_for: list[When]
    """All of them, in no particular order."""

    @property
    def episodes(self) -> tuple[str, ...]:
        """Their keys, in order of time."""
        return tuple([episode for _, episode in sorted(self.named_for)])


def add(causes: dict[str, Cause], lines: Iterable[str], when: When) -> bool:
    """Add what was named for a rejection, once for each, to what is known; whether anything was."""
    named = False
    for text in lines:
        if key := folded(text):
            named = True
            known = causes.setdefault(key, Cause(text, when, []))
            if not (known.named_for and known.named_for[-1] is when):  # else it was written twice
                known.named_for.append(when)
            if when >= known.latest:
                known.words, known.latest = text, when
    return named


def in_order(causes: Mapping[str, Cause]) -> list[Cause]:
    """Those that were named most first, else the latest."""
    found = [causes[key] for key in sorted(causes)]
    found.sort(key=lambda one: (len(one.named_for), one.latest), reverse=True)
    return found
