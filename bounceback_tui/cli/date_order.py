"""What 3/4 means: asked once on a terminal, and remembered."""

from __future__ import annotations

import sys

import click

from bounceback_tui.cli.output import complain, somebody_is_there
from bounceback_tui.config_values import CONFIG_FILE
from bounceback_tui.domain.calendar_terms import AmbiguousDate, DateOrder, short_date
from bounceback_tui.domain.text import loosely
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.settings import Settings

_ORDERS = (DateOrder.DAY_MONTH, DateOrder.MONTH_DAY)


def settled_order(settings: Settings, problem: AmbiguousDate) -> DateOrder:
    """The order that somebody at the terminal settles. Raises UsageError where nobody does."""
    order = _asked(problem) if somebody_is_there() else None
    if order is None:
        raise click.UsageError(f"{problem.clause}; write the month as a word{_or_settle(settings)}.")
    try:
        settings.settle_date_order(order)
    except CannotDo as error:
        complain(str(error))
    return order


def _asked(problem: AmbiguousDate) -> DateOrder | None:
    """One of the two, by its first letter or more; None for an empty line or the end of input."""
    from bounceback_tui.cli.ask import answer  # noqa: PLC0415 - a script is never asked

    day, month = map(short_date, problem.readings)
    question = f"Is {problem.said} {day} (day first) or {month} (month first)? It is asked only once. d or m:"
    try:
        order: DateOrder | None = answer(question, _order)
    except EOFError:
        sys.stderr.write("\n")
        return None
    return order


def _order(text: str) -> DateOrder:
    """Raises UsageError."""
    said = loosely(text)
    for order in _ORDERS:
        if order.startswith(said):
            return order
    raise click.UsageError("Write d for the day first, or m for the month first.")


def _or_settle(settings: Settings) -> str:
    """How to settle it for good, as the end of a sentence."""
    if not settings.folder:
        return ""
    wanted = " or ".join(f'"{order}"' for order in _ORDERS)
    return f", or set date_order = {wanted} in {settings.folder / CONFIG_FILE}"
