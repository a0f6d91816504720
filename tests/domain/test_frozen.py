"""Values that never change behave as those of `dataclass(frozen=True)`; nothing is made before the first."""

from __future__ import annotations

import sys
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest

from bounceback_tui.domain.frozen import frozen, frozen_ordered, frozen_slotted


class _Told:
    """What is told of a person."""

    name: str
    days: int = 3
    tags: list[str] = field(default_factory=list)
    noted: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("a name is missing")


def made(how: Any) -> Any:
    """A class of the same fields, made in one way or the other."""
    body = {name: what for name, what in vars(_Told).items() if name not in ("__dict__", "__weakref__")}
    return how(type("Told", (), body | {"__qualname__": "Told"}))


OURS, THEIRS = made(frozen), made(dataclass(frozen=True))


def test_it_says_and_holds_what_a_dataclass_does() -> None:
    ours, theirs = OURS("Acme", tags=["a"]), THEIRS("Acme", tags=["a"])
    assert repr(ours) == repr(theirs)
    assert [one.name for one in fields(ours)] == [one.name for one in fields(theirs)]
    assert is_dataclass(OURS)
    assert OURS.__match_args__ == THEIRS.__match_args__
    assert vars(ours) == vars(theirs)
    assert vars(replace(ours, days=5)) == vars(replace(theirs, days=5))
    assert OURS("Acme").tags is not OURS("Acme").tags, "each has a list of its own"


@pytest.mark.parametrize("kind", [OURS, THEIRS])
def test_equal_fields_make_equal_values(kind: Any) -> None:
    assert kind("a", 1) == kind("a", 1, noted=9)
    assert kind("a", 1) != kind("a", 2)
    assert kind("a") != "a"
    assert OURS("a") != THEIRS("a")


@pytest.mark.parametrize("kind", [OURS, THEIRS])
def test_what_does_not_fit_is_refused(kind: Any) -> None:
    with pytest.raises(ValueError, match="a name is missing"):
        kind("")
    with pytest.raises(TypeError):
        kind()
    with pytest.raises(TypeError):
        kind("a", other=1)
    told = kind("a")
    with pytest.raises(FrozenInstanceError):
        told.name = "b"
    with pytest.raises(FrozenInstanceError):
        del told.name


@frozen_ordered
class Place:
    row: int
    column: int = 0


@frozen_slotted
class Many:
    row: int
    name: str = ""


@frozen
class Wider(Place):
    depth: int = 1


def test_order_goes_by_the_fields_in_turn() -> None:
    assert sorted([Place(2), Place(1, 5), Place(1)]) == [Place(1), Place(1, 5), Place(2)]
    assert Place(1) <= Place(1)
    assert Place(2) > Place(1, 9)
    with pytest.raises(TypeError):
        assert Place(1) < (1, 0)  # type: ignore[operator]  # nothing else comes before or after


def test_values_can_be_keys_and_be_made_of_others() -> None:
    assert {Place(1): "a", Many(1): "b"}[Place(1, 0)] == "a"
    assert len({Many(1, "a"), Many(1, "a"), Many(2)}) == 2
    assert Wider(1, 2) == Wider(1, 2, 1)
    assert Wider(1, 2) != Place(1, 2)
    assert repr(Wider(1)) == "Wider(row=1, column=0, depth=1)"


def test_slotted_ones_hold_their_fields_alone() -> None:
    assert not hasattr(Many(1), "__dict__")
    assert sys.getsizeof(Many(1)) < sys.getsizeof(Place(1)) + sys.getsizeof(vars(Place(1)))
    with pytest.raises(FrozenInstanceError):
        Many(1).row = 2  # type: ignore[misc]  # which mypy knows, too


def test_nothing_is_compiled_before_a_value_is_made() -> None:
    @frozen
    class Late:
        name: str

    before = Late.__init__
    Late("a")
    assert before is not Late.__init__
    assert Late.__init__.__code__.co_varnames == ("self", "name")
