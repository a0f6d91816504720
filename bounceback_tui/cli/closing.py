"""`close`: a rejection is over; what helped and where the cause lies now may be said along with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli import named, values
from bounceback_tui.cli.options import HYPHENS, as_json, completes, example, free_words, pass_session
from bounceback_tui.cli.output import print_json_list, print_line, print_table, short_key, tell
from bounceback_tui.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bounceback_tui.domain.episode import Episode
    from bounceback_tui.services.workspace import Workspace

_SLIDERS = (
    ("me-them", "locus", "0 it was me … 100 it was them."),
    ("passing-lasting", "stability", "0 passing … 100 lasting."),
    ("job-everything", "globality", "0 only this job … 100 everything."),
)


def _cause(name: str) -> Any:
    """Reads where a slider stands. Raises UsageError."""
    return values.through(lambda text: values.number(text, f"--{name}", range(101)))


def _sliders(command: Any) -> Any:
    """Options for where the cause seems to lie as seen from here."""
    for name, part, purpose in reversed(_SLIDERS):
        command = click.option(
            f"--{name}", part, metavar="0-100", callback=_cause(name), help=f"The cause: {purpose}"
        )(command)
    return command


@click.command(
    context_settings=HYPHENS,
    epilog=example(
        "close                      (all of them, with their keys)",
        "close acme",
        'close acme --what-helped "Ringing Dev" --me-them 80',
        "close --all",
        "close --reopen acme",
    ),
)
@click.argument(
    "keys", metavar="[ID]...", nargs=-1, callback=free_words, shell_complete=completes("open episodes")
)
@click.option("--all", "every", is_flag=True, help="All that are open, in one step.")
@click.option("--what-helped", "text", metavar="TEXT", help="What helped; next time it is shown to you.")
@_sliders
@click.option(
    "--reopen",
    metavar="ID",
    shell_complete=completes("closed episodes"),
    help="Open one again; nothing is lost.",
)
@as_json
@pass_session
def close(
    session: Session, /, *, keys: tuple[str, ...], every: bool, reopen: str | None, as_json: bool, **said: Any
) -> None:
    """Close a rejection or a silence: nothing in it is lost. Without ID all are listed, open ones first.

    ID may be shortened, or be the company's name; -1 is that of the latest rejection. What helped and where
    the cause seems to lie now need not be said, and are said of one alone.
    """
    told = any(value is not None for value in said.values())
    if bool(keys) + every + (reopen is not None) > 1:
        raise click.UsageError("Name those to close, or say --all, or --reopen ID: one of the three.")
    if told and len(keys) != 1:
        raise click.UsageError(
            "What helped and the cause are said of one: name it, such as `bounceback close acme`."
        )
    with session.workspace() as workspace:
        if reopen is not None:
            found, word = [_reopened(workspace, reopen)], "Open again"
        elif every or keys:
            found, word = _closed(workspace, keys, said if told else {}), "Closed"
        else:
            found, word = workspace.recovery.episodes(), ""
    _tell(found, word, as_json)


def _closed(workspace: Workspace, keys: Sequence[str], said: dict[str, Any]) -> list[Episode]:
    """Those that were closed, all in one step. Raises CannotDo."""
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - a list needs none

    recovery = workspace.recovery
    wanted = [named.episode(workspace, key) for key in keys] if keys else recovery.still_open()
    still = {one.id: one for one in wanted if not one.closed}
    if not wanted:
        raise CannotDo("No rejection is open, so there is nothing to close.")
    if not still:
        key = short_key(wanted[0].id)
        raise CannotDo(f"That is closed already. Nothing was changed; --reopen {key} opens it again.")
    if said:
        recovery.close(_closing(workspace, wanted[0], said))
    else:
        workspace.search_over.close_episodes(still)
    return [recovery.find(key) for key in still]


def _closing(workspace: Workspace, episode: Episode, said: dict[str, Any]) -> Any:
    """What is said with it; what was said before and is not said anew stays."""
    from bounceback_tui.domain.frozen import replace  # noqa: PLC0415 - most are closed without a word

    before = workspace.recovery.closing_of(episode)
    moved = {part: said[part] for _, part, _ in _SLIDERS if said[part] is not None}
    text = before.text if said["text"] is None else said["text"].strip()
    return replace(before, text=text, attribution=replace(before.attribution, **moved))


def _reopened(workspace: Workspace, key: str) -> Episode:
    """Raises CannotDo where it is open."""
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - a list needs none

    episode = named.episode(workspace, key, closed=True)
    if not episode.closed:
        raise CannotDo("That is open already. Nothing was changed.")
    workspace.recovery.set_closed(episode.id, False)
    return workspace.recovery.find(episode.id)


def _tell(found: Sequence[Episode], word: str, as_json: bool) -> None:
    """What was closed or opened; with no word a list of them."""
    from bounceback_tui.formats.records import episode_record  # noqa: PLC0415 - `--help` does without

    if as_json:
        print_json_list(map(episode_record, found))
    elif word:
        for one in found:
            print_line(f"{word}: {named.who(one)}")
    elif found:
        print_table([_line(one) for one in found], flexible=3)
    else:
        tell("There is no rejection yet; one opens when it is logged.")


def _line(one: Episode) -> tuple[str, ...]:
    from bounceback_tui.domain.calendar_terms import weekday_date  # noqa: PLC0415 - JSON does without

    state = "closed" if one.closed else "open"
    return short_key(one.id), state, f"{one.kind} {weekday_date(one.began)}", named.who(one)


COMMANDS = (close,)
"""The commands of this file."""
