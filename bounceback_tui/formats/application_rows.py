"""From the words of a row to an application with its events; what has no place goes into its notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from typing import NamedTuple

from bounceback_tui.domain.application import Kind, Source
from bounceback_tui.domain.calendar_terms import DateOrder
from bounceback_tui.domain.incoming import Incoming, IncomingApplication, IncomingEvent, Refused
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import cut, one_line, tidy
from bounceback_tui.formats.application_words import SAVED, source_in
from bounceback_tui.formats.read_dates import date_of, iso_moment
from bounceback_tui.formats.reading import NAMELESS

LONGEST_NAME = 200
"""Characters of a company or role; what is longer stands whole in the notes."""

SAYS_NOTHING = ("n/a", "-", "–", "none")
"""What stands in place of a date where there is none; not a word of theirs that could be lost."""


class Rules(NamedTuple):
    """How the words of each row are read."""

    zone: tzinfo
    order: DateOrder
    statuses: Mapping[str, str]
    """A kind of event or `SAVED` for each word, as `said` has it; words that mean none are not in it."""


class Words(NamedTuple):
    """What a row says."""

    line: int
    said: Mapping[str, tuple[str, str]]
    """Heading and cell by part: "company", "applied" and so on, as in `application_words.COLUMNS`."""
    beside: Sequence[tuple[str, str]] = ()
    """Heading and cell of all else."""


def application_of(words: Words, rules: Rules) -> Incoming | Refused:
    """The application that a row tells of, or why there is none."""
    kept = [(heading, tidy(cell)) for heading, cell in words.beside]
    company, role = (_name(words, part, kept) for part in ("company", "role"))
    if not (company or role):
        return Refused(words.line, NAMELESS)
    source, link = _source(words, kept), _link(words, kept)
    events, undated, unread = _events(words, rules, kept)
    notes = tidy(_cell(words, "notes"))
    more = "\n".join(f"{heading}: {cell}" for heading, cell in kept if cell)
    whole = "\n\n".join(part for part in (notes, more) if part)
    return IncomingApplication("", words.line, company, role, source, link, whole, events, undated, unread)


def _cell(words: Words, part: str) -> str:
    return words.said.get(part, ("", ""))[1]


def _name(words: Words, part: str, kept: list[tuple[str, str]]) -> str:
    name = one_line(_cell(words, part))
    if len(name) > LONGEST_NAME:
        kept.append((words.said[part][0], name))
    return cut(name, LONGEST_NAME)


def _source(words: Words, kept: list[tuple[str, str]]) -> Source | None:
    said = one_line(_cell(words, "source"))
    if not said:
        return None
    found = source_in(said)
    if found is None or said.casefold() != found:
        kept.append((words.said["source"][0], said))  # "LinkedIn" says more than "job board"
    return found or Source.OTHER


def _link(words: Words, kept: list[tuple[str, str]]) -> str:
    said = _cell(words, "link").strip()
    if said.casefold().startswith(("https://", "http://")) and len(said.split()) == 1:
        return said
    if said:
        kept.append((words.said["link"][0], tidy(said)))
    return ""


def _events(
    words: Words, rules: Rules, kept: list[tuple[str, str]]
) -> tuple[tuple[IncomingEvent, ...], Kind | None, tuple[str, ...]]:
    """What is known to have happened, a status without any date at all, and dates that cannot be read.

    The notes have the words of the latter two.
    """
    days = {part: _day(words, part, rules, kept) for part in ("applied", "saved", "decided")}
    unread = tuple(
        one_line(said)
        for part, day in days.items()
        if day is None and (said := _cell(words, part).strip()) and said.casefold() not in SAYS_NOTHING
    )
    undated = None
    applied, saved, decided = days["applied"], days["saved"], days["decided"]
    said = one_line(_cell(words, "status"))
    status = rules.statuses.get(said.casefold())
    found = [IncomingEvent(Kind.APPLIED, applied)] if applied else []
    if said and (status is None or (status == SAVED and applied)):
        kept.append((words.said["status"][0], said))
    elif said and status != SAVED:
        kind, latest = Kind(str(status)), decided or applied or saved
        if latest is None:
            undated = kind
            kept.append((words.said["status"][0], said))
        elif kind is not Kind.APPLIED or not applied:
            found.append(
                IncomingEvent(kind, latest, date_known=decided is not None and kind is not Kind.APPLIED)
            )
            decided = None
    for part, day in (("saved", saved), ("decided", decided)):
        if day:
            kept.append(words.said[part])
    return tuple(found), undated, unread


def _day(words: Words, part: str, rules: Rules, kept: list[tuple[str, str]]) -> Moment | None:
    """The day in a cell; what cannot be read as one is kept in its words."""
    said = _cell(words, part).strip()
    if not said or said.casefold() in SAYS_NOTHING:
        return None
    if at := iso_moment(said, rules.zone) if ":" in said else None:
        return at.timed()
    if read := date_of(said, rules.order):
        return read.moment(rules.zone)
    kept.append((words.said[part][0], one_line(said)))
    return None
