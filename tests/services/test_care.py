"""After several days at the lowest mood something kind is said: once for such a time, in one's own words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from journals import HandSetClock

from bounceback_tui.domain.checkin import Reading
from bounceback_tui.resources import asset
from bounceback_tui.services.care import LONGEST
from bounceback_tui.services.workspace import Workspace

OURS = asset("support.md").strip()


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    folder = tmp_path / "settings"
    folder.mkdir()
    return folder


@pytest.fixture
def workspace(tmp_path: Path, clock: HandSetClock, settings: Path) -> Iterator[Workspace]:
    """A journal with a folder of settings."""
    with Workspace(tmp_path / "journal.db", clock, asset("guide.md"), settings) as opened:
        yield opened


def days(workspace: Workspace, clock: HandSetClock, moods: str) -> list[bool]:
    """Whether it is said at the end of each day: a digit is its mood, "." a day without a check-in."""
    said = []
    for mood in moods:
        if mood != ".":
            workspace.journal.check_in(Reading(int(mood)))
        said.append(bool(workspace.care.support()))
        clock.forward(days=1)
    return said


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("moods", "said"),
    [
        ("111", "--x"),
        ("1111111111", "--x-------"),
        ("112111", "-----x"),
        ("1.1...1", "------x"),
        ("1.......1", "---------"),
        ("11.......11", "-----------"),
        ("222222", "------"),
        ("11", "--"),
        ("1112111", "--x---x"),
        ("111........111", "--x----------x"),
        ("111" + "." * 90 + "111", "--x" + "-" * 92 + "x"),
        ("111" + "1......" * 12, "--x" + "-" * 84),
    ],
)
def test_it_is_said_once_for_each_row_of_such_days(
    workspace: Workspace, clock: HandSetClock, moods: str, said: str
) -> None:
    assert days(workspace, clock, moods) == [one == "x" for one in said]


def test_it_is_said_also_where_somebody_comes_back_some_days_later_and_not_after_weeks(
    workspace: Workspace, clock: HandSetClock
) -> None:
    for _ in range(3):
        workspace.journal.check_in(Reading(1))
        clock.forward(days=1)
    clock.forward(days=4)
    assert workspace.care.support() == OURS
    clock.forward(days=30)
    assert workspace.care.support() == ""


def test_a_day_counts_by_its_middle_value(workspace: Workspace, clock: HandSetClock) -> None:
    assert days(workspace, clock, "11")
    workspace.journal.check_in(Reading(1))
    workspace.journal.check_in(Reading(2))
    assert workspace.care.support() == ""
    workspace.journal.check_in(Reading(1))
    assert workspace.care.support() == OURS


def test_it_stays_for_the_day_until_it_is_put_away(workspace: Workspace, clock: HandSetClock) -> None:
    assert days(workspace, clock, "11.")[-1] is False
    workspace.journal.check_in(Reading(1))
    assert workspace.care.support() == workspace.care.support() == OURS
    workspace.care.put_away()
    assert workspace.care.support() == ""
    clock.forward(days=1)
    assert days(workspace, clock, "2111") == [False, False, False, True]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"Ring Ann.\n", "Ring Ann."),
        ("\ufeffRing Ann.".encode(), "Ring Ann."),
        (b"", ""),
        (b"\xff\xfe broken", OURS),
        (b"x" * (LONGEST + 1), OURS),
    ],
)
def test_the_words_may_be_ones_own(
    workspace: Workspace, clock: HandSetClock, settings: Path, content: bytes, words: str
) -> None:
    (settings / "support.md").write_bytes(content)
    days(workspace, clock, "11")
    workspace.journal.check_in(Reading(1))
    assert workspace.care.support() == words


def test_a_folder_of_that_name_does_no_harm(
    workspace: Workspace, clock: HandSetClock, settings: Path
) -> None:
    (settings / "support.md").mkdir()
    days(workspace, clock, "11")
    workspace.journal.check_in(Reading(1))
    assert workspace.care.support() == OURS
