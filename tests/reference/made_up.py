"""Random pasts: dense and sparse readings, many rejections and few, logs mostly up the ladder."""

from __future__ import annotations

import random
from datetime import date, timedelta

from bounceback_tui.domain.application import Kind, Log
from bounceback_tui.domain.checkin import DayMoods
from bounceback_tui.domain.episode import ShortEpisode
from bounceback_tui.domain.past import Past

START = date(2025, 1, 1)
_WAY = (Kind.APPLIED, Kind.SCREEN, Kind.INTERVIEW, Kind.TASK, Kind.FINAL, Kind.OFFER)
_ENDS = (Kind.REJECTED, Kind.REJECTED, Kind.GHOSTED, Kind.WITHDREW, Kind.ACCEPTED)


def past(rng: random.Random) -> Past:
    """One of them. Some events, readings and rejections are later than today."""
    length = rng.choice((60, 200, 500))
    every = rng.choice((7, 16, 40))
    rejections = [number for number in range(length) if rng.random() < 1 / every]
    episodes = tuple(
        ShortEpisode(f"{number}.{copy}", "Acme", START + timedelta(days=number), fits=rng.random() < 0.85)
        for number in rejections
        for copy in range(rng.choice((1, 1, 1, 2)))
    )
    return Past(
        START + timedelta(days=length - rng.randint(0, 20)),
        tuple(_readings(rng, length, rejections)),
        episodes,
        tuple(_log(rng, length, f"a{number}") for number in range(rng.choice((0, 4, 12, 60)))),
    )


def _readings(rng: random.Random, length: int, rejections: list[int]) -> list[DayMoods]:
    """A usual mood, lower for a while after each rejection."""
    found = []
    often, usual, low = rng.choice((0.3, 0.8, 1.0)), rng.randint(4, 7), 0.0
    for number in range(length):
        low = rng.choice((1.0, 2.0, 3.0)) if number in rejections else low * 0.85
        for _ in range(rng.choice((1, 1, 2))):
            if rng.random() < often:
                mood = min(max(round(usual - low + rng.gauss(0, 0.8)), 1), 9)
                found.append(DayMoods(START + timedelta(days=number), str(mood), rng.random() < 0.1))
    rng.shuffle(found)
    return found


def _log(rng: random.Random, length: int, name: str) -> Log:
    """Mostly up the ladder with an end; now and then anything in any order."""
    if rng.random() < 0.2:
        kinds = rng.choices(list(Kind), k=rng.randint(0, 6))
    else:
        kinds = [kind for kind in _WAY[: rng.randint(1, 6)] if kind is Kind.APPLIED or rng.random() < 0.7]
        kinds += [rng.choice(_ENDS)] if rng.random() < 0.6 else []
        kinds += [Kind.SCREEN] if kinds[-1] is Kind.GHOSTED and rng.random() < 0.3 else []
    day, days = rng.randint(0, length), []
    for _ in kinds:
        days.append(START + timedelta(days=day))
        day += round(rng.expovariate(1 / 9)) if rng.random() < 0.8 else 0
    known = tuple(rng.random() < 0.85 for _ in kinds) if rng.random() < 0.3 else ()
    return Log(tuple(kinds), tuple(days), known, name)
