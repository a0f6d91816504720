"""`undo`: the latest step taken back, whichever command or window took it; again goes further back."""

from __future__ import annotations

import click

from bounceback_tui.cli.options import as_json, example, pass_session
from bounceback_tui.cli.output import print_json, print_line
from bounceback_tui.cli.progress import progress
from bounceback_tui.cli.session import Session


@click.command(epilog=example("undo", "undo --again"))
@click.option("--again", is_flag=True, help="Do again what was taken back last.")
@as_json
@pass_session
def undo(session: Session, again: bool, as_json: bool) -> None:
    """Take back what was done last, here or in the app; once more goes further back.

    Prints what it was. Words are never lost by it: --again brings them back, and once something else was
    done since, they are in the trash. The exit code is 1 where there is nothing to take back.
    """
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - `--help` does without

    with session.workspace() as workspace:
        steps = workspace.undo
        with progress("Doing it again" if again else "Taking it back", "changed", quiet=as_json) as going:
            label = steps.do_again(going) if again else steps.take_back(going)
        if label is None:
            raise CannotDo("There is nothing to do again." if again else "There is nothing to take back.")
        further = steps.next_back
    if as_json:
        print_json(
            {"undone": None if again else label, "done_again": label if again else None, "next": further}
        )
        return
    how = "`bounceback undo` takes it back." if again else "`bounceback undo --again` does it again."
    print_line(f"{'Done again' if again else 'Undone'}: {label}. {how}")


COMMANDS = (undo,)
"""The commands of this file."""
