"""An entry as long as a book opens like any other, and all of it can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from helpers_journal import NARROW, WIDE, strip_with, underlined
from looking import open_workspace, running, screen_text, type_text

from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.episode import Cause, Side
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets import entry_reader
from bounceback_tui.widgets.entry_reader import EntryReader
from bounceback_tui.widgets.reader import rendered

pytestmark = pytest.mark.usefixtures("all_is_drawn")

PARAGRAPH = "They were kind about it, and it still took the whole day to say so. " * 4
LONG = {
    "paragraphs": f"{PARAGRAPH}\n\n" * (10_000_000 // len(PARAGRAPH)),
    "lines": "one line\n" * (10_000_000 // 9),
    "words": "word " * 2_000_000,
    "no break at all": "x" * 10_000_000,
}
BOUND = 40_000
"""Characters that may be read as Markdown for the few screens that somebody looked at."""


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The characters of each text that was read as Markdown."""
    said: list[int] = []

    def counted(text: str, keep_lines: bool = False) -> object:
        said.append(len(text))
        return rendered(text, keep_lines)

    monkeypatch.setattr(entry_reader, "rendered", counted)
    return said


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


@pytest.mark.long
@pytest.mark.parametrize("size", [NARROW, WIDE])
@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
async def test_it_opens_without_being_read_and_its_end_is_a_key_away(
    journal: Workspace, read: list[int], text: str, size: tuple[int, int]
) -> None:
    journal.journal.note(f"It begins.\n\n{text}\n\nIt ends.", title="Long")
    async with running(journal, size) as pilot:
        await pilot.press("2", "enter")
        await pilot.pause()
        assert "It begins." in screen_text(pilot.app)
        await pilot.press("end")
        await pilot.pause()
        assert "It ends." in screen_text(pilot.app)
        await pilot.press("pageup", "pageup", "home")
        await pilot.pause()
        assert "It begins." in screen_text(pilot.app)
        assert 0 < sum(read) < BOUND


@pytest.mark.long
@pytest.mark.parametrize(("start", "key"), [("home", "pagedown"), ("end", "pageup")])
async def test_nothing_is_left_out_on_the_way(journal: Workspace, start: str, key: str) -> None:
    # signs of two cells make all of it twice as high as it looks from afar
    lines = [f"line {number:04} {'漢字 ' * (number % 40)}" for number in range(400)]
    journal.journal.note("\n\n".join(lines), title="Long")
    async with running(journal) as pilot:
        await pilot.press("2", "enter", start)
        await pilot.pause()
        seen = [numbers(screen_text(pilot.app))]
        reader = pilot.app.query_one(EntryReader)
        while 0 < reader.scroll_y < reader.max_scroll_y or len(seen) == 1:
            await pilot.press(key)
            seen.append(numbers(screen_text(pilot.app)))
    in_order = seen if start == "home" else seen[::-1]
    assert {number for screen in seen for number in screen} == set(range(400))
    for screen in seen:
        assert screen == list(range(screen[0], screen[-1] + 1))
    for above, below in pairwise(in_order):
        assert above[-1] <= below[-1] <= above[-1] + 20


@pytest.mark.long
async def test_what_is_at_the_top_stays_there_in_a_window_of_another_width(journal: Workspace) -> None:
    lines = [f"line {number:04}" + " and so on" * (number % 17) for number in range(600)]
    journal.journal.note("\n\n".join(lines), title="Long")
    async with running(journal) as pilot:
        await pilot.press("2", "enter", *["pagedown"] * 20)
        await pilot.pause()
        before = numbers(screen_text(pilot.app))
        await pilot.resize_terminal(60, 24)
        await pilot.pause()
        after = numbers(screen_text(pilot.app))
        assert set(before) & set(after)


@pytest.mark.long
async def test_what_was_searched_for_is_marked_far_down(journal: Workspace) -> None:
    journal.journal.note(f"{LONG['paragraphs'][:100_000]}\n\nThe Panel decided.", title="Long")
    async with running(journal) as pilot:
        await pilot.press("slash")
        await type_text(pilot, "panel")
        await pilot.press("enter", "enter", "end")
        await pilot.pause()
        assert underlined(strip_with(pilot, "decided")) == ["Panel"]


async def test_what_was_said_beside_it_stands_at_its_end(journal: Workspace) -> None:

    why = Cause(Side.OUTSIDE, f"{'because of this and that ' * 20}at last")
    text = LONG["paragraphs"][:100_000]
    journal.journal.log(Outcome("Acme", text=text, before=Reading(3), causes=(why,)))
    async with running(journal) as pilot:
        await pilot.press("2", "enter", "end")
        await pilot.pause()
        assert "at last" in screen_text(pilot.app)
        reader = pilot.app.query_one(EntryReader)
        assert reader.scroll_y == reader.max_scroll_y


def numbers(text: str) -> list[int]:
    """Those of the lines in sight."""
    return [int(line.split()[1]) for line in text.splitlines() if line.strip().startswith("line ")]
