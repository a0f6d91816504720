"""The forms of an application: added in one line, filled in whole, and the people of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from helpers_journal import HOSTILE, line_with, live, turn_to
from looking import SIZES, flat, open_workspace, press, press_keys, running, screen_text, type_text

from bounceback_tui.domain.application import Application, Quality, Source
from bounceback_tui.services.workspace import Workspace

all_sizes = pytest.mark.parametrize("size", [(60, 20), *SIZES], ids=lambda size: f"{size[0]}x{size[1]}")
both_sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    live(tmp_path / "journal.db")
    return tmp_path / "journal.db"


def named(journal: Workspace, company: str) -> Application:
    return next(one for one in journal.applications.every() if one.company == company)


@all_sizes
async def test_one_line_fills_the_fields_as_it_is_typed_and_adds_it(
    path: Path, size: tuple[int, int]
) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            await pilot.press("a")
            await type_text(pilot, "Calder, Tester, referral, yesterday, remote")
            text = await press(pilot)
            assert "Company  Calder" in text
            assert "Role     Tester" in text
            assert "[referral]" in text
            assert "= Sun 22 Nov 2026" in text
            assert "Notes    remote" in text
            text = await press(pilot, "ctrl+s")
            assert "Added." in text
            assert "Calder · Tester" in text
        added = named(journal, "Calder")
        assert (added.role, added.source, added.notes) == ("Tester", Source.REFERRAL, "remote")
        assert added.events[0].at.local_date == date(2026, 11, 22)


@pytest.mark.long
@both_sizes
async def test_what_was_corrected_below_stays_whatever_else_is_typed(
    path: Path, size: tuple[int, int]
) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            await pilot.press("a")
            await type_text(pilot, "Monday, agency")
            assert "[agency]" in await press(pilot)
            await pilot.press("tab", "end")
            await type_text(pilot, " Ltd")
            await press_keys(pilot, "shift+tab", "end")
            await type_text(pilot, ", today")
            text = await press(pilot)
            assert "Company  Monday Ltd" in text
            assert "= Mon 23 Nov 2026" in text
            await press_keys(pilot, "ctrl+s")
        added = named(journal, "Monday Ltd")
        assert added.source is Source.AGENCY


@pytest.mark.long
async def test_a_draft_of_a_line_goes_on_as_it_was(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await turn_to(pilot, "Applications")
            await pilot.press("a")
            await type_text(pilot, "Calder, Tes")
            await press_keys(pilot, "escape")
            await press_keys(pilot, "a")
            await type_text(pilot, "ter, today")
            text = await press(pilot)
            assert "Role     Tester" in text
            await press_keys(pilot, "ctrl+s")
        assert named(journal, "Calder").role == "Tester"
        assert journal.drafts.waiting() == []


@pytest.mark.long
@both_sizes
async def test_without_a_company_the_line_is_kept_and_told(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            await pilot.press("a")
            await type_text(pilot, "Acme, referral")
            await pilot.press("tab", "end", *["backspace"] * 4)
            text = await press(pilot, "ctrl+s")
            assert "The company is missing" in text
            assert "Acme, referral" in text


@all_sizes
async def test_all_that_one_says_of_itself_is_filled_in(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            await pilot.press("e", "tab", "tab", "r", "tab", "s", "tab")  # Brook: source and kind
            await type_text(pilot, "https://jobs.test/1")
            await pilot.press("tab")
            await type_text(pilot, "~/cv.pdf")
            await pilot.press("tab", "space", "right", "space", "space", "tab")
            await type_text(pilot, "Near the sea")
            await pilot.press("tab")
            await type_text(pilot, "in 3 days")
            await pilot.press("tab")
            await type_text(pilot, "call them")
            text = await press(pilot, "ctrl+s")
            assert "Changed. u takes it back." in flat(text.replace("▌", " "))
            brook = named(journal, "Brook")
            assert (brook.role, brook.source, brook.specialised) == ("Analyst", Source.REFERRAL, True)
            assert (brook.link, brook.document) == ("https://jobs.test/1", "~/cv.pdf")
            assert brook.quality == Quality(True, False, None)
            assert (brook.notes, brook.next_words) == ("Near the sea", "call them")
            assert brook.next_on == date(2026, 11, 26)
            await press_keys(pilot, "u")
            assert named(journal, "Brook").next_on is None
            text = await press(pilot, "e", "ctrl+s")
            assert "Nothing was changed." in flat(text.replace("▌", " "))


@pytest.mark.long
@both_sizes
async def test_a_draft_keeps_every_part(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            await pilot.press("e", *["tab"] * 6, "space", "tab")
            await type_text(pilot, "Near the sea")
            await press_keys(pilot, "escape")
            text = await press(pilot, "e")
            assert "✓ read closely" in text
            assert "Near the sea" in text
            await press_keys(pilot, "ctrl+s")
        brook = named(journal, "Brook")
        assert (brook.quality, brook.notes) == (Quality(True), "Near the sea")


@pytest.mark.long
async def test_what_is_hostile_stays_as_it_was_where_nobody_touched_it(path: Path) -> None:
    with open_workspace(path) as journal:
        keys = [journal.applications.add(text, text).id for text in HOSTILE]
        async with running(journal) as pilot:
            await turn_to(pilot, "Applications")
            for key in keys:
                pilot.app.main.page.show(key)
                await pilot.press("e", *["tab"] * 4)
                await type_text(pilot, "x")
                text = await press(pilot, "ctrl+s")
                assert not {"\x1b", "\x07", "\u202e"} & set(text)
        for key, text in zip(keys, HOSTILE, strict=True):
            one = journal.applications.find(key)
            assert (one.company, one.role, one.link) == (text, text, "x")


@pytest.mark.long
@both_sizes
async def test_half_an_address_is_no_person_yet(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            text = await press(pilot, "right", "p", "ctrl+s")
            assert "A name is missing" in text
            await pilot.press(*"Ito", "less_than_sign", *"ito", "at")
            text = await press(pilot, "ctrl+s")
            assert "An address looks like name@firm.example" in text
            await pilot.press(*"acme", "full_stop", *"test", "greater_than_sign", "comma", "space", *"lead")
            assert "= Ito · lead · ito@acme.test" in await press(pilot)
            await press_keys(pilot, "ctrl+s")
            assert line_with(pilot, "Ito · lead · ito@acme.test")
            assert "Who did you meet?" not in screen_text(pilot.app)
