"""`export`: the whole journal or its dates, to standard output or a private file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bounceback_tui.cli import values
from bounceback_tui.cli.ask import agreed
from bounceback_tui.cli.options import as_json, example
from bounceback_tui.cli.output import complain, print_file, print_json, tell
from bounceback_tui.cli.progress import progress
from bounceback_tui.cli.session import Session, pass_session
from bounceback_tui.files import belongs_to_journal, write_privately

if TYPE_CHECKING:
    from bounceback_tui.services.workspace import Workspace

FORMATS = ("json", "ics")
"""What can be written: everything, or the dates alone."""


def _format(_context: click.Context, _argument: click.Parameter, said: str) -> str:
    name = said.strip().casefold()
    if name in FORMATS:
        return name
    near = values.nearest(name, FORMATS)
    hint = f"did you mean “{near}”?" if near else f"there is {' and '.join(FORMATS)}."
    raise click.UsageError(f"There is no format “{values.short(said)}”; {hint}")


@click.command(
    epilog=example(
        "export json -o journal.json", "export json > journal.json", "export ics -o dates.ics --yes"
    )
)
@click.argument("format", metavar="FORMAT", callback=_format)
@click.option("-o", "--output", "file", metavar="FILE", default="-", help="Where to; “-” is standard output.")
@click.option("--yes", is_flag=True, help="Replace FILE without asking.")
@as_json
@pass_session
def export(session: Session, format: str, file: str, yes: bool, as_json: bool) -> None:
    """Everything in the journal as one JSON object (json), or every date ahead for a calendar (ics).

    The file is readable by you alone. JSON holds your words as they are, so keep it where you keep the
    journal. A calendar names companies and what is due, nothing else that you wrote, and made again it
    updates what is there.
    """
    if format == "ics" and as_json and file == "-":
        raise click.UsageError("A calendar is no JSON; leave --json out, or name a file with -o.")
    with session.workspace() as workspace:
        target = None if file == "-" else target_file(Path(file), workspace.path, yes)
        exchange = workspace.exchange
        with progress("Reading", quiet=as_json) as going:
            content = exchange.as_calendar() if format == "ics" else exchange.as_json(going)
    if target is None:
        print_file(content) if isinstance(content, str) else print_json(content, indent=2)
        tell_of_plain(workspace)
        return
    from bounceback_tui.services.exchange import json_text  # noqa: PLC0415 - standard output needs none

    with progress("Writing", quiet=as_json) as going:
        write_privately(target, content if isinstance(content, str) else json_text(content, going))
    tell_of_plain(workspace)
    if as_json:
        print_json({"file": str(target)})
    else:
        what = "Every date ahead" if format == "ics" else "Everything"
        if isinstance(content, str) and "BEGIN:VEVENT" not in content:
            tell(f"Nothing has a date ahead, so the calendar in {target} is empty.")
            return
        tell(f"{what} is in {target} now, for your eyes alone.")


def tell_of_plain(workspace: Workspace) -> None:
    """What is written of an encrypted journal is not encrypted itself, which is said."""
    if workspace.database.key:
        complain("The journal is encrypted, and what is written here is not: whoever gets it can read it.")


def target_file(path: Path, journal: Path, yes: bool) -> Path:
    """Where to write, a link followed. Raises CannotDo for the journal itself, and where FILE may not go."""
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - standard output needs none

    target = path.expanduser().resolve()
    if belongs_to_journal(target, journal):
        raise CannotDo(f"{path} is the journal itself; name another file.")
    if not target.parent.is_dir():
        raise CannotDo(f"There is no folder {target.parent}, so {path} was not written; name another place.")
    if target.exists() and not target.is_file():
        raise CannotDo(f"{path} is not a file; name one.")
    if target.exists() and not yes and not agreed(f"{path} is there already. Replace it?"):
        raise CannotDo(f"{path} is there already and was left as it is; --yes replaces it.")
    return target


COMMANDS = (export,)
"""The commands of this file."""
