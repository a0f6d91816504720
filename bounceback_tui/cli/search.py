"""`search`: the entries that fit a query; searches may have a name, to look for the same again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from bounceback_tui.cli.history import QUERY_HELP, print_entries
from bounceback_tui.cli.options import (
    HYPHENS,
    as_json,
    completes,
    example,
    free_words,
    limit_option,
    option,
    pass_session,
)
from bounceback_tui.cli.output import print_json, print_json_list, print_line, print_table, tell
from bounceback_tui.cli.session import Session
from bounceback_tui.domain.text import quoted

if TYPE_CHECKING:
    from bounceback_tui.domain.query_values import SavedSearch


@click.command(
    context_settings=HYPHENS,
    epilog=example(
        "search panel interview -salary",
        "search company:acme '\"better suited\"'",
        "search --save finals stage:final since:january",
        "search --saved finals",
    ),
    help=f"The entries that fit QUERY, newest first.\n\n{QUERY_HELP}",
)
@click.argument("query", nargs=-1, callback=free_words, shell_complete=completes("query"))
@option(
    "--saved",
    metavar="[NAME]",
    is_flag=False,
    flag_value="",
    shell_complete=completes("searches"),
    help="A saved search, narrowed by QUERY where there is one; without NAME all of them.",
)
@option("--save", metavar="NAME", help="Save QUERY under a name, in place of any search that has it.")
@option("--forget", metavar="NAME", shell_complete=completes("searches"), help="Forget a saved search.")
@limit_option
@as_json
@pass_session
def search(
    session: Session,
    /,
    *,
    query: tuple[str, ...],
    saved: str | None,
    save: str | None,
    forget: str | None,
    limit: int | None,
    as_json: bool,
) -> None:
    """Print the entries that fit a query; there must be one."""
    names = {"saved": saved, "save": save, "forget": forget}
    if any(name is not None for name in names.values()):
        looked_for = _named(session, names, query, as_json)
        if looked_for is None:
            return
        query = looked_for
    if not query:
        raise click.UsageError("QUERY is missing; `bounceback search --help` shows an example.")
    print_entries(session, query, limit, as_json)


def _named(
    session: Session, names: Mapping[str, str | None], words: tuple[str, ...], as_json: bool
) -> tuple[str, ...] | None:
    """Do what was said of a saved search; the words to look for now, or None where that is all.

    Raises CannotDo and UsageError.
    """
    saved, save, forget = names.values()
    if [saved, save, forget].count(None) < 2 or (forget is not None and words):
        raise click.UsageError("Say one thing at a time: --saved, --save or --forget.")
    if save is not None:
        _save(session, save, words, as_json)
    elif forget is not None:
        _forget(session, forget, as_json)
    elif saved is not None and saved.strip():
        return _words_of(session, saved, words)
    else:
        _print_every(session, as_json)
    return None


def _words_of(session: Session, name: str, also: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a saved search, and those that narrow it further. Raises CannotDo."""
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - mostly it is found

    with session.workspace() as workspace:
        found = workspace.searches.find(name)
        if found is None:
            known = ", ".join(quoted(one.name) for one in workspace.searches.every())
            raise CannotDo(
                f"There is no search {quoted(name)}; {f'there are {known}' if known else 'none is saved'}."
            )
    return (found.query, *also)


def _print_every(session: Session, as_json: bool) -> None:
    """All of them, by name, each with what it looks for."""
    with session.workspace() as workspace:
        found = workspace.searches.every()
    if as_json:
        print_json_list(_record(one) for one in found)
    elif found:
        print_table([(one.name, one.query) for one in found], flexible=1)
    else:
        tell("No search is saved yet; `bounceback search QUERY --save NAME` saves one.")


def _save(session: Session, name: str, words: tuple[str, ...], as_json: bool) -> None:
    """Give a search a name. Raises CannotDo and UsageError."""
    if not words:
        raise click.UsageError("--save takes a name, and beside it the QUERY that gets it.")
    with session.workspace(makes=True) as workspace:
        saved = workspace.searches.save(name, " ".join(words))
    _tell("Saved", saved, as_json)


def _forget(session: Session, name: str, as_json: bool) -> None:
    """Forget one. Raises CannotDo."""
    with session.workspace() as workspace:
        gone = workspace.searches.forget(name)
    _tell("Forgotten", gone, as_json)


def _tell(what: str, one: SavedSearch, as_json: bool) -> None:
    if as_json:
        print_json(_record(one))
    else:
        print_line(f"{what}: {one.name}: {one.query}")


def _record(one: SavedSearch) -> dict[str, object]:
    return {"name": one.name, "query": one.query}


COMMANDS = (search,)
"""The commands of this file."""
