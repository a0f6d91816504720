"""The command `bounceback` itself: the options before every command, and the app where none is named."""

from __future__ import annotations

import click

from bounceback_tui import __version__
from bounceback_tui.cli.group import Commands, Listed
from bounceback_tui.cli.options import HELPS, option
from bounceback_tui.cli.session import Session

MOMENTS = {
    "When it has just happened": (
        Listed(
            ("log", "withdraw"),
            ("capture", "withdraw"),
            "what happened: a no, a step, a yes; you say no",
        ),
        Listed(
            ("note", "mood", "strengths"),
            ("capture", "capture", "strengths"),
            "free writing; your mood; what speaks for you",
        ),
    ),
    "Day by day": (
        Listed(
            ("due", "rest", "writing", "close"),
            ("due", "care", "care", "closing"),
            "what is due; days off; five pages; one is over",
        ),
        Listed(
            ("steps", "plan", "tick", "untick", "skip"),
            ("recovery", "planning", "recovery", "recovery", "recovery"),
            "the guide's steps, and what became of each",
        ),
        Listed(
            ("feedback", "thoughts", "prepare"),
            ("feedback", "thoughts", "prepare"),
            "ask what went well; harsh thoughts; next time",
        ),
        Listed(
            ("leads", "cv", "focus", "guide"),
            ("tools", "tools", "focus", "guide"),
            "who to ask; your CV; what a job must have",
        ),
    ),
    "Looking back": (
        Listed(
            ("list", "search", "show", "check-ins"),
            ("history", "search", "history", "check_ins"),
            "your entries; one in full; how you felt",
        ),
        Listed(
            ("edit", "delete", "restore", "undo"),
            ("edit", "history", "history", "undo"),
            "change one; into the trash, out; take back",
        ),
        Listed(
            ("applications", "event", "people"),
            ("applications", "events", "people"),
            "how far each got; its log; whom you met",
        ),
        Listed(
            ("stats", "report", "tags", "look-back"),
            ("stats", "report", "tags", "look_back"),
            "your pattern; a page of it; tags; the search",
        ),
        Listed(
            ("export", "import", "sync", "serve"),
            ("export", "importing", "sync", "serve"),
            "out; in; other machines; in a browser",
        ),
        Listed(
            ("backup", "restore-backup", "doctor"),
            ("backup", "backup", "doctor"),
            "a copy; back from one; is all of it sound?",
        ),
        Listed(
            ("encrypt", "completion", "man"),
            ("encrypt", "completion", "man"),
            "a passphrase; the tab key; the manual page",
        ),
    ),
}
"""To add a command: a file that lists it in COMMANDS, and a line here."""

UNLISTED = {"decrypt": "encrypt", "passphrase": "encrypt", "that-is-right": "that_is_right"}
"""Commands that a message or another command names where they are of use, and the help does not, with their
files."""

OPTIONS = (
    ("--db FILE, --demo", "The journal (or BOUNCEBACK_DB); a made-up one."),
    ("--help", "Of a COMMAND too. --version --plain --no-pager"),
)
"""What the help says of the options before a command, in two lines."""


def _print_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(f"bounceback {__version__}", color=context.color)
        context.exit()


@click.group(
    name="bounceback",
    cls=Commands,
    moments=MOMENTS,
    unlisted=UNLISTED,
    told=OPTIONS,
    invoke_without_command=True,
    add_help_option=False,
    help="A private journal for people who have just been turned down for a job.",
)
@option("--db", metavar="FILE", help="The journal to use (or set BOUNCEBACK_DB).")
@option("--demo", is_flag=True, help="Use a made-up journal that touches nothing of yours.")
@option("--read-only", is_flag=True, hidden=True, help="Write nothing at all to the journal.")
@option("--no-pager", is_flag=True, hidden=True, help="Print what is long as it is.")
@option("--plain", is_flag=True, hidden=True, help="Words in place of frames and pictures; no pager.")
@option(
    "--debug",
    is_flag=True,
    hidden=True,
    help="Should the program itself break, tell everything; words of yours may be in it.",
)
@option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    hidden=True,
    callback=_print_version,
    help="Show the version and exit.",
)
@option("-h", "--help", **HELPS, help="List the commands and exit; behind a COMMAND, explain it.")
@click.pass_context
def bounceback(
    context: click.Context,
    *,
    db: str | None,
    demo: bool,
    read_only: bool,
    no_pager: bool,
    plain: bool,
    debug: bool,
) -> None:
    """Take the options before the command, and open the app where there is no command."""
    if db is not None and demo:
        raise click.UsageError("--demo opens a journal of its own; leave --db out.", context)
    if db is not None and not db.strip():
        raise click.UsageError("--db takes the name of a file.", context)
    context.obj = Session(db, demo, read_only=read_only, full=debug, plain=plain)
    if context.invoked_subcommand is None:
        from bounceback_tui.cli.app import opened  # noqa: PLC0415 - a command does without

        context.exit(opened(context.obj))
