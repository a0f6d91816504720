"""The clipboard and the mail program of a system, played by small programs on the path."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from bounceback_tui import desktop

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the programs are those of Linux")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def play(folder: Path, name: str, lines: str) -> None:
    """A program that does this; it has no path either."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{lines}\n")
    program.chmod(0o700)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("wl-copy", ""),
        ("xclip", "-selection clipboard"),
        ("xsel", "--clipboard --input"),
        ("pbcopy", ""),
    ],
)
def test_a_text_goes_to_the_clipboard_that_is_there(
    programs: Path, tmp_path: Path, name: str, arguments: str
) -> None:
    play(programs, name, f'echo "$@" > {tmp_path}/said\n/bin/cat > {tmp_path}/given')
    hostile = "Grüße; $(touch x) `id` '\"\n\x1b half \ud83d"
    assert desktop.copy(hostile)
    assert (tmp_path / "said").read_text().strip() == arguments
    assert (tmp_path / "given").read_text("utf-8") == hostile.replace("\ud83d", "?")


def test_windows_is_given_what_it_reads(programs: Path, tmp_path: Path) -> None:
    play(programs, "clip.exe", f"/bin/cat > {tmp_path}/given")
    assert desktop.copy("Grüße")
    assert (tmp_path / "given").read_bytes().decode("utf-16-le") == "Grüße"


def test_where_one_fails_the_next_is_asked(programs: Path, tmp_path: Path) -> None:
    play(programs, "wl-copy", "echo no display >&2; exit 1")
    play(programs, "xclip", f"/bin/cat > {tmp_path}/given")
    assert desktop.copy("words")
    assert (tmp_path / "given").read_text() == "words"


def test_none_that_works_is_no_error(programs: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert not desktop.copy("words")
    play(programs, "wl-copy", "echo noise; echo noise >&2; exit 1")
    (programs / "xclip").write_text("not a program")
    (programs / "xclip").chmod(0o700)
    assert not desktop.copy("words")
    assert capfd.readouterr() == ("", "")


def test_a_program_that_never_ends_is_not_waited_for(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop, "LONGEST", 0.2)
    play(programs, "wl-copy", "exec /bin/sleep 60")
    began = time.monotonic()
    assert not desktop.copy("words")
    assert time.monotonic() - began < 30


def test_one_that_leaves_a_child_behind_is_not_waited_for(programs: Path, tmp_path: Path) -> None:
    play(programs, "xclip", f"/bin/cat > {tmp_path}/given; /bin/sleep 20 & exit 0")
    began = time.monotonic()
    assert desktop.copy("words")
    assert time.monotonic() - began < 15


def test_a_link_is_handed_on_as_one_word(programs: Path, tmp_path: Path) -> None:
    link = "mailto:?subject=a%20b&body=$(touch x);'\""
    assert not desktop.open_link(link)
    play(programs, "xdg-open", f'printf "%s|" "$@" > {tmp_path}/said')
    assert desktop.open_link(link)
    assert (tmp_path / "said").read_text() == f"{link}|"
    play(programs, "xdg-open", "exit 4")
    assert not desktop.open_link(link)
    assert not desktop.open_link("mailto:\0")


def test_what_can_be_opened_is_of_the_web_or_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "-cv.pdf").write_text("CV")
    monkeypatch.chdir(tmp_path)
    assert desktop.openable(" https://acme.test/cv?x=1 ") == "https://acme.test/cv?x=1"
    # never a path that a program could take for an option
    assert desktop.openable("~/-cv.pdf") == desktop.openable("-cv.pdf") == str(tmp_path / "-cv.pdf")
    nothing = ("", "~/none.pdf", "file:///etc/passwd", "javascript:alert(1)", "https://a b", "https://a\nb")
    for place in (*nothing, "~nobody/x", "x\x00y", "x" * 5000):
        assert desktop.openable(place) == ""
