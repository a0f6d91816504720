"""Every statistic there is, in the order in which they are shown; each is loaded when it is first asked."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from bounceback_tui.statistics.statistic import Statistic


class Listed(NamedTuple):
    """A statistic by name; to load all takes longer than to answer most of them."""

    name: str
    """As the statistic itself says."""
    where: str
    """Module in this folder."""
    parts: tuple[str, ...]
    """The parts of a past that it looks at, as it says itself, too; known without loading it."""

    def load(self) -> Statistic:
        """The statistic itself."""
        module = import_module(f"bounceback_tui.statistics.{self.where}")
        return cast("Statistic", module.STATISTIC)


STATISTICS = (
    Listed("mood", "mood", ("readings", "episodes")),
    Listed("bounce-back", "bounce_back", ("readings", "episodes")),
    Listed("forecast", "forecast", ("readings", "episodes")),
    Listed("stages", "stages", ("applications",)),
    Listed("reasons", "reasons", ("reasons", "episodes")),
    Listed("feedback", "feedback", ("requests",)),
    Listed("steps", "steps", ("readings", "episodes", "checklists")),
    Listed("writing", "writing", ("readings", "writings", "days_written")),
    Listed("plans", "plans", ("checklists",)),
    Listed("silence", "silence", ("applications",)),
    Listed("return", "return_to_search", ("episodes", "rests", "acts")),
)
"""To add one: a file of its own beside this one, and a line here."""


def named(name: str) -> Statistic:
    """The statistic called `name`. Raises KeyError where there is none."""
    return {one.name: one for one in STATISTICS}[name].load()


def every() -> tuple[Statistic, ...]:
    """All of them."""
    return tuple(one.load() for one in STATISTICS)
