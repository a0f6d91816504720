"""What was it about: what employers said when they were asked."""

from __future__ import annotations

from functools import partial

from bounceback_tui.domain.behind import Behind
from bounceback_tui.domain.feedback import RemarkKind
from bounceback_tui.domain.text import listing, plural, quoted
from bounceback_tui.domain.themes import Theme
from bounceback_tui.screens.examples import example_counts
from bounceback_tui.screens.pattern_view import View, rests_on, too_few
from bounceback_tui.statistics.feedback import Feedback, theme_words
from bounceback_tui.widgets.count_bars import Bar, CountBars, Group

_EXAMPLE = (
    ("strength", (("explains things clearly", 3), ("well prepared", 1))),
    ("gap", (("shorter answers", 2),)),
    ("outside me", (("somebody of their own", 1),)),
)


def feedback_view(result: Feedback) -> View:
    """A bar for each theme by the employers that named it; words count from the first remark on."""
    told = [(kind, one) for kind, found in result.said.items() for one in found]
    remarks = sum(len(one.remarks) for _, one in told)
    parts = [plural(result.n, "request")] * bool(result.n) + [plural(remarks, "remark")] * bool(remarks)
    cases = rests_on(listing(parts)) if parts else ""
    if not told:
        return too_few(cases, partial(example_counts, _EXAMPLE), result.table())
    groups = tuple(
        Group(kind.value, tuple(Bar(theme_words(one), len(one.companies)) for one in found))
        for kind, found in result.said.items()
    )
    return View(
        cases,
        "How many employers named each",
        CountBars(groups, [_mark(kind, one) for kind, one in told]),
        result.table(),
        tuple(Behind(_title(one), episodes=_episodes(one)) for _, one in told),
    )


def _mark(kind: RemarkKind, one: Theme) -> str:
    employers = plural(len(one.companies), "employer")
    return f"{employers} · {kind.value}: {quoted(one.words)} · {', '.join(one.companies)}"


def _title(one: Theme) -> str:
    return f"{quoted(one.words)} · {plural(len(one.companies), 'employer')}"


def _episodes(one: Theme) -> tuple[str, ...]:
    return tuple(dict.fromkeys(said.episode for said in one.remarks))
