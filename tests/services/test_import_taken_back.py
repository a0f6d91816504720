"""An import is taken back in one step and leaves no trace, but for what somebody made of it since."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest
import stand_in_files as files
from journals import HandSetClock, check_whole, held

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.going import Stopped
from bounceback_tui.domain.incoming import Incoming, Refused
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query_values import Query
from bounceback_tui.services.exchange import json_text
from bounceback_tui.services.importing import Importing, Wanted
from bounceback_tui.services.workspace import Workspace

EVERYTHING = "import of 1 entry, 1 check-in, 2 applications and 1 thought record from standin"


@pytest.fixture
def lived(workspace: Workspace) -> Workspace:
    """A journal that is not empty."""
    workspace.journal.log(Outcome(company="Firm", role="Cook", text="They said no", before=Reading(3)))
    return workspace


def bring(workspace: Workspace, things: Sequence[Incoming | Refused] = files.EVERYTHING) -> None:
    path = workspace.path.with_name("file.standin")
    path.touch()
    form = files.stand_in(things)
    Importing(workspace.database, workspace.clock, workspace.undo, formats=(form,)).bring_in(
        Wanted(path, form, {})
    )


def text(workspace: Workspace) -> str:
    return "".join(json_text(workspace.exchange.as_json()))


def tally(workspace: Workspace) -> int:
    return int(workspace.database.rows("SELECT entries FROM tally")[0][0])


def test_taken_back_the_journal_is_what_it_was_byte_for_byte(lived: Workspace) -> None:
    before, entries = text(lived), tally(lived)
    bring(lived)
    assert tally(lived) == entries + 1
    assert lived.undo.take_back() == EVERYTHING
    assert text(lived) == before
    assert tally(lived) == entries
    check_whole(lived.database)


def test_done_again_it_is_what_it_was_too_and_so_on(lived: Workspace) -> None:
    before = text(lived)
    bring(lived)
    after = text(lived)
    for _ in range(2):
        assert lived.undo.take_back() == EVERYTHING
        assert text(lived) == before
        assert lived.undo.do_again() == EVERYTHING
        assert text(lived) == after
    check_whole(lived.database)


def test_taken_back_it_can_come_in_again(lived: Workspace) -> None:
    bring(lived)
    lived.undo.take_back()
    bring(lived)
    assert lived.undo.next_back == EVERYTHING
    assert lived.undo.next_again is None


def test_what_came_to_an_application_that_was_there_is_taken_out_again(lived: Workspace) -> None:
    lived.applications.add("Acme", "Cook", when=files.SENT.at)
    before = text(lived)
    bring(lived, [files.ACME])
    assert text(lived) != before
    lived.undo.take_back()
    assert text(lived) == before


def test_what_was_done_before_it_is_taken_back_after_it(lived: Workspace) -> None:
    bring(lived)
    lived.undo.take_back()
    assert "Firm" in (lived.undo.take_back() or "")
    assert held(lived)["entry"] == []


def imported(workspace: Workspace) -> str:
    return next(
        item.entry.id
        for item in workspace.journal.history(Query()).items(0, 9)
        if item.entry.title == files.ENTRY.title
    )


def test_a_changed_entry_and_its_earlier_words_stay(lived: Workspace) -> None:
    bring(lived)
    key = imported(lived)
    lived.versions.rewrite(key, "A long day", "mine now", [])
    lived.undo.take_back()  # the change
    told = lived.undo.take_back()
    assert told == f"{EVERYTHING} (2 things stay, since you changed them or added to them)"
    assert imported(lived) == key, "what could be done again is about it"
    assert len(lived.applications.every()) == 1
    lived.undo.do_again()
    lived.undo.do_again()
    assert lived.journal.find(key).entry.text == "mine now"
    check_whole(lived.database)


def test_what_was_written_without_a_step_stays_as_well(lived: Workspace) -> None:
    bring(lived)
    key = imported(lived)
    with lived.database.write():  # as another device does
        lived.versions.rewrite(key, "A long day", "mine now", ["walk"])
    assert "stay" in (lived.undo.take_back() or "")
    entry = lived.journal.find(key).entry
    assert entry.text == "mine now"
    assert entry.tags == ("walk",)


def test_an_application_that_was_gone_on_with_stays_whole(lived: Workspace) -> None:
    bring(lived)
    [acme] = [one for one in lived.applications.every() if one.company == "Acme"]
    with lived.database.write():
        lived.applications.add_event(acme.id, Kind.INTERVIEW)
    lived.undo.take_back()
    left = {one.company: len(one.events) for one in lived.applications.every()}
    assert left == {"Acme": 3, "Firm": 1}
    check_whole(lived.database)


def test_an_application_named_otherwise_stays(lived: Workspace) -> None:
    bring(lived)
    [acme] = [one for one in lived.applications.every() if one.company == "Acme"]
    with lived.database.write():
        lived.applications.describe(replace(acme, notes="my own words"))
    lived.undo.take_back()
    assert [one.notes for one in lived.applications.every() if one.company == "Acme"] == ["my own words"]


def test_what_stays_is_not_brought_in_twice(lived: Workspace) -> None:
    bring(lived)
    with lived.database.write():
        lived.versions.rewrite(imported(lived), "A long day", "mine now", [])
    lived.undo.take_back()
    bring(lived)
    assert len(held(lived)["entry"]) == 2
    assert lived.undo.next_back == "import of 1 check-in, 2 applications and 1 thought record from standin"


def test_something_else_done_afterwards_passes_it_over_without_a_word(lived: Workspace) -> None:
    bring(lived)
    lived.undo.take_back()
    lived.journal.note("something else")
    assert lived.undo.next_again is None
    assert [row["text"] for row in lived.exchange.as_json()["entry"] if row["deleted_at"]] == []  # type: ignore[attr-defined] # rows of JSON
    assert lived.exchange.as_json()["passed_over"] == []


def test_words_in_steps_after_it_are_kept_when_both_are_passed_over(lived: Workspace) -> None:
    key = lived.journal.note("mine")
    bring(lived)
    lived.versions.rewrite(key, "mine", "my better words", [])
    lived.undo.take_back()
    lived.undo.take_back()
    lived.journal.note("something else")
    assert "my better words" in [one.text for one in lived.journal.show(key).revisions]


def test_deleting_one_of_it_for_good_leaves_the_rest_to_take_back(lived: Workspace) -> None:
    bring(lived, files.many(5))
    key = next(row["id"] for row in held(lived)["entry"] if row["title"] == "Day 3 was a day")
    lived.journal.delete(key)
    lived.journal.destroy(key)
    assert lived.undo.take_back() == "import of 5 entries from standin"
    assert len(held(lived)["entry"]) == 1
    check_whole(lived.database)


def test_it_outlives_a_restart(lived: Workspace, clock: HandSetClock) -> None:
    before = json.dumps(lived.exchange.as_json())
    bring(lived)
    with lived.beside() as again:
        assert again.undo.take_back() == EVERYTHING
        assert json.dumps(again.exchange.as_json()) == before


@pytest.mark.long
def test_stopped_while_it_is_taken_back_all_of_it_stays(lived: Workspace) -> None:
    bring(lived, files.many(1200))
    after, asked = text(lived), list[float]()
    with pytest.raises(Stopped):
        lived.undo.take_back(lambda share: bool(asked.append(share)) or len(asked) < 3)
    assert asked == sorted(asked)
    assert text(lived) == after
    assert lived.undo.take_back() == "import of 1200 entries from standin"
