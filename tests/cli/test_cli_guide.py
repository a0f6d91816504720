"""`guide` from a script: the outline, and what is wrong in one of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bounceback_tui.domain.guide import MAX_BYTES
from bounceback_tui.resources import asset

if TYPE_CHECKING:
    from conftest import Shell

BAD = "## Rest {#rest}\n\n- [ ] Sleep {#sleep}\n- [x] Eat\n"


def test_the_outline_names_every_step(shell: Shell) -> None:
    lines = shell.do("guide").out.splitlines()
    assert any(line.startswith("  ask-feedback ") for line in lines)
    outline = shell.do("guide", "--json").json
    assert len(outline["sections"]) == 4
    assert outline["problems"] == []


def test_a_guide_of_ones_own_is_checked_and_outlined(shell: Shell, tmp_path: Path) -> None:
    mine = tmp_path / "mine.md"
    mine.write_text("# Mine\n\n## Rest\n\n- [ ] Sleep {#sleep}\n")
    assert shell.do("guide", str(mine)).out.splitlines() == [
        "Mine",
        "1 section, 1 step",
        "",
        "Rest",
        "  sleep  Sleep",
    ]


def test_what_is_wrong_in_a_guide_is_told_with_file_and_line(shell: Shell, tmp_path: Path) -> None:
    bad = tmp_path / "bad.md"
    bad.write_text(BAD)
    ran = shell.run("guide", str(bad))
    assert (ran.code, ran.out) == (1, "")
    assert [line.split(": ")[0] for line in ran.err.splitlines()] == [f"{bad}:4", f"{bad}:4"]
    ran = shell.run("guide", str(bad), "--json")
    assert ran.code == 1
    assert [problem["line"] for problem in ran.json["problems"]] == [4, 4]


@pytest.mark.parametrize(
    ("content", "words"), [(b"## \xff\n", "UTF-8"), (b"a" * (MAX_BYTES + 10), "200 kB"), (b"a\0b", "nul")]
)
def test_a_file_that_is_no_guide_is_told(shell: Shell, tmp_path: Path, content: bytes, words: str) -> None:
    bad = tmp_path / "bad.md"
    bad.write_bytes(content)
    code, sentence = shell.refused("guide", str(bad))
    assert code == 1
    assert words in sentence


def test_a_guide_that_cannot_be_read_is_told(shell: Shell, tmp_path: Path) -> None:
    assert shell.refused("guide", str(tmp_path / "no.md")) == (
        1,
        f"{tmp_path / 'no.md'} cannot be read (no such file or directory).",
    )
    assert shell.refused("guide", str(tmp_path))[0] == 1


def test_the_shipped_guide_has_nothing_wrong(shell: Shell, tmp_path: Path) -> None:
    copy = tmp_path / "copy.md"
    copy.write_text(asset("guide.md"), "utf-8")
    assert shell.do("guide", str(copy)).err == ""
