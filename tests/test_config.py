"""The settings: read kindly whatever is in the file, and written back with everything around them."""

from __future__ import annotations

import stat
import subprocess
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from journals import without_rights

from bounceback_tui.config import ConfigError, load, remember
from bounceback_tui.config_values import CONFIG_FILE, Config
from bounceback_tui.domain.calendar_terms import DateOrder

MINE = """# my settings
date_order = 'ask'   # until I know

# a table of somebody else's
[colours]
low = "#7b3294"  # purple
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Not there yet."""
    return tmp_path / "outer" / "bounceback"


def written(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / CONFIG_FILE
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_without_a_file_everything_is_as_usual_and_nothing_is_made(folder: Path) -> None:
    assert load(folder) == Config(DateOrder.ASK, ())
    assert not folder.parent.exists()


@pytest.mark.parametrize("said", ["mine", " mine.md "])
def test_the_name_of_a_guide_is_read(folder: Path, said: str) -> None:
    written(folder, f'guide = "{said}"')
    assert load(folder) == Config(guide="mine")


@pytest.mark.parametrize("said", ['"../mine"', '"/etc/passwd"', '".mine"', "3", '"a:b"', '["mine"]'])
def test_what_is_no_name_of_a_guide_is_left_out(folder: Path, said: str) -> None:
    written(folder, f"guide = {said}")
    assert load(folder).guide == ""
    assert "it takes the name of a file in the folder “guides”" in load(folder).problems[0]


@pytest.mark.parametrize("said", ["day first", "Day First", "day-first"])
def test_an_order_is_read(folder: Path, said: str) -> None:
    written(folder, f'date_order = "{said}"')
    assert load(folder) == Config(DateOrder.DAY_MONTH, ())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("date_order = [", "cannot be understood"),
        ('date_order = "day first"\ndate_order = "ask"', "cannot be understood"),
        (
            'date_order = "european"',
            "“european”, and it takes “day first”, “month first” or “ask”",
        ),
        ("date_order = 3", "it takes “day first”"),
        ("[date_order]\nx = 1", "it takes “day first”"),
        ('date-order = "day first"', "“date-order” that is not known here"),
        ("x = " + "[" * 5000 + "]" * 5000, "goes too deep"),
        ("# " + "x" * 1_000_001, "too large"),
        ("\x1b]52;c;aGk=\x07 = 1", "cannot be understood"),
    ],
    ids=lambda text: text[:20],
)
def test_what_cannot_be_used_is_told_in_one_sentence(folder: Path, text: str, says: str) -> None:
    path = written(folder, text)
    config = load(folder)
    assert config.date_order is DateOrder.ASK
    (problem,) = config.problems
    assert says in problem
    assert str(path) in problem
    assert problem.endswith(".")
    assert "\x1b" not in problem
    assert path.read_text(encoding="utf-8") == text


def test_a_file_that_is_no_text_or_no_file_is_told(folder: Path) -> None:
    path = written(folder, "")
    path.write_bytes(b"date_order = '\xff'")
    assert "UTF-8" in load(folder).problems[0]
    path.unlink()
    path.mkdir()
    assert "is not a file" in load(folder).problems[0]
    with pytest.raises(ConfigError, match="is not a file, so “date_order” could not be remembered"):
        remember(folder, "date_order", DateOrder.DAY_MONTH)


def test_one_wrong_setting_leaves_the_others_in_force(folder: Path) -> None:
    written(folder, 'unknown = 1\ndate_order = "month first"')
    config = load(folder)
    assert config.date_order is DateOrder.MONTH_DAY
    assert len(config.problems) == 1


def test_what_is_remembered_is_read_again_from_a_private_file(folder: Path) -> None:
    remember(folder, "date_order", DateOrder.DAY_MONTH)
    assert load(folder) == Config(DateOrder.DAY_MONTH, ())
    assert stat.S_IMODE((folder / CONFIG_FILE).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [path.name for path in folder.iterdir()] == [CONFIG_FILE]


def test_comments_and_everything_else_stay(folder: Path) -> None:
    path = written(folder, MINE)
    remember(folder, "date_order", DateOrder.MONTH_DAY)
    assert path.read_text() == MINE.replace("'ask'", '"month first"')


@pytest.mark.parametrize(
    "text",
    ["# nothing yet\n", "[colours]\nlow = 1\n", "# top\n\n[[rows]]\na = 1\n[x.y]\nz = 2\n", "\ufeffa = 1"],
)
def test_a_new_setting_finds_its_place(folder: Path, text: str) -> None:
    path = written(folder, text)
    remember(folder, "date_order", DateOrder.DAY_MONTH)
    after = path.read_text(encoding="utf-8")
    before = tomllib.loads(text.removeprefix("\ufeff"))
    assert tomllib.loads(after) == {**before, "date_order": "day first"}
    for line in text.removeprefix("\ufeff").splitlines():
        assert line in after.splitlines()


@pytest.mark.parametrize(
    "text", ["broken = [", "[date_order]\nx = 1\n", "date_order.x = 1\n", "x = " + "[" * 5000]
)
def test_a_file_that_cannot_be_changed_safely_is_left_alone(folder: Path, text: str) -> None:
    path = written(folder, text)
    with pytest.raises(ConfigError) as refusal:
        remember(folder, "date_order", DateOrder.DAY_MONTH)
    assert str(refusal.value).endswith("could not be remembered there; the file is as it was.")
    assert str(path) in str(refusal.value)
    assert path.read_text() == text
    assert [one.name for one in folder.iterdir()] == [CONFIG_FILE]


def test_a_link_stays_a_link(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles.toml"
    kept.write_text("# shared\n")
    folder.mkdir(parents=True)
    (folder / CONFIG_FILE).symlink_to(kept)
    remember(folder, "date_order", DateOrder.DAY_MONTH)
    assert (folder / CONFIG_FILE).is_symlink()
    assert kept.read_text() == '# shared\ndate_order = "day first"\n'


def test_a_link_to_itself_is_told(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / CONFIG_FILE).symlink_to(folder / CONFIG_FILE)
    load(folder)
    with pytest.raises(ConfigError):
        remember(folder, "date_order", DateOrder.DAY_MONTH)


def test_where_nothing_may_be_written_it_is_told(folder: Path) -> None:
    path = written(folder, MINE)
    folder.chmod(0o555)
    for outer in folder.parents[:4]:
        outer.chmod(0o755)
    with without_rights(), pytest.raises(ConfigError, match=r"cannot be used \(permission denied\)"):
        remember(folder, "date_order", DateOrder.DAY_MONTH)
    assert path.read_text() == MINE


def test_every_setting_has_a_reader(folder: Path) -> None:
    for name in {field.name for field in fields(Config)} - {"problems", "stated"}:
        written(folder, f"{name} = []")
        assert name in load(folder).problems[0]
        assert "not known here" not in load(folder).problems[0]


def test_libraries_for_toml_are_loaded_only_where_there_is_something_to_read(folder: Path) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from bounceback_tui.config import load\n"
        "load(Path(sys.argv[1]))\n"
        "print(*({'tomllib', 'tomlkit'} & set(sys.modules)))\n"
    )

    def loaded() -> list[str]:
        ran = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, check=True)
        return ran.stdout.split()

    assert loaded() == []
    written(folder, MINE)
    assert loaded() == ["tomllib"]


def test_whether_the_time_of_writing_is_shown_is_kept(folder: Path) -> None:
    assert load(folder).writing_time
    remember(folder, "writing_time", "hidden")
    assert load(folder) == Config(writing_time=False)
    written(folder, 'writing_time = "never"')
    assert load(folder).writing_time
    assert "it takes “shown” or “hidden”" in load(folder).problems[0]


def test_exchanging_with_other_machines_by_itself_is_off_unless_it_is_wanted(folder: Path) -> None:
    assert not load(folder).sync
    written(folder, 'sync = "start and end"')
    assert load(folder).sync
    written(folder, "sync = true")
    assert not load(folder).sync
    assert "it takes “never” or “start and end”" in load(folder).problems[0]
