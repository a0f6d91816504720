"""Exchanging with the person's other machines, beside the app: by the palette, and at the start if wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.worker import get_current_worker

from bounceback_tui.domain.going import Going, Stopped
from bounceback_tui.domain.sync_report import Report
from bounceback_tui.domain.text import one_line, plural
from bounceback_tui.screens.working import Working, hand_on
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.errors import StorageError

_FAULT = "The exchange did not work. Nothing was lost; try again."


class SyncWindow(Working[str]):
    """Exchanges once; esc stops it. It returns nothing to search for."""

    def __init__(self, workspace: Workspace, _subject: str = "") -> None:
        super().__init__(
            "Exchanging with your other machines", lambda going: told(exchanged(workspace, going)), _FAULT
        )

    def _close(self, made: str | None, said: str) -> None:
        if made and self.is_current:
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

    def work() -> None:
        worker = get_current_worker()
        try:
            report = exchanged(workspace, lambda _: not worker.is_cancelled)
        except Stopped:
            return
        except (CannotDo, StorageError, OSError) as error:
            if not worker.is_cancelled:
                words = one_line(str(error))
                app.call_from_thread(app.notify, words, severity="warning", markup=False, timeout=8)
        except Exception as error:  # a fault of ours leaves a report
            hand_on(error)
        else:
            if not worker.is_cancelled and (report.taken or report.differences):
                app.call_from_thread(app.notify, told(report), markup=False, timeout=6)
                app.call_from_thread(changed)

    app.run_worker(work, thread=True, group="sync", exit_on_error=False)
