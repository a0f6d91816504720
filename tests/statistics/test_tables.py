"""The heads of all tables, the words below them, and the names in JSON: what a person and a program read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_up_pasts import application, day, readings, rejection
from made_up_steps import twelve

from bounceback_tui.domain.application import Kind, Log
from bounceback_tui.domain.feedback import FeedbackState, Remark, RemarkKind
from bounceback_tui.domain.past import Act, MoodsAround, Past, Reasons, Request
from bounceback_tui.domain.table import Heading
from bounceback_tui.statistics.registry import every, named
from bounceback_tui.statistics.statistic import Statistic

ASKED = Request("r0", "Acme", FeedbackState.DECLINED, day(0), day(1))
SAID = (
    Request("r0", "Acme", FeedbackState.NOT_ASKED, None, day(1), (Remark(RemarkKind.GAP, "pace", ""),)),
    Request("r20", "Brook", FeedbackState.NOT_ASKED, None, day(9), (Remark(RemarkKind.GAP, "Pace", ""),)),
)
TWO = twelve([9], [12])
PAST = replace(
    TWO,
    readings=(*TWO.readings, *readings({-70: 3, -69: 5})),
    episodes=(
        *(one._replace(forecast=14, company="") for one in TWO.episodes),
        rejection(-100),
        rejection(-98),
    ),
    applications=(Log((Kind.APPLIED,), (day(5),), (), "a", "", "Cook"), application(Kind.APPLIED)),
    acts=(Act(day(3)),),
    reasons=(Reasons("r0", day(0), ("the budget",)),),
    requests=(ASKED, *SAID),
    writings=(MoodsAround("e", day(7), 3, 2, 4),),
)
"""A little of everything."""

HEADS = {
    "mood": "month | days > | median > | from–to > | rejections >",
    "bounce-back": "date | company ~ | baseline > | back to it",
    "forecast": "date | company ~ | expected > | back to usual",
    "return": "date | company ~ | the next thing",
    "stages": "step | moved on > | ended > | open > | withdrew >",
    "silence": "company ~ | role ~ | silent > | took longer >",
    "reasons": "list | cause ~ | rejections >",
    "feedback": "kind | theme ~ | employers > | who ~",
    "writing": "change ~ | pairs > | lower > | higher > | median > | likely",
    "steps": "step ~ | with > | days > | without > | days > | difference > | likely >",
    "plans": "steps | done > | not done > | all > | share > | likely",
}
"""A column by its words; figures stand at the right (>), and what is long gives way (~)."""

ROWS = {
    "mood": (
        "Apr 2026 | 20 | 6 | 6–6 | –\n"
        "Mar 2026 | 31 | 6 | 2–6 | 1\n"
        "Feb 2026 | 28 | 6 | 6–6 | –\n"
        "Jan 2026 | 31 | 6 | 2–6 | 1\n"
        "Dec 2025 | 10 | 6 | 6–6 | –\n"
        "Oct 2025 | 2 | too few | 3–5 | –\n"
        "Sep 2025 | 0 | too few | – | 2\n"
    ),
    "bounce-back": (
        "6 Mar 2026 | a company | 6 | after about 12 days\n"
        "5 Jan 2026 | a company | 6 | after about 9 days\n"
        "29 Sep 2025 | Company r-98 | – | no baseline\n"
        "27 Sep 2025 | Company r-100 | – | no baseline\n"
        "No baseline: fewer than 5 logged days in the 14 days before."
    ),
    "forecast": (
        "6 Mar 2026 | a company | 14 days | after about 12 days\n"
        "5 Jan 2026 | a company | 14 days | after about 9 days\n"
    ),
    "stages": (
        "applied → screen | 0 | 0 | 2 | 0\n"
        "screen → interview | 0 | 0 | 0 | 0\n"
        "interview → final | 0 | 0 | 0 | 0\n"
        "final → offer | 0 | 0 | 0 | 0\n"
    ),
    "reasons": (
        "outside me | the budget | 1\n"
        "could change | none named yet | –\n"
        "Of 1 rejection: both lists 0, outside me only 1, could change only 0, neither 0."
    ),
    "feedback": (
        "strength | none named yet | – | \n"
        "gap | Pace | 2 | Brook, Acme\n"
        "outside me | none named yet | – | \n"
        "Of 1 request: 1 declined."
    ),
    "steps": (
        "Words of walk | 1 | – | 1 | – | too few | \n"
        "With: ticked by day 3, in ways back that were still under way then; days: those still to "
        "go, by the median. Below 0 means fewer days with the step."
    ),
    "writing": (
        "right after | 1 | 1 | 0 | too few | \n"
        "next day | 1 | 0 | 1 | too few | \n"
        "no writing | 0 | 0 | 0 | too few | \n"
        "No writing: from days with such moods on which you wrote nothing, to the day after."
    ),
    "plans": (
        "with an if-then plan | 0 | 0 | 0 | too few | \n"
        "without | 1 | 0 | 1 | too few | \n"
        "Left out: 1 rejection with no step touched."
    ),
    "silence": ("a company |  | 105 days | –\na company | Cook | 100 days | –\n"),
    "return": (
        "6 Mar 2026 | a company | nothing yet, and nothing has to be\n"
        "5 Jan 2026 | a company | after about 3 days\n"
        "29 Sep 2025 | Company r-98 | after about 101 days\n"
        "27 Sep 2025 | Company r-100 | after about 103 days\n"
        "Days of rest are left out."
    ),
}
"""Its cells, a row a line, and the words below them."""

NAMES = {
    "mood": "days rejections usual",
    "bounce-back": "episodes median interval curve",
    "forecast": "pairs median_gap shorter interval undecided",
    "return": "median days interval waiting",
    "stages": "steps",
    "silence": "median interval open",
    "reasons": "outside changeable unknown sliders rejections causes_outside causes_changeable",
    "feedback": "asked answered declined silent waiting share low high strengths gaps outside",
    "writing": "after next_day low_days",
    "steps": "landmark_day steps",
    "plans": "with without",
}


def head(heading: Heading) -> str:
    return (
        f"{heading.words}{' >' if heading.right is True else ''}{' ~' if heading.gives_way is True else ''}"
    )


@pytest.mark.parametrize("statistic", every(), ids=lambda one: one.name)
def test_each_column_and_each_name_is_called_what_it_is_called(statistic: Statistic) -> None:
    found = statistic.compute(PAST)
    table = found.table()
    assert " | ".join(map(head, table.headings)) == HEADS[statistic.name]
    assert "".join(f"{' | '.join(row)}\n" for row in table.rows) + table.foot == ROWS[statistic.name]
    assert list(found.as_json()) == ["name", "n", "enough", "sentence", *NAMES[statistic.name].split()]


INSIDE = {
    "mood": ("days", "date mood rolling"),
    "bounce-back": ("episodes", "id date company baseline state days"),
    "forecast": ("pairs", "id date company forecast actual state"),
    "stages": ("steps", "from to moved_on ended open withdrew share low high"),
    "silence": ("open", "application company role days_silent share_longer"),
    "reasons": ("causes_outside", "cause rejections"),
    "feedback": ("gaps", "theme companies"),
    "steps": (
        "steps",
        "step words ticked_n not_n ticked_median not_median difference low high enough",
    ),
}


@pytest.mark.parametrize("name", INSIDE)
def test_and_so_is_what_lies_within(name: str) -> None:
    found = named(name).compute(PAST).as_json()
    key, names = INSIDE[name]
    within = found[key]
    assert isinstance(within, list)
    assert list(within[0]) == names.split()


def test_where_nothing_is_open_the_silences_tell_how_long_replies_took() -> None:
    silence = named("silence")
    answered = tuple(application(Kind.APPLIED, Kind.REJECTED, first=3 * place) for place in range(5))
    found = silence.compute(Past(day(90), applications=answered)).table()
    assert list(map(head, found.headings)) == ["of all your waits", "answered within >"]
    assert found.foot == ""
    still = (*answered, application(Kind.APPLIED, first=80))
    assert silence.compute(Past(day(90), applications=still)).table().foot == (
        "Took longer: so many of your own replies did."
    )


@pytest.mark.parametrize("statistic", every(), ids=lambda one: one.name)
def test_where_nothing_is_known_no_figure_is_told_and_nothing_below(statistic: Statistic) -> None:
    table = statistic.compute(Past(day(0))).table()
    rungs = [("0", "0", "0", "0")] * 4 if statistic.name == "stages" else []
    assert [row[1:] for row in table.rows] == rungs
    assert table.foot == ""
