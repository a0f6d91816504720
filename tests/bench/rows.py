"""What is measured, collected over the rounds, and the table that comes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

F = "first paint of the smallest app"
"""Floor for whatever happens in the app, in seconds."""

P = "python -c pass"
"""Floor for a command, in seconds of the processor."""

EMPTY = "the same in an empty journal"
"""Floor for what must not grow with the journal; the smallest journal where there is none in an empty one."""


@dataclass(frozen=True)
class Row:
    """One line of the table for each length of journal that it was measured with."""

    what: str
    """In words, as printed."""
    sample: str
    """Name under which it is measured."""
    over: str = ""
    """Name of the sample that it is told as a multiple of; empty for a plain figure."""
    limit: float | None = None
    """The target: at most so much. None where it is only told."""
    unit: str = "×"
    """Printed behind the figure."""
    floor: float = 0.0
    """Seconds below which a multiple of itself says nothing: nobody could tell, and noise would."""


@dataclass(frozen=True)
class Line:
    """A row for one length of journal, as it came out."""

    what: str
    entries: int | None
    """How long the journal is; None for what has none."""
    value: float
    limit: float | None
    unit: str
    spread: tuple[float, float]
    """The least and the most of all rounds."""

    @property
    def verdict(self) -> str:
        """Whether the target holds."""
        return "" if self.limit is None else "holds" if self.value <= self.limit else "misses"


def with_processor(*rows: Row) -> Iterator[Row]:
    """Each row, and below it the same by the processor's time, which a busy machine changes less."""
    for row in rows:
        yield row
        over = row.over if row.over == EMPTY else worked(row.over)
        yield replace(row, what=f"  {row.what}, processor", sample=worked(row.sample), over=over)


def beside(sample: str) -> str:
    """Under which name a floor is kept that was measured just before something else, by its length."""
    return f"{sample}, just before"


def worked(sample: str) -> str:
    """Under which name the processor's time of something is kept."""
    return f"{sample}, processor"


class Samples:
    """Figures by name and length of journal, one a round; seconds or MiB."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int | None], list[float]] = defaultdict(list)

    def add(self, name: str, value: float, entries: int | None = None) -> None:
        """Keep what was measured in this round."""
        self._kept[name, entries].append(value)

    def of(self, name: str, entries: int | None = None) -> list[float]:
        """What was measured, round by round."""
        return self._kept.get((name, entries), [])

    def lengths(self, name: str) -> list[int | None]:
        """The lengths of journals with which something was measured, the shortest first."""
        found = [entries for kept, entries in self._kept if kept == name]
        return sorted(found, key=lambda entries: -1 if entries is None else entries)

    def lines(self, rows: Iterable[Row]) -> Iterator[Line]:
        """The rows as they came out, those left out of which nothing was measured."""
        for row in rows:
            for entries in self.lengths(row.sample):
                if values := self._values(row, entries):
                    spread = (min(values), max(values))
                    yield Line(row.what, entries, median(values), row.limit, row.unit, spread)

    def _values(self, row: Row, entries: int | None) -> list[float]:
        """What was measured in each round, or its ratio to the floor of that round."""
        values = self.of(row.sample, entries)
        if not row.over:
            return values
        if row.over == EMPTY:
            shortest = self.lengths(row.sample)[0]
            if entries == shortest:
                return []
            over = self.of(row.sample, shortest)
        else:
            over = self.of(beside(row.over), entries) or self.of(row.over, entries) or self.of(row.over)
        pairs = zip(values, over, strict=False)
        return [max(value, row.floor) / max(base, row.floor) for value, base in pairs if base]


def table(lines: Sequence[Line]) -> str:
    """The lines as plain text in columns."""
    cells = [("what", "entries", "value", "spread", "target", "")]
    cells += [
        (
            line.what,
            "" if line.entries is None else f"{line.entries:,}",
            _figure(line.value, line.unit),
            "–".join(_figure(end, "").strip() for end in line.spread),
            "" if line.limit is None else f"≤ {line.limit:g}{_unit(line.unit)}",
            line.verdict,
        )
        for line in lines
    ]
    widths = [max(len(row[column]) for row in cells) for column in range(6)]
    sides = "<>>>><"
    aligned = (
        "  ".join(f"{cell:{side}{width}}" for cell, side, width in zip(row, sides, widths, strict=True))
        for row in cells
    )
    return "\n".join(line.rstrip() for line in aligned)


def _figure(value: float, unit: str) -> str:
    return f"{value:.3g}{_unit(unit)}" if value < 100 else f"{value:,.0f}{_unit(unit)}"


def _unit(unit: str) -> str:
    return unit if unit == "×" else f" {unit}"
