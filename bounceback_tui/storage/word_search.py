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

TOKENS = "porter unicode61 remove_diacritics 2"
"""How the index cuts a text into words: folded, without diacritics, and down to the stem."""

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

_SHORTER = ("ag", "be", "do", "dy", "go", "ic", "ly", "ow", "ty", "us", "vy")
"""The few: "going" is kept as "go". Others would find "in" at "ini", and "in" stands in every entry."""

_NO_PLURALS = ("ans", "hes", "ins", "ons", "ors", "thes")
"""Beginnings ("answer") that the index would take for the plural of something that stands in every entry."""

_GONE_WITH_NESS = ("ful", "ous")
"""What the stemmer takes off together with "ness" behind it: "hopefulness" is kept as "hope"."""

_LONGEST = max(map(len, _ENDINGS))

_LONGEST_WORD = 40
"""Letters of a word that is looked at so closely."""

_MARK = "[\u0300-\u036f]"
"""A diacritic that stands for itself behind its letter."""


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
    before, last = _last_word(term.text)
    if not 2 <= len(last) <= _LONGEST_WORD:
        return f"({whole} OR {whole} *)"
    exact = [] if last in _NO_PLURALS and not has_words(before) else [whole]
    return "(" + " OR ".join(dict.fromkeys([*exact, *_going_on(before, last)])) + ")"


def _going_on(before: str, word: str) -> list[str]:
    """What finds every word that begins with `word`, behind what stands `before` it, and little else.

    Taken as it is, the beginning would be stemmed like a whole word: "bus" as the plural of "bu", and so
    find "but", while "any" would become "ani" and not find "anyone". And half an ending would find nothing
    between the stem and the whole word: hits for "rejection" would vanish at "rejecti".
    """
    return [
        *(f"{_quoted(before + beginning)} *" for beginning in _beginnings(word)),
        *(_quoted(before + whole) for whole in completions(word)),
    ]


def _beginnings(word: str) -> Iterator[str]:
    """Beginnings to look for that come out of the stemmer as they are."""
    if not _measure(word):
        yield word
    elif (word[-1] == "e" and _loses_e(word[:-1])) or word.endswith(_GONE_WITH_NESS):
        yield from (f"{word}{sign}ness" for sign in "abcdefghijklmnopqrstuvwxyz")
    else:
        # "ness" is taken off late, after everything that would change what stands before it
        yield word + "ness"


def completions(word: str) -> list[str]:
    """Whole words that `word` may be about to become, and of which the index keeps less than was typed."""
    doubled = len(word) > _SHORTEST and word[-1] == word[-2]
    found = [word + "ing"] if doubled else []  # "runn", kept as "run"
    for typed in range(1, min(_LONGEST, len(word)) + 1):
        stem, rest = word[:-typed], word[-typed:]
        if len(stem) >= _SHORTEST or stem in _SHORTER:
            found += [stem + ending for ending in _ENDINGS if ending.startswith(rest)]
    return list(dict.fromkeys(found))


def _last_word(text: str) -> tuple[str, str]:
    """What stands before the last word of a text, and that word as the index folds it; "" where unsure."""
    start, end = 0, 0
    for found in re.finditer(f"(?:[^\\W_]|{_MARK})+", text):
        start, end = found.span()
    # what Unicode did not know may be a letter to SQLite, which has a list of its own
    if any(unicodedata.category(sign) in ("Cn", "Co") for sign in text[end:]):
        return text, ""
    word = "".join(_bare(sign) for sign in text[start:end].lower() if not re.match(_MARK, sign))
    return text[:start], word


def _bare(sign: str) -> str:
    """A letter without diacritics where that leaves a plain one; others are kept in the index as they are."""
    first = unicodedata.normalize("NFD", sign)[0]
    return first if first.isascii() else sign


def _sounds(word: str) -> str:
    """A word as vowels (v) and consonants (c), by Porter's rule for "y"; the stemmer goes byte by byte."""
    sounds = ""
    for letter in word.encode():
        sounds += "v" if letter in b"aeiou" or (letter == ord("y") and sounds.endswith("c")) else "c"
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
