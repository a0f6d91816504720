"""Results as the contract of STATISTICS words them, for pictures to be drawn from."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

SENTENCE = "What was found, in words."


def made(name: str, **values: Any) -> dict[str, Any]:
    """A result of that name with enough cases."""
    return {"name": name, "n": 12, "enough": True, "sentence": SENTENCE} | values


def interval(share: float | None, low: float | None, high: float | None) -> dict[str, Any]:
    return {"share": share, "low": low, "high": high}


def mood(days: int = 120) -> dict[str, Any]:
    first = date(2026, 3, 1)
    logged = [
        {
            "date": (first + timedelta(days=number)).isoformat(),
            "mood": float(6 - (number % 30 < 8) * 3 + number % 3 / 2),
            "rolling": 6.0 - (number % 30 < 12) * 2,
        }
        for number in range(days)
        if number % 7 != 5
    ]
    return made("mood", days=logged, rejections=["2026-03-31", "2026-04-30"], usual=6.5)


RESULTS: dict[str, dict[str, Any]] = {
    "mood": mood(),
    "bounce-back": made(
        "bounce-back",
        median=8,
        interval=[5, 12],
        curve=[
            {"day": day, "at_risk": 12, "recovered": 1, "share": share, "low": low, "high": high}
            for day, share, low, high in (
                (3, 0.9, 0.5, 0.98),
                (5, 0.7, 0.35, 0.9),
                (8, 0.5, 0.2, 0.75),
                (12, 0.2, 0.05, 0.5),
                (20, 0.0, None, None),
            )
        ],
    ),
    "forecast": made(
        "forecast",
        median_gap=4.0,
        shorter=4,
        pairs=[
            {"id": "A", "forecast": 14, "actual": 8, "state": "recovered"},
            {"id": "B", "forecast": 21, "actual": 12, "state": "recovered"},
            {"id": "C", "forecast": 5, "actual": 9, "state": "recovered"},
            {"id": "D", "forecast": 10, "actual": 15, "state": "censored", "company": "Acme"},
            {"id": "E", "forecast": 7, "actual": None, "state": "no baseline"},
        ],
    ),
    "return": made("return", median=4.0, days=[0, 0, 2, 3, 4, 5, 9, 40]),
    "stages": made(
        "stages",
        steps=[
            {"from": "applied", "to": "screen", "moved_on": 20, "ended": 12, "open": 3, "withdrew": 0}
            | interval(0.625, 0.45, 0.77),
            {"from": "screen", "to": "interview", "moved_on": 3, "ended": 9, "open": 1, "withdrew": 1}
            | interval(0.25, 0.089, 0.532),
            {"from": "interview", "to": "final", "moved_on": 1, "ended": 2, "open": 0, "withdrew": 0}
            | interval(None, None, None),
        ],
    ),
    "silence": made(
        "silence",
        median=11,
        interval=[7, 16],
        open=[
            {"application": "X", "company": "Acme", "days_silent": 4, "share_longer": 0.8},
            {"application": "Y", "days_silent": 25, "share_longer": 0.05},
            {"application": "Z", "days_silent": 1, "share_longer": None},
        ],
    ),
    "reasons": made(
        "reasons",
        outside=6,
        changeable=3,
        causes_outside=[
            {"cause": "an internal candidate", "rejections": 5},
            {"cause": "a hiring freeze", "rejections": 1},
        ],
        causes_changeable=[{"cause": "examples too long", "rejections": 3}],
        unknown=4,
        sliders={"locus": {"n": 6, "at_log": 40, "at_close": 62}},
    ),
    "feedback": made(
        "feedback",
        asked=10,
        answered=5,
        declined=1,
        silent=2,
        waiting=2,
        **interval(0.71, 0.36, 0.92),
        strengths=[{"theme": "clear writing", "companies": ["Acme", "Beta", "Gamma"]}],
        gaps=[{"theme": "SQL", "companies": ["Acme"]}],
        outside=[],
    ),
    "writing": made(
        "writing",
        after={"n": 9, "median": -1.0, "low": -2.0, "high": 0.0},
        next_day={"n": 7, "median": 1.0, "low": 0.5, "high": 2.0},
        low_days={"n": 14, "median": 0.5, "low": 0.0, "high": 1.0},
    ),
    "steps": made(
        "steps",
        landmark_day=3,
        steps=[
            {
                "step": "ask-feedback",
                "words": "E-mail the interviewer and ask for one thing that could be better",
                "ticked_n": 6,
                "not_n": 7,
                "ticked_median": 5,
                "not_median": 8,
                "difference": -3.0,
                "low": -7.0,
                "high": 1.0,
                "enough": True,
            },
            {
                "step": "rest",
                "ticked_n": 1,
                "not_n": 12,
                "ticked_median": None,
                "not_median": None,
                "difference": None,
                "low": None,
                "high": None,
                "enough": False,
            },
        ],
    ),
    "plans": made(
        "plans",
        **{
            "with": {"done": 9, "n": 12} | interval(0.75, 0.47, 0.91),
            "without": {"done": 20, "n": 51} | interval(0.39, 0.27, 0.53),
        },
    ),
}
"""One of each, with enough."""
