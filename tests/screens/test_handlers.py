"""What a handler takes is counted by its code, and comes to the same as by its signature."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from functools import partial, wraps
from typing import Any

import pytest
from textual import _callback

from bounceback_tui.app import BouncebackApp
from bounceback_tui.app.handlers import count_by_code, parameters
from bounceback_tui.screens.registry import PAGES


def functions() -> Iterator[Callable[..., object]]:
    """Those of every class of ours and of the toolkit that is loaded by now."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("bounceback_tui.", "textual.")):
            for _, kind in inspect.getmembers(module, inspect.isclass):
                if kind.__module__ == name:
                    yield from (one for _, one in inspect.getmembers(kind, inspect.isfunction))


def test_all_handlers_are_counted_as_their_signature_says() -> None:
    for page in PAGES:
        page.load()
    found = list(functions())
    assert len(found) > 1000
    assert BouncebackApp.action_tell in found, "the control"
    for one in found:
        assert parameters(one) == len(inspect.signature(one).parameters), one.__qualname__


def _as_it_is(function: Callable[..., object]) -> Callable[..., object]:
    @wraps(function)
    def wrapper(*arguments: Any, **named: Any) -> object:
        return function(*arguments, **named)

    return wrapper


class _Called:
    def __call__(self, one: int) -> int:
        return one

    def method(self, one: int, two: int = 2, *more: int, three: int, **others: int) -> None:
        """Takes all there is."""


@pytest.mark.parametrize(
    "handler",
    [
        *(_Called(), _Called().method, _Called.method, _as_it_is(_Called.method), len, lambda: None),
        partial(_Called().method, 1),
    ],
    ids=["called", "bound", "plain", "wrapped", "built in", "lambda", "partial"],
)
def test_whatever_can_be_called_is_counted(handler: Callable[..., object]) -> None:
    assert parameters(handler) == len(inspect.signature(handler).parameters)


def test_the_toolkit_asks_for_it_once_the_app_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_callback, "_count_parameters", None)
    count_by_code()
    assert _callback.count_parameters(partial(_Called().method, 1)) == 4
    monkeypatch.delattr(_callback, "_count_parameters")
    count_by_code()
    assert not hasattr(_callback, "_count_parameters"), "another version, which counts in another way"
