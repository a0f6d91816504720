"""After a silence: what is said is true of it, too, and an answer that came after all is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers_recover import ago
from helpers_tools import keys, only_keys, open_tool, open_workspace, path, settle
from looking import running

from bounceback_tui.domain.application import Kind
from bounceback_tui.services.workspace import Workspace

__all__ = ["path"]


def silent(journal: Workspace, company: str, days: int) -> str:
    """An application that was said to have gone silent so many days ago."""
    one = journal.applications.add(company, "Analyst", when=ago(days + 60))
    journal.applications.add_event(one.id, Kind.GHOSTED, ago(days))
    return one.id


@pytest.mark.long
@pytest.mark.parametrize("answer", [Kind.SCREEN, Kind.OFFER])
async def test_an_answer_after_all_is_told_on_today_and_recover(path: Path, answer: Kind) -> None:
    with open_workspace(path) as journal:
        one = silent(journal, "Brook", 9)
        async with running(journal) as pilot:
            assert "Nine days since Brook went silent." in await settle(pilot)
            journal.applications.add_event(one, answer, ago(1))
            await only_keys(pilot, "3")
            assert "answered after all" in await settle(pilot)
            text = await keys(pilot, "1")
            assert "Brook answered after all." in text
            assert "went silent" not in text


@pytest.mark.parametrize("kind", [Kind.APPLIED, Kind.WITHDREW])
async def test_what_the_person_does_is_no_answer(path: Path, kind: Kind) -> None:
    with open_workspace(path) as journal:
        journal.applications.add_event(silent(journal, "Brook", 9), kind, ago(1))
        async with running(journal) as pilot:
            assert "Nine days since Brook went silent." in await settle(pilot)


async def test_an_answer_before_the_silence_is_none_to_it(path: Path) -> None:
    with open_workspace(path) as journal:
        journal.applications.add_event(silent(journal, "Brook", 9), Kind.SCREEN, ago(20))
        async with running(journal) as pilot:
            assert "Nine days since Brook went silent." in await settle(pilot)


async def test_the_guide_begins_with_words_that_are_true_of_a_silence(path: Path) -> None:
    with open_workspace(path) as journal:
        silent(journal, "Brook", 9)
        async with running(journal, (120, 40)) as pilot:
            assert "You were turned down, or nobody answered." in await keys(pilot, "3")


async def test_closing_the_search_calls_a_silence_a_silence(path: Path) -> None:
    with open_workspace(path) as journal:
        for company in ("Brook", "Calder"):
            silent(journal, company, 9)
        eden = journal.applications.add("Eden", when=ago(40))
        journal.applications.add_event(eden.id, Kind.REJECTED, ago(12))
        acme = journal.applications.add("Acme", when=ago(30))
        journal.applications.add_event(acme.id, Kind.ACCEPTED, ago(1))
        async with running(journal) as pilot:
            text = await open_tool(pilot, "Close the search")
            assert "1 rejection and 2 silences are still open on Recover." in text
            assert "silence · Sat 14 Nov" in text
            assert "rejection · Wed 11 Nov" in text
            assert "2 silences closed. u takes it back." in await keys(pilot, "end", "space", "enter")
            await only_keys(pilot, "u")
            assert [one.company for one in journal.recovery.still_open()] == ["Calder", "Brook", "Eden"]


async def test_looking_back_says_who_did_what(path: Path) -> None:
    with open_workspace(path) as journal:
        silent(journal, "Brook", 9)
        for company in ("Calder", "Dale"):
            one = journal.applications.add(company, when=ago(40))
            journal.applications.add_event(one.id, Kind.WITHDREW, ago(12))
        async with running(journal) as pilot:
            assert "1 went silent, you withdrew 2." in await open_tool(pilot, "Look back over")
