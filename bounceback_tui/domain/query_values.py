"""What is looked for, as values: the parts of a query, how they narrow each other, and their text.

Everything in a query must hold at once. Storage walks the fields in turn and adds one condition for
each element of `words`, `names`, `choices` and `ranges`, and one for each of the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from bounceback_tui.domain.checkin import SCALE
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.kinds import Kind, Result, Source


class Field(StrEnum):
    """Names of the filters, in the order in which they are printed."""

    COMPANY = "company"
    ROLE = "role"
    TAG = "tag"
    FEEL = "feel"
    STAGE = "stage"
    RESULT = "result"
    SOURCE = "source"
    HAS = "has"
    MOOD = "mood"
    ENERGY = "energy"
    SINCE = "since"
    UNTIL = "until"
    IS = "is"


class Has(StrEnum):
    """What an entry may have."""

    TEXT = "text"
    """Something is written in it."""
    TAGS = "tags"
    FEELINGS = "feelings"
    """A check-in of it names a feeling."""
    CHECKIN = "check-in"
    EVENT = "event"
    """It belongs to something that happened to an application."""
    FEEDBACK = "feedback"
    """Feedback was asked for, or came, in the episode that its event opened."""
    REVISIONS = "revisions"
    """It was changed, and says something else than it did at first."""


Value = Kind | Result | Source | Has
"""What a filter with a fixed list of values holds."""


class Term(Frozen):
    """Something to find in the words of an entry; case does not matter."""

    text: str
    """Never empty; a phrase may hold several words, with single spaces."""
    phrase: bool = False
    """Whether the words must stand side by side, in this order."""
    prefix: bool = False
    """Whether the (last) word may go on."""
    negated: bool = False
    """Whether it must not be there."""

    def __str__(self) -> str:
        text = f'"{self.text}"' if self.phrase else self.text
        return f"{'-' if self.negated else ''}{text}{'*' if self.prefix else ''}"


class Name(Frozen):
    """A name that somebody chose; case does not matter."""

    text: str
    prefix: bool = False
    """Whether the name only starts so; for tags and feelings."""

    def __str__(self) -> str:
        plain = all(sign.isalnum() or sign in "-_.&/'" for sign in self.text)
        return (self.text if plain else f'"{self.text}"') + ("*" if self.prefix else "")


class Names(Frozen):
    """Any of these names (none of them where negated): of a company, role, tag or feeling.

    Companies and roles match where the text is a part of theirs; tags and feelings as a whole.
    An entry without a company is "not at Acme", so a negated one is the exact complement.
    """

    field: Field
    values: tuple[Name, ...]
    negated: bool = False


class Choice(Frozen):
    """Any of these values (none of them where negated): of stage (Kind), result, source or has."""

    field: Field
    values: tuple[Value, ...]
    negated: bool = False


class Range(Frozen):
    """Mood or energy from `low` to `high`, both included; nothing fits where `low` is above `high`.

    An entry without a reading is in no range, and so it fits every negated one.
    """

    field: Field
    low: int
    high: int
    negated: bool = False

    def __and__(self, other: Range) -> Range:
        return Range(self.field, max(self.low, other.low), min(self.high, other.high), self.negated)

    def __str__(self) -> str:
        name = f"{'-' if self.negated else ''}{self.field}:"
        if self.low > self.high:
            return f"{name}>{self.low - 1} {name}<{self.high + 1}"
        if self.low == self.high:
            return f"{name}{self.low}"
        if self.low == SCALE[0] and self.high < SCALE[-1]:
            return f"{name}<{self.high + 1}"
        if self.high == SCALE[-1] and self.low > SCALE[0]:
            return f"{name}>{self.low - 1}"
        return f"{name}{self.low}..{self.high}"


class Query(Frozen, beside=("problems",)):
    """What is looked for; an empty one fits every entry that is not deleted."""

    words: tuple[Term, ...] = ()
    """All must be there (or not be there), somewhere in the entry or what belongs to it."""
    names: tuple[Names, ...] = ()
    choices: tuple[Choice, ...] = ()
    ranges: tuple[Range, ...] = ()
    since: date | None = None
    """First local date."""
    until: date | None = None
    """Last local date."""
    deleted: bool = False
    """Whether the trash is searched, and nothing else."""
    problems: tuple[str, ...] = ()
    """What was not understood, one sentence each; the rest of the query applies all the same."""

    def __bool__(self) -> bool:
        return self != Query()

    @property
    def beyond_days(self) -> bool:
        """Whether it asks for more than days."""
        return self != Query(since=self.since, until=self.until)

    def __and__(self, other: Query) -> Query:
        """What fits both."""
        return Query(
            words=unique((*self.words, *other.words)),
            names=tidy_names((*self.names, *other.names)),
            choices=tidy_choices((*self.choices, *other.choices)),
            ranges=tidy_ranges((*self.ranges, *other.ranges)),
            since=max((day for day in (self.since, other.since) if day), default=None),
            until=min((day for day in (self.until, other.until) if day), default=None),
            deleted=self.deleted or other.deleted,
            problems=unique((*self.problems, *other.problems)),
        )

    def __str__(self) -> str:
        """Text that parses to the same query, unless it is longer than is read of one."""
        pieces = [str(term) for term in self.words]
        pieces += _printed([(group.field, group.negated, group.values) for group in self.names])
        pieces += _printed([(group.field, group.negated, _hyphened(group.values)) for group in self.choices])
        pieces += [str(span) for span in self.ranges]
        pieces += [f"{Field.SINCE}:{self.since.isoformat()}"] if self.since else []
        pieces += [f"{Field.UNTIL}:{self.until.isoformat()}"] if self.until else []
        pieces += [f"{Field.IS}:deleted"] if self.deleted else []
        return " ".join(pieces)


class SavedSearch(Frozen):
    """A search with a name."""

    name: str
    query: str
    """Its text as it was typed, so that dates in it stay relative to the day on which it is read."""


T = TypeVar("T")
Group = TypeVar("Group", Names, Choice)


def unique(things: Iterable[T]) -> tuple[T, ...]:
    """Each once, in the order given."""
    return tuple(dict.fromkeys(things))


def tidy_names(groups: Sequence[Names]) -> tuple[Names, ...]:
    """In the order of Field; equal ones once, and all that is negated for a field as one."""
    return _tidied(groups, Names, _unique_names)


def tidy_choices(groups: Sequence[Choice]) -> tuple[Choice, ...]:
    """The same for values from a list."""
    return _tidied(groups, Choice, unique)


def _tidied(
    groups: Sequence[Group], make: type[Group], once: Callable[[Iterable[Any]], tuple[Any, ...]]
) -> tuple[Group, ...]:
    """The same for either; `once` gives each of some values once."""
    tidy: list[Group] = []
    for name in Field:
        mine = [group for group in groups if group.field is name]
        tidy += unique(make(name, once(group.values)) for group in mine if group.values and not group.negated)
        if away := once(value for group in mine if group.negated for value in group.values):
            tidy.append(make(name, away, negated=True))
    return tuple(tidy)


def tidy_ranges(spans: Sequence[Range]) -> tuple[Range, ...]:
    """One range for each field, where they meet; negated ones stay apart, each once."""
    tidy: list[Range] = []
    for name in Field:
        within = Range(name, SCALE[0], SCALE[-1])
        mine = [span for span in spans if span.field is name]
        if inside := [span for span in mine if not span.negated]:
            for span in inside:
                within &= span
            tidy.append(within)
        tidy += unique(span for span in mine if span.negated)
    return tuple(tidy)


def _unique_names(names: Iterable[Name]) -> tuple[Name, ...]:
    first: dict[tuple[str, bool], Name] = {}
    for name in names:
        first.setdefault((name.text.casefold(), name.prefix), name)
    return tuple(first.values())


def _hyphened(values: Iterable[Value]) -> tuple[str, ...]:
    return tuple(value.value.replace(" ", "-") for value in values)


def _printed(groups: list[tuple[Field, bool, tuple[Name, ...] | tuple[str, ...]]]) -> list[str]:
    """Groups as text: a second one for the same field starts with "+", so that it is not read as "or"."""
    said: set[Field] = set()
    pieces = []
    for name, negated, values in groups:
        sign = "-" if negated else "+" if name in said else ""
        said |= set() if negated else {name}
        pieces.append(f"{sign}{name}:{','.join(str(value) for value in values)}")
    return pieces
