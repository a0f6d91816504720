"""Guides as they are kept beside the journal: what comes back, and what is not taken for one."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bounceback_tui.domain.guide import Guide, Section, Step
from bounceback_tui.formats.guide_json import guide_from_json, guide_to_json
from bounceback_tui.formats.guide_markdown import parse_guide
from bounceback_tui.resources import asset


def test_a_kept_guide_comes_back_the_same() -> None:
    guide = parse_guide(asset("guide.md"))
    back = guide_from_json(guide_to_json(guide))
    assert back == guide
    assert hash(back) == hash(guide)  # tuples all the way down


KEPT = guide_to_json(Guide("A", "", "", (Section("b", "B", "", (Step("walk", "Walk"),)),), "", "0"))
DAMAGED = (
    KEPT.replace("guide 1", "guide 0"),
    KEPT.replace('"walk"', "3"),
    KEPT.replace('"digest"', '"other"'),
)


@pytest.mark.parametrize("kept", ["", "{", "null", "[]", "{}", "[" * 100_000, '"x"', *DAMAGED])
def test_anything_else_is_not_taken_for_a_kept_guide(kept: str) -> None:
    with pytest.raises(ValueError, match="not a guide that was kept"):
        guide_from_json(kept)


@pytest.mark.parametrize(("parse", "loaded"), [(False, "False"), (True, "True")])
def test_the_markdown_parser_is_loaded_only_to_parse(parse: bool, loaded: str) -> None:
    code = f"""
import sys
from bounceback_tui.formats.guide_json import guide_from_json
print(guide_from_json({KEPT!r}).title, "bounceback_tui.formats.guide_markdown" in sys.modules)
from bounceback_tui.formats.guide_markdown import outline, parse_guide
outline(guide_from_json({KEPT!r}))
if {parse}: parse_guide("## A\\n\\n- [ ] Walk {{#walk}}")
print("markdown_it" in sys.modules)
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["A", "False", loaded]
