"""Focus by keys alone: points of three kinds, and postings held against them."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers_tools import HOSTILE, every_size, found, keys, only_keys, open_tool, path, settle, typed
from looking import NOW, open_workspace, running, screen_text

from bounceback_tui.domain.focus import Answer, FocusKind, FocusPoint, Posting, told
from bounceback_tui.domain.moment import Moment
from bounceback_tui.services.workspace import Workspace

__all__ = ["path"]


def points(journal: Workspace) -> list[tuple[str, str]]:
    return [(one.kind.value, one.text) for one in journal.tools.focus.every()]


def fill(journal: Workspace) -> None:
    for kind, text in (
        (FocusKind.MUST, "near home"),
        (FocusKind.MUST, "a team"),
        (FocusKind.NICE, "SQL"),
        (FocusKind.NOT_AGAIN, "on call at night"),
    ):
        journal.tools.focus.put(FocusPoint("", kind, text))


@pytest.mark.long
@every_size
async def test_points_are_added_in_one_line_and_change_their_kind(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            assert "three must-haves are plenty" in await open_tool(pilot, "focus")
            await only_keys(pilot, "a")
            await typed(pilot, "near home", "enter")
            await only_keys(pilot, "a")
            assert "must-have near home ▸ open plan" in await typed(pilot, "open plan", "enter")
            await only_keys(pilot, "c")
            assert points(journal) == [("must-have", "near home"), ("nice-to-have", "open plan")]
            text = await keys(pilot, "c")
            assert "▸ not again open plan" in text
            assert points(journal)[1] == ("not again", "open plan")
            await only_keys(pilot, "u", "u")
            assert points(journal)[1] == ("must-have", "open plan")
            await only_keys(pilot, "U")
            assert points(journal)[1] == ("nice-to-have", "open plan")


@pytest.mark.long
async def test_a_point_is_edited_deleted_and_brought_back(path: Path) -> None:
    with open_workspace(path) as journal:
        fill(journal)
        async with running(journal) as pilot:
            await open_tool(pilot, "focus")
            await only_keys(pilot, "enter", "end")
            await typed(pilot, "town", "ctrl+s")
            assert ("must-have", "near hometown") in points(journal)
            assert found(journal, "hometown") == ["focus"]
            await only_keys(pilot, "x", "x")
            assert found(journal, "hometown") == []
            await only_keys(pilot, "u")
            assert ("must-have", "near hometown") in points(journal)


@every_size
async def test_a_posting_is_held_against_them_with_a_key_each(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        fill(journal)
        application = journal.applications.add("Acme", "Cook")
        async with running(journal, size) as pilot:
            await open_tool(pilot, "focus")
            await only_keys(pilot, "h")
            await typed(pilot, "Data engineer at Acme", "enter", "y", "y", "question_mark")
            text = await keys(pilot, "y")
            assert "2 of 2 must-haves; 0 of 1 nice-to-have; 1 “not again” is in it; 1 not clear" in text
            await only_keys(pilot, "tab")
            await typed(pilot, "https://acme.test/1", "enter")
            await typed(pilot, "ask about nights", "tab")
            assert "Acme · Cook" in await keys(pilot, "right")
            await only_keys(pilot, "ctrl+s")
            (posting,) = journal.tools.focus.postings.every()
            assert posting.application_id == application.id
            assert posting.note == "ask about nights"
            assert list(posting.answers.values()).count(Answer.YES) == 3
            assert "Data engineer at Acme" in await keys(pilot, "p")
            assert "1 “not again” is in it" in await settle(pilot)
            await only_keys(pilot, "enter", "tab", "end", "n", "ctrl+s")
            assert "no “not again” in it" in await settle(pilot)
            await only_keys(pilot, "u")
            assert journal.tools.focus.postings.every() == [posting]
            await only_keys(pilot, "x", "x")
            assert journal.tools.focus.postings.every() == []
            await only_keys(pilot, "u")
            assert journal.tools.focus.postings.every() == [posting]
            assert found(journal, "ask") == ["posting"]
        held = journal.exchange.as_json()
        assert (len(held["posting"]), len(held["posting_mark"]), len(held["focus"])) == (1, 4, 4)  # type: ignore[arg-type] # lists


async def test_a_posting_asked_for_by_its_key_is_shown(path: Path) -> None:
    with open_workspace(path) as journal:
        fill(journal)
        key = journal.tools.focus.postings.put(Posting("", "Cook at Zed", Moment.of(NOW)))
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await pilot.app.open_tool("focus", key)
            assert "▸ Cook at Zed" in await settle(pilot)
            assert "Focus: what" in await keys(pilot, "escape")


@pytest.mark.long
async def test_answers_that_were_begun_are_there_again(path: Path) -> None:
    with open_workspace(path) as journal:
        fill(journal)
        async with running(journal) as pilot:
            await open_tool(pilot, "focus")
            await only_keys(pilot, "h")
            await typed(pilot, "Zed", "enter", "y", "n", "escape", "h")
            assert "1 of 2 must-haves" in await settle(pilot)


def test_a_point_deleted_later_still_counts_where_it_was_answered(path: Path) -> None:
    with open_workspace(path) as journal:
        key = journal.tools.focus.put(FocusPoint("", FocusKind.MUST, "near home"))
        posting = Posting("P" * 26, "Cook", Moment.of(NOW), answers={key: Answer.YES})
        journal.tools.focus.postings.put(posting)
        journal.tools.focus.remove(key)
        assert journal.tools.focus.postings.told(posting) == "1 of 1 must-have."
        assert journal.tools.focus.postings.points() == []


def test_what_a_posting_says_is_told_without_a_verdict() -> None:
    must, nice, never = (FocusPoint(kind, kind, "x") for kind in FocusKind)
    assert told([must], {}) == "0 of 1 must-have; 1 not looked at."
    assert told([nice, never], {nice.id: Answer.YES, never.id: Answer.NO}) == (
        "1 of 1 nice-to-have; no “not again” in it."
    )
    assert told([], {}) == ""


@pytest.mark.long
@every_size
async def test_hostile_words_stay_words(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        journal.applications.add(HOSTILE, HOSTILE)
        for text in (HOSTILE, "x" * 1_000_000):
            journal.tools.focus.put(FocusPoint("", FocusKind.MUST, text))
            journal.tools.focus.postings.put(Posting("", text, Moment.of(NOW), text, text))
        async with running(journal, size) as pilot:
            assert "[/]" in await open_tool(pilot, "focus")
            await only_keys(pilot, "p", "down", "enter", "tab", "y", "tab", "tab", "tab", "right")
            text = screen_text(pilot.app)
            assert "[/]" in text
            assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}
            await only_keys(pilot, "ctrl+s", "x", "x", "escape", "c", "x", "x")
            assert pilot.app.is_running
