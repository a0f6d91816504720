"""What an import found, in sentences: one of each thing and several."""

from __future__ import annotations

import pytest

from bounceback_tui.domain.import_report import MOST_TOLD, Found, Sort


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Found(), ""),
        (Found(known=1), "1 thing is in the journal already."),
        (Found(known=2), "2 things are in the journal already."),
        (Found(refusals=1), "1 part cannot come in."),
        (Found(refusals=2), "2 parts cannot come in."),
        (Found(elsewhere=1), "1 reading belongs to an entry, and comes in with the table of entries."),
        (Found(elsewhere=2), "2 readings belong to an entry, and come in with the table of entries."),
        (Found(kept=1), "1 application has another source, link or other notes here; yours were kept."),
        (Found(kept=2), "2 applications have another source, link or other notes here; yours were kept."),
        (
            Found(closed=1),
            "1 rejection of more than four weeks ago, or of no known date, comes in as closed.",
        ),
        (
            Found(closed=2),
            "2 rejections of more than four weeks ago, or of no known date, come in as closed.",
        ),
        (Found(known=1, refusals=1), "1 thing is in the journal already. 1 part cannot come in."),
    ],
)
def test_what_is_not_new_is_told_in_sentences(found: Found, said: str) -> None:
    assert found.beside_words() == said


@pytest.mark.parametrize(
    ("sorts", "said"),
    [
        ((), "nothing"),
        ((Sort.ENTRY,), "1 entry"),
        ((Sort.EVENT, Sort.ENTRY, Sort.ENTRY), "2 entries and 1 event"),
        (
            (Sort.OTHER, Sort.DETAIL, Sort.THOUGHT, Sort.THOUGHT),
            "1 missing detail, 2 thought records and 1 other thing",
        ),
    ],
)
def test_what_is_new_is_counted_by_its_sort(sorts: tuple[Sort, ...], said: str) -> None:
    found = Found()
    for sort in sorts:
        found.add(sort)
    assert found.new_words() == said
    assert found.anything is bool(sorts)


def test_nothing_of_a_sort_is_not_told() -> None:
    found = Found()
    found.add(Sort.ENTRY, 0)
    assert (found.new_words(), found.anything) == ("nothing", False)
    found.add(Sort.ENTRY, 2)
    found.add(Sort.ENTRY, 3)
    assert found.new_words() == "5 entries"


def test_of_very_many_refusals_the_first_are_kept_and_all_are_counted() -> None:
    found = Found(known=2, elsewhere=3)
    found.add(Sort.CHECKIN, 4)
    for line in range(MOST_TOLD + 5):
        found.refuse(line, "why")
    assert (len(found.refused), found.refusals) == (MOST_TOLD, MOST_TOLD + 5)
    assert (found.refused[0].line, found.refused[-1].line) == (0, MOST_TOLD - 1)
    assert found.seen == 2 + 3 + 4 + MOST_TOLD + 5
