"""`thoughts`: harsh thoughts with their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli import values
from bounceback_tui.cli.options import HYPHENS, as_json, example, free_words
from bounceback_tui.cli.output import print_json, print_json_list, print_table, tell
from bounceback_tui.cli.session import Session, pass_session

if TYPE_CHECKING:
    from bounceback_tui.domain.thought import ThoughtRecord
    from bounceback_tui.services.workspace import Workspace


_BELIEF = values.through(values.belief)


@click.command(
    context_settings=HYPHENS,
    epilog=example("thoughts", 'thoughts "I am always second" --belief 80 --fairer "Twice, out of nine"'),
)
@click.argument("thought", nargs=-1, callback=free_words)
@click.option("--belief", metavar="0-100", callback=_BELIEF, help="How true it feels.")
@click.option("--for", "evidence_for", metavar="TEXT", default="", help="What speaks for it.")
@click.option("--against", "evidence_against", metavar="TEXT", default="", help="What speaks against it.")
@click.option("--trap", "traps", metavar="NAME", multiple=True, help="A thinking trap; may be given again.")
@click.option("--fairer", metavar="TEXT", default="", help="A fairer thought.")
@click.option("--belief-after", metavar="0-100", callback=_BELIEF, help="How true the first feels then.")
@as_json
@pass_session
def thoughts(session: Session, /, thought: tuple[str, ...], as_json: bool, **said: Any) -> None:
    """The harsh thoughts that you looked at, those not answered first; with THOUGHT, write one down.

    Only the thought is needed; the app takes it up again. Evidence for such work (r = .35) is with a
    therapist; what it does alone is not known.
    """
    from bounceback_tui.formats.records import thought_record  # noqa: PLC0415 - `--help` does without

    words = " ".join(thought).strip()
    if words:
        with session.workspace(makes=True) as workspace:
            record = _kept(workspace, words, said)
        print_json(thought_record(record))
        return
    if any(value not in (None, "", ()) for value in said.values()):
        raise click.UsageError(
            "The thought itself is missing; write: bounceback thoughts “I am always second”."
        )
    with session.workspace() as workspace:
        found = workspace.tools.thoughts.every()
    if as_json:
        print_json_list(thought_record(one) for one in found)
    elif found:
        print_table([_thought_line(one) for one in found], flexible=3)
    else:
        tell("There is no thought record yet; “bounceback thoughts TEXT” begins one.")


def _kept(workspace: Workspace, words: str, said: dict[str, Any]) -> ThoughtRecord:
    """A new record with what was said of it. Raises StorageError."""
    from bounceback_tui.domain.ids import new_id  # noqa: PLC0415 - a list makes no keys
    from bounceback_tui.domain.thought import ThoughtRecord, same_trap  # noqa: PLC0415

    service, now = workspace.tools.thoughts, workspace.clock.now()
    known = service.traps() if said["traps"] else []
    traps = [trap.name if (trap := same_trap(name, known)) else name.strip() for name in said["traps"]]
    record = ThoughtRecord(
        new_id(now.utc),
        now,
        words,
        belief_before=said["belief"],
        evidence_for=said["evidence_for"].strip(),
        evidence_against=said["evidence_against"].strip(),
        traps=tuple(dict.fromkeys(filter(None, traps))),
        fairer=said["fairer"].strip(),
        belief_after=said["belief_after"],
    )
    service.put(record)
    return record


def _thought_line(record: ThoughtRecord) -> tuple[str, ...]:
    """Day, belief before and after, how far it got, and the thought."""
    before, after = ("–" if one is None else str(one) for one in (record.belief_before, record.belief_after))
    state = "answered" if record.finished else "begun"
    return record.written_at.local_date.isoformat(), f"{before} → {after}", state, record.thought


COMMANDS = (thoughts,)
"""The commands of this file."""
