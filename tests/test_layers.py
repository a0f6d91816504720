"""The house has one direction: a module imports only its own layer and those above it."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "bounceback_tui"

LAYERS = (
    {"domain", "__init__"},
    {
        "clock",
        "paths",
        "resources",
        "files",
        "config",
        "config_values",
        "desktop",
        "editor",
        "terminal",
        "crashes",
    }
    | {"config_keys", "config_problems", "setting_list", "toml_lines", "plain"}
    | {"git", "git_locks", "sealed", "extras"},
    {"statistics", "formats", "storage"},
    {"services"},
    {"widgets"},
    {"screens"},
    {"app"},
    {"cli"},
    {"__main__"},
)
"""From the top of the house to the bottom."""

APART = {"statistics", "formats", "storage"}
"""These three stand side by side and do not know each other."""

ONLY_IN = {
    "sqlite3": {"storage"},
    "sqlite_utils": {"storage"},
    "textual": {"widgets", "screens", "app"},
    "rich": {"widgets", "screens", "app"},
    "click": {"cli", "__main__"},
    "aiohttp": {"cli"},
    "textual_serve": {"cli"},
}
"""Libraries that belong to some layers alone."""


def layer_of(name: str) -> int:
    return next(place for place, names in enumerate(LAYERS) if name in names)


def violations(path: Path, package: Path) -> list[str]:
    """What a module imports against the rule, with line numbers."""
    here = path.relative_to(package).parts[0].removesuffix(".py")
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [
                f"{node.module}.{alias.name}" if node.module == "bounceback_tui" else str(node.module)
                for alias in node.names
            ]
        else:
            continue
        for name in names:
            top, *rest = name.split(".")
            if top == "bounceback_tui" and rest and rest[0] != "__version__":
                there = rest[0]
                too_low = layer_of(there) > layer_of(here)
                if too_low or (here in APART and there in APART and here != there):
                    found.append(f"{path.name}:{node.lineno} {here} imports {there}")
            elif here not in ONLY_IN.get(top, {here}):
                found.append(f"{path.name}:{node.lineno} {here} imports {top}")
    return found


@pytest.mark.parametrize(
    "layer", sorted(path.name for path in PACKAGE.iterdir() if path.name != "__pycache__")
)
def test_a_module_imports_only_its_own_layer_and_those_above(layer: str) -> None:
    place = PACKAGE / layer
    modules = sorted(place.rglob("*.py")) if place.is_dir() else [place]
    assert [wrong for path in modules for wrong in violations(path, PACKAGE)] == []


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("domain/bad.py", "from bounceback_tui.storage import entries"),
        ("storage/bad.py", "from bounceback_tui.statistics import mood"),
        ("services/bad.py", "import textual"),
        ("services/bad.py", "import sqlite3"),
        ("widgets/bad.py", "from bounceback_tui.screens.page import Page"),
        ("cli/bad.py", "def later():\n    from textual.app import App"),
        ("domain/bad.py", "from bounceback_tui import clock"),
    ],
)
def test_a_planted_violation_is_found(tmp_path: Path, place: str, line: str) -> None:
    planted = tmp_path / place
    planted.parent.mkdir()
    planted.write_text(line)
    assert len(violations(planted, tmp_path)) == 1


def circle(package: Path) -> list[str]:
    """Modules of which each imports the next, and the last the first, also where it does so late.

    What is imported for its type alone is not there when the program runs, and does not count.
    """
    known = {
        ".".join([package.name, *path.relative_to(package).with_suffix("").parts]).removesuffix(".__init__")
        for path in package.rglob("*.py")
    }
    needs = {
        name: {one for one in _imported(_source(name, package), known) if one in known} for name in known
    }
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _source(name: str, package: Path) -> Path:
    path = package.parent.joinpath(*name.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def _imported(path: Path, known: set[str]) -> Iterator[str]:
    waiting: list[ast.AST] = [ast.parse(path.read_text("utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in known else node.module
        waiting += ast.iter_child_nodes(node)


def test_no_module_needs_one_that_needs_it() -> None:
    assert circle(PACKAGE) == []


def test_a_planted_circle_is_found(tmp_path: Path) -> None:
    package = tmp_path / "house"
    package.mkdir()
    package.joinpath("one.py").write_text("from house import two")
    typed = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from house.one import One\n"
    package.joinpath("two.py").write_text(typed)
    assert circle(package) == []
    package.joinpath("two.py").write_text(f"{typed}def late():\n    from house.one import One\n")
    assert sorted(set(circle(package))) == ["house.one", "house.two"]


@pytest.mark.parametrize("module", ["domain.query", "services.workspace", "statistics.registry", "cli"])
def test_the_half_without_a_screen_never_loads_one(module: str) -> None:
    code = f"import sys, bounceback_tui.{module}; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"textual", "rich", "sqlite_utils", "markdown_it", "dateutil.parser"} & set(loaded)


def test_the_app_itself_loads_no_form_and_nothing_of_encryption() -> None:
    """A start shows a page, and most of it would be spent on loading what nobody looks at yet."""
    code = "import sys, bounceback_tui.app; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    needless = {"screens.form", "services.privacy", "storage.cipher", "app.locked", "formats.registry"}
    needless |= {"screens.working", "screens.daily_backup", "statistics.registry", "services.patterns"}
    assert "bounceback_tui.screens.drafting" in loaded, "the control"
    assert not {f"bounceback_tui.{name}" for name in needless} & set(loaded)
    assert not {"textual.widgets._text_area", "markdown_it", "sqlite_utils"} & set(loaded)


MORE_THAN_TODAY = {
    "journal": {
        "checkins",
        "elsewhere",
        "go_to",
        "saved_searches",
        "tags",
        "trash",
        "versions",
        "list_window",
    },
    "recover": {"guides", "step_forms", "form", "dialog"},
    "applications": {"form", "dialog", "list_window"},
    "patterns": {"behind", "list_window"},
    "today": {"form", "working", "daily_backup", "list_window"},
}
"""What the keys of a page open, and a first visit does without."""


@pytest.mark.many(5)
@pytest.mark.parametrize("page", sorted(MORE_THAN_TODAY))
def test_a_page_loads_nothing_that_its_keys_open(page: str) -> None:
    """Loading is most of what a first visit takes."""
    code = f"import sys, bounceback_tui.screens.{page}; print(*sorted(sys.modules))"
    loaded = set(
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.split()
    )
    assert f"bounceback_tui.screens.{page}" in loaded, "the control"
    assert not {f"bounceback_tui.screens.{name}" for name in MORE_THAN_TODAY[page]} & loaded
    assert not {"textual.widgets._text_area", "bounceback_tui.statistics.mood"} & loaded


def test_what_today_shows_takes_no_past_and_no_feedback() -> None:
    code = "import sys, bounceback_tui.screens.today; print(*sorted(sys.modules))"
    loaded = set(
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.split()
    )
    needless = {"domain.past", "domain.feedback", "domain.lead", "domain.outcome", "widgets.mood_picker"}
    assert not {f"bounceback_tui.{name}" for name in needless} & loaded


def test_what_is_usual_is_worked_out_without_loading_the_other_statistics() -> None:
    code = (
        "import sys, bounceback_tui.services.patterns; from bounceback_tui.statistics.registry import named;"
        "named('mood'), named('bounce-back'); print(*sorted(sys.modules))"
    )
    loaded = set(
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.split()
    )
    assert "bounceback_tui.statistics.mood" in loaded, "the control"
    others = {"silence", "steps", "writing", "reasons", "bootstrap", "stages", "plans"}
    assert not {f"bounceback_tui.statistics.{name}" for name in others} & loaded


def test_a_question_that_can_be_answered_loads_no_example_of_another_picture() -> None:
    code = "import sys, bounceback_tui.screens.view_mood; print(*sorted(sys.modules))"
    loaded = set(
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.split()
    )
    assert "bounceback_tui.widgets.trend_line" in loaded, "the control"
    others = {"slopes", "survival_curve", "paired_dots", "day_bars", "count_bars", "difference_bars"}
    assert not {f"bounceback_tui.widgets.{name}" for name in others} & loaded
