"""What is not compiled yet is compiled by all processes of a run together, and not by each of them anew.

On a fresh machine, and after an update, each process would make the same code of 400 files of tests and as
many of the program before its first test, which takes longer than to collect the tests.
"""

from __future__ import annotations

import compileall
from contextlib import suppress
from pathlib import Path

import pytest
from _pytest.assertion import rewrite

import bounceback_tui


class Compiled:
    """A plugin: each process compiles its share; what it then still lacks it makes as ever."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self, session: pytest.Session) -> None:
        """Before anything is loaded."""
        config = session.config
        if process := getattr(config, "workerinput", None):
            number, of = int(process["workerid"].removeprefix("gw")), process["workercount"]
            for path in asked_for(config)[number::of]:
                with suppress(SyntaxError):  # which is told where the file is loaded
                    compile_test(path, config)
            for path in sorted(Path(*bounceback_tui.__path__).rglob("*.py"))[number::of]:
                compileall.compile_file(path, quiet=2)


def asked_for(config: pytest.Config) -> list[Path]:
    """The files of tests that are run."""
    places = [config.invocation_params.dir / argument.split("::")[0] for argument in config.args]
    found = {path for place in places for path in (place.rglob("test_*.py") if place.is_dir() else [place])}
    return sorted(path for path in found if path.is_file())


def compile_test(path: Path, config: pytest.Config) -> None:
    """As pytest does it when it loads the file: so that a failing `assert` tells what it compared."""
    kept = rewrite.get_cache_dir(path) / f"{path.stem}{rewrite.PYC_TAIL}"
    if rewrite.try_makedirs(kept.parent) and rewrite._read_pyc(path, kept) is None:
        looked, code = rewrite._rewrite_test(path, config)
        rewrite._write_pyc(config.stash[rewrite.assertstate_key], code, looked, kept)
