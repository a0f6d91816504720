"""How long does it take me: the bounce-back curve."""

from __future__ import annotations

from collections import Counter

from bounceback_tui.domain.text import plural
from bounceback_tui.screens.examples import example_curve
from bounceback_tui.screens.pattern_view import View, rests_on, too_few
from bounceback_tui.statistics.bounce_back import BounceBack
from bounceback_tui.statistics.recovery import State
from bounceback_tui.widgets.survival_curve import SurvivalCurve


def bounce_back_view(result: BounceBack) -> View:
    """The curve, and what is known of each way back."""
    cases = rests_on(_counted(result)) if result.n else ""
    if not result.enough:
        return too_few(cases, example_curve, result.table())
    curve = tuple((float(one.day), one.share, one.low, one.high) for one in result.curve)
    picture = SurvivalCurve(curve, result.median)
    return View(cases, "Share of ways back that took longer than so many days", picture, result.table())


def _counted(result: BounceBack) -> str:
    """The ways back that count; rejections of one date share one."""
    states = Counter({way.clock.began: way.clock.state for way in result.episodes}.values())
    cut = states[State.CENSORED]
    more = f", {cut} cut short or still under way" if cut else ""
    return f"{plural(result.n, 'way back', 'ways back')}: {states[State.RECOVERED]} seen to the end{more}"
