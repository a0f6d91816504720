"""Drafts: what stands in an open form survives a crash, a closed terminal and a power cut."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bounceback_tui.clock import Clock
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage import drafts
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.drafts import KeptDraft

LONGEST = 0.5
"""Seconds that typing can go on without a pause before a draft is kept all the same."""

ASIDE = drafts.ASIDE
"""Parts the key of what is edited from the mark of a draft that was set aside, to begin another."""


class Draft(Frozen):
    """What stood in a form when it was left."""

    form: str
    """Name of the form."""
    target: str
    """Key of what was edited, empty for something new; behind `ASIDE` the mark of one set aside."""
    content: Mapping[str, Any]
    """Values by field."""
    kept: Moment
    """When the last key of it was kept."""


class Drafts:
    """Keeps the content of forms: a JSON object by name of the form and key of what is edited."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def keep(self, form: str, content: dict[str, Any], target: str = "") -> None:
        """Keep what stands in a form. Raises StorageError."""
        drafts.put(self._database, form, target, content, self._clock.now())

    def set_aside(self, form: str, content: dict[str, Any], target: str = "") -> str:
        """Keep what stands in a form as a draft of its own; its target, with a mark of its own."""
        own = f"{target.partition(ASIDE)[0]}{ASIDE}{new_id(self._clock.now().utc)}"
        self.keep(form, content, own)
        return own

    def keep_own(
        self, form: str, content: dict[str, Any], target: str, known: Mapping[str, Any] | None
    ) -> str:
        """Keep what stands in a form, unless somebody else kept something there meanwhile; where it is kept.

        `known` is what this form kept or found there last. Whatever else lies there belongs to another
        window and stays: then this one gets a mark of its own. Raises StorageError.
        """
        with self._database.write(settle=False, patience=drafts.PATIENCE):
            there = self.find(form, target)
            if there and there.content != known:
                return self.set_aside(form, content, target)
            self.keep(form, content, target)
        return target

    def discard_own(self, form: str, target: str, known: Mapping[str, Any] | None) -> None:
        """Forget what was kept of a form, unless somebody else kept something there meanwhile."""
        there = self.find(form, target)
        if there and there.content == known:
            self.discard(form, target)

    def find(self, form: str, target: str = "") -> Draft | None:
        """What was kept of a form, or None."""
        found = drafts.get(self._database, form, target)
        return self._draft(found) if found else None

    def discard(self, form: str, target: str = "") -> None:
        """Forget what was kept of a form."""
        drafts.remove(self._database, form, target)

    def waiting(self) -> list[Draft]:
        """Every draft that can be gone on with, the latest first."""
        return [self._draft(found) for found in drafts.every(self._database)]

    def _draft(self, found: KeptDraft) -> Draft:
        return Draft(found.form, found.target, found.content, Moment.seen_in(self._clock.zone, found.saved))
