"""`log`, `note` and `mood`: from the shell to a saved entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli import values
from bounceback_tui.cli.options import (
    HYPHENS,
    as_json,
    completes,
    energy_option,
    example,
    feel_option,
    free_text,
    free_words,
    how_it_feels,
    option,
    pass_session,
    reading,
    result_option,
    stage_option,
    standard_input,
    tag_option,
    when_option,
    words,
)
from bounceback_tui.cli.output import print_saved, short_key, somebody_is_there, tell
from bounceback_tui.cli.session import Session

if TYPE_CHECKING:
    from bounceback_tui.domain.outcome import Outcome
    from bounceback_tui.services.workspace import Workspace

_SIDES = (
    ("outside", "outside me", "A cause outside you; may be given again."),
    ("could-change", "could change", "What you could change; may be given again."),
    ("went-right", "went right", "What went right; may be given again."),
)


def _other_side(command: Any) -> Any:
    """Options for the three lists of the other side."""
    for name, _, purpose in reversed(_SIDES):
        command = option(f"--{name}", metavar="TEXT", multiple=True, help=purpose)(command)
    return command


@click.command(
    context_settings=HYPHENS,
    epilog=example(
        'log "They went with an internal candidate" --company Acme --stage final',
        'log --company Acme --when "yesterday 3pm" --mood 3 --feel shame=60 --forecast 14',
        "log - --company Acme < letter.txt",
        "log                (in a terminal: asks line by line)",
    ),
)
@click.argument("text", nargs=-1, callback=free_text)
@option("--company", metavar="NAME", default="", shell_complete=completes("companies"), help="Who it was.")
@option("--role", metavar="NAME", default="", shell_complete=completes("roles"), help="The job.")
@stage_option
@result_option("rejected (unless said)")
@when_option
@option(
    "--source",
    metavar="SOURCE",
    callback=values.through(values.source),
    shell_complete=words(*values.SOURCES),
    help=f"{', '.join(values.SOURCES)}.",
)
@how_it_feels
@option("--title", metavar="TEXT", default="", help="A title, instead of the first line.")
@tag_option
@_other_side
@option(
    "--forecast",
    metavar="DAYS",
    callback=values.through(values.days),
    help="Days until you expect to feel like yourself: 14, or “two weeks”.",
)
@as_json
@pass_session
def log(session: Session, /, as_json: bool, **said: Any) -> None:
    """Write down what happened: a no, a silence, a step forward, a yes.

    Prints one JSON object with the keys of what was saved. TEXT may be “-” for standard input; the
    company or a line of text is enough. How you feel is taken for now, whenever it happened.
    """
    from bounceback_tui.formats.records import logged_record  # noqa: PLC0415 - `--help` needs none of it

    said["text"] = _text(said["text"])
    said["when"] = session.moment(said["when"])
    asked = not (said["text"].strip() or said["company"].strip())
    if asked:
        _ask(session, said)
    outcome = _outcome(said)
    with session.workspace(makes=True) as workspace:
        logged = workspace.journal.log(outcome)
        rest = _still_open(workspace) if outcome.result == "accepted" and not as_json else ""
    print_saved(logged_record(logged), as_json)
    if not as_json:
        good = "Congratulations! " if outcome.result in ("offer", "accepted") else ""
        at = f" with {outcome.company.strip()}" if outcome.company.strip() else ""
        tell(f"{good}Saved what happened{at}; `bounceback show {short_key(logged.id)}` brings it back.")
        if asked:
            tell("`bounceback undo` takes it back.")
        if rest:
            tell(rest)
        if logged.episode:
            tell("Nothing more has to be done now; `bounceback steps` has next steps for when you want one.")


@click.command(
    context_settings=HYPHENS,
    epilog=example('note "Walked an hour, better" --mood 6 --tag walk', "note - --title Sunday < notes.md"),
)
@click.argument("text", nargs=-1, callback=free_text)
@option("--title", metavar="TEXT", default="", help="A title, instead of the first line.")
@when_option
@how_it_feels
@tag_option
@as_json
@pass_session
def note(session: Session, /, text: tuple[str, ...], as_json: bool, **said: Any) -> None:
    """Write something down; it belongs to nothing but the day.

    Prints one JSON object with the entry's key. TEXT may be “-” for standard input.
    """
    words = _text(text)
    if not (words.strip() or said["title"].strip()):
        raise click.UsageError('There is nothing to save yet; write `bounceback note "Walked an hour"`.')
    when = session.moment(said["when"])
    with session.workspace(makes=True) as workspace:
        key = workspace.journal.note(
            words,
            title=said["title"],
            tags=said["tags"],
            before=reading(said["mood"], said["energy"], said["feel"]),
            after=reading(said["after_mood"]),
            when=when,
        )
    print_saved({"id": key}, as_json)
    if not as_json:
        tell(f"Saved; `bounceback show {short_key(key)}` brings it back.")


@click.command(
    context_settings=HYPHENS, epilog=example("mood 5", "mood 5 4", "mood 5 --energy 4 --feel calm=40")
)
@click.argument("digits", metavar="[1-9] [1-9]", nargs=-1, callback=free_words)
@energy_option
@feel_option
@when_option
@as_json
@pass_session
def mood(session: Session, /, digits: tuple[str, ...], as_json: bool, **said: Any) -> None:
    """How you feel now, 1 to 9; 5 is neither good nor bad. A second digit is energy.

    Prints one JSON object with the key of the check-in.
    """
    felt = reading(*_mood_and_energy(digits, said["energy"]), said["feel"])
    if not felt:
        raise click.UsageError("There is nothing to save yet; one digit is enough: `bounceback mood 5`.")
    when = session.moment(said["when"])
    with session.workspace(makes=True) as workspace:
        key = workspace.journal.check_in(felt, when)
    print_saved({"id": key}, as_json)
    if not as_json:
        tell("Saved how it is.")


def _mood_and_energy(words: tuple[str, ...], energy: int | None) -> tuple[int | None, int | None]:
    """What the digits say, and the option; either may be left open. Raises UsageError."""
    digits = " ".join(words).split()
    if len(digits) > 2:
        raise click.UsageError("Two digits will do, mood and then energy: `bounceback mood 5 4`.")
    if len(digits) == 2 and energy is not None:
        raise click.UsageError("The second digit is energy, and so is --energy; say one of them.")
    if len(digits) == 1 and re.fullmatch("[1-9]{2}", digits[0]):
        apart = " ".join(digits[0])
        raise click.UsageError(
            f"Mood runs from 1 to 9; if {digits[0]} is mood and energy, write `bounceback mood {apart}`."
        )
    mood = values.mood(digits[0]) if digits else None
    return mood, values.energy(digits[1]) if len(digits) == 2 else energy


def _still_open(workspace: Workspace) -> str:
    from bounceback_tui.cli.events import still_open  # noqa: PLC0415 - seldom is an offer accepted

    return still_open(workspace)


def _text(words: tuple[str, ...]) -> str:
    """What was written; "-" stands for standard input."""
    if words != ("-",):
        return " ".join(words)
    return standard_input()


def _ask(session: Session, said: dict[str, Any]) -> None:
    """Ask for what is missing, where somebody is there to answer. Raises UsageError."""
    if not somebody_is_there():
        raise click.UsageError(
            'Say what happened, or name the company: `bounceback log "They said no" --company Acme`.'
        )
    from bounceback_tui.cli.ask import ask_outcome  # noqa: PLC0415 - only who gave nothing is asked

    ask_outcome(session, said)


def _outcome(said: dict[str, Any]) -> Outcome:
    from bounceback_tui.domain.application import Result  # noqa: PLC0415 - `note` and `mood` do without
    from bounceback_tui.domain.episode import Cause, Side  # noqa: PLC0415
    from bounceback_tui.domain.outcome import Outcome  # noqa: PLC0415

    return Outcome(
        company=said["company"],
        role=said["role"],
        stage=said["stage"],
        result=said["result"] or Result.REJECTED,
        when=said["when"],
        source=said["source"],
        before=reading(said["mood"], said["energy"], said["feel"]),
        title=said["title"],
        text=said["text"],
        tags=said["tags"],
        causes=tuple(
            Cause(Side(side), text.strip())
            for name, side, _ in _SIDES
            for text in said[name.replace("-", "_")]
            if text.strip()
        ),
        forecast=said["forecast"],
        after=reading(said["after_mood"]),
    )


COMMANDS = (log, note, mood)
"""The commands of this file."""
