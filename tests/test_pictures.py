"""The pictures of README.md and the manual show the program as it is, and bring nothing from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.drawn import drawn_with, words_of
from tests.pictures import COMMAND, FOLDER, SAYS, drawn

README = Path(__file__).parents[1] / "README.md"
MOST = {"first-moment.svg": 600_000}
"""Bytes that a picture may have; a still one 100 kB."""


def kept() -> dict[str, str]:
    return {one.name: one.read_text("utf-8") for one in FOLDER.glob("*.svg")}


async def test_no_picture_is_stale() -> None:
    now, before = await drawn(), kept()
    assert [*now] == [*SAYS]
    stale = [name for name in now if not same(now[name], before.get(name, ""))]
    told = {name: {*words_of(now[name])} ^ {*words_of(before.get(name, ""))} for name in stale}
    assert not stale, f"{', '.join(stale)}: stale, `{COMMAND}` draws them anew. Other words: {told}"


def same(now: str, before: str) -> bool:
    """To the byte; a picture of another version of Textual need only say the same."""
    return now == before or (drawn_with(now) != drawn_with(before) and words_of(now) == words_of(before))


@pytest.mark.parametrize("name", SAYS)
def test_a_picture_is_small_whole_and_asks_nobody(name: str) -> None:
    picture = kept()[name]
    assert len(picture.encode()) < MOST.get(name, 100_000)
    assert ElementTree.fromstring(picture)[0].text == SAYS[name]  # whoever cannot see it is told
    asks = re.findall(r"(?:https?:)?//[^\"'\s>]+|@import|url\(", picture.partition(">")[2])
    assert not asks, "a picture that asks a server tells it who looks"


def test_the_recording_stands_still_on_its_last_frame_where_movement_is_not_wanted() -> None:
    at_rest, _, moves = kept()["first-moment.svg"].partition("@media (prefers-reduced-motion:no-preference)")
    frames = re.findall(r'<g class="f" id="(f\d+)">', moves)
    assert re.findall(r"#(f\d+)\{visibility:visible\}", at_rest) == [frames[-1]]
    assert "animation" not in at_rest
    assert "infinite" not in moves


def test_readme_shows_every_picture_that_is_kept_and_no_other() -> None:
    text = README.read_text("utf-8")
    assert {*re.findall(r"\]\(docs/pictures/([^)]+)\)", text)} == {*kept()} == {*SAYS}
    told = dict(re.findall(r"!\[([^\]]+)\]\(docs/pictures/([^)]+)\)", text))
    assert all(SAYS[name] == says for says, name in told.items())
