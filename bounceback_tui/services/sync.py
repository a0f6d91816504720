"""The same journal on several machines: what was written here goes there, and the other way round.

The way of the data: CONTRIBUTING, "Several machines".
"""

from __future__ import annotations

import os
import re
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
from bounceback_tui.git_locks import Busy
from bounceback_tui.services import sync_begin
from bounceback_tui.services.errors import CannotDo
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

KEY_FILE = b"identity.age"
"""The key in the repository, sealed with the passphrase."""

_NOTHING_YET = "Nothing is set up yet; `bounceback sync init REMOTE` begins. Nothing was changed."

_TRIES = 8
"""How often it is tried again where another machine was quicker."""

_PARCEL = re.compile(rb"parcels/([0-9a-f]{2})/([0-9a-f]{32})\.age")
_KEY_SIZE = 10_000  # bytes; a key takes 300
_BROKEN = ("corrupt", "loose object", "bad object", "is empty", "unable to read", "missing blob", "bad tree")
"""What git says of a repository that lost something, as by a power cut."""


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
        joined = False
        if state and state.remote != remote:
            with self._opened(remote) as opened:
                self._reach(opened, going)
                self._check_key(opened, state, opened.files(opened.commit(git.THEIRS)))
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
                if not any(mark in str(error) for mark in _BROKEN):
                    raise
                # all that is in it is in the journal as well, or with the others
                opened.forget()
                opened.prepare()
                return self._exchange(opened, state, going)

    def stop(self) -> None:
        """Exchange no more, and forget all that was for it; the journal stays. CannotDo, StorageError.

        What the remote holds stays there. To begin anew, the rows of two machines need only be the same.
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
            self._check_key(opened, state, files)
            taken += self._take_in(opened, seal, files, going)
            self._pack(seal)  # what is to be told of what came
            ours = sync_state.on_the_way(self._database)
            more, lost = self._more(opened, state, files, ours)
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

    def _more(
        self, opened: Git, state: State, files: Sequence[Blob], ours: Mapping[str, bytes]
    ) -> tuple[list[Blob], int]:
        """Files that the others do not have as we read them, and how many of them they had once."""
        there = {one.path: one for one in files}
        lost = [
            one
            for one in opened.files(opened.commit())
            if _is_ours(one.path)
            and (one.path not in there or self._is_better(opened, state, one, there[one.path]))
        ]
        have = there.keys() | {one.path for one in lost}
        wanted = {_path(name): content for name, content in ours.items()} | {KEY_FILE: state.wrapped}
        fresh = [
            Blob("100644", "blob", opened.store(content), len(content), path)
            for path, content in wanted.items()
            if path not in have
        ]
        return [*lost, *fresh], len(lost)

    def _is_better(self, opened: Git, state: State, ours: Blob, theirs: Blob) -> bool:
        """Whether a parcel can be read as we have it, and not as it lies with the others by now."""
        found = _PARCEL.fullmatch(ours.path)
        if not found or ours.digest == theirs.digest:
            return False
        seal, name = self._seal(state), found[2].decode()
        here, there = (self._parcel(opened, seal, name, one) for one in (ours, theirs))
        return isinstance(here, Parcel) and isinstance(there, str)

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
        fresh = [(found[2].decode(), one) for one in files if (found := _PARCEL.fullmatch(one.path))]
        fresh = [(name, one) for name, one in fresh if name not in known]
        order, unread = list[tuple[int, str, Blob]](), dict[str, str]()
        for name, blob in fresh:
            parcel = self._parcel(opened, seal, name, blob)
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
            parcel = self._parcel(opened, seal, name, blob)
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

    def _parcel(self, opened: Git, seal: sealed.Seal, name: str, blob: Blob) -> Parcel | str:
        """A parcel, or why it is none."""
        if blob.kind != "blob" or not 0 <= blob.size <= parcel_file.LARGEST:
            return "too large"
        try:
            return parcel_file.from_bytes(seal.open(opened.content(blob)), name)
        except sealed.NotOpened:
            return "sealed for another key"
        except parcel_file.NotAParcel:
            return "not what bounceback makes"

    def _reach(self, opened: Git, going: Going) -> bytes | None:
        """Look at a remote for the first time; the key in it, None where nothing is."""
        folder = Path(opened.remote)
        if opened.is_folder and not (folder / "HEAD").is_file():
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                raise CannotDo(
                    f"{folder} holds something else. Nothing was changed; name an empty folder, or a new one."
                )
            if not folder.parent.is_dir():
                raise CannotDo(f"There is no folder {folder.parent}. Nothing was changed; make it first.")
            opened.make_remote()
        files = opened.files(self._fetched(opened, going))
        found = next((one for one in files if one.path == KEY_FILE and 0 <= one.size <= _KEY_SIZE), None)
        return opened.content(found) if found else None

    def _check_key(self, opened: Git, state: State, files: Sequence[Blob]) -> None:
        """Raises CannotDo where a remote belongs to another journal."""
        found = next((one for one in files if one.path == KEY_FILE), None)
        if found and (found.size > _KEY_SIZE or opened.content(found) != state.wrapped):
            raise CannotDo(
                f"{one_line(opened.remote)} belongs to another journal: its key is not yours. Nothing was"
                " changed there; name another place with `bounceback sync init`, or leave yours first with"
                " `bounceback sync stop` and join that one."
            )

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
            if any(mark in str(error) for mark in _BROKEN):
                raise
            raise CannotDo(
                f"{one_line(opened.remote)} could not be reached ({_reason(error)}). What you wrote is kept"
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
        try:
            opened = Git(self._folder, remote, self._environ)
        except git.NoGit as error:
            raise CannotDo(f"{error} Nothing was changed.") from error
        except Busy as error:
            raise CannotDo(f"{error} Nothing was changed; try again in a moment.") from error
        try:
            opened.prepare()
            yield opened
        except GitError as error:
            raise CannotDo(
                f"git did not do what it should ({_reason(error)}). Nothing was lost; try again."
            ) from error
        finally:
            opened.close()


def _path(name: str) -> bytes:
    return f"parcels/{name[:2]}/{name}.age".encode()


def _is_ours(path: bytes) -> bool:
    return path == KEY_FILE or _PARCEL.fullmatch(path) is not None


def _reason(error: Exception) -> str:
    """What git said, in one line without its own marks."""
    lines = [line for line in str(error).splitlines() if line.startswith(("fatal:", "error:", "ssh:"))]
    said = one_line((lines or str(error).splitlines() or ["it did not work"])[0])
    return said.removeprefix("fatal:").removeprefix("error:").strip()[:120]
