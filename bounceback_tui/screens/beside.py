"""Work beside the app that nobody asked for just now: it ends with the app, and only a failure is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from textual.app import App
from textual.worker import get_current_worker

from bounceback_tui.domain.going import Going, Stopped
from bounceback_tui.domain.text import one_line
from bounceback_tui.screens.working import hand_on
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.storage.errors import StorageError

Made = TypeVar("Made")


def work_beside(
    app: App[Any], group: str, action: Callable[[Going], Made], done: Callable[[Made], object] | None = None
) -> None:
    """Run an action in a thread, then `done` in the app's own with what it gave, unless the app is left.

    The action may raise Stopped, CannotDo, StorageError and OSError; whatever else it raises leaves a report.
    """

    def work() -> None:
        worker = get_current_worker()
        try:
            made = action(lambda _: not worker.is_cancelled)
        except Stopped:
            return
        except (CannotDo, StorageError, OSError) as error:
            if not worker.is_cancelled:
                words = one_line(str(error))
                app.call_from_thread(app.notify, words, severity="warning", markup=False, timeout=8)
        except Exception as error:  # a fault of ours leaves a report
            hand_on(error)
        else:
            if done and not worker.is_cancelled:
                app.call_from_thread(done, made)

    app.run_worker(work, thread=True, group=group, exit_on_error=False)
