"""Two and three machines of one person: whatever happens on each, no word is lost and all become equal."""

from __future__ import annotations

import signal
from contextlib import ExitStack
from pathlib import Path

import pytest
from journals import start_python
from machines import Machine, quick_passphrases, same, settle_down
from two_lives import Lives

pytestmark = pytest.mark.needs("git")

ROUNDS = 100
"""Rounds of a long run; a few in the ordinary one."""


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_passphrases(monkeypatch)


@pytest.mark.many(2)
@pytest.mark.parametrize(
    ("seed", "rounds"),
    [(1, 3), (2, 3), *(pytest.param(seed, 12, marks=pytest.mark.long) for seed in range(3, 23))],
)
def test_no_word_is_lost_and_all_become_equal(tmp_path: Path, seed: int, rounds: int) -> None:
    print(f"seed {seed}")
    lives = Lives(seed)
    with ExitStack() as stack:
        machines = [
            stack.enter_context(Machine(tmp_path / name, tmp_path / "remote"))
            for name in ("desk", "laptop", "stick")[: 2 + seed % 2]
        ]
        for machine in machines:
            machine.set_up()
        for _ in range(rounds):
            for machine in machines:
                lives.day(machine, 6)
                if lives.chance.random() < 0.6:
                    machine.sync()
        settle_down(*machines)
        settle_down(*machines)
        same(*machines)
        for machine in machines:
            assert lives.missing(machine, *machines) == set()
            assert machine.waiting() == 0


KILLED = """
import os, random, signal, sys
from pathlib import Path
from bounceback_tui import git
from bounceback_tui.clock import SystemClock
from bounceback_tui.services.workspace import Workspace

seed, journal = int(sys.argv[1]), Path(sys.argv[2])
chance = random.Random(seed)
left, talk = chance.randrange(14), git._talk

def kill(process):
    try:
        os.killpg(process, signal.SIGKILL)
    except ProcessLookupError:
        pass  # git is at its end: then the program alone
    os.kill(os.getpid(), signal.SIGKILL)

def killing(child, given, going):
    # at one of the commands: git itself is killed somewhere in the middle, and the program with it
    global left
    left -= 1
    if left < 0:
        signal.signal(signal.SIGALRM, lambda *_: kill(child.pid))
        signal.setitimer(signal.ITIMER_REAL, chance.choice((0.0005, 0.002, 0.004, 0.008, 0.03)))
    return talk(child, given, going)

git._talk = killing
with Workspace(journal, SystemClock(), "") as workspace:
    workspace.sync.run()
"""


@pytest.mark.parametrize(
    ("seed", "rounds"),
    [(101, 4), *(pytest.param(seed, ROUNDS, marks=pytest.mark.long) for seed in (102, 103))],
)
@pytest.mark.long
def test_killed_in_the_middle_again_and_again(tmp_path: Path, seed: int, rounds: int) -> None:
    print(f"seed {seed}")
    lives, killed = Lives(seed), 0
    with ExitStack() as stack:
        machines = [
            stack.enter_context(Machine(tmp_path / name, tmp_path / "remote"))
            for name in ("desk", "laptop", "stick")
        ]
        for machine in machines:
            machine.set_up()
        for turn in range(rounds):
            machine = lives.chance.choice(machines)
            lives.day(machine, 3)
            child = start_python(KILLED, seed * 1000 + turn, machine.path)
            _, problem = child.communicate()
            # the timer may ring at the very end, where Python has let go of whatever would have killed it
            killed += child.returncode in (-signal.SIGKILL, -signal.SIGALRM)
            assert child.returncode in (0, -signal.SIGKILL, -signal.SIGALRM), problem
        settle_down(*machines)
        settle_down(*machines)
        same(*machines)
        for machine in machines:
            assert lives.missing(machine, *machines) == set()
            assert machine.waiting() == 0
    print(f"{killed} of {rounds} killed")
    assert killed
