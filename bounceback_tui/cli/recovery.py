"""`steps`, `tick`, `untick` and `skip`: the guide's steps in one episode."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli.named import who
from bounceback_tui.cli.options import as_json, completes, example, pass_session
from bounceback_tui.cli.output import complain, print_json, print_json_list, print_line
from bounceback_tui.cli.session import Session
from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.text import did_you_mean, quoted

if TYPE_CHECKING:
    from bounceback_tui.domain.due import PlannedFor
    from bounceback_tui.domain.episode import Episode, Tick
    from bounceback_tui.domain.guide import Guide, Section, Step
    from bounceback_tui.domain.moment import Moment
    from bounceback_tui.formats.records import Record
    from bounceback_tui.services.workspace import Workspace

episode_option = click.option(
    "--episode",
    metavar="ID",
    shell_complete=completes("episodes"),
    help="Which rejection it is about; without it the latest that is open.",
)
note_option = click.option("--note", metavar="TEXT", help="A note with the step.")
plan_option = click.option(
    "--plan", metavar="TEXT", help="An if-then plan: “if it is Tuesday 9:00, then I write the e-mail”."
)
due_option = click.option(
    "--due",
    metavar="WHEN",
    help="The moment of the plan, such as “tuesday 9:00”; “none” for none. Without it, the one that the plan"
    " begins with.",
)

_DID = {StepState.DONE: "tick", StepState.NOT_FOR_ME: "set aside", StepState.OPEN: "open again"}
"""What was done, in words."""


@click.command(epilog=example("steps", "steps --json"))
@episode_option
@as_json
@pass_session
def steps(session: Session, episode: str | None, as_json: bool) -> None:
    """The guide's steps after a rejection, and what became of each."""
    from bounceback_tui.domain.guide import progress  # noqa: PLC0415 - `--help` does without
    from bounceback_tui.formats.records import step_records  # noqa: PLC0415

    with session.workspace() as workspace:
        found = workspace.recovery.find(episode)
        guide, ticks = workspace.recovery.guide_of(found), workspace.recovery.ticks(found.id)
        tell_news(workspace)
    records = step_records(guide, ticks)
    if as_json:
        return print_json_list(records)
    now = session.clock.now()
    print_line(_title(found, (now.local_date - found.began).days))
    for section in guide.sections:
        count = progress(section, ticks)
        print_line()
        print_line(f"{section.title}: {count.done} of {count.counted} done")
        for record in records:
            if record["id"] in [step.id for step in section.steps]:
                _print_step(record, _due(ticks.get(str(record["id"])), now))
    return None


@click.command(epilog=example("tick ask-feedback --helped", 'tick say-thanks --note "Sent on Monday"'))
@click.argument("step", shell_complete=completes("steps"))
@episode_option
@note_option
@click.option("--plan", metavar="TEXT", hidden=True)
@click.option("--due", metavar="WHEN", hidden=True)
@click.option("--helped/--not-helped", default=None, help="Whether it helped, said afterwards.")
@as_json
@pass_session
def tick(session: Session, /, **said: Any) -> None:
    """A step is done. STEP is its name as `steps` prints it; `plan` is for one that you will do."""
    if said["plan"] is not None or said["due"] is not None:
        raise click.UsageError(
            "What is planned is still to be done, so nothing was ticked;"
            ' `bounceback plan STEP "if …, then …" --due WHEN` plans it.'
        )
    _set(session, StepState.DONE, "Done", **said)


@click.command(epilog=example("untick ask-feedback"))
@click.argument("step", shell_complete=completes("steps"))
@episode_option
@note_option
@plan_option
@due_option
@as_json
@pass_session
def untick(session: Session, /, **said: Any) -> None:
    """A step is open again. STEP is its name as `steps` prints it."""
    _set(session, StepState.OPEN, "Open", **said)


@click.command(epilog=example("skip agency"))
@click.argument("step", shell_complete=completes("steps"))
@episode_option
@note_option
@plan_option
@due_option
@as_json
@pass_session
def skip(session: Session, /, **said: Any) -> None:
    """A step is not for me, and does not count. STEP is its name as `steps` prints it."""
    _set(session, StepState.NOT_FOR_ME, "Not for me", **said)


def _set(
    session: Session,
    state: StepState,
    word: str,
    *,
    step: str,
    episode: str | None,
    note: str | None,
    plan: str | None,
    due: str | None,
    as_json: bool,
    helped: bool | None = None,
) -> None:
    """Give a step its state, and a note and plan where they were said; all of it or nothing."""
    from bounceback_tui.formats.records import step_record  # noqa: PLC0415 - `--help` does without

    planned = planned_for(session, plan, due)
    with session.workspace() as workspace:
        recovery = workspace.recovery
        found = recovery.find(episode)
        key = found.id
        section, known = known_step(recovery.guide_of(found), step)
        tell_news(workspace)
        with workspace.undo.step(f"{_DID[state]} {quoted(known.text)}"):
            recovery.set_state(key, known.id, state)
            if note is not None:
                recovery.set_note(key, known.id, note)
            if plan is not None or due is not None:
                before = recovery.ticks(key)[known.id]
                recovery.set_plan(key, known.id, before.plan if plan is None else plan, planned)
            if helped is not None:
                recovery.set_helped(key, known.id, helped)
        ticked = recovery.ticks(key)[known.id]
    if as_json:
        print_json(step_record(section.title, known, ticked))
        return
    print_line(f"{word}: {known.text}")
    print_due(session, planned)


def planned_for(session: Session, plan: str | None, due: str | None) -> PlannedFor | None:
    """The moment that a plan is for: the one that was said, else the one that the plan begins with."""
    if due is not None:
        from bounceback_tui.cli import dates_said  # noqa: PLC0415 - most steps have no day

        return dates_said.due(session, due)
    if not plan:
        return None
    from bounceback_tui.domain.due_dates import due_in  # noqa: PLC0415 - most steps are ticked without a plan

    return due_in(plan, session.clock.now(), session.clock.zone, session.date_order)


def print_due(session: Session, planned: PlannedFor | None) -> None:
    """The moment that a plan is for, as it was understood; nothing where there is none."""
    if planned:
        from bounceback_tui.domain.due_dates import echo_due  # noqa: PLC0415 - most steps have no day

        print_line(f"The plan is for {echo_due(planned, session.clock.now())}.")


def tell_news(workspace: Workspace) -> None:
    """What is to be said of a guide that cannot be used, on standard error."""
    for sentence in workspace.guides.news():
        complain(sentence)


def known_step(guide: Guide, said: str) -> tuple[Section, Step]:
    """The step of that name with its section. Raises CannotDo, naming the nearest."""
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - `--help` does without

    every = [(section, step) for section in guide.sections for step in section.steps]
    for section, step in every:
        if step.id == said.strip().casefold():
            return section, step
    hint = did_you_mean(said, [step.id for _, step in every], "`bounceback steps` lists them.")
    raise CannotDo(f"There is no step {quoted(said)}; {hint}")


def _title(episode: Episode, days: int) -> str:
    """ "Acme, Data engineer: rejected 4 days ago"."""
    from bounceback_tui.domain.text import plural  # noqa: PLC0415 - JSON does without

    ago = "today" if days == 0 else f"{plural(days, 'day')} ago"
    return f"{who(episode, 'An application')}: {episode.kind} {ago}"


def _due(tick: Tick | None, now: Moment) -> str:
    """ "Tue 24 Nov 2026 (tomorrow), 09:00", or nothing."""
    if not (tick and tick.due_on):
        return ""
    from bounceback_tui.domain.due import PlannedFor  # noqa: PLC0415 - most steps have no day
    from bounceback_tui.domain.due_dates import echo_due  # noqa: PLC0415 - the same

    return echo_due(PlannedFor(tick.due_on, tick.due_time), now)


def _print_step(record: Record, due: str) -> None:
    """State and name on a line, what it says under it."""
    print_line(f"{record['id']} ({record['state']})", "  ")
    for text in (record["text"], *(f"{name}: {record[name]}" for name in ("note", "plan") if record[name])):
        print_line(text, "      ")
    if due:
        print_line(f"due: {due}", "      ")
    if record["helped"] is not None and record["state"] == StepState.DONE:
        print_line("it helped" if record["helped"] else "it did not help", "      ")


COMMANDS = (steps, tick, untick, skip)
"""The commands of this file."""
