"""Strengths come in one order: what several employers agree on first, with who said so."""

from __future__ import annotations

from datetime import UTC, datetime

from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.strength import NotedStrength, Origin, every
from bounceback_tui.domain.themes import Said

NOW = Moment.of(datetime(2026, 11, 23, tzinfo=UTC))


def noted(text: str, said_by: str = "", episode: str | None = None, pinned: bool = False) -> NotedStrength:
    return NotedStrength(text[:26], NOW, text, said_by, pinned, episode)


def named(theme: str, company: str, text: str = "") -> Said:
    return Said(theme, text, company)


def test_the_order_is_agreed_on_then_this_time_then_named_once_then_own() -> None:
    found = every(
        ["they invited me"],
        [named("depth", "Oak"), named("calm", "Zed"), named("Calm ", "Acme"), named("calm", "Zed")],
        [noted("I listen")],
    )
    assert [(one.text, one.who) for one in found] == [
        ("calm", "Zed, Acme · 2 employers"),
        ("they invited me", "this time"),
        ("depth", "Oak"),
        ("I listen", "you"),
    ]


def test_what_most_employers_named_comes_first_and_the_latest_among_equals() -> None:
    found = every(
        [],
        [
            *(named("late", name) for name in ("A", "B")),
            *(named("most", name) for name in ("A", "B", "C")),
            *(named("early", name) for name in ("C", "D")),
        ],
        [],
    )
    assert [one.text for one in found] == ["most", "late", "early"]


def test_one_company_twice_is_one_employer_however_it_is_written() -> None:
    (found,) = every([], [named("calm", "ACME  GmbH"), named("calm", "Acme gmbh")], [])
    assert found.who == "ACME GmbH"


def test_without_a_theme_the_words_stand_for_it_and_without_a_company_somebody_does() -> None:
    (found,) = every([], [Said("", "You stayed calm.", "")], [])
    assert (found.text, found.quote, found.who) == ("You stayed calm.", "", "an employer")
    assert found.words == "You stayed calm."


def test_one_employer_is_quoted_and_several_are_not_put_words_into_their_mouths() -> None:
    one, two = every(
        [],
        [named("calm", "Zed", "So calm."), named("calm", "Acme"), named("deep", "Acme", "You dig deep.")],
        [],
    )
    assert (one.words, one.said_by) == ("calm", "Zed and Acme")
    assert (two.words, two.said_by) == ("You dig deep.", "Acme")


def test_a_pinned_copy_is_no_second_line_and_an_own_one_in_the_same_words_is() -> None:
    copy = noted("You dig deep.", "Acme", pinned=True)
    found = every(["on time"], [named("deep", "Acme", "You dig deep.")], [copy, noted("on time")])
    assert [(one.text, one.origin, one.pinned) for one in found] == [
        ("on time", Origin.WENT_RIGHT, False),
        ("deep", Origin.NAMED, True),
        ("on time", Origin.OWN, False),
    ]


def test_a_copy_outlives_what_it_was_copied_from() -> None:
    (found,) = every([], [], [noted("You dig deep.", "Acme", pinned=True)])
    assert (found.origin, found.who, found.pinned) == (Origin.OWN, "Acme", True)
