"""What is read for the statistics of writing and of steps: which rows count, and which do not."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from looking import NOW, open_workspace

from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.checkin import CheckIn, Reading, Relation
from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Closing, Outcome
from bounceback_tui.domain.past import Checklist, MoodsAround, StepMark
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import checkins, pasts
from bounceback_tui.storage.database import Database

TODAY = NOW.date()
GUIDE = "## Rest\n\n- [ ] Walk {#walk}\n- [ ] Eat {#eat}\n"
MINE = "## Rest\n\n- [ ] Walk far {#walk}\n- [ ] Sing {#sing}\n"


def ago(days: int) -> Moment:
    return Moment.of(NOW - timedelta(days=days))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


def the_next_day(path: Path) -> Workspace:
    return open_workspace(path, NOW + timedelta(days=1))


def test_the_three_moods_around_an_entry(journal: Workspace) -> None:
    key = journal.journal.note("I wrote.", before=Reading(4), after=Reading(3))
    assert tuple(pasts.writings(journal.database)) == (MoodsAround(key, TODAY, 4, 3, None),)
    with the_next_day(journal.path) as later:
        later.journal.check_in(Reading(6))
        assert tuple(pasts.writings(later.database)) == (MoodsAround(key, TODAY, 4, 3, 6),)


def test_one_mood_or_no_text_is_no_writing(journal: Workspace) -> None:
    journal.journal.note("Only before.", before=Reading(4))
    journal.journal.note("Energy after.", before=Reading(4), after=Reading(energy=3))
    journal.journal.note("  ", title="A title", before=Reading(4), after=Reading(3))
    journal.journal.log(Outcome("Acme", before=Reading(2), after=Reading(3)))
    journal.journal.check_in(Reading(5))
    assert tuple(pasts.writings(journal.database)) == ()
    told = journal.journal.log(Outcome("Brook", text="No.", before=Reading(2), after=Reading(3)))
    assert [one.entry for one in pasts.writings(journal.database)] == [told.id]


def test_what_is_in_the_trash_is_no_writing_until_it_is_back(journal: Workspace) -> None:
    kept = journal.journal.note("Kept.", before=Reading(4), after=Reading(3))
    gone = journal.journal.note("Gone.", before=Reading(5), after=Reading(5))
    journal.journal.delete(gone)
    assert [one.entry for one in pasts.writings(journal.database)] == [kept]
    journal.journal.restore(gone)
    assert len(tuple(pasts.writings(journal.database))) == 2
    after = next(one for one in checkins.of_entry(journal.database, kept) if one.relation is Relation.AFTER)
    journal.versions.delete_checkin(after.id)
    assert [one.entry for one in pasts.writings(journal.database)] == [gone]


@pytest.mark.parametrize("seed", range(8))
def test_of_several_moods_that_stand_alike_the_highest_counts_and_the_earliest_day(
    journal: Workspace, seed: int
) -> None:
    chance = random.Random(seed)
    relations = (Relation.BEFORE, Relation.AFTER, Relation.NEXT_DAY)
    expected = []
    for key in [journal.journal.note(f"Text {number}.") for number in range(30)]:
        moods: dict[Relation, list[int]] = {one: [] for one in relations}
        days = []
        for relation in chance.choices(relations, k=chance.randint(0, 5)):
            mood, when = chance.randint(1, 9), ago(chance.randint(0, 3))
            checkins.add(journal.database, CheckIn(new_id(when.utc), when, Reading(mood), relation, key))
            moods[relation].append(mood)
            days += [when.local_date] if relation is not Relation.NEXT_DAY else []
        known = [max(moods[one], default=None) for one in relations]
        if known.count(None) < 2:
            expected.append(MoodsAround(key, min(days), *known))
    assert len(expected) > 5, "the control"
    assert sorted(pasts.writings(journal.database), key=str) == sorted(expected, key=str)


def test_days_written_are_those_of_the_words_and_of_the_writing_itself(journal: Workspace) -> None:
    journal.journal.note("No mood.", when=ago(9))
    journal.journal.note("Of last week, written today.", when=ago(7), before=Reading(4))
    journal.journal.note("", title="No words", when=ago(5), before=Reading(4))
    journal.journal.check_in(Reading(5), ago(3))
    gone = journal.journal.note("Gone.", when=ago(2))
    journal.journal.delete(gone)
    assert set(pasts.days_written(journal.database)) == {
        TODAY - timedelta(days=9),
        TODAY - timedelta(days=7),
        TODAY,
    }


def test_the_day_after_writing_is_no_day_of_writing(journal: Workspace) -> None:
    journal.journal.note("I wrote.", before=Reading(4))
    with the_next_day(journal.path) as later:
        later.journal.check_in(Reading(6))
        assert tuple(pasts.days_written(later.database)) == (TODAY,)


def test_days_written_are_read_once_somebody_looks_at_them(journal: Workspace) -> None:
    days = pasts.days_written(journal.database)
    journal.journal.note("Written meanwhile.")
    assert tuple(days) == (TODAY,)


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
    assert [one.step for one in dict(pasts.step_marks(guided.database))[episode]] == ["eat"]


def test_what_was_taken_back_or_went_to_the_trash_has_no_steps(guided: Workspace) -> None:
    kept, gone = rejected(guided), rejected(guided, "Brook")
    guided.recovery.set_state(gone, "walk", StepState.DONE)
    guided.undo.take_back()
    guided.undo.take_back()
    assert set(checklists(guided)) == {kept}
    assert gone not in dict(pasts.step_marks(guided.database))
    assert [key for key, _, _ in pasts.guide_names(guided.database)] == [kept]
    guided.undo.do_again()
    guided.undo.do_again()
    assert checklists(guided)[gone].steps[0].state is StepState.DONE


def test_each_episode_has_the_steps_of_its_own_guide(guided: Workspace, config: Path) -> None:
    ours, own = rejected(guided), rejected(guided, "Brook")
    (config / "guides" / "mine.md").write_text(MINE)
    guided.recovery.set_state(own, "walk", StepState.DONE)
    guided.recovery.set_guide(own, "mine")
    assert {name for _, _, name in pasts.guide_names(guided.database)} == {"", "mine"}
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


def test_the_moods_around_writing_are_read_in_the_order_of_an_index(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a long journal putting them in order took as long as looking them up."""
    asked: list[str] = []
    monkeypatch.setattr(Database, "each", lambda _, sql: asked.append(sql) or iter(()))
    assert tuple(pasts.writings(journal.database)) == ()
    plan = [row[-1] for row in journal.database.rows(f"EXPLAIN QUERY PLAN {asked[0]}")]
    assert any("checkin_beside" in step for step in plan), "the control"
    assert not [step for step in plan if "TEMP" in step or "CO-ROUTINE" in step]


def test_steps_of_a_rejection_that_stands_no_longer_count_nowhere(guided: Workspace) -> None:
    kept, gone = rejected(guided), rejected(guided, "Brook")
    guided.recovery.set_state(gone, "walk", StepState.DONE)
    event = guided.recovery.find(gone).event_id
    with guided.database.write():
        guided.database.run("UPDATE event SET deleted_at = happened_at WHERE id = ?", (event,))
    assert gone in dict(pasts.step_marks(guided.database)), "the control: they are still there"
    assert set(checklists(guided)) == {kept}
