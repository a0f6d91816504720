"""`thoughts`: harsh thoughts with their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli import values
from bounceback_tui.cli.options import HYPHENS, as_json, completes, example, free_words, pass_session
from bounceback_tui.cli.output import day_of, print_json_list, print_saved, print_table, tell
from bounceback_tui.cli.session import Session
from bounceback_tui.cli.tools import print_deleted

if TYPE_CHECKING:
    from bounceback_tui.domain.thought import ThoughtRecord
    from bounceback_tui.services.workspace import Workspace


_BELIEF = values.through(values.belief)


@click.command(
    context_settings=HYPHENS,
    epilog=example(
        "thoughts",
        'thoughts "I am always second" --belief 80',
        'thoughts --change "I am always" --fairer "Twice, out of nine" --belief-after 30',
    ),
)
@click.argument("thought", nargs=-1, callback=free_words)
@click.option("--belief", metavar="0-100", callback=_BELIEF, help="How true it feels.")
@click.option("--for", "evidence_for", metavar="TEXT", help="What speaks for it.")
@click.option("--against", "evidence_against", metavar="TEXT", help="What speaks against it.")
@click.option("--trap", "traps", metavar="NAME", multiple=True, help="A thinking trap; may be given again.")
@click.option("--fairer", metavar="TEXT", help="A fairer thought.")
@click.option("--belief-after", metavar="0-100", callback=_BELIEF, help="How true the first feels then.")
@click.option(
    "--change",
    metavar="ID",
    shell_complete=completes("thoughts"),
    help="Go on with this one; ID may be its first words.",
)
@click.option(
    "--delete", metavar="ID", shell_complete=completes("thoughts"), help="Put this one into the trash."
)
@as_json
@pass_session
def thoughts(session: Session, /, thought: tuple[str, ...], as_json: bool, **said: Any) -> None:
    """The harsh thoughts that you looked at, those not answered first; with THOUGHT, write one down.

    Only the thought is needed; --change takes it up again, and so does the app. Evidence for such work
    (r = .35) is with a therapist; what it does alone is not known.
    """
    from bounceback_tui.formats.records import thought_record  # noqa: PLC0415 - `--help` does without

    words = " ".join(thought).strip()
    change, delete = said.pop("change"), said.pop("delete")
    if delete is not None and (change is not None or words):
        raise click.UsageError("--delete goes with nothing else.")
    if words or change is not None:
        with session.workspace(makes=change is None) as workspace:
            record = _kept(workspace, words, said, change)
        print_saved(thought_record(record), as_json)
        if not as_json:
            tell(f"Kept: {record.thought}")
        return
    if delete is not None:
        with session.workspace() as workspace:
            gone = _meant(workspace, delete)
            workspace.tools.thoughts.delete(gone)
        print_deleted(gone.id, gone.thought, as_json)
        return
    if any(value not in (None, "", ()) for value in said.values()):
        raise click.UsageError(
            'The thought itself is missing; write `bounceback thoughts "I am always second"`.'
        )
    with session.workspace() as workspace:
        found = workspace.tools.thoughts.every()
    if as_json:
        print_json_list(thought_record(one) for one in found)
    elif found:
        print_table([_thought_line(one) for one in found], flexible=3)
    else:
        tell("There is no thought record yet; `bounceback thoughts TEXT` begins one.")


def _kept(workspace: Workspace, words: str, said: dict[str, Any], change: str | None) -> ThoughtRecord:
    """A new record, or the one that is changed, with what was said of it. Raises CannotDo."""
    from bounceback_tui.domain.frozen import replace  # noqa: PLC0415 - a list changes none
    from bounceback_tui.domain.ids import new_id  # noqa: PLC0415
    from bounceback_tui.domain.thought import ThoughtRecord, same_trap  # noqa: PLC0415

    service, now = workspace.tools.thoughts, workspace.clock.now()
    record = ThoughtRecord(new_id(now.utc), now, words) if change is None else _meant(workspace, change)
    known = service.traps() if said["traps"] else []
    traps = [trap.name if (trap := same_trap(name, known)) else name.strip() for name in said["traps"]]
    texts = {name: said[name] for name in ("evidence_for", "evidence_against", "fairer")}
    beliefs = {"belief_before": said["belief"], "belief_after": said["belief_after"]}
    new: dict[str, Any] = {name: text.strip() for name, text in texts.items() if text is not None}
    new |= {name: belief for name, belief in beliefs.items() if belief is not None}
    record = replace(
        record,
        thought=words or record.thought,
        traps=tuple(dict.fromkeys((*record.traps, *filter(None, traps)))),
        **new,
    )
    service.put(record)
    return record


def _meant(workspace: Workspace, said: str) -> ThoughtRecord:
    """The record whose key begins so, or else whose thought does; "-1" is the latest. Raises CannotDo."""
    from bounceback_tui.services.lookup import back_from_latest, latest, one_meant, only  # noqa: PLC0415 - as above

    every = sorted(workspace.tools.thoughts.every(), key=lambda one: one.id, reverse=True)

    def find(key: str) -> ThoughtRecord:
        place = back_from_latest(key)
        if place is not None:
            return latest(every[place : place + 1], len(every), "thought record")
        wanted = key.strip().upper()
        return only([one for one in every if one.id.startswith(wanted)], "thought record", key)

    return one_meant(every, said, find, lambda one: one.thought, "thought record")


def _thought_line(record: ThoughtRecord) -> tuple[str, ...]:
    """Day, how far it got, how true it felt and feels, and the thought."""
    said = (("belief", record.belief_before), ("then", record.belief_after))
    beliefs = ", ".join(f"{word} {one}" for word, one in said if one is not None)
    state = "answered" if record.finished else "begun"
    return day_of(record.written_at), state, beliefs, record.thought


COMMANDS = (thoughts,)
"""The commands of this file."""
