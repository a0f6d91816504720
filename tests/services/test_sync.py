"""The same journal on several machines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from journals import NOW, moment
from machines import Machine, changed_on_both, quick_passphrases, same, settle_down

from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.lead import Lead, LeadKind
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.sync import Which
from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.services.demo import fill
from bounceback_tui.services.differences import parts
from bounceback_tui.services.errors import CannotDo

pytestmark = pytest.mark.needs("git")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_passphrases(monkeypatch)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Machine]:
    with Machine(tmp_path / "desk", tmp_path / "remote") as machine:
        yield machine


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Machine]:
    with Machine(tmp_path / "laptop", tmp_path / "remote") as machine:
        yield machine


def test_what_is_written_on_one_machine_is_on_the_other(desk: Machine, laptop: Machine) -> None:
    fill(desk.workspace, desk.clock.now())
    assert desk.set_up().joined is False
    assert laptop.set_up().joined is True
    same(desk, laptop)
    key = laptop.note("Walked an hour.")
    laptop.sync()
    assert desk.sync().taken == 1
    assert desk.says(key) == "Walked an hour."
    same(desk, laptop)


def test_nothing_new_is_nothing_to_do(desk: Machine, laptop: Machine) -> None:
    desk.note("one")
    desk.set_up()
    laptop.set_up()
    for machine in (desk, laptop, desk):
        assert machine.sync()[:4] == (0, 0, 0, 0)


def test_another_passphrase_opens_nothing_and_changes_nothing(desk: Machine, laptop: Machine) -> None:
    desk.set_up()
    laptop.note("mine")
    before = laptop.whole()
    with pytest.raises(CannotDo, match="not the passphrase"):
        laptop.set_up("seven horses")
    assert laptop.whole() == before
    assert not laptop.workspace.sync.is_set_up
    assert laptop.set_up().joined
    settle_down(desk, laptop)
    same(desk, laptop)


def test_a_journal_of_its_own_becomes_a_part_of_the_other(desk: Machine, laptop: Machine) -> None:
    desk.note("from the desk")
    laptop.note("from the laptop")
    desk.set_up()
    laptop.set_up()
    desk.sync()
    same(desk, laptop)
    assert desk.texts() == ["from the desk", "from the laptop"]


def test_an_entry_that_was_changed_on_both_shows_both(desk: Machine, laptop: Machine) -> None:
    key = desk.note("before")
    desk.set_up()
    laptop.set_up()
    desk.change(key, "as the desk says")
    laptop.change(key, "as the laptop says")
    settle_down(desk, laptop)
    same(desk, laptop)
    [one], [there] = desk.workspace.differences.every(), laptop.workspace.differences.every()
    assert {one.stands["text"], one.other and one.other["text"]} == {"as the desk says", "as the laptop says"}
    assert there == one
    assert desk.workspace.sync.status().differences == 1  # type: ignore[union-attr]  # it was set up


@pytest.mark.many(3)
@pytest.mark.parametrize("which", list(Which))
def test_a_decision_reaches_the_others_and_keeps_all_words(
    desk: Machine, laptop: Machine, which: Which
) -> None:
    key = changed_on_both(desk, laptop)
    [one] = laptop.workspace.differences.every()
    stands, other = one.stands["text"], (one.other or {})["text"]
    laptop.workspace.differences.settle(one, which)
    settle_down(laptop, desk)
    same(desk, laptop)
    said = {Which.ONE: stands, Which.OTHER: other, Which.BOTH: f"{stands}\n\n---\n\n{other}"}[which]
    assert desk.says(key) == said
    assert desk.workspace.differences.every() == laptop.workspace.differences.every() == []
    earlier = {version.text for version in desk.workspace.versions.of(key)}
    assert {stands, other} <= earlier | {said}


def test_a_decision_that_is_taken_back_loses_no_words(desk: Machine, laptop: Machine) -> None:
    key = changed_on_both(desk, laptop)
    [one] = desk.workspace.differences.every()
    desk.workspace.differences.settle(one, Which.OTHER)
    desk.workspace.undo.take_back()
    settle_down(desk, laptop)
    same(desk, laptop)
    assert desk.says(key) == one.stands["text"]
    assert (one.other or {})["text"] in {version.text for version in desk.workspace.versions.of(key)}


def a_lead_noted_on_both(desk: Machine, laptop: Machine) -> str:
    """A lead of which each has noted something else; its key."""
    lead = desk.workspace.tools.leads.put(Lead("", LeadKind.FRIEND, "Ann", ""))
    desk.set_up()
    laptop.set_up()
    for machine, note in ((desk, "met at the fair"), (laptop, "call in May")):
        found = machine.workspace.tools.leads.find(lead)
        machine.workspace.tools.leads.put(replace(found, note=note))
    settle_down(desk, laptop)
    return lead


def test_other_words_than_those_of_entries_are_kept_too(desk: Machine, laptop: Machine) -> None:
    lead = a_lead_noted_on_both(desk, laptop)
    [one] = desk.workspace.differences.every()
    assert (one.place, parts(one)[0][0]) == ("lead", "note")
    with pytest.raises(CannotDo, match="only one can stand"):
        desk.workspace.differences.settle(one, Which.BOTH)
    desk.workspace.differences.settle(one, Which.OTHER)
    settle_down(desk, laptop)
    same(desk, laptop)
    assert laptop.workspace.tools.leads.find(lead).note == (one.other or {})["note"]
    assert any(one.stands["note"] in thing.words for thing in laptop.workspace.trash.everything())


def test_what_was_written_while_a_decision_waited_is_not_written_over(desk: Machine, laptop: Machine) -> None:
    lead = a_lead_noted_on_both(desk, laptop)
    leads = desk.workspace.tools.leads
    [one] = desk.workspace.differences.every()
    leads.set_next(lead, NOW.date())
    desk.workspace.differences.settle(one, Which.OTHER)
    assert leads.find(lead).next_on == NOW.date()
    assert leads.find(lead).note == (one.other or {})["note"]
    with pytest.raises(CannotDo, match="decided about meanwhile"):
        desk.workspace.differences.settle(one, Which.OTHER)


def test_words_that_nobody_saw_beside_the_other_ones_are_not_decided_about(
    desk: Machine, laptop: Machine
) -> None:
    key = changed_on_both(desk, laptop)
    [one] = desk.workspace.differences.every()
    desk.change(key, "as another window says")
    with pytest.raises(CannotDo, match="changed or decided about meanwhile"):
        desk.workspace.differences.settle(one, Which.OTHER)
    assert desk.says(key) == "as another window says"
    [now] = desk.workspace.differences.every()
    desk.workspace.differences.settle(now, Which.OTHER)
    assert desk.says(key) == (one.other or {})["text"]


def test_one_rejection_whose_episode_both_opened_is_one(desk: Machine, laptop: Machine) -> None:
    """Each has a key of its own for it, and a note on the same step."""
    desk.workspace.journal.log(
        Outcome(company="Acme", text="on to it", result=Result.MOVED_ON, stage=Kind.INTERVIEW)
    )
    [(key,)] = desk.workspace.database.rows("SELECT id FROM entry")
    desk.set_up()
    laptop.set_up()
    for machine, note in ((desk, "asked her"), (laptop, "wrote to him")):
        machine.clock.forward(minutes=3)
        told = machine.workspace.versions.told(key)
        assert isinstance(told, Outcome)
        machine.workspace.versions.revise(replace(told, result=Result.REJECTED))
        [episode] = machine.workspace.recovery.episodes()
        machine.workspace.recovery.set_note(episode.id, desk.workspace.recovery.guide.steps[0].id, note)
        thought = ThoughtRecord(new_id(NOW), machine.clock.now(), f"{note}, and why", episode_id=episode.id)
        machine.workspace.tools.thoughts.put(thought)
    settle_down(desk, laptop)
    settle_down(desk, laptop)
    same(desk, laptop)
    assert len(desk.workspace.tools.thoughts.every()) == 2
    noted = [one for one in desk.workspace.differences.every() if one.place == "tick"]
    assert {noted[0].stands["note"], (noted[0].other or {})["note"]} == {"asked her", "wrote to him"}


def test_a_note_on_a_step_that_does_not_stand_becomes_a_draft(desk: Machine, laptop: Machine) -> None:
    desk.workspace.journal.log(Outcome(company="Acme", text="a no"))
    episode = desk.workspace.recovery.episodes()[0].id
    step = desk.workspace.recovery.guide.steps[0].id
    desk.set_up()
    laptop.set_up()
    for machine, note in ((desk, "asked her"), (laptop, "wrote to him")):
        machine.workspace.recovery.set_note(episode, step, note)
    settle_down(desk, laptop)
    [one] = laptop.workspace.differences.every()
    laptop.workspace.differences.settle(one, Which.ONE)
    [draft] = laptop.workspace.database.rows("SELECT form, content FROM draft")
    assert draft[0] == "note"
    assert (one.other or {})["note"] in draft[1]


def test_what_came_is_no_step_of_ones_own(desk: Machine, laptop: Machine) -> None:
    desk.set_up()
    laptop.set_up()
    key = laptop.note("mine")
    desk.note("theirs")
    settle_down(desk, laptop)
    assert laptop.workspace.undo.next_back == "save “mine”"
    desk.change(key, "changed there")
    settle_down(desk, laptop)
    # to take it back would put words of the other machine away
    assert laptop.workspace.undo.next_back is None
    assert laptop.says(key) == "changed there"


@pytest.mark.long
def test_words_of_a_step_that_was_taken_back_outlive_what_comes(desk: Machine, laptop: Machine) -> None:
    desk.set_up()
    laptop.set_up()
    key = laptop.note("first")
    settle_down(desk, laptop)
    laptop.change(key, "second thoughts")
    laptop.workspace.undo.take_back()
    desk.note("anything")
    settle_down(desk, laptop)
    assert "second thoughts" in {version.text for version in laptop.workspace.versions.of(key)}


def test_entries_of_one_moment_stand_in_one_order(desk: Machine, laptop: Machine) -> None:
    desk.set_up()
    laptop.set_up()
    for machine in (laptop, desk, laptop):
        machine.workspace.journal.note("noon", when=moment("2026-11-20T12:00+01:00"))
    settle_down(desk, laptop)
    same(desk, laptop)


def test_drafts_stay_where_they_are(desk: Machine, laptop: Machine) -> None:
    desk.workspace.drafts.keep("write", {"text": "half a sentence", "title": ""})
    desk.set_up()
    laptop.set_up()
    assert laptop.workspace.database.rows("SELECT * FROM draft") == []
    assert len(desk.workspace.database.rows("SELECT * FROM draft")) == 1
