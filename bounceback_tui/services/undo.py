"""Taking back what was just done, one thing after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Undo:
    """What can be taken back in this sitting, the latest first."""

    _done: list[tuple[str, Callable[[], object]]] = field(default_factory=list)

    def remember(self, what: str, take_back: Callable[[], object]) -> None:
        """Note what was done, in words ("Saved what happened with Acme"), and how to take it back."""
        self._done.append((what, take_back))

    def take_back(self) -> str | None:
        """Take back the latest thing; what it was, or None where there is nothing. Raises StorageError.

        Where it fails, it stays to be tried again.
        """
        if not self._done:
            return None
        what, action = self._done[-1]
        action()
        self._done.pop()
        return what
