"""A query as SQL: the only place where the filter language meets the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from bounceback_tui.domain.frozen import replace
from bounceback_tui.domain.kinds import STAGES, Kind, Result
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.query_values import Choice, Field, Has, Names, Query, Range, Term
from bounceback_tui.storage.columns import key_of, microseconds
from bounceback_tui.storage.log_order import STAGE_RANK
from bounceback_tui.storage.readings import MOOD
from bounceback_tui.storage.word_search import has_words, match_of

_ENERGY = MOOD.replace("mood", "energy")

_CLOCKS_APART = timedelta(days=2)
"""More than any clock is ahead of UTC or behind it: how far a place in time may lie outside local days."""

Piece = tuple[str, list[object]]
"""A condition with its bound values."""


class Matching(NamedTuple):
    """What the entries that fit a query are read from."""

    place: str
    """The column that holds the place of an entry in the history; reading in its order is cheap."""
    source: str
    """ "FROM … WHERE …"."""
    values: list[object]
    """What is bound to the marks in `source`."""


_HAS = {
    Has.TEXT: "entry.text <> ''",
    Has.TAGS: "EXISTS (SELECT 1 FROM tag WHERE tag.entry_id = entry.id)",
    Has.FEELINGS: """EXISTS (SELECT 1 FROM checkin JOIN feeling ON feeling.checkin_id = checkin.id
        WHERE checkin.entry_id = entry.id AND checkin.deleted_at IS NULL)""",
    Has.CHECKIN: """EXISTS (SELECT 1 FROM checkin
        WHERE checkin.entry_id = entry.id AND checkin.deleted_at IS NULL)""",
    Has.EVENT: "entry.event_id IS NOT NULL",
    Has.FEEDBACK: """entry.event_id IN (SELECT episode.event_id FROM feedback
        JOIN episode ON episode.id = feedback.episode_id WHERE feedback.state <> 'not asked')""",
    Has.REVISIONS: "EXISTS (SELECT 1 FROM revision WHERE revision.entry_id = entry.id)",
}


def matching(query: Query) -> Matching:
    """Where the entries are that fit."""
    wanted = [term for term in query.words if not term.negated and has_words(term.text)]
    place, source = "entry.position", "FROM entry"
    pieces: list[Piece] = [(f"entry.deleted_at IS {'NOT NULL' if query.deleted else 'NULL'}", [])]
    rest = [term for term in query.words if term not in wanted]
    if wanted:
        # the index of words leads: its rows come newest first already, so that a page of them costs a page
        place = "entry_words.rowid"
        source = f"FROM entry_words CROSS JOIN entry ON entry.position = {place}"
        unwanted = [term for term in rest if has_words(term.text)]
        rest = [term for term in rest if term not in unwanted]
        pieces.append(("entry_words MATCH ?", [match_of(wanted, unwanted)]))
    pieces += [_word(term) for term in rest]
    pieces += [_names(group) for group in query.names]
    pieces += [_choice(group) for group in query.choices]
    pieces += [_range(span) for span in query.ranges]
    pieces += _days(place, query.since, query.until)
    where, values = all_of(pieces)
    return Matching(place, f"{source} WHERE {where}", values)


def all_of(pieces: Iterable[Piece]) -> Piece:
    """The condition that all of some hold."""
    kept = list(pieces)
    where = " AND ".join(f"({sql})" for sql, _ in kept)
    return where, [value for _, values in kept for value in values]


def of_entry(filter_: Names | Choice | Range) -> Piece:
    """What the row of an entry must fit for a filter, whether or not that is negated."""
    there = replace(filter_, negated=False)
    if isinstance(there, Names):
        return _names(there)
    return _choice(there) if isinstance(there, Choice) else _range(there)


def _days(place: str, since: date | None, until: date | None) -> list[Piece]:
    """From one local day to another, both included; the place alone spares most of the reading."""
    pieces: list[Piece] = []
    if since:
        pieces.append((f"{place} >= ?", [_around(since, -_CLOCKS_APART)]))
        pieces.append(("entry.local_date >= ?", [since.isoformat()]))
    if until:
        pieces.append((f"{place} <= ?", [_around(until, _CLOCKS_APART)]))
        pieces.append(("entry.local_date <= ?", [until.isoformat()]))
    return pieces


def _around(day: date, apart: timedelta) -> int:
    """A place in time some way from a day; as far as the calendar goes."""
    try:
        near = day + apart
    except OverflowError:
        near = day
    return microseconds(Moment(datetime(near.year, near.month, near.day, tzinfo=UTC), 0, ""))


def _word(term: Term) -> Piece:
    """A word that must not be there, or signs that are no words ("!!!") and are looked for as such."""
    if has_words(term.text):
        sql = "entry.position IN (SELECT rowid FROM entry_words WHERE entry_words MATCH ?)"
        return signed(sql, [match_of([term])], term.negated)
    return signed("instr(entry.title || char(10) || entry.text, ?) > 0", [term.text], term.negated)


def on_event(group: Names | Choice) -> Piece | None:
    """What an event and its application must fit, negated or not; None where only entries can."""
    if isinstance(group, Names):
        column = _PARTS.get(group.field)
        if column is None:
            return None
        sql = " OR ".join([f"instr({column}, ?) > 0"] * len(group.values))
        return sql, [key_of(value.text) for value in group.values]
    if group.field is Field.HAS:
        return None
    column, values = "application.source", list[object](group.values)
    if group.field is Field.STAGE:
        column, values = STAGE_RANK, [STAGES.index(Kind(value)) for value in group.values]
    elif group.field is Field.RESULT:
        column, values = "event.kind", [kind for value in group.values for kind in kinds_of(Result(value))]
    return f"{column} IN ({', '.join('?' * len(values))})", values


def _of_event(piece: Piece) -> Piece:
    """An entry whose event, or the application of it, fits: there are far fewer events than entries."""
    sql, values = piece
    return (
        f"""entry.event_id IN (SELECT event.id FROM event
        JOIN application ON application.id = event.application_id WHERE {sql})""",
        values,
    )


def _names(group: Names) -> Piece:
    if piece := on_event(group):
        return signed(*_of_event(piece), group.negated)
    name, values = _NAMED[group.field], []
    conditions = []
    for value in group.values:
        sql, bound = name(key_of(value.text), value.prefix)
        conditions.append(sql)
        values += bound
    return signed(" OR ".join(conditions), values, group.negated)


def _one_of(rows: str) -> Callable[[str, bool], Piece]:
    """The entries with a name, listed once. The "+" keeps the walk in the order of time."""

    def piece(text: str, prefix: bool) -> Piece:
        condition, bound = (
            ("name >= ? AND name < ?", [text, text + "\U0010ffff"]) if prefix else ("name = ?", [text])
        )
        return f"+entry.id IN (SELECT entry_id FROM {rows} {condition})", list[object](bound)

    return piece


_PARTS = {Field.COMPANY: "application.company_key", Field.ROLE: "application.role_key"}
"""Columns of which a name may be a part."""

_NAMED = {
    Field.TAG: _one_of("tag WHERE"),
    Field.FEEL: _one_of(
        """feeling CROSS JOIN checkin ON checkin.id = feeling.checkin_id
        WHERE checkin.deleted_at IS NULL AND checkin.entry_id IS NOT NULL AND"""
    ),
}


def _choice(group: Choice) -> Piece:
    if piece := on_event(group):
        return signed(*_of_event(piece), group.negated)
    return signed(" OR ".join(_HAS[Has(value)] for value in group.values), [], group.negated)


def kinds_of(result: Result) -> list[Kind]:
    """The events that a result stands for."""
    return list(STAGES[:-1]) if result is Result.MOVED_ON else [Kind(result.value)]


def _range(span: Range) -> Piece:
    column = MOOD if span.field is Field.MOOD else _ENERGY
    return signed(f"{column} BETWEEN ? AND ?", [span.low, span.high], span.negated)


def signed(sql: str, values: list[object], negated: bool) -> Piece:
    """The condition, or its exact complement, which what is not known (NULL) fits."""
    return (f"NOT coalesce(({sql}), 0)" if negated else sql), values
