"""`serve`: the app in a browser on this machine."""

from __future__ import annotations

import sys
from contextlib import suppress

import click

from bounceback_tui.cli import values
from bounceback_tui.cli.options import as_json, example, pass_session
from bounceback_tui.cli.output import complain, print_json, print_line, tell
from bounceback_tui.cli.session import Session
from bounceback_tui.cli.variables import COMMAND, IN_BROWSER
from bounceback_tui.plain import FLAG, Imposed
from bounceback_tui.services.errors import CannotDo


@click.command(epilog=example("serve", "serve --port 8321"))
@click.option(
    "--port",
    metavar="NUMBER",
    callback=values.through(lambda text: values.number(text, "The port", range(1, 65536))),
    help="The port; without it a free one.",
)
@as_json
@pass_session
def serve(session: Session, port: int | None, as_json: bool) -> None:
    """The app in a browser on this machine, and on no other, until ctrl+c.

    It prints an address that works once: the browser that opens it first gets in, and nobody else. An
    encrypted journal asks for its passphrase in the page. A page that is closed keeps what you typed.

    What goes between browser and program stays on this machine and is not encrypted. Other users of it can
    reach the port, and get nothing without the address. Who may look into your browser, its extensions too,
    can read what it shows.
    """
    try:
        from bounceback_tui.cli.serving import Serving, free_socket  # noqa: PLC0415 - an extra, and large
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("bounceback_tui"):
            raise
        from bounceback_tui.extras import how_to_install  # noqa: PLC0415 - mostly it is there

        raise CannotDo(
            "The app in a browser needs textual-serve, which is not installed; install it with"
            f" `{how_to_install('web')}`."
        ) from None
    import asyncio  # noqa: PLC0415 - no other command needs it

    arguments, environment = _handed_on(session)
    with free_socket(port or 0) as at:
        serving = Serving(at.getsockname()[1], arguments, environment)
        with suppress(KeyboardInterrupt):  # how it is ended where no signal can be waited for
            asyncio.run(serving.run(at, lambda address: _announce(address, as_json)))
    tell("Ended; what you wrote is kept.")


def _handed_on(session: Session) -> tuple[list[str], dict[str, str]]:
    """What each app is told: options, and environment variables, of which an empty one goes away.

    Whoever is in front of the page says the passphrase, and no command does.
    """
    environment = {"TEXTUAL_DRIVER": IN_BROWSER, "TEXTUAL_FPS": "", COMMAND: ""}
    options = [f"--{name}" for name in ("demo", "read_only") if getattr(session, name)]
    if session.plain == Imposed(True, FLAG):
        options.append(FLAG)
    if not session.demo:
        from bounceback_tui.paths import VARIABLE  # noqa: PLC0415 - a made-up journal has its own place

        with session.journal() as path:
            environment[VARIABLE] = str(path.absolute())
    return [option.replace("_", "-") for option in options], environment


def _announce(address: str, as_json: bool) -> None:
    if as_json:
        print_json({"address": address})
    else:
        print_line(address)
        complain("Open it in a browser on this machine; it works once. ctrl+c ends it.")
    sys.stdout.flush()


COMMANDS = (serve,)
"""The commands of this file."""
