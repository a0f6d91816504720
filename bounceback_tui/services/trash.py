"""The trash: everything that was deleted or taken back, to bring back or to delete for good."""

from __future__ import annotations

import json

from bounceback_tui.clock import Clock
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import quoted
from bounceback_tui.domain.things import noun
from bounceback_tui.domain.trash import Trashed
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.lookup import only
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage import passed_over, trash_list
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import StorageError, does_not_fit
from bounceback_tui.storage.for_good import destroy, forget_passed_over
from bounceback_tui.storage.trash import Table, Thing, bring_back, gone_with

SHOWN = 1000
"""Things that are listed; older entries are found with is:deleted."""

_GONE = "It is no longer in the trash. Nothing was changed."


class Trash:
    """What a person can do with what lies in the trash."""

    def __init__(self, database: Database, clock: Clock, undo: Undo) -> None:
        self._database = database
        self._clock = clock
        self._undo = undo

    def everything(self) -> list[Trashed]:
        """What lies in it, the latest first. Raises StorageError."""
        found = [
            Trashed(one.table, one.key, one.words, Moment.seen_in(self._clock.zone, one.deleted), one.days)
            for one in trash_list.everything(self._database, SHOWN)
        ]
        found += [
            Trashed(
                one.place, one.id, _words(one), Moment.seen_in(self._clock.zone, one.passed), passed_over=True
            )
            for one in passed_over.every(self._database, SHOWN)
        ]
        return sorted(found, key=lambda one: (one.at, one.key), reverse=True)[:SHOWN]

    def application(self, beginning: str) -> Trashed:
        """The application in it whose key begins so. Raises CannotDo."""
        return self._one(Table.APPLICATION, "application", beginning)

    def checkin(self, beginning: str) -> Trashed:
        """The check-in in it whose key begins so. Raises CannotDo."""
        return self._one(Table.CHECKIN, "check-in", beginning)

    def _one(self, table: Table, name: str, beginning: str) -> Trashed:
        wanted = beginning.strip().upper()
        return only(
            [
                one
                for one in self.everything()
                if one.place == table and not one.passed_over and one.key.startswith(wanted)
            ],
            f"{name} in the trash",
            beginning,
        )

    def restore(self, one: Trashed) -> None:
        """Bring something back with what went there with it, or let it say again what it said. CannotDo."""
        with self._undo.step(f"restore {name_of(one)}"):
            if one.passed_over:
                self._write_back(one)
            else:
                things = gone_with(self._database, Thing(Table(one.place), one.key))
                if not things:
                    raise CannotDo(_GONE)
                bring_back(self._database, things)

    def destroy(self, one: Trashed) -> None:
        """Delete something in the trash for good, with all that is only its own. Raises CannotDo.

        It cannot be taken back, nor can what was done before to it. Backups still hold it.
        """
        try:
            with self._database.write():
                self._undo.pass_over()  # else words of other things could go with the steps
                if one.passed_over:
                    forget_passed_over(self._database, one.key)
                    return
                thing = Thing(Table(one.place), one.key)
                if not gone_with(self._database, thing):
                    raise CannotDo(_GONE)
                destroy(self._database, thing)
        except StorageError as error:
            if not does_not_fit(error):
                raise
            raise CannotDo(
                "An entry still tells of it, so it stays. Nothing was changed; delete that entry first."
            ) from error

    def _write_back(self, one: Trashed) -> None:
        wording = passed_over.find(self._database, one.key)
        if wording is None:
            raise CannotDo(_GONE)
        try:
            with self._database.write():
                passed_over.write_back(self._database, wording)
        except StorageError as error:
            if not does_not_fit(error):
                raise
            raise CannotDo(
                "What it belonged to is deleted for good, so it has no place any more. Nothing was changed;"
                " its words stay here."
            ) from error


def name_of(one: Trashed) -> str:
    """ "lead “Ann”", as it stands in a sentence; an entry by its title alone, as everywhere."""
    words = quoted(one.words) if one.words.strip() else ""
    return words if words and one.place == Table.ENTRY else f"{noun(one.place)} {words}".strip()


def _words(wording: passed_over.Passed) -> str:
    """The words of a row in one line, the names of thinking traps among them."""
    content = wording.content
    traps = content.get("traps")
    if traps:
        content = {**content, "traps": ", ".join(map(str, json.loads(traps)))}
    return " · ".join(part for part in passed_over.words_of(wording.place, content) if part.strip())
