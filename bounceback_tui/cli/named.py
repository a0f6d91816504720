"""What was meant: an application or rejection by key or company, and what else a key may name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol, TypeVar

from bounceback_tui.cli.output import short_key
from bounceback_tui.domain.text import cut, folded
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.lookup import back_from_latest

if TYPE_CHECKING:
    from bounceback_tui.domain.application import Application
    from bounceback_tui.domain.episode import Episode
    from bounceback_tui.services.workspace import Workspace


class OfCompany(Protocol):
    """A value that names the company it is about."""

    @property
    def id(self) -> str:
        """Its key."""

    @property
    def company(self) -> str:
        """Whose it is; may be empty."""

    @property
    def role(self) -> str:
        """The job; may be empty."""


Found = TypeVar("Found")
Thing = TypeVar("Thing", bound=OfCompany)


def who(one: OfCompany, nobody: str = "(no company)") -> str:
    """ "Acme, Data engineer"; `nobody` stands for a company that was not named."""
    return ", ".join(filter(None, (one.company or nobody, one.role)))


def application(workspace: Workspace, said: str) -> Application:
    """The application that was meant; of several, one that is open comes first. Raises CannotDo."""
    applied = workspace.applications
    return _named(said, applied.find, applied.every, lambda one: not one.status.ended, "application")


def episode(workspace: Workspace, said: str, *, closed: bool = False) -> Episode:
    """The rejection that was meant; of several, one that is open, or else `closed`. Raises CannotDo."""
    recovery = workspace.recovery
    return _named(said, recovery.find, recovery.episodes, lambda one: one.closed is closed, "rejection")


def other(workspace: Workspace, key: str, find: Callable[[str], Found]) -> Found | None:
    """What else than an entry is found by a key; None where it may mean an entry, which is mostly meant."""
    key = key.strip()
    if not key or back_from_latest(key) is not None or workspace.journal.is_there(key):
        return None
    try:
        return find(key)
    except CannotDo:
        return None  # what is said of entries is said of it, too


def _named(
    said: str,
    find: Callable[[str], Thing],
    every: Callable[[], Iterable[Thing]],
    comes_first: Callable[[Thing], bool],
    what: str,
) -> Thing:
    try:
        return find(said)
    except CannotDo:
        wanted = folded(said)
        named = [one for one in every() if wanted and folded(one.company).startswith(wanted)]
        same = [one for one in named if folded(one.company) == wanted] or named
        if not same or back_from_latest(said) is not None:
            raise
    first = [one for one in same if comes_first(one)]
    for candidates in (same, first):
        if len(candidates) == 1:
            return candidates[0]
    keys = ", ".join(short_key(one.id) for one in first or same)
    whose = "by" if what == "rejection" else "to"
    raise CannotDo(f"There is more than one {what} {whose} {cut(said, 40)}; name one of {keys}.")
