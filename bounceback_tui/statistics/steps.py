"""What helps: whether the way back went on for fewer days where a step was ticked early."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date

from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.frozen import replace
from bounceback_tui.domain.past import Checklist, Past, StepMark
from bounceback_tui.domain.table import Heading, Row, Table
from bounceback_tui.domain.text import one_line, plural
from bounceback_tui.statistics.days import daily_values
from bounceback_tui.statistics.drawn_medians import difference_limits
from bounceback_tui.statistics.recovery import Clock, State, clocks
from bounceback_tui.statistics.statistic import Result, Statistic
from bounceback_tui.statistics.step_finding import ENOUGH, ENOUGH_EACH, LANDMARK, StepFinding
from bounceback_tui.statistics.survival import Span, kaplan_meier
from bounceback_tui.statistics.too_few import BASELINE, nothing_yet, of_yours, spared, too_few
from bounceback_tui.statistics.words import plain, signed, still_missing

FEW = 30
"""Ways back up to which cases are called few."""

_CHANCE = "with 8 steps over 12 rejections about 3 times in 10"  # where no step does anything


class Steps(Result):
    """The steps. `n` counts ways back under way after day 3; `enough` means that at least one has enough."""

    steps: tuple[StepFinding, ...]
    """In the order of the guide."""

    def table(self) -> Table:
        """Each step with its counts, days to go on either side, their difference and its interval."""
        headings = (
            Heading("step", gives_way=True),
            *(Heading(words, right=True) for words in ("with", "days", "without", "days")),
            *(Heading(words, right=True) for words in ("difference", "likely")),
        )
        foot = (
            f"With: ticked by day {LANDMARK}, in ways back that were still under way then; days: those still "
            "to go, by the median. Below 0 means fewer days with the step."
        )
        if any(step.enough and (step.low is None or step.high is None) for step in self.steps):
            foot += " “–” under likely: not known, since too many ways back were cut short."
        return Table(headings, tuple(map(_row, self.steps)), foot * bool(self.steps))

    def as_json(self) -> dict[str, object]:
        """The result as `stats steps --json` gives it."""
        return super().as_json() | {
            "landmark_day": LANDMARK,
            "steps": [_step_json(step) for step in self.steps],
        }


def compute(past: Past) -> Steps:
    """Compare, for each step, the ways back in which it was ticked by day 3 with those in which it was not.

    Only ways back that were still under way when day 3 was over count, neither recovered nor cut short: of
    any other no day is left to look at. Rejections of one date share one way back, in which a step was
    ticked if it was in any of them. A step marked as not for me was not ticked: to leave it out would part
    the cases by something that may have come after day 3. A way back on whose list a step does not stand
    says nothing about it.
    """
    fitting = {episode.began for episode in past.episodes if episode.fits}
    under_way = {
        clock.began: clock
        for clock in clocks(past, daily_values(past))
        if clock.began in fitting and clock.days is not None and clock.days > LANDMARK
    }
    words, sides = _gathered(past, under_way)
    steps = tuple(_finding(step, told, sides[step], under_way) for step, told in words.items())
    told = [step for step in steps if step.enough]
    return Steps(
        name=STATISTIC.name,
        n=len(under_way),
        enough=bool(told),
        sentence=_sentence(told, len(under_way)) if told else _missing(past, steps, len(under_way)),
        steps=steps,
    )


def remaining(clock: Clock) -> Span:
    """What is left of a way back after day 3. Raises ValueError for one that was over by then."""
    if clock.days is None or clock.days <= LANDMARK:
        raise ValueError(f"nothing is left after day {LANDMARK}")
    return Span(clock.days - LANDMARK, clock.state is State.RECOVERED)


@dataclass
class _Sides:
    """Where a step stood on a list, and where it was ticked by day 3, the earliest first."""

    listed: Set[date] = frozenset()
    ticked: list[tuple[date, str]] = field(default_factory=list)


@dataclass
class _Alike:
    """Lists with the same steps: there are very many, of very few guides."""

    latest: Checklist
    counted: set[date] = field(default_factory=set)
    """When those began whose way back was under way."""


def _gathered(past: Past, under_way: Container[date]) -> tuple[Mapping[str, str], Mapping[str, _Sides]]:
    """The words of each step, and where it stood and was ticked in ways back that were under way.

    Steps come in the order of the latest list, then those that stood on earlier ones alone.
    """
    found: dict[object, _Alike] = {}
    sides: defaultdict[str, _Sides] = defaultdict(_Sides)
    for one in past.checklists:
        if one.began > past.today:
            continue
        guide = id(one.guide)  # to look at all of its steps takes as long as all the rest
        alike = found.setdefault((guide, *((mark.step, mark.words) for mark in one.beside)), _Alike(one))
        when = one.began, one.episode
        if when > (alike.latest.began, alike.latest.episode):
            alike.latest = one
        if one.began in under_way:
            alike.counted.add(one.began)
            for mark in (*one.touched, *one.beside):
                if _ticked_early(mark, one):
                    sides[mark.step].ticked.append(when)
    words: dict[str, str] = {}
    latest_first = sorted(
        found.values(), key=lambda alike: (alike.latest.began, alike.latest.episode), reverse=True
    )
    for alike in latest_first:
        for mark in alike.latest.steps:
            if words.get(mark.step, mark.step) == mark.step:  # without words a step is told by its id
                words[mark.step] = mark.words
            side = sides[mark.step]  # most stand on the lists of one guide alone, and share what is counted
            side.listed = side.listed | alike.counted if side.listed else alike.counted
    for side in sides.values():
        side.ticked.sort()
    return words, sides


def _ticked_early(mark: StepMark, checklist: Checklist) -> bool:
    done_on = mark.day if mark.state is StepState.DONE else None
    return done_on is not None and (done_on - checklist.began).days <= LANDMARK


def _finding(step: str, words: str, sides: _Sides, under_way: Mapping[date, Clock]) -> StepFinding:
    with_it = {began for began, _ in sides.ticked}
    ones = [remaining(under_way[began]) for began in sorted(with_it)]
    others = [remaining(under_way[began]) for began in sorted(sides.listed - with_it)]
    episodes = tuple(episode for _, episode in sides.ticked)
    found = StepFinding(step, words, len(ones), len(others), episodes=episodes)
    return _compared(found, ones, others) if found.enough else found


def _compared(found: StepFinding, ones: Sequence[Span], others: Sequence[Span]) -> StepFinding:
    ticked, without = kaplan_meier(ones).median, kaplan_meier(others).median
    low, high = (None, None) if ticked is None or without is None else difference_limits(ones, others)
    return replace(found, ticked_median=ticked, not_median=without, low=low, high=high)


def _row(step: StepFinding) -> Row:
    def days(median: int | None) -> str:
        return "not known yet" if step.enough and median is None else "–" if median is None else f"{median}"

    apart = "too few" if not step.enough else "–" if step.difference is None else signed(step.difference)
    likely = "–" * step.enough
    if step.low is not None and step.high is not None:
        likely = f"({signed(step.low)} to {signed(step.high)})"
    return (
        step.words,
        *(str(step.ticked_n), days(step.ticked_median), str(step.not_n), days(step.not_median)),
        *(apart, likely),
    )


def _step_json(step: StepFinding) -> dict[str, object]:
    return {
        "step": step.step,
        "words": step.words,
        "ticked_n": step.ticked_n,
        "not_n": step.not_n,
        "ticked_median": step.ticked_median,
        "not_median": step.not_median,
        "difference": step.difference,
        "low": step.low,
        "high": step.high,
        "enough": step.enough,
    }


def _sentence(told: Sequence[StepFinding], n: int) -> str:
    compared = plural(len(told), "step")
    clear = [step for step in told if step.stands_out]
    reminder = _reminder(n)
    if not clear:
        return (
            f"No step stands out: of {compared} that can be compared, none went with clearly fewer or more "
            f"days to go after day {LANDMARK}. {reminder}"
        )
    step = max(clear, key=_clearness)
    low, high = step.low or 0.0, step.high or 0.0
    least, most = sorted((abs(low), abs(high)))
    way = "fewer" if high < 0 else "more"
    likely = plain(least) if least == most else f"between {plain(least)} and {plain(most)}"
    return (
        f"“{one_line(step.words)}”, ticked by day {LANDMARK}, went with about "
        f"{plural(abs(step.difference or 0), 'day')} {way} to go from then on: likely {likely} {way} "
        f"({step.ticked_n} rejections with it, {step.not_n} without; {compared} compared). It does not say "
        f"that the step made it longer or shorter.{_others(step, clear)} {reminder}"
    )


def _others(first: StepFinding, clear: Sequence[StepFinding]) -> str:
    """The other steps that stand out; one alone is named."""
    others = [step for step in clear if step is not first]
    if len(others) != 1:
        return f" {len(others)} other steps stand out, less clearly." if others else ""
    way = "fewer" if (others[0].high or 0.0) < 0 else "more"
    same = ((others[0].high or 0.0) < 0) == ((first.high or 0.0) < 0)
    named = f"“{one_line(others[0].words)}”"
    return f" So did {named}, less clearly." if same else f" {named} went with {way}, less clearly."


def _reminder(n: int) -> str:
    """How easily chance shows something, which is true with or without a step that stands out."""
    if n <= FEW:
        return f"With so few cases chance alone often shows one that stands out: {_CHANCE}."
    return f"Chance alone may show one that stands out: {_CHANCE}, with more rejections less often."


def _clearness(step: StepFinding) -> tuple[float, int]:
    """How far the interval stays away from 0, then how large the difference is."""
    return min(abs(step.low or 0.0), abs(step.high or 0.0)), abs(step.difference or 0)


def _missing(past: Past, steps: Sequence[StepFinding], n: int) -> str:
    """By the step that needs the fewest more."""
    longer = f"a way back longer than {LANDMARK} days"
    needed = (
        f"{ENOUGH} of your ways back longer than {LANDMARK} days are known, with the same step ticked by "
        f"day {LANDMARK} in {ENOUGH_EACH} of them and not in {ENOUGH_EACH} others"
    )
    if spared(past):
        return nothing_yet(f"{needed}; each needs a baseline ({BASELINE})")
    nothing = StepFinding("", "", 0, 0)
    nearest = min(steps, key=lambda step: _still_needed(step.still_missing), default=nothing)
    in_all, with_it, without = nearest.still_missing
    if not in_all:
        ticked = f"the same step ticked by day {LANDMARK} in {with_it} more"
        left = f"{without} more in which a step that you usually tick by day {LANDMARK} was not"
        return still_missing(ticked if with_it else left)
    so_far = of_yours(n, past, "both", by_date=True)
    return too_few(f"It takes a baseline ({BASELINE}) and {longer}{so_far and '; '}{so_far}", needed)


def _still_needed(missing: tuple[int, int, int]) -> int:
    in_all, with_it, without = missing
    return max(in_all, with_it + without)


STATISTIC = Statistic(
    name="steps",
    question="What helps",
    compute=compute,
    parts=("readings", "episodes", "checklists"),
    how=(
        "Only rejections with a baseline count (as for “the way back”), and of them those whose way "
        f"back was still under way after day {LANDMARK}. For each step they are parted by whether it was"
        " ticked by that day, and the days that were still to go are compared, by the Kaplan–Meier "
        "median (1958). This is a landmark analysis (Anderson, Cain, Gelber 1983). To ask instead "
        "whether a step was ticked before the way back was over would deceive: whoever takes long has "
        "more time to tick, so that every step would seem to make it longer. Rejections of one day "
        "count once, and a step counts as ticked if it was in any of them. A step that was not for you "
        "counts as not ticked. The interval of the difference holds 95 % of 2,000 draws of the same "
        f"cases (percentile bootstrap, Efron 1979). A step is compared from {ENOUGH} rejections, with "
        f"{ENOUGH_EACH} on each side. That a step went with fewer days does not say that it made them "
        f"fewer; and chance alone shows one that stands out {_CHANCE}, with fewer of them more often."
    ),
)
"""The statistic as the registry lists it."""
