"""A query as SQL: the only place where the filter language meets the database."""

from __future__ import annotations

from collections.abc import Callable

from bounceback_tui.domain.application import STAGES, Kind, Result
from bounceback_tui.domain.query import Choice, Field, Has, Names, Query, Range, Term
from bounceback_tui.storage.columns import key_of
from bounceback_tui.storage.word_search import has_words, match_of

STAGE_RANK = """coalesce((SELECT max(earlier.stage_rank) FROM event AS earlier
    WHERE earlier.application_id = event.application_id AND earlier.deleted_at IS NULL
    AND earlier.local_date <= event.local_date), 0)"""
"""The stage reached at an event, as its place in STAGES."""

MOOD = """(SELECT mood FROM checkin WHERE checkin.entry_id = entry.id AND checkin.deleted_at IS NULL
    AND mood IS NOT NULL
    ORDER BY CASE relation WHEN 'before' THEN 0 WHEN 'after' THEN 1 ELSE 2 END LIMIT 1)"""
"""The mood of an entry: when starting to write, else right after, else the next day."""

_ENERGY = MOOD.replace("mood", "energy")

_JOINS = """ LEFT JOIN event ON event.id = entry.event_id
    LEFT JOIN application ON application.id = event.application_id"""

Piece = tuple[str, list[object]]
"""A condition with its bound values."""

_HAS = {
    Has.TEXT: "entry.text <> ''",
    Has.TAGS: "EXISTS (SELECT 1 FROM tag WHERE tag.entry_id = entry.id)",
    Has.FEELINGS: """EXISTS (SELECT 1 FROM checkin JOIN feeling ON feeling.checkin_id = checkin.id
        WHERE checkin.entry_id = entry.id AND checkin.deleted_at IS NULL)""",
    Has.CHECKIN: """EXISTS (SELECT 1 FROM checkin
        WHERE checkin.entry_id = entry.id AND checkin.deleted_at IS NULL)""",
    Has.EVENT: "entry.event_id IS NOT NULL",
    Has.FEEDBACK: """EXISTS (SELECT 1 FROM episode JOIN feedback ON feedback.episode_id = episode.id
        WHERE episode.event_id = entry.event_id AND feedback.state <> 'not asked')""",
    Has.REVISIONS: "EXISTS (SELECT 1 FROM revision WHERE revision.entry_id = entry.id)",
}


def matching(query: Query) -> tuple[str, list[object]]:
    """ "FROM … WHERE …" of the entries that fit, with the bound values; `entry.position` is their place."""
    wanted = [term for term in query.words if not term.negated and has_words(term.text)]
    pieces: list[Piece] = [(f"entry.deleted_at IS {'NOT NULL' if query.deleted else 'NULL'}", [])]
    source = f"FROM entry{_JOINS}"
    if wanted:
        # the index of words leads: its rows come newest first already, so that a page of them costs a page
        source = f"FROM entry_words CROSS JOIN entry ON entry.position = entry_words.rowid{_JOINS}"
        pieces.append(("entry_words MATCH ?", [match_of(wanted)]))
    pieces += [_word(term) for term in query.words if term not in wanted]
    pieces += [_names(group) for group in query.names]
    pieces += [_choice(group) for group in query.choices]
    pieces += [_range(span) for span in query.ranges]
    if query.since:
        pieces.append(("entry.local_date >= ?", [query.since.isoformat()]))
    if query.until:
        pieces.append(("entry.local_date <= ?", [query.until.isoformat()]))
    where = " AND ".join(f"({sql})" for sql, _ in pieces)
    return f"{source} WHERE {where}", [value for _, values in pieces for value in values]


def _word(term: Term) -> Piece:
    """A word that must not be there, or signs that are no words ("!!!") and are looked for as such."""
    if has_words(term.text):
        sql = "entry.position IN (SELECT rowid FROM entry_words WHERE entry_words MATCH ?)"
        return _signed(sql, [match_of([term])], term.negated)
    return _signed("instr(entry.title || char(10) || entry.text, ?) > 0", [term.text], term.negated)


def _names(group: Names) -> Piece:
    name, values = _NAMED[group.field], []
    conditions = []
    for value in group.values:
        sql, bound = name(key_of(value.text), value.prefix)
        conditions.append(sql)
        values += bound
    return _signed(" OR ".join(conditions), values, group.negated)


def _part_of(column: str) -> Callable[[str, bool], Piece]:
    return lambda text, _prefix: (f"instr(coalesce({column}, ''), ?) > 0", [text])


def _one_of(rows: str) -> Callable[[str, bool], Piece]:
    def piece(text: str, prefix: bool) -> Piece:
        if prefix:
            return f"EXISTS (SELECT 1 FROM {rows} AND name >= ? AND name < ?)", [text, text + "\U0010ffff"]
        return f"EXISTS (SELECT 1 FROM {rows} AND name = ?)", [text]

    return piece


_NAMED = {
    Field.COMPANY: _part_of("application.company_key"),
    Field.ROLE: _part_of("application.role_key"),
    Field.TAG: _one_of("tag WHERE tag.entry_id = entry.id"),
    Field.FEEL: _one_of(
        """checkin JOIN feeling ON feeling.checkin_id = checkin.id
        WHERE checkin.entry_id = entry.id AND checkin.deleted_at IS NULL"""
    ),
}


def _choice(group: Choice) -> Piece:
    marks = ", ".join("?" * len(group.values))
    values: list[object] = list(group.values)
    if group.field is Field.HAS:
        return _signed(" OR ".join(_HAS[Has(value)] for value in group.values), [], group.negated)
    if group.field is Field.STAGE:
        ranks: list[object] = [STAGES.index(Kind(value)) for value in group.values]
        return _signed(f"event.id IS NOT NULL AND {STAGE_RANK} IN ({marks})", ranks, group.negated)
    if group.field is Field.RESULT:
        kinds: list[object] = [kind for value in group.values for kind in _kinds(Result(value))]
        return _signed(f"event.kind IN ({', '.join('?' * len(kinds))})", kinds, group.negated)
    return _signed(f"application.source IN ({marks})", values, group.negated)


def _kinds(result: Result) -> list[Kind]:
    return list(STAGES[:-1]) if result is Result.MOVED_ON else [Kind(result.value)]


def _range(span: Range) -> Piece:
    column = MOOD if span.field is Field.MOOD else _ENERGY
    return _signed(f"{column} BETWEEN ? AND ?", [span.low, span.high], span.negated)


def _signed(sql: str, values: list[object], negated: bool) -> Piece:
    """The condition, or its exact complement, which what is not known (NULL) fits."""
    return (f"NOT coalesce(({sql}), 0)" if negated else sql), values
