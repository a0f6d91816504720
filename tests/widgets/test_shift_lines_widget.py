"""Where sliders stood at first and at the close."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from widget_host import Host, screen_text

from bounceback_tui.widgets.shift_lines import Shift, ShiftLines, draw_shifts

LOCUS = Shift("me", "them", 0, 50)
JOB = Shift("this job", "everything", 100, 62.5)


def lines(*rows: Shift, width: int = 80) -> list[str]:
    return draw_shifts(rows, width).plain.split("\n")


def test_points_lie_where_the_sliders_stood() -> None:
    legend, locus, job = lines(LOCUS, JOB)
    assert legend == "○ at first   ● at the close"
    track = locus[10:51]
    assert (track[0], track[20]) == ("○", "●")
    assert set(track[1:20]) == {"━"}
    assert set(track[21:]) == {"┈"}
    assert (job[10:51].index("○"), job[10:51].index("●")) == (40, 25)
    assert locus.split()[0] == "me"
    assert locus.endswith("them            0 → 50")
    assert job.endswith("everything  100 → 62.5")


def test_what_is_not_known_has_no_point() -> None:
    legend, only_first, only_last = lines(Shift("me", "them", 30, None), Shift("a", "b", None, 70))
    assert "○" in only_first
    assert not {"●", "━"} & set(only_first)
    assert only_first.endswith("30 → ?")
    assert "○" not in only_last
    assert only_last.endswith("? → 70")
    assert "both" not in legend


def test_where_nothing_moved_one_point_stands_for_both() -> None:
    legend, line = lines(Shift("me", "them", 40, 40))
    assert legend == "◎ both"
    assert line.count("◎") == 1
    assert not {"○", "●", "━"} & set(line)


a_place = st.none() | st.floats(0, 100)


@given(
    st.lists(st.builds(Shift, st.just("this job"), st.just("everything"), a_place, a_place), min_size=1),
    st.integers(46, 170),
)
def test_it_keeps_within_its_width(rows: list[Shift], width: int) -> None:
    drawn = draw_shifts(rows, width).split("\n", allow_blank=True)
    assert len(drawn) == len(rows) + 1
    assert all(line.cell_length <= width for line in drawn)


@pytest.mark.parametrize("width", [60, 160])
async def test_the_widget_is_as_high_as_its_lines(width: int) -> None:
    shown = ShiftLines((LOCUS, JOB))
    app = Host(shown)
    async with app.run_test(size=(width, 24)):
        assert shown.size.height == 3
        assert "100 → 62.5" in screen_text(app)
