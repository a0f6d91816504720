"""Nothing typed into a form is lost, and nothing is saved twice."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from looking import NOW, open_workspace, running, screen_text, type_text

from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.errors import StorageError


def entries(journal: Workspace) -> int:
    return journal.journal.history(Query()).known


async def test_leaving_keeps_a_draft_and_coming_back_offers_it(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n")
            await type_text(pilot, "Acme")
            await pilot.press("escape")
            await pilot.pause()
            assert "what happened: “Acme”" in screen_text(pilot.app)
            await pilot.press("n")
            await pilot.pause()
            assert "Acme" in screen_text(pilot.app)
            assert "what you had written" in screen_text(pilot.app)


async def test_where_saving_fails_the_words_stay_on_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:

        def full(outcome: Outcome) -> None:
            raise StorageError("The disk is full. What was saved before is safe; free some space.")

        with monkeypatch.context() as broken:
            broken.setattr(journal.journal, "log", full)
            async with running(journal) as pilot:
                await pilot.press("n")
                await type_text(pilot, "Acme")
                await pilot.press("ctrl+s")
                await pilot.pause()
                text = screen_text(pilot.app)
                assert "The disk is full." in text
                assert "Acme" in text
                broken.undo()
                await pilot.press("ctrl+s")
                await pilot.pause()
                assert "Acme said no today." in screen_text(pilot.app)


@pytest.mark.long
@pytest.mark.parametrize("leave", ["escape", "ctrl+q"])
async def test_a_draft_that_is_opened_and_left_again_stays(tmp_path: Path, leave: str) -> None:
    path = tmp_path / "journal.db"
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await pilot.press("n")
            await type_text(pilot, "Acme")
            await pilot.press("escape")
            await pilot.pause()
            await pilot.press("n")
            await pilot.pause()
            await pilot.press(leave)
            await pilot.pause()
    with open_workspace(path) as journal:
        assert journal.drafts.find("what-happened").content["company"] == "Acme"


@pytest.mark.long
async def test_starting_afresh_sets_aside_what_was_begun_and_today_offers_both(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n")
            await type_text(pilot, "Acme")
            await pilot.press("ctrl+n")
            await pilot.pause()
            assert pilot.app.screen.query_one("#company").value == ""
            await type_text(pilot, "Brook")
            await pilot.press("escape")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "“Brook”, just now" in text
            assert "“Acme”, just now" in text
            await pilot.press("down", "enter")
            await pilot.pause()
            assert pilot.app.screen.query_one("#company").value == "Acme"
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert [one.company for one in journal.applications.every()] == ["Acme"]
            assert [one.content["company"] for one in journal.drafts.waiting()] == ["Brook"]


async def test_a_draft_is_forgotten_at_the_second_press(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n")
            await type_text(pilot, "Acme")
            await pilot.press("escape")
            await pilot.pause()
            await pilot.press("x")
            await pilot.pause()
            assert "x once more forgets" in screen_text(pilot.app)
            assert len(journal.drafts.waiting()) == 1
            await pilot.press("x")
            await pilot.pause()
            assert "You had begun" not in screen_text(pilot.app)
            assert journal.drafts.waiting() == []


async def test_nothing_is_asked_of_a_draft_that_another_window_has_finished(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.drafts.set_aside("write", {"text": "begun elsewhere"}, "")
        async with running(journal) as pilot:
            assert "begun elsewhere" in screen_text(pilot.app)
            [there] = journal.drafts.waiting()
            journal.drafts.discard(there.form, there.target)
            await pilot.press("x")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "begun elsewhere" not in text
            assert "once more" not in text


@pytest.mark.long
async def test_a_draft_of_an_earlier_day_keeps_the_day_it_meant(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    for typed, means in (("yesterday 3pm", "2026-11-22 15:00"), ("", "2026-11-23 09:30")):
        with open_workspace(path) as journal:
            async with running(journal) as pilot:
                await pilot.press("n")
                await type_text(pilot, "Acme")
                pilot.app.screen.query_one("#when").value = typed
                await pilot.press("escape")
                await pilot.pause()
        with open_workspace(path, NOW + timedelta(days=2)) as journal:
            async with running(journal) as pilot:
                await pilot.press("n")
                await pilot.pause()
                assert pilot.app.screen.query_one("#when").value == means
                await pilot.press("ctrl+s")
                await pilot.pause()
            item = journal.journal.show("-1").item
            assert f"{item.entry.written_at.local:%Y-%m-%d %H:%M}" == means


async def test_undo_waits_until_the_form_is_closed(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.note("Before")
        async with running(journal) as pilot:
            await pilot.press("w")
            pilot.app.action_take_back()
            await pilot.pause()
            assert entries(journal) == 1
            assert "first" in screen_text(pilot.app)


async def test_an_entry_that_is_gone_is_told_instead_of_an_empty_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.note("Before")
        async with running(journal) as pilot:
            await pilot.press("2")
            await pilot.pause()

            def damaged(*_: object) -> None:
                raise StorageError("The journal seems to be damaged.")

            monkeypatch.setattr(journal.versions, "told", damaged)
            await pilot.press("e")
            await pilot.pause()
            assert "seems to be damaged" in screen_text(pilot.app)
            assert pilot.app.screen is pilot.app.main


@pytest.mark.long
async def test_the_same_trouble_is_told_once_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:

        def full(*_: object) -> None:
            raise StorageError("The disk is full.")

        async with running(journal) as pilot:
            await pilot.press("n")
            with monkeypatch.context() as broken:
                broken.setattr(journal.drafts, "keep", full)
                for letter in "Acme":
                    await pilot.press(letter)
                    pilot.app.screen.keep_draft()
                    await pilot.pause()
                assert screen_text(pilot.app).count("The disk is full.") == 1
            await pilot.pause(2.2)  # there is room again, and no key is pressed
            assert journal.drafts.find("what-happened").content["company"] == "Acme"


@pytest.mark.long
@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
async def test_what_cannot_be_kept_is_not_left_at_the_first_press(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:

        def full(*_: object) -> None:
            raise StorageError("The disk is full.")

        monkeypatch.setattr(journal.drafts, "keep", full)
        async with running(journal) as pilot:
            await pilot.press("n")
            await type_text(pilot, "Acme")
            await pilot.press(key)
            await pilot.pause()
            assert pilot.app.screen.query_one("#company").value == "Acme"
            assert "once more leaves without it" in screen_text(pilot.app)
            assert "Kept." not in screen_text(pilot.app)


async def test_two_presses_save_once(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("w")
            await type_text(pilot, "A walk.")
            form = pilot.app.screen
            form.action_submit()
            form.action_submit()
            await pilot.pause()
            assert entries(journal) == 1
            assert pilot.app.screen is not form


@pytest.mark.long
async def test_names_that_cannot_be_read_do_not_keep_a_form_from_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:

        def damaged() -> list[str]:
            raise StorageError("The journal seems to be damaged.")

        for service, name in [
            (journal.applications, "companies"),
            (journal.applications, "roles"),
            (journal.journal, "feelings"),
            (journal.tags, "names"),
        ]:
            monkeypatch.setattr(service, name, damaged)
        async with running(journal) as pilot:
            for key in "nmw":
                await pilot.press(key)
                await pilot.pause()
                assert "^s save" in screen_text(pilot.app)
                await pilot.press("escape")
                await pilot.pause()


@pytest.mark.long
async def test_saving_with_the_palette_already_over_it_closes_the_form_all_the_same(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("w")
            await type_text(pilot, "A walk.")
            form = pilot.app.screen
            form.action_submit()
            pilot.app.action_command_palette()
            await pilot.pause()
            await pilot.pause()
            assert entries(journal) == 1
            assert form not in pilot.app.screen_stack
            assert journal.drafts.waiting() == []


@pytest.mark.long
async def test_a_draft_that_waits_survives_another_that_is_set_aside(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.drafts.set_aside("write", {"text": "aside"})
        journal.drafts.keep("write", {"text": "main"})
        async with running(journal) as pilot:
            await pilot.press("down", "enter")
            await pilot.pause()
            assert pilot.app.screen.query_one("#text").text == "aside"
            await pilot.press("ctrl+n")
            await pilot.pause(0.6)
            await type_text(pilot, "third")
            await pilot.press("escape")
            await pilot.pause()
        assert {one.content["text"] for one in journal.drafts.waiting()} == {"aside", "main", "third"}


@pytest.mark.long
async def test_two_windows_keep_two_drafts(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with open_workspace(path) as one, open_workspace(path) as other:
        async with running(one) as pilot:
            await pilot.press("w")
            await type_text(pilot, "here")
            pilot.app.screen.keep_draft()
            async with running(other) as second:
                await second.press("w")
                await second.pause()
                await second.press("ctrl+n")
                await type_text(second, "there")
                await second.press("ctrl+s")
                await second.pause()
            await pilot.press("escape")
            await pilot.pause()
        assert "here" in [draft.content["text"] for draft in one.drafts.waiting()]


async def test_more_drafts_than_are_shown_are_reached_by_the_arrows(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        for number in range(5):
            journal.drafts.set_aside("write", {"text": f"Draft {number}"})
        async with running(journal) as pilot:
            assert "↓ 2 more" in screen_text(pilot.app)
            await pilot.press(*["down"] * 4)
            await pilot.pause()
            shown = [line for line in screen_text(pilot.app).splitlines() if "“Draft" in line]
            assert len(shown) == 3
            assert "▸" in shown[-1]


@pytest.mark.long
async def test_words_of_an_entry_that_was_deleted_for_good_meanwhile_become_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with open_workspace(path) as journal, open_workspace(path) as other:
        key = journal.journal.note("Before")
        async with running(journal) as pilot:
            await pilot.press("2", "e")
            await pilot.pause()
            await type_text(pilot, " and precious")
            other.journal.delete(key)
            other.journal.destroy(key)
            await pilot.press("escape")
            await pilot.pause()
            assert "“Before and precious”" in screen_text(pilot.app)
            await pilot.press("1", "enter", "ctrl+s")
            await pilot.pause()
        assert journal.journal.find("-1").entry.text == "Before and precious"


async def test_the_second_press_must_come_soon(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.drafts.set_aside("write", {"text": "Draft"})
        async with running(journal) as pilot:
            await pilot.press("x", "2", "1", "x")
            await pilot.pause()
            assert len(journal.drafts.waiting()) == 1
