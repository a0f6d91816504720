"""Above the list of applications: which of them are shown."""

from __future__ import annotations

from typing import ClassVar

from bounceback_tui.domain.query import Query, describe
from bounceback_tui.screens.filter_box import FilterBox
from bounceback_tui.screens.words import counted
from bounceback_tui.services.workspace import Workspace


class ApplicationFilter(FilterBox):
    """Says how many there are of what; nothing while all are shown."""

    NOT_DELETED: ClassVar[str] = "The trash is a list of its own (^p), so is:deleted was left out."

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "applications")
        self._count = 0

    def count(self, count: int) -> None:
        """So many fit."""
        self._count = count
        self.tell()

    def words(self, asked: Query) -> str:
        """ "3 applications through a referral"."""
        if not asked:
            return ""
        words = describe(asked, self.today, "applications")
        return counted(str(self._count or "No"), words, "application", "applications")
