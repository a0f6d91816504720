"""How far a section got."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.widgets.progress_bar import bar


@pytest.mark.parametrize(
    ("done", "counted", "shown"),
    [
        (3, 4, "██████░░ 3/4"),
        (0, 4, "░░░░░░░░ 0/4"),
        (4, 4, "████████ 4/4"),
        (1, 30, "█░░░░░░░ 1/30"),
        (29, 30, "███████░ 29/30"),
        (0, 0, "░░░░░░░░ –"),
    ],
)
def test_bar(done: int, counted: int, shown: str) -> None:
    assert bar(done, counted, 8).plain == shown


@given(st.integers(1, 60), st.data(), st.integers(2, 40))
def test_full_means_done_and_empty_means_not_begun(counted: int, data: st.DataObject, width: int) -> None:
    done = data.draw(st.integers(0, counted))
    cells = bar(done, counted, width).plain.split(" ")[0]
    assert len(cells) == width
    assert ("░" not in cells) == (done == counted)
    assert ("█" not in cells) == (done == 0)
