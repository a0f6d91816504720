"""The forms: nothing typed is lost, nothing is saved twice, and what does not fit is told kindly."""

from __future__ import annotations

from contextlib import redirect_stderr
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from looking import NOW, open_workspace, running, screen_text, type_text
from textual import events
from textual.pilot import Pilot

from bounceback_tui.app import BouncebackApp
from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.application import Kind, Result, Source
from bounceback_tui.domain.checkin import Feeling, Reading, Relation
from bounceback_tui.domain.episode import Attribution, Cause, Side
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query
from bounceback_tui.domain.text import one_line
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.errors import StorageError


async def go_to(pilot: Pilot[None], name: str) -> None:
    pilot.app.screen.query_one(f"#{name}").focus()
    await pilot.pause()


def entries(journal: Workspace) -> int:
    return journal.journal.history(Query()).known


async def test_every_part_is_saved_and_can_be_read_back(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, (100, 60)) as pilot:
            await pilot.press("n")
            await type_text(pilot, "Acme")
            await pilot.press("tab")
            await type_text(pilot, "Data engineer")
            await pilot.press("tab", "i", "tab", "tab")
            await type_text(pilot, "yesterday 3pm")
            assert "Sun 22 Nov 2026, 15:00" in screen_text(pilot.app)
            await pilot.press("tab", "a", "tab", "3", "2")
            await type_text(pilot, "shame 60\n")
            await go_to(pilot, "text")
            await type_text(pilot, "It was **close**.")
            await pilot.press("tab")
            await type_text(pilot, "panel remote")
            await pilot.press("tab")
            await type_text(pilot, "an internal candidate\n")
            await pilot.press("tab")
            await type_text(pilot, "shorter answers")
            await go_to(pilot, "locus")
            await pilot.press("right", "right")
            await go_to(pilot, "forecast")
            await type_text(pilot, "14")
            await go_to(pilot, "after-mood")
            await pilot.press("2")
            assert "common right after writing" in screen_text(pilot.app)
            await pilot.press("ctrl+s")
            await pilot.pause()
        shown = journal.journal.show("-1")
        assert shown.item.entry.text == "It was **close**."
        assert shown.item.entry.tags == ("panel", "remote")
        assert shown.item.entry.written_at.isoformat() == "2026-11-22T15:00:00+01:00"
        assert (shown.item.stage, shown.item.result) == (Kind.INTERVIEW, Result.REJECTED)
        assert {one.relation: one.reading for one in shown.checkins} == {
            Relation.BEFORE: Reading(3, 2, (Feeling("shame", 60),)),
            Relation.AFTER: Reading(2),
        }
        assert {one.felt_at.local_date for one in shown.checkins} == {NOW.date()}
        assert shown.causes == (
            Cause(Side.OUTSIDE, "an internal candidate"),
            Cause(Side.CHANGEABLE, "shorter answers"),
            Cause(Side.WENT_RIGHT, "they invited me"),
        )
        assert shown.attribution == Attribution(locus=60)
        (application,) = journal.applications.every()
        assert application.source is Source.AGENCY
        assert journal.recovery.episodes()[0].forecast == 14


async def test_a_feeling_typed_but_not_entered_is_saved_too(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("m", "4", "3")
            await type_text(pilot, "calm 40")
            await pilot.press("ctrl+s")
            await pilot.pause()
        item = journal.database.row("SELECT name, strength FROM feeling")
        assert item == ("calm", 40)


async def test_nothing_is_compulsory_but_a_word(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n", "ctrl+s")
            await pilot.pause()
            assert "Name the company, or write a line" in screen_text(pilot.app)
            assert entries(journal) == 0
            await go_to(pilot, "text")
            await type_text(pilot, "They said no.")
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert entries(journal) == 1


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("when", "the day after never", "yesterday 3pm"),
        ("when", "tomorrow", "still to come"),
        ("when", "3/4", ""),
    ],
)
async def test_a_date_that_is_not_understood_is_told_and_keeps_the_form_open(
    tmp_path: Path, field: str, typed: str, told: str
) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, (120, 40)) as pilot:
            await pilot.press("n")
            await type_text(pilot, "Acme")
            await go_to(pilot, field)
            pilot.app.screen.query_one(f"#{field}").value = typed
            await pilot.pause()
            assert told in " ".join(screen_text(pilot.app).split())
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert entries(journal) == 0
            assert "Acme" in screen_text(pilot.app)


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


async def test_an_offer_is_celebrated_and_asks_for_no_forecast(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, (100, 60)) as pilot:
            await pilot.press("n")
            assert "In how many days" in screen_text(pilot.app)
            await type_text(pilot, "Acme")
            await go_to(pilot, "result")
            await pilot.press("o")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "Congratulations" in text
            assert "In how many days" not in text
            await pilot.press("ctrl+s")
            await pilot.pause()
        assert journal.recovery.episodes() == []
        assert journal.applications.every()[0].stage_reached is Kind.OFFER


async def test_a_check_in_on_the_next_day_says_what_it_also_is(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with open_workspace(path, NOW - timedelta(days=1)) as journal:
        journal.journal.log(Outcome("Acme", text="No.", before=Reading(3)))
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await pilot.press("m")
            await pilot.pause()
            assert "the day after “No.”" in screen_text(pilot.app)
            await pilot.press("5", "4", "enter")
            await pilot.pause()
        assert [one.relation for one in journal.journal.show("-1").checkins] == [
            Relation.BEFORE,
            Relation.NEXT_DAY,
        ]


async def test_what_was_saved_can_be_taken_back(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("w")
            await type_text(pilot, "A walk.")
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert entries(journal) == 1
            await pilot.press("u")
            await pilot.pause()
            assert "Undone: save “A walk.”" in screen_text(pilot.app)
            assert entries(journal) == 0
            assert "U redo" in screen_text(pilot.app)
            await pilot.press("U")
            await pilot.pause()
            assert "Done again: save “A walk.”" in screen_text(pilot.app)
            assert entries(journal) == 1
            assert "U redo" not in screen_text(pilot.app)
            await pilot.press("u")
            await pilot.pause()
            await pilot.press("u")
            await pilot.pause()
            assert "nothing to take back" in screen_text(pilot.app)


async def test_letters_typed_into_a_form_start_nothing_else(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n")
            await type_text(pilot, "mnw/u?12345")
            assert pilot.app.screen.query_one("#company").value == "mnw/u?12345"


async def test_every_key_that_works_is_shown_even_in_a_small_window(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, (60, 20)) as pilot:
            text = screen_text(pilot.app)
            for key in ("n what happened", "m mood", "w write", "/ search", "u undo", "? keys", "^p all"):
                assert key in text


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


async def test_what_was_written_on_the_other_side_is_saved_whatever_the_result(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n")
            await type_text(pilot, "Acme")
            await go_to(pilot, "could-change Line")
            await type_text(pilot, "shorter answers\n")
            await go_to(pilot, "forecast")
            await type_text(pilot, "9")
            await go_to(pilot, "result")
            await pilot.press("w")
            await pilot.pause()
            assert "Only a no has a forecast" in " ".join(screen_text(pilot.app).split())
            assert pilot.app.screen.query_one("#other-side").display
            await pilot.press("ctrl+s")
            await pilot.pause()
        said = [cause.text for cause in journal.journal.show("-1").causes]
        assert said == ["shorter answers", "they invited me"]


async def test_what_was_taken_out_by_hand_does_not_come_back(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n")
            await type_text(pilot, "Acme")
            pilot.app.screen.query_one("#went-right").set_lines([])
            await go_to(pilot, "stage")
            await pilot.press("f", "ctrl+s")
            await pilot.pause()
        assert journal.journal.show("-1").causes == ()


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


async def test_an_entry_whose_title_is_its_first_line_gets_a_new_one_with_it(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.note("An old beginning")
        async with running(journal) as pilot:
            await pilot.press("2", "e")
            await pilot.pause()
            assert pilot.app.screen.query_one("#title").value == ""
            pilot.app.screen.query_one("#text").text = "A new beginning"
            await pilot.press("ctrl+s")
            await pilot.pause()
        assert journal.journal.show("-1").item.entry.title == "A new beginning"


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


async def test_the_palette_offers_what_the_keys_do(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.note("Before")
        async with running(journal) as pilot:
            await pilot.press("2")
            await pilot.pause()
            offered = {one.title for one in pilot.app.offered(pilot.app.screen)}
            assert offered >= {"Search", "Keys", "Edit", "Delete", "What happened", "Leave", "Patterns"}
            assert "Undo: save “Before”" in offered
            await pilot.press("ctrl+p")
            await pilot.pause()
            await type_text(pilot, "delete")
            await pilot.pause(0.5)
            await pilot.press("enter")
            await pilot.pause()
            await pilot.pause()
            assert entries(journal) == 0


@pytest.mark.parametrize("title", ["[/]", "[@click=app.quit]x", "\x1b]52;c;aGVsbG8=\x07"])
async def test_the_palette_shows_words_of_the_journal_as_words(tmp_path: Path, title: str) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.note("Text", title=title)
        async with running(journal) as pilot:
            await pilot.press("ctrl+p")
            await pilot.pause()
            await type_text(pilot, "undo")
            await pilot.pause(0.5)
            text = screen_text(pilot.app)
            assert f"Undo: save “{one_line(title)}”" in text
            assert not set(text) & set("\x1b\x07")
            await pilot.press("enter")
            await pilot.pause()
            await pilot.pause()
            assert entries(journal) == 0


@pytest.mark.parametrize("opened", ["n", "ctrl+p", "question_mark"])
async def test_ctrl_q_leaves_from_anywhere(tmp_path: Path, opened: str) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press(opened)
            await pilot.pause()
            await pilot.press("ctrl+q")
            await pilot.pause()
            assert not pilot.app.is_running


async def test_a_click_on_the_digits_of_the_key_bar_says_nothing_of_a_mood(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("m")
            await pilot.pause()
            lines = screen_text(pilot.app).splitlines()
            row = next(place for place, line in enumerate(lines) if "1–9 choose" in line)
            await pilot.click(offset=(lines[row].index("1–9"), row))
            await pilot.pause()
            assert pilot.app.screen.query_one("#mood").value is None


async def test_a_new_day_has_its_date_at_the_top(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            assert "Mon 23 Nov" in screen_text(pilot.app)
            journal.clock = FixedClock(NOW + timedelta(days=1))
            await pilot.press("2")
            await pilot.pause()
            assert "Tue 24 Nov" in screen_text(pilot.app)


async def test_a_fault_of_the_program_tells_nothing_of_the_journal_and_keeps_the_draft(
    tmp_path: Path,
) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        app = BouncebackApp(journal)

        def fail(unspeakable: str) -> float:
            return 1 // (len(unspeakable) - len("unspeakable"))

        async def live() -> None:
            async with app.run_test() as pilot:
                await pilot.press("w")
                await type_text(pilot, "unspeakable")
                app.call_later(fail, "unspeakable")
                await pilot.pause()

        with pytest.raises(ZeroDivisionError), redirect_stderr(StringIO()) as said:
            await live()
        assert "ZeroDivisionError in test_forms.py" in said.getvalue()
        assert "offered again" in said.getvalue()
        assert "unspeakable" not in said.getvalue()
        assert journal.drafts.find("write").content["text"] == "unspeakable"


async def test_nobody_is_told_to_have_been_invited_who_only_applied(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n")
            await type_text(pilot, "Acme")
            await pilot.press("tab", "tab", "a", "ctrl+s")
            await pilot.pause()
        assert journal.journal.show("-1").causes == ()


async def test_several_feelings_on_a_line_are_several(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("m", "4", "3")
            await type_text(pilot, "shame 60, anger 20")
            await pilot.press("ctrl+s")
            await pilot.pause()
        rows = journal.database.rows("SELECT name, strength FROM feeling ORDER BY name")
        assert rows == [("anger", 20), ("shame", 60)]


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


async def test_coming_back_to_today_the_next_step_is_one_key_away(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.log(Outcome("Acme", text="No."))
        async with running(journal) as pilot:
            await pilot.press("2", "1")
            await pilot.pause()
            assert "go on" in screen_text(pilot.app)


async def test_all_pasted_lines_are_kept_in_a_field_of_one_line(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n")
            pilot.app.post_message(events.Paste("Acme\nInternational Ltd"))
            await pilot.pause()
            assert pilot.app.screen.query_one("#company").value == "Acme International Ltd"


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


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_what_a_prompt_rests_on_is_not_cut_off(tmp_path: Path, size: tuple[int, int]) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, size) as pilot:
            await pilot.press("w")
            await pilot.pause()
            text = " ".join(screen_text(pilot.app).split())
            assert "(Frattaroli 2006, 146 studies, r = .075)" in text
            assert "common (Smyth 1998)." in text
