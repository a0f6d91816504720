"""People who were met in an application: whom the request for feedback goes to, among others."""

from __future__ import annotations

from bounceback_tui.domain.person import Person
from bounceback_tui.services.shelf import Shelf
from bounceback_tui.storage import people
from bounceback_tui.storage.trash import Table


class People(Shelf[Person]):
    """Their names, what they do there, and where mail reaches them."""

    TABLE = Table.PERSON
    NOUN = "person"

    def every(self) -> list[Person]:
        """Everybody, the latest first."""
        return people.every(self._database)

    def store(self, thing: Person) -> None:
        """Write one down."""
        people.put(self._database, thing)

    def name_of(self, thing: Person) -> str:
        """Their name."""
        return thing.name
