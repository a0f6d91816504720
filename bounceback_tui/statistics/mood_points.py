"""Changes of mood in words, to the half point: the scale knows nothing finer."""

from __future__ import annotations

from bounceback_tui.statistics.words import plain


def moved(change: float) -> str:
    """ "half a point lower", "1 point higher", "about the same"."""
    return _limit(change, "about the same")


def between_points(low: float, high: float) -> str:
    """ "between 1 point lower and no change"; "about 1 point lower" where both are the same."""
    first, last = _halves(low), _halves(high)
    if first == last:
        return f"about {_limit(first, '')}" if first else "no change"
    if first > 0:
        return f"between {_size(first)} and {_size(last)} higher"
    if last < 0:
        return f"between {_size(last)} and {_size(first)} lower"
    return f"between {_limit(first, 'no change')} and {_limit(last, 'no change')}"


def _limit(change: float, none: str) -> str:
    halves = _halves(change)
    return f"{_size(halves)} {'higher' if halves > 0 else 'lower'}" if halves else none


def _halves(change: float) -> float:
    return round(change * 2) / 2


def _size(change: float) -> str:
    size = abs(change)
    if size == 0.5:
        return "half a point"
    return "1 point" if size == 1 else f"{plain(size)} points"
