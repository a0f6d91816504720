"""What a search for words finds beside entries: in what the tools keep, and on the steps of the guide."""

from __future__ import annotations

from contextlib import suppress

from bounceback_tui.domain.query_values import Query
from bounceback_tui.domain.things import NOUNS, counted
from bounceback_tui.storage import elsewhere
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.elsewhere import Hit
from bounceback_tui.storage.errors import StorageError

SHOWN = 500
"""Things that are listed; a word that is in more of them finds nothing in particular."""


class Elsewhere:
    """Looks through the words of everything but entries."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def told(self, query: Query) -> str:
        """ "Also in: 2 leads, 1 thought record"; empty where there is nothing, or more than words is asked.

        Never raises: what the search itself finds is told in any case.
        """
        found: dict[str, int] = {}
        if is_words(query):
            with suppress(StorageError):
                found = elsewhere.counts(self._database, query.words)
        parts = [counted(place, found[place]) for place in NOUNS if place in found]
        return f"Also in: {', '.join(parts)}" if parts else ""

    def hits(self, query: Query) -> list[Hit]:
        """These things, in the order in which they are counted. Raises StorageError."""
        found = elsewhere.hits(self._database, query.words, SHOWN) if is_words(query) else []
        order = list(NOUNS)
        return sorted(found, key=lambda one: order.index(one.place))


def is_words(query: Query) -> bool:
    """Whether a query asks for words and for nothing else."""
    return bool(query.words) and query == Query(words=query.words)
