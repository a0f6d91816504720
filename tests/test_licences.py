"""The list of licences names what is installed along, and nothing there binds who passes the program on."""

from __future__ import annotations

import re
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.licences import GROUPS, LIST, OURS, direct, kept, required, rows

UNBINDING = {"MIT", "BSD", "Apache", "PSF", "ISC", "Zlib", "public"}
"""How the names of licences begin that ask for no more than to be named."""


def test_whatever_is_asked_for_has_its_line() -> None:
    told = tomllib.loads((LIST.parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [
        *told["dependencies"],
        *(one for extra in told["optional-dependencies"].values() for one in extra),
    ]
    names = {canonicalize_name(Requirement(one).name) for one in asked} - {OURS}
    assert len(names) > 20
    assert names <= kept().keys(), "`python -m tests.licences > docs/LICENCES.md` writes it anew"
    assert set(GROUPS) == {"", *told["optional-dependencies"]}


def test_the_lines_say_what_the_packages_say() -> None:
    """Of what is asked for by name; `.ci/run` looks at all that comes along, which may change any day."""
    now, before = rows(), kept()
    here = {canonicalize_name(one.name) for extra in GROUPS for one in direct(extra)} & now.keys()
    assert len(here) > 15
    assert {name: before[name] for name in here} == {name: now[name] for name in here}


def test_nothing_that_a_person_installs_binds_who_passes_it_on() -> None:
    lines = kept()
    for extra in ("", "encryption", "sync", "web"):
        for name in required(extra) & lines.keys():
            words = lines[name].split("|")[2]
            licences = re.split(r" AND | OR ", words.strip())
            assert all(re.split(r"[- ]", one)[0] in UNBINDING for one in licences), lines[name]
