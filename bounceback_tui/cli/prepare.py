"""`prepare`: before the next interview, what may go wrong and the planned answer to each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli.named import who
from bounceback_tui.cli.options import HYPHENS, as_json, completes, example, free_words, option, pass_session
from bounceback_tui.cli.output import print_json, print_json_list, print_line, tell
from bounceback_tui.cli.session import Session
from bounceback_tui.domain.text import cut

if TYPE_CHECKING:
    from bounceback_tui.domain.application import Application
    from bounceback_tui.domain.preparation import Preparation
    from bounceback_tui.services.workspace import Workspace

_CHANGES = ("on", "setback", "answer", "drop", "discard")


@click.command(
    context_settings=HYPHENS,
    epilog=example(
        "prepare",
        'prepare acme --on "next tuesday"',
        'prepare acme --if "I lose the thread" --then "I ask for the question again"',
        'prepare acme --drop "I lose"',
    ),
)
@click.argument(
    "application",
    metavar="[APPLICATION]",
    required=False,
    callback=free_words,
    shell_complete=completes("applications"),
)
@option("--on", metavar="DATE", help="The day of the interview; “none” for none. Else that of its log.")
@option("--if", "setback", metavar="TEXT", shell_complete=completes("setbacks"), help="What may go wrong.")
@option(
    "--then",
    "answer",
    metavar="TEXT",
    help="What you do then; in place of an answer that is planned already.",
)
@option("--drop", metavar="TEXT", help="Take out the setback that begins so.")
@option("--discard", is_flag=True, help="Put all that was planned for this interview into the trash.")
@as_json
@pass_session
def prepare(session: Session, /, application: str | None, as_json: bool, **said: Any) -> None:
    """What you planned before the next interviews, the next one first; or plan for one.

    APPLICATION is a key, or the company's name or its beginning. What often happens is completed after --if.
    Today and `due` show the plans on the day before and on the day itself.
    """
    changes = _changes(application, said)
    with session.workspace() as workspace:
        if application is None:
            _list(workspace, workspace.tools.preparations.every(), as_json)
            return
        from bounceback_tui.cli.named import application as one_named  # noqa: PLC0415 - the bare list names none

        of = one_named(workspace, application)
        there = [one for one in workspace.tools.preparations.every() if one.application_id == of.id]
        if said["discard"]:
            _discard(workspace, of, there, as_json)
            return
        if changes:
            with workspace.undo.step(f"prepare for {cut(of.company, 40) or 'the next one'}"):
                there = [_planned(session, workspace, of, there, said)]
        _list(workspace, there, as_json)


def _changes(application: str | None, said: Mapping[str, Any]) -> bool:
    """Whether anything is to be changed. Raises UsageError for what does not go together."""
    given = [name for name in _CHANGES if said[name] not in (None, False)]
    if given and application is None:
        raise click.UsageError("Say for which application, such as `bounceback prepare acme --on friday`.")
    if said["answer"] is not None and said["setback"] is None:
        raise click.UsageError("--then goes with --if, which says what may go wrong.")
    if said["setback"] is not None and not said["setback"].strip():
        raise click.UsageError("--if takes a few words: what may go wrong.")
    if (said["drop"] is not None and said["setback"] is not None) or (said["discard"] and len(given) > 1):
        raise click.UsageError("--if, --drop and --discard are different things; do one after the other.")
    return bool(given)


def _planned(
    session: Session,
    workspace: Workspace,
    of: Application,
    there: list[Preparation],
    said: Mapping[str, Any],
) -> Preparation:
    """The preparation with what was said of it, made where none is ahead. Raises CannotDo and UsageError."""
    from bounceback_tui.domain.frozen import replace  # noqa: PLC0415 - `--help` does without
    from bounceback_tui.domain.preparation import Preparation, interview_ahead  # noqa: PLC0415
    from bounceback_tui.services.lookup import beginning_so  # noqa: PLC0415

    kept, now = workspace.tools.preparations, session.clock.now()
    ahead = [one for one in there if one.interview_on is None or one.interview_on >= now.local_date]
    one = next(iter(ahead), Preparation("", of.id, now, interview_ahead(of, now)))
    if said["drop"] is not None:
        one = next(iter(there), one)
        found = beginning_so(one.setbacks, lambda setback: (setback.text,), "setback", said["drop"])
        kept.drop(one.id, found)
        return kept.find(one.id)
    if said["on"] is not None:
        from bounceback_tui.cli.dates_said import day_or_none  # noqa: PLC0415 - few say a date

        one = replace(one, interview_on=day_or_none(session, said["on"]))
    if one not in ahead:
        one = kept.find(kept.prepare(one))
    if said["setback"] is not None:
        _plan(workspace, one, said["setback"], said["answer"])
    return kept.find(one.id)


def _plan(workspace: Workspace, one: Preparation, text: str, answer: str | None) -> None:
    """Plan for a setback; one that is there already only gets its answer."""
    from bounceback_tui.domain.preparation import PlannedSetback, setback_of  # noqa: PLC0415 - a list plans none

    new = setback_of(text, answer or "")
    folded = new.text.casefold()
    before = next((known for known in one.setbacks if known.text.casefold() == folded), None)
    if before is None or answer is not None:
        workspace.tools.preparations.plan(PlannedSetback(one.id, new, before))


def _discard(workspace: Workspace, of: Application, there: list[Preparation], as_json: bool) -> None:
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - seldom is one deleted

    if not there:
        raise CannotDo("Nothing is planned for that one. Nothing was changed.")
    gone = workspace.tools.preparations.remove(there[0].id)
    if as_json:
        print_json({"id": gone.id, "deleted": True})
    else:
        print_line(
            f"In the trash now: what was planned for {of.company or 'it'} (`bounceback undo` brings it back)."
        )


def _list(workspace: Workspace, found: list[Preparation], as_json: bool) -> None:
    every = {one.id: one for one in workspace.applications.every()} if found else {}
    if as_json:
        from bounceback_tui.formats.tool_records import preparation_record  # noqa: PLC0415 - plain lines do without

        print_json_list(preparation_record(one) for one in found)
        return
    from bounceback_tui.domain.calendar_terms import weekday_date  # noqa: PLC0415 - JSON does without

    for place, one in enumerate(found):
        if place:
            print_line()
        of = every.get(one.application_id)
        whose = who(of, "An application") if of else "An application"
        print_line(f"{whose}: {weekday_date(one.interview_on) if one.interview_on else 'no day yet'}")
        for setback in one.setbacks:
            print_line(setback.words, "  ")
        if not one.setbacks:
            print_line("Nothing planned yet; --if and --then do.", "  ")
    if not found:
        tell("Nothing is prepared yet; `bounceback prepare APPLICATION --if TEXT --then TEXT` begins.")


COMMANDS = (prepare,)
"""The commands of this file."""
