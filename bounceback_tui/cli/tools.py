"""`leads` and `cv`: lists that the tools of the guide keep."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bounceback_tui.cli import values
from bounceback_tui.cli.options import as_json, completes, example, words
from bounceback_tui.cli.output import print_json, print_json_list, print_line, print_table, short_key, tell
from bounceback_tui.cli.session import Session, pass_session

if TYPE_CHECKING:
    from bounceback_tui.domain.lead import Lead, LeadKind
    from bounceback_tui.formats.records import Record

Thing = TypeVar("Thing")


def done_option(kind: str) -> Callable[[Any], Any]:
    """That one is done; `kind` is what the tab key offers."""
    return click.option(
        "--done",
        metavar="ID",
        shell_complete=completes(kind),
        help="This one is done; ID may be shortened, -1 is the latest.",
    )


@click.command(
    epilog=example("leads", 'leads --add "Dev" --kind friend --next "in 3 days"', "leads --done 01KB2J8M3F")
)
@click.option("--add", metavar="NAME", help="Somebody or something to turn to.")
@click.option(
    "--kind",
    metavar="KIND",
    callback=values.through(values.lead_kind),
    shell_complete=words("friend", "agency", "job-board-online", "job-board-in-print", "other"),
    help="friend, agency, job-board-online, job-board-in-print, other.",
)
@click.option("--next", "next_on", metavar="DATE", help="When next: “tomorrow”, “friday”, ISO.")
@click.option("--note", metavar="TEXT", help="A few words about it.")
@done_option("leads")
@as_json
@pass_session
def leads(
    session: Session,
    /,
    *,
    add: str | None,
    kind: LeadKind | None,
    next_on: str | None,
    note: str | None,
    done: str | None,
    as_json: bool,
) -> None:
    """Friends, agencies and job boards to turn to, by their next date."""
    from bounceback_tui.domain.lead import Lead, LeadKind  # noqa: PLC0415 - `--help` does without
    from bounceback_tui.formats.tool_records import lead_record  # noqa: PLC0415

    name = _wanted(add, done)
    if add is None and (kind or next_on or note):
        raise click.UsageError("--kind, --next and --note go with --add NAME.")
    day = session.day(next_on) if next_on else None
    with session.workspace(makes=bool(name)) as workspace:
        kept = workspace.tools.leads
        if name:
            lead = Lead("", kind or LeadKind.OTHER, name, (note or "").strip(), day)
            return print_one("Added", kept.find(kept.put(lead)), lambda one: one.name, lead_record, as_json)
        if done is not None:
            return print_one("Done", kept.set_done(done, True), lambda one: one.name, lead_record, as_json)
        found = kept.every()
    rows = [(one.kind.value, one.name, _when(one)) for one in found]
    return print_all(found, rows, lead_record, as_json, "There is no lead yet; --add NAME makes one.")


@click.command(epilog=example("cv", 'cv --add "Name the two SQL projects"', "cv --done 01KB2J8M3F"))
@click.option("--add", metavar="TEXT", help="Something to change.")
@done_option("cv")
@as_json
@pass_session
def cv(session: Session, /, add: str | None, done: str | None, as_json: bool) -> None:
    """Changes to make in your CV, open ones first, with the feedback that each came from."""
    from bounceback_tui.domain.cv import CvChange  # noqa: PLC0415 - `--help` does without
    from bounceback_tui.formats.tool_records import cv_record  # noqa: PLC0415

    text = _wanted(add, done)
    with session.workspace(makes=bool(text)) as workspace:
        kept = workspace.tools.cv
        if text:
            change = CvChange("", text, session.clock.now())
            return print_one("Added", kept.find(kept.put(change)), lambda one: one.text, cv_record, as_json)
        if done is not None:
            return print_one("Done", kept.set_done(done, True), lambda one: one.text, cv_record, as_json)
        found = kept.every()
    rows = [("done" if one.done_on else "open", one.text, one.came_from) for one in found]
    return print_all(found, rows, cv_record, as_json, "There is nothing to change yet; --add TEXT notes it.")


def _wanted(add: str | None, done: str | None) -> str:
    """The words to add, empty for none. Raises UsageError."""
    if add is not None and done is not None:
        raise click.UsageError("--add and --done are two things; do one after the other.")
    if add is not None and not add.strip():
        raise click.UsageError("--add takes a few words.")
    return (add or "").strip()


def print_one(
    word: str, thing: Thing, name: Callable[[Thing], str], record: Callable[[Thing], Record], as_json: bool
) -> None:
    """What became of one."""
    if as_json:
        print_json(record(thing))
    else:
        print_line(f"{word}: {name(thing)}")


def print_all(
    found: Sequence[Any],
    rows: Sequence[tuple[str, str, str]],
    record: Callable[[Any], Record],
    as_json: bool,
    nothing: str,
) -> None:
    """All of them, a line each with the key in front."""
    if as_json:
        print_json_list(record(one) for one in found)
    elif found:
        table = [(short_key(one.id), *row) for one, row in zip(found, rows, strict=True)]
        print_table(table, flexible=2)
    else:
        tell(nothing)


def _when(lead: Lead) -> str:
    """ "done", "next Wed 25 Nov 2026", or nothing."""
    from bounceback_tui.domain.calendar_terms import weekday_date  # noqa: PLC0415 - JSON does without

    if lead.done:
        return "done"
    return f"next {weekday_date(lead.next_on)}" if lead.next_on else ""


COMMANDS = (leads, cv)
"""The commands of this file."""
