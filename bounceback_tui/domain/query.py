"""The filter language of the journal: text in, one immutable query out; never an error.

- `panel` and `interview`: all words must be there. `"exact phrase"`, `panel*` for how a word starts,
  and `-salary` for what must not be there. An open quote reaches to the end.
- `company:` `role:` (a part of the name), `tag:` `feel:` (the whole name, or `tag:pan*`), `stage:`
  `result:` `source:` `has:` (from a list). `stage:task,final` and `stage:task stage:final` both mean
  either; `+` before a further one means "and also": `tag:panel +tag:salary`. `-tag:panel` none of them.
- `mood:<4` `mood:>=6` `mood:5` `energy:3..5`; several narrow. `-mood:<4` also fits where there is no mood.
- `since:` and `until:` take dates in words, both included: `since:2026-01`, `until:yesterday`,
  `since:last-friday` or `since:"last friday"`; a month or a year counts as a whole. Several narrow.
- `is:deleted` looks in the trash. A filter without a value is half typed, and ignored.
- What is not understood is told in `Query.problems`, and the rest applies in the app; a command refuses.

What a query asks of an **entry**: words stand in its title, text, tags, the company and role that it tells
of, and in the feedback and the thought records of the episode that its event opened. Stage and result are
those at its event; the days are those on which it was written.

What it asks of an **application**: words stand in its company, role, notes, source and status, and in the
notes on its events. `company:` `role:` `source:` are its own. `stage:` is the furthest stage reached,
`result:` what its last event says, `since:` and `until:` the day of its last event. `has:feedback` and
`has:event` look at its own log. `tag:` `feel:` `mood:` `energy:` and the rest of `has:` fit where one of
its entries does, each for itself; negated, where none does. `is:deleted` are the applications in the trash.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from bounceback_tui.domain.calendar_terms import DateNotUnderstood, DateOrder, Span
from bounceback_tui.domain.checkin import SCALE
from bounceback_tui.domain.frozen import replace
from bounceback_tui.domain.kinds import STAGES, Result, Source
from bounceback_tui.domain.query_telling import describe, things_of
from bounceback_tui.domain.query_values import (
    Choice,
    Field,
    Has,
    Name,
    Names,
    Query,
    Range,
    SavedSearch,
    Term,
    Value,
    tidy_choices,
    tidy_names,
    tidy_ranges,
    unique,
)
from bounceback_tui.domain.query_words import Part, Tail, Token, tail, tokens
from bounceback_tui.domain.tags import clean_tags
from bounceback_tui.domain.text import cut, did_you_mean, loosely, nearest, quoted

__all__ = [
    "LONGEST",
    "VALUES",
    "Choice",
    "Field",
    "Has",
    "Name",
    "Names",
    "Query",
    "Range",
    "SavedSearch",
    "Tail",
    "Term",
    "describe",
    "parse",
    "tail",
    "things_of",
]

LONGEST = 1000
"""Characters that are read of a query; more was pasted by mistake."""

VALUES: Mapping[Field, tuple[Value, ...]] = {
    Field.STAGE: STAGES,
    Field.RESULT: tuple(Result),
    Field.SOURCE: tuple(Source),
    Field.HAS: tuple(Has),
}
"""What the filters with a fixed list take; spaces may be written as hyphens, as `str(query)` does."""

_NAMES = (Field.COMPANY, Field.ROLE, Field.TAG, Field.FEEL)
_SYNONYMS = {"final round": "final", "phone screen": "screen", "checkin": "check in"}
_EXAMPLES = {
    Field.MOOD: "mood:<4, mood:>=6 or mood:3..5",
    Field.ENERGY: "energy:<4, energy:>=6 or energy:3..5",
}


def parse(text: str, today: date, order: DateOrder = DateOrder.ASK, *, typing: bool = False) -> Query:
    """The query that `text` means on the day `today`; `order` says what 3/4 is.

    With `typing`, what stands at the very end may go on: a last word also fits longer ones, so does a
    last tag or feeling, a value from a list fits by its start, and nothing is said against it yet.
    """
    reader = _Reader(today, order, typing and len(text) <= LONGEST)
    for token in tokens(text[:LONGEST]):
        reader.take(token)
    if len(text) > LONGEST:
        reader.problems.append(f"Only the first {LONGEST} characters were looked at.")
    return reader.query()


class _Reader:
    """Collects what the tokens of one text say."""

    def __init__(self, today: date, order: DateOrder, typing: bool) -> None:
        self.today = today
        self.order = order
        self.typing = typing
        self.words: list[Term] = []
        self.names: list[Names] = []
        self.any_name: dict[Field, tuple[Name, ...]] = {}
        self.choices: list[Choice] = []
        self.any_choice: dict[Field, tuple[Value, ...]] = {}
        self.ranges: list[Range] = []
        self.since: list[date] = []
        self.until: list[date] = []
        self.deleted = False
        self.problems: list[str] = []

    def query(self) -> Query:
        """What was collected."""
        either_names = [Names(name, values) for name, values in self.any_name.items()]
        either_choices = [Choice(name, values) for name, values in self.any_choice.items()]
        return Query(
            words=unique(self.words),
            names=tidy_names([*either_names, *self.names]),
            choices=tidy_choices([*either_choices, *self.choices]),
            ranges=tidy_ranges(self.ranges),
            since=max(self.since, default=None),
            until=min(self.until, default=None),
            deleted=self.deleted,
            problems=unique(self.problems),
        )

    def take(self, token: Token) -> None:
        """Adds what one token says."""
        if not token.key:
            self._take_word(token.parts[0], token.negated)
        elif token.key not in list(Field):
            self._take_unknown(token)
        elif not token.parts:
            return
        elif (name := Field(token.key)) in _NAMES:
            self._take_names(name, token)
        elif name in VALUES:
            self._take_choice(name, token)
        elif name in _EXAMPLES:
            self._take_range(name, token)
        elif name is Field.IS:
            self._take_state(token)
        else:
            self._take_date(name, token)

    def _take_word(self, part: Part, negated: bool) -> None:
        """A word or phrase; one without a letter or figure could never be found, so it asks for nothing."""
        if any(sign.isalnum() for sign in part.text):
            going_on = part.prefix or (self.typing and part.typing and not negated)
            self.words.append(Term(part.text, part.quoted, going_on, negated))

    def _take_unknown(self, token: Token) -> None:
        if not token.parts:  # a word with a colon behind it, as in any sentence
            return self._take_word(Part(token.key, False, False), token.negated)
        near = nearest(token.key, list(map(str, Field)))
        hint = f"did you mean “{near}:”?" if near else f"there are {', '.join(f'{name}:' for name in Field)}."
        self.problems.append(f"There is no filter “{cut(token.key, 40)}:”; {hint}")
        return None

    def _take_names(self, name: Field, token: Token) -> None:
        values = tuple(value for part in token.parts if (value := self._name(name, part, token.negated)))
        if token.also or token.negated:
            self.names.append(Names(name, values, token.negated))
        else:
            self.any_name[name] = self.any_name.get(name, ()) + values

    def _name(self, name: Field, part: Part, negated: bool) -> Name | None:
        if name is Field.TAG:
            tag = clean_tags([part.text.lstrip("# ")])
            if not tag:
                return None
            part = replace(part, text=tag[0])
        whole = name in (Field.TAG, Field.FEEL)
        return Name(part.text, whole and (part.prefix or (self.typing and part.typing and not negated)))

    def _take_choice(self, name: Field, token: Token) -> None:
        values = tuple(value for part in token.parts for value in self._values(name, part))
        if token.also or token.negated:
            self.choices.append(Choice(name, values, token.negated))
        else:
            self.any_choice[name] = self.any_choice.get(name, ()) + values

    def _values(self, name: Field, part: Part) -> tuple[Value, ...]:
        """The values that one word stands for: mostly one, several where only their start was given."""
        known = {loosely(value): value for value in VALUES[name]}
        said = loosely(part.text)
        said = _SYNONYMS.get(said, said)
        if said in known and not part.prefix:
            return (known[said],)
        typing = self.typing and part.typing
        if found := tuple(
            known[word] for word in known if said and word.startswith(said) and (typing or part.prefix)
        ):
            return found
        if not typing:
            self._refuse_value(name, part.text, tuple(VALUES[name]))
        return ()

    def _take_range(self, name: Field, token: Token) -> None:
        spans = [_range(name, part.text) for part in token.parts]
        if len(spans) == 1 and spans[0]:
            self.ranges.append(Range(name, *spans[0], token.negated))
        elif not self._unfinished(token) and token.parts[0].text.strip("<>=≤≥.-"):
            self.problems.append(
                f"{name.title()} runs from {SCALE[0]} to {SCALE[-1]}; write for example {_EXAMPLES[name]}."
            )

    def _take_date(self, name: Field, token: Token) -> None:
        if token.negated:
            other = Field.UNTIL if name is Field.SINCE else Field.SINCE
            self.problems.append(f"“-{name}:” says nothing; write “{other}:” for the other side.")
            return
        try:
            span = self._span(", ".join(part.text for part in token.parts))
        except DateNotUnderstood as problem:
            if not self._unfinished(token):
                self.problems.append(f"{name}: {problem}")
            return
        if name is Field.SINCE:
            self.since.append(span.first)
        else:
            self.until.append(span.last)

    def _span(self, text: str) -> Span:
        """The days of a date in words; hyphens may stand for spaces, as in "3-days-ago"."""
        from bounceback_tui.domain.dates import understand_span  # noqa: PLC0415 - most searches name no day

        try:
            return understand_span(text, self.today, self.order)
        except DateNotUnderstood:
            if "-" not in text or not re.search("[a-z]", text, re.IGNORECASE):
                raise
            return understand_span(text.replace("-", " "), self.today, self.order)

    def _take_state(self, token: Token) -> None:
        for part in token.parts:
            if part.text.casefold() == "deleted" or (
                self.typing and part.typing and "deleted".startswith(part.text.casefold())
            ):
                self.deleted = self.deleted or not token.negated
            elif not (self.typing and part.typing):
                self._refuse_value(Field.IS, part.text, ("deleted",))

    def _unfinished(self, token: Token) -> bool:
        return self.typing and token.parts[-1].typing

    def _refuse_value(self, name: Field, said: str, known: Sequence[str]) -> None:
        words = tuple(word.replace(" ", "-") for word in known)
        hint = did_you_mean(said.casefold(), words, f"it takes {', '.join(words)}.")
        self.problems.append(f"“{name}:” does not know {quoted(said)}; {hint}")


def _range(name: Field, text: str) -> tuple[int, int] | None:
    """Lowest and highest value of "4", "<4", ">=6" or "3..5", None where none of the scale is meant."""
    low, high = SCALE[0], SCALE[-1]
    text = text.replace(" ", "").replace("≤", "<=").replace("≥", ">=").replace("–", "-")
    if match := re.fullmatch("([<>]?=?)([0-9]{1,2})", text):
        number = int(match[2])
        spans = {"<": (low, number - 1), "<=": (low, number), ">": (number + 1, high), ">=": (number, high)}
        low, high = spans.get(match[1], (number, number)) if number in SCALE else (high, low)
    elif match := re.fullmatch(r"([0-9]?)(?:\.\.|-)([0-9]?)", text):
        if not (match[1] or match[2]):
            return None
        low, high = sorted((int(match[1] or low), int(match[2] or high)))
    else:
        return None
    return (low, high) if low <= high and low in SCALE and high in SCALE else None
