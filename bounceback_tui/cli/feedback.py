"""`feedback`: the e-mail that asks for it, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli.export import target_file
from bounceback_tui.cli.options import as_json, example, files, pass_session, standard_input
from bounceback_tui.cli.output import complain, print_file, print_json, print_line, print_text, tell
from bounceback_tui.cli.recovery import episode_option
from bounceback_tui.cli.remarks import about_remarks, keep_remarks, remark_options
from bounceback_tui.cli.session import Session
from bounceback_tui.domain.calendar_terms import weekday_date
from bounceback_tui.domain.feedback import FeedbackState
from bounceback_tui.domain.letter import Letter
from bounceback_tui.files import write_privately
from bounceback_tui.services.errors import CannotDo

if TYPE_CHECKING:
    from bounceback_tui.domain.episode import Episode
    from bounceback_tui.domain.guide import Guide
    from bounceback_tui.domain.letter import Email
    from bounceback_tui.domain.moment import Moment
    from bounceback_tui.services.workspace import Workspace

_NEWS = ("asked", "answered", "declined", "silent", "reminded", "let_be", "thanked")


@click.command(
    epilog=example(
        "feedback",
        "feedback --eml ask-acme.eml",
        'feedback --asked "yesterday"',
        "feedback --answered - < answer.txt",
        "feedback --sort",
        'feedback --gap "More SQL, please" --theme depth',
    )
)
@episode_option
@click.option(
    "--eml",
    "file",
    metavar="FILE",
    shell_complete=files,
    help="Write a file for mail programs, or a .txt; “-” is standard output.",
)
@click.option("--yes", is_flag=True, help="Replace FILE without asking.")
@click.option("--asked", metavar="[WHEN]", is_flag=False, flag_value="today", help="You have asked.")
@click.option("--answered", metavar="TEXT", help="They answered this; “-” reads standard input.")
@click.option("--declined", is_flag=True, help="They would rather not say.")
@click.option("--silent", is_flag=True, help="Nothing came back.")
@click.option("--reminded", is_flag=True, help="You have reminded them; there is no other reminder.")
@click.option("--let-be", is_flag=True, help="No reminder.")
@click.option("--thanked", is_flag=True, help="You have thanked them.")
@remark_options
@as_json
@pass_session
def feedback(session: Session, /, as_json: bool, **said: Any) -> None:
    """Ask for feedback: prints the e-mail that comes next, its subject first. Nothing is sent.

    Once you have asked, one reminder is due a week later. Then the e-mail is the reminder, and after an
    answer the thanks. --sort asks what each sentence of an answer is about. --json prints how far it has
    got, with the remarks.
    """
    news = [name for name in _NEWS if said[name] not in (None, False)]
    remarks = about_remarks(said)
    if len(news) + (said["file"] is not None) + remarks > 1:
        known = ", ".join(f"--{name.replace('_', '-')}" for name in _NEWS)
        raise click.UsageError(f"Say one thing at a time: --eml, {known}, or what becomes a remark.")
    asked = session.moment(said["asked"])
    answer = standard_input() if said["answered"] == "-" else said["answered"] or ""
    with session.workspace() as workspace:
        episode = workspace.recovery.find(said["episode"])
        next_email = _letters(session, workspace, episode)
        if said["file"] is not None:
            write_email(said["file"], next_email(), workspace.path, said["yes"], as_json)
            return
        words = ""
        if news:
            email = next_email(Letter.ASK)
            words = _note(workspace, episode, news[0], asked=asked, answer=answer, email=email)
        elif remarks:
            words = keep_remarks(workspace, episode, said)
        request, email = workspace.tools.feedback.one(episode.id), next_email()
    if as_json:
        from bounceback_tui.formats.records import feedback_record  # noqa: PLC0415 - words do without

        print_json(feedback_record(request, email))
    elif words:
        print_line(words)
    else:
        print_email(email)
        if not session.settings.name:
            tell("No name stands below it yet; `name` in config.toml signs it.")


def _letters(session: Session, workspace: Workspace, episode: Episode) -> Callable[..., Email]:
    """What makes an e-mail, as things stand then: the one that comes next unless said."""
    from bounceback_tui.services.letters import Letters  # noqa: PLC0415 - `--help` does without

    tool, letters = workspace.tools.feedback, Letters(session.settings)

    def email(letter: Letter | None = None) -> Email:
        request = tool.one(episode.id)
        wanted = letter or request.next_letter(session.clock.now().local_date)
        return letters.email(wanted, episode, request, tool.interviewer(episode.application_id))

    email()
    if letters.problem:
        complain(letters.problem)
    return email


def _note(
    workspace: Workspace, episode: Episode, news: str, *, asked: Moment | None, answer: str, email: Email
) -> str:
    """Keep what is new; what is said of it. Raises CannotDo."""
    tool, guide = workspace.tools.feedback, workspace.recovery.guide_of(episode)
    ticked = False
    match news:
        case "asked":
            ticked = tool.asked(episode.id, asked.local_date if asked else None, email, guide)
            request = tool.one(episode.id)
            waits = request.state is FeedbackState.ASKED and request.follow_up_on
            words = f"Noted; one reminder is due on {weekday_date(waits)}." if waits else "Noted."
        case "answered":
            tool.answered(episode.id, answer)
            words = "The answer is kept. `bounceback feedback --sort` makes remarks of its lines."
        case "declined":
            tool.declined(episode.id)
            words = "Noted: they would rather not say."
        case "thanked":
            ticked = _thanked(workspace, episode, guide)
            words = "Noted: you thanked them."
        case "reminded" | "let_be":
            words = _reminder(workspace, episode, news)
        case _:
            tool.silent(episode.id)
            words = "Noted: nothing came back."
    return f"{words} Its step in the guide is ticked, too." if ticked else words


def _reminder(workspace: Workspace, episode: Episode, news: str) -> str:
    """The one reminder was sent, or is left; what is said of it. CannotDo where none is to be sent."""
    tool = workspace.tools.feedback
    request = tool.one(episode.id)
    if request.state is not FeedbackState.ASKED or request.followed_up_on:
        raise CannotDo("No answer is waited for that they could be reminded of. Nothing was changed.")
    if news == "let_be":
        tool.leave_follow_up(episode.id)
        return "No reminder, then."
    tool.followed_up(episode.id)
    return "Noted; that was the one reminder."


def _thanked(workspace: Workspace, episode: Episode, guide: Guide) -> bool:
    """They were thanked; whether the step for it was ticked. CannotDo without an answer."""
    tool = workspace.tools.feedback
    if tool.one(episode.id).state not in (FeedbackState.ANSWERED, FeedbackState.DECLINED):
        raise CannotDo(
            "Thanks come after an answer; --answered or --declined notes one. Nothing was changed."
        )
    return tool.thanked(episode.id, guide)


def print_email(email: Email) -> None:
    """Its subject first, then an empty line and the text."""
    print_line(email.subject)
    print_line()
    print_text(email.text)


def write_email(name: str, email: Email, journal: Path, yes: bool, as_json: bool) -> None:
    """Write the e-mail as a file. Raises CannotDo, UsageError and OSError."""
    from bounceback_tui.formats.email_file import (  # noqa: PLC0415 - loads half of the mail package
        is_plain,
        written,
    )

    if name == "-":
        if as_json:
            raise click.UsageError("An e-mail is no JSON; leave --json out, or name a file with --eml.")
        print_file(written(email, ""))
        return
    target = target_file(Path(name), journal, yes)
    write_privately(target, written(email, target.name))
    if as_json:
        print_json({"file": str(target)})
    else:
        opens = "" if is_plain(target.name) else "; your mail program opens it"
        complain(f"The e-mail is in {target} now{opens}.")


COMMANDS = (feedback,)
"""The commands of this file."""
