"""`applications` and `event`: every application with what happened to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli import values
from bounceback_tui.cli.options import (
    HYPHENS,
    as_json,
    completes,
    example,
    free_words,
    key_argument,
    when_option,
    words,
)
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
from bounceback_tui.cli.session import Session, pass_session
from bounceback_tui.domain.application import MEETINGS, STAGE_WORDS
from bounceback_tui.domain.text import quoted

if TYPE_CHECKING:
    from bounceback_tui.domain.application import Application, Kind
    from bounceback_tui.services.workspace import Workspace


@click.command(
    context_settings=HYPHENS,
    epilog=example(
        "applications",
        "applications stage:final -result:rejected",
        'applications --add "Acme, Data engineer, referral, today"',
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
@as_json
@pass_session
def applications(
    session: Session, query: tuple[str, ...], line: str | None, gone: str | None, as_json: bool
) -> None:
    """Every application and how far it got, open ones first; or one more, or one less.

    The log of each is in --json.

    All words of QUERY must be in its company, role, source, status or notes, and all filters fit:

    \b
      data* -intern '"exact phrase"' company:acme role:engineer source:referral
      stage:final (the furthest)  result:rejected (the last)  has:feedback
      since:2026-01 until:yesterday (the last event)  is:deleted (the trash)
      tag:panel feel:shame mood:<4 has:text (of one of its entries)
    """
    from bounceback_tui.formats.records import application_record  # noqa: PLC0415 - `--help` does without

    if line is not None and gone is not None:
        raise click.UsageError("--add and --delete are two things to do; say one of them.")
    if line is not None:
        if query:
            raise click.UsageError("--add takes one line in quotation marks, and no query beside it.")
        _add(session, line, as_json)
        return
    if gone is not None:
        if query:
            raise click.UsageError("--delete takes one key or company, and no query beside it.")
        with session.workspace() as workspace:
            delete(workspace, _named(workspace, gone), as_json)
        return
    wanted = session.query(query)
    with session.workspace() as workspace:
        found = workspace.applications.matching(wanted)
    if as_json:
        print_json_list(application_record(one) for one in found)
    elif found:
        print_table([_line(one) for one in found], flexible=3)
    elif wanted:
        from bounceback_tui.domain.query_telling import describe  # noqa: PLC0415 - mostly something is found

        tell(f"Nothing found: {describe(wanted, things='applications')}.")
    else:
        tell("There is no application yet; `log` makes one by itself.")


@click.command(
    context_settings=HYPHENS,
    epilog=example(
        'event acme interview --when "friday 14:00"', 'event 01KB2J8M3F rejected --note "By phone"'
    ),
)
@key_argument("applications")
@click.argument(
    "kind",
    metavar="KIND",
    callback=values.through(values.kind),
    shell_complete=words(
        "applied",
        "screen",
        "interview",
        "task",
        "final",
        "offer",
        "accepted",
        "rejected",
        "ghosted",
        "withdrew",
    ),
)
@when_option
@click.option("--note", metavar="TEXT", default="", help="A few words about it.")
@as_json
@pass_session
def event(session: Session, /, key: str, kind: Kind, **said: Any) -> None:
    """Add to the log of an application. ID may be shortened, or be the company's name
    or its beginning; -1 is the one that was added last.

    KIND: applied, screen, interview, task, final, offer, accepted, rejected, ghosted or withdrew.
    A screen, interview, task or final round may lie ahead: then it is due, and “friday” is the coming one.
    """
    from bounceback_tui.formats.records import event_record  # noqa: PLC0415 - `--help` does without

    moment = session.moment(said["when"], meeting=kind in MEETINGS)
    with session.workspace() as workspace:
        application = _named(workspace, key)
        added = workspace.applications.add_event(application.id, kind, moment, said["note"])
        again = application.status.ended and not workspace.applications.find(application.id).status.ended
        rest = still_open(workspace) if kind == "accepted" and not said["as_json"] else ""
    if said["as_json"]:
        print_json(event_record(added))
    else:
        who = application.company or "the application"
        clock = f", {added.at.local:%H:%M}" if said["when"] and kind in MEETINGS and added.at.has_time else ""
        opens = f", so it is open again (it was {application.status.value})" if again else ""
        print_line(f"Noted for {who}: {kind}, {day_of(added.at)}{clock}{opens}.")
        if rest:
            print_line(rest)


def still_open(workspace: Workspace) -> str:
    """What to say of other applications once an offer was accepted; empty where none is open."""
    from bounceback_tui.services.search_over import still_open_words  # noqa: PLC0415 - seldom is one accepted

    return still_open_words(len(workspace.search_over.open_applications()))


def delete(workspace: Workspace, application: Application, as_json: bool) -> None:
    """Put an application into the trash, and tell what went along and what stays. Raises CannotDo."""
    from bounceback_tui.formats.records import application_record  # noqa: PLC0415 - `--help` does without

    detail = workspace.logs.delete(application.id)
    if as_json:
        print_json(application_record(application) | {"deleted": True})
        return
    print_line(f"In the trash now: {detail.goes_along} (bounceback restore {short_key(application.id)}).")
    if detail.stays:
        print_line(detail.stays)


def delete_for_good(workspace: Workspace, application: Application, yes: bool, as_json: bool) -> None:
    """Ask, then delete an application for good. Raises CannotDo and UsageError."""
    from bounceback_tui.cli.ask import agreed  # noqa: PLC0415 - seldom is anything deleted for good
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - the same

    workspace.logs.may_go_for_good(application.id)
    name = quoted(application.company or "the application")
    if not yes and not agreed(
        f"Delete {name} with all that happened to it for good? Nothing brings it back."
    ):
        raise CannotDo("Nothing was deleted; --yes deletes without asking.")
    workspace.logs.delete(application.id)
    workspace.trash.destroy(workspace.trash.application(application.id))
    if as_json:
        print_json({"id": application.id, "deleted": True})
    else:
        print_line(f"Deleted for good: {application.company or 'the application'}")
    tell(f"Backups made before still hold it.{workspace.sync.holds_it}")


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
            f"“{values.short(piece)}” went into {where}; if you meant the source “{source}”,"
            " e in Applications changes it."
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


def _line(application: Application) -> tuple[str, ...]:
    """Key, where it stands, the day of the last thing that happened, who it is, and how far it got."""
    last = day_of(application.events[-1].at) if application.events else ""
    who = ", ".join(part for part in (application.company or "(no company)", application.role) if part)
    reached = STAGE_WORDS[application.stage_reached]
    return short_key(application.id), application.status.value, last, who, reached


def _named(workspace: Workspace, said: str) -> Application:
    """The application that was meant: by its key, else by the company or its beginning.

    Of several, one that is open comes first. Raises CannotDo.
    """
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - `--help` does without
    from bounceback_tui.services.lookup import back_from_latest  # noqa: PLC0415

    try:
        return workspace.applications.find(said)
    except CannotDo:
        wanted = " ".join(said.casefold().split())
        named = [
            (one, company)
            for one in workspace.applications.every()
            if wanted and (company := " ".join(one.company.casefold().split())).startswith(wanted)
        ]
        same = [one for one, company in named if company == wanted] or [one for one, _ in named]
        if not same or back_from_latest(said) is not None:
            raise
    open_ones = [one for one in same if not one.status.ended]
    for candidates in (same, open_ones):
        if len(candidates) == 1:
            return candidates[0]
    keys = ", ".join(short_key(one.id) for one in open_ones or same)
    raise CannotDo(f"There is more than one application to {values.short(said)}; name one of {keys}.")


COMMANDS = (applications, event)
"""The commands of this file."""
