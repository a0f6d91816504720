"""Figures in words that promise no more than the figures do."""

from __future__ import annotations

from bounceback_tui.domain.text import plural

_ROUND = (
    *((1, many) for many in (100, 50, 40, 30, 25)),
    *((1, many) for many in range(20, 3, -1)),
    *((3, 10), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (7, 10), (3, 4), (4, 5), (9, 10), (19, 20)),
)
"""The proportions that people picture easily, as (some, of how many), from small to large."""

_HARDLY = 1 / 200
"""Below it even the smallest round proportion would say too much."""

_NEARLY = 0.975
"""Half-way between the largest round proportion and all."""


def proportion(share: float) -> str:
    """The nearest round proportion to a share of 0 to 1: 0.25 is "1 in 4".

    Only 0 is "none" and only 1 is "all". Raises ValueError for what is no share.
    """
    if not 0 <= share <= 1:
        raise ValueError(f"a share runs from 0 to 1, not {share}")
    if share in (0, 1):
        return "all" if share else "none"
    if share < _HARDLY:
        return "fewer than 1 in 100"
    if share > _NEARLY:
        return "nearly all"
    some, many = min(_ROUND, key=lambda pair: abs(pair[0] / pair[1] - share))
    return f"{some} in {many}"


def between(low: float, high: float) -> str:
    """An interval of shares in words: "between 1 in 11 and 1 in 2", or "about 1 in 4" where it is narrow."""
    first, last = proportion(low), proportion(high)
    return f"about {first}" if first == last else f"between {first} and {last}"


def likely_days(low: int | None, high: int | None, *, unit: bool = True) -> str:
    """The limits of a number of days in words: "likely between 3 and 9 days"; None is not known yet.

    `unit` says whether days are named once more where the number before it names them already.
    """
    if low is None:
        return "how far off that may be is not known yet"
    if high is None:
        return f"likely at least {plural(low, 'day')}; the upper limit is not known yet"
    if low == high:
        return "both limits fall on that day"
    return f"likely between {low} and {plural(high, 'day') if unit else high}"


def plain(value: float) -> str:
    """A figure with at most one decimal: "5", "5.5"."""
    return f"{round(value, 1):g}"


def signed(value: float) -> str:
    """The same with its sign: "+1", "−0.5", "0"."""
    figure = plain(abs(value))
    return figure if figure == "0" else f"{'−' if value < 0 else '+'}{figure}"


def days_in_words(count: float) -> str:
    """ "1 day", "3.5 days"."""
    return f"{plain(count)} {'day' if count == 1 else 'days'}"


def still_missing(what: str) -> str:
    """What is said while there are too few cases; `what` says how many more, and of which kind."""
    return f"Too few to say yet; still missing: {what}."
