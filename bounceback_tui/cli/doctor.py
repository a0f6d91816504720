"""`doctor`: is the journal sound, what to do if not, and what is set to what and where."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from bounceback_tui.cli.options import as_json, example, pass_session
from bounceback_tui.cli.output import print_json, print_line, print_table
from bounceback_tui.cli.progress import progress
from bounceback_tui.cli.session import Session

if TYPE_CHECKING:
    from bounceback_tui.services.doctor import Case, Told

TO_DO = 1
"""Exit code where something needs doing."""


@click.command(epilog=example("doctor", "doctor --json", "doctor --fix"))
@click.option("--fix", is_flag=True, help="Put right what is safe to, after a backup where that is needed.")
@as_json
@pass_session
def doctor(session: Session, fix: bool, as_json: bool) -> None:
    """Look whether the journal is sound, and say what to do if not.

    Nothing is changed without --fix, which closes files to others, rebuilds the search index and removes
    copies that were never finished. The exit code is 1 where something needs doing.
    """
    from bounceback_tui.services.doctor import case_of, examined, mended, settings  # noqa: PLC0415 - see main.py
    from bounceback_tui.services.doctor_checks import CHECKS  # noqa: PLC0415

    if fix and session.read_only:
        raise click.UsageError("Nothing is changed with --read-only; leave it or --fix out.")
    with session.backups() as backups:
        case = case_of(backups, session.clock, session.config_folder, session.named_by == "default")
        with progress("Looking", "changed", quiet=as_json) as going:
            found = examined(case, CHECKS, going)
        done: list[str] = []
        if fix and any(one.finding.fixable for one in found):
            with progress("Putting it right", "changed", quiet=as_json) as going:
                done = mended(case, found, going)
            again = "Stopped; it is put right, and `bounceback doctor` looks once more."
            with progress("Looking once more", said=again, quiet=as_json) as going:
                found = examined(case, CHECKS, going)
        case = replace(case, plain=session.plain)
        rows = settings(case, session.named_by, bool(os.environ.get("BOUNCEBACK_NOW", "").strip()))
    healthy = not any(one.finding.to_do for one in found)
    if as_json:
        print_json(_record(case, found, done, rows), indent=2)
    else:
        _print(found, done, rows)
    if not healthy:
        raise click.exceptions.Exit(TO_DO)


def _record(
    case: Case, found: list[Told], done: list[str], rows: list[tuple[str, str, str]]
) -> dict[str, object]:
    return {
        "journal": str(case.journal),
        "healthy": not any(one.finding.to_do for one in found),
        "findings": [
            {
                "check": one.check,
                "ok": not one.finding.to_do,
                "words": one.finding.words,
                "to_do": one.finding.to_do or None,
                "fixable": one.finding.fixable,
            }
            for one in found
        ],
        "mended": done,
        "settings": [{"name": name, "value": value, "source": source} for name, value, source in rows],
    }


def _print(found: list[Told], done: list[str], rows: list[tuple[str, str, str]]) -> None:
    for words in done:
        print_line(words)
    if done:
        print_line()
    for one in found:
        print_line(f"{'To do' if one.finding.to_do else 'In order'}, {one.called}: {one.finding.words}")
        if one.finding.to_do:
            print_line(one.finding.to_do, "  ")
    if any(one.finding.fixable for one in found):
        print_line("`bounceback doctor --fix` does what is safe to do of it.")
    print_line()
    print_table(rows, flexible=1)


COMMANDS = (doctor,)
"""The commands of this file."""
