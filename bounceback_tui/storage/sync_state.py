"""What a journal remembers of the others: where they are reached, and what is on its way."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.sync import Parcel
from bounceback_tui.storage.columns import stamp
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.sync_heads import Heads
from bounceback_tui.storage.sync_out import Outgoing
from bounceback_tui.storage.sync_rows import every_key
from bounceback_tui.storage.version_11 import note_for_others, note_nothing


class State(NamedTuple):
    """Where the others are reached."""

    remote: str
    identity: str
    """The key that opens what they tell."""
    wrapped: bytes
    """The same, sealed with the passphrase."""
    taken: str
    """The commit up to which everything was taken in."""
    worked_at: str | None
    """When it last worked, as a stamp."""


class Counts(NamedTuple):
    """How much there is of what somebody may want to know."""

    to_tell: int
    """Rows that the others do not know yet."""
    unread: int
    """Parcels that could not be read."""
    waiting: int
    """Rows that wait for what they belong to."""


def get(db: Database) -> State | None:
    """None where nothing was set up. Raises StorageError."""
    row = db.row("SELECT remote, identity, wrapped, taken, worked_at FROM sync")
    return State(*row) if row else None


def begin(db: Database, state: State, machine: str) -> None:
    """Set it up: all that is there is to be told. Raises StorageError."""
    with db.write():
        db.insert("sync", one=1, machine=machine, counter=0, **state._asdict())
        note_for_others(db.run)
        for _, select in every_key(db):
            db.run(f"INSERT OR IGNORE INTO sync_changed {select}")


def end(db: Database) -> None:
    """Forget all of it; the journal stays as it is. Raises StorageError."""
    with db.write():
        note_nothing(db.run)
        for table in ("sync", "sync_changed", "sync_head", "sync_row", "sync_out", "sync_parcel"):
            db.run(f"DELETE FROM {table}")


def move(db: Database, remote: str) -> None:
    """The others are reached elsewhere. Raises StorageError."""
    with db.write():
        db.run("UPDATE sync SET remote = ?, taken = ''", (remote,))


def seal(db: Database, now: Moment, new_name: Callable[[], str], close: Callable[[Parcel], bytes]) -> None:
    """Make sealed parcels of all that is to be told. Raises StorageError."""
    with db.write():
        for parcel in Outgoing(db, now, new_name).parcels():
            db.insert("sync_out", name=parcel.name, sealed=close(parcel))


def on_the_way(db: Database) -> dict[str, bytes]:
    """Sealed parcels by name. Raises StorageError."""
    return dict(db.rows("SELECT name, sealed FROM sync_out"))


def known(db: Database) -> set[str]:
    """Names of the parcels that were taken in or made here. Raises StorageError.

    What could not be read is none of them: it may have been put right, or the program can read it by now.
    """
    return {str(name) for (name,) in db.rows("SELECT name FROM sync_parcel WHERE problem = ''")}


def cannot_read(db: Database, name: str, problem: str) -> None:
    """Remember that a parcel cannot be read. Raises StorageError."""
    with db.write():
        Heads(db).know(Parcel(name, 0, "", "", 0, ()), problem)


def worked(db: Database, taken: str, now: Moment) -> None:
    """Everybody knows everything. Raises StorageError."""
    with db.write():
        db.run("DELETE FROM sync_out")
        db.run("UPDATE sync SET taken = ?, worked_at = ?", (taken, stamp(now)))


def counts(db: Database) -> Counts:
    """Raises StorageError."""
    row = db.row(
        """SELECT (SELECT count(*) FROM sync_changed) + (SELECT count(*) FROM sync_out),
        (SELECT count(*) FROM sync_parcel WHERE problem <> ''),
        (SELECT count(*) FROM sync_row WHERE waiting IS NOT NULL)"""
    )
    return Counts(*row) if row else Counts(0, 0, 0)
