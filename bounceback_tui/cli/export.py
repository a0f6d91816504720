"""`export`: the journal in a form that others read, to standard output or a private file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli.ask import agreed
from bounceback_tui.cli.options import as_json, example, pass_session
from bounceback_tui.cli.output import complain, print_file, print_json, tell
from bounceback_tui.cli.progress import progress
from bounceback_tui.cli.session import Session
from bounceback_tui.domain.text import nearest, quoted
from bounceback_tui.files import belongs_to_journal, write_folder_privately, write_privately

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bounceback_tui.formats.writing import Piece, WriteFormat
    from bounceback_tui.services.workspace import Workspace


def _format(_context: click.Context, _argument: click.Parameter, said: str) -> WriteFormat:
    from bounceback_tui.formats.registry import WRITE  # noqa: PLC0415 - `--help` does without

    name = said.strip().casefold()
    for one in WRITE:
        if one.name == name:
            return one
    names = [one.name for one in WRITE]
    begun = [one for one in names if name and one.startswith(name)]
    near = "” or “".join(begun) or nearest(name, names)
    hint = f"did you mean “{near}”?" if near else f"there are {', '.join(names)}."
    raise click.UsageError(f"There is no format {quoted(said)}; {hint}")


@click.command(
    epilog=example(
        "export json -o journal.json",
        "export markdown -o my-journal",
        "export csv-entries -o entries.csv",
        "export jrnl-text > journal.txt",
        "export ics -o dates.ics --yes",
    )
)
@click.argument("format", metavar="FORMAT", callback=_format)
@click.option("-o", "--output", "file", metavar="FILE", default="-", help="Where to; “-” is standard output.")
@click.option("--yes", is_flag=True, help="Replace FILE without asking.")
@click.option(
    "--unguarded", is_flag=True, help="In tables, leave cells as they are that a spreadsheet works out."
)
@as_json
@pass_session
def export(session: Session, /, **said: Any) -> None:
    """The journal in a form that others read: FORMAT is one of these.

    \b
    json              everything, and all of it can be brought back
    markdown          a folder with a file for each entry, as for Obsidian
    csv-entries       entries as a table
    csv-check-ins     check-ins as a table
    csv-applications  applications as a table, a row for all that happened
    jrnl, jrnl-text   entries for jrnl, as JSON or to be imported there
    ics               every date ahead, for a calendar
    proof, proof-csv  proof of your search, as with `report --proof`

    What is written is readable by you alone. It holds your words as they are, so keep it where you keep the
    journal. A calendar names companies and what is due, nothing else that you wrote, and made again it
    updates what is there. In tables, an apostrophe stands before what a spreadsheet would work out.
    """
    format: WriteFormat = said["format"]
    _check(format, said)
    with session.workspace() as workspace:
        target = None
        if said["file"] != "-":
            find = target_folder if format.is_folder else target_file
            target = find(Path(said["file"]), workspace.path, said["yes"])
        with progress("Writing", quiet=said["as_json"]) as going:
            text = _written(format, target, _pieces(workspace, said, going))
    if target is None:
        print_file(text)
    elif said["as_json"]:
        print_json({"file": str(target)})
    else:
        tell(_told(format, target, text))
    tell_of_plain(workspace)


def _check(format: WriteFormat, said: Mapping[str, Any]) -> None:
    """Raises UsageError for what does not go together."""
    if said["file"] == "-" and format.is_folder:
        raise click.UsageError("Markdown is a folder with a file for each entry; name one with -o.")
    if said["file"] == "-" and said["as_json"] and format.ending != ".json":
        raise click.UsageError(f"{_kind(format)} is no JSON; leave --json out, or name a file with -o.")


def _kind(format: WriteFormat) -> str:
    return {".ics": "A calendar", ".csv": "A table"}.get(format.ending, "A text")


def _pieces(workspace: Workspace, said: Mapping[str, Any], going: Any) -> Iterator[Piece]:
    from bounceback_tui.formats.writing import How  # noqa: PLC0415 - `--help` does without

    return workspace.exchange.write(said["format"], How(guarded=not said["unguarded"]), going)


def _written(format: WriteFormat, target: Path | None, pieces: Iterator[Piece]) -> str:
    """Write it; its text where it is wanted: for standard output, and of a calendar.

    Raises OSError and Stopped.
    """
    if format.is_folder and target:
        write_folder_privately(target, pieces)
        return ""
    texts = (piece.text for piece in pieces)
    if target and format.ending != ".ics":
        write_privately(target, texts)
        return ""
    text = "".join(texts)
    if target:
        write_privately(target, text)
    return text


def _told(format: WriteFormat, target: Path, text: str) -> str:
    if text and "BEGIN:VEVENT" not in text:
        return f"Nothing has a date ahead, so the calendar in {target} is empty."
    return f"{format.holds} is in {target} now, for your eyes alone."


def tell_of_plain(workspace: Workspace) -> None:
    """What is written of an encrypted journal is not encrypted itself, which is said."""
    if workspace.database.key:
        complain("The journal is encrypted, and what is written here is not: whoever gets it can read it.")


def target_file(path: Path, journal: Path, yes: bool) -> Path:
    """Where to write, a link followed. Raises CannotDo for the journal itself, and where FILE may not go."""
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - standard output needs none

    target = _target(path, journal)
    if target.exists() and not target.is_file():
        raise CannotDo(f"{path} is not a file; name one.")
    if target.exists() and not yes and not agreed(f"{path} is there already. Replace it?"):
        raise CannotDo(f"{path} is there already and was left as it is; --yes replaces it.")
    return target


def target_folder(path: Path, journal: Path, _yes: bool = False) -> Path:
    """Where to write a folder: one that is not there yet, or empty. Raises CannotDo."""
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - standard output needs none

    target = _target(path, journal)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise CannotDo(f"{path} is there already and was left as it is; name a new or an empty folder.")
    return target


def _target(path: Path, journal: Path) -> Path:
    """Raises CannotDo."""
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - standard output needs none

    target = path.expanduser().resolve()
    if belongs_to_journal(target, journal):
        raise CannotDo(f"{path} is the journal itself; name another file.")
    if not target.parent.is_dir():
        raise CannotDo(f"There is no folder {target.parent}, so {path} was not written; name another place.")
    return target


COMMANDS = (export,)
"""The commands of this file."""
