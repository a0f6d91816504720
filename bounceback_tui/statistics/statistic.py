"""What every statistic is and what every result of one carries."""

from __future__ import annotations

from collections.abc import Callable

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.past import Past
from bounceback_tui.domain.table import Table


class Result(Frozen):
    """What a statistic found. Figures that cannot be given are None, never 0."""

    name: str
    """The statistic's name, such as "bounce-back"."""

    n: int
    """The number of cases that the figures rest on."""

    enough: bool
    """Whether there is enough to say something; without it no median, share or difference is given."""

    sentence: str
    """The finding in plain words, or what is still missing for one."""

    def table(self) -> Table:
        """The figures as a table: on the screen, on the command line and in reports."""
        return Table()

    def as_json(self) -> dict[str, object]:
        """The result as values that JSON knows: dates in ISO form, what cannot be given as None."""
        return {"name": self.name, "n": self.n, "enough": self.enough, "sentence": self.sentence}


class Statistic(Frozen):
    """One question about a past, and how it is answered."""

    name: str
    """What it is called on the command line."""

    question: str
    """What the person wonders; the title of its tab."""

    compute: Callable[[Past], Result]
    """Answers the question; reads nothing but what it is given."""

    how: str
    """How the answer is worked out, in plain words and with its sources; one paragraph."""

    parts: tuple[str, ...]
    """The parts of a past that it looks at, by their names there; of the others it may be handed none."""

    filtered: str = ""
    """What a filter that asks for more than days does here, where that is not plain; one sentence."""
