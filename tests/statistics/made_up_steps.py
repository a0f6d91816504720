"""Short ways to make up lists of steps, and ways back in which they were ticked or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from made_up_pasts import day, level, past

from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.past import Checklist, Past, StepMark

APART = 60
"""Days from one made-up rejection to the next."""

DONE, OPEN, NOT_FOR_ME = StepState.DONE, StepState.OPEN, StepState.NOT_FOR_ME


def checklist(began: int, episode: str = "", **ticked: int | StepMark | None) -> Checklist:
    """Steps by their id, each with the day after the rejection on which it was ticked, None for never."""
    marks = []
    for step, how in ticked.items():
        mark = StepMark(step, f"Words of {step}")
        if isinstance(how, StepMark):
            mark = how
        elif how is not None:
            mark = mark._replace(state=DONE, day=day(began + how))
        marks.append(mark)
    return Checklist(episode or f"r{began}", day(began), tuple(marks))


def life(*ways: tuple[int | None, Mapping[str, int | StepMark | None]]) -> Past:
    """Rejections 60 days apart: the day on which each was over, None where it was cut short, and ticks."""
    moods: dict[int, int] = {}
    lists, others = [], []
    for number, (took, ticked) in enumerate(ways):
        began = APART * number
        last = began + APART - 15
        moods |= level(began - 14, began - 1, 6) | level(began, last, 2)
        if took is not None:
            moods |= level(began + took, last, 6)
        elif number < len(ways) - 1:
            others.append(last)
        lists.append(checklist(began, **ticked))
    starts = [APART * number for number in range(len(ways))]
    known = past(APART * len(ways) - 15, moods, [*starts, *others])
    return replace(known, checklists=tuple(lists))


def twelve(with_it: Sequence[int], without: Sequence[int]) -> Past:
    """Ways back that took so long in all, in which the step "walk" was ticked on day 2 or was not."""
    return life(*((took, {"walk": 2}) for took in with_it), *((took, {"walk": None}) for took in without))
