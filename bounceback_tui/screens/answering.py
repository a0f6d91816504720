"""Questions to the whole journal, answered in a thread while the page stands already."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from textual.timer import Timer
from textual.widget import Widget
from textual.worker import get_current_worker

from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.page import Page
from bounceback_tui.storage.errors import StorageError

if TYPE_CHECKING:  # loaded once something is asked: the page stands before
    from bounceback_tui.services.patterns import Asked, Patterns
    from bounceback_tui.statistics.statistic import Result

USUAL = ("mood", "bounce-back")
"""The statistics that tell what is usual for somebody, and whether they are back at it."""

ONCE_STILL = 1.0
"""Seconds that a page has stood before it is worked out in a long journal what is usual."""

ONCE_PAINTED = 0.1
"""Seconds after the first picture of a start until that is worked out: nobody has read the page by then."""

_NOT_READ = "This could not be read just now. Nothing was changed; come back to try again."
_NOT_WORKED_OUT = "This could not be worked out. Nothing was lost, and the others still answer."


def have_answered(
    widget: Widget, questions: Sequence[Asked], then: Callable[[Asked, Result | str], None]
) -> None:
    """Have questions answered one after another in one thread, and hand each answer to `then`, or what is
    said in its place.

    A later one knows what was read for those before it. What a widget asks last counts: what it asked before
    and is not answered yet is dropped.
    """

    def hand_on_answer(asked: Asked, answer: Result | str) -> None:
        then(asked, answer)
        asked.let_go()

    def work() -> None:
        worker = get_current_worker()
        known: dict[str, Sequence[Any]] = {}
        for asked in questions:
            asked.parts.update(known)
            with _no_search_for_garbage():
                answer = _answered(asked)
            known = dict(asked.parts)
            if worker.is_cancelled:
                asked.let_go()
                return
            widget.call_later(hand_on_answer, asked, answer)

    widget.run_worker(work, thread=True, exclusive=True, group="patterns", exit_on_error=False)


@contextmanager
def _no_search_for_garbage() -> Iterator[None]:
    """Hardly anything that an answer makes is garbage; to search for it takes a twentieth of the time."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


def _answered(asked: Asked) -> Result | str:
    try:
        return asked.answer()
    except StorageError:
        return _NOT_READ
    except Exception as error:  # a fault of ours in one answer must not take the others along
        from bounceback_tui.screens.working import hand_on  # noqa: PLC0415 - hardly ever needed

        hand_on(error)
        return _NOT_WORKED_OUT


class UsualFigures:
    """What is usual for somebody, worked out beside a page on which it is told.

    In a long journal that takes a quarter of a second of the processor. At a start nobody presses a key so
    soon, and all is known by the first one; later it begins once the page has stood for a while, so that
    whoever turns on at once has the next page as soon as in a short journal.
    """

    def __init__(
        self,
        widget: Widget,
        patterns: Callable[[], Patterns],
        then: Callable[[], None],
        *,
        at_start: bool = False,
    ) -> None:
        """`patterns` are asked for once a page stands; `then` is called for the widget once it is known.

        `at_start` is the first page, on which nothing is known yet.
        """
        self._at_start = at_start
        self._widget = widget
        self._get_patterns = patterns
        self._then = then
        self._waiting: Timer | None = None

    def look(self) -> None:
        """Go on at once where it is known, else once it is worked out."""
        if self._waiting:
            self._waiting.stop()
            self._waiting = None
        unknown = attempt(self._widget, lambda: self._unknown)
        if unknown and self._patterns.takes_long:
            wait = ONCE_PAINTED if self._at_start else ONCE_STILL
            self._at_start = False
            self._waiting = self._widget.set_timer(wait, self._if_seen)
        elif unknown is not None:
            attempt(self._widget, self._ask)

    @property
    def _patterns(self) -> Patterns:
        return self._get_patterns()

    @property
    def _unknown(self) -> list[str]:
        """The figures that are not known. Raises StorageError."""
        return [name for name in USUAL if self._patterns.known(name) is None]

    def _if_seen(self) -> None:
        pages = [node for node in self._widget.ancestors_with_self if isinstance(node, Page)]
        if all(page.display for page in pages):  # else the next visit looks again
            attempt(self._widget, self._ask)

    def _ask(self) -> None:
        """Go on once all is known; what could not be worked out is not missed."""
        unknown = self._unknown
        answers: list[Result | str] = []

        def keep(asked: Asked, answer: Result | str) -> None:
            answers.append(answer)
            if not isinstance(answer, str):
                attempt(self._widget, lambda: self._patterns.keep(asked, answer))
            if len(answers) == len(unknown) and not any(isinstance(one, str) for one in answers):
                attempt(self._widget, self._ask)

        if unknown:
            have_answered(self._widget, [self._patterns.ask(name) for name in unknown], keep)
        elif self._widget.is_attached:
            self._then()
