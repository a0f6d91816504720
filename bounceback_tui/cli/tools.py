"""`leads` and `cv`: lists that the tools of the guide keep."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bounceback_tui.cli import values
from bounceback_tui.cli.options import as_json, completes, example, pass_session, words
from bounceback_tui.cli.output import print_json, print_json_list, print_line, print_table, short_key, tell
from bounceback_tui.cli.session import Session
from bounceback_tui.domain.text import quoted

if TYPE_CHECKING:
    from datetime import date

    from bounceback_tui.domain.lead import Lead
    from bounceback_tui.formats.records import Record
    from bounceback_tui.services.workspace import Workspace

Thing = TypeVar("Thing")


def done_option(kind: str) -> Callable[[Any], Any]:
    """That one is done; `kind` is what the tab key offers."""
    return click.option(
        "--done",
        metavar="ID",
        shell_complete=completes(kind),
        help="This one is done; ID may be shortened, -1 is the latest.",
    )


def delete_option(kind: str) -> Callable[[Any], Any]:
    """That one is put away; `kind` is what the tab key offers."""
    return click.option(
        "--delete", metavar="ID", shell_complete=completes(kind), help="Put this one into the trash."
    )


_LEAD_WAYS = ("add", "change", "contacted", "done", "delete")
_LEAD_GOES_WITH = {
    "name": ("change",),
    "kind": ("add", "change"),
    "note": ("add", "change"),
    "next": ("add", "change", "contacted"),
}


@click.command(
    epilog=example(
        "leads",
        'leads --add "Dev" --kind friend --next "in 3 days"',
        'leads --contacted Dev --next "next friday"',
        "leads --done 01KB2J8M3F",
    )
)
@click.option("--add", metavar="NAME", help="Somebody or something to turn to.")
@click.option("--change", metavar="ID", shell_complete=completes("leads"), help="Change this one.")
@click.option("--name", metavar="NAME", help="Another name for it.")
@click.option(
    "--kind",
    metavar="KIND",
    callback=values.through(values.lead_kind),
    shell_complete=words("friend", "agency", "job-board-online", "job-board-in-print", "other"),
    help="friend, agency, job-board-online, job-board-in-print, other.",
)
@click.option("--next", metavar="DATE", help="When next: “tomorrow”, “friday”, ISO; “none” for none.")
@click.option("--note", metavar="TEXT", help="A few words about it.")
@click.option("--contacted", metavar="ID", shell_complete=completes("leads"), help="You were in touch today.")
@done_option("leads")
@delete_option("leads")
@as_json
@pass_session
def leads(session: Session, /, *, as_json: bool, **said: Any) -> None:
    """Friends, agencies and job boards to turn to, by their next date. ID may be the name, too."""
    from bounceback_tui.cli.dates_said import day_or_none  # noqa: PLC0415 - `--help` does without
    from bounceback_tui.formats.tool_records import lead_record  # noqa: PLC0415

    way = way_of(said, _LEAD_WAYS, _LEAD_GOES_WITH)
    day = day_or_none(session, said["next"] or "")
    with session.workspace(makes=way == "add") as workspace:
        kept = workspace.tools.leads
        if way:
            key = "" if way == "add" else kept.meant(said[way]).id
            if way == "delete":
                return print_deleted(key, kept.remove(key).name, as_json)
            done = _lead_done(workspace, way, key, said, day)
            return print_one(_LEAD_DID[way], done, lambda one: one.name, lead_record, as_json)
        found = kept.every()
    rows = [(one.kind.value, one.name, _when(one)) for one in found]
    return print_all(found, rows, lead_record, as_json, "There is no lead yet; --add NAME makes one.")


_LEAD_DID = {"add": "Added", "change": "Changed", "contacted": "In touch today", "done": "Done"}


def _lead_done(workspace: Workspace, way: str, key: str, said: Mapping[str, Any], day: date | None) -> Lead:
    """Add a lead, change it, or note what became of it; how it is then. Raises CannotDo."""
    from bounceback_tui.domain.frozen import replace  # noqa: PLC0415 - `--help` does without
    from bounceback_tui.domain.lead import Lead, LeadKind  # noqa: PLC0415

    kept = workspace.tools.leads
    if way == "done":
        return kept.set_done(key, True)
    if way == "contacted":
        with workspace.undo.step(f"note that you were in touch with {quoted(kept.find(key).name)}"):
            kept.contacted(key)
            kept.set_next(key, day)
        return kept.find(key)
    lead = Lead("", LeadKind.OTHER, said["add"].strip()) if way == "add" else kept.find(key)
    for name in ("name", "note"):
        if said[name] is not None:
            lead = replace(lead, **{name: said[name].strip()})
    if said["kind"] is not None:
        lead = replace(lead, kind=said["kind"])
    if said["next"] is not None:
        lead = replace(lead, next_on=day)
    return kept.find(kept.put(lead, "save" if way == "add" else "change"))


@click.command(
    epilog=example(
        "cv",
        'cv --add "Name the two SQL projects"',
        'cv --change -1 --text "Name all three"',
        "cv --done 01KB2J8M3F",
    )
)
@click.option("--add", metavar="TEXT", help="Something to change.")
@click.option("--change", metavar="ID", shell_complete=completes("cv"), help="Word this one differently.")
@click.option("--text", metavar="TEXT", help="What it says, in place of what it said.")
@done_option("cv")
@delete_option("cv")
@as_json
@pass_session
def cv(session: Session, /, *, as_json: bool, **said: Any) -> None:
    """Changes to make in your CV, open ones first, with the feedback that each came from."""
    from bounceback_tui.domain.cv import CvChange  # noqa: PLC0415 - `--help` does without
    from bounceback_tui.domain.frozen import replace  # noqa: PLC0415
    from bounceback_tui.formats.tool_records import cv_record  # noqa: PLC0415

    way = way_of(said, ("add", "change", "done", "delete"), {"text": ("change",)})
    with session.workspace(makes=way == "add") as workspace:
        kept = workspace.tools.cv
        one = kept.meant(said[way]) if way and way != "add" else None
        if way == "delete" and one:
            return print_deleted(one.id, kept.remove(one.id).text, as_json)
        if way == "done" and one:
            return print_one("Done", kept.set_done(one.id, True), lambda it: it.text, cv_record, as_json)
        if way:
            new = (
                replace(one, text=said["text"].strip())
                if one
                else CvChange("", said["add"].strip(), session.clock.now())
            )
            kept_one = kept.find(kept.put(new, "change" if one else "save"))
            return print_one("Changed" if one else "Added", kept_one, lambda it: it.text, cv_record, as_json)
        found = kept.every()
    rows = [("done" if one.done_on else "open", one.text, one.came_from) for one in found]
    return print_all(found, rows, cv_record, as_json, "There is nothing to change yet; --add TEXT notes it.")


def way_of(said: Mapping[str, Any], ways: Sequence[str], goes_with: Mapping[str, Sequence[str]]) -> str:
    """Which of these ways is meant, empty for none; and whether all else that was said goes with it.

    Raises UsageError, also for words that are none, and for a change of nothing.
    """
    meant = [name for name in ways if said[name] not in (None, False)]
    if len(meant) > 1:
        raise click.UsageError(f"--{meant[0]} and --{meant[1]} are two things; do one after the other.")
    way = meant[0] if meant else ""
    for name, belongs in goes_with.items():
        if said[name] not in (None, ()) and way not in belongs:
            raise click.UsageError(f"--{name} goes with {' or '.join(f'--{one}' for one in belongs)}.")
    for name in ("add", "hold", "text", "name"):
        if said.get(name) is not None and not said[name].strip():
            raise click.UsageError(f"--{name} takes a few words.")
    changes = [name for name, belongs in goes_with.items() if "change" in belongs]
    if way == "change" and all(said[name] is None for name in changes):
        raise click.UsageError(f"Say what to change: {' or '.join(f'--{name}' for name in changes)}.")
    return way


def print_deleted(key: str, name: str, as_json: bool) -> None:
    """That one is in the trash."""
    if as_json:
        print_json({"id": key, "deleted": True})
    else:
        print_line(f"In the trash now: {name} (`bounceback undo` brings it back).")


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
