"""What a query finds, worked out the slow and obvious way from the rows of a journal.

Nothing of the storage's queries is used: the rows come from the export, and every filter is a line of plain
Python. Words are cut, folded and brought to their stem by SQLite's own tokenizers, one text at a time in a
table of one row, since Porter's rules written down a second time would be as long as all of this; how they
are looked for is stated here anew:

- a whole word fits each word of the same stem, a phrase fits such words side by side;
- a word that may go on fits every word that begins with it.

Two things are left open, and so an answer has two sides: what must be found and what may be. A phrase may
run on from one tag or remark to the next. And since the index keeps stems alone, a word half typed may find
a word that it is about to become a form of: "rejecti", on its way to "rejecting", may find "rejects".
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from bounceback_tui.domain.application import Kind, Result, Source
from bounceback_tui.domain.query import Choice, Field, Has, Name, Names, Query, Term
from bounceback_tui.storage.columns import key_of


class Answer(NamedTuple):
    """Whether something must be found, and whether it may be."""

    must: bool
    may: bool

    def unless(self, negated: bool) -> Answer:
        """The opposite where it is asked for."""
        return Answer(not self.may, not self.must) if negated else self


def sure(fits: bool) -> Answer:
    """One that leaves nothing open."""
    return Answer(fits, fits)


def every(answers: Iterable[Answer]) -> Answer:
    """All must hold."""
    told = list(answers)
    return Answer(all(one.must for one in told), all(one.may for one in told))


def some(answers: Iterable[Answer]) -> Answer:
    """One must hold."""
    told = list(answers)
    return Answer(any(one.must for one in told), any(one.may for one in told))


class Word(NamedTuple):
    """A word of a text."""

    plain: str
    """Folded, without diacritics."""
    stem: str


_CUTTER = sqlite3.connect(":memory:", check_same_thread=False)
for _name, _tokens in (("plain", ""), ("stem", "porter ")):
    _CUTTER.execute(
        f"CREATE VIRTUAL TABLE {_name} USING fts5(text, tokenize='{_tokens}unicode61 remove_diacritics 2')"
    )
    _CUTTER.execute(f"CREATE VIRTUAL TABLE {_name}_words USING fts5vocab({_name}, 'instance')")


@cache
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order."""
    found = []
    for name in ("plain", "stem"):
        _CUTTER.execute(f"INSERT INTO {name} (rowid, text) VALUES (1, ?)", (text,))
        found.append([row[0] for row in _CUTTER.execute(f"SELECT term FROM {name}_words ORDER BY offset")])
        _CUTTER.execute(f"DELETE FROM {name}")
    return tuple(Word(plain, stem) for plain, stem in zip(*found, strict=True))


def _goes_on(typed: Word, word: Word) -> Answer:
    """Whether `typed` is the beginning of a word, or may become a form of it."""
    begins = word.plain.startswith(typed.plain)
    bare = word.stem[:-1] if word.stem[-1:] in ("e", "i", "y") else word.stem
    form = (
        word.stem == typed.stem
        or word.stem.startswith(typed.plain)
        or (len(bare) > 2 and typed.plain.startswith(bare))
        or (len(word.stem) == 2 and typed.plain.startswith(word.stem + "i"))  # "goi" on its way to "going"
    )
    return Answer(begins, begins or form)


def _stands_in(term: Term, text: str) -> Answer:
    wanted, there = words_of(term.text), words_of(text)
    if not wanted:
        return sure(False)
    *before, last = wanted
    found = []
    for start in range(len(there) - len(before)):
        if all(one.stem == other.stem for one, other in zip(before, there[start:], strict=False)):
            word = there[start + len(before)]
            found.append(_goes_on(last, word) if term.prefix else sure(word.stem == last.stem))
    return some(found)


@cache
def _all_words(fields: tuple[tuple[str, ...], ...]) -> frozenset[Word]:
    return frozenset(word for field in fields for piece in field for word in words_of(piece))


@cache
def _word(term: Term, fields: tuple[tuple[str, ...], ...]) -> Answer:
    """Each field is some pieces of text, of which a phrase should be in one."""
    if len(words_of(term.text)) == 1:
        [typed] = words_of(term.text)
        there = _all_words(fields)
        if not term.prefix:
            return sure(any(word.stem == typed.stem for word in there)).unless(term.negated)
        return some(_goes_on(typed, word) for word in there).unless(term.negated)
    within = some(_stands_in(term, piece) for field in fields for piece in field)
    across = some(_stands_in(term, " ".join(field)) for field in fields if len(field) > 1)
    return Answer(within.must, within.may or across.may).unless(term.negated)


@dataclass(frozen=True)
class Told:
    """What can be asked of an entry or an application."""

    id: str
    deleted: bool
    day: date | None
    """Of an entry when it was written, of an application its last event."""
    fields: tuple[tuple[str, ...], ...]
    """Where its words stand."""
    company: str | None
    role: str | None
    source: Source | None
    stage: Kind | None
    result: Result | None
    has: frozenset[Has]
    moods: tuple[int, ...]
    energies: tuple[int, ...]
    tags: frozenset[str]
    feelings: frozenset[str]


def fits(query: Query, one: Told) -> Answer:
    """Whether an entry or an application fits."""
    answers = [sure(one.deleted is query.deleted)]
    answers += [sure(_names(group, one) is not group.negated) for group in query.names]
    answers += [sure(_choice(group, one) is not group.negated) for group in query.choices]
    for span in query.ranges:
        felt = one.moods if span.field is Field.MOOD else one.energies
        answers.append(sure(any(span.low <= value <= span.high for value in felt) is not span.negated))
    if query.since:
        answers.append(sure(one.day is not None and one.day >= query.since))
    if query.until:
        answers.append(sure(one.day is not None and one.day <= query.until))
    if not every(answers).may:  # nothing that words could change
        return sure(False)
    return every([*answers, *(_word(term, one.fields) for term in query.words)])


def _names(group: Names, one: Told) -> bool:
    if group.field in (Field.COMPANY, Field.ROLE):
        name = one.company if group.field is Field.COMPANY else one.role
        return name is not None and any(key_of(value.text) in key_of(name) for value in group.values)
    names = one.tags if group.field is Field.TAG else one.feelings
    return any(_named(value, name) for value in group.values for name in names)


def _named(value: Name, name: str) -> bool:
    said = key_of(value.text)
    return name.startswith(said) if value.prefix else name == said


def _choice(group: Choice, one: Told) -> bool:
    if group.field is Field.HAS:
        return any(value in one.has for value in group.values)
    there = {Field.STAGE: one.stage, Field.RESULT: one.result, Field.SOURCE: one.source}[group.field]
    return there in group.values
