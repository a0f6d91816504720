"""Frozen values behave as those of `dataclasses` do, and are quick to define."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass, replace
from threading import Barrier
from typing import Any

import pytest

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.frozen import replace as quick_replace


class Point(Frozen, beside=("note",)):
    across: int
    down: int = 0
    note: str = ""

    def __post_init__(self) -> None:
        if self.across < 0:
            raise ValueError("to the left of everything")


class Named(Point):
    name: str = "here"


def test_fields_come_in_their_order_or_by_name_with_what_is_usual() -> None:
    assert (Point(1).across, Point(1).down, Point(1).note) == (1, 0, "")
    assert Point(1, 2) == Point(down=2, across=1) == Point(1, down=2)
    assert Point(1, 2) != Point(1, 3)
    assert Named(1, 2, "", "there").name == "there"
    assert Named(across=4).name == "here"
    assert repr(Point(1, 2)) == "Point(across=1, down=2, note='')"


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), ((1, 2, "", 4), {}), ((1,), {"across": 2}), ((), {"akross": 1})], ids=str
)
def test_what_does_not_fit_is_refused(given: Any, named: Any) -> None:
    with pytest.raises(TypeError, match="Point takes across, down, note"):
        Point(*given, **named)


def test_a_class_may_refuse_a_value() -> None:
    with pytest.raises(ValueError, match="left"):
        Point(-1)
    with pytest.raises(ValueError, match="left"):
        replace(Point(1), across=-1)


def test_nothing_can_be_changed() -> None:
    point = Point(1)
    with pytest.raises(AttributeError):
        point.across = 2  # type: ignore[misc]  # which is the point
    with pytest.raises(AttributeError):
        del point.across  # type: ignore[misc]  # as above
    assert point == Point(1)


def test_what_stands_beside_does_not_count_where_two_are_compared() -> None:
    assert Point(1, note="a") == Point(1, note="b")
    assert len({Point(1, note="a"), Point(1, note="b"), Point(2)}) == 2
    assert Point(1) != Named(1), "another class is another thing"


def test_dataclasses_take_it_for_one_of_theirs() -> None:
    moved = replace(Named(1, 2, "n"), down=5)
    assert (moved.across, moved.down, moved.note, moved.name) == (1, 5, "n", "here")
    assert [one.name for one in fields(Named(1))] == ["across", "down", "note", "name"]
    assert is_dataclass(Point)
    with pytest.raises(AttributeError):
        moved.down = 6  # type: ignore[misc]  # also once they looked at it


def test_two_threads_may_be_the_first_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    make, here = dataclasses._process_class, Barrier(2)  # type: ignore[attr-defined]  # where all of it is done

    def at_once(*args: Any) -> Any:
        here.wait(10)
        return make(*args)

    class Fresh(Frozen):
        across: int
        down: int = 0

    monkeypatch.setattr(dataclasses, "_process_class", at_once)
    with ThreadPoolExecutor(2) as threads:
        moved = list(threads.map(lambda across: replace(Fresh(across), down=7), (1, 2)))
    assert moved == [Fresh(1, 7), Fresh(2, 7)]
    assert [one.default for one in fields(Fresh)] == [dataclasses.MISSING, 0]


def test_it_can_be_copied_and_sent_to_another_program() -> None:
    for same in (copy.deepcopy(Point(1, 2)), copy.copy(Point(1, 2)), pickle.loads(pickle.dumps(Point(1, 2)))):
        assert same == Point(1, 2)


def test_defining_one_loads_no_dataclasses() -> None:
    code = "import sys, bounceback_tui.domain.moment; print('dataclasses' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


def test_another_one_with_other_fields_is_made_without_dataclasses() -> None:
    assert quick_replace(Named(1, 2, "n"), down=5) == Named(1, 5, "n")
    with pytest.raises(ValueError, match="left"):
        quick_replace(Point(1), across=-1)
    with pytest.raises(TypeError):
        quick_replace(Point(1), akross=1)  # type: ignore[call-arg]  # which is the point
