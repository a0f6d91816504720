"""The licences of all that is installed along, told by the packages themselves.

`python -m tests.licences > docs/LICENCES.md` writes the list, where `.[check,reference]` is installed, and
`--check` tells in which lines it is stale.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

OURS = "bounceback-tui"
LIST = Path(__file__).parents[1] / "docs" / "LICENCES.md"
GROUPS = {
    "": "the program itself",
    "encryption": "`encryption`: an encrypted journal",
    "sync": "`sync`: the journal on several machines",
    "web": "`web`: the app in a browser",
    "test": "`test`: the tests alone",
    "check": "`check`: the other checks of `.ci/run`",
    "reference": "`reference`: statistics against other libraries",
}
"""What is installed by which extra, in the order in which a package is listed once."""

_NAMES = {
    "Apache 2": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "BSD": "BSD",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0",
    "ISC License (ISCL)": "ISC",
    "ISC license": "ISC",
    "MIT": "MIT",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Public Domain": "public domain",
    "Python Software Foundation License": "PSF-2.0",
}
"""Older ways to say it, and how it is said today."""

_IN_THEIR_TEXT = {"pyrage": "MIT", "sqlcipher3": "Zlib"}
"""What only the text of the licence that they bring says."""

_LINE = re.compile(r"(?m)^\| ([a-z0-9-]+) \| .* \|$")

_HEAD = """# Licences of what is installed along

bounceback is under the MIT licence. It holds no code of others; pip installs these packages beside it, each
under a licence of its own, here as they tell it themselves (on Linux; on Windows colorama comes along, BSD).
`python -m tests.licences > docs/LICENCES.md` writes this list, and a test tells when it is stale.
"""


def licence(name: str) -> str:
    """Under which licence a package is. Raises ValueError where nobody can tell."""
    told = metadata.metadata(name)
    words = [
        line.rpartition(" :: ")[2] for line in told.get_all("Classifier", []) if line.startswith("License")
    ]
    short = (told.get("License") or "").strip()
    if expression := told.get("License-Expression"):
        return str(expression)
    for word in (_IN_THEIR_TEXT.get(canonicalize_name(name), ""), short, *words):
        if known := _NAMES.get(word, word if re.fullmatch(r"[A-Z][\w.-]+-\d[\w.-]*|MIT|Zlib", word) else ""):
            return known
    raise ValueError(f"{name} does not tell its licence: {short[:60]!r}, {words}")


def direct(extra: str) -> list[Requirement]:
    """What an extra asks for, or the program itself."""
    return [*_asked(OURS, {extra}, without="" if extra else None)]


def required(extra: str) -> set[str]:
    """All that comes along with an extra on this machine, by name, as far as it is installed."""
    found, waiting = dict[str, set[str]](), direct(extra)
    while waiting:
        one = waiting.pop()
        name = canonicalize_name(one.name)
        if name in found and one.extras <= found[name]:
            continue
        found.setdefault(name, set()).update(one.extras)
        if _installed(name):
            waiting += _asked(name, {"", *one.extras})
    return {name for name in found if name != OURS and _installed(name)}


def _asked(name: str, extras: set[str], without: str | None = None) -> Iterator[Requirement]:
    """What a package asks for with any of these extras; and not without one, where `without` is one."""
    for text in metadata.requires(name) or []:
        one = Requirement(text)
        needed = [one.marker is None or one.marker.evaluate({"extra": extra}) for extra in extras]
        always = without is not None and (one.marker is None or one.marker.evaluate({"extra": without}))
        if any(needed) and not always:
            yield one


def _installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def rows() -> dict[str, str]:
    """For each package that is there its line in the list."""
    lines = dict[str, str]()
    for extra in GROUPS:
        for name in sorted(required(extra) - lines.keys()):
            lines[name] = f"| {name} | {licence(name)} |"
    return lines


def page() -> str:
    """The list as it should be. Raises ValueError where an extra is not installed."""
    lines, told, parts = rows(), set[str](), [_HEAD]
    for extra, title in GROUPS.items():
        missing = {canonicalize_name(one.name) for one in direct(extra)} - lines.keys() - {OURS}
        if missing:
            raise ValueError(f"not installed, so nothing is known of it: {', '.join(sorted(missing))}")
        new = sorted(required(extra) - told)
        told.update(new)
        parts.append(
            f"\n## For {title}\n\n| Package | Licence |\n|---|---|\n"
            + "".join(f"{lines[one]}\n" for one in new)
        )
    return "".join(parts)


def kept(extra: str | None = None) -> dict[str, str]:
    """For each package in the list its line; of one extra, or of all."""
    parts = LIST.read_text("utf-8").split("\n## ")[1:]
    chosen = parts if extra is None else [parts[[*GROUPS].index(extra)]]
    return {found[1]: found[0] for part in chosen for found in _LINE.finditer(part)}


def stale() -> list[str]:
    """The lines that should be there and are not, and those of what is no longer asked for."""
    now, before = rows(), kept()
    whole = [extra for extra in GROUPS if all(_installed(one.name) for one in direct(extra))]
    return [line for name, line in now.items() if before.get(name) != line] + [
        f"no longer asked for: {name}"
        for extra in whole
        for name in kept(extra)
        if name not in now and _installed(name)
    ]


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        if problems := stale():
            sys.exit("docs/LICENCES.md is stale:\n" + "\n".join(problems))
        print("docs/LICENCES.md names all that is installed.")
    else:
        print(page(), end="")
