"""Whatever was said is changed in the form it came from; versions are read, compared and brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from looking import NOW, SIZES, open_workspace, running, screen_text, type_text

from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.episode import Attribution, Cause, Side
from bounceback_tui.domain.outcome import Outcome

both_sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
TOLD = Outcome(
    company="Acme",
    role="Cook",
    stage=Kind.FINAL,
    before=Reading(2, 3, (Feeling("shame", 80),)),
    after=Reading(4, None, (Feeling("calm", 20),)),
    text="They chose another.",
    tags=("panel",),
    causes=(Cause(Side.OUTSIDE, "an internal candidate"),),
    attribution=Attribution(10, None, 30),
    forecast=14,
)


@both_sizes
async def test_an_outcome_is_changed_in_its_own_form_compared_and_brought_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "journal.db"
    with open_workspace(path, NOW - timedelta(days=1)) as journal:
        key = journal.journal.log(TOLD).id
        was = journal.versions.told(key)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await pilot.press("2", "e")
            await pilot.pause()
            form = pilot.app.screen
            assert form.query_one("#company").value == "Acme"
            assert form.query_one("#forecast").value == "14"
            await type_text(pilot, " Well.")
            form.query_one("#result").focus()
            await pilot.press("g", "ctrl+s")
            await pilot.pause()
            now = journal.versions.told(key)
            assert isinstance(now, Outcome)
            assert (now.text, now.result) == ("They chose another. Well.", Result.GHOSTED)
            assert (now.after, now.causes, now.when) == (was.after, TOLD.causes, was.when)
            await pilot.press("v")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "until Mon 23 Nov 2026, 09:30 (today): result, title, text" in text
            assert "result: rejected → ghosted" in text
            assert "They chose [-another.-]{+another. Well.+}" in text
            await pilot.press("b")
            await pilot.pause()
            assert "Brought back" in screen_text(pilot.app)
            assert journal.versions.told(key) == was
            await pilot.press("u")
            await pilot.pause()
            assert journal.versions.told(key) == now


@pytest.mark.long
async def test_opening_and_saving_without_a_change_is_no_version(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        key = journal.journal.log(TOLD).id
        page = journal.journal.note("A walk", before=Reading(3, 3))
        async with running(journal) as pilot:
            for _ in range(2):
                await pilot.press("2", "e", "ctrl+s", "down")
                await pilot.pause()
            assert pilot.app.screen is pilot.app.main
            await pilot.press("v")
            await pilot.pause()
            assert "never changed" in screen_text(pilot.app)
        assert journal.versions.of(key) == journal.versions.of(page) == []


@pytest.mark.long
@both_sizes
async def test_a_page_gets_another_day_and_another_mood(tmp_path: Path, size: tuple[int, int]) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        key = journal.journal.note("A walk", before=Reading(3, 3))
        async with running(journal, size) as pilot:
            await pilot.press("2", "e")
            await pilot.pause()
            form = pilot.app.screen
            form.query_one("#when").value = "yesterday 3pm"
            form.query_one("#before-mood").focus()
            await pilot.press("5", "ctrl+s")
            await pilot.pause()
            assert "Sun 22 Nov" in screen_text(pilot.app)
        shown = journal.journal.show(key)
        assert shown.item.entry.written_at.isoformat() == "2026-11-22T15:00:00+01:00"
        assert [one.reading for one in shown.checkins] == [Reading(5, 3)]


@pytest.mark.long
@both_sizes
async def test_a_check_in_is_corrected_where_all_of_them_stand(tmp_path: Path, size: tuple[int, int]) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        key = journal.journal.check_in(Reading(2, 3, (Feeling("shame", 80),)))
        async with running(journal, size) as pilot:
            await pilot.press("2", "c")
            await pilot.pause()
            assert "energy 3, shame 80" in screen_text(pilot.app)
            await pilot.press("e")
            await pilot.pause()
            assert "How it was, Mon 23 Nov 2026, 09:30 (today)" in screen_text(pilot.app)
            await pilot.press("6", "ctrl+s")
            await pilot.pause()
            assert journal.versions.checkin(key).reading == Reading(6, 3, (Feeling("shame", 80),))
            pilot.app.clear_notifications()
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "until Mon 23 Nov 2026, 09:30 (today): mood 2, energy 3, shame 80" in text
            await pilot.press("b")
            await pilot.pause()
            assert journal.versions.checkin(key).reading.mood == 2
            await pilot.press("d")
            await pilot.pause()
            assert "No check-in yet" in screen_text(pilot.app)
            await pilot.press("u")
            await pilot.pause()
            assert "energy 3, shame 80" in screen_text(pilot.app)
            await pilot.press("escape")
            await pilot.pause()
            assert pilot.app.screen is pilot.app.main


@pytest.mark.long
async def test_hostile_words_in_versions_are_only_words(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        key = journal.journal.note("[/] [@click=app.quit]x \x1b]52;c;aGVsbG8=\x07", title="[/]")
        journal.versions.rewrite(key, "[bold]", "[/] \u202eother", ["[/]"])
        async with running(journal) as pilot:
            await pilot.press("2", "v")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "[@click=app.quit]x" in text
            assert not set(text) & set("\x1b\x07\u202e")


@both_sizes
async def test_what_was_just_saved_is_under_the_cursor_and_named_before_it_goes(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with open_workspace(tmp_path / "journal.db", NOW - timedelta(days=1)) as journal:
        journal.journal.note("Precious")
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, size) as pilot:
            await pilot.press("2", "w", *"junk", "ctrl+s")
            await pilot.pause()
            await pilot.press("d")
            await pilot.pause()
            assert "“junk” is in the trash now" in " ".join(screen_text(pilot.app).split())
            assert journal.journal.find("-1").entry.title == "Precious"


@pytest.mark.long
async def test_a_change_that_takes_an_entry_out_of_the_search_ends_the_search(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.log(replace(TOLD, company="Nordwnd", text="stupid"))
        async with running(journal) as pilot:
            await pilot.press("slash", *"nordwnd", "enter", "enter", "e")
            await pilot.pause()
            pilot.app.screen.query_one("#company").value = "Nordwind"
            await pilot.press("ctrl+s")
            await pilot.pause(0.2)
            text = screen_text(pilot.app)
            assert "Nordwind · Cook" in text
            assert "no longer among what" in " ".join(text.replace("▌", " ").split())
