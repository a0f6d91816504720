"""Searches with a name, to look again for what was looked for before."""

from __future__ import annotations

from bounceback_tui.clock import Clock
from bounceback_tui.domain.query import LONGEST, SavedSearch, parse
from bounceback_tui.domain.text import quoted
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.settings import Settings
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage import searches
from bounceback_tui.storage.database import Database

LONGEST_NAME = 40
"""Characters of a name."""


class Searches:
    """Saved searches. Each is kept as it was typed: "since:january" goes on to mean the latest January."""

    def __init__(self, database: Database, clock: Clock, undo: Undo, settings: Settings) -> None:
        self._database = database
        self._clock = clock
        self._undo = undo
        self._settings = settings

    def every(self) -> list[SavedSearch]:
        """All of them, by name."""
        return sorted(searches.every(self._database), key=lambda one: one.name.casefold())

    def find(self, name: str) -> SavedSearch | None:
        """The one of that name; case does not matter."""
        wanted = _one_line(name).casefold()
        return next((one for one in self.every() if one.name.casefold() == wanted), None)

    def save(self, name: str, query: str) -> SavedSearch:
        """Give the text of a search a name; one that has this name already is replaced. Raises CannotDo."""
        saved = SavedSearch(_one_line(name), _one_line(query))
        if not saved.name:
            raise CannotDo("Give the search a name of a word or two. Nothing was saved.")
        if len(saved.name) > LONGEST_NAME:
            raise CannotDo(f"A name has at most {LONGEST_NAME} characters. Nothing was saved.")
        self.check(saved.query)
        there = self.find(saved.name)
        with self._undo.step(f"save the search {quoted(saved.name)}"):
            searches.put(self._database, saved, there.name if there else None)
        return saved

    def forget(self, name: str) -> SavedSearch:
        """Forget one; what it was. Raises CannotDo."""
        there = self.find(name)
        if there is None:
            raise CannotDo(f"There is no search {quoted(_one_line(name))}. Nothing was changed.")
        with self._undo.step(f"forget the search {quoted(there.name)}"):
            searches.forget(self._database, there.name)
        return there

    def check(self, query: str) -> None:
        """Raises CannotDo where a search is not clear, or looks for nothing."""
        text = _one_line(query)[: LONGEST + 1]
        read = parse(text, self._clock.now().local_date, self._settings.date_order)
        if read.problems:
            raise CannotDo(f"The search is not clear yet, and was not saved: {read.problems[0]}")
        if not read:
            raise CannotDo("The search looks for nothing yet, and was not saved.")


def _one_line(text: str) -> str:
    return " ".join(text.split())
