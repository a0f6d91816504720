"""What somebody types as feelings: names with a strength, a sentence, or a slip that is asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bounceback_tui.domain.checkin import STRENGTH, Feeling
from bounceback_tui.domain.feeling_words import is_sentence
from bounceback_tui.domain.text import cut, one_line
from bounceback_tui.widgets.slider import MIDDLE

_NUMBERED_WORDS = 6
"""The longest that a feeling with a number is; whatever is longer tells what happened."""

_MOST = STRENGTH.stop - 1

_SHOWN = 30
"""How much of what was typed is repeated in a sentence about it."""

_TYPED = re.compile(r"(?P<name>.*?\S)\s*[\s:=]\s*(?P<strength>\d{1,9})\s*%?")


def parse_feeling(text: str) -> Feeling | None:
    """The feeling in "shame 60", "shame=60 %" or "shame" (then of middling strength); None for no words.

    Strengths over 100 become 100; `unclear` has told of them before.
    """
    line = one_line(text)
    if not line:
        return None
    if typed := _TYPED.fullmatch(line):
        return Feeling(typed["name"], min(int(typed["strength"]), _MOST))
    return Feeling(line, MIDDLE)


def parse_feelings(text: str) -> tuple[Feeling, ...]:
    """The feelings in "shame 60, anger 20", parted by commas or semicolons."""
    found = (parse_feeling(part) for part in _parts(text))
    return tuple(feeling for feeling in found if feeling)


def tells_more(text: str, known: Iterable[str] = ()) -> bool:
    """Whether a line of feelings is a sentence: "they went with somebody else" is no feeling.

    `known` feelings are some however long they are.
    """
    names = {name.casefold() for name in known}
    return any(_is_sentence(part) for part in _parts(text) if one_line(part).casefold() not in names)


def unclear(text: str, known: Iterable[str] = ()) -> str:
    """What to do about a line of feelings that cannot be meant so, in a sentence; empty where all is well.

    A digit in a name is a slip: of digits that were meant for a scale, or of a space that is missing. The
    name of a `known` feeling may have one.
    """
    names = {name.casefold() for name in known}
    for part in map(one_line, _parts(text)):
        typed = _TYPED.fullmatch(part)
        name, shown = typed["name"] if typed else part, cut(part, _SHOWN)
        if part.replace(" ", "").isdigit():
            return f"“{shown}” names no feeling: put a word before it, as in “calm 60”, or take it out."
        if any(letter.isdigit() for letter in name) and not {name.casefold(), part.casefold()} & names:
            return f"“{shown}” has a digit in its name: a word, a space, then its strength, as in “calm 60”."
        if typed and int(typed["strength"]) > _MOST:
            return f"“{shown}” is more than there is: the strength of a feeling goes from 0 to {_MOST}."
    return ""


def _parts(text: str) -> list[str]:
    return re.split("[,;]", text)


def _is_sentence(line: str) -> bool:
    if typed := _TYPED.fullmatch(line):
        return len(typed["name"].split()) > _NUMBERED_WORDS
    return is_sentence(line)
