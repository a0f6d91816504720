"""Two versions of what was said, held against each other: part by part, and the text word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from bounceback_tui.domain.application import STAGE_WORDS
from bounceback_tui.domain.episode import SLIDERS, Side
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.outcome import Outcome, Told

_WORDS = re.compile(r"\S+\s*|\s+")
_MOST_WORDS, _MOST_LINES = 400, 400
"""How many words, or else lines, are compared one by one; of more all is told as replaced, to be quick."""


class Mark(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Difference(Frozen):
    """A part that says something else, in words; empty where nothing was said."""

    what: str
    before: str
    after: str


def differences(before: Told, after: Told) -> tuple[Difference, ...]:
    """What differs between two versions, but for the text itself."""
    old, new = dict(_parts(before)), dict(_parts(after))
    names = dict.fromkeys((*old, *new))
    return tuple(
        Difference(name, old.get(name, ""), new.get(name, ""))
        for name in names
        if old.get(name, "") != new.get(name, "")
    )


def changed_words(before: str, after: str) -> Iterator[tuple[Mark, str]]:
    """The pieces of both texts in order, and what became of each; together they are both, whole.

    Word by word, between what both begin and end with; where that is long by lines, or as a whole.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    yield from _pieces(Mark.SAME, "".join(old[:start]))
    yield from _between(old[start : len(old) - end], new[start : len(new) - end])
    yield from _pieces(Mark.SAME, "".join(old[len(old) - end :]))


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))


def _between(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Mark, str]]:
    if max(len(old), len(new)) > _MOST_WORDS:
        old, new = "".join(old).splitlines(keepends=True), "".join(new).splitlines(keepends=True)
    if max(len(old), len(new)) > _MOST_LINES:
        old, new = ["".join(old)], ["".join(new)]
    from difflib import SequenceMatcher  # noqa: PLC0415 - only once somebody looks at versions

    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, old_start, old_stop, new_start, new_stop in matcher.get_opcodes():
        gone, added = "".join(old[old_start:old_stop]), "".join(new[new_start:new_stop])
        if kind == "equal":
            yield from _pieces(Mark.SAME, gone)
        else:
            yield from _pieces(Mark.GONE, gone)
            yield from _pieces(Mark.NEW, added)


def _pieces(mark: Mark, text: str) -> Iterator[tuple[Mark, str]]:
    if text:
        yield mark, text


def _parts(told: Told) -> Iterator[tuple[str, str]]:
    """Everything but the text, in words, in the order in which it is asked for."""
    if isinstance(told, Outcome):
        yield "company", told.company
        yield "role", told.role
        yield "stage", STAGE_WORDS.get(told.stage, "") if told.stage else ""
        yield "result", str(told.result)
        yield "source", str(told.source or "")
    yield "title", told.title
    yield "tags", " ".join(f"#{tag}" for tag in told.tags)
    yield "when", f"{told.when.local:%Y-%m-%d %H:%M}" if told.when else ""
    yield "how it was before", told.before.words
    yield "how it was after", told.after.words
    if isinstance(told, Outcome):
        for side in Side:
            yield str(side), "; ".join(cause.text for cause in told.causes if cause.side is side)
        for name, ends in SLIDERS.items():
            value = getattr(told.attribution, name)
            yield "–".join(ends), "" if value is None else str(value)
        yield "forecast", "" if told.forecast is None else f"{told.forecast} days"
