"""The earlier episode that is most like a new one."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.domain.application import Kind, Source
from bounceback_tui.domain.episode import Episode
from bounceback_tui.domain.similar import most_similar


def episode(key: str, day: int, stage: Kind = Kind.FINAL, source: Source | None = None) -> Episode:
    return Episode(key, key, key, "Acme", "", stage, Kind.REJECTED, date(2026, 11, day), source=source)


NEW = episode("new", 20, Kind.FINAL, Source.REFERRAL)


def test_the_same_stage_counts_before_the_source_and_the_source_before_the_day() -> None:
    screen = episode("screen", 19, Kind.SCREEN, Source.REFERRAL)
    board = episode("board", 10, Kind.FINAL, Source.JOB_BOARD)
    referral = episode("referral", 2, Kind.FINAL, Source.REFERRAL)
    assert most_similar(NEW, [screen, board, referral]) == referral
    assert most_similar(NEW, [screen, board]) == board
    assert most_similar(NEW, [screen, episode("other", 18, Kind.SCREEN)]) == screen
    assert most_similar(NEW, [episode("old", 1, Kind.SCREEN), episode("late", 3, Kind.TASK)]).id == "late"


def test_only_what_came_before_counts_and_an_unknown_source_is_like_no_other() -> None:
    assert most_similar(NEW, [NEW, episode("next", 21)]) is None
    assert most_similar(NEW, []) is None
    bare = episode("zzz", 20)
    late, early = episode("late", 19, source=Source.AGENCY), episode("early", 5)
    assert most_similar(bare, [early, late]) == late


@given(st.permutations([episode(str(day), day, Kind.FINAL if day % 2 else Kind.TASK) for day in range(1, 9)]))
def test_the_order_does_not_matter(others: list[Episode]) -> None:
    assert most_similar(NEW, others).id == "7"
