"""`list`, `show`, `delete` and `restore`: the history, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from bounceback_tui.cli.options import (
    HYPHENS,
    USUAL_LIMIT,
    as_json,
    completes,
    example,
    free_words,
    key_argument,
    limit_option,
    option,
    pass_session,
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
from bounceback_tui.cli.session import Session
from bounceback_tui.services.lookup import back_from_latest

if TYPE_CHECKING:
    from bounceback_tui.domain.entry import HistoryItem
    from bounceback_tui.domain.query import Query
    from bounceback_tui.services.workspace import Workspace

QUERY_HELP = """All words of QUERY must be there, and all filters fit:

\b
  panel* -salary '"exact phrase"' company:acme stage:final result:rejected
  mood:<4 feel:shame tag:panel since:2026-01 until:yesterday has:feedback
  is:deleted (the trash)

A part that is not understood is told, with exit code 2, and nothing is printed."""
"""What may be looked for."""


@click.command(
    "list",
    context_settings=HYPHENS,
    epilog=example("list", "list mood:<4 since:january --json", "list is:deleted"),
    help=f"Your entries, newest first, each on a line with its key.\n\n{QUERY_HELP}",
)
@click.argument("query", nargs=-1, callback=free_words, shell_complete=completes("query"))
@limit_option
@as_json
@pass_session
def list_entries(session: Session, query: tuple[str, ...], limit: int | None, as_json: bool) -> None:
    """Print the entries that fit a query."""
    print_entries(session, query, limit, as_json)


@click.command(
    context_settings=HYPHENS,
    epilog=example("show 01KB2J8M3F", "show -1               (the latest)"),
)
@key_argument("entries")
@option("--versions", is_flag=True, help="Also what it said before, the latest first.")
@as_json
@pass_session
def show(session: Session, key: str, versions: bool, as_json: bool) -> None:
    """One entry in full, with its check-ins. ID may be shortened; -1 is the first of `list`.

    That is the latest by its date: for something older that was written down since, take the key that `log`
    named. --versions adds what it said before it was changed, as --json always does.
    """
    with session.workspace() as workspace:
        shown = workspace.journal.show(key)
    if shown.damage:
        complain(shown.damage)
    if as_json:
        from bounceback_tui.formats.records import shown_record  # noqa: PLC0415 - plain lines do without

        record = shown_record(shown.item, shown.checkins, shown.revisions, shown.causes, shown.attribution)
        print_json(record, indent=2)
        return
    from bounceback_tui.cli.reading import print_shown, print_versions  # noqa: PLC0415 - only plain lines need it

    print_shown(shown, session.clock.now(), told=versions)
    if versions:
        print_versions(shown.revisions, session.clock.now())


@click.command(context_settings=HYPHENS, epilog=example("delete 01KB2J8M3F", "delete 01KB2J8M3F --for-good"))
@key_argument("written")
@option(
    "--for-good", is_flag=True, help="Out of the trash and the file, too; backups made before still hold it."
)
@option("--yes", is_flag=True, help="Delete for good without asking.")
@as_json
@pass_session
def delete(session: Session, key: str, for_good: bool, yes: bool, as_json: bool) -> None:
    """Put an entry into the trash, with the check-ins beside it; `restore` takes it out again.

    -1 is the first of `list`, the latest by its date, and never one in the trash. --for-good is for good, so
    beside --yes it takes a key and no such number.

    ID may name an application, too: it goes with its log, and what you wrote about it stays; or a check-in.
    """
    if for_good and yes and back_from_latest(key) is not None:
        raise click.UsageError(
            "--for-good with --yes takes a key, since -1 may be another one by now."
            " Nothing was deleted; `bounceback list is:deleted` names those in the trash."
        )
    from bounceback_tui.cli.named import other  # noqa: PLC0415 - a list names nothing

    with session.workspace() as workspace:
        if for_good:
            from bounceback_tui.cli.for_good import delete_for_good  # noqa: PLC0415 - seldom is it for good

            delete_for_good(workspace, key, yes, as_json)
            return
        if application := other(workspace, key, workspace.applications.find):
            from bounceback_tui.cli import applications  # noqa: PLC0415 - mostly it is an entry

            applications.delete(workspace, application, as_json)
            return
        if checkin := other(workspace, key, workspace.versions.checkin):
            from bounceback_tui.cli import check_ins  # noqa: PLC0415 - as above

            check_ins.delete(workspace, checkin, as_json)
            return
        item = workspace.journal.delete(key)
        _tell_moved(workspace, item, as_json, "In the trash now", f"restore {short_key(item.entry.id)}")
        if left := workspace.logs.left_by(item):
            tell(f"{left}; d on it in Applications takes that out as well.")


@click.command(
    context_settings=HYPHENS,
    epilog=example("restore 01KB2J8M3F", "restore 01KB2J8M3F --version 1", "list is:deleted"),
)
@key_argument("deleted")
@option("--version", metavar="N", help="Let the entry say again what it said in that version.")
@as_json
@pass_session
def restore(session: Session, key: str, version: str | None, as_json: bool) -> None:
    """Take an entry out of the trash, an application or a check-in; or bring an earlier version back.

    `list is:deleted` shows the entries in the trash, `show ID --versions` the earlier versions with their
    numbers. What the entry says now becomes one of them.
    """
    from bounceback_tui.cli.named import other  # noqa: PLC0415 - as above

    with session.workspace() as workspace:
        if version is not None:
            from bounceback_tui.cli.versions import bring_back  # noqa: PLC0415 - mostly it is out of the trash

            item = bring_back(workspace, key, version)
            _tell_moved(workspace, item, as_json, "As it was before", f"show {short_key(item.entry.id)}")
            return
        if thing := other(workspace, key, workspace.trash.application):
            workspace.trash.restore(thing)
            application = workspace.applications.find(thing.key)
            if as_json:
                from bounceback_tui.formats.records import application_record  # noqa: PLC0415 - plain lines do without

                print_json(application_record(application))
            else:
                print_line(f"Back among the applications: {thing.words}.")
            return
        if thing := other(workspace, key, workspace.trash.checkin):
            workspace.trash.restore(thing)
            if as_json:
                from bounceback_tui.formats.records import checkin_record  # noqa: PLC0415 - plain lines do without

                print_json(checkin_record(workspace.versions.checkin(thing.key)))
            else:
                print_line("Back among the check-ins.")
            return
        item = workspace.journal.restore(key)
        _tell_moved(workspace, item, as_json, "Back in the journal", f"show {short_key(item.entry.id)}")


def print_entries(session: Session, words: tuple[str, ...], limit: int | None, as_json: bool) -> None:
    """Print the entries that fit, or a word on standard error that there are none."""
    query = session.query(words)
    if limit is None and not as_json:
        limit = USUAL_LIMIT
    with session.workspace() as workspace:
        found = _entries(workspace, query, limit or None)
        found = _telling_of_damage(workspace, found)
        if as_json:
            from bounceback_tui.formats.records import entry_record  # noqa: PLC0415 - plain lines do without

            return print_json_list(entry_record(item) for item in found)
        items = list(found)
        # only where somebody looks for words: the bare list needs none of it
        also = workspace.elsewhere.told(query) if query.words else ""
    if items:
        print_table([_line(item) for item in items], flexible=3)
    elif query:
        from bounceback_tui.domain.query_telling import describe  # noqa: PLC0415 - mostly something is found

        complain(f"Nothing found: {describe(query)}.")
    else:
        tell("The journal is still empty.")
    if also:
        tell(f"{also}; the app shows them in the Journal.")
    return None


def _entries(workspace: Workspace, query: Query, limit: int | None) -> Iterator[HistoryItem]:
    """The entries that fit, newest first, read a page at a time."""
    history = workspace.journal.history(query)
    place = 0
    while limit is None or place < limit:
        stop = history.known if limit is None else min(history.known, limit)
        yield from history.items(place, stop, keep=False)
        place = stop
        if history.complete:
            return
        history.read_on()


def _telling_of_damage(workspace: Workspace, found: Iterator[HistoryItem]) -> Iterator[HistoryItem]:
    """The same, with a word behind them where some do not say what was saved."""
    damaged = []
    for item in found:
        if item.entry.damaged:
            damaged.append(short_key(item.entry.id))
        yield item
    if damaged:
        complain(workspace.integrity.damage_of_some(damaged))


def _line(item: HistoryItem) -> tuple[str, ...]:
    """Day, mood, key, and what it is about."""
    entry = item.entry
    about = entry.title or "(nothing written)"
    at = f" ({item.company})" if item.company and item.company not in about else ""
    mood = f"mood {item.mood}" if item.mood else ""
    return day_of(entry.written_at), mood, short_key(entry.id), about + at


def _tell_moved(workspace: Workspace, item: HistoryItem, as_json: bool, what: str, next_: str) -> None:
    if as_json:
        from bounceback_tui.formats.records import entry_record  # noqa: PLC0415 - plain lines do without

        print_json(entry_record(workspace.journal.find(item.entry.id)))
    else:
        print_line(f"{what}: {item.entry.title or short_key(item.entry.id)} (`bounceback {next_}`).")


COMMANDS = (list_entries, show, delete, restore)
"""The commands of this file."""
