"""How do my forecasts compare: the days that somebody expected a low to last, and those that it took."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from statistics import median
from typing import NamedTuple

from bounceback_tui.domain.calendar_terms import short_date
from bounceback_tui.domain.packed import Packed
from bounceback_tui.domain.past import Past
from bounceback_tui.domain.table import Heading, Row, Table
from bounceback_tui.domain.text import plural
from bounceback_tui.statistics.days import daily_values
from bounceback_tui.statistics.intervals import median_rank, wilson
from bounceback_tui.statistics.recovery import WayBack, clocks, ways_back
from bounceback_tui.statistics.statistic import Result, Statistic
from bounceback_tui.statistics.too_few import BASELINE, nothing_yet, of_yours, spared, too_few
from bounceback_tui.statistics.words import between, days_in_words, plain

ENOUGH = 4
"""Forecasts that can be compared from which something is said."""


class Pair(NamedTuple):
    """A forecast, and what is known of the way back that it was about."""

    way: WayBack
    forecast: int
    """In days."""
    actual: int
    """Whole days until back; of a way back that was cut short, those for which it was seen."""

    @property
    def gap(self) -> int:
        """Days by which the forecast was too long, below 0 too short; at most that where it was cut short."""
        return self.forecast - self.actual

    @property
    def counts(self) -> bool:
        """Whether it is known which of the two was longer: seen to the end, or past the forecast already."""
        return self.way.recovered or self.gap < 0


class Forecast(Result):
    """Forecasts beside what came of them."""

    pairs: tuple[Pair, ...]
    """Each rejection with a forecast and a baseline, the earliest first; `n` are those that count."""

    median_gap: float | None
    """The middle of the gaps in days; None where it is not known, or where there is too little to say."""

    interval: tuple[float | None, float | None]
    """The 95 % limits of the median gap; None where one is not known."""

    shorter: int | None
    """In how many of `n` it took less than the forecast; None where there is too little to say."""

    @property
    def undecided(self) -> int:
        """Pairs that do not count: cut short or still under way, and not past their forecast."""
        return len(self.pairs) - self.n

    def table(self) -> Table:
        """Each forecast, the latest first, with what is known of its way back."""
        headings = (
            Heading("date"),
            Heading("company", gives_way=True),
            Heading("expected", right=True),
            Heading("back to usual"),
        )
        foot = (
            "Not counted: those that have not lasted longer than expected and were cut short, or are still "
            "under way. They tell nothing."
        )
        return Table(headings, Packed(_row, self.pairs[::-1]), foot * bool(self.undecided))

    def as_json(self) -> dict[str, object]:
        """The result as `stats forecast --json` gives it."""
        return super().as_json() | {
            "pairs": [_pair(pair) for pair in self.pairs],
            "median_gap": self.median_gap,
            "shorter": self.shorter,
            "interval": list(self.interval),
            "undecided": self.undecided,
        }


def compute(past: Past) -> Forecast:
    """Compare each forecast with its way back; every rejection of one date has a forecast of its own."""
    ways = ways_back(past, clocks(past, daily_values(past)))
    pairs = tuple(
        Pair(way, way.episode.forecast, way.clock.days)
        for way in ways
        if way.episode.forecast is not None and way.clock.days is not None
    )
    counted = [pair for pair in pairs if pair.counts]
    enough = len(counted) >= ENOUGH
    # what was cut short has a gap somewhere below the one seen so far
    least = sorted(pair.gap if pair.way.recovered else -inf for pair in counted)
    most = sorted(pair.gap for pair in counted)
    shorter = sum(pair.gap > 0 for pair in counted)
    middle = _known_median(least, most) if enough else None
    limits = _limits(least, most)
    return Forecast(
        name=STATISTIC.name,
        n=len(counted),
        enough=enough,
        sentence=_sentence(shorter, most, middle, limits) if enough else _missing(past, len(pairs)),
        pairs=pairs,
        median_gap=middle,
        interval=limits,
        shorter=shorter if enough else None,
    )


def _known_median(least: Sequence[float], most: Sequence[float]) -> float | None:
    """The median, where it is the same whatever the gaps are that are known by their upper end alone.

    A median never falls where a value rises, so it lies between the two that the ends give.
    """
    lowest, highest = median(least), median(most)
    return float(highest) if lowest == highest else None


def _limits(least: Sequence[float], most: Sequence[float]) -> tuple[float | None, float | None]:
    rank = median_rank(len(most))
    if rank is None:
        return None, None
    low = least[rank - 1]
    return None if low == -inf else float(low), float(most[-rank])


def _row(pair: Pair) -> Row:
    return (
        short_date(pair.way.episode.began),
        pair.way.episode.who,
        plural(pair.forecast, "day"),
        pair.way.clock.told,
    )


def _pair(pair: Pair) -> dict[str, object]:
    return {
        "id": pair.way.episode.id,
        "date": pair.way.episode.began.isoformat(),
        "company": pair.way.episode.company,
        "forecast": pair.forecast,
        "actual": pair.actual,
        "state": pair.way.clock.state.value,
    }


_SEEN = "with a way back seen to the end or for longer than you expected"


def _missing(past: Past, pairs: int) -> str:
    compared = f"{ENOUGH} of your forecasts can be compared, {_SEEN}"
    if spared(past):
        return nothing_yet(f"{compared}, each with a baseline ({BASELINE})")
    so_far = of_yours(pairs, past, "both", by_date=False)
    return too_few(
        f"It takes a forecast of yours and a baseline ({BASELINE}){so_far and '; '}{so_far}",
        compared,
    )


def _sentence(
    shorter: int, gaps: Sequence[float], middle: float | None, limits: tuple[float | None, float | None]
) -> str:
    n = len(gaps)
    often = (
        f"In {shorter} of {plural(n, 'rejection')} you felt like yourself again sooner than you had expected "
        f"(in the long run likely {between(*wilson(shorter, n))})."
    )
    if middle is not None:
        return f"{often} The middle forecast was {_off(middle)}{_likely(*limits)}."
    highest = median(gaps)
    if highest < 0:
        return f"{often} The middle forecast was too short, by {days_in_words(-highest)} or more."
    return (
        f"{often} How far off the middle one was is not known yet, since some were cut short or still go on."
    )


def _likely(low: float | None, high: float | None) -> str:
    if high is None:
        return "; with so few, how far off that may be is not known yet"
    if low is None:
        least = f"{days_in_words(-high)} too short or more" if high < 0 else "not too long"
        return f", likely {f'at most {days_in_words(high)} too long' if high > 0 else least}"
    if low == high:
        return ", and hardly ever far from that"
    if low * high >= 0:
        near, far = sorted((abs(low), abs(high)))
        return (
            f", likely between {plain(near)} and {days_in_words(far)} too {'long' if high > 0 else 'short'}"
        )
    return f", likely between {_off(low, '')} and {_off(high, '')}"


def _off(gap: float, about: str = "about ") -> str:
    if not gap:
        return f"{about}right"
    return f"{about}{days_in_words(abs(gap))} too {'long' if gap > 0 else 'short'}"


STATISTIC = Statistic(
    parts=("readings", "episodes"),
    name="forecast",
    question="How do my forecasts compare",
    compute=compute,
    how=(
        "For each rejection with a forecast of yours and a baseline, the days that you expected less the "
        "days that the way back took, worked out as for the way back itself. Where the next rejection or "
        "today came first, a case counts as longer than expected once it has lasted longer than your "
        "forecast; until then it tells nothing and is not counted, which may make sooner look a little more"
        " frequent than it is. The middle one is the median, those still longer among them: how far they go"
        " is not known, so where the middle falls on one of them it is not given. Its interval is read off "
        "the cases in order (Thompson 1936) and needs 6; that of the share is Wilson's (1927). In six "
        "studies people expected bad feelings to last longer than they did, one of them about being turned "
        "down by a prospective employer (Gilbert and others 1998). Yours may well be right."
    ),
)
"""The statistic as the registry lists it."""
