"""What somebody asks for by its name: an entry by words of its title, an application by company or role."""

from __future__ import annotations

from bounceback_tui.domain.named import NamedApplication, NamedEntry
from bounceback_tui.domain.query_values import Term
from bounceback_tui.storage import by_name
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.word_search import has_words

SHORTEST = 2
"""Letters from which on is looked: one alone would find nearly everything."""

FEW = 6
"""Of each kind so many are found at most; the searches of the pages find all."""

_LONGEST = 100
"""Characters that are looked at."""


class ByName:
    """Finds a few things by what is typed of their name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(self, typed: str) -> list[NamedEntry]:
        """The newest entries with all of these words in their title. Raises StorageError."""
        words = _words(typed)
        return (
            by_name.entries(self._database, [Term(word, prefix=True) for word in words], FEW) if words else []
        )

    def applications(self, typed: str) -> list[NamedApplication]:
        """Those with all of these words in company or role. Raises StorageError."""
        words = _words(typed)
        return by_name.applications(self._database, words, FEW) if words else []


def _words(typed: str) -> list[str]:
    """The words that can be looked for; empty for too little."""
    words = [word for word in typed[:_LONGEST].split() if has_words(word)]
    return words if sum(map(len, words)) >= SHORTEST else []
