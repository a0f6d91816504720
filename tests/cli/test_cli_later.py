"""What loads a module later: the real one is there with the first thing that anybody takes of it."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
from bounceback_tui.cli.later import put_off
put_off("colorsys")
import colorsys
print("rgb_to_hsv" in vars(sys.modules["colorsys"]))
print(colorsys.rgb_to_hsv(0, 0, 1) == (2 / 3, 1, 1))
print("rgb_to_hsv" in vars(sys.modules["colorsys"]), sys.modules["colorsys"] is colorsys)
from colorsys import ONE_THIRD
print(colorsys.ONE_THIRD == ONE_THIRD, hasattr(colorsys, "nothing"))
there = sys.modules["colorsys"]
put_off("colorsys")
print(sys.modules["colorsys"] is there)
"""


def test_a_module_is_put_off_until_something_of_it_is_wanted() -> None:
    ran = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert ran.stdout.split("\n")[:-1] == ["False", "True", "True False", "True False", "True"]
