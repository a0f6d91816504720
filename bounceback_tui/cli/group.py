"""The commands there are, each loaded only when it is called for, and the help that lists them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from bounceback_tui.cli.failures import failure, interrupted
from bounceback_tui.cli.options import HELP
from bounceback_tui.cli.output import ready_streams
from bounceback_tui.cli.variables import COMPLETE
from bounceback_tui.domain.text import did_you_mean, quoted

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Listed(NamedTuple):
    """A line of the help: commands that belong together, and what they are for."""

    names: tuple[str, ...]
    module: str | tuple[str, ...]
    """The file beside this one in which they are, or that of each."""
    purpose: str

    def where(self) -> Iterator[tuple[str, str]]:
        """Each command with its file."""
        modules = (self.module,) * len(self.names) if isinstance(self.module, str) else self.module
        return zip(self.names, modules, strict=True)


class Commands(click.Group):
    """A group that knows its commands by name alone, and turns whatever goes wrong into one sentence."""

    def __init__(
        self,
        *args: Any,
        moments: Mapping[str, Sequence[Listed]],
        unlisted: Mapping[str, str],
        told: Sequence[tuple[str, str]],
        **options: Any,
    ) -> None:
        """`moments` are the headings of the help with their lines, `told` its options and what they do.

        `unlisted` are commands that are named where they are of use and not in the help, with their files.
        """
        super().__init__(*args, **options)
        self._options = told
        self.moments = moments
        """The headings of the help with their lines."""
        self.modules = {
            name: module for lines in moments.values() for line in lines for name, module in line.where()
        }
        """The file of each command by its name, in the order of the help."""
        self.unlisted = tuple(unlisted)
        """Commands that the help leaves out."""
        self._every = {**self.modules, **unlisted}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the help."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in self._every:
            return None
        module = import_module(f"bounceback_tui.cli.{self._every[cmd_name]}")
        command = next(one for one in module.COMMANDS if one.name == cmd_name)
        assert isinstance(command, click.Command)
        if command.add_help_option:
            command.add_help_option = False
            command.params.append(HELP)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """The commands that begin so, none of which is loaded for it, or the options before them."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - only the tab key asks

        if incomplete.startswith("-"):
            return click.Command.shell_complete(self, ctx, incomplete)
        told = {
            name: line.purpose for lines in self.moments.values() for line in lines for name in line.names
        }
        return [
            CompletionItem(name, help=told.get(name)) for name in self._every if name.startswith(incomplete)
        ]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that `args` begin with. Raises UsageError, naming the nearest."""
        name = args[0]
        if name == "help" and not ctx.resilient_parsing:
            if not args[1:]:
                click.echo(ctx.get_help(), color=ctx.color)
                ctx.exit()
            name, args = args[1], [args[1], "--help"]
        elif args[1:] == ["-h"]:
            args = [name, "--help"]
        if name not in self._every and not ctx.resilient_parsing:
            hint = did_you_mean(name, list(self._every), "`bounceback --help` shows them all.")
            raise click.UsageError(f"There is no command {quoted(name)}; {hint}", ctx)
        if not (ctx.resilient_parsing or ctx.params.get("no_pager")) and sys.stdout.isatty():
            from bounceback_tui.cli.pager import paged, wanted  # noqa: PLC0415 - only on a terminal
            from bounceback_tui.plain import imposed  # noqa: PLC0415 - as above

            plain = imposed(bool(ctx.params.get("plain")), os.environ)
            if wanted(name, args[1:]) and not (plain and plain.value):
                ctx.with_resource(paged())
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help, short enough for the smallest usual terminal."""
        formatter.write(f"Usage: {ctx.command_path} [--db FILE | --demo] [COMMAND …]  (alone: the app)\n")
        formatter.write(f"{self.help}\n")
        blocks = {
            moment: [(", ".join(line.names), line.purpose) for line in lines]
            for moment, lines in self.moments.items()
        } | {"": self._options}
        column = max(len(names) for rows in blocks.values() for names, _ in rows)
        for moment, rows in blocks.items():
            formatter.write(f"\n{moment}\n" if moment else "\n")
            for names, purpose in rows:
                formatter.write(f"  {names:<{column}} {purpose}\n")

    def make_context(self, *args: Any, **options: Any) -> click.Context:
        """Read the options before the command; `--help` is printed here."""
        try:
            return super().make_context(*args, **options)
        except BrokenPipeError as error:
            raise click.exceptions.Exit(failure(error)) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, and see to it that what it printed arrived."""
        try:
            super().invoke(ctx)
            sys.stdout.flush()
        except (click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            raise click.exceptions.Exit(failure(error, ctx)) from error
        except KeyboardInterrupt:
            raise click.exceptions.Exit(interrupted()) from None

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = False,
        **extra: Any,
    ) -> Any:
        """Run the program and leave with its exit code; an error is one sentence, never a traceback."""
        ready_streams()
        if os.environ.get(COMPLETE):
            from bounceback_tui.cli.completion_scripts import answer  # noqa: PLC0415 - only the tab key asks

            sys.exit(answer(self))
        try:
            # no expanding on Windows: a text may hold a star
            code = super().main(
                args,
                prog_name="bounceback",
                complete_var=complete_var,
                standalone_mode=False,
                windows_expand_args=windows_expand_args,
                **extra,
            )
        except click.Abort:
            code = interrupted()
        except Exception as error:
            code = failure(error, click.Context(self, info_name="bounceback"))
        sys.exit(code if isinstance(code, int) else 0)
