"""Questions to the whole journal, answered in a thread while the page stands already."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.worker import get_current_worker

from bounceback_tui.storage.errors import StorageError

if TYPE_CHECKING:  # loaded once something is asked: the page stands before
    from bounceback_tui.services.patterns import Asked
    from bounceback_tui.statistics.statistic import Result

_NOT_READ = "This could not be read just now. Nothing was changed; come back to try again."
_NOT_WORKED_OUT = "This could not be worked out. Nothing was lost, and the others still answer."


def have_answered(widget: Widget, asked: Asked, then: Callable[[Asked, Result | str], None]) -> None:
    """Have a question answered, and hand the answer to `then`, or what is said in its place.

    The latest question of a widget counts: an earlier one that is not answered yet is dropped.
    """

    def hand_on_answer(answer: Result | str) -> None:
        then(asked, answer)
        asked.let_go()

    def work() -> None:
        worker = get_current_worker()
        answer: Result | str
        try:
            answer = asked.answer()
        except StorageError:
            answer = _NOT_READ
        except Exception as error:  # a fault of ours in one answer must not take the others along
            from bounceback_tui.screens.working import hand_on  # noqa: PLC0415 - hardly ever needed

            hand_on(error)
            answer = _NOT_WORKED_OUT
        if worker.is_cancelled:
            asked.let_go()
        else:
            widget.call_later(hand_on_answer, answer)

    widget.run_worker(work, thread=True, exclusive=True, group="patterns", exit_on_error=False)
