"""What the options before the command say: which journal, and what time it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING

from bounceback_tui.cli.output import complain, tell
from bounceback_tui.cli.variables import COMMAND
from bounceback_tui.clock import Clock, clock_from_environment

if TYPE_CHECKING:
    from pathlib import Path

    from bounceback_tui.crashes import Crashes
    from bounceback_tui.domain.calendar_terms import DateOrder
    from bounceback_tui.domain.moment import Moment
    from bounceback_tui.domain.query_values import Query
    from bounceback_tui.plain import Imposed
    from bounceback_tui.services.backups import Backups
    from bounceback_tui.services.privacy import Key
    from bounceback_tui.services.settings import Settings
    from bounceback_tui.services.workspace import Workspace


class Session:
    """One run of the program; nothing is opened or read before it is asked for."""

    def __init__(
        self,
        db: str | None = None,
        demo: bool = False,
        *,
        read_only: bool = False,
        full: bool = False,
        plain: bool = False,
    ) -> None:
        """`db` is the file that was named; with `demo` the journal is a made-up one.

        With `read_only` nothing is written to it; with `full` everything is told of a fault of the program;
        `plain` is whether the flag asks for plain mode.
        """
        self.db = db
        self.demo = demo
        self.read_only = read_only
        self._full = full
        self._plain = plain

    @property
    def plain(self) -> Imposed | None:
        """What the flag or the environment says of plain mode; None where the settings decide."""
        from bounceback_tui.plain import imposed  # noqa: PLC0415 - commands print the same either way

        return imposed(self._plain, os.environ)

    @cached_property
    def clock(self) -> Clock:
        """The clock in use. Raises UsageError where BOUNCEBACK_NOW cannot be read."""
        try:
            return clock_from_environment()
        except ValueError as error:
            from click import UsageError  # noqa: PLC0415 - the app opens without

            raise UsageError(str(error)) from None

    @cached_property
    def crashes(self) -> Crashes:
        """Tells of faults of the program. Raises UsageError where BOUNCEBACK_NOW cannot be read."""
        from bounceback_tui.crashes import Crashes  # noqa: PLC0415 - most runs have no fault

        return Crashes(self.clock, self._full)

    def moment(self, words: str | None, meeting: bool = False) -> Moment | None:
        """The moment that was meant by a date in words, None where none was said. Raises UsageError.

        That of a `meeting` may lie ahead. What 3/4 means is asked where somebody is there to answer, and then
        remembered.
        """
        if words is None:
            return None
        from bounceback_tui.cli.dates_said import moment  # noqa: PLC0415 - most commands name no date

        return moment(self, words, meeting)

    @cached_property
    def settings(self) -> Settings:
        """What was settled once; a made-up journal begins with nothing settled."""
        from bounceback_tui.services.settings import Settings  # noqa: PLC0415 - few commands need it

        settings = Settings(self.config_folder)
        for problem in settings.problems:
            complain(problem)
        return settings

    @property
    def date_order(self) -> DateOrder:
        """What 3/4 means."""
        return self.settings.date_order

    @property
    def config_folder(self) -> Path | None:
        """The folder of the settings; None for a made-up journal, and where there is no home for it."""
        if self.demo:
            return None
        from bounceback_tui.paths import config_folder  # noqa: PLC0415 - few commands need it

        try:
            return config_folder()
        except RuntimeError:
            return None

    @property
    def named_by(self) -> str:
        """What names the journal: the flag before the environment, else the usual place."""
        from bounceback_tui.paths import VARIABLE  # noqa: PLC0415 - few commands need it

        if self.demo:
            return "--demo"
        return "--db" if self.db else VARIABLE if os.environ.get(VARIABLE) else "default"

    def query(self, words: tuple[str, ...]) -> Query:
        """What somebody looks for. Raises UsageError where any part of it is not understood.

        Without that part it would fit more than was asked for, and a script could not tell.
        """
        text = " ".join(words)
        if not text.strip():
            from bounceback_tui.domain.query_values import Query  # noqa: PLC0415 - a plain list reads no filters

            return Query()
        from bounceback_tui.domain.calendar_terms import DateOrder  # noqa: PLC0415 - `--help` does without
        from bounceback_tui.domain.query import parse  # noqa: PLC0415 - `--help` does without

        # without a colon there is no filter, and so no date
        order = self.date_order if ":" in text else DateOrder.ASK
        query = parse(text, self.clock.now().local_date, order)
        if query.problems:
            from click import UsageError  # noqa: PLC0415 - as above

            raise UsageError(" ".join(query.problems))
        return query

    @contextmanager
    def journal(self) -> Iterator[Path]:
        """Where the journal lies; a made-up one is gone afterwards. Raises CannotDo and StorageError."""
        from pathlib import Path  # noqa: PLC0415 - a short command opens it by its name

        with self._journal() as name:
            yield Path(name)

    @contextmanager
    def _journal(self) -> Iterator[str]:
        if self.demo:
            from bounceback_tui.cli.demo import demo_journal  # noqa: PLC0415 - seldom needed

            with demo_journal(self.clock) as path:
                yield str(path)
        else:
            yield self._name()

    def key(self, path: Path, *, with_backups: bool = False) -> Key | None:
        """What opens the journal, asked for where it is encrypted. Raises CannotDo and StorageError.

        `with_backups` also where the journal is damaged or gone, and only its backups can be opened.
        """
        if self.demo:
            return None
        from bounceback_tui.services import privacy  # noqa: PLC0415 - `--help` needs none of this

        if not (privacy.needs_key(path) if with_backups else privacy.is_encrypted(path)):
            return None
        from bounceback_tui.cli.passphrase import asked_key  # noqa: PLC0415 - most journals are plain

        return asked_key(path, privacy.unlocked_with_backups if with_backups else privacy.unlocked)

    def key_by_command(self, path: Path) -> Key | None:
        """What opens an encrypted journal, where a command that prints its passphrase is named.

        Raises CannotDo and StorageError.
        """
        if self.demo or not os.environ.get(COMMAND, "").strip():
            return None
        return self.key(path)

    @staticmethod
    def _tell_of_plain(path: Path) -> None:
        from bounceback_tui.services import encrypting  # noqa: PLC0415 - most journals are plain

        if notice := encrypting.notice(path):
            complain(notice)

    @contextmanager
    def backups(self, *, makes: bool = False) -> Iterator[Backups]:
        """The backups of the journal, which is not opened. Raises CannotDo.

        Where neither it nor any backup is at a place that somebody named, that is told, unless the command
        `makes` one.
        """
        from bounceback_tui.services.backups import Backups  # noqa: PLC0415 - few commands need it

        with self.journal() as path:
            backups = Backups(path, self.clock, self.key(path, with_backups=True))
            if not (makes or self.demo or os.path.lexists(path) or backups.folder.exists()):
                from bounceback_tui.cli.nothing_yet import must_be_usual  # noqa: PLC0415 - seldom missing

                if self.named_by != "default":
                    must_be_usual(path, self.named_by)
            yield backups

    @contextmanager
    def workspace(self, *, makes: bool = False) -> Iterator[Workspace]:
        """The open journal with all that can be done to it. Raises CannotDo and StorageError.

        Where there is none, a command that `makes` one begins it; any other reads an empty one that is gone
        afterwards, or is told where somebody named the file.
        """
        with self._journal() as path:
            fresh = not self.demo and not os.path.lexists(path)
            if fresh and not (makes and not self.read_only):
                from bounceback_tui.cli.nothing_yet import empty_journal  # noqa: PLC0415 - seldom missing

                with empty_journal(self, path) as workspace:
                    yield workspace
                return
            with self._opened(path) as workspace:
                if fresh:
                    complain(f"A new journal was made at {path}.")
                if workspace.integrity.notice:
                    complain(
                        f"{workspace.integrity.notice} If it should be so, `bounceback that-is-right` says it"
                        " once."
                    )
                yield workspace
                if workspace.database.written and not self.demo:
                    self._back_up(workspace)

    def _opened(self, path: str) -> Workspace:
        """The journal; its passphrase is asked for where it turns out to be encrypted."""
        from bounceback_tui.resources import asset  # noqa: PLC0415 - `--help` needs none of this
        from bounceback_tui.services.workspace import Workspace  # noqa: PLC0415
        from bounceback_tui.storage.errors import JournalLocked  # noqa: PLC0415

        def opened(key: Key | None = None) -> Workspace:
            return Workspace(
                path,
                self.clock,
                asset("guide.md"),
                lambda: self.config_folder,
                watched=not self.demo,
                read_only=self.read_only,
                key=key,
            )

        try:
            return opened()
        except JournalLocked:
            from pathlib import Path  # noqa: PLC0415 - most journals are plain

            key = self.key(Path(path))
            self._tell_of_plain(Path(path))
            return opened(key)

    @staticmethod
    def _back_up(workspace: Workspace) -> None:
        """Make the backup of the day after the first command that wrote something; said where it failed.

        In a long journal that would take a moment, which is left to the app.
        """
        from bounceback_tui.services.todays_backup import (  # noqa: PLC0415 - most commands only read
            surely_made,
            takes_long,
        )

        with suppress(OSError):  # which is told below, if it stays
            if surely_made(workspace.database.file, workspace.clock) or takes_long(workspace.database.file):
                return
        from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - the first of a day makes it
        from bounceback_tui.storage.errors import StorageError  # noqa: PLC0415

        sys.stdout.flush()  # the answer first
        try:
            workspace.backups.of_the_day(quick=True)
        except (CannotDo, StorageError, OSError) as error:
            tell(f"What you did is saved. {error}")

    def _name(self) -> str:
        from bounceback_tui.paths import journal_name  # noqa: PLC0415 - the made-up journal has its own
        from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415

        try:
            return journal_name(self.db)
        except RuntimeError:
            raise CannotDo(
                "There is no home folder to keep a journal in; name a file with --db, or in BOUNCEBACK_DB."
            ) from None
