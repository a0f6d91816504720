"""`event`: the log of one application: read, added to, corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli import named, values
from bounceback_tui.cli.options import (
    HYPHENS,
    as_json,
    completes,
    example,
    free_words,
    pass_session,
    when_option,
    words,
)
from bounceback_tui.cli.output import day_of, print_json, print_json_list, print_line, print_table, short_key
from bounceback_tui.cli.session import Session
from bounceback_tui.domain.application import MEETINGS
from bounceback_tui.domain.text import quoted
from bounceback_tui.services.errors import CannotDo

if TYPE_CHECKING:
    from bounceback_tui.domain.application import Application, Event, Kind
    from bounceback_tui.domain.moment import Moment
    from bounceback_tui.services.workspace import Workspace

_KINDS = (
    *("applied", "screen", "interview", "task", "final"),
    *("offer", "accepted", "rejected", "ghosted", "withdrew"),
)


@click.command(
    context_settings=HYPHENS,
    epilog=example(
        'event acme interview --when "friday 14:00"',
        'event 01KB2J8M3F rejected --note "By phone"',
        "event acme                            (its log, with the keys)",
        'event --change 01KB2J8M3F task --when "12 nov"',
        "event --delete 01KB2J8M3F",
    ),
)
@click.argument(
    "key", metavar="[ID]", required=False, callback=free_words, shell_complete=completes("applications")
)
@click.argument("kind", metavar="[KIND]", required=False, shell_complete=words(*_KINDS))
@when_option
@click.option("--note", metavar="TEXT", help="A few words about it.")
@click.option(
    "--change", metavar="ID", shell_complete=completes("events"), help="Correct this line of a log."
)
@click.option(
    "--delete",
    "gone",
    metavar="ID",
    shell_complete=completes("events"),
    help="Put this line of a log into the trash; `undo` brings it back.",
)
@click.option("--yes", is_flag=True, help="With --delete: an entry that tells of it goes along.")
@as_json
@pass_session
def event(session: Session, /, key: str | None, kind: str | None, as_json: bool, **said: Any) -> None:
    """Add to the log of an application, read it, or correct a line of it. ID may be shortened, or be the
    company's name or its beginning; -1 is the application that was added last. Without KIND its log is read.

    KIND: applied, screen, interview, task, final, offer, accepted, rejected, ghosted or withdrew.
    A screen, interview, task or final round may lie ahead: then it is due, and “friday” is the coming one.

    --change and --delete take the key of a line, as the log names it; -1 is the line that was noted last.
    What an entry tells of is corrected with that entry (`edit`).
    """
    if said["change"] is not None:
        _correct(session, said, _only_kind(key, kind, said["gone"]), as_json)
    elif said["gone"] is not None:
        if key or kind or said["when"] or said["note"] is not None:
            raise click.UsageError("--delete takes the key of a line, and nothing else but --yes.")
        _take_out(session, said["gone"], said["yes"], as_json)
    elif key is None:
        raise click.UsageError("ID is missing; `bounceback event --help` shows an example.")
    elif kind is None:
        if said["when"] or said["note"] is not None:
            raise click.UsageError("KIND is missing; `bounceback event --help` shows an example.")
        _read(session, key, as_json)
    else:
        _add(session, key, values.kind(kind), said, as_json)


def _only_kind(key: str | None, kind: str | None, gone: str | None) -> Kind | None:
    """The kind beside --change, None for the one it has. Raises UsageError for anything else."""
    if gone is not None:
        raise click.UsageError("--change and --delete are two things to do; say one of them.")
    if kind is not None:
        raise click.UsageError("--change takes the key of a line, and beside it at most a KIND.")
    return None if key is None else values.kind(key)


def _add(session: Session, key: str, kind: Kind, said: dict[str, Any], as_json: bool) -> None:
    from bounceback_tui.formats.records import event_record  # noqa: PLC0415 - words do without

    moment = session.moment(said["when"], meeting=kind in MEETINGS)
    with session.workspace() as workspace:
        application = named.application(workspace, key)
        added = workspace.applications.add_event(application.id, kind, moment, said["note"] or "")
        again = application.status.ended and not workspace.applications.find(application.id).status.ended
        rest = still_open(workspace) if kind == "accepted" and not as_json else ""
    if as_json:
        print_json(event_record(added))
        return
    clock = f", {added.at.local:%H:%M}" if said["when"] and kind in MEETINGS and added.at.has_time else ""
    opens = f", so it is open again (it was {application.status.value})" if again else ""
    print_line(f"Noted for {_firm(application)}: {kind}, {day_of(added.at)}{clock}{opens}.")
    if rest:
        print_line(rest)


def _read(session: Session, key: str, as_json: bool) -> None:
    """The log of one, a line each with its key in front."""
    from bounceback_tui.formats.records import event_record  # noqa: PLC0415 - words do without

    with session.workspace() as workspace:
        events = named.application(workspace, key).events
    if as_json:
        print_json_list(map(event_record, events))
    elif events:
        now = session.clock.now()
        print_table([(short_key(one.id), _when(one, now), one.kind.value, one.note) for one in events], 3)


def _correct(session: Session, said: dict[str, Any], kind: Kind | None, as_json: bool) -> None:
    """Let a line be of another kind or date, or have another note. Raises CannotDo and UsageError."""
    from bounceback_tui.domain.frozen import replace  # noqa: PLC0415 - seldom is one corrected
    from bounceback_tui.formats.records import event_record  # noqa: PLC0415 - the same

    if kind is None and said["when"] is None and said["note"] is None:
        raise click.UsageError("Say what to correct: a KIND, --when or --note.")
    with session.workspace() as workspace:
        application, before = workspace.logs.line(said["change"])
        kind = kind or before.kind
        given = session.moment(said["when"], meeting=kind in MEETINGS)
        new = replace(
            before,
            kind=kind,
            at=given or before.at,
            note=before.note if said["note"] is None else said["note"].strip(),
            date_known=before.date_known or given is not None,
        )
        if kind not in MEETINGS and new.at > workspace.clock.now():
            raise click.UsageError("That is still to come; --when says when it happened.")
        told = workspace.logs.of(application).telling(before.id)
        if told and (new.kind, new.at) != (before.kind, before.at):
            raise CannotDo(
                f"{quoted(told.entry.title)} tells of that. Nothing was changed;"
                f" `bounceback edit {short_key(told.entry.id)}` takes --stage, --result and --when for both."
            )
        workspace.logs.change_event(new)
        _, now = workspace.logs.line(before.id)
    if as_json:
        print_json(event_record(now) | {"changed": now != before})
        return
    word = "Corrected" if now != before else "Nothing was changed"
    print_line(f"{word}: {now.kind}, {_when(now, session.clock.now())} ({_firm(application)}).")


def _take_out(session: Session, key: str, yes: bool, as_json: bool) -> None:
    """Put a line into the trash, at their word with the entry that tells of it. Raises CannotDo."""
    from bounceback_tui.cli.ask import agreed  # noqa: PLC0415 - seldom is one taken out
    from bounceback_tui.formats.records import event_record  # noqa: PLC0415 - the same

    with session.workspace() as workspace:
        application, event = workspace.logs.line(key)
        told = workspace.logs.of(application).telling(event.id)
        tells = f"{quoted(told.entry.title)} tells of that" if told else ""
        if told and not yes and not agreed(f"{tells}. Put both into the trash?"):
            raise CannotDo(f"{tells}. Nothing was changed; --yes puts both into the trash.")
        workspace.logs.delete_event(event.id, bool(told))
    if as_json:
        print_json(event_record(event) | {"deleted": True})
        return
    along = ", with its entry" if told else ""
    words = f"{event.kind}, {_when(event, session.clock.now())} ({_firm(application)}){along}"
    print_line(f"In the trash now: {words}. `bounceback undo` brings it back.")


def _when(event: Event, now: Moment) -> str:
    """ "Fri 20 Nov 2026, 14:00", the time while it lies ahead; of a stage that only follows from another,
    that its date is not known."""
    if not event.date_known:
        return "date not known"
    clock = f", {event.at.local:%H:%M}" if event.at > now and event.at.has_time else ""
    return f"{day_of(event.at)}{clock}"


def _firm(application: Application) -> str:
    return application.company or "the application"


def still_open(workspace: Workspace) -> str:
    """What to say of other applications once an offer was accepted; empty where none is open."""
    from bounceback_tui.services.search_over import still_open_words  # noqa: PLC0415 - seldom is one accepted

    return still_open_words(len(workspace.search_over.open_applications()))


COMMANDS = (event,)
"""The commands of this file."""
