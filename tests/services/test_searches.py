"""Searches with a name."""

from __future__ import annotations

import pytest
from journals import HandSetClock

from bounceback_tui.domain.query import SavedSearch, parse
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.searches import LONGEST_NAME
from bounceback_tui.services.workspace import Workspace


def saved(workspace: Workspace) -> list[tuple[str, str]]:
    return [(one.name, one.query) for one in workspace.searches.every()]


def test_a_search_is_kept_as_typed_and_stays_relative(workspace: Workspace, clock: HandSetClock) -> None:
    search = workspace.searches.save(" finals  ", " stage:final  since:january ")
    assert search == SavedSearch("finals", "stage:final since:january")
    clock.forward(days=365)
    since = parse(workspace.searches.every()[0].query, clock.now().local_date).since
    assert since
    assert since.year == 2027


def test_the_same_name_replaces_and_can_be_taken_back(workspace: Workspace) -> None:
    workspace.searches.save("b", "panel")
    workspace.searches.save("a", "walk")
    workspace.searches.save("B", "tag:panel")
    assert saved(workspace) == [("a", "walk"), ("B", "tag:panel")]
    assert workspace.undo.take_back() == "save the search “B”"
    assert saved(workspace) == [("a", "walk"), ("b", "panel")]
    workspace.undo.do_again()
    assert saved(workspace) == [("a", "walk"), ("B", "tag:panel")]


def test_one_is_forgotten_and_brought_back(workspace: Workspace) -> None:
    workspace.searches.save("finals", "stage:final")
    assert workspace.searches.forget("Finals").query == "stage:final"
    assert saved(workspace) == []
    assert workspace.undo.take_back() == "forget the search “finals”"
    assert saved(workspace) == [("finals", "stage:final")]
    with pytest.raises(CannotDo, match="There is no search “walks”"):
        workspace.searches.forget("walks")


@pytest.mark.parametrize(
    ("name", "query", "words"),
    [
        ("", "walk", "Give the search a name of a word or two"),
        (" \n", "walk", "Give the search a name of a word or two"),
        ("x" * (LONGEST_NAME + 1), "walk", "at most 40 characters"),
        ("a", "", "looks for nothing"),
        ("a", " - ", "looks for nothing"),
        ("a", "mood:44", "not clear yet, and was not saved: Mood runs from 1 to 9"),
        ("a", "since:3/4", "not clear yet"),
        ("a", "walk " * 300, "Only the first 1000 characters"),
    ],
)
def test_what_says_nothing_is_not_saved(workspace: Workspace, name: str, query: str, words: str) -> None:
    with pytest.raises(CannotDo) as refused:
        workspace.searches.save(name, query)
    assert words in str(refused.value)
    assert saved(workspace) == []
    assert workspace.undo.next_back is None


@pytest.mark.parametrize(
    "name", ["[/]", "[@click=app.quit]x", "\x1b]52;c;aa\x07", "\u202eb", "'--", "%", "é"]
)
def test_hostile_names_are_names(workspace: Workspace, name: str) -> None:
    workspace.searches.save(name, f'"{name}a"')
    assert saved(workspace) == [(name, f'"{name}a"')]
    assert workspace.searches.forget(name).name == name
