"""An entry in full as plain lines, for eyes and for ears."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bounceback_tui.cli.output import day_of, print_line, print_text
from bounceback_tui.domain.application import STAGE_WORDS, Kind, Result
from bounceback_tui.domain.checkin import CheckIn, Relation
from bounceback_tui.domain.dates import echo
from bounceback_tui.domain.episode import SLIDERS, Attribution, Side
from bounceback_tui.domain.text import plural

if TYPE_CHECKING:
    from bounceback_tui.domain.entry import HistoryItem, Revision
    from bounceback_tui.domain.moment import Moment
    from bounceback_tui.services.journal import Shown

_WHEN = {
    Relation.ALONE: "By itself",
    Relation.BEFORE: "When starting to write",
    Relation.AFTER: "Right after writing",
    Relation.NEXT_DAY: "The next day",
}
_SIDES = {
    Side.OUTSIDE: "Outside me",
    Side.CHANGEABLE: "What I could change",
    Side.WENT_RIGHT: "What went right",
}


def print_shown(shown: Shown, now: Moment, *, told: bool = False) -> None:
    """An entry with all that was said beside it, each part under a line of its own.

    Earlier versions are only counted, and where they are `told` afterwards not even that.
    """
    item = shown.item
    print_line(item.entry.title or "(nothing written)")
    print_line(echo(item.entry.written_at, now) + (", in the trash" if item.entry.deleted else ""))
    if about := _about(item):
        print_line(about)
    if item.entry.tags:
        print_line("Tags: " + ", ".join(item.entry.tags))
    if item.entry.text and item.entry.text != item.entry.title:
        print_line()
        print_text(item.entry.text)
    if shown.checkins:
        print_line()
    for checkin in shown.checkins:
        print_line(f"{_WHEN[checkin.relation]}: {feeling_words(checkin)}")
    for side, words in _SIDES.items():
        lines = [cause.text for cause in shown.causes if cause.side is side]
        if lines:
            print_line()
            print_line(f"{words}:")
        for line in lines:
            print_line(f"- {line}")
    if shown.attribution:
        print_line()
        print_line(", ".join(_sliders(shown.attribution)) + ".")
    if shown.revisions and not told:
        times = plural(len(shown.revisions), "earlier version")
        latest = day_of(shown.revisions[0].replaced_at)
        print_line()
        print_line(f"{times}, the last change on {latest}; --versions shows them.")
    print_line()
    print_line(f"Id: {item.entry.id}")


def print_versions(revisions: Sequence[Revision], now: Moment) -> None:
    """What an entry said before, the latest first; each with the number that `restore` takes."""
    for number, one in enumerate(revisions, 1):
        print_line()
        print_line(
            f"Version {number}, until {echo(one.replaced_at, now)}: {one.title or '(nothing written)'}"
        )
        if one.tags:
            print_line("Tags: " + ", ".join(one.tags))
        if one.text and one.text != one.title:
            print_text(one.text)
    if not revisions:
        print_line()
        print_line("It never said anything else.")


def feeling_words(checkin: CheckIn) -> str:
    """ "mood 3, energy 2, shame 60"."""
    reading = checkin.reading
    parts = [
        f"{name} {value}" for name, value in (("mood", reading.mood), ("energy", reading.energy)) if value
    ]
    return ", ".join([*parts, *(f"{one.name} {one.strength}" for one in reading.feelings)])


def _about(item: HistoryItem) -> str:
    """ "Acme, Data engineer: rejected, had reached the final round"."""
    who = ", ".join(part for part in (item.company, item.role) if part)
    what = str(item.result or "")
    if (
        item.stage
        and item.stage is not Kind.APPLIED
        and item.result in (Result.REJECTED, Result.GHOSTED, Result.WITHDREW)
    ):
        what += f", had reached the {STAGE_WORDS[item.stage]}"
    return ": ".join(part for part in (who, what) if part)


def _sliders(attribution: Attribution) -> Iterator[str]:
    """Where the cause seemed to lie, as it was moved."""
    for name, (low, high) in SLIDERS.items():
        value = getattr(attribution, name)
        if value is not None:
            yield f"{low} 0 – {high} 100: {value}"
