"""A word that is nearly a feeling, and words that are no feeling but tell what happened."""

from __future__ import annotations

import pytest

from bounceback_tui.domain.feeling_words import is_sentence, meant

_KNOWN = ("shame", "relief", "loneliness", "gutted")


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("dissapointed", "disappointed"),
        ("Dissapointed", "disappointed"),
        ("disapointment", "disappointment"),
        ("embarassed", "embarrassed"),
        ("anixous", "anxious"),
        ("worryed", "worried"),
        ("hopefull", "hopeful"),
        ("releif", "relief"),
        ("lonelyness", "loneliness"),
        ("greif", "grief"),
    ],
)
def test_a_slip_of_the_fingers_is_seen(typed: str, right: str) -> None:
    assert meant(typed, (*_KNOWN, "disappointment")) == right


@pytest.mark.parametrize(
    "typed",
    [
        "disappointed",
        "dissap",
        "shamed",
        "gutted",
        "guted off",
        "saudade",
        "sad",
        "x",
        "",
        "trist3",
        "見る見る見",
    ],
)
def test_a_word_of_their_own_and_one_half_typed_are_left_alone(typed: str) -> None:
    assert not meant(typed, _KNOWN)


def test_one_that_is_done_with_half_way_is_seen_but_never_its_opposite() -> None:
    assert meant("disap", ("disappointment",), done=True) == "disappointment"
    assert not meant("disap", ("disappointment",))
    for one in ("worth", "power"):
        assert "less" not in meant(one, ("worthless", "powerless"), done=True)
    assert meant("hope", ("hopeless",), done=True) != "hopeless"
    assert meant("worthl", ("worthless",), done=True) == "worthless"


@pytest.mark.parametrize(
    "line",
    ["they said no", "They've said no", "Acme said no", "it hurts", "I cried", "nobody wrote back"],
)
def test_short_words_about_somebody_are_a_sentence(line: str) -> None:
    assert is_sentence(line)


@pytest.mark.parametrize("line", ["let down", "like a failure", "not good enough", "they", "out of it", ""])
def test_words_for_a_feeling_are_none(line: str) -> None:
    assert not is_sentence(line)
