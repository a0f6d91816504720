"""`delete --for-good`: asked about once, and then out of the trash, search, undo and the file itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from bounceback_tui.cli import named
from bounceback_tui.cli.ask import agreed
from bounceback_tui.cli.output import day_of, print_json, print_line, tell
from bounceback_tui.cli.reading import feeling_words
from bounceback_tui.domain.gone import REMOVES, STILL_HELD
from bounceback_tui.domain.text import quoted
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.trash import name_of

if TYPE_CHECKING:
    from bounceback_tui.domain.application import Application
    from bounceback_tui.domain.checkin import CheckIn
    from bounceback_tui.services.workspace import Workspace


class _Meant(NamedTuple):
    """What is to go."""

    key: str
    name: str
    asked: str
    """The same within the question whether it is to go."""
    go: Callable[[], None]


def delete_for_good(workspace: Workspace, key: str, yes: bool, as_json: bool) -> None:
    """Ask, then delete an entry, an application or a check-in, in the trash or not. Raises CannotDo."""
    meant = _meant(workspace, key)
    if not yes and not agreed(f"Delete {meant.asked} for good? {STILL_HELD}"):
        raise CannotDo("Nothing was deleted; --yes deletes without asking.")
    meant.go()
    if as_json:
        print_json({"id": meant.key, "deleted": True})
    else:
        print_line(f"Deleted for good: {meant.name}")
    tell(f"{STILL_HELD}{workspace.sync.holds_it} {REMOVES}")


def _meant(workspace: Workspace, key: str) -> _Meant:
    """Mostly it is an entry. Raises CannotDo."""
    if application := named.other(workspace, key, workspace.applications.find):
        return _application(workspace, application)
    if checkin := named.other(workspace, key, workspace.versions.checkin):
        return _checkin(workspace, checkin)
    for in_trash in (workspace.trash.application, workspace.trash.checkin):
        if thing := named.other(workspace, key, in_trash):
            return _Meant(thing.key, name_of(thing), name_of(thing), lambda: workspace.trash.destroy(thing))
    return _entry(workspace, key)


def _application(workspace: Workspace, application: Application) -> _Meant:
    """Raises CannotDo where an entry tells of it."""
    workspace.logs.may_go_for_good(application.id)

    def go() -> None:
        workspace.logs.delete(application.id)
        workspace.trash.destroy(workspace.trash.application(application.id))

    name = application.company or "the application"
    return _Meant(application.id, name, f"{quoted(name)} with all that happened to it", go)


def _checkin(workspace: Workspace, checkin: CheckIn) -> _Meant:
    def go() -> None:
        workspace.versions.delete_checkin(checkin.id)
        workspace.trash.destroy(workspace.trash.checkin(checkin.id))

    words = f"{day_of(checkin.felt_at)}, {feeling_words(checkin)}"
    return _Meant(checkin.id, words, f"the check-in of {words}", go)


def _entry(workspace: Workspace, key: str) -> _Meant:
    """Raises CannotDo."""
    entry = workspace.journal.find(key).entry

    def go() -> None:
        if not entry.deleted:
            workspace.journal.delete(entry.id)
        workspace.journal.destroy(entry.id)

    return _Meant(entry.id, entry.title, quoted(entry.title), go)
