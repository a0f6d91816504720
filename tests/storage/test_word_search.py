"""Hits stay while a word is typed to its end, and what has nothing to do with it does not come up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from journals import HandSetClock, open_journal

from bounceback_tui.domain.query import parse
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import word_search

TODAY = date(2026, 11, 23)

_WORDS = """
    rejection rejected interview interviewer interviewing application applications applied applying company
    companies recruiter recruiting feedback experience experienced candidate qualification qualifications
    opportunity opportunities disappointed disappointment frustrated frustrating unfortunately confidence
    confident preparation prepared questions answering nervous salary negotiation manager management technical
    decision strengths achievements carefully completely employer employment possibility everything anyone
    beginning running hopeful hopeless curious owing dying criticism
    uncertainty organised relaxation lonely going being busy business stopping regretted
"""
WORDS = _WORDS.split()
"""What people write about looking for work, with most of the endings that English has."""

_SHORT = (
    "the a an in of to is it but bus read really rest next walk his are article yes year even evening was"
)
SHORT = _SHORT.split()
"""Short words that a stemmer is easily led astray by."""


@pytest.fixture(scope="module")
def dictionary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A journal with an entry for each word."""
    with open_journal(tmp_path_factory.mktemp("words") / "journal.db", HandSetClock()) as workspace:
        for word in WORDS + SHORT:
            workspace.journal.note(word)
        yield workspace


def found(workspace: Workspace, typed: str) -> set[str]:
    history = workspace.journal.history(parse(typed, TODAY, typing=True))
    return {item.entry.title for item in history.items(0, history.known)}


def missed(workspace: Workspace, words: Sequence[str]) -> list[str]:
    """Beginnings of three letters and more that do not find the word."""
    beginnings = [(word, word[:length]) for word in words for length in range(3, len(word) + 1)]
    return [
        f"{typed}|{word[len(typed) :]}" for word, typed in beginnings if word not in found(workspace, typed)
    ]


def test_a_word_is_found_from_its_third_letter_to_its_last(dictionary: Workspace) -> None:
    assert missed(dictionary, WORDS) == []


def test_control_without_endings_hits_vanish_while_somebody_types(
    dictionary: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_search, "completions", lambda word: [])
    gone = missed(dictionary, WORDS)
    assert {"rejecti|on", "applicat|ion", "unfortunatel|y", "goi|ng", "stopp|ing"} <= set(gone)


def test_control_a_beginning_stemmed_like_a_whole_word_misses_some(
    dictionary: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_search, "_beginnings", lambda word: [f'"{word}" *'])
    assert {"any|one", "every|thing", "employ|er"} <= set(missed(dictionary, WORDS))
    assert "but" in found(dictionary, "bus")


@pytest.mark.parametrize(
    ("typed", "not_meant"),
    [
        ("bus", {"but"}),
        ("res", {"read", "really", "rejection"}),
        ("was", {"walk"}),
        ("are", {"article"}),
        ("yes", {"year"}),
        ("evening", {"opportunity"}),
        ("ins", {"in"}),
        ("ini", {"in"}),
        ("ans", {"an"}),
        ("hes", {"he"}),
        ("going", {"rest"}),
        ("rejection", {"rest", "read", "recruiter"}),
        ("hopeful", {"hopeless"}),
    ],
)
def test_what_begins_otherwise_is_not_found(dictionary: Workspace, typed: str, not_meant: set[str]) -> None:
    assert found(dictionary, typed) & not_meant == set()


@pytest.mark.parametrize("typed", ["rejections", "reject", "rejecting", "REJECTED", "rejection "])
def test_other_forms_of_a_word_find_it(dictionary: Workspace, typed: str) -> None:
    assert {"rejection", "rejected"} <= found(dictionary, typed)


@pytest.mark.parametrize("typed", ["r", "re", "u", "bu"])
def test_the_first_letters_find_too(dictionary: Workspace, typed: str) -> None:
    assert found(dictionary, typed) == {word for word in WORDS + SHORT if word.startswith(typed)}


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("résumé", "résu"),
        ("résumé", "resu"),
        ("Bewerbungsgespräch", "bewerbungsgesp"),
        ("собеседование", "собес"),
        ("Q3-plan", "q3-pl"),
        ("面接", "面"),
        ("2026", "202"),
        ("O'Brien", "o'br"),
        ("C++", "c+"),
        ("größer", "größe"),
        ("Größe", "grö"),
        ("web3ing", "web3in"),
        ("2nd experience", '"2nd experien'),
        ("they’re rejecting", "they’re rejecti"),
        ("second-rejection", "second-rejecti"),
        ("naïvely", "nai\u0308vel"),
    ],
)
def test_words_that_are_not_plain_english_are_found_as_they_are_typed(
    workspace: Workspace, word: str, typed: str
) -> None:
    workspace.journal.note(word)
    workspace.journal.note("something else")
    assert found(workspace, typed) == {word}
