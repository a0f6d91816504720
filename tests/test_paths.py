"""Where the journal is looked for: as named, else in the data folder of the system."""

from __future__ import annotations

import pwd
import sys
from pathlib import Path

import platformdirs
import pytest

from bounceback_tui.paths import VARIABLE, config_folder, journal_name, journal_path, state_folder


@pytest.fixture(autouse=True)
def _unset(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (VARIABLE, "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)


def test_the_flag_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/from/environment.db")
    assert journal_path("/from/flag.db") == Path("/from/flag.db")
    assert journal_path() == Path("/from/environment.db")
    assert journal_path("") == Path("/from/environment.db")


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert journal_path("~/my.db") == tmp_path / "my.db"
    assert journal_path("./~my.db") == Path("~my.db")


@pytest.mark.parametrize("written", ["me.db/", "me.db//", "me.db/.", "/here/me.db/"])
def test_a_name_that_is_written_like_a_folder_is_that_of_the_file(written: str) -> None:
    assert journal_name(written) == str(Path(written))


def test_without_a_name_it_is_in_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    path = journal_path()
    assert (path.name, path.parent.name) == ("journal.db", "bounceback")
    assert tmp_path in path.parents
    assert config_folder().name == "bounceback"
    assert tmp_path in config_folder().parents


def test_looking_for_it_makes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    journal_path()
    config_folder()
    assert list(tmp_path.iterdir()) == []


def test_without_a_home_folder_it_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_: object) -> None:
        raise KeyError("no such user")

    monkeypatch.delenv("HOME")
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    for ask in (journal_path, config_folder):
        with pytest.raises(
            RuntimeError, match=r"^There is no home folder to keep things in; name the journal"
        ):
            ask()
    with pytest.raises(RuntimeError, match=r"^There is no home folder that “~/my.db” could mean"):
        journal_path("~/my.db")
    assert journal_path("/named.db") == Path("/named.db")


def test_a_folder_named_tilde_is_never_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which is what earlier versions of the library make of a missing home."""
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: Path("~/.local/share/bounceback"))
    with pytest.raises(RuntimeError, match="There is no home folder"):
        journal_path()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked anyway")
@pytest.mark.parametrize(
    "said", [None, "", "  ", "/elsewhere", "/elsewhere/../here/", "relative", "~/mine", "/a b/ü"]
)
def test_on_linux_the_folders_are_those_of_platformdirs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: str | None
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        if said is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, said)
    told = {"appname": "bounceback", "appauthor": False}
    assert journal_path().parent == platformdirs.user_data_path(**told)
    assert config_folder() == platformdirs.user_config_path(**told)
    assert state_folder() == platformdirs.user_state_path(**told)


def test_the_home_of_somebody_who_does_not_exist_is_told() -> None:
    with pytest.raises(RuntimeError, match="write the whole path"):
        journal_path("~nobody-of-that-name/my.db")
