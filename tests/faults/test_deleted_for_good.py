"""What is deleted for good is gone: out of the index of words, out of undo, and out of the file itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from journals import HandSetClock, check_whole, open_journal
from machines import Machine, quick_passphrases, settle_down

from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.episode import Cause, Side
from bounceback_tui.domain.feedback import Remark, RemarkKind
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query, parse
from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.trash import Table, Thing, put_away

SECRET = "Xylophonist"


def told(workspace: Workspace, clock: HandSetClock) -> str:
    """An entry with the secret in every part of it, changed once, and put into the trash."""
    key = workspace.journal.log(
        Outcome(
            "Acme",
            text=f"{SECRET} in the text",
            tags=(SECRET,),
            before=Reading(3, None, (Feeling(SECRET, 50),)),
            causes=(Cause(Side.CHANGEABLE, SECRET),),
        )
    ).id
    workspace.drafts.keep("what-happened", {"text": SECRET}, key)
    clock.forward(minutes=1)
    workspace.versions.rewrite(key, f"{SECRET} as a title", f"{SECRET} again", [SECRET])
    clock.forward(minutes=1)
    workspace.journal.delete(key)
    return key


def files(path: Path) -> bytes:
    return b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*") if one.is_file()).lower()


def test_nothing_of_it_is_left_in_any_file(tmp_path: Path, clock: HandSetClock) -> None:
    path = tmp_path / "journal.db"
    with open_journal(path, clock) as workspace:
        workspace.journal.note("Another entry, which stays")
        key = told(workspace, clock)
        workspace.database.settle()
        assert SECRET.lower().encode() in files(path), "the control"
        # the index keeps stems, each only so far as it differs from the one before
        stems = b"xylophonist"
        assert stems in files(path), "the control"
        item = workspace.journal.destroy(key)
        assert item.entry.id == key
        assert SECRET.lower().encode() not in files(path)
        assert b"xylophon" not in files(path)
        check_whole(workspace.database)
        assert workspace.journal.history(parse(SECRET, clock.now().local_date)).known == 0
        assert workspace.journal.history(Query()).known == 1
        assert [one.company for one in workspace.applications.every()] == ["Acme"]
    assert SECRET.lower().encode() not in files(path)


@pytest.mark.needs("git")
@pytest.mark.plain
def test_nothing_is_left_of_what_another_machine_said_of_its_event(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each machine noted another cause, and nobody decided about the two."""
    quick_passphrases(monkeypatch)
    remote = tmp_path / "remote"
    with Machine(tmp_path / "desk", remote) as desk, Machine(tmp_path / "laptop", remote) as laptop:
        first = Outcome("Acme", text="No.", causes=(Cause(Side.OUTSIDE, "somebody inside"),))
        key = desk.workspace.journal.log(first).id
        desk.set_up()
        laptop.set_up()
        for machine in (desk, laptop):
            told = machine.workspace.versions.told(key)
            assert isinstance(told, Outcome)
            said = Cause(Side.OUTSIDE, f"{SECRET} of the {machine.path.parent.name}")
            machine.workspace.versions.revise(replace(told, causes=(said,)))
        settle_down(desk, laptop)
        for machine in (desk, laptop):
            machine.workspace.database.settle()
            assert b"xylophonist of the desk" in files(machine.path), "the control"
            assert b"xylophonist of the laptop" in files(machine.path), "the control"
        desk.workspace.journal.delete(key)
        desk.workspace.journal.destroy(key)
        assert b"xylophonist" not in files(desk.path)
        settle_down(desk, laptop)
        assert laptop.workspace.differences.every() == []


def test_it_cannot_be_taken_back_and_what_came_later_still_can(
    workspace: Workspace, clock: HandSetClock
) -> None:
    key = told(workspace, clock)
    workspace.journal.note("Later")
    workspace.journal.destroy(key)
    assert workspace.undo.take_back() == "save “Later”"
    assert workspace.undo.take_back() is None
    with pytest.raises(CannotDo):
        workspace.journal.find(key)


def test_only_what_is_in_the_trash_goes(workspace: Workspace) -> None:
    key = workspace.journal.note("Kept")
    with pytest.raises(CannotDo, match="delete it first"):
        workspace.journal.destroy(key)
    assert workspace.journal.find(key).entry.text == "Kept"


def test_what_another_entry_also_tells_of_stays(workspace: Workspace, clock: HandSetClock) -> None:
    cause = Cause(Side.OUTSIDE, "an internal candidate")
    first = workspace.journal.log(Outcome("Acme", text="No.", causes=(cause,)))
    second = workspace.journal.log(Outcome("Acme", text="No again."))
    assert first.event == second.event
    workspace.journal.delete(first.id)
    workspace.journal.destroy(first.id)
    assert workspace.journal.show(second.id).causes == (cause,)


def test_nothing_stays_that_nobody_could_see(workspace: Workspace, clock: HandSetClock) -> None:
    key = workspace.journal.log(Outcome(SECRET, SECRET, text="No.", before=Reading(3))).id
    checkin = workspace.journal.show(key).checkins[0].id
    workspace.drafts.keep("mood", {"feelings": [[SECRET, 10]]}, checkin)
    workspace.undo.take_back()  # the application lies in the trash with it
    workspace.journal.destroy(key)
    assert SECRET.lower().encode() not in files(workspace.path)
    check_whole(workspace.database)


def test_nothing_is_left_of_what_the_tools_kept_with_it(workspace: Workspace, clock: HandSetClock) -> None:
    logged = workspace.journal.log(Outcome("Acme", text="No."))
    episode = logged.episode or ""
    feedback, thought = workspace.tools.feedback, ThoughtRecord("T" * 26, clock.now(), SECRET, episode)
    feedback.answered(episode, f"{SECRET} in the answer")
    feedback.put_remark(episode, None, Remark(RemarkKind.GAP, SECRET, f"{SECRET} in a remark"))
    workspace.recovery.set_note(episode, workspace.recovery.guide.steps[0].id, f"{SECRET} in a note")
    workspace.tools.thoughts.put(thought)
    with workspace.undo.step("delete it all"):
        workspace.tools.thoughts.delete(thought)
        workspace.journal.delete(logged.id)
        event, application = logged.event, logged.application
        put_away(
            workspace.database,
            [Thing(Table.EVENT, event), Thing(Table.APPLICATION, application)],
            clock.now(),
        )
    assert b"xylophonist" in files(workspace.path), "the control"
    while things := workspace.trash.everything():
        workspace.trash.destroy(things[0])
    assert workspace.database.rows("SELECT * FROM tool_words") == []
    check_whole(workspace.database)
    workspace.database.settle()
    assert b"xylophon" not in files(workspace.path)


def test_a_thought_record_outlives_the_rejection_that_it_was_about(
    workspace: Workspace, clock: HandSetClock
) -> None:
    logged = workspace.journal.log(Outcome("Acme", text="No."))
    kept = ThoughtRecord("T" * 26, clock.now(), "I froze", logged.episode)
    deleted = ThoughtRecord("U" * 26, clock.now(), "I rambled", logged.episode)
    for one in (kept, deleted):
        workspace.tools.thoughts.put(one)
    for _ in range(3):
        workspace.undo.take_back()
    workspace.journal.note("Something else")
    [found] = [one for one in workspace.trash.everything() if one.words == kept.thought]
    workspace.trash.restore(found)
    workspace.drafts.keep("thought", {"fairer": "It was one day"}, kept.id)
    workspace.journal.destroy(logged.id)
    assert workspace.tools.thoughts.every() == [replace(kept, episode_id=None)]
    assert [one.content for one in workspace.drafts.waiting()] == [{"fairer": "It was one day"}]
    assert [one.words for one in workspace.trash.everything()] == [deleted.thought]
    check_whole(workspace.database)
