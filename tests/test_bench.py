"""The bench runs: it makes a journal, measures, and prints a table."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]


def bench(*arguments: str) -> str:
    """What `python -m tests.bench` prints."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.bench", *arguments],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
@pytest.mark.parametrize(
    ("family", "row"),
    [
        pytest.param("start", "first paint of Today", marks=pytest.mark.long),
        pytest.param("pages", "Patterns, figures: stages", marks=pytest.mark.long),
        pytest.param("editor", "the same in ours, with drafts on", marks=pytest.mark.long),
        pytest.param("history", "to the end of the history", marks=pytest.mark.long),
        pytest.param("search", "search, the slowest letter", marks=pytest.mark.long),
        ("any-page", "any page of it, against the shortest: last"),
        pytest.param("commands", "bounceback note", marks=pytest.mark.long),
        pytest.param("encrypted", "a step down, encrypted against plain", marks=pytest.mark.long),
    ],
)
def test_each_family_finds_its_way_and_tells_what_misses(family: str, row: str) -> None:
    said = bench("--sizes", "40,60", "--runs", "1", "--only", family)
    assert row in said
    verdicts = {line.split()[-1] for line in said.splitlines() if "≤" in line}
    assert verdicts
    assert verdicts <= {"holds", "misses"}
    assert ("Missed:" in said) == ("misses" in verdicts)


def test_an_unknown_name_tells_the_known_ones() -> None:
    with pytest.raises(AssertionError, match=r"Nothing is called 'luck'; there are start, pages"):
        bench("--only", "luck")
