"""A query as SQL over applications; what each filter asks of an application stands in `domain/query.py`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing

from bounceback_tui.domain.application import STAGES, Application, Kind, Result
from bounceback_tui.domain.query_values import Choice, Field, Has, Names, Query, Term, Value
from bounceback_tui.storage.columns import storable
from bounceback_tui.storage.log_order import LAST_SOON, WITH_IT
from bounceback_tui.storage.query_sql import Piece, all_of, kinds_of, of_entry, on_event, signed
from bounceback_tui.storage.word_search import TOKENS, has_words, match_of

_STAGE = f"""coalesce((SELECT max(event.stage_rank) FROM event
    WHERE event.application_id = application.id AND {WITH_IT.format("event")}), 0)"""
_ENTRY = f"""EXISTS (SELECT 1 FROM event JOIN entry ON entry.event_id = event.id
    WHERE event.application_id = application.id
    AND {WITH_IT.format("event")} AND {WITH_IT.format("entry")} AND ({{}}))"""
_EVENT = f"""EXISTS (SELECT 1 FROM event {{}}
    WHERE event.application_id = application.id AND {WITH_IT.format("event")})"""
_HAS = {
    Has.EVENT: _EVENT.format(""),
    Has.FEEDBACK: _EVENT.format(
        """JOIN episode ON episode.event_id = event.id
        JOIN feedback ON feedback.episode_id = episode.id AND feedback.state <> 'not asked'"""
    ),
}
"""What an application has of its own; all else it has through its entries."""


def condition(query: Query) -> Piece:
    """What the row of an application must fit, but for the words; see `with_words`."""
    pieces: list[Piece] = [(f"application.deleted_at IS {'NOT NULL' if query.deleted else 'NULL'}", [])]
    pieces += [_names(group) for group in query.names]
    pieces += [_choice(group) for group in query.choices]
    pieces += [_through_entries(of_entry(span), span.negated) for span in query.ranges]
    if query.since:
        pieces.append((f"{LAST_SOON.format('local_date')} >= ?", [query.since.isoformat()]))
    if query.until:
        pieces.append((f"{LAST_SOON.format('local_date')} <= ?", [query.until.isoformat()]))
    return all_of(pieces)


def with_words(applications: Sequence[Application], terms: Sequence[Term]) -> list[Application]:
    """Those that fit all words; found by the rules of the journal's own index.

    There are few applications and they are read anyway, so that their index is made anew, in memory alone.
    """
    if not terms:
        return list(applications)
    texts = [[storable(text) for text in _texts(one)] for one in applications]
    columns = "company, role, source, status, notes, log"
    with closing(sqlite3.connect(":memory:")) as index:
        index.execute(f"CREATE VIRTUAL TABLE words USING fts5({columns}, tokenize='{TOKENS}')")
        index.executemany(
            f"INSERT INTO words (rowid, {columns}) VALUES (?, ?, ?, ?, ?, ?, ?)",
            ([place, *said] for place, said in enumerate(texts)),
        )
        hits = [_hits(index, texts, term) for term in terms]
    return [one for place, one in enumerate(applications) if all(place in found for found in hits)]


def _hits(index: sqlite3.Connection, texts: Sequence[Sequence[str]], term: Term) -> set[int]:
    """The places of what fits one word."""
    if has_words(term.text):
        rows = index.execute("SELECT rowid FROM words WHERE words MATCH ?", (storable(match_of([term])),))
        found = {int(row[0]) for row in rows}
    else:
        found = {place for place, said in enumerate(texts) if any(term.text in text for text in said)}
    return set(range(len(texts))) - found if term.negated else found


def _texts(one: Application) -> tuple[str, ...]:
    """Everything that the words of an application are looked for in."""
    log = "\n".join(event.note for event in one.events)
    return one.company, one.role, one.source or "", one.status, one.notes, log


def _names(group: Names) -> Piece:
    if piece := on_event(group):
        return signed(*piece, group.negated)
    return _through_entries(of_entry(group), group.negated)


def _choice(group: Choice) -> Piece:
    if group.field is Field.HAS:
        own = [_HAS.get(Has(value)) or _ENTRY.format(of_entry(_only(value))[0]) for value in group.values]
        return signed(" OR ".join(own), [], group.negated)
    column, number = _CHOSEN[group.field]
    values = [one for value in group.values for one in number(value)]
    return signed(f"{column} IN ({', '.join('?' * len(values))})", values, group.negated)


def _only(value: Value) -> Choice:
    return Choice(Field.HAS, (Has(value),))


_CHOSEN: dict[Field, tuple[str, Callable[[Value], list[object]]]] = {
    Field.SOURCE: ("application.source", lambda value: [value]),
    Field.STAGE: (_STAGE, lambda value: [STAGES.index(Kind(value))]),
    Field.RESULT: (LAST_SOON.format("kind"), lambda value: [*kinds_of(Result(value))]),
}
"""Where the values of a filter stand, and as what."""


def _through_entries(piece: Piece, negated: bool) -> Piece:
    sql, values = piece
    return signed(_ENTRY.format(sql), values, negated)
