"""What was typed, as values of the domain; what cannot be one is refused with the nearest that can."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

import click

from bounceback_tui.domain.text import cut, did_you_mean, loosely, quoted

if TYPE_CHECKING:
    from bounceback_tui.domain.application import Kind, Result, Source
    from bounceback_tui.domain.checkin import Feeling
    from bounceback_tui.domain.focus import Answer, FocusKind
    from bounceback_tui.domain.lead import LeadKind

NONE = "none"
"""Said in place of a value: there is none, or nothing is known of it any more."""

SOURCES = ("referral", "agency", "job-board", "company-site", "recruiter", "other")
"""Where an application came from, as it is typed; `Source` has the words."""

OURS = "ours"
"""What the guide that comes with the program is called."""

Word = TypeVar("Word", bound=StrEnum)
Value = TypeVar("Value")


def number(text: str, what: str, known: range) -> int:
    """A whole number within `known`. Raises UsageError."""
    low, high = known[0], known[-1]
    try:
        value = int(text)
    except ValueError:
        raise click.UsageError(
            f"{what} is a number from {low} to {high}, and {quoted(text)} is none."
        ) from None
    if value not in known:
        near, said = min(max(value, low), high), cut(text, 40)
        raise click.UsageError(f"{what} runs from {low} to {high}, not {said}; the nearest is {near}.")
    return value


def mood(text: str) -> int:
    """A mood, 1–9. Raises UsageError."""
    from bounceback_tui.domain.checkin import SCALE  # noqa: PLC0415 - a list reads none

    return number(text, "Mood", SCALE)


def energy(text: str) -> int:
    """An energy, 1–9. Raises UsageError."""
    from bounceback_tui.domain.checkin import SCALE  # noqa: PLC0415 - as above

    return number(text, "Energy", SCALE)


def days(text: str) -> int:
    """A forecast in days, which may be said in words. Raises UsageError."""
    from bounceback_tui.domain.day_count import LONGEST_FORECAST, days_meant  # noqa: PLC0415 - as above

    meant = days_meant(text)
    if meant is None and not text.strip().removeprefix("-").isdecimal():
        raise click.UsageError(f"A number of days would do, such as 14 or “two weeks”, not {quoted(text)}.")
    return number(text if meant is None else str(meant), "A forecast in days", range(LONGEST_FORECAST + 1))


def belief(text: str) -> int:
    """How true something feels, 0–100. Raises UsageError."""
    from bounceback_tui.domain.checkin import STRENGTH  # noqa: PLC0415 - as above

    return number(text, "Belief", STRENGTH)


def feeling(text: str) -> Feeling:
    """ "shame=60" as a feeling. Raises UsageError."""
    from bounceback_tui.domain.checkin import STRENGTH, Feeling  # noqa: PLC0415 - as above

    name, sign, strength = text.rpartition("=")
    name = " ".join(name.split())
    if not sign or not name:
        raise click.UsageError(
            f"A feeling takes a name and a strength, such as shame=60, not {quoted(text)}."
        )
    return Feeling(name, number(strength, "The strength of a feeling", STRENGTH))


def feelings(texts: Sequence[str]) -> tuple[Feeling, ...]:
    """Several of them. Raises UsageError."""
    return tuple(feeling(text) for text in texts)


def stage(text: str) -> Kind:
    """A stage of an application, also as a noun ("final round"). Raises UsageError."""
    from bounceback_tui.domain.application import STAGE_WORDS, STAGES, Kind  # noqa: PLC0415 - seldom said

    nouns = {words: stage for stage, words in STAGE_WORDS.items()} | {"phone screen": Kind.SCREEN}
    return nouns.get(loosely(text)) or _word(text, "stage", STAGES)


def kind(text: str) -> Kind:
    """What can happen to an application. Raises UsageError."""
    from bounceback_tui.domain.application import STAGES, Kind  # noqa: PLC0415 - seldom said

    try:
        return stage(text)
    except click.UsageError:
        return _word(text, "kind of event", (*STAGES, *(one for one in Kind if one not in STAGES)))


def result(text: str) -> Result:
    """How an outcome turned out. Raises UsageError."""
    from bounceback_tui.domain.application import Result  # noqa: PLC0415 - seldom said

    return _word(text, "result", tuple(Result))


def source(text: str) -> Source:
    """Where an application came from. Raises UsageError."""
    from bounceback_tui.domain.application import Source  # noqa: PLC0415 - seldom said

    return _word(text, "source", tuple(Source))


def lead_kind(text: str) -> LeadKind:
    """What somebody can branch out to. Raises UsageError."""
    from bounceback_tui.domain.lead import LeadKind  # noqa: PLC0415 - seldom said

    return _word(text, "kind of lead", tuple(LeadKind))


def focus_kind(text: str) -> FocusKind:
    """How much a point of the focus matters. Raises UsageError."""
    from bounceback_tui.domain.focus import FocusKind  # noqa: PLC0415 - seldom said

    return _word(text, "kind of point", tuple(FocusKind))


def posting_answer(text: str) -> Answer:
    """What a posting says to a point; the first letters are enough. Raises UsageError."""
    from bounceback_tui.domain.focus import Answer  # noqa: PLC0415 - seldom said

    found = [one for one in Answer if one.startswith(text.strip().casefold())]
    if len(found) != 1:
        raise click.UsageError(f"{quoted(text)} is neither “yes”, “no” nor “unclear”.")
    return found[0]


def one_of(what: str, known: Sequence[str]) -> Callable[[click.Context, click.Parameter, str | None], object]:
    """A callback that takes one of some plain words, whatever their case. Raises UsageError."""

    def read(said: str) -> str:
        name = said.strip().casefold()
        if name in known:
            return name
        raise click.UsageError(f"There is no {what} {quoted(said)}; {did_you_mean(name, known)}")

    return through(read)


def _word(text: str, what: str, known: Sequence[Word]) -> Word:
    """The one of `known` that `text` names; case, hyphens and spaces do not matter. Raises UsageError."""
    said = loosely(text)
    for one in known:
        if loosely(one.value) == said:
            return one
    hint = did_you_mean(said, [one.value for one in known])
    raise click.UsageError(f"There is no {what} {quoted(text)}; {hint}")


def through(read: Callable[[str], Value]) -> Callable[[click.Context, click.Parameter, str | None], object]:
    """An option's callback that reads its text, where there is one."""
    return lambda _context, _option, text: None if text is None else read(text)
