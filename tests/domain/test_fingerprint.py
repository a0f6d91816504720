"""Texts are told apart as ever, and a start does without the library that would do it, too."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.domain import fingerprint as module
from bounceback_tui.domain.fingerprint import fingerprint

_START = """
import sys
from pathlib import Path
from bounceback_tui.clock import SystemClock
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace
import bounceback_tui.app.app
with Workspace(Path(sys.argv[1]), SystemClock(), asset("guide.md")) as workspace:
    assert workspace.recovery.guide.steps and not workspace.outside.recover()
print(*sorted(sys.modules))
"""


@given(st.binary())
def test_it_is_the_one_that_journals_hold_already(text: bytes) -> None:
    assert fingerprint(text) == sha256(text).hexdigest()


def test_a_start_loads_no_openssl_for_it(tmp_path: Path) -> None:
    """Two thirds of a megabyte, and a ms or two."""
    command = [sys.executable, "-c", _START, str(tmp_path / "journal.db")]
    for _ in range(2):  # the first makes the journal, and reads the guide
        ended = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = set(ended.stdout.split())
    assert module.__name__ in loaded, "the control"
    assert not {"hashlib", "_hashlib", "secrets"} & loaded
