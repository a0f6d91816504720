"""What was found of one step: how the ways back went on with it and without it."""

from __future__ import annotations

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.text import cut
from bounceback_tui.statistics.words import plain

LANDMARK = 3
"""The day on which ways back are parted by what was done so far; only those still under way then count."""

ENOUGH = 10
"""Ways back that it takes to compare a step."""

ENOUGH_EACH = 3
"""How many of them it takes with the step, and how many without."""

_NAME = 36
"""Characters of a step that are told."""


class StepFinding(Frozen):
    """One step, and how the ways back went on with it and without it."""

    step: str
    """Its id."""
    words: str
    """What it says."""
    ticked_n: int
    """Ways back under way on day 3 in which it was ticked by then."""
    not_n: int
    """And in which it stood on the list and was not."""
    ticked_median: int | None = None
    """Days still to go after day 3 where it was ticked; None where that is not known."""
    not_median: int | None = None
    """And where it was not."""
    low: float | None = None
    """Lower 95 % limit of the difference."""
    high: float | None = None
    """And the upper one."""
    episodes: tuple[str, ...] = ()
    """Keys of the episodes in which it was ticked by day 3, the earliest first."""

    @property
    def enough(self) -> bool:
        """Whether there are enough ways back with it and without it to compare them."""
        return self.still_missing == (0, 0, 0)

    @property
    def still_missing(self) -> tuple[int, int, int]:
        """How many more ways back it takes: in all, with it, without it."""
        return (
            max(ENOUGH - self.ticked_n - self.not_n, 0),
            max(ENOUGH_EACH - self.ticked_n, 0),
            max(ENOUGH_EACH - self.not_n, 0),
        )

    @property
    def difference(self) -> int | None:
        """Days with it less days without it: below 0 where it went with fewer."""
        if self.ticked_median is None or self.not_median is None:
            return None
        return self.ticked_median - self.not_median

    @property
    def stands_out(self) -> bool:
        """Whether the interval lies wholly on one side of 0."""
        return self.low is not None and self.high is not None and (self.high < 0 or self.low > 0)


def in_words(step: StepFinding) -> str:
    """What a step says of itself, in full."""
    name = cut(step.words, _NAME)
    if not step.enough:
        return f"{name}: ticked by day {LANDMARK} in {step.ticked_n}, not in {step.not_n}: too few to say"
    ticked = f"ticked by day {LANDMARK} in {step.ticked_n}, {_to_go(step.ticked_median, ' more')}"
    return f"{name}: {ticked}; not in {step.not_n}, {_to_go(step.not_median)}; {_apart(step)}"


def fewer(days: float) -> str:
    """ "3 fewer", "2 more" or "0": a difference in days."""
    return f"{plain(abs(days))} {'fewer' if days < 0 else 'more'}" if days else "0"


def _to_go(median: int | None, more: str = "") -> str:
    if median is None:
        return "not known yet how many"
    return f"about {median}{more and f'{more} day' + 's' * (median != 1)}"


def _apart(step: StepFinding) -> str:
    if step.difference is None:
        return "the difference is not known yet"
    said = f"difference {fewer(step.difference)}" if step.difference else "no difference"
    if step.low is None or step.high is None:
        return f"{said}, how far off is not known yet"
    return f"{said}, {_likely(step.low, step.high)}"


def _likely(low: float, high: float) -> str:
    return f"likely {fewer(low)}" if low == high else f"likely between {fewer(low)} and {fewer(high)}"
