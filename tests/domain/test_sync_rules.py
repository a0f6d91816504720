"""Which version of a row stands does not depend on the order in which versions arrive."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.domain.sync import Head, Origin, Settled, joined, settle


def head(counter: int, name: str, alive: bool = True) -> Head:
    return Head(alive, counter, Origin(name, 0), name)


def arrive(told: list[tuple[Head, tuple[Origin, ...]]]) -> Settled:
    known: tuple[Head, ...] = ()
    settled = None
    for version, after in told:
        settled = settle(known, version, after)
        known = (settled.standing, *settled.others)
    assert settled
    return settled


def test_what_comes_from_what_stands_takes_its_place() -> None:
    one, two = head(1, "a"), head(2, "b")
    assert arrive([(one, ()), (two, (one.origin,))]) == Settled(two, ())


def test_of_two_that_know_nothing_of_each_other_both_are_kept() -> None:
    one, two, three = head(1, "a"), head(2, "b"), head(2, "c")
    told = [(one, ()), (two, (one.origin,)), (three, (one.origin,))]
    assert arrive(told) == arrive([told[0], told[2], told[1]]) == Settled(three, (two,))


def test_a_change_outweighs_a_deletion_however_late() -> None:
    one, gone = head(2, "a"), head(9, "b", alive=False)
    assert arrive([(one, ()), (gone, ())]).standing == one


def test_a_decision_supersedes_both() -> None:
    one, two, decided = head(1, "a"), head(2, "b"), head(3, "c")
    assert arrive([(one, ()), (two, ()), (decided, (one.origin, two.origin))]) == Settled(decided, ())


@given(st.integers(0, 2**32))
def test_three_machines_agree_whatever_comes_when(seed: int) -> None:
    """Each machine makes versions of what it knows, and hears of the others' in an order of its own."""
    chance = random.Random(seed)
    told: dict[Origin, tuple[Head, tuple[Origin, ...]]] = {}
    machines: list[dict[Origin, Head]] = [{}, {}, {}]
    heads: list[tuple[Head, ...]] = [(), (), ()]
    counters = [0, 0, 0]

    def hear(which: int, version: Head, after: tuple[Origin, ...]) -> None:
        settled = settle(heads[which], version, after)
        heads[which] = (settled.standing, *settled.others)
        machines[which][version.origin] = version
        counters[which] = max(counters[which], version.counter)

    for turn in range(12):
        which = chance.randrange(3)
        if chance.random() < 0.6:
            after = tuple(one.origin for one in heads[which][: chance.randint(0, 2)])
            version = Head(chance.random() < 0.8, counters[which] + 1, Origin(f"{which}{turn}", 0))
            told[version.origin] = version, after
            hear(which, version, after)
        else:
            other = machines[chance.randrange(3)]
            for version in sorted(other.values(), key=lambda one: (one.counter, one.origin)):
                if version.origin not in machines[which]:
                    hear(which, *told[version.origin])
    for which in range(3):
        for version, after in sorted(told.values(), key=lambda one: (one[0].counter, one[0].origin)):
            if version.origin not in machines[which]:
                hear(which, version, after)
    if told:
        assert len({(one[0], frozenset(one)) for one in heads}) == 1
        superseded = {origin for _, after in told.values() for origin in after}
        assert {one.origin for one in heads[0]} == set(told) - superseded


def test_both_texts_are_one_after_the_other() -> None:
    assert joined("one\n", "two") == "one\n\n---\n\ntwo"
    assert joined("one and two", "two") == joined("two", "one and two") == "one and two"
