"""`import`: what other programs wrote, or a whole journal, looked at first and then brought in."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bounceback_tui.cli.ask import agreed, answer
from bounceback_tui.cli.options import as_json, example, pass_session
from bounceback_tui.cli.output import complain, print_json, print_line, somebody_is_there
from bounceback_tui.cli.progress import progress
from bounceback_tui.cli.session import Session
from bounceback_tui.domain.text import capital, cut, did_you_mean, one_line, quoted

if TYPE_CHECKING:
    from bounceback_tui.domain.import_report import Found
    from bounceback_tui.formats.reading import Question, ReadFormat
    from bounceback_tui.services.importing import Importing, Wanted

GUESS = "auto"
"""Says that the file tells what it is."""

_TOLD = 20
"""Parts that cannot come in, of which a line is said."""


def _answers(_context: click.Context, _option: click.Parameter, said: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for one in said:
        name, mark, value = one.partition("=")
        if not mark or not name.strip():
            raise click.UsageError(f"{quoted(one)} is no answer; write NAME=VALUE, as in date_order=day.")
        found[name.strip()] = value.strip()
    return found


@click.command(
    name="import",
    epilog=example(
        "import jrnl journal.txt --dry-run",
        "import daylio export.csv --answer mood:so-so=5",
        "import json journal.json",
        f"import {GUESS} applications.csv",
    ),
)
@click.argument("format", metavar="FORMAT")
@click.argument("file", metavar="FILE")
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
@click.option(
    "--answer",
    "said",
    metavar="NAME=VALUE",
    multiple=True,
    callback=_answers,
    help="An answer to a question about the file; may be given again.",
)
@click.option("--yes", is_flag=True, help="Bring it in without asking, and take what is probably meant.")
@as_json
@pass_session
def bring_in(
    session: Session,
    format: str,
    file: str,
    *,
    dry_run: bool,
    said: dict[str, str],
    yes: bool,
    as_json: bool,
) -> None:
    """Bring FILE in: entries, moods, applications and thoughts of another program, or a journal (json).

    FORMAT may be “auto”, FILE “-” for standard input. What is in the journal already stays as it is; a second
    import of the same file adds nothing. `undo` takes an import back.
    """
    with session.workspace(makes=not dry_run) as workspace, _as_file(file) as path:
        importing = workspace.importing
        wanted = _wanted(importing, path, format, said, asks=not (yes or as_json))
        if dry_run:
            with progress("Looking", "changed", quiet=as_json) as going:
                found = importing.look(wanted, going)
        else:
            if not yes and somebody_is_there() and not as_json:
                _be_sure(importing, wanted, file)
            with progress("Bringing it in", "changed", quiet=as_json) as going:
                found = importing.bring_in(wanted, going)
    _tell(found, wanted, as_json=as_json, dry_run=dry_run)


def _be_sure(importing: Importing, wanted: Wanted, file: str) -> None:
    """Raises CannotDo where somebody at the terminal does not want it."""
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - scripts are not asked

    if file == "-":
        return  # the answer would come from the same place as the file
    with progress("Looking", "changed") as going:
        found = importing.look(wanted, going)
    if not found.anything:
        return
    for line in found.first:
        complain(f"  {line}")
    if not agreed(f"{found.new_words()} would come in. {found.beside_words()} Go on?"):
        raise CannotDo("Nothing was brought in.")


def _wanted(importing: Importing, path: Path, format: str, said: dict[str, str], *, asks: bool) -> Wanted:
    """What to read and how, with questions asked where somebody is there. Raises UsageError and CannotDo."""
    from bounceback_tui.services.importing import Wanted  # noqa: PLC0415 - `--help` needs none of it

    wanted = Wanted(path, _format(importing, path, format), said)
    if said:
        said = importing.heard(wanted)
        wanted = Wanted(path, wanted.format, said)
    if asks and somebody_is_there():
        while left := importing.questions(wanted):
            said |= {left[0].name: _ask(left[0])}
            wanted = Wanted(path, wanted.format, said)
    else:
        from shlex import quote  # noqa: PLC0415 - mostly nothing is asked

        for one in importing.questions(wanted):
            if one.guess:
                said_so = quote(f"{one.name}=…")  # of the file, and copied into a shell
                complain(f"{one.words} Taken as “{one.guess}”; `--answer {said_so}` says otherwise.")
    return wanted


def _format(importing: Importing, path: Path, name: str) -> ReadFormat:
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - as above

    names = [one.name for one in importing.formats]
    if name.strip().casefold() == GUESS:
        guessed = importing.guess(path)
        if guessed is None:
            raise CannotDo(
                f"It cannot be told what {cut(path.name or str(path), 60)} is. Nothing was changed;"
                f" name its format: {', '.join(names)}."
            )
        complain(f"It seems to be {guessed.title}.")
        return guessed
    found = importing.named(name)
    if found is None:
        hint = did_you_mean(name, names, f"there are {', '.join(names)}, and {GUESS}.")
        raise click.UsageError(f"There is no format {quoted(name)}; {hint}")
    return found


def _ask(question: Question) -> str:
    """Raises CannotDo at the end of input."""
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - as above

    words = [one_line(question.words)]
    if question.choices:
        words.append(f"({', '.join(map(one_line, question.choices))})")
    if question.guess:
        words.append(f"[{one_line(question.guess)}]")

    def read(text: str) -> str:
        fit = [one for one in question.choices if one.casefold() == text.casefold()]
        if question.choices and not fit:
            raise click.UsageError("That is none of the answers.")
        return fit[0] if fit else text

    try:
        while True:
            given = answer(" ".join(words), read)
            if given or question.guess:
                return str(given or question.guess)
    except EOFError:
        raise CannotDo("Nothing was brought in.") from None


@contextmanager
def _as_file(name: str) -> Iterator[Path]:
    """The file, or one that holds what comes on standard input. Raises CannotDo where that is too much."""
    if name != "-":
        yield Path(name).expanduser()
        return
    from bounceback_tui.formats.reading import MOST_BYTES  # noqa: PLC0415 - most name a file
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="bounceback-") as folder:  # for this user alone
        path = Path(folder) / "standard-input"
        with path.open("wb") as file:
            while piece := sys.stdin.buffer.read(1 << 20):
                file.write(piece)
                if file.tell() > MOST_BYTES:
                    raise CannotDo("That is more than can be read at once. Nothing was changed.")
        yield path


def _tell(found: Found, wanted: Wanted, *, as_json: bool, dry_run: bool) -> None:
    if as_json:
        print_json(
            {
                "format": wanted.format.name,
                "dry_run": dry_run,
                "new": {sort.value: count for sort, count in found.new.items()},
                "known": found.known,
                "refused": found.refusals,
                "refused_parts": [{"line": one.line, "why": one.why} for one in found.refused],
                "unread_dates": [{"line": one.line, "why": one.why} for one in found.unread],
                "elsewhere": found.elsewhere,
                "kept": found.kept,
                "closed": found.closed,
            }
        )
        return
    if dry_run:
        print_line(f"New: {found.new_words()}.")
    elif found.anything:
        print_line(f"{capital(found.new_words())} came in from {wanted.format.title}.")
    else:
        print_line("Nothing came in.")
    if found.beside_words():
        print_line(found.beside_words())
    _tell_refused(found)
    if dry_run:
        print_line("Nothing was changed.")
    elif found.anything:
        print_line("`bounceback undo` takes it back, as u in the app does.")


def _tell_refused(found: Found) -> None:
    shown = found.refused[:_TOLD]
    for one in shown:
        print_line(f"line {one.line}: {one.why}", indent="  ")
    if found.refusals > len(shown):
        print_line(f"and {found.refusals - len(shown)} more", indent="  ")
    for one in found.unread[:_TOLD]:
        print_line(f"line {one.line}: {one.why}", indent="  ")
    if found.dates_unread > _TOLD:
        print_line(f"and {found.dates_unread - _TOLD} more dates", indent="  ")


COMMANDS = (bring_in,)
"""The commands of this file."""
