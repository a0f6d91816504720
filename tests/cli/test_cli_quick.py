"""Commands for a moment in between load next to nothing, told by lists of modules, as no clock could."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bounceback_tui.clock import linked_name

LOADS = """
import sys
from bounceback_tui.__main__ import main
try:
    main()
except SystemExit as end:
    print(end.code, *sorted(sys.modules), file=sys.stderr)
"""

NEEDLESS = {
    *("textual", "rich", "sqlite_utils", "markdown_it", "dateutil", "asyncio", "tomlkit", "tomllib"),
    *("tzlocal", "zoneinfo", "platformdirs", "shutil", "tempfile", "subprocess", "logging", "traceback"),
    *("textwrap", "difflib", "random", "click.shell_completion"),
    *("dis", "ast", "tokenize", "linecache", "locale"),  # with which `inspect` comes, and a translation
    *("pathlib", "urllib.parse", "ipaddress", "fnmatch", "dataclasses", "copy"),
    *(f"bounceback_tui.domain.{name}" for name in ("outcome", "dates", "guide", "backup", "markdown_parts")),
    *(f"bounceback_tui.services.{name}" for name in ("backups", "guides", "settings", "versions")),
}
"""What most of their time went into once, and none of them has any use for."""

QUICK = {
    ("note", "Walked an hour", "--mood", "6"): 50,
    ("mood", "5", "--energy", "4"): 45,
    ("list",): 55,
    ("due",): 63,
    ("search", "hour"): 63,
}
"""These commands, and how many modules of ours each may load."""


@pytest.mark.many(6)
@pytest.mark.skipif(sys.platform != "linux" or not linked_name(), reason="elsewhere libraries are asked")
@pytest.mark.parametrize("args", QUICK, ids=lambda args: args[0])
def test_a_short_command_loads_next_to_nothing(tmp_path: Path, args: tuple[str, ...]) -> None:
    """As somebody runs it: by the machine's own clock and zone, in the usual place, not first on that day."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH")}
    env = {**kept, "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    script = tmp_path / "loads.py"  # with -c Python 3.13 loads `linecache` itself
    script.write_text(LOADS)
    start = [sys.executable, str(script)]
    subprocess.run([*start, "note", "the first of the day"], env=env, capture_output=True, check=True)
    ran = subprocess.run([*start, *args], env=env, capture_output=True, text=True, check=True)
    code, *modules = ran.stderr.splitlines()[-1].split()  # behind what is said
    assert code == "0", ran.stderr
    assert not NEEDLESS & set(modules)
    ours = [name for name in modules if name.startswith("bounceback_tui")]
    assert len(ours) <= QUICK[args], ours
