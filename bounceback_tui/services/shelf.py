"""What the tools that keep a list have in common: find, save, change, and delete to the trash."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.text import quoted
from bounceback_tui.services.lookup import back_from_latest, latest, one_meant, only
from bounceback_tui.services.tool import Tool
from bounceback_tui.storage.trash import Table, Thing, bring_back, put_away


class Kept(Protocol):
    """A frozen value with a key."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> str:
        """Its key; empty where it is new."""


Value = TypeVar("Value", bound=Kept)


class Shelf(Tool, Generic[Value]):
    """Keeps things of one kind. Each change is one step for undo."""

    TABLE: ClassVar[Table]
    """Where they are kept."""

    NOUN: ClassVar[str]
    """What one is called in a sentence."""

    def every(self) -> list[Value]:
        """All that are not in the trash. Raises StorageError."""
        raise NotImplementedError

    def store(self, thing: Value) -> None:
        """Write one down, inside a transaction."""
        raise NotImplementedError

    def name_of(self, thing: Value) -> str:
        """What it is called in the label of a step."""
        raise NotImplementedError

    def find(self, beginning: str) -> Value:
        """The one whose key begins so; "-1" is the one that was added last. Raises CannotDo."""
        place = back_from_latest(beginning)
        if place is not None:
            every = sorted(self.every(), key=lambda one: one.id, reverse=True)
            return latest(every[place : place + 1], len(every), self.NOUN)
        wanted = beginning.strip().upper()
        return only([one for one in self.every() if one.id.startswith(wanted)], self.NOUN, beginning)

    def meant(self, said: str) -> Value:
        """The one whose key begins so, or else whose words do. Raises CannotDo."""
        return one_meant(self.every(), said, self.find, self.name_of, self.NOUN)

    def put(self, thing: Value, doing: str = "save") -> str:
        """Keep one, new or in place of what was there; its key. Words that were deleted meanwhile come back.

        `doing` is what is done, for the label of the step. Raises StorageError.
        """
        kept = replace(thing, id=thing.id or new_id(self._clock.now().utc))
        with self._undo.step(f"{doing} {quoted(self.name_of(kept))}"):
            self.store(kept)
            bring_back(self._database, [Thing(self.TABLE, kept.id)])
        return kept.id

    def remove(self, key: str) -> Value:
        """Put one into the trash; what it was. Raises CannotDo and StorageError."""
        thing = self.find(key)
        with self._undo.step(f"delete {quoted(self.name_of(thing))}"):
            put_away(self._database, [Thing(self.TABLE, thing.id)], self._clock.now())
        return thing
