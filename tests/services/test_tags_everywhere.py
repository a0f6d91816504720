"""Tags of the whole journal: written in a text, renamed, merged, coloured and taken off, each in one step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from journals import HandSetClock, check_whole, held

from bounceback_tui.domain.outcome import Outcome, Written
from bounceback_tui.domain.query import parse
from bounceback_tui.domain.tags import Tag
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace


def tags_of(workspace: Workspace, key: str) -> tuple[str, ...]:
    return workspace.journal.find(key).entry.tags


def found(workspace: Workspace, query: str) -> int:
    return workspace.journal.history(parse(query, workspace.clock.now().local_date)).known


def test_a_tag_in_the_text_counts_in_what_happened_and_on_a_page(workspace: Workspace) -> None:
    logged = workspace.journal.log(Outcome(company="Acme", text="The #panel was kind.", tags=("#Final",)))
    key = workspace.journal.note("A walk with @Anna")
    assert tags_of(workspace, logged.id) == ("final", "panel")
    assert tags_of(workspace, key) == ("anna",)
    assert workspace.journal.find(key).entry.text == "A walk with @Anna"


def test_a_tag_leaves_with_its_word_and_comes_with_another(workspace: Workspace) -> None:
    key = workspace.journal.note("A #walk", tags=["calm"])
    page = workspace.versions.told(key)
    assert page.tags == ("calm", "walk")
    workspace.versions.revise(replace(page, text="A #run"))
    assert tags_of(workspace, key) == ("calm", "run")
    workspace.versions.revise(replace(workspace.versions.told(key), text="A run", tags=()))
    assert tags_of(workspace, key) == ()
    workspace.undo.take_back()
    assert tags_of(workspace, key) == ("calm", "run")


def test_an_earlier_version_comes_back_with_just_its_tags(workspace: Workspace, clock: HandSetClock) -> None:
    key = workspace.journal.note("A #walk", tags=["calm"])
    workspace.tags.rename("walk", "stroll")
    clock.forward(hours=1)
    workspace.versions.revise(Written(key, "", "Quiet", ("stroll",)))
    (version,) = workspace.versions.of(key)
    assert version.tags == ("calm", "stroll")
    workspace.versions.return_to(key, version.id)
    assert tags_of(workspace, key) == ("calm", "stroll")
    assert workspace.journal.find(key).entry.text == "A #walk"


def test_all_tags_with_their_entries_and_colours(workspace: Workspace) -> None:
    for names in (["a", "b"], ["b"], ["c"]):
        workspace.journal.note("x", tags=names)
    workspace.journal.delete(workspace.journal.note("gone", tags=["a", "d"]))
    workspace.tags.set_colour("#B", "green")
    assert workspace.tags.every() == [Tag("b", 2, "green"), Tag("a", 1), Tag("c", 1)]
    assert workspace.tags.names() == ["b", "a", "c"]
    assert workspace.tags.find(" #D") == Tag("d", 0)
    assert workspace.tags.find("e") is workspace.tags.find(" # ") is None
    assert workspace.tags.colours() == {"b": "green"}


def test_another_name_reaches_every_entry_and_the_search(workspace: Workspace, clock: HandSetClock) -> None:
    workspace.journal.note("one", tags=["pannel"])
    gone = workspace.journal.note("two", tags=["pannel"])
    workspace.versions.rewrite(gone, "", "two, changed", ["pannel"])
    workspace.journal.delete(gone)
    workspace.tags.set_colour("pannel", "red")
    before = held(workspace)
    clock.forward(hours=1)
    renamed = workspace.tags.rename("pannel", "Panel Talk")
    assert (renamed.tag, renamed.merged) == (Tag("panel-talk", 1, "red"), False)
    assert (found(workspace, "tag:pannel"), found(workspace, "pannel")) == (0, 0)
    assert found(workspace, "tag:panel-talk") == found(workspace, "panel-talk") == 1
    assert tags_of(workspace, gone) == ("panel-talk",)
    assert workspace.versions.of(gone)[0].tags == ("pannel",)
    check_whole(workspace.database)
    assert workspace.undo.take_back() == "rename #pannel to #panel-talk"
    assert held(workspace) == before
    assert tags_of(workspace, gone) == ("pannel",)
    check_whole(workspace.database)
    workspace.undo.do_again()
    assert workspace.tags.names() == ["panel-talk"]
    check_whole(workspace.database)


def test_a_name_that_is_there_already_makes_one_of_two(workspace: Workspace) -> None:
    keys = [workspace.journal.note("x", tags=names) for names in (["old"], ["new"], ["old", "new"])]
    workspace.tags.set_colour("old", "red")
    workspace.tags.set_colour("new", "blue")
    before = held(workspace)
    renamed = workspace.tags.rename("old", "#New")
    assert (renamed.tag, renamed.merged) == (Tag("new", 3, "blue"), True)
    assert [tags_of(workspace, key) for key in keys] == [("new",)] * 3
    check_whole(workspace.database)
    assert workspace.undo.take_back() == "merge #old into #new"
    assert held(workspace) == before
    check_whole(workspace.database)


def test_a_merged_tag_keeps_the_colour_that_one_of_them_had(workspace: Workspace) -> None:
    workspace.journal.note("x", tags=["old", "new"])
    workspace.tags.set_colour("old", "red")
    assert workspace.tags.rename("old", "new").tag == Tag("new", 1, "red")


def test_the_same_name_is_no_change(workspace: Workspace) -> None:
    workspace.journal.note("x", tags=["walk"])
    assert not workspace.tags.rename("walk", " #Walk ").merged
    assert workspace.undo.next_back == "save “x”"


def test_a_renamed_tag_does_not_come_back_from_the_text(workspace: Workspace) -> None:
    key = workspace.journal.note("A #walk")
    workspace.tags.rename("walk", "stroll")
    workspace.versions.revise(replace(workspace.versions.told(key), text="A long #walk"))
    assert tags_of(workspace, key) == ("stroll",)


def test_a_tag_is_taken_off_all_entries(workspace: Workspace) -> None:
    keys = [workspace.journal.note("x", tags=names) for names in (["a", "b"], ["a"])]
    workspace.journal.delete(keys[1])
    workspace.tags.set_colour("a", "pink")
    before = held(workspace)
    assert workspace.tags.remove("#a") == Tag("a", 1, "pink")
    assert [tags_of(workspace, key) for key in keys] == [("b",), ()]
    assert workspace.tags.colours() == {}
    check_whole(workspace.database)
    assert workspace.undo.take_back() == "take #a off all entries"
    assert held(workspace) == before
    assert tags_of(workspace, keys[1]) == ("a",)


def test_a_colour_comes_changes_and_goes(workspace: Workspace) -> None:
    workspace.journal.note("x", tags=["a"])
    colours = []
    for colour in ("red", "blue", None, None):
        workspace.tags.set_colour("a", colour)
        colours.append(workspace.tags.colours())
    assert colours == [{"a": "red"}, {"a": "blue"}, {}, {}]
    words = [workspace.undo.take_back() for _ in range(3)]
    assert words == ["colour #a no more", "colour #a blue", "colour #a red"]
    assert workspace.tags.colours() == {}


def test_what_cannot_be_done_is_said_and_changes_nothing(workspace: Workspace) -> None:
    workspace.journal.note("x", tags=["a"])
    before = held(workspace)
    for do, words in (
        (lambda: workspace.tags.rename("b", "c"), "There is no tag #b. Nothing was changed."),
        (lambda: workspace.tags.rename("a", " # "), "A tag has at least one letter."),
        (lambda: workspace.tags.remove("\x1b[31m"), "There is no tag #␛"),
        (lambda: workspace.tags.set_colour("a", "mauve"), "The colours are red, orange"),
        (lambda: workspace.tags.set_colour("b", "red"), "There is no tag #b."),
    ):
        with pytest.raises(CannotDo) as refused:
            do()
        assert words in str(refused.value)
    assert held(workspace) == before


@pytest.mark.many(3)
@pytest.mark.parametrize("name", ["[/]", "[@click=app.quit]x", "a\x1b]52;c;aa\x07", "\u202eb", "'--", "%"])
def test_hostile_names_are_names(workspace: Workspace, name: str) -> None:
    key = workspace.journal.note("x", tags=["a"])
    tag = workspace.tags.rename("a", name).tag
    assert tags_of(workspace, key) == (tag.name,)
    workspace.tags.set_colour(name, "red")
    assert workspace.tags.rename(name, "a").tag == Tag("a", 1, "red")
    check_whole(workspace.database)
