"""A query told back in words, so that a person sees at once what they are looking at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from bounceback_tui.domain.calendar_terms import MONTHS, day_and_month, short_date
from bounceback_tui.domain.checkin import SCALE
from bounceback_tui.domain.kinds import Kind, Result, Source
from bounceback_tui.domain.query_values import Choice, Field, Has, Names, Query, Range, Term, Value
from bounceback_tui.domain.text import one_line

_STAGES: Mapping[Value, str] = {
    Kind.APPLIED: "application-stage",
    Kind.SCREEN: "phone-screen",
    Kind.INTERVIEW: "interview-stage",
    Kind.TASK: "task-stage",
    Kind.FINAL: "final-round",
    Kind.OFFER: "offer-stage",
}
_RESULTS: Mapping[Value, str] = {
    Result.REJECTED: "rejections",
    Result.GHOSTED: "silences",
    Result.MOVED_ON: "steps forward",
    Result.OFFER: "offers",
    Result.ACCEPTED: "acceptances",
    Result.WITHDREW: "withdrawals",
}
_SOURCES: Mapping[Value, str] = {
    Source.REFERRAL: "a referral",
    Source.AGENCY: "an agency",
    Source.JOB_BOARD: "a job board",
    Source.COMPANY_SITE: "a company site",
    Source.RECRUITER: "a recruiter",
    Source.OTHER: "another source",
}
_HAS: Mapping[Value, str] = {
    Has.TEXT: "text",
    Has.TAGS: "tags",
    Has.FEELINGS: "feelings",
    Has.CHECKIN: "a check-in",
    Has.EVENT: "an event",
    Has.FEEDBACK: "feedback",
    Has.REVISIONS: "earlier versions",
}
_BEFORE = {
    Field.COMPANY: "at",
    Field.ROLE: "as",
    Field.TAG: "tagged",
    Field.FEEL: "feeling",
    Field.SOURCE: "through",
    Field.HAS: "with",
}
"""What stands before the values of a filter."""


def describe(query: Query, today: date | None = None, things: str = "entries") -> str:
    """ "final-round rejections since January, mood below 4": plain text, without a full stop.

    Dates within the year of `today` are told without it; `things` are what is looked for.
    """
    if not query:
        return f"all {things}"
    kinds = [*_choices(query, Field.STAGE, _STAGES, " "), *_choices(query, Field.RESULT, _RESULTS, " and ")]
    if not any(group.field is Field.RESULT and not group.negated for group in query.choices):
        kinds.append(things)
    pieces = ["deleted"] * query.deleted + kinds + list(_not_kinds(query))
    pieces += _named(query.names)
    for name, words in ((Field.SOURCE, _SOURCES), (Field.HAS, _HAS)):
        pieces += [_choice_phrase(group, words) for group in query.choices if group.field is name]
    pieces += [phrase for negated in (False, True) if (phrase := _term_phrase(query.words, negated))]
    pieces += _days(query, today)
    return ", ".join([" ".join(pieces), *(_range_phrase(span) for span in query.ranges)])


def things_of(query: Query, otherwise: str = "everything") -> str:
    """What is looked for where cases are counted: a stage without a result is that of applications."""
    chosen = {group.field for group in query.choices if not group.negated}
    return "applications" if Field.STAGE in chosen and Field.RESULT not in chosen else otherwise


def _choices(query: Query, name: Field, words: Mapping[Value, str], join: str) -> Iterator[str]:
    groups = [group for group in query.choices if group.field is name and not group.negated]
    if groups:
        yield join.join(" or ".join(words[value] for value in group.values) for group in groups)


def _not_kinds(query: Query) -> Iterator[str]:
    """What the entries are not, by result and stage."""
    for name, words, before in ((Field.STAGE, _STAGES, "not"), (Field.RESULT, _RESULTS, "other than")):
        for group in query.choices:
            if group.field is name and group.negated:
                yield f"{before} {' or '.join(words[value] for value in group.values)}"


def _named(groups: tuple[Names, ...]) -> Iterator[str]:
    said: set[Field] = set()
    for group in groups:
        names = " or ".join(one_line(value.text) + "…" * value.prefix for value in group.values)
        before = "not " if group.negated else "and " if group.field in said else ""
        said.add(group.field)
        yield f"{before}{_BEFORE[group.field]} {names}"


def _choice_phrase(group: Choice, words: Mapping[Value, str]) -> str:
    before = _BEFORE[group.field]
    if group.negated:
        before = "without" if group.field is Field.HAS else f"not {before}"
    return f"{before} {' or '.join(words[value] for value in group.values)}"


def _term_phrase(terms: tuple[Term, ...], negated: bool) -> str:
    said = [f"“{one_line(term.text)}{'…' * term.prefix}”" for term in terms if term.negated is negated]
    if not said:
        return ""
    return f"without {' or '.join(said)}" if negated else f"with {' and '.join(said)}"


def _days(query: Query, today: date | None) -> Iterator[str]:
    since, until = query.since, query.until
    if since and since == until:
        yield f"on {_day(since, today)}"
        return
    if since:
        whole = since.day == 1
        yield f"since {_month(since, today) if whole else _day(since, today)}"
    if until:
        whole = (until + timedelta(days=1)).day == 1
        yield f"until {'the end of ' * whole}{_month(until, today) if whole else _day(until, today)}"


def _day(day: date, today: date | None) -> str:
    return day_and_month(day) if today and day.year == today.year else short_date(day)


def _month(day: date, today: date | None) -> str:
    name = MONTHS[day.month - 1].title()
    return name if today and day.year == today.year else f"{name} {day.year}"


def _range_phrase(span: Range) -> str:
    low, high = span.low, span.high
    if low > high:
        return f"{span.field} above {low - 1} and below {high + 1}"
    said = f"{low} to {high}"
    if low == high:
        said = str(low)
    elif low == SCALE[0]:
        said = "of any height" if high == SCALE[-1] else f"below {high + 1}"
    elif high == SCALE[-1]:
        said = f"above {low - 1}"
    return f"{span.field} {'not ' * span.negated}{said}"
