"""FreeCBT: a table of thoughts, the distortions in them, a challenge and another thought."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bounceback_tui.domain.incoming import Incoming, IncomingThought, Refused
from bounceback_tui.domain.text import one_line, tidy
from bounceback_tui.formats.read_csv import Row, has_headings, rows_of
from bounceback_tui.formats.read_dates import date_of, iso_moment
from bounceback_tui.formats.reading import NO_DATE, Answers, ReadFormat

_WANTED = ("uuid", "createdAt", "automaticThought", "cognitiveDistortions", "challenge", "alternativeThought")

_OURS = {
    "all or nothing": "All or nothing",
    "over generalization": "Always and never",
    "overgeneralization": "Always and never",
    "mind reading": "Mind reading",
    "fortune telling": "Fortune telling",
    "magnification of the negative": "The dark filter",
    "minimization of the positive": "That does not count",
    "emotional reasoning": "Feeling as proof",
    "self blaming": "All my doing",
    "labeling": "Labelling",
    "should statements": "Harsh rules",
    "catastrophizing": "The worst case",
}
"""Our names of its distortions; the others keep theirs."""


def _fits(path: Path) -> bool:
    return has_headings(path, _WANTED)


def _read(path: Path, answers: Answers) -> Iterator[Incoming | Refused]:
    for row in rows_of(path, _WANTED):
        yield row if isinstance(row, Refused) else _thought(row, answers)


def _thought(row: Row, answers: Answers) -> Incoming | Refused:
    said = row["createdAt"]
    at = iso_moment(said, answers.zone)
    if at is None and (read := date_of(said)):
        at = read.moment(answers.zone)
    if at is None:
        return Refused(row.line, NO_DATE)
    thought = tidy(row["automaticThought"])
    if not thought:
        return Refused(row.line, "there is no thought in it")
    return IncomingThought(
        one_line(row["uuid"]),
        row.line,
        at,
        thought,
        evidence_against=tidy(row["challenge"]),
        traps=_traps(row["cognitiveDistortions"]),
        fairer=tidy(row["alternativeThought"]),
    )


def _traps(said: str) -> tuple[str, ...]:
    names = (one_line(re.sub("[-_]", " ", part)) for part in re.split(r"[,;|\n]", said.strip("[]")))
    plain = (name.strip("\"' ") for name in names)
    return tuple(dict.fromkeys(_OURS.get(name.casefold(), name) for name in plain if name))


FREECBT = ReadFormat("freecbt", "FreeCBT (CSV)", (".csv",), "thought records", fits=_fits, read=_read)
"""The export of FreeCBT."""
