"""A passphrase: typed at the terminal, or printed by a command that the person names. It is never shown."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import click

from bounceback_tui.cli.ask import agreed
from bounceback_tui.cli.output import complain
from bounceback_tui.cli.variables import COMMAND
from bounceback_tui.domain.text import plural, reason
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.privacy import Key, checked
from bounceback_tui.storage.errors import NoPassphrase, WrongPassphrase

NEW_COMMAND = "BOUNCEBACK_NEW_PASSPHRASE_COMMAND"
"""Environment variable with a command that prints a new passphrase in its first line."""

SYNC_COMMAND = "BOUNCEBACK_SYNC_PASSPHRASE_COMMAND"
"""The same for what several machines exchange, which has a passphrase of its own."""

SHORT = 14
"""Characters; with fewer, whoever has the file can try all that people are likely to choose."""

_LONGEST = 1 << 20
"""Bytes that a command may print."""

_LOST = (
    "A lost passphrase is a lost journal: nobody else has it, and nothing opens the journal but it and the"
    " recovery key."
)


def asked_key(path: Path, unlock: Callable[[Path, str], Key]) -> Key:
    """The key of an encrypted journal; a wrong passphrase may be tried again.

    Raises CannotDo and StorageError.
    """
    if os.environ.get(COMMAND, "").strip():
        key = unlock(path, printed_by(COMMAND))
    elif sys.stderr.isatty():
        key = _typed_key(path, unlock)
    else:
        raise CannotDo(
            f"{path} is encrypted, and there is no terminal to type its passphrase at. Nothing was changed;"
            f" name a command that prints it in {COMMAND}."
        )
    if key.recovered:
        complain("The recovery key opened it; choose a new passphrase with `bounceback passphrase`.")
    return key


def new_passphrase(also: str = "") -> str:
    """A new one, typed twice, or printed by the command in NEW_COMMAND, or in the variable `also`.

    Raises CannotDo where nothing was chosen, and NoPassphrase.
    """
    for variable in filter(None, (NEW_COMMAND, also)):
        if os.environ.get(variable, "").strip():
            chosen = checked(printed_by(variable))
            complain(_LOST)
            if len(chosen) < SHORT:
                complain(_short(chosen))
            return chosen
    if not sys.stderr.isatty():
        raise CannotDo(
            "There is no terminal to type a new passphrase at. Nothing was changed; name a command that"
            f" prints it in {NEW_COMMAND}."
        )
    complain(_LOST)
    return _typed_twice()


def sync_passphrase(new: bool) -> str:
    """That of what several machines exchange; a `new` one is typed twice. Raises CannotDo."""
    if os.environ.get(SYNC_COMMAND, "").strip():
        return printed_by(SYNC_COMMAND)
    if not sys.stderr.isatty():
        raise CannotDo(
            "Nobody is there to ask for the passphrase. Nothing was changed; let"
            f" {SYNC_COMMAND} name a command that prints it."
        )
    if not new:
        return _typed("Passphrase of this journal on your other machines: ")
    complain("Your other machines ask for this passphrase once; without it none of them can join.")
    return _typed_twice()


def printed_by(variable: str) -> str:
    """The first line that the command in a variable prints. It runs without a shell. Raises CannotDo."""
    import shlex  # noqa: PLC0415 - most journals are plain
    import subprocess  # noqa: PLC0415

    told = f"The command in {variable}"
    try:
        parts = shlex.split(os.environ[variable])
        # what is piped in is for us; at a terminal it may ask for a passphrase of its own
        own = None if sys.stdin and sys.stdin.isatty() else subprocess.DEVNULL
        with subprocess.Popen(parts, stdin=own, stdout=subprocess.PIPE) as done:
            try:
                printed = done.stdout.read(_LONGEST + 1) if done.stdout else b""
                if len(printed) > _LONGEST:
                    raise CannotDo(f"{told} does not stop printing. Nothing was changed; put it right.")
                done.wait()
            except BaseException:
                done.kill()
                raise
        line = printed.split(b"\n", 1)[0].removesuffix(b"\r").decode()
    except ValueError:  # quotes that do not end, or bytes that are no text
        raise CannotDo(f"{told} cannot be read, or prints what is no text. Nothing was changed.") from None
    except OSError as error:
        raise CannotDo(
            f"{told} could not be started ({reason(error)}). Nothing was changed; put it right."
        ) from None
    if done.returncode:
        raise CannotDo(f"{told} did not end well (exit code {done.returncode}). Nothing was changed.")
    if not line:
        raise CannotDo(f"{told} printed no passphrase. Nothing was changed; it belongs in the first line.")
    return line


def _typed_key(path: Path, unlock: Callable[[Path, str], Key]) -> Key:
    while True:
        said = _typed(f"Passphrase of {path.name}, or its recovery key: ")
        if not said:
            raise CannotDo("No passphrase was given. Nothing was changed.")
        try:
            return unlock(path, said)
        except WrongPassphrase as error:
            complain(str(error))


def _typed_twice() -> str:
    while True:
        said = _typed("New passphrase: ")
        if not said:
            raise CannotDo("No passphrase was given. Nothing was changed.")
        try:
            chosen = checked(said)
        except NoPassphrase as error:
            complain(str(error))
            continue
        if len(chosen) < SHORT and not agreed(f"{_short(chosen)} Take it all the same?"):
            continue
        if unicodedata.normalize("NFC", _typed("The same once more: ")) == chosen:
            return chosen
        complain("The two were not the same. Nothing was changed; choose again.")


def _short(chosen: str) -> str:
    return (
        f"That has {plural(len(chosen), 'character')}, and whoever gets at the file can try many of that"
        " length. Four or five words that do not belong together are better."
    )


def _typed(question: str) -> str:
    """What is typed without being shown. Raises CannotDo where a terminal would show it."""
    import getpass  # noqa: PLC0415 - most journals are plain
    import warnings  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(question, stream=sys.stderr)
    except EOFError:
        return ""
    except getpass.GetPassWarning:
        raise CannotDo("This terminal would show the passphrase. Nothing was changed; use another.") from None
    except UnicodeDecodeError:
        raise click.UsageError("What was typed is no text in this terminal's encoding.") from None
