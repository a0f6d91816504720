"""The command line as a script would call it: in this process, with no terminal and a clock that stands."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bounceback_tui.cli.main import bounceback
from bounceback_tui.cli.session import Session
from bounceback_tui.storage import making

NOW = "2026-11-23T09:30:00+00:00"


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What the answer says, or its list; that it is an object with a version is looked at each time."""
        told: dict[str, Any] = json.loads(self.out)
        if told.get("format") == "bounceback":  # an export has a version of its own
            return told
        assert next(iter(told)) == "schema_version"
        assert told.pop("schema_version") == 1
        return told["items"] if list(told) == ["items"] else told


class Shell:
    """Runs commands on one journal."""

    def __init__(self, journal: Path) -> None:
        self.journal = journal
        self._begun = journal.read_bytes() if journal.exists() else b""
        self.env = {"BOUNCEBACK_DB": str(journal), "BOUNCEBACK_NOW": NOW}

    @property
    def untouched(self) -> bool:
        """Whether the journal, or that there is none, is as it was at first."""
        now = self.journal.read_bytes() if self.journal.exists() else b""
        return now == self._begun and not self.journal.with_name("journal.db-seen").exists()

    def run(self, *args: str, stdin: str | bytes = "", now: str = NOW) -> Ran:
        """Whatever comes of it."""
        result = CliRunner(env={**self.env, "BOUNCEBACK_NOW": now}).invoke(bounceback, args, input=stdin)
        return Ran(result.exit_code, result.stdout, result.stderr)

    def do(self, *args: str, stdin: str | bytes = "", now: str = NOW) -> Ran:
        """Something that has to work."""
        ran = self.run(*args, stdin=stdin, now=now)
        assert ran.code == 0, ran.err
        return ran

    def refused(self, *args: str, stdin: str | bytes = "") -> tuple[int, str]:
        """Something that must not work: the exit code and the one sentence. Nothing is printed as data."""
        ran = self.run(*args, stdin=stdin)
        assert ran.code != 0
        assert ran.out == ""
        assert ran.err.endswith("\n")
        assert ran.err.count("\n") == 1, ran.err
        assert ran.err.strip()
        assert "Traceback" not in ran.err
        return ran.code, ran.err.strip()

    def logged(self, **options: str) -> dict[str, str]:
        """A rejection at Acme, unless said otherwise."""
        said = {"company": "Acme", "stage": "final"} | options
        text = said.pop("text", "They took somebody from inside.")
        args = [part for name, value in said.items() for part in (f"--{name}", value)]
        logged: dict[str, str] = self.do("log", text, *args).json
        return logged


@pytest.fixture
def backed_up() -> None:
    """For a test of what is kept: the first command of a day that writes makes the backup of that day."""


@pytest.fixture(autouse=True)
def _backed_up_before(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Elsewhere it is as on the second command, since a backup takes five times as long as a command."""
    if "backed_up" not in request.fixturenames:
        monkeypatch.setattr(Session, "_back_up", staticmethod(lambda _workspace: None))


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A journal that is still empty."""
    journal = tmp_path / "journal.db"
    making.make(journal)  # and not opened, which takes ten times as long
    return Shell(journal)
