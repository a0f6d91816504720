"""`due`: what is coming up, a line each."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import click

from bounceback_tui.cli import values
from bounceback_tui.cli.options import as_json, example, option, pass_session
from bounceback_tui.cli.output import print_json_list, print_line, print_table
from bounceback_tui.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bounceback_tui.domain.due import Due

_FARTHEST = 3660
"""Days; whatever is more than ten years ahead was a slip of the finger."""


def _days(text: str) -> int:
    return values.number(text, "A number of days ahead", range(_FARTHEST + 1))


@click.command(epilog=example("due", "due --days 30", "due --quiet"))
@option(
    "--days", metavar="N", callback=values.through(_days), help="How far ahead: 7 unless said; 0 is today."
)
@option("--quiet", is_flag=True, help="For shell prompts: “2 due” for today, or nothing at all.")
@as_json
@pass_session
def due(session: Session, days: int | None, quiet: bool, as_json: bool) -> None:
    """What is coming up: meetings, next dates, follow-ups, plans with a day, leads, and what Today offers.

    Something that has passed is shown for a week more. During a rest only its end is told, and --quiet says
    nothing. Nothing due is no error: the exit code is 0.
    """
    if quiet and as_json:
        raise click.UsageError("--quiet and --json are two ways to print; take one.")
    from bounceback_tui.domain.due import AHEAD, DueKind  # noqa: PLC0415 - `--help` does without

    today = session.clock.now().local_date
    if days is None:
        days = 0 if quiet else AHEAD.days
    with session.workspace() as workspace:
        found = workspace.coming_up.until(today + timedelta(days=days))
    if as_json:
        from bounceback_tui.formats.tool_records import due_record  # noqa: PLC0415 - plain lines do without

        print_json_list(due_record(one) for one in found)
    elif quiet:
        if count := sum(one.kind is not DueKind.REST for one in found):
            print_line(f"{count} due")
    else:
        _print(found, today, days)


def _print(found: Sequence[Due], today: date, days: int) -> None:
    if found:
        print_table([(_when(one, today), one.text) for one in found], flexible=1)
    elif days == 0:
        print_line("Nothing is due today.")
    else:
        print_line(f"Nothing is due in the next {days} days." if days > 1 else "Nothing is due by tomorrow.")


def _when(one: Due, today: date) -> str:
    """ "Wed 25 Nov", "since Wed 18 Nov" for what has passed."""
    return f"{'since ' if one.day < today else ''}{one.when(today)}"


COMMANDS = (due,)
"""The commands of this file."""
