"""Exchanging with the person's other machines, beside the app: by the palette, and at the start if wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import App

from bounceback_tui.domain.going import Going
from bounceback_tui.domain.sync_report import Report
from bounceback_tui.domain.text import plural
from bounceback_tui.screens.beside import work_beside
from bounceback_tui.screens.working import Working
from bounceback_tui.services.workspace import Workspace

_FAULT = "The exchange did not work. Nothing was lost; try again."


class SyncWindow(Working[str]):
    """Exchanges once; esc stops it. It returns nothing to search for."""

    def __init__(self, workspace: Workspace, _subject: str = "") -> None:
        super().__init__(
            "Exchanging with your other machines", lambda going: told(exchanged(workspace, going)), _FAULT
        )

    def _close(self, made: str | None, said: str) -> None:
        if made and self in self.app.screen_stack:
            self.app.notify(made, markup=False, timeout=6)
        super()._close(None, said)


def exchanged(workspace: Workspace, going: Going) -> Report:
    """Exchange, with a connection of its own: this is no thread of the app's. CannotDo, StorageError."""
    with workspace.beside() as own:
        return own.sync.run(going)


def told(report: Report) -> str:
    """What came of it, in a sentence or two."""
    said = "Your machines hold the same now." if report.sent or report.taken else "Nothing is new."
    if report.unread:
        said += f" {plural(report.unread, 'file', 'files')} there cannot be read and were left alone."
    if report.differences:
        what = plural(report.differences, "thing was", "things were")
        said += f" {what} changed on two machines: ^p, “Changed on two machines”."
    return said


def sync_beside(app: App[Any], workspace: Workspace, changed: Callable[[], object]) -> None:
    """Exchange while somebody uses the app; `changed` is called where something came, failures are said."""

    def done(report: Report) -> None:
        if report.taken or report.differences:
            app.notify(told(report), markup=False, timeout=6)
            changed()

    work_beside(app, "sync", lambda going: exchanged(workspace, going), done)
