"""`applications`: every application and how far it got; one more, one less, or one corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli import named
from bounceback_tui.cli.application_parts import changed, parts, said_anything
from bounceback_tui.cli.options import HYPHENS, as_json, completes, example, free_words, pass_session
from bounceback_tui.cli.output import (
    complain,
    day_of,
    print_json,
    print_json_list,
    print_line,
    print_table,
    short_key,
    tell,
)
from bounceback_tui.cli.session import Session
from bounceback_tui.domain.application import STAGE_WORDS
from bounceback_tui.domain.text import quoted

if TYPE_CHECKING:
    from bounceback_tui.domain.application import Application
    from bounceback_tui.services.workspace import Workspace


@click.command(
    context_settings=HYPHENS,
    epilog=example(
        "applications",
        "applications stage:final -result:rejected",
        'applications --add "Acme, Data engineer, referral, today"',
        'applications --change acme --next friday --what "call Ms Ito"',
        "applications --delete acme",
    ),
)
@click.argument("query", nargs=-1, callback=free_words, shell_complete=completes("query"))
@click.option("--add", "line", metavar="LINE", help="Add one: company, role, source and date, with commas.")
@click.option(
    "--delete",
    "gone",
    metavar="ID",
    shell_complete=completes("applications"),
    help="Put one into the trash; ID may be the company's name.",
)
@click.option(
    "--change",
    metavar="ID",
    shell_complete=completes("applications"),
    help="Correct one with the options below; an empty text takes out what is there.",
)
@parts
@as_json
@pass_session
def applications(
    session: Session,
    /,
    *,
    query: tuple[str, ...],
    line: str | None,
    gone: str | None,
    change: str | None,
    as_json: bool,
    **said: Any,
) -> None:
    """Every application and how far it got, open ones first; or one more, one less, or one corrected.

    The log of each is in --json; `event ID` reads and corrects it.

    All words of QUERY must be in its company, role, source, status or notes, and all filters fit:

    \b
      data* -intern '"exact phrase"' company:acme role:engineer source:referral
      stage:final (the furthest)  result:rejected (the last)  has:feedback
      since:2026-01 until:yesterday (the last event)  is:deleted (the trash)
      tag:panel feel:shame mood:<4 has:text (of one of its entries)
    """
    _one_thing(query, line, gone, change, said)
    if line is not None:
        _add(session, line, as_json)
        return
    if gone is not None:
        with session.workspace() as workspace:
            delete(workspace, named.application(workspace, gone), as_json)
        return
    if change is not None:
        _change(session, change, said, as_json)
        return
    _list(session, query, as_json)


def _list(session: Session, query: tuple[str, ...], as_json: bool) -> None:
    from bounceback_tui.formats.records import application_record  # noqa: PLC0415 - words do without

    wanted = session.query(query)
    with session.workspace() as workspace:
        found = workspace.applications.matching(wanted)
    if as_json:
        print_json_list(application_record(one) for one in found)
    elif found:
        print_table([line_of(one) for one in found], flexible=3)
    elif wanted:
        from bounceback_tui.domain.query_telling import describe  # noqa: PLC0415 - mostly something is found

        complain(f"Nothing found: {describe(wanted, things='applications')}.")
    else:
        tell("There is no application yet; `log` makes one by itself.")


def _one_thing(
    query: tuple[str, ...], line: str | None, gone: str | None, change: str | None, said: dict[str, Any]
) -> None:
    """Raises UsageError where two things are to be done at once, or nothing is said of what to change."""
    ways = {"--add": line, "--delete": gone, "--change": change}
    wanted = [name for name, value in ways.items() if value is not None]
    if len(wanted) > 1:
        raise click.UsageError(f"{wanted[0]} and {wanted[1]} are two things to do; say one of them.")
    if query and wanted:
        takes = {"--add": "one line in quotation marks"}.get(wanted[0], "one key or company")
        raise click.UsageError(f"{wanted[0]} takes {takes}, and no query beside it.")
    if said_anything(said) and change is None:
        raise click.UsageError("Say which one to correct: --change takes its key or the company's name.")
    if change is not None and not said_anything(said):
        raise click.UsageError("Say what to correct, such as --role “Data engineer” or --next friday.")


def _change(session: Session, key: str, said: dict[str, Any], as_json: bool) -> None:
    """Correct what is known of one. Raises CannotDo and UsageError."""
    from bounceback_tui.formats.records import application_record  # noqa: PLC0415 - the same

    with session.workspace() as workspace:
        before = named.application(workspace, key)
        workspace.applications.describe(changed(before, said, session))
        now = workspace.applications.find(before.id)
    if as_json:
        print_json(application_record(now) | {"changed": now != before})
        return
    print_line(f"{'Saved' if now != before else 'Nothing was changed'}: {named.who(now)}")


def delete(workspace: Workspace, application: Application, as_json: bool) -> None:
    """Put an application into the trash, and tell what went along and what stays. Raises CannotDo."""
    from bounceback_tui.formats.records import application_record  # noqa: PLC0415 - `--help` does without

    detail = workspace.logs.delete(application.id)
    if as_json:
        print_json(application_record(application) | {"deleted": True})
        return
    print_line(f"In the trash now: {detail.goes_along} (`bounceback restore {short_key(application.id)}`).")
    if detail.stays:
        print_line(detail.stays)


def _add(session: Session, line: str, as_json: bool) -> None:
    """Add what a line says, and tell what was understood. Raises UsageError where it names no company."""
    from bounceback_tui.domain.application_line import meant_source, read_line  # noqa: PLC0415 - seldom is one added
    from bounceback_tui.formats.records import application_record  # noqa: PLC0415 - `--help` does without

    said = read_line(line, session.clock.now(), session.clock.zone, session.date_order)
    if not said.company:
        raise click.UsageError("The company is missing: “Acme, Data engineer, referral, today”.")
    when = session.moment(said.when or None)
    with session.workspace(makes=True) as workspace:
        added = workspace.applications.add(said.company, said.role, said.source, when, notes=said.notes)
    if misspelt := meant_source(said):
        piece, source = misspelt
        where = "the role" if piece == said.role else "the notes"
        complain(
            f"{quoted(piece)} went into {where}; if you meant the source “{source}”,"
            f" `bounceback applications --change {short_key(added.id)} --source {source.replace(' ', '-')}`"
            " says so."
        )
    if as_json:
        print_json(application_record(added))
        return
    rows = (
        ("Company", added.company),
        ("Role", added.role),
        ("Source", added.source or ""),
        ("Applied", day_of(added.events[0].at)),
        ("Notes", added.notes),
    )
    print_line(f"Added {short_key(added.id)}.")
    print_table([row for row in rows if row[1]], flexible=1)


def line_of(application: Application) -> tuple[str, ...]:
    """Key, where it stands, the day of the last thing that happened, who it is, and how far it got."""
    last = day_of(application.events[-1].at) if application.events else ""
    reached = STAGE_WORDS[application.stage_reached]
    return short_key(application.id), application.status.value, last, named.who(application), reached


COMMANDS = (applications,)
"""The commands of this file."""
