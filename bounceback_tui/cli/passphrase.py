"""A passphrase: from the terminal without an echo, or from a command that is named in the environment."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys

SYNC_VARIABLE = "BOUNCEBACK_SYNC_PASSPHRASE_COMMAND"
"""Environment variable with the command that prints the passphrase of what several machines exchange.

It is another one than the journal's own: whoever has the journal open need not know it.
"""

_PATIENCE = 60  # seconds
_LONGEST = 10_000


def sync_passphrase(new: bool) -> str:
    """The passphrase; a `new` one is asked for twice. Raises CannotDo."""
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - asked for once a machine

    if command := os.environ.get(SYNC_VARIABLE, "").strip():
        return _from_command(command)
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise CannotDo(
            "Nobody is there to ask for the passphrase. Nothing was changed; let"
            f" {SYNC_VARIABLE} name a command that prints it."
        )
    from getpass import getpass  # noqa: PLC0415 - as above

    if not new:
        return getpass("Passphrase of this journal on your other machines: ", sys.stderr)
    sys.stderr.write(
        "Choose a passphrase. Your other machines ask for it once; without it none of them can join.\n"
    )
    first = getpass("Passphrase: ", sys.stderr)
    if getpass("Once more: ", sys.stderr) != first:
        raise CannotDo("The two are not the same. Nothing was changed; try again.")
    return first


def _from_command(command: str) -> str:
    """The first line that a command prints. Raises CannotDo."""
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - as above

    try:
        words = shlex.split(command)
        done = subprocess.run(words, stdout=subprocess.PIPE, timeout=_PATIENCE, check=True)
        line = done.stdout[:_LONGEST].decode("utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, ValueError, IndexError, subprocess.SubprocessError) as error:
        raise CannotDo(
            f"The command in {SYNC_VARIABLE} gave no passphrase. Nothing was changed; look at what it prints."
        ) from error
    return line
