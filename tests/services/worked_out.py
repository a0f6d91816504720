"""Watches which statistics are worked out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bounceback_tui.statistics import registry
from bounceback_tui.statistics.statistic import Statistic


def watched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The name of each statistic, every time that it is worked out."""
    said: list[str] = []
    load = registry.Listed.load

    def told(listed: registry.Listed) -> Statistic:
        one = load(listed)
        return replace(one, compute=lambda past: (said.append(one.name), one.compute(past))[1])

    monkeypatch.setattr(registry.Listed, "load", told)
    return said
