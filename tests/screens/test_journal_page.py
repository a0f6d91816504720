"""The Journal page: the list and its searches, the keys, and the ways to it from other pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers_journal import (
    HOSTILE,
    key_of,
    line_with,
    live,
    strip_with,
    turn_to,
    under_cursor,
    underlined,
)
from looking import NOW, SIZES, open_workspace, running, screen_text, type_text
from textual.content import Content

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.episode import Cause, Side
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import parse
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


@pytest.mark.many(9)
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


@pytest.mark.many(3)
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
