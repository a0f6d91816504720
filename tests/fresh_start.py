"""Somebody's first minutes: what README says to type, on this machine, with nothing but Python.

`python3 tests/fresh_start.py` copies the checkout, runs both commands in it, starts the app in a terminal,
and does the same with wheel and sdist. It needs only the standard library, since nothing is there before it.
A test that is skipped for another reason than a program that is missing, or rights, fails here.
`tests/fresh_machine.sh` makes such a machine of Debian and runs this there.
"""

from __future__ import annotations

import argparse
import locale
import os
import platform
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
INSTALLING, SHOWING = 1200.0, 60.0
"""Seconds to wait, where all is installed first and where it is there; nothing is concluded from time."""

TOOLS = ("git", "groff", "man", "zsh", "fish", "vi", "nano", "less", "xdg-open")
"""What some machines have, and none of ours may need unasked."""

_STEERING = re.compile(
    rb"\x1b\[[0-9;:?<>=]*[ $]?[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[P_][^\x1b]*\x1b\\"
)
_MAY_LACK = ("is not on this machine", "only root can make a small disk")
_FIRST_START, _TODAY = "takes you straight to it", "is a blank page"
_ENTER, _CTRL_Q = b"\r", b"\x11"


class Failed(Exception):
    """Something did not go as README says; the text is what was seen."""


def commands() -> tuple[str, str]:
    """The two commands of README: what starts the app, and what runs the tests."""
    found = re.findall(r"(?m)^python3 -m venv .*$", (ROOT / "README.md").read_text("utf-8"))
    if len(found) != 2 or not found[1].endswith("pytest"):
        raise Failed(f"README.md names other commands than two: {found}")
    return found[0], found[1]


def checkout(folder: Path) -> Path:
    """A copy of what is here, without what was made here."""
    made = ("*venv", ".git", "__pycache__", ".*_cache", ".hypothesis", "build", "dist", "*.egg-info")
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*made))
    return folder


def surroundings(home: Path) -> dict[str, str]:
    """The environment of somebody who set nothing up; how to reach a package index is kept."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name.startswith(("PIP_", "SSL_", "LANG", "LC_"))
        or name.lower().endswith("_proxy")
        or name in ("PATH", "LD_LIBRARY_PATH")
    }
    return {**kept, "HOME": str(home), "TERM": "xterm-256color"}


def run(command: str, where: Path, home: Path) -> str:
    """What a command printed. Raises Failed where it did not end well."""
    ran = subprocess.run(
        command,
        shell=True,
        cwd=where,
        env=surroundings(home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if ran.returncode:
        raise Failed(f"{command}\nleft with {ran.returncode}:\n{ran.stdout}")
    return ran.stdout


def in_terminal(command: str, where: Path, home: Path) -> None:
    """Start the app by a command, see the first start and Today, and leave. Raises Failed otherwise."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(where)
        os.execve("/bin/sh", ["sh", "-c", f"stty rows 24 cols 80; {command}"], surroundings(home))
    termios.tcsetwinsize(terminal, (24, 80))
    seen = b""
    for words, key in ((_FIRST_START, _ENTER), (_TODAY, _CTRL_Q)):
        seen += _until(terminal, words, seen)
        os.write(terminal, key)
    seen += _until(terminal, None, seen)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.close(terminal)
    if code:
        raise Failed(f"{command}\nleft with {code}:\n{_text(seen)[-3000:]}")


def _until(terminal: int, words: str | None, before: bytes) -> bytes:
    """What the terminal gets until it shows `words`, or until the program is gone."""
    end, seen = time.monotonic() + (SHOWING if before else INSTALLING), b""
    while words is None or words not in _text(before + seen):
        if time.monotonic() > end:
            raise Failed(f"“{words or 'the end'}” never came:\n{_text(seen)[-3000:]}")
        if select.select([terminal], [], [], 1)[0]:
            try:
                new = os.read(terminal, 65536)
            except OSError:  # as Linux tells that nobody is at the other end
                new = b""
            if not new and words is not None:
                raise Failed(f"it ended before “{words}” came:\n{_text(seen)[-3000:]}")
            if not new:
                break
            seen += new
    return seen


def _text(seen: bytes) -> str:
    return _STEERING.sub(b"", seen).decode("utf-8", "replace")


def start(work: Path) -> None:
    """The first command of README, whole; then what it installed tells its version, and fits together."""
    command, _ = commands()
    where, home = checkout(work / "start"), _home(work)
    in_terminal(command, where, home)
    print("  the first start was there, then Today, and ctrl+q left")
    print(" ", run(".venv/bin/bounceback --version", where, home).strip())
    print(" ", run(".venv/bin/python -m pip check", where, home).strip())
    for setting in ("C", "POSIX"):
        in_terminal(f"LC_ALL={setting} .venv/bin/bounceback", where, _home(work))
    print("  the same with LC_ALL=C and LC_ALL=POSIX")


def without_venv_package(work: Path) -> None:
    """What README says for where Debian lacks `python3-venv`."""
    [command] = re.findall(
        r"`(python3 -m venv --without-pip [^`]*)`", (ROOT / "README.md").read_text("utf-8")
    )
    where, home = checkout(work / "without"), _home(work)
    run(command, where, home)
    in_terminal(".venv/bin/bounceback", where, home)
    print("  installed and started")


def tests(work: Path, chosen: str) -> None:
    """The second command of README, or a part of the tests; what is skipped is told with its reason."""
    _, command = commands()
    where, home = checkout(work / "tests"), _home(work)
    said = run(f"{command} -rs {chosen}".strip(), where, home)
    print("  " + said.strip().splitlines()[-1])
    skipped = [line for line in said.splitlines() if line.startswith("SKIPPED")]
    print("\n".join(f"  {line}" for line in skipped))
    if other := [line for line in skipped if not line.endswith(_MAY_LACK)]:
        raise Failed("skipped, though nothing is missing here:\n" + "\n".join(other))


def packages(work: Path) -> None:
    """Wheel and sdist: made, looked through, installed each on its own, started; tests run from the sdist."""
    where, home = checkout(work / "made"), _home(work)
    run("python3 -m venv tools && tools/bin/pip install build twine", work, home)
    run(f"{work}/tools/bin/python -m build --outdir {work}/dist .", where, home)
    print(run(f"{work}/tools/bin/python -m twine check --strict {work}/dist/*", work, home).strip())
    [wheel], [sdist] = work.glob("dist/*.whl"), work.glob("dist/*.tar.gz")
    for one in (wheel, sdist):
        name = one.name.rpartition(".")[2]
        run(f"python3 -m venv {name} && {name}/bin/pip install {one}", work, home)
        in_terminal(f"{name}/bin/bounceback", work, _home(work))
        print(
            f"  {one.name}:",
            run(f"{name}/bin/bounceback --version", work, home).strip(),
            "and the app started",
        )
        if not (work / name / "share" / "man" / "man1" / "bounceback.1").is_file():
            raise Failed(f"{one.name} brings no manual page")
    run(f"tar -xzf {sdist}", work, home)
    inside = work / sdist.name.removesuffix(".tar.gz")
    run(f"python3 -m venv .venv && .venv/bin/pip install '{inside}[test]'", work, home)
    said = run(f"{work}/.venv/bin/python -m pytest tests/cli/test_cli_whole.py tests/domain", inside, home)
    print("  tests from the sdist:", said.strip().splitlines()[-1])


def _home(work: Path) -> Path:
    """A home with nothing in it but what pip keeps, which is the same for all."""
    home = Path(tempfile.mkdtemp(prefix="home-", dir=work))
    (work / "cache").mkdir(exist_ok=True)
    (home / ".cache").symlink_to(work / "cache")
    return home


def main() -> int:
    """Each part on its own; 1 where one failed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tests", default="", metavar="PATHS", help="a part of the tests; without it all")
    parser.add_argument("--parts", default="start,without,tests,packages", help="a part of the parts")
    asked = parser.parse_args()
    missing = [name for name in TOOLS if not shutil.which(name)]
    print(f"Python {platform.python_version()}, {platform.platform()}")
    print(f"text is {locale.getencoding()}, the user is {os.getuid()}")
    print("not on this machine:", ", ".join(missing) or "nothing that was looked for")
    parts = {
        "start": start,
        "without": without_venv_package,
        "tests": lambda work: tests(work, asked.tests),
        "packages": packages,
    }
    failed = []
    for name in asked.parts.split(","):
        print(f"== {name}", flush=True)
        with tempfile.TemporaryDirectory(prefix="bounceback-fresh-") as folder:
            try:
                parts[name](Path(folder))
            except Failed as problem:
                print(problem)
                failed.append(name)
    print("FAILED: " + ", ".join(failed) if failed else "All of it went as README says.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
