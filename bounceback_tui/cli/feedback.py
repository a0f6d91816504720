"""`feedback`: the e-mail that asks for it, and what came of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli.ask import agreed
from bounceback_tui.cli.options import as_json, example
from bounceback_tui.cli.output import day_words, print_json, print_line, print_text, tell
from bounceback_tui.cli.recovery import episode_option
from bounceback_tui.cli.session import Session, pass_session

if TYPE_CHECKING:
    from datetime import date

    from bounceback_tui.domain.episode import Episode
    from bounceback_tui.domain.letter import Email
    from bounceback_tui.services.workspace import Workspace

_NEWS = ("asked", "answered", "declined", "silent")


@click.command(
    epilog=example(
        "feedback",
        "feedback --eml ask-acme.eml",
        'feedback --asked "yesterday"',
        "feedback --answered - < answer.txt",
    )
)
@episode_option
@click.option("--eml", "file", metavar="FILE", help="Write a file for mail programs; “-” is standard output.")
@click.option("--yes", is_flag=True, help="Replace FILE without asking.")
@click.option("--asked", metavar="[WHEN]", is_flag=False, flag_value="today", help="You have asked.")
@click.option("--answered", metavar="TEXT", help="They answered this; “-” reads standard input.")
@click.option("--declined", is_flag=True, help="They would rather not say.")
@click.option("--silent", is_flag=True, help="Nothing came back.")
@as_json
@pass_session
def feedback(session: Session, /, as_json: bool, **said: Any) -> None:
    """Ask for feedback: prints the e-mail that comes next, its subject first. Nothing is sent.

    Once you have asked, one reminder is due a week later. --json prints how far it is, with the remarks.
    """
    news = [name for name in _NEWS if said[name] not in (None, False)]
    if len(news) + (said["file"] is not None) > 1:
        raise click.UsageError("Say one thing at a time: --eml, --asked, --answered, --declined or --silent.")
    when = session.moment(said["asked"])
    answer = _answer(said["answered"])
    with session.workspace() as workspace:
        episode = workspace.recovery.find(said["episode"])
        email = _email(session, workspace, episode)
        if said["file"] is not None:
            _write(said["file"], email, workspace.path, said["yes"], as_json)
            return
        for name in news:
            done = _note(workspace, episode, name, when.local_date if when else None, answer, email)
        request = workspace.tools.feedback.one(episode.id)
        email = _email(session, workspace, episode)
    if as_json:
        from bounceback_tui.formats.records import feedback_record  # noqa: PLC0415 - words do without

        print_json(feedback_record(request, episode, email))
    elif news:
        print_line(done)
    else:
        print_line(email.subject)
        print_line()
        print_text(email.text)


def _email(session: Session, workspace: Workspace, episode: Episode) -> Email:
    """The e-mail that comes next."""
    from bounceback_tui.cli.output import complain  # noqa: PLC0415 - seldom is something wrong
    from bounceback_tui.services.letters import Letters  # noqa: PLC0415 - `--help` does without

    tool, letters = workspace.tools.feedback, Letters(session.settings)
    request = tool.one(episode.id)
    letter = request.next_letter(session.clock.now().local_date)
    email = letters.email(letter, episode, request, tool.interviewer(episode.application_id))
    if letters.problem:
        complain(letters.problem)
    return email
