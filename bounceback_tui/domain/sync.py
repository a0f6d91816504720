"""One journal on several machines: what a machine tells the others, and which version of a row stands.

Machines exchange parcels of revisions. A revision says what a row is from now on, and names the revisions
that it came from; those it supersedes. What is left of a row, its heads, depends only on which revisions are
known and not on the order in which they came, and so does the one of them that stands. No clock is asked:
a parcel has a counter that is higher than that of all which its machine knew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

Content = dict[str, Any]
"""A row by column, as far as it is the same on every machine."""

Key = tuple[Any, ...]
"""What tells the rows of a table apart."""


class Origin(NamedTuple):
    """What names a revision: its parcel, and which line of it."""

    parcel: str
    line: int


class Revision(NamedTuple):
    """What a row is from now on."""

    place: str
    """The table."""
    key: Key
    content: Content | None
    """None where it is gone."""
    after: tuple[Origin, ...] = ()
    """The revisions that it supersedes."""


class Parcel(NamedTuple):
    """The revisions that one machine tells at once; never changed again."""

    name: str
    counter: int
    """Higher than that of every parcel that its machine knew."""
    machine: str
    """What its machine is called, for the person's eyes."""
    made: str
    """When, as an ISO date-time, for the person's eyes: nothing goes by it."""
    schema: int
    """The version of the schema in which the rows are told."""
    revisions: tuple[Revision, ...]


@dataclass(frozen=True, order=True)
class Head:
    """A version of a row that no other supersedes. The greatest of them stands."""

    alive: bool
    """Whether it is there, and not in the trash: somebody's change outweighs a deletion elsewhere."""
    counter: int
    origin: Origin
    digest: str = ""
    """Of the content; empty where the row is gone."""


class Settled(NamedTuple):
    """What became of a row."""

    standing: Head
    others: tuple[Head, ...]
    """What does not stand and is superseded by nothing."""


def settle(known: Iterable[Head], arriving: Head, after: Collection[Origin]) -> Settled:
    """The heads of a row once another revision of it arrived, which came from those in `after`."""
    heads = {head.origin: head for head in known if head.origin not in after}
    heads.setdefault(arriving.origin, arriving)
    standing = max(heads.values())
    return Settled(standing, tuple(sorted(head for head in heads.values() if head != standing)))


class Which(StrEnum):
    """What is to stand of two versions."""

    ONE = "one"
    """What stands already."""
    OTHER = "other"
    BOTH = "both"


def joined(one: str, other: str) -> str:
    """Both texts, one after the other, with a rule between them; one where it holds the other already."""
    if other.strip() in one:
        return one
    if one.strip() in other:
        return other
    return f"{one.rstrip()}\n\n---\n\n{other.lstrip()}"
