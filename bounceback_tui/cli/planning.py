"""`plan`: when a step of the guide is to be done; it stays open."""

from __future__ import annotations

import click

from bounceback_tui.cli.options import as_json, completes, example, pass_session
from bounceback_tui.cli.output import print_json, print_line
from bounceback_tui.cli.recovery import (
    due_option,
    episode_option,
    known_step,
    planned_for,
    print_due,
    tell_news,
)
from bounceback_tui.cli.session import Session
from bounceback_tui.domain.episode import StepState


@click.command(
    epilog=example(
        'plan ask-feedback "If it is saturday 9:00, then I write the e-mail"',
        'plan agency "If I am home, I ring" --due "tuesday 9:00"',
        "plan agency --due none",
    )
)
@click.argument("step", shell_complete=completes("steps"))
@click.argument("words", metavar="[PLAN]", nargs=-1)
@episode_option
@due_option
@as_json
@pass_session
def plan(
    session: Session,
    /,
    *,
    step: str,
    words: tuple[str, ...],
    episode: str | None,
    due: str | None,
    as_json: bool,
) -> None:
    """Plan a step: “if …, then …”, and the moment it is for. STEP is its name as `steps` prints it.

    It stays open and is due then; an empty PLAN takes the plan away. `tick` says that it is done.
    """
    from bounceback_tui.formats.records import step_record  # noqa: PLC0415 - `--help` does without
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - the same

    said = " ".join(words) if words else None
    if said is None and due is None:
        raise click.UsageError(
            'PLAN is missing; write `bounceback plan agency "If it is Tuesday, then I ring"`.'
        )
    planned = planned_for(session, said, due)
    with session.workspace() as workspace:
        recovery = workspace.recovery
        found = recovery.find(episode)
        key = found.id
        section, known = known_step(recovery.guide_of(found), step)
        tell_news(workspace)
        before = recovery.ticks(key).get(known.id)
        if before and before.state is not StepState.OPEN:
            raise CannotDo(
                f"That step is {before.state} already. Nothing was changed;"
                f" `bounceback untick {known.id}` opens it."
            )
        kept = before.plan if before else ""
        ticked = recovery.set_plan(key, known.id, kept if said is None else said, planned)
    if as_json:
        print_json(step_record(section.title, known, ticked))
        return
    became = "Planned, and still open" if ticked.plan or planned else "Open, with no plan"
    print_line(f"{became}: {known.text}")
    print_due(session, planned)


COMMANDS = (plan,)
"""The commands of this file."""
