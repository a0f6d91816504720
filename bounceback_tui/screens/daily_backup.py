"""Today's own backup, made beside the app once keys rest, and given up when the app is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.worker import get_current_worker

from bounceback_tui.domain.going import Stopped
from bounceback_tui.domain.text import one_line
from bounceback_tui.screens.working import hand_on
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.storage.errors import StorageError

if TYPE_CHECKING:
    from bounceback_tui.services.backups import Backups


def back_up_beside(app: App[Any], backups: Backups) -> None:
    """Make it where it is due; only a failure is said."""
    if not backups.due():
        return

    def work() -> None:
        worker = get_current_worker()
        try:
            backups.of_the_day(going=lambda _: not worker.is_cancelled)
        except Stopped:
            return
        except (CannotDo, StorageError, OSError) as error:
            if not worker.is_cancelled:
                words = one_line(str(error))
                app.call_from_thread(app.notify, words, severity="warning", markup=False, timeout=8)
        except Exception as error:  # a fault of ours leaves a report
            hand_on(error)

    app.run_worker(work, thread=True, group="backup of the day", exit_on_error=False)
