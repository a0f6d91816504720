"""What is read for the statistics of steps: which lists count, and what was done with their steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from looking import NOW

from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Closing, Outcome
from bounceback_tui.domain.past import Checklist, StepMark
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.checklists import guide_names, steps_touched

TODAY = NOW.date()
GUIDE = "## Rest\n\n- [ ] Walk {#walk}\n- [ ] Eat {#eat}\n"
MINE = "## Rest\n\n- [ ] Walk far {#walk}\n- [ ] Sing {#sing}\n"


def ago(days: int) -> Moment:
    return Moment.of(NOW - timedelta(days=days))


def touched(journal: Workspace) -> dict[str, list[str]]:
    """The steps of each episode, whether it stands or not."""
    return {key: [row[2] for row in rows] for key, rows in steps_touched(journal.database)}


@pytest.fixture
def config(tmp_path: Path) -> Path:
    (tmp_path / "config" / "guides").mkdir(parents=True)
    return tmp_path / "config"


@pytest.fixture
def guided(tmp_path: Path, config: Path) -> Iterator[Workspace]:
    """A journal with a guide of two steps."""
    with Workspace(tmp_path / "guided.db", FixedClock(NOW), GUIDE, config) as workspace:
        yield workspace


def rejected(journal: Workspace, company: str = "Acme", days: int = 3) -> str:
    logged = journal.journal.log(Outcome(company, "Clerk", Kind.SCREEN, Result.REJECTED, when=ago(days)))
    return logged.episode or ""


def checklists(journal: Workspace) -> dict[str, Checklist]:
    return {one.episode: one for one in journal.patterns.past("checklists").checklists}


def test_every_step_is_there_touched_or_not(guided: Workspace) -> None:
    episode = rejected(guided)
    untouched = (StepMark("walk", "Walk"), StepMark("eat", "Eat"))
    assert checklists(guided) == {episode: Checklist(episode, TODAY - timedelta(days=3), (), guide=untouched)}
    assert checklists(guided)[episode].steps == untouched
    guided.recovery.set_plan(episode, "walk", "if it is noon, then I walk")
    guided.recovery.set_state(episode, "walk", StepState.DONE)
    guided.recovery.set_helped(episode, "walk", True)
    guided.recovery.set_state(episode, "eat", StepState.NOT_FOR_ME)
    assert checklists(guided)[episode].steps == (
        StepMark("walk", "Walk", StepState.DONE, TODAY, True, True),
        StepMark("eat", "Eat", StepState.NOT_FOR_ME, TODAY),
    )


def test_the_words_at_closing_are_no_step(guided: Workspace) -> None:
    episode = rejected(guided)
    guided.recovery.set_state(episode, "eat", StepState.DONE)
    guided.recovery.close(Closing(episode, text="A walk helped."))
    assert guided.recovery.closing_of(guided.recovery.find(episode)).text == "A walk helped."
    assert [one.step for one in checklists(guided)[episode].steps] == ["walk", "eat"]
    assert touched(guided)[episode] == ["eat"]


def test_what_was_taken_back_or_went_to_the_trash_has_no_steps(guided: Workspace) -> None:
    kept, gone = rejected(guided), rejected(guided, "Brook")
    guided.recovery.set_state(gone, "walk", StepState.DONE)
    guided.undo.take_back()
    guided.undo.take_back()
    assert set(checklists(guided)) == {kept}
    assert gone not in touched(guided)
    assert [key for key, _, _ in guide_names(guided.database)] == [kept]
    guided.undo.do_again()
    guided.undo.do_again()
    assert checklists(guided)[gone].steps[0].state is StepState.DONE


def test_each_episode_has_the_steps_of_its_own_guide(guided: Workspace, config: Path) -> None:
    ours, own = rejected(guided), rejected(guided, "Brook")
    (config / "guides" / "mine.md").write_text(MINE)
    guided.recovery.set_state(own, "walk", StepState.DONE)
    guided.recovery.set_guide(own, "mine")
    assert {name for _, _, name in guide_names(guided.database)} == {"", "mine"}
    found = checklists(guided)
    assert [one.words for one in found[ours].steps] == ["Walk", "Eat"]
    assert [(one.words, one.state) for one in found[own].steps] == [
        ("Walk far", StepState.DONE),
        ("Sing", StepState.OPEN),
    ]


def test_a_step_that_is_in_the_guide_no_more_is_there_where_it_was_touched(
    guided: Workspace, config: Path
) -> None:
    episode, other = rejected(guided), rejected(guided, "Brook")
    guided.recovery.set_state(episode, "eat", StepState.DONE)
    (config / "guides" / "mine.md").write_text(MINE)
    for one in (episode, other):
        guided.recovery.set_guide(one, "mine")
    found = checklists(guided)
    assert [one.step for one in found[other].steps] == ["walk", "sing"]
    assert found[episode].steps[2:] == (StepMark("eat", "eat", StepState.DONE, TODAY),)


def test_steps_of_a_rejection_that_stands_no_longer_count_nowhere(guided: Workspace) -> None:
    kept, gone = rejected(guided), rejected(guided, "Brook")
    guided.recovery.set_state(gone, "walk", StepState.DONE)
    event = guided.recovery.find(gone).event_id
    with guided.database.write():
        guided.database.run("UPDATE event SET deleted_at = happened_at WHERE id = ?", (event,))
    assert gone in touched(guided), "the control: they are still there"
    assert set(checklists(guided)) == {kept}
