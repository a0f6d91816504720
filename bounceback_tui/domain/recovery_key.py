"""A recovery key: signs at random in groups, each with one that tells a slip, to be typed by hand."""

from __future__ import annotations

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""31 of them, a prime number, so that a wrong sign always changes the check; none looks like another."""

GROUPS = 7
"""Groups in a key: 28 signs at random, more than 138 bits, and a check in each."""

_SIZE = 5
"""Signs in a group, the last of which is the check."""


def made() -> str:
    """A new one, in groups with hyphens between."""
    return "-".join(_group(place) for place in range(GROUPS))


def tidied(words: str) -> str | None:
    """A key as it was made, however it was typed: None where the words cannot be meant as one."""
    bare = "".join(words.upper().replace("-", " ").split())
    if len(bare) != GROUPS * _SIZE or not set(bare) <= {*SIGNS, *"01ILO"}:
        return None
    return "-".join(bare[start : start + _SIZE] for start in range(0, len(bare), _SIZE))


def slip_in(key: str) -> int | None:
    """The first group, counted from 1, in which a tidied key has a slip; None where there is none."""
    for place, group in enumerate(key.split("-")):
        if not set(group) <= set(SIGNS) or _check(place, group[:-1]) != group[-1]:
            return place + 1
    return None


def _group(place: int) -> str:
    import secrets  # noqa: PLC0415 - most starts make none

    signs = "".join(secrets.choice(SIGNS) for _ in range(_SIZE - 1))
    return signs + _check(place, signs)


def _check(place: int, signs: str) -> str:
    """Differs for each sign that is wrong, for two that changed places, and for groups that did."""
    total = place + sum(weight * SIGNS.index(sign) for weight, sign in enumerate(signs, 2))
    return SIGNS[total % len(SIGNS)]
