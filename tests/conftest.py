"""What many tests begin with: a clock that is moved by hand, and an open journal."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from brisk import MAKE, MANY, Brisk
from brisk_screen import RENDER
from compiled import Compiled
from encrypted import encrypt_everything
from hypothesis import HealthCheck, settings
from journals import HandSetClock, open_journal
from needs import Needs
from textual._compositor import Compositor

from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import making
from bounceback_tui.storage.database import Database

PATIENCE = 60
"""Seconds; what goes over 10 MB again for each part of them would take hours."""

_MEMORY = Path("/dev/shm")
_ROOM = 1 << 30  # bytes; the journals of a whole run never need a tenth of it at once
# How long an example takes says more of the machine than of the program, so none is too slow.
_UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("few", _UNHURRIED, max_examples=8)
settings.register_profile("long", _UNHURRIED, max_examples=MANY)
settings.load_profile("few")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Which journals the tests run on."""
    parser.addoption("--journals", choices=("plain", "encrypted", "both"), default="plain")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """With `both` a test runs on a plain journal and on an encrypted one; one so marked always does."""
    chosen = metafunc.config.getoption("--journals")
    if chosen == "plain" and metafunc.definition.get_closest_marker("both"):
        chosen = "both"
    kinds = ["plain", "encrypted"] if chosen == "both" else [chosen]
    if kinds != ["plain"]:
        metafunc.parametrize("_journals", kinds, indirect=True)


@pytest.fixture(autouse=True)
def _journals(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Encrypted ones where the test or the run asks for them."""
    if getattr(request, "param", "plain") == "encrypted" and not request.node.get_closest_marker("plain"):
        encrypt_everything(monkeypatch)


def pytest_configure(config: pytest.Config) -> None:
    """What all tests share is made ready once."""
    _keep_what_is_compiled(config)
    if _has_room(_MEMORY):
        # each thing saved waits for the disk, which says nothing of the program
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))
    config.pluginmanager.register(Compiled())
    config.pluginmanager.register(Brisk())
    config.pluginmanager.register(Needs())


def pytest_xdist_auto_num_workers() -> int:
    """Three more than there are processors, for while a test waits for the screen or another process."""
    may = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    return min(8, len(may)) + 3


def _keep_what_is_compiled(config: pytest.Config) -> None:
    """Where Python was told to keep nothing, each start of the program would compile all of it anew."""
    if sys.dont_write_bytecode and not sys.pycache_prefix:
        if cache := getattr(config, "cache", None):  # pytest keeps it beside the tests from run to run
            kept = str(cache.mkdir("compiled"))
        else:
            folder = tempfile.TemporaryDirectory(prefix="bounceback-compiled-", ignore_cleanup_errors=True)
            config.add_cleanup(folder.cleanup)
            kept = folder.name
        sys.dont_write_bytecode = False
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = kept


def _has_room(folder: Path) -> bool:
    """Whether journals, and programs of a test's own, can be kept and run there."""
    if not os.access(folder, os.W_OK):
        return False
    return not os.statvfs(folder).f_flag & os.ST_NOEXEC and shutil.disk_usage(folder).free > _ROOM


@pytest.fixture(autouse=True)
def _a_home_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings of whoever runs it; a folder is made only where one is needed."""
    home = tmp_path_factory.getbasetemp() / f"home-{uuid4().hex}"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / ".local" / "share"))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / ".local" / "state"))


@pytest.fixture
def made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a test that asks how a journal is made: the program makes it, and none is copied."""
    monkeypatch.setattr(making, "make", MAKE)


@pytest.fixture
def all_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a test that asks how much is drawn: all that a terminal would show."""
    monkeypatch.setattr(Compositor, "render_update", RENDER)


@pytest.fixture
def clock() -> HandSetClock:
    """Monday 23 November 2026, 9:30, an hour ahead of UTC."""
    return HandSetClock()


@pytest.fixture
def workspace(tmp_path: Path, clock: HandSetClock) -> Iterator[Workspace]:
    """An empty journal."""
    with open_journal(tmp_path / "journal.db", clock) as opened:
        yield opened


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """The file of an empty journal, without the services."""
    opened = Database(tmp_path / "bare.db")
    yield opened
    opened.close()


@pytest.fixture
def in_memory() -> Iterator[Path]:
    """A folder in memory where there is one: a kill takes nothing from a disk, which would be slow."""
    where = _MEMORY if os.access(_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="bounceback-faults-", dir=where) as name:
        yield Path(name)


@pytest.fixture
def shown() -> Iterator[Path]:
    """A folder that everybody can reach."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def in_bounded_time() -> Iterator[None]:
    """Whoever takes too long is stopped, and the test fails."""

    def stop(*_: object) -> None:
        raise AssertionError("it takes too long")

    usual = signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, usual)
