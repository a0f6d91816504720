"""Reading an entry loads what Markdown needs, and what colours code only with the first block of code."""

from __future__ import annotations

import subprocess
import sys

_CODE = """
import sys
from io import StringIO
from rich.console import Console
from bounceback_tui.widgets.reader import rendered
def shown(text):
    screen = Console(file=StringIO(), width=40, force_terminal=True, color_system="standard")
    screen.print(rendered(text))
    return screen.file.getvalue()
assert "\\x1b[" in shown("# Acme\\n\\nThey *said* no, `politely`.\\n\\n- one\\n- two")
print("pygments" in sys.modules)
print(shown("```python\\ndef answer(): return 42\\n```").count("\\x1b[") > 4)
print("pygments" in sys.modules)
from rich.syntax import Syntax
print(isinstance(Syntax, type))
"""


def test_code_is_coloured_and_an_entry_without_it_loads_no_colours() -> None:
    told = subprocess.run(
        [sys.executable, "-c", _CODE], capture_output=True, text=True, check=True
    ).stdout.split()
    assert told == ["False", "True", "True", "True"]
