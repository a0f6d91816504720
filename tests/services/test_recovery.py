"""After a rejection: episodes, and what becomes of the steps of the guide in each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from looking import NOW, open_workspace

from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.formats import guide_markdown
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace

GUIDE = """## First

- [ ] One {#one}
- [ ] Two {#two}

## Second

- [ ] Three {#three}
"""

GUIDE_LATER = GUIDE.replace("One {#one}", "One, said better {#one}").replace("- [ ] Two {#two}\n", "")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def journal(path: Path) -> Iterator[Workspace]:
    with with_guide(path) as workspace:
        yield workspace


def with_guide(path: Path, guide: str = GUIDE, now: datetime = NOW) -> Workspace:
    return Workspace(path, FixedClock(now), guide)


def rejected(path: Path, company: str, days_ago: int = 0, result: Result = Result.REJECTED) -> str:
    """The episode after being turned down so many days ago; "" where none was opened."""
    with open_workspace(path, NOW - timedelta(days=days_ago)) as workspace:
        return workspace.journal.log(Outcome(company, "Engineer", Kind.SCREEN, result)).episode or ""


def companies(journal: Workspace) -> list[str]:
    return [one.company for one in journal.recovery.episodes()]


@pytest.mark.parametrize("result", list(Result))
def test_a_no_and_a_silence_open_an_episode_and_nothing_else_does(path: Path, result: Result) -> None:
    key = rejected(path, "Acme", result=result)
    assert bool(key) == (result in (Result.REJECTED, Result.GHOSTED))
    with open_workspace(path) as journal:
        assert [one.id for one in journal.recovery.episodes()] == ([key] if key else [])


def test_open_episodes_come_first_and_then_the_latest(path: Path, journal: Workspace) -> None:
    for company, days_ago in (("Oldest", 30), ("Middle", 20), ("Latest", 10)):
        rejected(path, company, days_ago)
    assert companies(journal) == ["Latest", "Middle", "Oldest"]
    journal.recovery.set_closed(journal.recovery.episodes()[0].id, True)
    assert companies(journal) == ["Middle", "Oldest", "Latest"]
    assert [one.closed for one in journal.recovery.episodes()] == [False, False, True]
    journal.undo.take_back()
    assert companies(journal) == ["Latest", "Middle", "Oldest"]


def test_closing_loses_nothing_and_can_be_undone_both_ways(path: Path, journal: Workspace) -> None:
    key = rejected(path, "Acme")
    journal.recovery.set_state(key, "one", StepState.DONE)
    journal.recovery.set_closed(key, True)
    assert journal.recovery.find(key).closed
    assert journal.recovery.ticks(key)["one"].state is StepState.DONE
    journal.recovery.set_closed(key, False)
    assert not journal.recovery.find(key).closed
    assert journal.undo.take_back() == "open Acme again"
    assert journal.recovery.find(key).closed
    assert journal.undo.take_back() == "close Acme"
    assert not journal.recovery.find(key).closed


def test_without_a_key_the_latest_open_episode_is_meant(path: Path, journal: Workspace) -> None:
    older, newer = rejected(path, "Older", 9), rejected(path, "Newer", 2)
    assert journal.recovery.find().id == newer
    journal.recovery.set_closed(newer, True)
    assert journal.recovery.find().id == older
    journal.recovery.set_closed(older, True)
    assert journal.recovery.find().id == newer


def test_an_episode_is_found_by_the_beginning_of_its_key_if_there_is_only_one(
    path: Path, journal: Workspace
) -> None:
    with pytest.raises(CannotDo, match="one opens when a rejection is logged"):
        journal.recovery.find()
    key = rejected(path, "Acme", 400)
    rejected(path, "Oak", 0)
    assert journal.recovery.find(key[:8].lower()).id == key
    with pytest.raises(CannotDo, match="More than one rejection"):
        journal.recovery.find(key[0])
    with pytest.raises(CannotDo, match="no rejection “nothing”"):
        journal.recovery.find("nothing")


def test_a_tick_belongs_to_one_episode_and_is_there_after_a_restart(path: Path) -> None:
    acme, oak = rejected(path, "Acme", 9), rejected(path, "Oak", 2)
    with with_guide(path) as journal:
        journal.recovery.set_state(acme, "two", StepState.DONE)
        journal.recovery.set_state(acme, "three", StepState.NOT_FOR_ME)
    with with_guide(path) as journal:
        ticks = journal.recovery.ticks(acme)
        assert {key: tick.state for key, tick in ticks.items()} == {
            "two": StepState.DONE,
            "three": StepState.NOT_FOR_ME,
        }
        assert {tick.at.local_date for tick in ticks.values()} == {NOW.date()}
        assert journal.recovery.ticks(oak) == {}
        assert journal.recovery.open_ticks() == {acme: ticks}


def test_state_note_and_plan_do_not_disturb_each_other(path: Path, journal: Workspace) -> None:
    key = rejected(path, "Acme")
    journal.recovery.set_note(key, "one", "  It was Jo.\n\nShe was kind.  ")
    journal.recovery.set_plan(key, "one", "If it is nine, then I call.")
    journal.recovery.set_state(key, "one", StepState.DONE)
    tick = journal.recovery.ticks(key)["one"]
    assert (tick.state, tick.note, tick.plan) == (
        StepState.DONE,
        "It was Jo.\n\nShe was kind.",
        "If it is nine, then I call.",
    )
    journal.recovery.set_state(key, "one", StepState.OPEN)
    journal.recovery.set_note(key, "one", "")
    tick = journal.recovery.ticks(key)["one"]
    assert (tick.state, tick.note, tick.plan) == (StepState.OPEN, "", "If it is nine, then I call.")


def test_each_change_can_be_taken_back_the_latest_first(path: Path, journal: Workspace) -> None:
    key = rejected(path, "Acme")
    journal.recovery.set_note(key, "one", "kept")
    noted = journal.recovery.ticks(key)
    journal.recovery.set_state(key, "one", StepState.DONE)
    journal.recovery.set_state(key, "one", StepState.NOT_FOR_ME)
    journal.recovery.set_state(key, "one", StepState.OPEN)
    said = [journal.undo.take_back() or "" for _ in range(3)]
    assert [words.split()[0] for words in said] == ["open", "set", "tick"]
    assert journal.recovery.ticks(key) == noted
    assert journal.undo.take_back() == "change the note on “One”"
    assert journal.recovery.ticks(key) == {}
    assert journal.undo.take_back() == "save what happened with Acme"


def test_a_step_that_the_guide_has_not_is_refused_and_nothing_changes(path: Path, journal: Workspace) -> None:
    key = rejected(path, "Acme")
    with pytest.raises(CannotDo, match=r"no step “four”.*Nothing was changed"):
        journal.recovery.set_state(key, "four", StepState.DONE)
    assert journal.recovery.ticks(key) == {}
    assert journal.undo.next_back == "save what happened with Acme"


def test_ticks_survive_an_edit_of_the_guide(path: Path) -> None:
    key = rejected(path, "Acme")
    with with_guide(path) as journal:
        journal.recovery.set_state(key, "one", StepState.DONE)
        journal.recovery.set_state(key, "two", StepState.DONE)
    with with_guide(path, GUIDE_LATER) as journal:
        assert [step.text for step in journal.recovery.guide.steps] == ["One, said better", "Three"]
        ticks = journal.recovery.ticks(key)
        assert ticks["one"].state is StepState.DONE
        # a tick of a step that is gone is kept, and can still be changed from outside
        assert ticks["two"].state is StepState.DONE
        journal.recovery.set_state(key, "two", StepState.OPEN)
        assert journal.recovery.ticks(key)["two"].state is StepState.OPEN


def test_a_guide_is_parsed_once_in_the_life_of_a_journal(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with with_guide(path) as journal:
        first = journal.recovery.guide

    def refuse(text: str) -> None:
        raise AssertionError("parsed again")

    monkeypatch.setattr(guide_markdown, "parse_guide", refuse)
    with with_guide(path) as journal:
        assert journal.recovery.guide == first
    with with_guide(path, GUIDE_LATER) as journal, pytest.raises(AssertionError, match="parsed again"):
        _ = journal.recovery.guide


def test_a_note_written_later_does_not_move_the_day_of_the_tick(path: Path) -> None:
    with with_guide(path, now=NOW - timedelta(days=5)) as journal:
        key = journal.journal.log(Outcome("Acme")).episode or ""
        journal.recovery.set_state(key, "one", StepState.DONE)
    with with_guide(path) as journal:
        journal.recovery.set_note(key, "one", "x")
        assert journal.recovery.ticks(key)["one"].at.local_date == (NOW - timedelta(days=5)).date()


def test_a_beginning_of_a_key_is_enough_for_whatever_is_changed(journal: Workspace) -> None:
    key = journal.journal.log(Outcome("Acme", stage=Kind.FINAL)).episode or ""
    journal.recovery.set_note(key[:25], "one", "wrote to Jo")
    journal.recovery.set_state(key[:25], "one", StepState.DONE)
    journal.recovery.set_closed(key[:25], True)
    assert journal.recovery.find(key).closed
    tick = journal.recovery.ticks(key)["one"]
    assert (tick.state, tick.note) == (StepState.DONE, "wrote to Jo")
