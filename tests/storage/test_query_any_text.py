"""The negation of a filter finds all that the filter does not, and no text whatever is an error."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from brisk import often
from hypothesis import given, settings
from hypothesis import strategies as st
from journals import HandSetClock, open_journal
from told_journal import TODAY, fill, titles

from bounceback_tui.domain.checkin import SCALE
from bounceback_tui.domain.query import VALUES, Choice, Field, Name, Names, Query, Range, Term, parse
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import entries


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    clock = HandSetClock()
    with open_journal(tmp_path_factory.mktemp("query") / "journal.db", clock) as workspace:
        fill(workspace, clock)
        yield workspace


# What somebody may write after each filter, and a few things that nobody has written anywhere.
NAMES = st.sampled_from(
    ["acme", "Acme Labs", "data", "panel", "pan", "walk", "shame", "hope", "", "x", "ö", "%"]
)
TEXTS = st.one_of(
    st.sampled_from(
        ["panel", "salary", "walk", "no", "the", "AND", "near", "!!!", "🙂", "caf", "two hours", "e-mail"]
    ),
    st.text(min_size=1, max_size=8),
)


@st.composite
def single_filters(draw: st.DrawFn) -> tuple[Query, Query]:
    """A query of one filter, and the same negated."""
    kind = draw(st.sampled_from(["word", "name", "choice", "range"]))
    if kind == "word":
        text = draw(TEXTS)
        phrase, prefix = draw(st.booleans()), draw(st.booleans())
        one, other = (Query(words=(Term(text, phrase, prefix, no),)) for no in (False, True))
    elif kind == "name":
        field = draw(st.sampled_from([Field.COMPANY, Field.ROLE, Field.TAG, Field.FEEL]))
        names = st.builds(Name, st.one_of(NAMES, st.text(max_size=4)), st.booleans())
        values = tuple(draw(st.lists(names, min_size=1, max_size=3)))
        one, other = (Query(names=(Names(field, values, no),)) for no in (False, True))
    elif kind == "choice":
        field = draw(st.sampled_from(list(VALUES)))
        chosen = tuple(draw(st.lists(st.sampled_from(VALUES[field]), min_size=1, max_size=3, unique=True)))
        one, other = (Query(choices=(Choice(field, chosen, no),)) for no in (False, True))
    else:
        field = draw(st.sampled_from([Field.MOOD, Field.ENERGY]))
        low, high = draw(st.sampled_from(SCALE)), draw(st.sampled_from(SCALE))
        one, other = (Query(ranges=(Range(field, low, high, no),)) for no in (False, True))
    return one, other


@settings(max_examples=often(400), deadline=None)
@given(single_filters(), st.booleans())
def test_a_negated_filter_finds_all_that_the_filter_does_not(
    told: Workspace, pair: tuple[Query, Query], deleted: bool
) -> None:
    within = Query(deleted=deleted)
    found, rest = (titles(told, query & within) for query in pair)
    assert found | rest == titles(told, within)
    assert found & rest == set()


@settings(max_examples=often(200), deadline=None)
@given(single_filters(), single_filters())
def test_two_filters_find_what_each_of_them_finds(
    told: Workspace, one: tuple[Query, Query], other: tuple[Query, Query]
) -> None:
    for first in one:
        for second in other:
            if not (first.ranges and second.ranges):  # those of one field become one range
                assert titles(told, first & second) == titles(told, first) & titles(told, second)


@settings(max_examples=often(200), deadline=None)
@given(st.dates(), st.dates())
def test_days_are_those_that_the_person_lived(told: Workspace, since: date, until: date) -> None:
    database = told.database
    days = {
        item.entry.title: item.entry.written_at.local_date
        for item in entries.items(database, entries.positions(database, Query())).values()
    }
    expected = {title for title, day in days.items() if since <= day <= until}
    assert titles(told, Query(since=since, until=until)) == expected
    near = [day for day in days.values() if day.year > 2000]
    for day in near:
        assert titles(told, Query(since=day, until=day)) == {one for one in days if days[one] == day}


HOSTILE = st.text(
    st.one_of(
        st.characters(),  # surrogates and control characters too
        st.sampled_from("\"'*+-^:(){}[]|&!~%_\\/,.<>=#;\0\ud800🙂é "),
        st.sampled_from("ANDORTNEAR"),
    ),
    max_size=60,
)


@settings(max_examples=often(1000), deadline=None)
@given(HOSTILE, st.booleans())
def test_no_text_is_an_error(told: Workspace, text: str, typing: bool) -> None:
    query = parse(text, TODAY, typing=typing)
    titles(told, query)  # raises nothing


@settings(max_examples=often(500), deadline=None)
@given(HOSTILE.filter(bool), st.booleans(), st.booleans(), st.booleans())
def test_no_word_is_an_error(told: Workspace, text: str, phrase: bool, prefix: bool, negated: bool) -> None:
    titles(told, Query(words=(Term("panel"), Term(text, phrase, prefix, negated))))


LONG = [
    " ".join(f"w{number}" for number in range(200)),
    " ".join(f"-w{number}" for number in range(170)),
    "panel " + " ".join(f"-{chr(97 + number % 26)}{number}" for number in range(170)),
    "tag:" + ",".join(f"t{number}" for number in range(150)),
    " ".join(f"-tag:t{number}" for number in range(100)),
    " ".join(f"+tag:t{number}" for number in range(100)),
    "a* " * 300,
    '"' + "word " * 199,
    "(" * 999,
]


@pytest.mark.parametrize("text", LONG, ids=[text[:12] for text in LONG])
def test_the_longest_queries_are_no_error(told: Workspace, text: str) -> None:
    assert len(text) <= 1000
    titles(told, parse(text, TODAY, typing=True))
