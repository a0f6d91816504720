"""`check-ins`: how it felt, a line each; `edit`, `delete` and `restore` take their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bounceback_tui.cli.options import USUAL_LIMIT, as_json, example, limit_option, pass_session
from bounceback_tui.cli.output import (
    day_of,
    print_json,
    print_json_list,
    print_line,
    print_table,
    short_key,
    tell,
)
from bounceback_tui.cli.reading import feeling_words
from bounceback_tui.cli.session import Session
from bounceback_tui.domain.checkin import NOTHING_READ, CheckIn, Reading
from bounceback_tui.formats.records import checkin_record

if TYPE_CHECKING:
    from bounceback_tui.services.workspace import Workspace

_MOST = 1_000_000
"""Check-ins; more than anybody makes."""


@click.command(
    "check-ins", epilog=example("check-ins", "check-ins --limit 0 --json", "edit 01KB2J8M3F --mood 4")
)
@limit_option
@as_json
@pass_session
def check_ins(session: Session, limit: int | None, as_json: bool) -> None:
    """How you felt, the latest first: day, key, mood, energy and feelings.

    `edit ID --mood 4` corrects one, `delete ID` puts it into the trash and `restore ID` takes it out.
    """
    if limit is None and not as_json:
        limit = USUAL_LIMIT
    with session.workspace() as workspace:
        found = workspace.versions.checkins(limit or _MOST)
    if as_json:
        print_json_list(checkin_record(one) | {"entry": one.entry_id} for one in found)
    elif found:
        print_table([_line(one) for one in found], flexible=2)
    else:
        tell("There is no check-in yet; `bounceback mood 5` makes one.")


def change(workspace: Workspace, found: CheckIn, said: Reading, as_json: bool) -> None:
    """Let a check-in say something else of what was said; the rest stays. Raises CannotDo."""
    from bounceback_tui.domain.outcome import Felt  # noqa: PLC0415 - a list changes nothing

    reading = changed_reading(found.reading, said)
    workspace.versions.feel_otherwise(Felt(found.id, reading))
    now = workspace.versions.checkin(found.id)
    changed = now.reading != found.reading
    if as_json:
        print_json(checkin_record(now) | {"changed": changed})
    else:
        print_line(f"{'Saved' if changed else 'Nothing was changed'}: {feeling_words(now)}")


def delete(workspace: Workspace, found: CheckIn, as_json: bool) -> None:
    """Put a check-in into the trash. Raises CannotDo."""
    workspace.versions.delete_checkin(found.id)
    if as_json:
        print_json(checkin_record(found) | {"deleted": True})
    else:
        words = f"{day_of(found.felt_at)}, {feeling_words(found)}"
        print_line(f"In the trash now: {words} (`bounceback restore {short_key(found.id)}`).")


def changed_reading(old: Reading, said: Reading) -> Reading:
    """A reading with what was said of it anew; feelings that were not named stay."""
    if said == NOTHING_READ:
        return old
    feelings = tuple({one.name: one for one in (*old.feelings, *said.feelings)}.values())
    mood = old.mood if said.mood is None else said.mood
    return Reading(mood, old.energy if said.energy is None else said.energy, feelings)


def _line(checkin: CheckIn) -> tuple[str, ...]:
    """Day and time, key, what it says, and what it belongs to."""
    at = checkin.felt_at
    said = " · ".join(filter(None, (feeling_words(checkin), checkin.relation.words)))
    return f"{day_of(at)} {at.local:%H:%M}", short_key(checkin.id), said


COMMANDS = (check_ins,)
"""The commands of this file."""
