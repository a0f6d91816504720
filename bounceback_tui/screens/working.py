"""Work that may take a while, done beside the app: a window tells how far it is, and esc stops it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, get_current_worker

from bounceback_tui.domain.going import Going, Stopped
from bounceback_tui.domain.text import one_line
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.plain_marks import is_plain
from bounceback_tui.widgets.progress_bar import share_bar
from bounceback_tui.widgets.safe import safe_line

Made = TypeVar("Made")

_SOON = 0.5
"""Seconds after which the window is there to see."""


class Working(ModalScreen[Made | None], Generic[Made]):
    """Returns what was made; None where it was stopped, or failed, which is said."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "stop")]

    def __init__(self, title: str, work: Callable[[Going], Made], failed: str) -> None:
        """`work` is done in a thread, and raises Stopped; `failed` is said of a fault, ours or the disk's."""
        super().__init__()
        self._title = title
        self._work = work
        self._failed = failed

    def compose(self) -> ComposeResult:
        """The title and the bar; not to be seen at first, since most is done in a moment."""
        with Vertical(classes="dialog"):
            yield Static(safe_line(self._title, style="bold $text-accent"), classes="dialog--title")
            yield Static(share_bar(0.0, plain=is_plain(self)), id="working-bar", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin."""
        self.set_timer(_SOON, lambda: self.add_class("-shown"))
        self.run_worker(self._do, thread=True, exit_on_error=False)

    def _do(self) -> None:
        worker = get_current_worker()
        try:
            made = self._work(telling(self, self._show, worker))
        except Stopped:
            return
        except (CannotDo, StorageError) as error:
            self._end(worker, None, one_line(str(error)))
        except OSError:  # of the disk, and no fault of ours
            self._end(worker, None, self._failed)
        except Exception as error:  # a fault of ours must not end without a word
            hand_on(error)
            self._end(worker, None, self._failed)
        else:
            self._end(worker, made)

    def _end(self, worker: Worker[object], made: Made | None, said: str = "") -> None:
        if not worker.is_cancelled:
            self.call_later(self._close, made, said)

    def _close(self, made: Made | None, said: str) -> None:
        if self not in self.app.screen_stack:
            return  # stopped in this very moment
        self.pop_until_active()  # something may have been opened over it meanwhile, such as the palette
        if said:
            self.app.notify(said, severity="warning", markup=False, timeout=8)
        self.dismiss(made)

    def _show(self, share: float) -> None:
        self.query_one("#working-bar", Static).update(share_bar(share, plain=is_plain(self)))


def telling(widget: Widget, show: Callable[[float], object], worker: Worker[object]) -> Going:
    """Shows each per cent of the work of a `worker` once; it goes on until that is cancelled."""
    told: set[int] = set()

    def going(share: float) -> bool:
        if not worker.is_cancelled and (hundredth := int(share * 100)) not in told:
            told.add(hundredth)
            widget.call_later(show, share)
        return not worker.is_cancelled

    return going


def hand_on(error: Exception) -> None:
    """Let a fault in a thread be told as those that nobody catches: with a report, where the app does so."""
    thread = threading.current_thread()
    threading.excepthook(threading.ExceptHookArgs((type(error), error, error.__traceback__, thread)))
