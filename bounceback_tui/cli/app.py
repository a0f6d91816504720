"""The app, opened by the command alone: without click, which takes more than two starts of Python to load."""

from __future__ import annotations

import gc
import os
import sys

from bounceback_tui.cli.output import ready_streams
from bounceback_tui.cli.session import Session
from bounceback_tui.cli.variables import IN_BROWSER


def alone() -> int:
    """Start the app on the person's own journal; the exit code, what went wrong told in one sentence."""
    ready_streams()
    session = Session()
    try:
        return opened(session)
    except BaseException as error:
        import click  # noqa: PLC0415 - most starts go well

        from bounceback_tui.cli.failures import failure, interrupted  # noqa: PLC0415 - as above

        if isinstance(error, click.exceptions.Exit):
            return error.exit_code
        if isinstance(error, KeyboardInterrupt | click.Abort):
            return interrupted()
        if not isinstance(error, Exception):
            raise
        return failure(error, click.Context(click.Command("bounceback"), info_name="bounceback", obj=session))


def opened(session: Session) -> int:
    """Start the app; its exit code once it is left. Raises UsageError, CannotDo and StorageError."""
    served = os.environ.get("TEXTUAL_DRIVER") == IN_BROWSER
    if not served and not all(one and one.isatty() for one in (sys.stdin, sys.stderr)):
        from click import UsageError  # noqa: PLC0415 - nearly always there is a terminal

        # Textual draws on standard error and reads standard input: elsewhere one would wait before nothing
        raise UsageError(
            "The app needs a terminal, and standard input or standard error is none; "
            "`bounceback --help` lists the commands that do without."
        )
    clock = session.clock
    gc.disable()  # hardly anything that a start makes is garbage; the app looks for it once it stands
    # what a key changes waits for the next picture, often for the second: at 60 a second one would see that
    os.environ.setdefault("TEXTUAL_FPS", "120")
    from bounceback_tui.app import run  # noqa: PLC0415 - no command loads what draws the screen

    with session.journal() as path:
        return run(
            path,
            clock,
            key=session.key_by_command(path),
            demo=session.demo,
            config=session.config_folder,
            read_only=session.read_only,
            crashes=session.crashes,
            plain=session.plain,
        )
