"""Words to look for, in the syntax of the index of words (SQLite's FTS5)."""

from __future__ import annotations

from collections.abc import Sequence

from bounceback_tui.domain.query import Term

_ENDINGS = (
    *("ations", "ication", "izations", "isations", "iveness", "fulness", "ousness", "ability", "ibility"),
    *("ings", "ingly", "edly", "ions", "ially", "ances", "ences", "ancies", "encies", "ments", "nesses"),
    *("ables", "ibles", "ities", "ers", "ies", "ively", "fully", "ously", "ants", "ents", "als", "ators"),
    *("ates", "ated", "ating", "ators", "ically", "ism", "ist", "izes", "ized", "izing"),
)
"""Common English endings that the index cuts off a word."""

_SHORTEST = 3
"""Letters that a word keeps at least when an ending is cut off."""


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
    stems = half_typed_stems(term.text) if term.text.isalnum() else []
    return "(" + " OR ".join([f"{whole} *", *(_quoted(stem) for stem in stems)]) + ")"


def half_typed_stems(word: str) -> list[str]:
    """What may stand in the index for a word of which `word` was typed so far.

    The index keeps stems ("rejection" as "reject"), so a half-typed ending ("rejecti") would find nothing
    between the stem and the whole word, and hits would vanish while somebody types. So the part before
    anything that looks like the start of an ending is looked for too.
    """
    stems = []
    for cut in range(1, min(7, len(word) - _SHORTEST + 1)):
        stem, rest = word[:-cut], word[-cut:].casefold()
        if any(ending.startswith(rest) for ending in _ENDINGS):
            stems += [stem, stem + "e"]
        if stem[-1:] == stem[-2:-1] and any(ending.startswith(rest) for ending in _ENDINGS):
            stems.append(stem[:-1])
    if len(word) > _SHORTEST and word[-1] == word[-2]:
        stems.append(word[:-1])
    return list(dict.fromkeys(stems))


def _quoted(text: str) -> str:
    return '"' + text.replace("\0", " ").replace('"', '""') + '"'
