"""What the tools keep, found by its words: see `tool_words.py` for the index."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bounceback_tui.domain.query_values import Term
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.standing import OF_EPISODE, STANDS
from bounceback_tui.storage.word_search import has_words, match_of

_STANDING = f"EXISTS (SELECT 1 FROM episode {OF_EPISODE} WHERE {STANDS} AND episode.id = {{0}})"
_OF_EPISODE = _STANDING.format("substr(findable.key, 1, 26)")
_OF_THOUGHT = _STANDING.format("thought.episode_id")

_SEEN = f"""CASE place
    WHEN 'feedback' THEN {_OF_EPISODE}
    WHEN 'tick' THEN {_OF_EPISODE}
    WHEN 'thought' THEN EXISTS (
        SELECT 1 FROM thought WHERE thought.id = findable.key AND (episode_id IS NULL OR {_OF_THOUGHT}))
    WHEN 'preparation' THEN EXISTS (
        SELECT 1 FROM preparation JOIN application ON application.id = application_id
        WHERE preparation.id = findable.key AND application.deleted_at IS NULL)
    ELSE 1 END"""
"""What belongs to a rejection or an application that was taken back is seen nowhere, and so not found."""

_FROM = "FROM tool_words JOIN findable ON findable.number = tool_words.rowid WHERE tool_words MATCH ?"

_AROUND = 24
"""Words that are shown around a hit."""


class Hit(NamedTuple):
    """A thing that was found."""

    place: str
    """Its table."""
    key: str
    """Its key; of a step those of the episode and of the step, parted by a space."""
    words: str
    """Its words around the hit."""


def counts(db: Database, words: Sequence[Term]) -> dict[str, int]:
    """How many things of each table hold all of these words, and none of those that must not be there."""
    match = _match(words)
    if not match:
        return {}
    return dict(db.rows(f"SELECT place, count(*) {_FROM} AND {_SEEN} GROUP BY place", (match,)))


def hits(db: Database, words: Sequence[Term], limit: int) -> list[Hit]:
    """These things, each table's together, the latest first in it."""
    match = _match(words)
    if not match:
        return []
    return [
        Hit(*row)
        for row in db.rows(
            f"""SELECT place, key, snippet(tool_words, 0, '', '', '…', {_AROUND}) {_FROM} AND {_SEEN}
            ORDER BY place, key DESC LIMIT ?""",
            (match, limit),
        )
    ]


def _match(words: Sequence[Term]) -> str:
    """What to look for; empty where there is no word, since signs alone are not in the index."""
    wanted = [term for term in words if not term.negated]
    if not wanted or not all(has_words(term.text) for term in wanted):
        return ""
    return match_of(wanted, [term for term in words if term.negated and has_words(term.text)])
