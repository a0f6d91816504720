"""A query told back in words, narrowed, and whatever else may be typed."""

from __future__ import annotations

from datetime import date

import pytest
from brisk import often
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bounceback_tui.domain.dates import DateOrder
from bounceback_tui.domain.query import (
    LONGEST,
    VALUES,
    Field,
    Query,
    describe,
    parse,
    tail,
)
from bounceback_tui.domain.text import one_line

TODAY = date(2026, 11, 23)
"""A Monday."""


def asked(text: str, *, typing: bool = False) -> Query:
    """The query of a text in which nothing is wrong."""
    query = parse(text, TODAY, typing=typing)
    assert query.problems == ()
    return query


def test_and_narrows() -> None:
    both = asked("tag:a mood:>2 since:2026-01 panel") & asked("tag:b mood:<6 until:2026-03 -sad is:deleted")
    assert both == asked("panel -sad tag:a +tag:b mood:3..5 since:2026-01-01 until:2026-03-31 is:deleted")
    assert asked("company:a -tag:x") & asked("company:a -tag:y") == asked("company:a -tag:x,y")
    assert parse("mood:12", TODAY) & parse("compny:a", TODAY) == Query()
    assert len((parse("mood:12", TODAY) & parse("compny:a", TODAY)).problems) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "stage:final result:rejected since:january mood:<4",
            "final-round rejections since January, mood below 4",
        ),
        ("", "all entries"),
        ("is:deleted", "deleted entries"),
        ("panel -salary", "entries with “panel” without “salary”"),
        ("a\u202eb company:c\u202ed", "entries at c<U+202E>d with “a<U+202E>b”"),
        ('"two words" pan*', "entries with “two words” and “pan…”"),
        ("company:Acme,Beta", "entries at Acme or Beta"),
        ("role:engineer -company:Acme", "entries not at Acme as engineer"),
        ("tag:a +tag:b", "entries tagged a and tagged b"),
        ("feel:shame has:feedback", "entries feeling shame with feedback"),
        ("-has:text", "entries without text"),
        ("source:referral -source:agency", "entries through a referral not through an agency"),
        ("result:rejected,ghosted", "rejections or silences"),
        ("-result:rejected", "entries other than rejections"),
        ("-stage:task", "entries not task-stage"),
        ("result:offer since:2025", "offers since January 2025"),
        ("since:2026-11-20 until:2026-11-20", "entries on 20 Nov"),
        ("until:yesterday", "entries until 22 Nov"),
        ("until:2025-02", "entries until the end of February 2025"),
        ("mood:4 energy:>6", "entries, mood 4, energy above 6"),
        ("mood:3..5", "entries, mood 3 to 5"),
        ("-mood:3..5", "entries, mood not 3 to 5"),
        ("mood:>7 mood:<3", "entries, mood above 7 and below 3"),
        ("mood:1..9", "entries, mood of any height"),
    ],
)
def test_told_in_words(text: str, said: str) -> None:
    assert describe(asked(text), TODAY) == said


def test_without_a_day_years_are_told() -> None:
    assert describe(asked("since:january until:yesterday")) == "entries since January 2026 until 22 Nov 2026"


def test_every_value_has_its_words() -> None:
    for name, values in VALUES.items():
        said = {
            describe(asked(f"{sign}{name}:{value.replace(' ', '-')}"))
            for value in values
            for sign in ("", "-")
        }
        assert len(said) == 2 * len(values)


VALUE = st.sampled_from(
    [
        *(
            "acme",
            '"Acme, Inc"',
            "final",
            "moved-on",
            '"job board"',
            "rejected,ghosted",
            "#a",
            "b*",
            '"x*"',
            "a,b",
        ),
        *(
            "<4",
            ">=6",
            "3..5",
            "9",
            "12",
            "<",
            "2026-01",
            "yesterday",
            "3/4",
            "last-week",
            "feedback",
            "deleted",
        ),
        *("", '"', '"open', ",,", "-", "~", "é", "ß,SS", "İ", "ǰ", "\u202e", "# #a"),
    ]
)


FILTER = st.builds(
    "{}{}:{}".format,
    st.sampled_from(["", "", "-", "+", "--+"]),
    st.sampled_from([*Field, "compny", "x", "Tag"]),
    VALUE,
)


WORD = st.sampled_from(
    [
        "panel",
        "-salary",
        '"a phrase"',
        '-"b c"*',
        "pan*",
        "10:30",
        "a://b",
        "*x",
        "--",
        '"',
        "“x”",
        "²",
        "a\u202eb",
    ]
)


TEXT = st.lists(FILTER | WORD | st.text(max_size=8), max_size=10).map(" ".join) | st.text(max_size=80)


QUERY = st.builds(parse, TEXT, st.just(TODAY), st.sampled_from(DateOrder), typing=st.booleans())


@settings(deadline=None, max_examples=often(500))
@given(TEXT, st.sampled_from(DateOrder), st.booleans())
@example('"' * LONGEST * 2, DateOrder.ASK, True)
@example("-" * LONGEST * 2, DateOrder.ASK, True)
@example("tag:" * LONGEST, DateOrder.ASK, True)
def test_nothing_typed_is_an_error(text: str, order: DateOrder, typing: bool) -> None:
    query = parse(text, TODAY, order, typing=typing)
    assert all(problem == one_line(problem) for problem in query.problems)
    assert all(term.text and '"' not in term.text for term in query.words)
    found = tail(text)
    assert 0 <= found.start <= len(text)


@settings(deadline=None, max_examples=often(500))
@given(QUERY)
def test_a_query_printed_is_the_same_query(query: Query) -> None:
    again = parse(str(query), TODAY)
    assert again == query
    assert again.problems == ()
    assert str(again) == str(query)


@settings(deadline=None, max_examples=often(300))
@given(QUERY, QUERY, QUERY)
def test_narrowing_is_associative_and_prints(a: Query, b: Query, c: Query) -> None:
    assert (a & b) & c == a & (b & c)
    assert a & Query() == Query() & a == a & a == a
    assert parse(str(a & b), TODAY) == a & b


@settings(deadline=None, max_examples=often(300))
@given(QUERY)
def test_a_query_is_told_on_one_line(query: Query) -> None:
    said = describe(query, TODAY)
    assert said == one_line(said)
    assert (said == "all entries") == (not query)
