"""What was it about: the causes that the person named, on both lists."""

from __future__ import annotations

from functools import partial

from bounceback_tui.domain.behind import Behind
from bounceback_tui.domain.episode import SLIDERS
from bounceback_tui.domain.text import plural, quoted
from bounceback_tui.screens.examples import example_counts
from bounceback_tui.screens.pattern_view import View, rests_on, too_few
from bounceback_tui.statistics.reasons import SIDES, NamedCause, WhatItWas
from bounceback_tui.widgets.count_bars import Bar, CountBars, Group
from bounceback_tui.widgets.shift_lines import Shift, ShiftLines

_EXAMPLE = (
    ("outside me", (("a friend of theirs got it", 3), ("the budget went", 2))),
    ("could change", (("have an example ready", 3), ("ask more questions", 1))),
)


def reasons_view(result: WhatItWas) -> View:
    """A bar for each cause, outside me and could change always together; below them the sliders."""
    cases = rests_on(plural(result.n, "rejection")) if result.n else ""
    if not (result.enough and result.causes):
        return too_few(cases, partial(example_counts, _EXAMPLE), result.table())
    groups = tuple(
        Group(side.value, tuple(Bar(one.text, len(one.episodes)) for one in result.of(side)))
        for side in SIDES
    )
    sliders = tuple(
        Shift(*SLIDERS[name], one.at_log, one.at_close)
        for name, one in result.sliders.items()
        if one.at_log is not None or one.at_close is not None
    )
    return View(
        cases,
        "How many rejections you named each for",
        CountBars(groups, [_mark(one) for one in result.causes]),
        result.table(),
        tuple(Behind(_title(one), episodes=one.episodes) for one in result.causes),
        (ShiftLines(sliders),) if sliders else (),
    )


def _mark(one: NamedCause) -> str:
    return f"{plural(len(one.episodes), 'rejection')} · {one.side.value}: {one.text}"


def _title(one: NamedCause) -> str:
    return f"{quoted(one.text)} · {plural(len(one.episodes), 'rejection')}"
