"""The same journal on several machines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from machines import Machine, quick_passphrases, same, settle_down

from bounceback_tui.services.demo import fill
from bounceback_tui.services.errors import CannotDo


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_passphrases(monkeypatch)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Machine]:
    with Machine(tmp_path / "desk", tmp_path / "remote") as machine:
        yield machine


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Machine]:
    with Machine(tmp_path / "laptop", tmp_path / "remote") as machine:
        yield machine


def test_what_is_written_on_one_machine_is_on_the_other(desk: Machine, laptop: Machine) -> None:
    fill(desk.workspace, desk.clock.now())
    assert desk.set_up().joined is False
    assert laptop.set_up().joined is True
    same(desk, laptop)
    key = laptop.note("Walked an hour.")
    laptop.sync()
    assert desk.sync().taken == 1
    assert desk.says(key) == "Walked an hour."
    same(desk, laptop)


def test_nothing_new_is_nothing_to_do(desk: Machine, laptop: Machine) -> None:
    desk.note("one")
    desk.set_up()
    laptop.set_up()
    for machine in (desk, laptop, desk):
        assert machine.sync()[:4] == (0, 0, 0, 0)


def test_another_passphrase_opens_nothing_and_changes_nothing(desk: Machine, laptop: Machine) -> None:
    desk.set_up()
    laptop.note("mine")
    before = laptop.whole()
    with pytest.raises(CannotDo, match="not the passphrase"):
        laptop.set_up("seven horses")
    assert laptop.whole() == before
    assert not laptop.workspace.sync.is_set_up
    assert laptop.set_up().joined
    settle_down(desk, laptop)
    same(desk, laptop)
