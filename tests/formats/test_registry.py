"""All formats are in two tuples, are told apart by a look, and stand in the manual."""

from __future__ import annotations

from pathlib import Path

import pytest
from foreign import FILES, put
from pages import held, pieces, text
from stand_in_files import guessed

from bounceback_tui.formats.registry import READ, WRITE

README = Path(__file__).parents[2] / "README.md"


def test_names_are_each_of_its_own_and_easy_to_type() -> None:
    for formats in (READ, WRITE):
        names = [one.name for one in formats]
        assert len(set(names)) == len(names)
        assert all(name == name.casefold() and name.replace("-", "").isalpha() for name in names)
        assert all(one.title and one.holds for one in formats)
    endings = [*(ending for one in READ for ending in one.endings), *(one.ending for one in WRITE)]
    assert all(not ending or (ending[0] == "." and ending == ending.casefold()) for ending in endings)


@pytest.mark.parametrize("formats", [READ, WRITE])
def test_the_readme_names_all_of_them(formats: tuple[object, ...]) -> None:
    told = README.read_text("utf-8").partition("## In and out")[2].partition("\n## ")[0]
    for one in formats:
        assert f"`{one.name}`" in told


def test_what_we_write_is_guessed(tmp_path: Path) -> None:
    wanted = {"jrnl": "jrnl", "csv-entries": "csv", "csv-check-ins": "csv", "csv-applications": "csv"}
    for one in WRITE:
        if one.is_folder:
            continue
        path = put(tmp_path, f"{one.name}{one.ending}", text(one, held()))
        found = guessed(path)
        assert found is None or found.name in (wanted.get(one.name), "markdown", "applications"), one.name
    assert [guessed(tmp_path / f"{name}.csv").name for name in wanted if "csv" in name] == ["csv"] * 3
    assert pieces(WRITE[1], held()) == []


def test_what_jrnl_wrote_is_guessed_and_what_is_not_there_is_nothing(tmp_path: Path) -> None:
    assert [guessed(FILES / name).name for name in ("jrnl.json", "jrnl.txt")] == ["jrnl"] * 2
    assert guessed(tmp_path / "gone.csv") is None
    assert guessed(put(tmp_path, "a.json", '{"format": "bounceback", "entry": []}')) is None
    assert guessed(put(tmp_path, "recipes.csv", "Dish,Minutes\nSoup,20\n")) is None
