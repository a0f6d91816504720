"""Words of any table that stood only in steps which are passed over wait in the trash, and come back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from journals import HandSetClock, check_whole, held
from test_trash_of_everything import of_every_kind

from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.lead import Lead, LeadKind
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.passed_over import WORDS, Passed, keep
from bounceback_tui.storage.undo_schema import KEYS

CHANGED = "Precious"
COLUMNS = [
    (table, column)
    for table, columns in WORDS.items()
    for column in columns
    if table != "cause"  # of an event that an entry tells of, versions keep it
    and column not in ("company", "role", "traps")
    and (table, column) != ("saved_search", "name")
]


def waiting(workspace: Workspace) -> list[tuple[str, str]]:
    """What each wording in the trash is, and its words."""
    return [(one.place, one.words) for one in workspace.trash.everything() if one.passed_over]


def something_else(workspace: Workspace) -> None:
    workspace.journal.note("Something else")


def filled(workspace: Workspace) -> None:
    """A row in every table."""
    rows = of_every_kind(workspace)
    episode = rows["strength"]["episode_id"]
    with workspace.database.write():
        workspace.database.insert("feedback", episode_id=episode, state="answered", answer="We were torn")
        workspace.database.insert(
            "remark", episode_id=episode, place=0, kind="gap", theme="depth", text="more"
        )
    workspace.searches.save("walks", "walk")


@pytest.mark.many(9)
@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_change_is_found_in_the_trash_and_comes_back_in_one_step(
    workspace: Workspace, clock: HandSetClock, table: str, column: str
) -> None:
    filled(workspace)
    where = " WHERE kind = 'rejected'" if table == "event" else ""
    with workspace.undo.step("change it"):
        workspace.database.run(f"UPDATE {table} SET {column} = ?{where}", (CHANGED,))
    clock.forward(minutes=1)
    changed = held(workspace)
    workspace.undo.take_back()
    something_else(workspace)
    [(place, words)] = waiting(workspace)
    assert place == table
    assert CHANGED in words
    workspace.trash.restore(workspace.trash.everything()[0])
    assert workspace.database.rows(f"SELECT count(*) FROM {table} WHERE {column} = ?", (CHANGED,)) == [(1,)]
    assert waiting(workspace) == []
    if table not in ("remark", "setback"):
        assert held(workspace)[table] == changed[table]
    workspace.undo.take_back()
    assert waiting(workspace) == [(place, words)]
    check_whole(workspace.database)


def test_a_search_that_was_saved_and_taken_back_comes_back(workspace: Workspace) -> None:
    workspace.searches.save("walks", "walk since:march")
    workspace.undo.take_back()
    something_else(workspace)
    assert waiting(workspace) == [("saved_search", "walks · walk since:march")]
    workspace.trash.restore(next(one for one in workspace.trash.everything() if one.passed_over))
    assert [(one.name, one.query) for one in workspace.searches.every()] == [("walks", "walk since:march")]


def test_company_and_role_of_an_application_without_an_entry_are_kept(workspace: Workspace) -> None:
    application = workspace.applications.add("Acme", "Cook").id
    with workspace.undo.step("change it"):
        workspace.database.run("UPDATE application SET role = ? WHERE id = ?", (CHANGED, application))
    workspace.undo.take_back()
    something_else(workspace)
    assert waiting(workspace) == [("application", f"Acme · {CHANGED}")]


def test_every_table_that_can_be_taken_back_has_words_or_another_rescue() -> None:
    elsewhere = {"entry", "tag", "revision", "checkin", "feeling", "attribution", "episode", "tick"}
    without = {"checkin_revision", "tag_colour", "posting_mark", "writing", "writing_session", "preparation"}
    assert set(KEYS) == set(WORDS) | elsewhere | without | {"passed_over", "contact", "imported"}


def test_what_is_in_the_trash_with_these_words_is_not_kept_twice(workspace: Workspace) -> None:
    workspace.tools.leads.put(Lead("L" * 26, LeadKind.FRIEND, "Ann"))
    workspace.undo.take_back()
    something_else(workspace)
    assert [(one.place, one.words) for one in workspace.trash.everything()] == [("lead", "Ann")]
    assert waiting(workspace) == []


def test_what_was_added_and_then_changed_comes_out_of_the_trash_as_it_was_changed(
    workspace: Workspace,
) -> None:
    lead = Lead("L" * 26, LeadKind.FRIEND, "Ann")
    workspace.tools.leads.put(lead)
    workspace.tools.leads.put(replace(lead, note=CHANGED))
    workspace.undo.take_back()
    workspace.undo.take_back()
    something_else(workspace)
    assert waiting(workspace) == [("lead", f"Ann · {CHANGED}")]
    [wording] = [one for one in workspace.trash.everything() if one.passed_over]
    workspace.trash.restore(wording)
    assert workspace.tools.leads.every() == [replace(lead, note=CHANGED)]
    assert workspace.trash.everything() == []


def test_each_wording_is_kept_once_and_only_as_long_as_nothing_says_it(workspace: Workspace) -> None:
    lead = Lead("L" * 26, LeadKind.FRIEND, "Ann")
    workspace.tools.leads.put(lead)
    for note in ("one", "two", "one"):
        workspace.tools.leads.put(replace(lead, note=note))
    for _ in range(3):
        workspace.undo.take_back()
    something_else(workspace)
    assert sorted(waiting(workspace)) == [("lead", "Ann · one"), ("lead", "Ann · two")]
    workspace.tools.leads.put(replace(lead, note="two"))
    workspace.undo.take_back()
    something_else(workspace)
    assert len(waiting(workspace)) == 2


def test_a_changed_date_alone_is_no_wording(workspace: Workspace, clock: HandSetClock) -> None:
    lead = Lead("L" * 26, LeadKind.FRIEND, "Ann")
    workspace.tools.leads.put(lead)
    workspace.tools.leads.put(replace(lead, next_on=clock.now().local_date, done=True))
    workspace.undo.take_back()
    something_else(workspace)
    assert waiting(workspace) == []


def test_words_that_were_only_taken_out_are_no_wording(workspace: Workspace) -> None:
    lead = Lead("L" * 26, LeadKind.FRIEND, "Ann", "ring her")
    workspace.tools.leads.put(lead)
    workspace.tools.leads.put(replace(lead, note=""))
    workspace.undo.take_back()
    something_else(workspace)
    assert waiting(workspace) == []


def test_remarks_come_back_beside_what_stands_there_and_with_their_request(workspace: Workspace) -> None:
    episode = workspace.journal.log(Outcome("Acme", text="No.")).episode or ""
    calm, depth = (
        Remark(RemarkKind.STRENGTH, "calm", "so calm"),
        Remark(RemarkKind.GAP, "depth", "more of it"),
    )
    answered = Feedback(episode, FeedbackState.ANSWERED, answer="Both", remarks=(calm, depth))
    workspace.tools.feedback.put(answered)
    workspace.undo.take_back()
    something_else(workspace)
    assert sorted(waiting(workspace)) == [
        ("feedback", "Both"),
        ("remark", "calm · so calm"),
        ("remark", "depth · more of it"),
    ]
    other = Remark(RemarkKind.OUTSIDE, "budget", "none left")
    workspace.tools.feedback.put(Feedback(episode, FeedbackState.ANSWERED, remarks=(other,)))
    for one in workspace.trash.everything():
        if one.place == "remark":
            workspace.trash.restore(one)
    assert set(workspace.tools.feedback.every()[episode].remarks) == {calm, depth, other}


def test_a_remark_comes_back_also_where_the_request_is_gone(workspace: Workspace) -> None:
    episode = workspace.journal.log(Outcome("Acme", text="No.")).episode or ""
    calm = Remark(RemarkKind.STRENGTH, "calm", "so calm")
    workspace.tools.feedback.put(Feedback(episode, FeedbackState.ANSWERED, answer="Both", remarks=(calm,)))
    workspace.undo.take_back()
    something_else(workspace)
    [remark] = [one for one in workspace.trash.everything() if one.place == "remark"]
    workspace.trash.restore(remark)
    assert workspace.tools.feedback.every()[episode].remarks == (calm,)


@pytest.mark.plain
def test_forgetting_a_wording_leaves_the_thing(workspace: Workspace) -> None:
    lead = Lead(new_id(workspace.clock.now().utc), LeadKind.FRIEND, "Ann")
    workspace.tools.leads.put(lead)
    workspace.tools.leads.put(replace(lead, note="Xylophonist"))
    workspace.undo.take_back()
    something_else(workspace)
    [wording] = workspace.trash.everything()
    assert b"Xylophonist" in workspace.path.read_bytes(), "the control"
    workspace.trash.destroy(wording)
    assert workspace.trash.everything() == []
    assert workspace.tools.leads.every() == [lead]
    assert b"Xylophonist" not in workspace.path.read_bytes()


def test_a_wording_of_what_is_gone_for_good_goes_with_it(workspace: Workspace) -> None:
    lead = Lead("L" * 26, LeadKind.FRIEND, "Ann")
    workspace.tools.leads.put(lead)
    workspace.tools.leads.put(replace(lead, note="Xylophonist"))
    workspace.undo.take_back()
    workspace.undo.take_back()
    something_else(workspace)
    [thing] = [one for one in workspace.trash.everything() if not one.passed_over]
    [wording] = [one for one in workspace.trash.everything() if one.passed_over]
    workspace.trash.destroy(thing)
    assert workspace.trash.everything() == []
    assert b"Xylophonist" not in workspace.path.read_bytes()
    with pytest.raises(CannotDo):
        workspace.trash.restore(wording)


def test_the_name_of_a_column_out_of_a_file_is_never_taken_for_sql(workspace: Workspace) -> None:
    """What came in before such a wording was refused."""
    for name in ("Ann", "Bob"):
        workspace.tools.leads.put(Lead("", LeadKind.FRIEND, name, ""))
    ann = next(one for one in workspace.tools.leads.every() if one.name == "Ann")
    evil = Passed(
        *(new_id(workspace.clock.now().utc), "lead", [ann.id]),
        {"name = ?1 WHERE ?2 = ?2 OR ?3 = ?3 --": "gone", "note": "met in May"},
        workspace.clock.now().utc,
    )
    with workspace.database.write():
        keep(workspace.database, evil, workspace.clock.now())
    [wording] = [one for one in workspace.trash.everything() if one.passed_over]
    workspace.trash.restore(wording)
    assert [(one.name, one.note) for one in workspace.tools.leads.every()] == [
        ("Ann", "met in May"),
        ("Bob", ""),
    ]
