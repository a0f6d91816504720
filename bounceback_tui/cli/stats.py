"""`stats`: the patterns in words and figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from bounceback_tui.cli.options import as_json, example
from bounceback_tui.cli.output import print_json, print_json_list, print_line, print_table, print_wrapped
from bounceback_tui.cli.session import Session, pass_session

ROWS = 20
"""Most lines of a table that are printed; JSON has them all."""

_FLEXIBLE = ("company", "step")
"""Columns that are cut where a line is too long."""

_SHORT = {
    "ticked_n": "with",
    "not_n": "not",
    "ticked_median": "days with",
    "not_median": "days not",
}
"""Headings of tables that would be too wide otherwise."""
_RANKED = ("cause", "theme")
"""What stands in tables that begin with what matters most; others end with the latest."""

_FLEXIBLE = ("company", *_RANKED)
"""Words of somebody's own, cut where a line is too long."""

_TOLD = ("name", "n", "enough", "sentence")
"""What every result has, and is printed by itself."""

_KEYS = ("id", "application")
"""Columns for scripts alone."""


@click.command(epilog=example("stats", "stats bounce-back", "stats stages --json"))
@click.argument("name", required=False)
@as_json
@pass_session
def stats(session: Session, name: str | None, as_json: bool) -> None:
    """Your own patterns: without NAME a sentence for each, with NAME the figures too.

    NAME: mood, bounce-back, forecast, stages, reasons, feedback, steps, writing, plans, silence or return.
    """
    with session.workspace() as workspace:
        patterns = workspace.patterns
        names = [_known(name, patterns.names)] if name else list(patterns.names)
        found = [(patterns.statistic(each), patterns.result(each)) for each in names]
    if as_json and name:
        print_json(found[0][1].as_json(), indent=2)
    elif as_json:
        print_json_list(result.as_json() for _, result in found)
    else:
        for place, (statistic, result) in enumerate(found):
            if place:
                print_line()
            print_line(f"{statistic.question}? ({statistic.name}, n = {result.n})")
            print_wrapped(result.sentence)
            if name:
                _print_figures({key: value for key, value in result.as_json().items() if key not in _TOLD})
                print_line()
                print_wrapped(statistic.how)


def _known(said: str, names: Sequence[str]) -> str:
    """The statistic that was meant. Raises UsageError, naming the nearest."""
    from bounceback_tui.cli.values import nearest, short  # noqa: PLC0415 - only a name needs it

    name = said.strip().casefold().replace("_", "-").replace(" ", "-")
    if name in names:
        return name
    near = nearest(name, names)
    hint = f"did you mean “{near}”?" if near else f"there are {', '.join(names)}."
    raise click.UsageError(f"There is no statistic “{short(said)}”; {hint}")


def _print_figures(figures: dict[str, Any]) -> None:
    """Single figures a line each, then every list of objects as a table."""
    tables = {key: rows for key, value in figures.items() if (rows := _rows(value))}
    for key, value in figures.items():
        if key not in tables:
            print_line(f"{_words(key)}: {_figure(value)}")
    for key, rows in tables.items():
        print_line()
        ranked = any(name in rows[0] for name in _RANKED)
        shown = rows[:ROWS] if ranked else rows[-ROWS:]
        end = "first" if ranked else "last"
        more = f", the {end} {ROWS} of {len(rows)} (--json has all)" * (len(rows) > ROWS)
        print_line(f"{_words(key)}{more}:")
        _print_table(shown)


def _print_table(rows: Sequence[dict[str, Any]]) -> None:
    names = [name for name in rows[0] if name not in _KEYS]
    heading = [_words(name) for name in names]
    flexible = next((at for at, name in enumerate(names) if name in _FLEXIBLE), None)
    print_table([heading, *([_figure(row[name]) for name in names] for row in rows)], flexible)


def _rows(value: object) -> list[dict[str, Any]]:
    """A list of objects as it is, and an object of objects with their names in front; else none."""
    if isinstance(value, dict) and value and all(isinstance(one, dict) for one in value.values()):
        return [{"which": _words(name)} | one for name, one in value.items()]
    return value if isinstance(value, list) and value and isinstance(value[0], dict) else []


def _words(key: str) -> str:
    return _SHORT.get(key, key.replace("_", " "))


def _figure(value: object) -> str:
    """A figure as short as it can be; what is not known is a dash."""
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{round(value, 2):g}"
    if isinstance(value, list):
        words = any(isinstance(one, str) for one in value)
        return (" to " if len(value) == 2 and not words else ", ").join(map(_figure, value)) or "none"
        return (" to " if len(value) == 2 else ", ").join(map(_figure, value)) or "none"
    if isinstance(value, dict):
        return ", ".join(f"{_words(key)} {_figure(one)}" for key, one in value.items())
    return str(value)


COMMANDS = (stats,)
"""The commands of this file."""
