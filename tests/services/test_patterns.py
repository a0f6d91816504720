"""Patterns: what the journal says of a person's own pattern, and when it is worked out anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from looking import NOW, open_workspace
from worked_out import watched

from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.checkin import DayMoods, Reading
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.statistics.registry import STATISTICS

TODAY = NOW.date()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The name of each statistic, every time that it is worked out."""
    return watched(monkeypatch)


def test_there_is_an_answer_to_each_question(journal: Workspace) -> None:
    assert journal.patterns.names == tuple(each.name for each in STATISTICS)
    for name in journal.patterns.names:
        result = journal.patterns.result(name)
        assert result.name == name
        assert not result.enough
        assert "still missing" in result.sentence or "This can be said once" in result.sentence
        assert journal.patterns.statistic(name).question


def test_an_unknown_name_tells_the_known_ones(journal: Workspace) -> None:
    with pytest.raises(CannotDo, match=r"no statistic “luck”.* mood, bounce-back, forecast"):
        journal.patterns.result("luck")


def test_an_answer_is_worked_out_when_it_is_asked_for_and_once(
    journal: Workspace, worked_out: list[str]
) -> None:
    journal.journal.check_in(Reading(5))
    assert worked_out == []
    first = journal.patterns.result("mood")
    assert journal.patterns.result("mood") is first
    assert worked_out == ["mood"]
    journal.patterns.result("stages")
    assert worked_out == ["mood", "stages"]


def test_whatever_is_written_is_seen_at_once(journal: Workspace, worked_out: list[str]) -> None:
    assert journal.patterns.result("mood").n == 0
    journal.journal.check_in(Reading(5))
    assert journal.patterns.result("mood").n == 1
    with open_workspace(journal.path) as other:
        other.applications.add("Acme")
    assert journal.patterns.result("stages").n == 1
    journal.undo.take_back()
    journal.undo.take_back()
    assert journal.patterns.result("mood").n == 0
    assert worked_out == ["mood", "mood", "stages", "mood"]


def test_the_past_grows_with_the_day(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with open_workspace(path) as journal:
        journal.journal.log(Outcome("Acme", stage=Kind.SCREEN, result=Result.REJECTED))
    clock = FixedClock(NOW)
    with Workspace(path, clock, "## A\n- [ ] B {#b}\n") as journal:
        assert journal.patterns.past().today == TODAY
        clock._now = FixedClock(NOW + timedelta(days=1)).now()
        assert journal.patterns.past().today == TODAY + timedelta(days=1)


def test_a_mood_right_after_writing_is_no_reading_of_its_day(journal: Workspace) -> None:
    journal.journal.note("I wrote.", before=Reading(4), after=Reading(3))
    journal.journal.check_in(Reading(mood=None, energy=5))
    assert journal.patterns.past().readings == (DayMoods(TODAY, "4", False),)


def test_ghostings_count_as_rejections(journal: Workspace) -> None:
    for company, result in (("Acme", Result.GHOSTED), ("Brook", Result.REJECTED), ("Calder", Result.OFFER)):
        journal.journal.log(Outcome(company, stage=Kind.SCREEN, result=result))
    assert {one.company for one in journal.patterns.past().episodes} == {"Acme", "Brook"}


def test_what_was_deleted_counts_no_more(journal: Workspace) -> None:
    key = journal.journal.note("I wrote.", before=Reading(4))
    logged = journal.journal.log(Outcome("Acme", stage=Kind.SCREEN))
    past = journal.patterns.past()
    assert (len(past.readings), len(past.episodes), len(past.applications)) == (1, 1, 1)
    journal.undo.take_back()
    journal.journal.delete(key)
    past = journal.patterns.past()
    assert (past.readings, past.episodes, past.applications) == ((), (), ())
    assert logged.episode


@pytest.mark.parametrize(
    "parts", [("readings", "days_written"), ("days_written", "readings"), ("days_written",)]
)
def test_a_day_on_which_another_was_written_of_is_a_day_of_writing(
    journal: Workspace, parts: tuple[str, ...]
) -> None:
    week = timedelta(days=7)
    journal.journal.note("Of last week.", when=Moment.of(NOW - week), before=Reading(4))
    assert set(journal.patterns.past(*parts).days_written) == {TODAY - week, TODAY}
