"""What was it about, by what employers said: answers counted, remarks by theme."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_pasts import day

from bounceback_tui.domain.feedback import FeedbackState, Remark, RemarkKind
from bounceback_tui.domain.past import Past, Request
from bounceback_tui.statistics import feedback
from bounceback_tui.statistics.feedback import Feedback

ASKED, ANSWERED, DECLINED, SILENT = (
    FeedbackState.ASKED,
    FeedbackState.ANSWERED,
    FeedbackState.DECLINED,
    FeedbackState.SILENT,
)
STRENGTH, GAP, OUTSIDE = RemarkKind.STRENGTH, RemarkKind.GAP, RemarkKind.OUTSIDE

TODAY = 100


def asked(number: int, state: FeedbackState, on: int = 0, answered: int | None = None) -> Request:
    came = None if answered is None else day(answered)
    return Request(f"e{number:03}", f"Firm {number}", state, day(on), came)


def said(number: int, company: str, *remarks: Remark, on: int | None = None) -> Request:
    """Remarks that came without asking."""
    return Request(
        f"e{number:03}", company, FeedbackState.NOT_ASKED, None, None if on is None else day(on), remarks
    )


def strength(theme: str, text: str = "") -> Remark:
    return Remark(STRENGTH, theme, text)


def answer(*known: Request, today: int = TODAY) -> Feedback:
    return feedback.compute(Past(day(today), requests=known))


def counts(found: Feedback) -> tuple[int, int, int, int, int]:
    return found.n, found.answered, found.declined, found.silent, found.waiting


TWELVE = (
    *(asked(number, ANSWERED, 10, 20) for number in range(3)),
    *(asked(number, DECLINED, 10) for number in range(3, 5)),
    *(asked(number, SILENT, 95) for number in range(5, 7)),
    *(asked(number, ASKED, TODAY - 14) for number in range(7, 12)),
)
"""3 of 12 were answered; 5 of the others have been waited for these 14 days."""


def test_the_share_is_of_those_that_are_settled() -> None:
    waiting = [asked(number, ASKED, TODAY - 13) for number in range(20, 24)]
    found = answer(*TWELVE, *waiting)
    assert counts(found) == (16, 3, 2, 7, 4)
    assert found.share == 0.25
    assert (found.low, found.high) == pytest.approx((0.089, 0.532), abs=0.0005)
    assert found.sentence == (
        "3 of 12 requests were answered: likely between 1 in 11 and 1 in 2. 4 more may still come."
    )


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (asked(1, ASKED, TODAY - 13), (1, 0, 0, 0, 1)),
        (asked(1, ASKED, TODAY - 14), (1, 0, 0, 1, 0)),
        (asked(1, SILENT, TODAY), (1, 0, 0, 1, 0)),
        (asked(1, ANSWERED, TODAY, TODAY), (1, 1, 0, 0, 0)),
        # an answer of tomorrow is none yet
        (asked(1, ANSWERED, TODAY - 1, TODAY + 1), (1, 0, 0, 0, 1)),
        (asked(1, ANSWERED, TODAY - 20, TODAY + 1), (1, 0, 0, 1, 0)),
        # and who will be asked tomorrow was not asked
        (asked(1, ASKED, TODAY + 1), (0, 0, 0, 0, 0)),
        (said(1, "Acme", strength("calm")), (0, 0, 0, 0, 0)),
        (Request("e1", "Acme", SILENT), (0, 0, 0, 0, 0)),
    ],
)
def test_one_request_counts_as_what_became_of_it(request_: Request, expected: tuple[int, ...]) -> None:
    assert counts(answer(request_)) == expected


def test_two_are_too_few_and_three_are_enough() -> None:
    two = answer(*TWELVE[:2])
    assert (two.enough, two.share, two.low, two.high) == (False, None, None, None)
    assert two.sentence == "Too few to say yet; still missing: 1 more request for feedback."
    assert answer(*TWELVE[:3]).enough


def test_no_share_before_three_are_settled() -> None:
    found = answer(*TWELVE[:2], *(asked(number, ASKED, TODAY) for number in range(20, 24)))
    assert (found.enough, found.share, found.low, found.high) == (True, None, None, None)
    assert found.sentence == (
        "How many requests are answered cannot be said yet; still missing: 1 more request with an answer, or "
        "with none after 14 days."
    )


def told(found: Feedback, kind: RemarkKind = STRENGTH) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.words, one.companies) for one in found.said[kind]]


def test_what_several_employers_named_comes_first_in_whatever_case() -> None:
    found = answer(
        said(1, "Acme", strength("calm"), strength("honest"), on=1),
        said(2, "Zed", strength("preparation"), on=2),
        said(3, "ACME  gmbh", strength("Preparation "), on=3),
        said(4, "acme GmbH", strength("preparation"), strength("late"), on=4),
        said(5, "Oak", Remark(GAP, "preparation"), Remark(OUTSIDE, "a friend"), on=5),
    )
    assert told(found) == [
        ("preparation", ("acme GmbH", "Zed")),
        ("late", ("acme GmbH",)),
        ("calm", ("Acme",)),
        ("honest", ("Acme",)),
    ]
    assert told(found, GAP) == [("preparation", ("Oak",))]
    assert told(found, OUTSIDE) == [("a friend", ("Oak",))]
    assert found.sentence.endswith("Two or more employers named, as strengths: preparation.")
    assert not found.enough


def test_strengths_and_gaps_are_told_and_no_more_than_three_of_each() -> None:
    names = [strength(name) for name in "abcde"]
    found = answer(*(said(number, f"F{number}", *names, Remark(GAP, "x")) for number in range(2)))
    assert found.sentence.endswith("named, as strengths: a, b, c and 2 more; as gaps: x.")


def test_companies_without_a_name_count_as_one() -> None:
    found = answer(said(1, "", strength("calm")), said(2, "  ", strength("calm")))
    assert told(found) == [("calm", ("an employer",))]
    assert "Two or more" not in found.sentence
    found = answer(said(1, "", strength("calm")), said(2, "Acme", strength("calm")))
    assert "Two or more employers named, as strengths: calm." in found.sentence


def test_a_remark_without_a_theme_is_told_by_its_first_words() -> None:
    long = "You stayed calm " * 20
    parsed = answer(said(1, "Acme", strength("", long), strength(" ", " "))).as_json()
    (one,) = parsed["strengths"]  # type: ignore[misc]  # a list of JSON
    assert len(one["theme"]) in range(50, 61)
    assert one["theme"].endswith("…")
    assert one["theme"].startswith("You stayed calm You")


def test_what_will_be_said_tomorrow_was_not_said() -> None:
    later = said(1, "Acme", strength("calm"), on=TODAY + 1)
    assert answer(later) == answer()


def test_the_table_tells_every_list_and_what_became_of_the_requests() -> None:
    found = answer(*TWELVE, said(30, "Acme", strength("calm")))
    assert found.table().rows == (
        ("strength", "calm", "1", "Acme"),
        ("gap", "none named yet", "–", ""),
        ("outside me", "none named yet", "–", ""),
    )
    assert found.table().foot == "Of 12 requests: 3 answered, 2 declined, 7 silent."
    assert not answer().table().rows


def test_json_has_the_keys_of_the_contract() -> None:
    parsed = json.loads(json.dumps(answer(*TWELVE, said(30, "Acme", strength("calm"))).as_json()))
    assert {"asked", "answered", "silent", "share", "low", "high", "strengths", "gaps", "outside"} < set(
        parsed
    )
    assert (parsed["n"], parsed["asked"], parsed["answered"], parsed["silent"]) == (12, 12, 3, 7)
    assert parsed["strengths"] == [{"theme": "calm", "companies": ["Acme"]}]
    assert parsed["gaps"] == []


some_remarks = st.lists(
    st.builds(
        Remark,
        st.sampled_from(RemarkKind),
        st.sampled_from(["calm", "Calm", "", "deep", "[/]"]),
        st.sampled_from(["", "calm", "So  calm"]),
    ),
    max_size=3,
).map(tuple)
a_day = st.none() | st.integers(0, 120).map(day)
many = st.lists(
    st.builds(
        Request,
        st.integers(0, 999).map(str),
        st.sampled_from(["Acme", "ACME", "Zed", "", " "]),
        st.sampled_from(FeedbackState),
        a_day,
        a_day,
        some_remarks,
    ),
    max_size=14,
    unique_by=lambda one: one.episode,
)


@given(many, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(known: list[Request], chance: random.Random) -> None:
    shuffled = chance.sample(known, len(known))
    assert answer(*shuffled) == answer(*known)
    assert answer(*shuffled).as_json() == answer(*known).as_json()


@given(many)
def test_the_interval_holds_the_share_and_everything_adds_up(known: list[Request]) -> None:
    found = answer(*known)
    assert found.n == found.answered + found.declined + found.silent + found.waiting
    if found.share is None:
        assert found.n - found.waiting < 3
        assert found.low is found.high is None
        assert "likely" not in found.sentence
    else:
        assert found.low is not None
        assert found.high is not None
        assert 0 <= found.low <= found.share <= found.high <= 1
    for themes in found.said.values():
        sizes = [len(one.companies) for one in themes]
        assert sizes == sorted(sizes, reverse=True)


def test_where_nobody_was_asked_nothing_is_said_of_requests() -> None:
    assert answer(said(1, "Acme", strength("calm"))).table().foot == ""
    still = asked(1, ASKED, on=TODAY - 13), asked(2, ASKED, on=TODAY - 14)
    assert answer(*still).table().foot == "Of 2 requests: 1 silent, 1 asked less than 14 days ago."


def test_a_long_theme_is_cut_where_it_is_told() -> None:
    def agreed(theme: str) -> str:
        return answer(said(1, "Acme", strength(theme)), said(2, "Brook", strength(theme))).sentence

    assert agreed("t" * 40).endswith(f"named, as strengths: {'t' * 40}.")
    assert agreed("t" * 41).endswith(f"named, as strengths: {'t' * 39}….")
