"""What a query looks for where cases are counted, so that it is told as what it is."""

from __future__ import annotations

from datetime import date

import pytest

from bounceback_tui.domain.query import Query, describe, parse, things_of

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
