"""What went wrong, in one sentence on standard error and an exit code; never a traceback."""

from __future__ import annotations

import re
import sys

import click

from bounceback_tui.cli.output import complain, drop_output
from bounceback_tui.domain.text import cut, did_you_mean, quoted, visible

NOT_DONE, USAGE, INTERRUPTED, NOBODY_READS = 1, 2, 130, 141
"""Exit codes; the last two are what a shell gives for SIGINT and SIGPIPE."""


def failure(error: Exception, context: click.Context | None = None) -> int:
    """Say what went wrong; the exit code. A fault of ours repeats nothing that the person wrote.

    `context` is that of the program, where things came so far.
    """
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - most runs have no error
    from bounceback_tui.storage.errors import StorageError  # noqa: PLC0415

    match error:
        case BrokenPipeError():
            drop_output()
            return NOBODY_READS
        case click.UsageError():
            complain(_usage(error, error.ctx or _of_command(context)))
            return USAGE
        case CannotDo() | StorageError():
            complain(str(error))
        case OSError():
            drop_output()  # it may be where there is no room, and would be tried again at the end
            reason = error.strerror or type(error).__name__
            complain(f"That did not work ({reason}); what was saved before is safe.")
        case _:
            sys.stderr.write(f"{visible(_fault(error, context))}\n")
    return NOT_DONE


def _fault(error: Exception, context: click.Context | None) -> str:
    """Write a report of a fault of ours; what is said of it."""
    from bounceback_tui.clock import SystemClock  # noqa: PLC0415 - most runs have no fault
    from bounceback_tui.crashes import Crashes  # noqa: PLC0415

    try:
        crashes = context.obj.crashes if context else Crashes(SystemClock())
    except Exception:  # things did not come so far, or the clock is part of what is wrong
        crashes = Crashes(SystemClock())
    command = (context and context.invoked_subcommand) or ""
    told: str = crashes.tell(error, f"bounceback {command}".strip())
    return told


def _of_command(context: click.Context | None) -> click.Context | None:
    """That of the command that was being read: what click finds wrong with an option does not say it."""
    name = context and context.invoked_subcommand
    if not (context and name and isinstance(context.command, click.Group)):
        return context
    command = context.command.get_command(context, name)
    return click.Context(command, parent=context, info_name=name) if command else context


def _usage(error: click.UsageError, context: click.Context | None) -> str:
    """A sentence for what cannot be understood; click's own are made to say what to do."""
    command = context.command_path if context else "bounceback"
    known = [name for one in context.command.params for name in one.opts] if context else []
    match error:
        case click.NoSuchOption(option_name="--json") if context and not context.parent:
            return "“--json” goes behind a command, as in `bounceback list --json`."
        case click.NoSuchOption():
            return no_such_option(error.option_name, [*known, "--help"], command)
        case click.MissingParameter() if error.param:
            name = error.param.make_metavar(context) if context else str(error.param.name)
            return f"{name.strip('[].')} is missing; `{command} --help` shows an example."
        case click.BadOptionUsage():
            return _bad_option(error.option_name, context, command)
    sentence = error.format_message().strip()
    if extra := re.fullmatch(r"Got unexpected extra arguments? \((.*)\)\.?", sentence, re.DOTALL):
        # where words may begin with a hyphen, a slip in an option is one word too many
        if slip := re.match(r"(?:.* )?(--[^\s=]+)", extra[1]):
            return no_such_option(slip[1], [*known, "--help"], command)
        pieces = context.command.collect_usage_pieces(context) if context else []
        usage = " ".join([command, *pieces])
        sentence = f"{quoted(extra[1])} is too much here: `{usage}`. What belongs together goes in quotes."
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def _bad_option(name: str, context: click.Context | None, command: str) -> str:
    """The sentence for an option that lacks what belongs behind it, or has something there."""
    params = context.command.params if context else []
    found = next((one for one in params if name in one.opts), None)
    if context and isinstance(found, click.Option) and not found.is_flag:
        return f"Something is missing behind “{name}”: `{command} {name} {found.make_metavar(context)}`."
    return f"Nothing goes behind {quoted(name)}: `{command} {cut(name, 40)}`."


def no_such_option(said: str, known: list[str], command: str) -> str:
    """The sentence for an option that is not known."""
    options = [name for name in known if name.startswith("--")]
    hint = did_you_mean(said, options, f"`{command} --help` shows them.")
    return f"There is no option {quoted(said)}; {hint}"


def interrupted() -> int:
    """Ctrl+c: the exit code; the shell's next prompt begins on a line of its own."""
    if sys.stderr.isatty():
        sys.stderr.write("\n")
    return INTERRUPTED
