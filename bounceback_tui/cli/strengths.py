"""`strengths`: what speaks for somebody, with who said so; one of it may be pinned to Today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli.options import HYPHENS, as_json, completes, example, free_words, option, pass_session
from bounceback_tui.cli.output import print_json, print_json_list, print_line, print_saved, tell
from bounceback_tui.cli.session import Session

if TYPE_CHECKING:
    from bounceback_tui.domain.episode import Episode
    from bounceback_tui.domain.strength import Strength
    from bounceback_tui.services.strengths import Strengths


@click.command(
    context_settings=HYPHENS,
    epilog=example(
        "strengths", 'strengths "I listen to the end"', 'strengths --pin "I listen"', "strengths --unpin"
    ),
)
@click.argument("text", nargs=-1, callback=free_words)
@option("--pin", metavar="TEXT", shell_complete=completes("strengths"), help="Let Today show what begins so.")
@option("--unpin", is_flag=True, help="Let Today show none.")
@option(
    "--drop",
    metavar="TEXT",
    shell_complete=completes("strengths"),
    help="Take out what begins so: one of your own, or of what went right this time.",
)
@as_json
@pass_session
def strengths(session: Session, /, text: tuple[str, ...], as_json: bool, **said: Any) -> None:
    """What speaks for you, with who said so; what several employers named comes first.

    With TEXT, note one of your own. One may be pinned, in the place of any other.
    """
    words = " ".join(text).strip()
    ways = [bool(words), said["pin"] is not None, said["unpin"], said["drop"] is not None]
    if sum(ways) > 1:
        raise click.UsageError("Say one thing at a time: TEXT of your own, --pin, --unpin or --drop.")
    with session.workspace(makes=bool(words)) as workspace:
        kept = workspace.tools.strengths
        if words:
            added = kept.add(words)
            print_saved({"id": added.id}, as_json)
            if not as_json:
                tell(f"Noted: {added.text}")
            return
        latest = next(iter(workspace.recovery.episodes()), None)
        if any(ways):
            _print_one(_changed(kept, latest, said), as_json)
            return
        found = kept.every(latest)
    if as_json:
        from bounceback_tui.formats.records import strength_record  # noqa: PLC0415 - plain lines do without

        print_json_list(strength_record(one) for one in found)
    for one in () if as_json else found:
        print_line(_line(one))
    if not (found or as_json):
        tell("Nothing yet; what employers name comes by itself, `bounceback strengths TEXT` adds your own.")


def _changed(kept: Strengths, latest: Episode | None, said: dict[str, Any]) -> tuple[str, Strength]:
    """Pin one, take it off or take it out; what was done to it. Raises CannotDo."""
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - a list changes nothing
    from bounceback_tui.services.lookup import beginning_so  # noqa: PLC0415

    every = kept.every(latest)
    pinned = next((one for one in every if one.pinned), None)
    if said["unpin"]:
        if pinned is None:
            raise CannotDo("Nothing is pinned. Nothing was changed.")
        kept.turn_pin(pinned, latest)
        return "No longer on Today", pinned
    beginning = said["drop"] if said["pin"] is None else said["pin"]
    found = beginning_so(every, lambda one: (one.text, one.quote), "strength", beginning)
    if said["drop"] is not None:
        kept.remove(found, latest)
        return "Taken out", found
    if not found.pinned:
        kept.turn_pin(found, latest)
    return "On Today now", next(one for one in kept.every(latest) if one.pinned)


def _print_one(done: tuple[str, Strength], as_json: bool) -> None:
    what, strength = done
    if as_json:
        from bounceback_tui.formats.records import strength_record  # noqa: PLC0415 - plain lines do without

        print_json(strength_record(strength))
    else:
        print_line(f"{what}: {strength.text}")


def _line(strength: Strength) -> str:
    """ "calm (Acme, Zed · 2 employers)"."""
    quote = f": “{strength.quote}”" if strength.words == strength.quote else ""
    return f"{strength.text}{quote} ({strength.who}){', pinned' if strength.pinned else ''}"


COMMANDS = (strengths,)
"""The commands of this file."""
