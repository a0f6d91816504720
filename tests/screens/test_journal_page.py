"""The Journal page: everything that was written, found again, read, changed, deleted and brought back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from helpers_journal import (
    HOSTILE,
    NARROW,
    WIDE,
    key_of,
    line_with,
    live,
    strip_with,
    titles,
    turn_to,
    under_cursor,
    underlined,
)
from looking import NOW, SIZES, open_workspace, running, screen_text, type_text
from textual.content import Content

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.episode import Cause, Side
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import parse
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.widgets.history_list import HistoryList
from bounceback_tui.widgets.marks import marked, marks_of

both_sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@both_sizes
async def test_the_list_is_newest_first_with_mood_date_title_and_company(
    path: Path, size: tuple[int, int]
) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Journal")
            text = screen_text(pilot.app)
            assert "3 entries, newest first" in text
            assert text.index("Brook rang") < text.index("They chose another") < text.index("A quiet walk")
            assert "▂3" in line_with(pilot, "They chose another")
            assert "Fri 13 Nov" in text
            assert "Acme" in text


@both_sizes
async def test_every_letter_searches_and_esc_ends_the_search(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await pilot.press("slash")
            for letters, found in (("p", 1), ("a", 1), ("n", 1)):
                await type_text(pilot, letters)
                await pilot.pause()
                assert f"{found} entry with “" in screen_text(pilot.app)
            assert "1 entry with “pan…”" in screen_text(pilot.app)
            assert not line_with(pilot, "A quiet walk")
            assert line_with(pilot, "They chose another")
            await type_text(pilot, "x")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "No entries with “panx…”" in text
            assert "esc" in line_with(pilot, "Nothing found")
            await pilot.press("escape")
            await pilot.pause()
            assert "3 entries, newest first" in screen_text(pilot.app)
            await pilot.press("n")
            await pilot.pause()
            assert line_with(pilot, "/ n")  # still in the box
            await pilot.press("escape", "escape", "e")
            await pilot.pause()
            assert "keep for later" in screen_text(pilot.app)  # in the list by now: e opened the form


@both_sizes
async def test_the_filter_is_told_back_in_words(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await pilot.press("slash")
            await type_text(pilot, "result:rejected mood:<4 since:november")
            await pilot.pause()
            assert "1 entry: rejections since November, mood below 4" in screen_text(pilot.app)


@pytest.mark.many(3)
@both_sizes
@pytest.mark.parametrize(
    "typed", ['"', "*", "AND (", 'NEAR("a', "mood:99 ", "-", ":", "stage:^ ", "'; --", "^"]
)
async def test_nothing_that_is_typed_breaks_the_search(path: Path, size: tuple[int, int], typed: str) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await pilot.press("slash")
            await type_text(pilot, typed)
            await pilot.pause()
            text = screen_text(pilot.app).casefold()
            assert "journal" in text
            for word in ("fts5", "syntax", "sql", "column", "error"):
                assert word not in text


@pytest.mark.long
async def test_what_was_not_understood_is_told_with_a_hint_once_the_word_is_over(path: Path) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await pilot.press("slash")
            await type_text(pilot, "stage:fnal")
            await pilot.pause()
            assert "did you mean" not in screen_text(pilot.app)  # somebody is still typing
            await pilot.press("enter")
            await pilot.pause()
            assert "did you mean “final”?" in screen_text(pilot.app)
            await pilot.press("slash", "end")
            await pilot.press(*["backspace"] * 4)
            await type_text(pilot, "fi")
            await pilot.press("enter")
            await pilot.pause()
            text = screen_text(pilot.app)  # half a value is as good as a whole one
            assert "final-round" in text
            assert "does not know" not in text


@both_sizes
async def test_the_words_looked_for_are_marked(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await pilot.press("slash")
            await type_text(pilot, "they kind")
            await pilot.pause()
            assert underlined(strip_with(pilot, "They chose")) != []
            assert set(underlined(strip_with(pilot, "They chose"))) == {"They"}
            await pilot.press("enter", "enter")
            await pilot.pause()
            assert underlined(strip_with(pilot, "The panel was kind.")) == ["kind"]


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("kind", "Kind, unkind, kindly", ["Kind", "kind"]),
        ('"so close"', "so close; close; so\u00a0close", ["so close", "so\u00a0close"]),
        ("a.c", "abc a.c", ["a.c"]),
        ("-kind", "kind", []),
        ("mood:<4", "mood", []),
        ("pan panel", "panel", ["panel"]),
    ],
)
def test_marks_stand_where_words_begin(typed: str, text: str, found: list[str]) -> None:
    drawn = marked(Content(text), marks_of(parse(typed, NOW.date())))
    assert [drawn.plain[span.start : span.end] for span in drawn.spans] == found


async def test_the_box_completes_filters_and_names(path: Path) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await pilot.press("slash")
            await type_text(pilot, "comp")
            await pilot.pause()
            await pilot.press("right")
            await type_text(pilot, "ac")
            await pilot.pause()
            assert line_with(pilot, "company:acme")
            await pilot.press("right")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "company:Acme" in text
            assert "1 entry at Acme" in text


@both_sizes
async def test_an_entry_is_read_with_all_that_was_said_beside_it(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        journal.versions.rewrite(
            key_of(journal, "They chose"), "They chose another", "The *panel*.", ["panel"]
        )
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Journal")
            await pilot.press("down", "enter")
            await pilot.pause()
            await pilot.resize_terminal(size[0], 60)  # all of it at once
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "Fri 13 Nov 2026, 09:30 (10 days ago) · 1 earlier version kept" in text
            assert "Acme · Data engineer · final round · rejected" in text
            assert "#panel" in text
            assert "The panel." in text  # rendered, not *panel*
            for words, said in (
                ("Before ", ("mood ▂3", "energy 2", "shame 60")),
                ("After ", ("mood ▁2",)),
                ("Next day ", ("mood ▄5", "energy 4")),
                ("Forecast ", ("in 14 days",)),
                ("Outside me ", ("an internal candidate",)),
                ("I could change ", ("ask about the team",)),
                ("Went right ", ("they invited me",)),
                ("It looked like ", ("more them than me · passing",)),
            ):
                for one in said:
                    assert one in line_with(pilot, words)


@both_sizes
async def test_enter_opens_the_entry_and_esc_goes_back_to_the_list(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Journal")
            beside = size == WIDE
            assert ("Nobody asked." in screen_text(pilot.app)) is False
            await pilot.press("down", "down")
            await pilot.pause()
            assert ("Nobody asked." in screen_text(pilot.app)) is beside  # wide windows show both
            await pilot.press("enter")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "Nobody asked." in text
            assert ("newest first" in text) is beside
            assert bool(under_cursor(pilot)) is beside
            await pilot.press("k")
            await pilot.pause()
            assert "panel was kind" in screen_text(pilot.app)
            await pilot.press("escape")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "Brook rang" in text
            assert ("panel was kind" in text) is beside
            assert "They chose" in under_cursor(pilot)


@pytest.mark.long
async def test_a_window_that_changes_its_size_keeps_what_is_read(path: Path) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, WIDE) as pilot:
            await turn_to(pilot, "Journal")
            await pilot.press("down", "tab")
            await pilot.resize_terminal(*NARROW)
            await pilot.pause()
            assert "panel was kind" in screen_text(pilot.app)
            assert "Brook rang" not in screen_text(pilot.app)
            await pilot.press("left")
            await pilot.pause()
            assert "Brook rang" in screen_text(pilot.app)
            await pilot.resize_terminal(*WIDE)
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "Brook rang" in text
            assert "panel was kind" in text


@both_sizes
async def test_an_entry_is_changed_and_shown_as_it_is_now(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Journal")
            await pilot.press("down", "enter", "e")
            await pilot.pause()
            assert "The *panel* was **kind**." in screen_text(pilot.app)  # as it was written
            await type_text(pilot, " So was the walk home.")
            await pilot.press("ctrl+s")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "So was the walk home." in text
            assert "1 earlier version kept" in text
            shown = journal.journal.show(key_of(journal, "They chose"))
            assert shown.item.entry.text.endswith("kind**. So was the walk home.")
            assert [one.text[:10] for one in shown.revisions] == ["They chose"]
            await pilot.press("u")
            await pilot.pause()
            assert "So was the walk home." not in screen_text(pilot.app)


@both_sizes
async def test_a_deleted_entry_is_gone_until_undo_brings_it_back(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Journal")
            await pilot.press("down", "right", "d")  # from the entry itself
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "trash now" in " ".join(text.replace("▌", " ").split()) or "in the trash" in text
            assert not any("They chose" in line and "▌" not in line for line in text.splitlines())
            assert "2 entries" in text
            assert titles(journal) == ["Brook rang", "A quiet walk"]
            assert "A quiet walk" in under_cursor(pilot)  # the one in its place
            await pilot.press("u")
            await pilot.pause()
            assert "They chose" in screen_text(pilot.app)
            assert "3 entries" in screen_text(pilot.app)
            assert titles(journal) == ["Brook rang", "They chose another.", "A quiet walk"]


@pytest.mark.long
@both_sizes
async def test_the_trash_is_looked_through_and_gives_back(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        journal.journal.delete(key_of(journal, "A quiet"))
        async with running(journal, size) as pilot:
            await pilot.press("slash")
            await type_text(pilot, "is:deleted")
            await pilot.press("enter")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "1 deleted entry" in text
            assert "r restore" in text
            assert "d delete" not in text
            await pilot.press("enter")
            await pilot.pause()
            assert "In the trash; r brings it back." in screen_text(pilot.app)
            await pilot.press("d")  # means nothing here
            await pilot.press("r")
            await pilot.pause()
            assert "No deleted entries" in screen_text(pilot.app)
            await pilot.press("escape")
            await pilot.pause()
            assert "3 entries, newest first" in screen_text(pilot.app)
            assert "A quiet walk" in screen_text(pilot.app)
        assert titles(journal, "is:deleted") == []


@both_sizes
async def test_an_empty_journal_says_how_to_begin(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Journal")
            text = screen_text(pilot.app)
            assert "Nothing is written here yet." in text
            assert "n  tells what happened" in text
            for words in ("read", "edit", "delete"):
                assert words not in text.splitlines()[-1] + text.splitlines()[-2]
            await pilot.press("e", "d", "enter", "j", "end")
            await pilot.press("w")
            await type_text(pilot, "First words")
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert "1 entry, newest first" in screen_text(pilot.app)
            assert line_with(pilot, "First words")


@both_sizes
async def test_keys_that_work_are_shown(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:

            def keys() -> str:
                return " ".join(screen_text(pilot.app).splitlines()[-3:])

            await turn_to(pilot, "Journal")
            for shown in ("enter read", "e edit", "d delete", "/ search", "u undo"):
                assert shown in keys()
            await pilot.press("enter")
            await pilot.pause()
            for shown in ("to the list", "j older", "k newer", "e edit", "d delete"):
                assert shown in keys()
            await pilot.press("slash", "p")
            await pilot.pause()
            for shown in ("enter to the list", "esc clear"):
                assert shown in keys()
            assert "e edit" not in keys()
            await pilot.press("enter")
            await pilot.pause()
            assert "esc end the search" in keys()


@pytest.mark.usefixtures("all_is_drawn")
@both_sizes
async def test_a_long_history_is_read_as_far_as_somebody_looks(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal, journal.database.write():
        for number in range(1101):
            when = Moment.of(NOW - timedelta(hours=number + 1))
            journal.journal.note(f"Note {number}", when=when)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Journal")
            assert "500+ entries, newest first" in screen_text(pilot.app)
            while pilot.app.screen.query_one(HistoryList).cursor < 480:
                await pilot.press("pagedown")
            await pilot.pause()
            assert "1000+ entries" in screen_text(pilot.app)
            cursor = pilot.app.screen.query_one(HistoryList).cursor
            assert f"Note {cursor}" in under_cursor(pilot)
            await pilot.press("end")
            await pilot.pause()
            assert "1101 entries" in screen_text(pilot.app)
            assert "Note 1100" in under_cursor(pilot)
            await pilot.press("home")
            await pilot.pause()
            assert "Note 0" in under_cursor(pilot)
            await pilot.press("slash")
            await type_text(pilot, "note")
            await pilot.pause()
            assert "500+ entries with “note…”" in screen_text(pilot.app)


async def test_the_wheel_reads_on_too(path: Path) -> None:
    with open_workspace(path) as journal, journal.database.write():
        for number in range(601):
            journal.journal.note(f"Note {number}", when=Moment.of(NOW - timedelta(hours=number + 1)))
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await turn_to(pilot, "Journal")
            pilot.app.screen.query_one(HistoryList).scroll_to(y=490, animate=False)
            await pilot.pause()
            assert "601 entries" in screen_text(pilot.app)
            assert "Note 49" in screen_text(pilot.app)


async def test_reading_one_after_the_other_reads_on_too(path: Path) -> None:
    with open_workspace(path) as journal, journal.database.write():
        for number in range(601):
            journal.journal.note(f"Note {number}", when=Moment.of(NOW - timedelta(hours=number + 1)))
    with open_workspace(path) as journal:
        async with running(journal, NARROW) as pilot:
            await turn_to(pilot, "Journal")
            pilot.app.screen.query_one(HistoryList).cursor = 442
            await pilot.press("enter", *["j"] * 9, "escape")
            await pilot.pause()
            assert "601 entries" in screen_text(pilot.app)
            assert "Note 451" in under_cursor(pilot)


async def test_entries_that_cannot_be_read_leave_a_line(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_workspace(path) as journal, journal.database.write():
        for number in range(200):
            journal.journal.note(f"Note {number}", when=Moment.of(NOW - timedelta(hours=number + 1)))
    with open_workspace(path) as journal:

        def broken(*_: object, **__: object) -> object:
            raise StorageError("The journal is busy.")

        async with running(journal, WIDE) as pilot:
            await turn_to(pilot, "Journal")
            monkeypatch.setattr(journal.database, "rows", broken)
            await pilot.press("end")
            await pilot.pause()
            assert "could not be read" in under_cursor(pilot)
            await pilot.press("e", "d", "enter", "escape", "home")
            await pilot.pause()
            assert "Note 0" in under_cursor(pilot)


async def test_moving_in_a_list_alone_reads_a_screen_of_entries_at_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_workspace(path) as journal, journal.database.write():
        for number in range(200):
            journal.journal.note(f"Note {number}", when=Moment.of(NOW - timedelta(hours=number + 1)))
    with open_workspace(path) as journal:
        asked: list[str] = []
        rows = journal.database.rows

        def counted(sql: str, values: tuple[object, ...] = (), **how: bool) -> object:
            asked.append(sql)
            return rows(sql, values, **how)

        async with running(journal, NARROW) as pilot:
            await turn_to(pilot, "Journal")
            monkeypatch.setattr(journal.database, "rows", counted)
            await pilot.press(*["down"] * 16)
            await pilot.pause()
            assert asked == []
            await pilot.press(*["pagedown"] * 4)
            await pilot.pause()
            assert len(asked) == 1


@pytest.mark.long
@both_sizes
async def test_the_cursor_stays_on_its_entry_when_others_come(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Journal")
            await pilot.press("down")
            with open_workspace(path) as other:  # from a shell, perhaps
                other.journal.note("Later words")
            assert "They chose" in under_cursor(pilot)
            await turn_to(pilot, "Today")
            await turn_to(pilot, "Journal")
            assert "They chose" in under_cursor(pilot)


@both_sizes
async def test_other_pages_lead_to_an_entry_or_to_a_search(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await pilot.press("slash")
            await type_text(pilot, "brook")
            await pilot.press("enter")
            await pilot.app.main.turn_to("Journal", key_of(journal, "A quiet"))
            await pilot.pause()
            assert "Nobody asked." in screen_text(pilot.app)  # though the search would have hidden it
            await pilot.press("escape")
            await pilot.pause()
            assert "3 entries, newest first" in screen_text(pilot.app)
            await pilot.app.main.turn_to("Journal", "/company:acme")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "1 entry at acme" in text
            assert "Brook rang" not in text
            await pilot.app.main.turn_to("Journal", "no such entry")
            await pilot.pause()
            assert "There is no entry" in screen_text(pilot.app)


@pytest.mark.long
async def test_a_deleted_entry_is_found_in_the_trash_by_its_key(path: Path) -> None:
    live(path)
    with open_workspace(path) as journal:
        key = key_of(journal, "A quiet")
        journal.journal.delete(key)
        async with running(journal, WIDE) as pilot:
            await pilot.app.main.turn_to("Journal", key)
            await pilot.pause()
            assert "In the trash" in screen_text(pilot.app)
            assert "1 deleted entry" in screen_text(pilot.app)


@both_sizes
async def test_the_mouse_is_enough(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Journal")
            row = screen_text(pilot.app).splitlines().index(line_with(pilot, "A quiet walk"))
            await pilot.click(offset=(20, row))
            await pilot.pause()
            assert "A quiet walk" in under_cursor(pilot)
            await pilot.click(offset=(20, row))
            await pilot.pause()
            assert "Nobody asked." in screen_text(pilot.app)
            keys = line_with(pilot, "to the list")
            place = screen_text(pilot.app).splitlines().index(keys)
            await pilot.click(offset=(keys.index("to the list"), place))
            await pilot.pause()
            assert "Brook rang" in screen_text(pilot.app)


@pytest.mark.long
@both_sizes
async def test_hostile_text_is_text(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        for text in HOSTILE:
            outcome = Outcome(
                text,
                text,
                Kind.FINAL,
                text=f"{text}\n\nbody {text}",
                tags=(text,),
                causes=(Cause(Side.OUTSIDE, text),),
                before=Reading(3, 2, (Feeling(text, 40),)),
            )
            journal.journal.log(outcome)
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Journal")
            for shown in HOSTILE.values():
                assert shown in screen_text(pilot.app)
            await pilot.press("enter")
            for _ in HOSTILE:
                await pilot.pause()
                text = screen_text(pilot.app)
                assert any(text.count(shown) >= 5 for shown in HOSTILE.values())
                assert not {"\x1b", "\x07", "\u202e"} & set(text)
                for line, words in enumerate(text.splitlines()):
                    if "[@click" in words:
                        await pilot.click(offset=(words.index("[@click") + 2, line))
                await pilot.press("j")
            assert pilot.app.is_running


@pytest.mark.long
async def test_a_journal_that_cannot_be_read_is_told_kindly(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live(path)
    with open_workspace(path) as journal:

        def broken(*_: object, **__: object) -> object:
            raise StorageError("The journal is busy.")

        async with running(journal, WIDE) as pilot:
            await turn_to(pilot, "Journal")
            monkeypatch.setattr(journal.journal, "history", broken)
            await pilot.press("slash", "a")
            await pilot.pause()
            assert "The journal is busy." in screen_text(pilot.app)
            monkeypatch.undo()
            await pilot.press("c")
            await pilot.pause()
            assert "with “ac…”" in screen_text(pilot.app)
            monkeypatch.setattr(journal.database, "rows", broken)
            await pilot.press("enter", "down", "end", "enter", "d")
            await pilot.pause()
            assert pilot.app.is_running
            monkeypatch.undo()
            assert len(titles(journal)) == 3
