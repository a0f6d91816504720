"""Options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bounceback_tui.cli import values
from bounceback_tui.cli.failures import no_such_option
from bounceback_tui.cli.output import tell
from bounceback_tui.cli.session import Session

if TYPE_CHECKING:
    from bounceback_tui.domain.checkin import Reading

Command = TypeVar("Command", bound=Callable[..., Any])


class Option(click.Option):
    """An option that is quickly made: its help is kept as it is written.

    Click would look for an indent in it, and load `inspect` for that, which takes half as long as Python.
    """

    def __init__(self, *args: Any, help: str | None = None, **attributes: Any) -> None:
        """As that of click."""
        super().__init__(*args, **attributes)
        self.help = help


def option(*names: str, **attributes: Any) -> Callable[[Command], Command]:
    """`click.option` that makes an `Option`; what a short command loads takes this one."""
    return click.option(*names, cls=Option, **attributes)


def _print_help(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(context.get_help(), color=context.color)
        context.exit()


HELPS: dict[str, Any] = {"is_flag": True, "expose_value": False, "is_eager": True, "callback": _print_help}
"""What makes an option of `--help`. That of click has it translated, and loads `locale` for that: 1 ms."""

HELP = Option(["--help"], **HELPS, help="Show this message and exit.")
"""That of every command."""

as_json = option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")
"""Every command has it."""

when_option = option("--when", metavar="DATE", help="When it was: “yesterday 3pm”, “last friday”, ISO.")
"""A date in words; the clock is needed to read it, so that the command does."""


def completes(kind: str) -> Callable[[click.Context, click.Parameter, str], Any]:
    """What the tab key offers for an option or argument: things of the journal, see `completing.FINDERS`."""

    def offer(context: click.Context, _parameter: click.Parameter, typed: str) -> Any:
        from bounceback_tui.cli.completing import offered  # noqa: PLC0415 - only the tab key asks

        return offered(kind, context, typed)

    return offer


def words(*known: str) -> Callable[[click.Context, click.Parameter, str], Any]:
    """The same for some plain words."""
    return lambda _context, _parameter, typed: [one for one in known if one.startswith(typed.casefold())]


def files(_context: click.Context, _parameter: click.Parameter, typed: str) -> Any:
    """The same for the name of a file, which the shell itself completes."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only the tab key asks

    return [CompletionItem(typed, type="file")]


tag_option = option(
    "--tag",
    "tags",
    metavar="TAG",
    multiple=True,
    shell_complete=completes("tags"),
    help="A tag; may be given again.",
)
"""Tags."""

energy_option = option(
    "--energy", metavar="1-9", callback=values.through(values.energy), help="Energy, 5 is the middle."
)
"""Energy, 1–9."""

feel_option = option(
    "--feel",
    metavar="NAME=0-100",
    multiple=True,
    callback=lambda _context, _option, texts: values.feelings(texts),
    shell_complete=completes("feelings"),
    help="A feeling and its strength; may be given again.",
)
"""Feelings."""

stage_option = option(
    "--stage",
    metavar="STAGE",
    callback=values.through(values.stage),
    shell_complete=words("applied", "screen", "interview", "task", "final", "offer"),
    help="How far it had got: applied, screen, interview, task, final, offer.",
)
"""How far an application had got."""

USUAL_LIMIT = 20
"""Entries that are printed as plain lines where no limit was said; JSON is always complete."""


def _limit(text: str) -> int:
    return values.number(text, "The limit", range(1_000_001))


limit_option = option(
    "--limit",
    metavar="N",
    callback=values.through(_limit),
    help=f"At most N entries; 0 is all. Lines: {USUAL_LIMIT} unless said. JSON: all unless said.",
)
"""How many lines of a list."""


def result_option(first: str) -> Callable[[Command], Command]:
    """What came of it; `first` is what the help says of "rejected"."""
    return option(
        "--result",
        metavar="RESULT",
        callback=values.through(values.result),
        shell_complete=words("rejected", "ghosted", "moved-on", "offer", "accepted", "withdrew"),
        help=f"{first}, ghosted, moved-on, offer, accepted, withdrew.",
    )


def how_it_feels(command: Command) -> Command:
    """Options for how one feels when starting to write, and right after."""
    for one in (
        option(
            "--after-mood", metavar="1-9", callback=values.through(values.mood), help="Mood after writing."
        ),
        feel_option,
        energy_option,
        option(
            "--mood",
            metavar="1-9",
            callback=values.through(values.mood),
            help="Mood, 5 is neither good nor bad.",
        ),
    ):
        command = one(command)
    return command


def reading(mood: int | None, energy: int | None = None, feel: Sequence[Any] = ()) -> Reading:
    """What was said of how it feels; nothing where nothing was."""
    from bounceback_tui.domain.checkin import Reading  # noqa: PLC0415 - the module that lists options is light

    return Reading(mood, energy, tuple(feel))


def free_words(context: click.Context, _argument: click.Parameter, words: Any) -> Any:
    """One word or several that may begin with a hyphen, such as "-1" or "-salary".

    Callback of the argument of a command that lets unknown options through. Raises UsageError for what
    must be a mistyped option.
    """
    _refuse_options(context, [words] if isinstance(words, str) else words or (), "--")
    return words


def free_text(context: click.Context, _argument: click.Parameter, words: tuple[str, ...]) -> tuple[str, ...]:
    """Text of which a line may begin with a hyphen, as in a list; "-" alone is standard input.

    Callback as `free_words`; a single word with a hyphen before it is taken for an option here.
    """
    _refuse_options(context, words, "-")
    return words


def _refuse_options(context: click.Context, words: Sequence[str], beginning: str) -> None:
    for place, said in enumerate(words):
        if not said.startswith(beginning) or said == "-":
            continue
        if sentence := _meant_as_filter(context, said, words[place + 1 :]):
            raise click.UsageError(sentence, context)
        if len(said.split()) == 1:
            known = [name for one in context.command.params for name in one.opts]
            raise click.UsageError(no_such_option(said, [*known, "--help"], context.command_path), context)


def _meant_as_filter(context: click.Context, said: str, behind: Sequence[str]) -> str:
    """The sentence for "--since yesterday" where "since:yesterday" is how it is said; else empty."""
    name, equals, value = said.removeprefix("--").partition("=")
    if not any(one.name == "query" for one in context.command.params):
        return ""
    from shlex import quote  # noqa: PLC0415 - only a slip needs it

    from bounceback_tui.domain.query_values import Field  # noqa: PLC0415
    from bounceback_tui.domain.text import cut  # noqa: PLC0415

    if name not in list(Field):
        return ""
    if not equals and behind and not behind[0].startswith("-"):
        value = behind[0]
    value = cut(value, 40)
    value = value.replace('"', "")
    written = f'{name}:"{value}"' if len(value.split()) > 1 else f"{name}:{value or '…'}"
    typed = quote(written) if value else written
    return f"There is no option “--{name}”; it is a filter: `{context.command_path} {typed}`."


def standard_input() -> str:
    """All that is written or piped there; somebody at a terminal is told how to end it."""
    if sys.stdin.isatty():
        tell("Write; ctrl+d on a line of its own ends it.")
    return sys.stdin.buffer.read().decode("utf-8-sig", "replace")


def key_argument(kind: str) -> Callable[[Command], Command]:
    """The key of something, or a beginning that only one has; `kind` is what the tab key offers."""
    return click.argument("key", metavar="ID", callback=free_words, shell_complete=completes(kind))


HYPHENS = {"ignore_unknown_options": True}
"""Settings of a command whose words may begin with a hyphen; they go through `free_words`. Such a command
has no options of a single letter: they would be found in the words."""


def example(*lines: str) -> str:
    """The examples at the foot of a command's help, as they would be typed."""
    return "\b\nExample:\n" + "\n".join(f"  bounceback {line}" for line in lines)


pass_session = click.make_pass_decorator(Session)
"""Hands the session to a command."""
