"""An open journal with all that can be done to it."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING

from bounceback_tui.clock import Clock
from bounceback_tui.services.integrity import Integrity
from bounceback_tui.services.journal import Journal
from bounceback_tui.services.undo import Undo
from bounceback_tui.storage.database import Database

if TYPE_CHECKING:  # loaded when first wanted: together they take as long as all the rest of a short command
    from datetime import date
    from pathlib import Path

    from bounceback_tui.domain.due import Due
    from bounceback_tui.domain.outcome import Told
    from bounceback_tui.domain.proof import Proof
    from bounceback_tui.services.applications import Applications
    from bounceback_tui.services.backups import Backups
    from bounceback_tui.services.by_name import ByName
    from bounceback_tui.services.care import Care
    from bounceback_tui.services.differences import Differences
    from bounceback_tui.services.drafts import Drafts
    from bounceback_tui.services.due import ComingUp
    from bounceback_tui.services.elsewhere import Elsewhere
    from bounceback_tui.services.exchange import Exchange
    from bounceback_tui.services.gone_silent import GoneSilent
    from bounceback_tui.services.guides import Guides
    from bounceback_tui.services.importing import Importing
    from bounceback_tui.services.last_time import LastTimes
    from bounceback_tui.services.logs import Logs
    from bounceback_tui.services.outside import Outside
    from bounceback_tui.services.patterns import Patterns
    from bounceback_tui.services.recovery import Recovery
    from bounceback_tui.services.report import Reports
    from bounceback_tui.services.search_over import SearchOver
    from bounceback_tui.services.searches import Searches
    from bounceback_tui.services.settings import Settings
    from bounceback_tui.services.sync import Sync
    from bounceback_tui.services.tags import Tags
    from bounceback_tui.services.today import Today
    from bounceback_tui.services.tools import Tools
    from bounceback_tui.services.trash import Trash
    from bounceback_tui.services.versions import Versions
    from bounceback_tui.storage.cipher import Key

_LOCKS_AFTER = 5
"""Minutes."""


class Workspace:
    """Opens a journal and hands out the services; closes it at the end of a `with`."""

    def __init__(
        self,
        path: str | Path,
        clock: Clock,
        guide_text: str,
        config: Path | Callable[[], Path | None] | None = None,
        *,
        watched: bool = False,
        read_only: bool = False,
        key: Key | None = None,
    ) -> None:
        """`config` is the folder of the settings, or finds it; without one nothing is read or kept.

        One that is `watched` is compared with what was seen of it last, in a file that is kept beside it.
        With `read_only` nothing at all is written. An encrypted one takes its `key`.

        Raises StorageError where the journal cannot be opened.
        """
        self._named = path
        self.clock = clock
        self.database = Database(path, read_only, key)
        self.undo = Undo(self.database, clock, self._told)
        self.journal = Journal(self.database, clock, self.undo, lambda: self.applications)
        self._guide_text = guide_text
        self._watched = watched
        self._config = config
        self.integrity = Integrity(self.database, clock)
        """Whether the journal is what was saved."""
        if watched and not read_only:
            self.integrity.begin()

    @cached_property
    def path(self) -> Path:
        """The journal, as it was named."""
        from pathlib import Path  # noqa: PLC0415 - see above

        return Path(self._named)

    def beside(self) -> Workspace:
        """The same journal with a connection of its own, for another thread. Raises StorageError."""
        return Workspace(
            self._named,
            self.clock,
            self._guide_text,
            self._config,
            watched=self._watched,
            key=self.database.key,
            read_only=self.database.read_only,
        )

    @property
    def lock_after(self) -> int:
        """Minutes without a key after which the journal is locked; 0 for never.

        One that is encrypted is locked after five, where nobody chose otherwise.
        """
        chosen = self.settings.lock_after
        return chosen if chosen is not None else _LOCKS_AFTER if self.database.key else 0

    def _beside_tools(self, until: date) -> list[Due]:
        return self.recovery.due(until) + self.applications.due(until)

    def _told(self, entry_id: str) -> Told:
        return self.versions.told(entry_id)

    @cached_property
    def applications(self) -> Applications:
        """Applications and their logs."""
        from bounceback_tui.services.applications import Applications  # noqa: PLC0415 - see above

        return Applications(self.database, self.clock, self.undo, lambda: self.settings.guide)

    @cached_property
    def settings(self) -> Settings:
        """What was settled once, such as what 3/4 means."""
        from bounceback_tui.services.settings import Settings  # noqa: PLC0415 - see above

        return Settings(self._config_folder)

    @cached_property
    def _config_folder(self) -> Path | None:
        return self._config() if callable(self._config) else self._config

    @cached_property
    def guides(self) -> Guides:
        """The guide that comes with the program, and the person's own."""
        from bounceback_tui.services.guides import Guides  # noqa: PLC0415 - see above

        return Guides(self.database, self._guide_text, self._config_folder, self.settings.guide)

    @cached_property
    def recovery(self) -> Recovery:
        """Episodes, the guide, and what became of its steps."""
        from bounceback_tui.services.recovery import Recovery  # noqa: PLC0415 - see above

        return Recovery(self.database, self.clock, self.undo, lambda: self.guides)

    @cached_property
    def last_times(self) -> LastTimes:
        """What helped in earlier episodes."""
        from bounceback_tui.services.last_time import LastTimes  # noqa: PLC0415 - see above

        return LastTimes(self.database, self.recovery)

    @cached_property
    def versions(self) -> Versions:
        """What was said before, and changing what was said."""
        from bounceback_tui.services.versions import Versions  # noqa: PLC0415 - see above

        return Versions(self.database, self.clock, self.undo, self.applications)

    @cached_property
    def logs(self) -> Logs:
        """The log of one application: reading it whole, and correcting it."""
        from bounceback_tui.services.logs import Logs  # noqa: PLC0415 - see above

        return Logs(self.database, self.clock, self.undo, self.applications)

    @cached_property
    def outside(self) -> Outside:
        """Writing in the person's own editor."""
        from bounceback_tui.services.outside import Outside  # noqa: PLC0415 - see above

        allowed = self.database.key is None or self.settings.editor_always
        return Outside(self.drafts, self.versions, os.environ, self.path, allowed)

    @cached_property
    def tags(self) -> Tags:
        """The tags of the whole journal."""
        from bounceback_tui.services.tags import Tags  # noqa: PLC0415 - see above

        return Tags(self.database, self.undo)

    @cached_property
    def trash(self) -> Trash:
        """All that was deleted or taken back."""
        from bounceback_tui.services.trash import Trash  # noqa: PLC0415 - see above

        return Trash(self.database, self.clock, self.undo)

    @cached_property
    def backups(self) -> Backups:
        """Copies of the whole journal."""
        from bounceback_tui.services.backups import Backups  # noqa: PLC0415 - see above

        return Backups(self.path, self.clock, self.database.key)

    @cached_property
    def elsewhere(self) -> Elsewhere:
        """What a search finds beside entries."""
        from bounceback_tui.services.elsewhere import Elsewhere  # noqa: PLC0415 - see above

        return Elsewhere(self.database)

    @cached_property
    def care(self) -> Care:
        """A kind word after several hard days."""
        from bounceback_tui.services.care import Care  # noqa: PLC0415 - see above

        return Care(self.database, self.clock, self._config_folder)

    @cached_property
    def by_name(self) -> ByName:
        """Entries and applications by words of their names."""
        from bounceback_tui.services.by_name import ByName  # noqa: PLC0415 - see above

        return ByName(self.database)

    @cached_property
    def searches(self) -> Searches:
        """Searches with a name."""
        from bounceback_tui.services.searches import Searches  # noqa: PLC0415 - see above

        return Searches(self.database, self.clock, self.undo, self.settings)

    @cached_property
    def tools(self) -> Tools:
        """The tools that steps of the guide open."""
        from bounceback_tui.services.tools import Tools  # noqa: PLC0415 - see above

        return Tools(self.database, self.clock, self.undo, self._beside_tools)

    @cached_property
    def drafts(self) -> Drafts:
        """What stands in open forms."""
        from bounceback_tui.services.drafts import Drafts  # noqa: PLC0415 - see above

        return Drafts(self.database, self.clock)

    @cached_property
    def patterns(self) -> Patterns:
        """The statistics over the whole journal."""
        from bounceback_tui.services.patterns import Patterns  # noqa: PLC0415 - see above

        return Patterns(self.database, self.clock, self.guides)

    @cached_property
    def search_over(self) -> SearchOver:
        """What can be done once an offer was accepted."""
        from bounceback_tui.services.search_over import SearchOver  # noqa: PLC0415 - see above

        return SearchOver(
            self.database,
            self.clock,
            self.undo,
            applied=self.applications,
            recovery=self.recovery,
            patterns=self.patterns,
        )

    @cached_property
    def gone_silent(self) -> GoneSilent:
        """Where an application may have gone silent."""
        from bounceback_tui.services.gone_silent import GoneSilent  # noqa: PLC0415 - see above

        return GoneSilent(self.applications, self.patterns, self.tools.rests, self.clock)

    @cached_property
    def reports(self) -> Reports:
        """Reports for somebody else's eyes."""
        from bounceback_tui.services.report import Reports  # noqa: PLC0415 - see above

        return Reports(self.database, self.clock, self.patterns)

    @cached_property
    def exchange(self) -> Exchange:
        """Exports of the whole journal."""
        from bounceback_tui.services.exchange import Exchange  # noqa: PLC0415 - see above

        def proof() -> Proof:
            return self.reports.proof()  # which only this needs

        return Exchange(self.database, self.clock, self.coming_up.ahead, proof)

    @cached_property
    def importing(self) -> Importing:
        """Bringing in what other programs wrote."""
        from bounceback_tui.services.importing import Importing  # noqa: PLC0415 - see above

        return Importing(self.database, self.clock, self.undo, lambda: self.settings.guide)

    @cached_property
    def today(self) -> Today:
        """Where somebody is and what is next."""
        from bounceback_tui.services.today import Today  # noqa: PLC0415 - see above

        return Today(self.database, self.clock, self.recovery, self.tools, self.coming_up)

    @cached_property
    def sync(self) -> Sync:
        """The same journal on other machines."""
        from bounceback_tui.services.sync import Sync  # noqa: PLC0415 - see above

        return Sync(self.database, self.clock, self.undo, self.path, os.environ)

    @cached_property
    def differences(self) -> Differences:
        """What was said in two ways on two machines."""
        from bounceback_tui.services.differences import Differences  # noqa: PLC0415 - see above

        return Differences(self.database, self.clock, self.undo, self.versions)

    @cached_property
    def coming_up(self) -> ComingUp:
        """Everything that is due."""
        from bounceback_tui.services.due import ComingUp  # noqa: PLC0415 - see above

        return ComingUp(self.clock, self.applications, self.journal, self.recovery, self.tools)

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the journal; may be called twice."""
        self.integrity.let_go()
        self.database.close()
