"""`that-is-right`: the answer to a journal that is not as it was left. Named where that is told."""

from __future__ import annotations

import click

from bounceback_tui.cli.options import as_json, example, pass_session
from bounceback_tui.cli.output import print_json, print_line
from bounceback_tui.cli.session import Session


@click.command("that-is-right", epilog=example("that-is-right"))
@as_json
@pass_session
def that_is_right(session: Session, as_json: bool) -> None:
    """Say once that the journal is as it should be, where a start told that it is not as it was left."""
    with session.workspace() as workspace:
        workspace.integrity.that_is_right()
    if as_json:
        print_json({"right": True})
        return
    print_line("Good. The journal as it is now is taken for the right one from now on.")


COMMANDS = (that_is_right,)
"""The commands of this file."""
