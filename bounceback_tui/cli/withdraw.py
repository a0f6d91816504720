"""`withdraw`: to say no yourself, with the note that says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli import named
from bounceback_tui.cli.applications import line_of
from bounceback_tui.cli.options import (
    HYPHENS,
    as_json,
    completes,
    example,
    files,
    free_words,
    pass_session,
    standard_input,
)
from bounceback_tui.cli.output import complain, print_json, print_json_list, print_line, print_table, tell
from bounceback_tui.cli.session import Session

if TYPE_CHECKING:
    from bounceback_tui.domain.application import Application
    from bounceback_tui.domain.letter import Email
    from bounceback_tui.services.letters import Letters
    from bounceback_tui.services.workspace import Workspace


@click.command(
    context_settings=HYPHENS,
    epilog=example(
        "withdraw                   (what is still open)",
        "withdraw acme --letter",
        "withdraw acme --eml acme.eml",
        'withdraw acme --note "too far away"',
        "withdraw --all",
    ),
)
@click.argument(
    "keys", metavar="[ID]...", nargs=-1, callback=free_words, shell_complete=completes("open applications")
)
@click.option("--all", "every", is_flag=True, help="All that are open, in one step.")
@click.option("--note", metavar="TEXT", help="A few words about it, for the log.")
@click.option(
    "--letter", is_flag=True, help="Print the e-mail that says so, its subject first, and change nothing."
)
@click.option(
    "--eml",
    "file",
    metavar="FILE",
    shell_complete=files,
    help="The same as a file for mail programs, or a .txt; “-” is standard output.",
)
@click.option("--yes", is_flag=True, help="Replace FILE without asking.")
@click.option("--subject", metavar="TEXT", help="Another subject for the e-mail.")
@click.option("--text", metavar="TEXT", help="Another text for it; “-” reads standard input.")
@as_json
@pass_session
def withdraw(session: Session, /, *, keys: tuple[str, ...], every: bool, as_json: bool, **said: Any) -> None:
    """Note that you withdrew applications, today and in one step. Without ID what is still open is listed.

    ID may be shortened, or be the company's name. Nothing is sent: --letter prints an e-mail to send.
    In --subject and --text {company}, {role}, {interviewer} and {name} are filled in; words of your own for
    all of them are the part “## withdraw” of feedback-email.md.
    """
    wants_letter = said["letter"] or said["file"] is not None
    _one_thing(keys, every, wants_letter, said)
    with session.workspace() as workspace:
        if wants_letter:
            email = _email(session, workspace, keys[0], said)
            _out(email, workspace, said, as_json)
            if said["text"] is None and workspace.search_over.accepted() is None:
                complain("No offer is noted as accepted; if the e-mail speaks of one, --text says otherwise.")
        elif keys or every:
            _told(_withdrawn(workspace, keys, said["note"]), as_json)
        else:
            _list(workspace.search_over.open_applications(), as_json)


def _one_thing(keys: Sequence[str], every: bool, wants_letter: bool, said: dict[str, Any]) -> None:
    """Raises UsageError where it is not clear what is to be done."""
    if keys and every:
        raise click.UsageError("Name those to withdraw, or say --all: one of the two.")
    if wants_letter and (len(keys) != 1 or said["note"] is not None):
        raise click.UsageError("--letter and --eml are for one: `bounceback withdraw acme --letter`.")
    if not wants_letter and (said["subject"] is not None or said["text"] is not None):
        raise click.UsageError("--subject and --text are words of the e-mail: say --letter or --eml, too.")
    if said["note"] is not None and not (keys or every):
        raise click.UsageError("Say which one, as in `bounceback withdraw acme`, or --all.")


def _withdrawn(workspace: Workspace, keys: Sequence[str], note: str | None) -> list[Application]:
    """Those that were open and are withdrawn now. Raises CannotDo."""
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - a list needs none

    over = workspace.search_over
    wanted = [named.application(workspace, key) for key in keys] if keys else over.open_applications()
    if not wanted:
        raise CannotDo("No application is open, so there is nothing to withdraw.")
    if note is None:
        accepted = over.accepted()
        note = f"took the offer from {accepted.company or 'another'}" if accepted else ""
    over.withdraw([one.id for one in wanted], note)
    still = dict.fromkeys(one.id for one in wanted if not one.status.ended)
    return [workspace.applications.find(key) for key in still]


def _email(session: Session, workspace: Workspace, key: str, said: dict[str, Any]) -> Email:
    """The note for one, in their own words where they were given. Raises CannotDo and UsageError."""
    from bounceback_tui.services.letters import Letters  # noqa: PLC0415 - most are withdrawn without

    application, letters = named.application(workspace, key), Letters(session.settings)
    person = workspace.tools.feedback.interviewer(application.id)
    try:
        email = letters.withdrawal(application, person, _worded(letters, said))
    except ValueError as problem:
        raise click.UsageError(str(problem)) from None
    if letters.problem:
        complain(letters.problem)
    return email


def _worded(letters: Letters, said: dict[str, Any]) -> Any:
    """The words that were given, None for the draft."""
    if said["subject"] is None and said["text"] is None:
        return None
    from bounceback_tui.domain.frozen import replace  # noqa: PLC0415 - mostly the draft does

    draft = letters.withdrawal_draft()
    text = standard_input() if said["text"] == "-" else said["text"]
    return replace(
        draft,
        subject=draft.subject if said["subject"] is None else said["subject"].strip(),
        text=draft.text if text is None or not text.strip() else text.strip(),
    )


def _out(email: Email, workspace: Workspace, said: dict[str, Any], as_json: bool) -> None:
    """Print it, or write the file. Raises CannotDo, UsageError and OSError."""
    from bounceback_tui.cli.feedback import print_email, write_email  # noqa: PLC0415 - most are without

    if said["file"] is not None:
        write_email(said["file"], email, workspace.path, said["yes"], as_json)
    elif as_json:
        print_json({"subject": email.subject, "text": email.text, "to": email.to or None})
    else:
        print_email(email)


def _told(withdrawn: Sequence[Application], as_json: bool) -> None:
    from bounceback_tui.formats.records import application_record  # noqa: PLC0415 - `--help` does without

    if as_json:
        print_json_list(map(application_record, withdrawn))
        return
    for one in withdrawn:
        print_line(f"Withdrawn: {named.who(one)}")
    tell("Nothing is sent; with --letter `bounceback withdraw` prints an e-mail that says so.")


def _list(found: Sequence[Application], as_json: bool) -> None:
    from bounceback_tui.formats.records import application_record  # noqa: PLC0415 - `--help` does without

    if as_json:
        print_json_list(map(application_record, found))
    elif found:
        print_table([line_of(one) for one in found], flexible=3)
    else:
        tell("No application is open, so there is nothing to withdraw.")


COMMANDS = (withdraw,)
"""The commands of this file."""
