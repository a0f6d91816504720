"""`rest` and `writing`: planned days off, and how far the writing programme is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli.options import as_json, example, pass_session
from bounceback_tui.cli.output import print_json, print_json_list, print_line
from bounceback_tui.cli.session import Session

if TYPE_CHECKING:
    from datetime import date

    from bounceback_tui.domain.calendar_terms import Span
    from bounceback_tui.domain.lead import Rest
    from bounceback_tui.domain.rest_days import RestWanted
    from bounceback_tui.domain.writing import WritingSession
    from bounceback_tui.services.rests import Rests


@click.command(epilog=example("rest", 'rest tomorrow "3 days" --enjoy "the sea"', "rest --end"))
@click.argument("first", metavar="[FROM]", required=False)
@click.argument("last", metavar="[TO]", required=False)
@click.option("--enjoy", metavar="TEXT", help="Something enjoyable to do in it.")
@click.option("--keep-dates", is_flag=True, help="What is due in it stays; else it moves to the day after.")
@click.option("--end", is_flag=True, help="You are back: the rest of today ends.")
@as_json
@pass_session
def rest(session: Session, /, **said: Any) -> None:
    """Your rests, which are days off; with FROM and TO, plan one.

    FROM and TO are days in words, both included; TO may also be a length: “3 days”.
    """
    planning = said["first"] is not None or said["enjoy"] is not None or said["keep_dates"]
    if said["end"] and planning:
        raise click.UsageError("--end ends the rest of today; it takes nothing else but --json.")
    days = _days(session, said["first"] or "", said["last"] or "") if planning else None
    with session.workspace(makes=planning) as workspace:
        rests = workspace.tools.rests
        if said["end"]:
            _end(rests, said["as_json"])
        elif days:
            from bounceback_tui.domain.rest_days import RestWanted  # noqa: PLC0415 - a list does without

            wanted = RestWanted(days, said["enjoy"] or "", not said["keep_dates"])
            _plan(rests, wanted, session.clock.now().local_date, said["as_json"])
        else:
            _list(rests, said["as_json"])


@click.command(epilog=example("writing", "writing --json"))
@as_json
@pass_session
def writing(session: Session, as_json: bool) -> None:
    """How far your five days of writing are.

    You write in the app, or with `note`; `--json` prints every programme, the latest first.
    """
    from bounceback_tui.domain.writing import SESSIONS  # noqa: PLC0415 - `--help` does without
    from bounceback_tui.formats.records import writing_record  # noqa: PLC0415

    with session.workspace() as workspace:
        tool = workspace.tools.writing
        every, present = tool.every(), tool.present()
    if as_json:
        print_json_list(map(writing_record, every))
    elif present is None:
        print_line("None begun. In the app, ctrl+p and “Write on five days” begins.")
    else:
        print_line(f"{len(present.sessions)} of {SESSIONS} days written, {present.state}.")
        for one in present.sessions:
            print_line(_session_line(one), "  ")


def _session_line(one: WritingSession) -> str:
    """ "1. Mon 23 Nov 2026, 20 min, mood 4 before, 3 after: Of the call"."""
    from bounceback_tui.domain.calendar_terms import weekday_date  # noqa: PLC0415 - JSON does without

    felt = (("before", one.before), ("after", one.after), ("on the next day", one.next_day))
    moods = ", ".join(f"{mood} {when}" for when, mood in felt if mood is not None)
    title = "its words are deleted" if one.deleted else one.title
    told = (f"{one.place}. {weekday_date(one.day)}", f"{one.seconds // 60} min", moods and f"mood {moods}")
    return f"{', '.join(filter(None, told))}: {title}"


def _days(session: Session, first: str, last: str) -> Span:
    """The days that were meant. Raises UsageError."""
    from bounceback_tui.cli.dates_said import understood  # noqa: PLC0415 - as below
    from bounceback_tui.domain.rest_words import rest_days  # noqa: PLC0415 - a list does without

    today = session.clock.now().local_date
    return understood(session, lambda order: rest_days(first, last, today, order))


def _plan(rests: Rests, wanted: RestWanted, today: date, as_json: bool) -> None:
    from bounceback_tui.domain.calendar_terms import weekday_date  # noqa: PLC0415 - a list does without
    from bounceback_tui.domain.rest_days import begun_before, told_days, told_length  # noqa: PLC0415
    from bounceback_tui.formats.records import rest_record  # noqa: PLC0415

    falling = rests.falling(wanted.days)
    key = rests.plan(wanted)
    if as_json:
        planned = rests.find(key)
        print_json(rest_record(planned) if planned else {})
        return
    print_line(f"Your rest: {told_days(wanted.days)}, {told_length(wanted.days)}.")
    if begun := begun_before(wanted.days, today):
        print_line(f"{begun} `bounceback undo` takes it back.")
    if falling and wanted.move:
        print_line(f"Moved to {weekday_date(rests.day_after(wanted.days.last))}: {falling}.")
    elif falling:
        print_line(f"Due in it, and left where it is: {falling}.")


def _end(rests: Rests, as_json: bool) -> None:
    from bounceback_tui.formats.records import rest_record  # noqa: PLC0415 - `--help` does without
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415

    ended = rests.come_back()
    if ended is None:
        raise CannotDo("Today is in no rest; nothing was changed.")
    if as_json:
        there = rests.find(ended.id)
        print_json(rest_record(there) if there else {})
    else:
        print_line("Good to have you back.")


def _list(rests: Rests, as_json: bool) -> None:
    from bounceback_tui.formats.records import rest_record  # noqa: PLC0415 - `--help` does without

    every = rests.every()
    if as_json:
        print_json_list(map(rest_record, every))
    elif not every:
        print_line('None planned. `bounceback rest today "3 days"` plans one.')
    for one in () if as_json else every:
        print_line(_line(one))


def _line(one: Rest) -> str:
    from bounceback_tui.domain.calendar_terms import Span  # noqa: PLC0415 - JSON does without
    from bounceback_tui.domain.rest_days import told_days  # noqa: PLC0415

    return f"{told_days(Span(one.starts, one.ends))}{f': {one.enjoy}' if one.enjoy else ''}"


COMMANDS = (rest, writing)
"""The commands of this file."""
