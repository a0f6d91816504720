"""What is said of rejections while there are too few of them: kind first, then what is missing.

Nobody should read how many more rejections it takes: what is said is what has to be known, in all.
"""

from __future__ import annotations

from bounceback_tui.domain.past import Past
from bounceback_tui.statistics.recovery import BASELINE_DAYS, BASELINE_WITHIN

BASELINE = f"a mood on {BASELINE_DAYS} of the {BASELINE_WITHIN} days before"
"""What a baseline is, where it is said what would help."""


def spared(past: Past) -> bool:
    """Whether nobody has said no up to today, whatever a filter leaves."""
    return not any(one.began <= past.today for one in past.episodes)


def nothing_yet(needs: str) -> str:
    """What is said where there was no rejection at all; `needs` is a clause: what it takes to say more."""
    return f"Nothing to say yet, and may it stay so. {_once(needs)}"


def too_few(so_far: str, needs: str) -> str:
    """What there is so far, then what it takes in all, and no number that is still to come.

    `so_far` is one or more sentences without the last stop.
    """
    return f"Too few to say yet, and may it stay so{so_far and '. '}{so_far}. {_once(needs)}"


def _once(needs: str) -> str:
    return f"This can be said once {needs}."


def of_yours(some: int, past: Past, what: str, *, by_date: bool) -> str:
    """ "none of your 10 has one": how many of the rejections that count; "" where none does.

    `by_date` counts those of one date once.
    """
    began = [one.began for one in past.episodes if one.fits and one.began <= past.today]
    total = len(set(began)) if by_date else len(began)
    many = f"{total} days with rejections" if by_date and total < len(began) else str(total)
    if total <= 1:
        return "" if not total else f"yours has {what}" if some else f"yours does not have {what}"
    if some == total:
        return f"all {many} of yours have {what}"
    return f"{some or 'none'} of your {many} {'have' if some > 1 else 'has'} {what}"
