"""FreeCBT: thought records with their traps in our words."""

from __future__ import annotations

from pathlib import Path

from foreign import put, read

from bounceback_tui.domain.incoming import IncomingThought, Refused
from bounceback_tui.formats.cards import read_list
from bounceback_tui.formats.read_freecbt import _OURS, FREECBT
from bounceback_tui.resources import asset

TABLE = (
    "uuid,createdAt,updatedAt,automaticThought,cognitiveDistortions,challenge,alternativeThought\n"
    "u-1,2026-11-22T14:00:00.000Z,2026-11-22T14:05:00.000Z,I will never be hired,"
    '"fortune-telling,catastrophizing,other-blaming","Two invited me, in a month",One no is one no\n'
    "u-2,2026-11-23T14:00:00.000Z,,,,,\n"
    "u-3,yesterday,,a,,,\n"
)


def test_thoughts_come_in(tmp_path: Path) -> None:
    path = put(tmp_path, "cbt.csv", TABLE)
    assert FREECBT.fits(path)
    one, *refused = read(FREECBT, path)
    assert isinstance(one, IncomingThought)
    assert (one.key, one.line, one.thought) == ("u-1", 2, "I will never be hired")
    assert one.at.isoformat() == "2026-11-22T15:00:00+01:00"
    assert one.traps == ("Fortune telling", "The worst case", "other blaming")
    assert (one.evidence_for, one.evidence_against) == ("", "Two invited me, in a month")
    assert (one.fairer, one.belief_before, one.belief_after) == ("One no is one no", None, None)
    assert refused == [Refused(3, "there is no thought in it"), Refused(4, "its date cannot be read")]


def test_our_names_of_traps_are_those_of_the_program() -> None:
    cards = (card for group in read_list(asset("thinking-traps.md")) for card in group.items)
    assert set(_OURS.values()) <= {card.partition(": ")[0] for card in cards}
