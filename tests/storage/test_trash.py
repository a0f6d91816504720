"""What is deleted waits in the trash, and comes back with what went there along with it, and nothing else."""

from __future__ import annotations

from journals import moment

from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.trash import Table, Thing, bring_back, goes_with, gone_with, put_away
from bounceback_tui.storage.undo_schema import TRASHED

EARLIER, LATER = moment("2026-11-23T10:00+01:00"), moment("2026-11-23T11:00+01:00")


def test_what_is_in_the_trash_already_keeps_its_time(workspace: Workspace) -> None:
    key = workspace.journal.note("x")
    thing = Thing(Table.ENTRY, key)
    put_away(workspace.database, [thing], EARLIER)
    put_away(workspace.database, [thing], LATER)
    assert workspace.database.rows("SELECT deleted_at FROM entry") == [("2026-11-23T09:00:00.000000Z",)]
    bring_back(workspace.database, [thing])
    assert workspace.database.rows("SELECT deleted_at FROM entry") == [(None,)]


def test_only_what_is_there_can_go_and_only_what_went_can_come_back(workspace: Workspace) -> None:
    database = workspace.database
    key = workspace.journal.note("x", before=Reading(3))
    [(reading,)] = database.rows("SELECT id FROM checkin")
    entry, beside = Thing(Table.ENTRY, key), Thing(Table.CHECKIN, reading)
    assert set(goes_with(database, key)) == {entry, beside}
    assert gone_with(database, Thing(Table.ENTRY, key)) == ()
    put_away(database, [beside], EARLIER)
    assert goes_with(database, key) == (entry,)
    put_away(database, [entry], LATER)
    assert goes_with(database, key) == ()
    assert gone_with(database, Thing(Table.ENTRY, key)) == (entry,)
    assert goes_with(database, "nowhere") == gone_with(database, Thing(Table.ENTRY, "nowhere")) == ()


def test_an_application_comes_back_with_the_entry_it_went_with(workspace: Workspace) -> None:
    database = workspace.database
    logged = workspace.journal.log(Outcome(company="Acme", before=Reading(3)))
    things = [Thing(Table.APPLICATION, logged.application), Thing(Table.EVENT, logged.event)]
    put_away(database, [*goes_with(database, logged.id), *things], EARLIER)
    assert set(gone_with(database, Thing(Table.ENTRY, logged.id))) >= set(things)
    assert len(gone_with(database, Thing(Table.ENTRY, logged.id))) == 4
    bring_back(database, [things[0]])
    assert things[0] not in gone_with(database, Thing(Table.ENTRY, logged.id))


def test_what_has_a_trash_is_told_alike_by_undo_and_by_the_trash() -> None:
    assert set(TRASHED) == set(Table)
