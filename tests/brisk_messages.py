"""What every message of an app would pay anew in tests: who hears of it, and a log that nobody reads."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from typing import Any

from textual import message_pump
from textual.message import Message
from textual.message_pump import MessagePump

Heard = Iterable[tuple[type, Callable[[Message], Awaitable[Any]]]]


class _NoLog:
    """Stands for Textual's log, which headless apps write nowhere."""

    @property
    def event(self) -> _NoLog:
        return self

    def verbosity(self, _verbose: bool) -> Callable[..., None]:
        return _say_nothing

    def warning(self, *_: object, **_named: object) -> None:
        """Nothing is said."""


def _say_nothing(*_: object, **_named: object) -> None:
    """For what nobody reads."""


def log_nothing() -> None:
    """What is told of each message to a console for developers is not even put together."""
    message_pump.log = _NoLog()  # type: ignore[assignment]


def hear_once() -> None:
    """Which classes of a widget have something for a kind of message is looked up once for all such widgets.

    Where a decorated method chooses by who sent the message, Textual finds out by itself each time.
    """
    ask = MessagePump._get_dispatch_methods
    hearing: dict[object, tuple[type, ...] | None] = {}

    def found(self: MessagePump, name: str, message: Message) -> Heard:
        key = (type(self), name, type(message))
        if key not in hearing:
            hearing[key] = _classes(*key)
        if (classes := hearing[key]) is None:
            return ask(self, name, message)
        return _methods(self, classes, name, message) if classes else ()

    MessagePump._get_dispatch_methods = found  # type: ignore[method-assign]


def _classes(kind: type, name: str, sent: type) -> tuple[type, ...] | None:
    """Those that have a method of this name, in their order; None where a decorated one may hear of it."""
    kinds = {one for one in sent.__mro__ if issubclass(one, Message)}
    if any(kinds & vars(one).get("_decorated_handlers", {}).keys() for one in kind.__mro__):
        return None
    return tuple(one for one in kind.__mro__ if f"_{name}" in vars(one) or name in vars(one))


def _methods(self: MessagePump, classes: Iterable[type], name: str, message: Message) -> Iterator[Any]:
    for one in classes:
        if message._no_default_action:
            return
        method = vars(one).get(f"_{name}") or vars(one).get(name)
        if method is not None and not getattr(method, "_textual_on", None):
            yield one, method.__get__(self, one)
