"""Drafts: what stands in an open form survives a crash, a closed terminal and a power cut."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Any

from bounceback_tui.clock import Clock
from bounceback_tui.storage import drafts
from bounceback_tui.storage.database import Database

LONGEST = 0.5
"""Seconds that typing can go on without a pause before a draft is kept all the same."""


@dataclass(frozen=True)
class Draft:
    """What stood in a form when it was left."""

    form: str
    """Name of the form."""
    target: str
    """Key of what was edited, empty for something new."""
    content: Mapping[str, Any]
    """Values by field."""


class Drafts:
    """Keeps the content of forms: a JSON object by name of the form and key of what is edited."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def keep(self, form: str, content: dict[str, Any], target: str = "") -> None:
        """Keep what stands in a form. Raises StorageError."""
        drafts.put(self._database, form, target, content, self._clock.now())

    def get(self, form: str, target: str = "") -> dict[str, Any] | None:
        """What was kept of a form, or None."""
        return drafts.get(self._database, form, target)

    def discard(self, form: str, target: str = "") -> None:
        """Forget what was kept of a form."""
        drafts.remove(self._database, form, target)

    def latest(self, forms: Container[str]) -> Draft | None:
        """The draft of one of these forms that was kept last, or None."""
        for form, target in self.waiting():
            content = self.get(form, target) if form in forms else None
            if content is not None:
                return Draft(form, target, content)
        return None

    def waiting(self) -> list[tuple[str, str]]:
        """Form and target of every draft, the latest first."""
        return drafts.forms(self._database)
