"""What a query looks for where cases are counted, so that it is told as what it is."""

from __future__ import annotations

from datetime import date

import pytest

from bounceback_tui.domain.query import LONGEST, Query, describe, parse, things_of
from bounceback_tui.domain.query_values import Field, Name, Range

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("stage:applied mood:<4", "application-stage applications, mood below 4"),
        ("stage:final,offer", "final-round or offer-stage applications"),
        ("stage:final result:rejected", "final-round rejections"),
        ("stage:final -result:rejected", "final-round applications other than rejections"),
        ("-stage:final", "everything not final-round"),
        ("source:referral", "everything through a referral"),
    ],
)
def test_a_stage_alone_is_that_of_applications(text: str, said: str) -> None:
    query = parse(text, TODAY)
    assert describe(query, TODAY, things_of(query)) == said


def test_other_things_have_the_name_that_is_given() -> None:
    assert things_of(Query(), "entries") == "entries"
    assert things_of(parse("stage:final", TODAY), "entries") == "applications"


@pytest.mark.parametrize(
    ("text", "beyond"), [("", False), ("since:january until:yesterday", False), ("acme since:january", True)]
)
def test_what_asks_for_more_than_days(text: str, beyond: bool) -> None:
    assert parse(text, TODAY).beyond_days is beyond


@pytest.mark.parametrize(
    ("low", "high", "said", "words"),
    [
        (4, 4, "mood:4", "mood 4"),
        (1, 1, "mood:1", "mood 1"),
        (9, 9, "mood:9", "mood 9"),
        (1, 3, "mood:<4", "mood below 4"),
        (2, 3, "mood:2..3", "mood 2 to 3"),
        (1, 8, "mood:<9", "mood below 9"),
        (7, 9, "mood:>6", "mood above 6"),
        (2, 9, "mood:>1", "mood above 1"),
        (1, 9, "mood:1..9", "mood of any height"),
        (7, 3, "mood:>6 mood:<4", "mood above 6 and below 4"),
    ],
)
def test_a_range_is_written_in_the_shortest_way_and_read_again(
    low: int, high: int, said: str, words: str
) -> None:
    query = Query(ranges=(Range(Field.MOOD, low, high),))
    assert str(query) == said
    assert parse(said, TODAY) == query
    assert words in describe(query)
    if low <= high:
        assert parse(f"-{said}", TODAY) == Query(ranges=(Range(Field.MOOD, low, high, negated=True),))
        assert str(parse(f"-{said}", TODAY)) == f"-{said}"


@pytest.mark.parametrize(
    ("name", "said"),
    [("Acme", "Acme"), ("A.B-C_d&e/f'g", "A.B-C_d&e/f'g"), ("Acme Ltd", '"Acme Ltd"'), ("a:b", '"a:b"')],
)
def test_a_name_stands_in_quotation_marks_where_it_needs_them(name: str, said: str) -> None:
    assert str(Name(name)) == said
    assert str(Name(name, prefix=True)) == f"{said}*"


def test_a_day_of_this_year_is_told_without_it() -> None:
    days = Query(since=date(2026, 11, 5), until=date(2026, 11, 7))
    assert describe(days, TODAY) == "entries since 5 Nov until 7 Nov"
    month = Query(since=date(2026, 10, 1), until=date(2026, 11, 30))
    assert describe(month, TODAY).endswith("since October until the end of November")
    assert describe(month).endswith("since October 2026 until the end of November 2026")
    assert "5 Nov 2026" in describe(days)
    assert "5 Nov 2026" in describe(days, date(2027, 1, 1))


def test_what_is_typed_is_unfinished_up_to_the_last_character_that_is_read() -> None:
    text = "a " * ((LONGEST - 6) // 2) + "is:del"
    assert len(text) == LONGEST
    found = parse(text, TODAY, typing=True)
    assert (found.deleted, found.problems) == (True, ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("-stage:final,offer", "everything not final-round or offer-stage"),
        (
            "-result:rejected,ghosted stage:final",
            "final-round applications other than rejections or silences",
        ),
    ],
)
def test_what_is_left_out_is_told_with_or(text: str, said: str) -> None:
    query = parse(text, TODAY)
    assert describe(query, TODAY, things_of(query)) == said


@pytest.mark.parametrize(
    "text", ["source:job-board,company-site", "-result:moved-on", "has:check-in stage:final"]
)
def test_a_value_of_two_words_is_written_with_a_hyphen_and_read_again(text: str) -> None:
    query = parse(text, TODAY)
    assert not query.problems
    assert parse(str(query), TODAY) == query
    assert " ".join(sorted(str(query).split())) == " ".join(sorted(text.split()))


def test_a_name_that_only_begins_so_is_told_with_dots() -> None:
    assert describe(parse("tag:pan*,late", TODAY)).endswith("pan… or late")
