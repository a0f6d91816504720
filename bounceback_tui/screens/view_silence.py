"""Where do I get stuck: how long open applications have been silent, against one's own replies."""

from __future__ import annotations

from bounceback_tui.domain.behind import Behind
from bounceback_tui.domain.packed import Packed
from bounceback_tui.domain.text import plural
from bounceback_tui.screens.examples import example_silence
from bounceback_tui.screens.pattern_view import View, rests_on, too_few
from bounceback_tui.statistics.silence import Silence, Waiting
from bounceback_tui.widgets.day_bars import DayBars, DayRow, UsualDays


def silence_view(result: Silence) -> View:
    """A bar for each open application; where there is none, for how long replies took."""
    counted = [plural(result.n, "reply", "replies")] if result.n else []
    if result.open:
        counted.append(f"{plural(len(result.open), 'application')} open now")
    cases = rests_on(", ".join(counted)) if counted else ""
    if not result.enough:
        return too_few(cases, example_silence, result.table())
    return _open_now(result, cases) if result.open else _replies(result, cases)


def _open_now(result: Silence, cases: str) -> View:
    picture = DayBars(
        [DayRow(one.name, one.days_silent, plural(one.days_silent, "day")) for one in result.open],
        UsualDays(result.median, result.quarters),
        Packed(
            lambda one: f"{_silent(one)}; {one.longer or 'none'} of your {result.n} replies took longer",
            result.open,
        ),
    )
    heading = "Days of silence so far, against your own replies"
    behind = Packed(lambda one: Behind(_silent(one), applications=(one.application,)), result.open)
    return View(cases, heading, picture, result.table(), behind, in_words=f"{heading}{_quarters(result)}")


def _quarters(result: Silence) -> str:
    """What the shade behind the bars means, in words; empty where it is not known."""
    parts = zip(("A quarter", "Three quarters"), result.quarters, strict=True)
    known = [(words, days) for words, days in parts if days is not None]
    return "".join(
        f"\n{words} of all your waits had an answer within {plural(days, 'day')}" for words, days in known
    )


def _replies(result: Silence, cases: str) -> View:
    """Nothing is open, so nothing is silent."""
    parts = zip(("a quarter", "half", "three quarters"), result.within, strict=True)
    known = [(words, days) for words, days in parts if days is not None]
    told = [f"{words} of all your waits had an answer within {plural(days, 'day')}" for words, days in known]
    picture = DayBars([DayRow(words, days, plural(days, "day")) for words, days in known], UsualDays(), told)
    behind = []
    for (_, days), words in zip(known, told, strict=True):
        quick = dict.fromkeys(key for one in result.replies if one.days <= days for key in one.applications)
        behind.append(Behind(words, applications=tuple(quick)))
    heading = "Within how many days a quarter, half and three quarters of your waits had an answer"
    return View(cases, heading, picture, result.table(), tuple(behind))


def _silent(one: Waiting) -> str:
    return f"{one.name}: silent for {plural(one.days_silent, 'day')}"
