"""The same journal on several machines: what was written here goes there, and the other way round.

The way of the data: docs/decisions.md, "Several machines".
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from bounceback_tui import git, sealed
from bounceback_tui.clock import Clock
from bounceback_tui.domain.going import Going, go_on, onwards
from bounceback_tui.domain.sync import Parcel
from bounceback_tui.domain.sync_report import Report, Status
from bounceback_tui.domain.text import one_line
from bounceback_tui.formats import parcel_file
from bounceback_tui.git import Blob, Git, GitError
from bounceback_tui.services import sync_begin
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.sync_repository import (
    check_key,
    is_broken,
    key_in,
    make_where_empty,
    missing_there,
    opened_git,
    parcel_of,
    parcels_in,
    reason,
)
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage import sync_state
from bounceback_tui.storage.columns import utc_from
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.journal_file import ROWS_VERSION
from bounceback_tui.storage.sync_in import Incoming
from bounceback_tui.storage.sync_state import State
from bounceback_tui.storage.sync_words import differences

FOLDER = "-sync"
"""What the name of the folder ends in that is kept beside a journal, behind the name of that."""

_NOTHING_YET = "Nothing is set up yet; `bounceback sync init REMOTE` begins. Nothing was changed."

_TRIES = 8
"""How often it is tried again where another machine was quicker."""


class Sync:
    """Exchanges an open journal with others of the same person."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        undo: Undo,
        path: Path,
        environ: Mapping[str, str],
    ) -> None:
        self._database = database
        self._clock = clock
        self._undo = undo
        self._folder = path.with_name(path.name + FOLDER)
        self._environ = environ

    @property
    def is_set_up(self) -> bool:
        """Raises StorageError."""
        return sync_state.get(self._database) is not None

    @property
    def holds_it(self) -> str:
        """What to add where something is deleted for good; empty where nothing was set up."""
        state = sync_state.get(self._database)
        return f" So does the history of {one_line(state.remote)}, sealed." if state else ""

    def status(self) -> Status | None:
        """How it stands; None where nothing was set up. Raises StorageError."""
        state = sync_state.get(self._database)
        if state is None:
            return None
        counts = sync_state.counts(self._database)
        worked = utc_from(state.worked_at) if state.worked_at else None
        return Status(state.remote, worked, *counts, len(differences(self._database)))

    def set_up(self, remote: str, ask: Callable[[bool], str], going: Going = onwards) -> Report:
        """Begin to exchange, and do it once. Raises CannotDo, StorageError and Stopped.

        `ask` gives the passphrase, and is told whether it is a new one. Where the remote holds a journal
        already, this one becomes a part of it. One that was set up before moves to another remote.
        """
        remote = sync_begin.named(remote)
        state = sync_state.get(self._database)
        if not (state and state.remote == remote):
            sync_begin.look_at(remote)
        joined = False
        if state and state.remote != remote:
            with self._opened(remote) as opened:
                self._reach(opened, going)
                check_key(opened, state, opened.files(opened.commit(git.THEIRS)))
            sync_state.move(self._database, remote)
        elif not state:
            with self._opened(remote) as opened:
                wrapped = self._reach(opened, going)
                joined = wrapped is not None
                sync_state.begin(self._database, sync_begin.state(remote, wrapped, ask), sync_begin.machine())
        return self.run(going)._replace(joined=joined)

    def run(self, going: Going = onwards) -> Report:
        """Exchange everything that is new on either side. Raises CannotDo, StorageError and Stopped."""
        state = sync_state.get(self._database)
        if state is None:
            raise CannotDo(_NOTHING_YET)
        with self._opened(state.remote) as opened:
            try:
                return self._exchange(opened, state, going)
            except GitError as error:
                if not is_broken(error):
                    raise
                # all that is in it is in the journal as well, or with the others
                opened.forget()
                opened.prepare()
                return self._exchange(opened, state, going)

    def stop(self) -> None:
        """Exchange no more, and forget all that was for it; the journal stays. CannotDo, StorageError.

        What the remote holds stays there. Begun anew, what two machines have alike is one thing again.
        """
        state = sync_state.get(self._database)
        if state is None:
            raise CannotDo(_NOTHING_YET)
        with self._opened(state.remote) as opened:
            sync_state.end(self._database)
            opened.forget()

    def _exchange(self, opened: Git, state: State, going: Going) -> Report:
        seal = self._seal(state)
        self._pack(seal)
        taken = 0
        for _ in range(_TRIES):
            theirs = self._fetched(opened, going)
            ours = sync_state.on_the_way(self._database)
            if theirs and theirs == state.taken and not ours:
                return self._done(opened, theirs, 0, taken, 0)
            files = opened.files(theirs)
            check_key(opened, state, files)
            taken += self._take_in(opened, seal, files, going)
            self._pack(seal)  # what is to be told of what came
            ours = sync_state.on_the_way(self._database)
            more, lost = missing_there(opened, seal, state.wrapped, files, ours)
            commit = theirs
            if more:
                again = {one.path for one in more}
                commit = opened.write([*(one for one in files if one.path not in again), *more], theirs)
                try:
                    self._pushed(opened, commit, going)
                except git.Moved:
                    continue
            return self._done(opened, commit, len(ours), taken, lost)
        raise CannotDo(
            "Other machines were at it at the same time, again and again. What you wrote is kept and goes the"
            " next time; try again in a moment."
        )

    def _done(self, opened: Git, commit: str, sent: int, taken: int, lost: int) -> Report:
        """Everybody knows everything that there is in a commit."""
        opened.point(commit)
        sync_state.worked(self._database, commit, self._clock.now())
        unread = sync_state.counts(self._database).unread
        return Report(sent, taken, lost, unread, len(differences(self._database)))

    def _pack(self, seal: sealed.Seal) -> None:
        """Make parcels of what was written here."""
        sync_state.seal(
            self._database,
            self._clock.now(),
            lambda: os.urandom(16).hex(),
            lambda parcel: seal.close(parcel_file.to_bytes(parcel)),
        )

    def _take_in(self, opened: Git, seal: sealed.Seal, files: Sequence[Blob], going: Going) -> int:
        """Take in the parcels that are not known yet, each as a whole; how many."""
        known = sync_state.known(self._database)
        fresh = [(name, one) for name, one in parcels_in(files) if name not in known]
        order, unread = list[tuple[int, str, Blob]](), dict[str, str]()
        for name, blob in fresh:
            parcel = parcel_of(opened, seal, name, blob)
            if isinstance(parcel, str):
                unread[name] = parcel
            elif parcel.schema > ROWS_VERSION:
                raise CannotDo(
                    "Another of your machines has a newer bounceback, so nothing was taken in; what you wrote"
                    " is kept. Update the program here, too."
                )
            else:
                order.append((parcel.counter, name, blob))
        for name, problem in unread.items():
            sync_state.cannot_read(self._database, name, problem)
        for number, (_, name, blob) in enumerate(sorted(order)):
            go_on(going, number / len(order))
            parcel = parcel_of(opened, seal, name, blob)
            if isinstance(parcel, Parcel):
                self._take(seal, parcel)
        return len(order)

    def _take(self, seal: sealed.Seal, parcel: Parcel) -> None:
        with self._database.write():
            self._undo.pass_over()
            self._pack(seal)
            incoming = Incoming(self._database)
            incoming.take(parcel)
            incoming.finish()

    def _reach(self, opened: Git, going: Going) -> bytes | None:
        """Look at a remote for the first time; the key in it, None where nothing is."""
        make_where_empty(opened)
        return key_in(opened, opened.files(self._fetched(opened, going)))

    @staticmethod
    def _seal(state: State) -> sealed.Seal:
        try:
            return sealed.Seal(state.identity)
        except sealed.NoLibrary as error:
            raise CannotDo(f"{error} Nothing was changed.") from error

    def _fetched(self, opened: Git, going: Going) -> str:
        with self._reaching(opened):
            return opened.fetch(going)

    def _pushed(self, opened: Git, commit: str, going: Going) -> None:
        with self._reaching(opened):
            opened.push(commit, going)

    @contextmanager
    def _reaching(self, opened: Git) -> Iterator[None]:
        try:
            yield
        except git.Moved:
            raise
        except GitError as error:
            if is_broken(error):
                raise
            raise CannotDo(
                f"{one_line(opened.remote)} could not be reached ({reason(error)}). What you wrote is kept"
                f" and goes the next time; {self._last_worked()}."
            ) from error

    def _last_worked(self) -> str:
        status = self.status()
        if status is None or status.worked_at is None:
            return "it has not worked yet"
        at = status.worked_at.astimezone(self._clock.zone)
        return f"it last worked on {at:%Y-%m-%d} at {at:%H:%M}"

    @contextmanager
    def _opened(self, remote: str) -> Iterator[Git]:
        """The repository of our own. Raises CannotDo."""
        if self._database.read_only:
            raise CannotDo("Nothing is changed with --read-only; leave it out. Nothing was changed.")
        with opened_git(self._folder, remote, self._environ) as opened:
            yield opened
