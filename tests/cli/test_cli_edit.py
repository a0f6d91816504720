"""`edit` by options and from standard input, `show --versions`, and no editor where there are no keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Shell


def test_options_change_what_they_name_and_nothing_else(shell: Shell) -> None:
    key = shell.do("note", "a walk", "--mood", "6", "--energy", "2", "--tag", "sea", "--tag", "sun").json[
        "id"
    ]
    shell.do("edit", key, "--title", "By the sea", "--mood", "4", "--tag", "wind", "--untag", "sun")
    shown = shell.do("show", key, "--json").json
    assert (shown["title"], shown["text"], shown["tags"]) == ("By the sea", "a walk", ["sea", "wind"])
    assert [(one["mood"], one["energy"]) for one in shown["checkins"]] == [(4, 2)]
    assert shell.do("edit", key, "--title", "By the sea", "--json").json["changed"] is False

    shell.do("edit", key, "-", stdin="a long walk\nand home\n")
    assert "a long walk" in shell.do("show", key).out
    assert shell.refused("edit", key, "-", stdin=" ")[0] == 1
    assert shell.refused("edit", key, "other words")[0] == 2

    out = shell.do("show", key, "--versions").out
    assert out.index("Version 1, until ") < out.index("a walk")
    assert "2 earlier versions" in shell.do("show", key).out
    assert "--versions" in shell.do("show", key).out


def test_no_editor_is_started_where_there_is_no_terminal(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.do("note", "a walk")
    vim = tmp_path / "vim"
    vim.write_text("#!/bin/sh\nexit 0\n")
    vim.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(vim))
    code, sentence = shell.refused("edit", "-1")
    assert code == 1
    assert sentence.startswith("Your editor needs a terminal, and there is none.")
    assert "standard input" in sentence
