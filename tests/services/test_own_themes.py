"""A person's own themes: read where they can be, told in a sentence where they cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from bounceback_tui.services.own_themes import LARGEST, MOST, read_all


def written(folder: Path, text: str, name: str = "dusk.toml") -> Path:
    themes = folder / "themes"
    themes.mkdir(exist_ok=True)
    (themes / name).write_text(text, "utf-8")
    return folder


def test_a_theme_is_read_and_named_after_its_file(tmp_path: Path) -> None:
    themes, problems = read_all(written(tmp_path, 'dark = false\nprimary = "#8a4510"\n'))
    assert [(one.name, one.dark, dict(one.colours)) for one in themes] == [
        ("dusk", False, {"primary": "#8a4510"})
    ]
    assert not problems


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('dark = true\nprimry = "#8a4510"', ["line 2", "“primry” is not known", "“primary”"]),
        ('\n\nprimary = "brownish"', ["line 3", "“primary” takes a colour such as"]),
        ('dark = "yes"', ["line 1", "“dark” takes true or false"]),
        ('name = "[/]"', ["line 1", "“name” takes up to 40"]),
        ("primary = ", ["cannot be used", "end of document"]),
        ("#" * (LARGEST + 1), ["is too large"]),
        ('[primary]\nx = "#000000"', ["line 1", "“primary” takes a colour"]),
    ],
)
def test_a_bad_one_is_told_with_file_line_and_key_and_the_others_are_there(
    tmp_path: Path, text: str, told: list[str]
) -> None:
    written(tmp_path, 'primary = "#8a4510"', "good.toml")
    themes, problems = read_all(written(tmp_path, text))
    assert [one.name for one in themes] == ["good"]
    (said,) = problems
    assert all(words in said for words in ["dusk.toml", "that theme is left out", *told])


def test_not_more_than_so_many_are_read(tmp_path: Path) -> None:
    for number in range(MOST + 1):
        written(tmp_path, "", f"{number:03}.toml")
    themes, problems = read_all(tmp_path)
    assert len(themes) == MOST
    assert f"more than {MOST}" in problems[0]


def test_without_a_folder_there_are_none(tmp_path: Path) -> None:
    assert read_all(None) == read_all(tmp_path) == ([], [])
