"""`stats`: the patterns in words and figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from bounceback_tui.cli.options import as_json, completes, example, pass_session
from bounceback_tui.cli.output import print_json, print_json_list, print_line, print_table
from bounceback_tui.cli.progress import progress
from bounceback_tui.cli.session import Session
from bounceback_tui.domain.going import each

if TYPE_CHECKING:
    from bounceback_tui.statistics.statistic import Result

ROWS = 20
"""Most lines of a table that are printed; JSON has them all."""

_TOLD = ("name", "n", "enough", "sentence")
"""What every result has, and is printed by itself."""


@click.command(epilog=example("stats", "stats bounce-back", "stats stages --json"))
@click.argument("name", required=False, shell_complete=completes("statistics"))
@click.option("--all", "every", is_flag=True, help="Also where there is too little to say anything yet.")
@as_json
@pass_session
def stats(session: Session, name: str | None, every: bool, as_json: bool) -> None:
    """Your own patterns: without NAME a sentence for each, with NAME the figures too.

    NAME: mood, bounce-back, forecast, stages, reasons, feedback, steps, writing, plans, silence or return.
    """
    with session.workspace() as workspace:
        patterns = workspace.patterns
        names = [_known(name, patterns.names)] if name else list(patterns.names)
        with progress("Working it out", "changed", quiet=as_json) as going:
            found = [(patterns.statistic(one), patterns.result(one)) for one in each(names, going)]
    if as_json and name:
        print_json(found[0][1].as_json(), indent=2)
    elif as_json:
        print_json_list(result.as_json() for _, result in found)
    elif not (name or every or any(result.enough for _, result in found)):
        print_line(
            "It is early days: there is too little here yet for a pattern, and that is quite all right."
            " `bounceback stats --all` says what each question still needs."
        )
    else:
        for place, (statistic, result) in enumerate(found):
            if place:
                print_line()
            print_line(f"{statistic.question}? ({statistic.name}, n = {result.n})")
            print_line(result.sentence)
            if name:
                _print_figures(result)
                print_line()
                print_line(statistic.how)


def _known(said: str, names: Sequence[str]) -> str:
    """The statistic that was meant. Raises UsageError, naming the nearest."""
    from bounceback_tui.domain.text import did_you_mean, quoted  # noqa: PLC0415 - as above

    name = said.strip().casefold().replace("_", "-").replace(" ", "-")
    if name in names:
        return name
    raise click.UsageError(f"There is no statistic {quoted(said)}; {did_you_mean(name, names)}")


def _print_figures(result: Result) -> None:
    """Single figures a line each, then the table that stands below the picture in the app."""
    for key, value in result.as_json().items():
        # of what is listed only the two limits of a figure are no table
        told = key not in _TOLD and (key == "interval" or not isinstance(value, list))
        if told and (said := _figure(value)):
            print_line(f"{key.replace('_', ' ')}: {said}")
    table = result.table()
    if not table.rows:
        return
    print_line()
    if len(table.rows) > ROWS:
        print_line(f"The first {ROWS} of {len(table.rows)}; --json has all:")
    flexible = next((at for at, heading in enumerate(table.headings) if heading.gives_way), None)
    headings = tuple(heading.words for heading in table.headings)
    print_table([headings, *table.rows[:ROWS]], flexible)
    if table.foot:
        print_line(table.foot)


def _figure(value: object) -> str:
    """A single figure, or the two limits of one, as short as can be; empty for what the table tells."""
    match value:
        case None:
            return "–"
        case bool() | str():
            return str(value).lower()
        case int() | float():
            return f"{round(value, 2):g}"
        case [None | int() | float() as low, None | int() | float() as high]:
            return f"{_figure(low)} to {_figure(high)}"
        case _:
            return ""


COMMANDS = (stats,)
"""The commands of this file."""
