"""Thought records: a hot thought looked at from both sides."""

from __future__ import annotations

from datetime import date, timedelta

from bounceback_tui.domain.due import Due, DueKind
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.text import capital, one_line, quoted
from bounceback_tui.domain.thought import LONGEST_TRAP, ThoughtRecord, Trap, same_trap
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.tool import Tool
from bounceback_tui.storage import thoughts
from bounceback_tui.storage.trash import Table, Thing, put_away


class Thoughts(Tool):
    """The thoughts that were answered, or begun to be."""

    def every(self) -> list[ThoughtRecord]:
        """All thought records, those that are not finished first, then the latest first."""
        return sorted(thoughts.every(self._database), key=lambda one: one.finished)

    def find(self, key: str) -> ThoughtRecord | None:
        """The thought record under a key, or None."""
        return thoughts.one(self._database, key)

    def begun(self, episode_id: str) -> ThoughtRecord | None:
        """The latest of an episode that is not finished, or None."""
        found = (one for one in self.every() if one.episode_id == episode_id and not one.finished)
        return next(found, None)

    def put(self, record: ThoughtRecord) -> None:
        """Keep a thought record as it stands; only the thought is needed. Raises StorageError."""
        with self._undo.step(f"save {quoted(record.thought)}"):
            thoughts.put(self._database, record)

    def delete(self, record: ThoughtRecord) -> None:
        """Put a thought record into the trash. Raises StorageError."""
        with self._undo.step(f"delete {quoted(record.thought)}"):
            put_away(self._database, [Thing(Table.THOUGHT, record.id)], self._clock.now())

    def traps(self) -> list[Trap]:
        """The thinking traps that come with the program, then the person's own."""
        from bounceback_tui.formats.cards import read_list  # noqa: PLC0415 - what is due needs no traps
        from bounceback_tui.resources import asset  # noqa: PLC0415 - see above

        parts = (
            card.partition(": ") for group in read_list(asset("thinking-traps.md")) for card in group.items
        )
        return [
            *(Trap(name, capital(about)) for name, _, about in parts),
            *thoughts.own_traps(self._database),
        ]

    def add_trap(self, name: str) -> Trap:
        """Keep a thinking trap of one's own; one that is there already is that one. Raises CannotDo."""
        name = one_line(name)
        if not name or len(name) > LONGEST_TRAP:
            raise CannotDo(f"A trap has a name of 1 to {LONGEST_TRAP} characters. Nothing was changed.")
        if there := same_trap(name, self.traps()):
            return there
        trap = Trap(name, id=new_id(self._clock.now().utc))
        with self._undo.step(f"add the trap {quoted(name)}"):
            thoughts.put_trap(self._database, trap)
        return trap

    def remove_trap(self, trap: Trap) -> Trap:
        """Put one of the person's own into the trash; records in which it was seen keep it. CannotDo."""
        if not trap.id:
            raise CannotDo(f"{quoted(trap.name)} comes with the program and stays. Nothing was changed.")
        with self._undo.step(f"remove the trap {quoted(trap.name)}"):
            put_away(self._database, [Thing(Table.TRAP, trap.id)], self._clock.now())
        return trap

    def due(self, today: date, until: date) -> list[Due]:
        """A thought begun yesterday and not answered yet: offered on this one day, and never again."""
        return [
            Due(
                today,
                f"go on with {quoted(one.thought, 30)}, if you like",
                DueKind.THOUGHT,
                "reframe",
                one.id,
            )
            for one in thoughts.written_on(self._database, today - timedelta(days=1))
            if not one.finished
        ]
