"""Words to look for, in the syntax of the index of words (SQLite's FTS5).

The index keeps stems ("rejection" as "reject"), found by the rules of Porter's stemmer (An algorithm for
suffix stripping, Program 14, 1980), which it applies to what is looked for as well. That suits whole words.
A word of which only a part was typed needs more care: see `_going_on`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from bounceback_tui.domain.query_values import Term

_ENDINGS = (
    *("able", "ably", "ability", "abilities", "ible", "ibly", "ibility", "ibilities"),
    *("al", "ally", "ality", "alities", "ic", "ical", "ically"),
    *("ance", "ancy", "ancies", "ant", "antly", "ence", "ency", "encies", "ent", "ently"),
    *("ate", "ately", "ated", "ating", "ation", "ative", "ator", "ion", "ication", "ization"),
    *("ed", "edly", "er", "ing", "ingly", "ism", "ive", "ively", "ivity", "ize", "ized", "izing"),
    *("ely", "ly", "ful", "fully", "ity", "ities", "ement", "ment", "ness", "ous", "ously"),
)
"""English endings that the index cuts off a word; those with an "s" behind them go the same way."""

_SHORTEST = 3
"""Letters that stand before an ending at least, but in a few words."""

_SHORTER = ("ag", "be", "do", "go", "us")
"""The few: "going" is kept as "go". Others would find "in" at "ini", and "in" stands in every entry."""

_NO_PLURALS = ("ans", "hes", "ins", "ons", "ors", "thes")
"""Beginnings ("answer") that the index would take for the plural of something that stands in every entry."""

_LONGEST = max(map(len, _ENDINGS))


def has_words(text: str) -> bool:
    """Whether the index of words can look for a text; signs and emoji are not in it."""
    return any(sign.isalnum() for sign in text)


def match_of(wanted: Sequence[Term], unwanted: Sequence[Term] = ()) -> str:
    """What the index must find for all of `wanted` and none of `unwanted`; each holds a word."""
    found = " AND ".join(_expression(term) for term in wanted)
    if not unwanted:
        return found
    return f"({found}) NOT ({' OR '.join(_expression(term) for term in unwanted)})"


def _expression(term: Term) -> str:
    whole = _quoted(term.text)
    if not term.prefix:
        return whole
    letters = _plain_letters(term.text)
    going_on = _going_on(letters) if letters else [f"{whole} *"]
    exact = [] if letters in _NO_PLURALS else [whole]
    return "(" + " OR ".join(dict.fromkeys([*exact, *going_on])) + ")"


def _going_on(word: str) -> list[str]:
    """What finds every word that begins with `word`, and little else.

    Taken as it is, the beginning would be stemmed like a whole word: "bus" as the plural of "bu", and so
    find "but", while "any" would become "ani" and not find "anyone". And half an ending would find nothing
    between the stem and the whole word: hits for "rejection" would vanish at "rejecti".
    """
    return [*_beginnings(word), *(_quoted(whole) for whole in completions(word))]


def _beginnings(word: str) -> Iterator[str]:
    """Beginnings to look for that come out of the stemmer as they are."""
    if not _measure(word):
        yield f"{_quoted(word)} *"
    elif word[-1] == "e" and _loses_e(word[:-1]):
        yield from (f"{_quoted(word + sign + 'ness')} *" for sign in "abcdefghijklmnopqrstuvwxyz")
    else:
        # "ness" is taken off late, after everything that would change what stands before it
        yield f"{_quoted(word + 'ness')} *"


def completions(word: str) -> list[str]:
    """Whole words that `word` may be about to become, and of which the index keeps less than was typed."""
    doubled = len(word) > _SHORTEST and word[-1] == word[-2]
    found = [word + "ing"] if doubled else []  # "runn", kept as "run"
    for typed in range(1, min(_LONGEST, len(word)) + 1):
        stem, rest = word[:-typed], word[-typed:]
        if len(stem) >= _SHORTEST or stem in _SHORTER:
            found += [stem + ending for ending in _ENDINGS if ending.startswith(rest)]
    return list(dict.fromkeys(found))


def _plain_letters(text: str) -> str:
    """A single word in the letters a to z, as the index folds it; nothing where it is not one."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return letters if re.fullmatch("[a-z]{2,40}", letters) else ""


def _sounds(word: str) -> str:
    """A word as vowels (v) and consonants (c), by Porter's rule for "y"."""
    sounds = ""
    for letter in word:
        sounds += "v" if letter in "aeiou" or (letter == "y" and sounds.endswith("c")) else "c"
    return sounds


def _measure(word: str) -> int:
    """Porter's m: how often a vowel is followed by a consonant."""
    return _sounds(word).count("vc")


def _loses_e(word: str) -> bool:
    """Whether the stemmer takes off an "e" behind `word`."""
    measure = _measure(word)
    short = _sounds(word).endswith("cvc") and word[-1] not in "wxy"
    return measure > 1 or (measure == 1 and not short)


def _quoted(text: str) -> str:
    return '"' + text.replace("\0", " ").replace('"', '""') + '"'
