"""Keeping a journal in order by command: tags, saved searches, and earlier versions brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Shell


def found(shell: Shell, *args: str) -> list[str]:
    return sorted(one["title"] for one in shell.do("search", *args, "--json").json)


def tags(shell: Shell) -> dict[str, Any]:
    return {one["name"]: (one["entries"], one["colour"]) for one in shell.do("tags", "--json").json}


def test_a_tag_is_renamed_merged_coloured_and_taken_off_a_step_each(shell: Shell) -> None:
    shell.do("note", "one", "--tag", "panel", "--tag", "walk")
    shell.do("note", "two", "--tag", "interview")
    assert shell.do("tags", "#Panel", "--rename", "board").out == "Renamed: board, 1 entry\n"
    assert (
        shell.do("tags", "board", "--rename", "interview").out == "Both are one now: interview, 2 entries\n"
    )
    assert shell.do("tags", "walk", "--colour", "GREEN", "--json").json["colour"] == "green"
    assert shell.do("tags", "walk").out == "walk, 1 entry, green\n"
    assert shell.do("tags").out.splitlines()[0] == "interview  2 entries"
    assert shell.do("tags", "interview", "--off").out == "Taken off 2 entries: interview\n"
    assert tags(shell) == {"walk": (1, "green")}
    shell.do("undo")
    assert shell.do("tags", "walk", "--colour", "none").out == "walk, 1 entry\n"
    for _ in range(3):  # the colour twice, and what made one of two
        shell.do("undo")
    assert tags(shell) == {"board": (1, None), "interview": (1, None), "walk": (1, None)}


def test_a_search_is_saved_looked_for_again_narrowed_and_forgotten(shell: Shell) -> None:
    for text in ("a calm walk", "a calm talk", "rain"):
        shell.do("note", text)
    assert shell.do("search", "--save", "Good days", "calm").out == "Saved: Good days: calm\n"
    assert found(shell, "--saved", "good DAYS") == ["a calm talk", "a calm walk"]
    assert found(shell, "--saved", "good days", "-walk") == ["a calm talk"]
    assert shell.do("search", "--saved").out == "Good days  calm\n"
    assert "There is no search “bad”; there are “Good days”." in shell.refused("search", "--saved", "bad")[1]
    assert shell.do("search", "--forget", "good days").out == "Forgotten: Good days: calm\n"
    assert shell.do("search", "--saved", "--json").json == []
    shell.do("undo")
    assert shell.do("search", "--saved", "--json").json == [{"name": "Good days", "query": "calm"}]


def test_an_earlier_version_is_brought_back_by_its_number(shell: Shell) -> None:
    key = shell.do("note", "first words", "--tag", "walk").json["id"]
    shell.do("edit", key, "--title", "second")
    shell.do("edit", key, "--title", "third")
    assert "Version 2, until " in shell.do("show", key, "--versions").out
    assert shell.do("restore", key, "--version", "2").out.startswith("As it was before: first words (")
    assert shell.do("show", key, "--json").json["title"] == "first words"
    shell.do("undo")
    assert shell.do("show", key, "--json").json["title"] == "third"
    code, sentence = shell.refused("restore", key, "--version", "3")
    assert (code, sentence) == (1, "There is no earlier version 3; there are 2. Nothing was changed.")


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("tags", "--rename", "x"), 2, "Say which tag"),
        (("tags", "walk", "--off", "--rename", "x"), 2, "--rename and --off are two things"),
        (("tags", "walk", "--colour", "mauve"), 1, "The colours are red, orange"),
        (("tags", "walk", "--rename", ""), 1, "A tag has at least one letter. Nothing was changed."),
        (("tags", "nothing"), 1, "There is no tag #nothing. Nothing was changed."),
        (("search", "--save", "x"), 2, "beside it the QUERY"),
        (("search", "--save", "x", "stagee:final"), 1, "The search is not clear yet, and was not saved"),
        (("search", "--saved", "x", "--forget", "y"), 2, "Say one thing at a time"),
        (("search", "--forget", "x"), 1, "There is no search “x”. Nothing was changed."),
        (("restore", "-1", "--version", "0"), 2, "A version runs from 1"),
        (("restore", "-1", "--version", "1"), 1, "it never said anything else. Nothing was changed."),
    ],
)
@pytest.mark.many(2)
def test_what_cannot_be_is_told_in_a_sentence(
    shell: Shell, args: tuple[str, ...], code: int, says: str
) -> None:
    shell.do("note", "one", "--tag", "walk")
    refused = shell.refused(*args)
    assert refused[0] == code
    assert says in refused[1]
