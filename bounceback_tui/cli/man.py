"""`man`: the manual page, made of the help of every command, so that the two cannot disagree.

`docs/bounceback.1` is what it prints, and is installed with the program; a test makes it anew and compares.
"""

from __future__ import annotations

import copy
import inspect
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from bounceback_tui import __version__
from bounceback_tui.cli.options import HELP, as_json, example
from bounceback_tui.cli.output import print_json, print_text

if TYPE_CHECKING:
    from bounceback_tui.cli.group import Commands


@click.command(
    epilog=example("man | man -l -", "man > ~/.local/share/man/man1/bounceback.1"),
)
@as_json
@click.pass_context
def man(context: click.Context, as_json: bool) -> None:
    """Print the manual page: every command with its options and an example, for `man` to show.

    It is installed beside the program, so that “man bounceback” finds it where your shell finds bounceback.
    """
    page = manual(context.find_root())
    if as_json:
        print_json({"page": page})
        return
    print_text(page.removesuffix("\n"))


def manual(root: click.Context) -> str:
    """The page as troff reads it, with the man macros."""
    return "".join(f"{line}\n" for line in _lines(root))


def _lines(root: click.Context) -> Iterator[str]:
    group: Commands = root.command  # type: ignore[assignment]  # it is the one that knows the moments
    yield f'.TH BOUNCEBACK 1 "" "bounceback {_escaped(__version__)}" "User Commands"'
    yield ".SH NAME"
    yield r"bounceback \- a private journal for people who have just been turned down for a job"
    yield ".SH SYNOPSIS"
    yield r".B bounceback"
    yield r"[\fB\-\-db\fR \fIFILE\fR | \fB\-\-demo\fR] [\fICOMMAND\fR ...]"
    yield ".SH DESCRIPTION"
    yield from _paragraphs(_ABOUT)
    yield ".SH OPTIONS"
    yield from _options(root)
    for moment, listed in group.moments.items():
        yield f".SH {_escaped(moment.upper())}"
        for line in listed:
            for name in line.names:
                yield from _command(group, root, name)
    yield ".SH SELDOM NEEDED"
    for name in group.unlisted:
        yield from _command(group, root, name)
    for heading, text in _ENDING.items():
        yield f".SH {heading}"
        yield from _paragraphs(text)


def _command(group: Commands, root: click.Context, name: str) -> Iterator[str]:
    command = group.get_command(root, name)
    assert command
    context = click.Context(command, root, info_name=name)
    usage = " ".join(command.collect_usage_pieces(context))
    yield f".SS {_escaped(name)}"
    yield rf".B bounceback {_escaped(name)}"
    yield _escaped(usage)
    yield ".PP"
    yield from _paragraphs(inspect.cleandoc(command.help or ""))
    yield from _options(context)
    yield from _paragraphs(command.epilog or "")


def _options(context: click.Context) -> Iterator[str]:
    for option in context.command.params:
        # those before a command that the short help has no room for are told here
        if isinstance(option, click.Option) and option is not HELP and (not option.hidden or option.help):
            shown = copy.copy(option)
            shown.hidden = False
            if record := shown.get_help_record(context):
                yield ".TP"
                yield rf"\fB{_escaped(record[0])}\fR"
                yield _escaped(record[1])


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs as click reads them: one that begins with a backspace keeps its lines."""
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        if paragraph.startswith("\b"):
            yield ".PP"
            yield ".nf"
            yield from map(_escaped, paragraph.removeprefix("\b").strip("\n").split("\n"))
            yield ".fi"
        elif paragraph:
            yield ".PP"
            yield _escaped(" ".join(paragraph.split()))


def _escaped(text: str) -> str:
    """Text of which troff takes nothing for its own."""
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{text}" if text.startswith((".", "'")) else text


_ABOUT = """
Alone, bounceback opens the journal on the whole terminal. Each command does one thing without the screen, for
quick capture, for scripts, and for screen readers: one answer a line, one question a line, no colours.

Options before the command name the journal. Where a command takes an ID, a beginning that only one has will
do, and -1 is the latest, -2 the one before: of entries by their date, as `list` has them, of applications and
all else as they were added. Dates are words: “yesterday 3pm”, “last friday”, “2026-11-20”.
“-” in place of a text or a file is standard input or output.

What is longer than the screen goes through the program that PAGER names, on a terminal alone.
"""

_ENDING = {
    "JSON": """
With --json a command prints one JSON object, whose first name is “schema_version”. It is 1; it goes up when a
name is taken away or means another thing, and not when one is added. A list stands under “items”, one of
them a line. Dates are ISO 8601, times local with their offset, and what is not known is null. What is
exported has a version of its own.
""",
    "OTHER PROGRAMS": """
A journal is a SQLite database. Three views are there for other programs: v_entries (what was written, with
its company, result, mood and energy), v_applications (with the stage reached, status and dates) and
v_daily_mood (how many check-ins with a mood a day has, their mean, lowest and highest). Their names and
columns stay, and nothing that is in the trash is in them. Open it to read alone, or read a copy that
“bounceback backup” made.
""",
    "EXIT STATUS": """
0: it was done. 1: it could not be done; one sentence on standard error says why, and that nothing was lost.
2: the command was not understood, and nothing was done. 130: ctrl+c. 141: nobody reads the output any more.
""",
    "ENVIRONMENT": """
\b
BOUNCEBACK_DB    the journal, where --db names none
BOUNCEBACK_NOW   the date and time to go by: 2026-11-23T09:30
VISUAL, EDITOR   the editor that “edit” opens
PAGER            shows what is longer than the screen; empty or “cat” for none
NO_COLOR         the app draws without colours; commands never use any
BOUNCEBACK_PLAIN 1 is “--plain”: words in place of frames and pictures, and no pager; 0 the usual look

So that nobody is asked for a passphrase, a variable may name a command that prints it in its first line. It
runs without a shell.

\b
BOUNCEBACK_PASSPHRASE_COMMAND       the passphrase of the journal
BOUNCEBACK_NEW_PASSPHRASE_COMMAND   a new one, for “encrypt” and “passphrase”
BOUNCEBACK_SYNC_PASSPHRASE_COMMAND  that of “sync”
""",
    "FILES": """
On Linux, unless XDG_DATA_HOME, XDG_CONFIG_HOME or XDG_STATE_HOME say otherwise; “bounceback doctor” names the
places on every system.

\b
~/.local/share/bounceback/journal.db   the journal, readable by you alone
~/.local/share/bounceback/backups/     a checked copy of each of the latest days
~/.config/bounceback/config.toml       settings
~/.config/bounceback/guides/*.md       guides of your own
~/.local/state/bounceback/             reports of faults, without a word of yours
""",
}

COMMANDS = (man,)
"""The commands of this file."""
