"""A person in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.domain.person import (
    LONGEST_ADDRESS,
    Person,
    is_address,
    is_half_typed,
    read_met,
    read_person,
)

LONG = "a" * (LONGEST_ADDRESS - len("@acme.test")) + "@acme.test"
"""As long as an address may be."""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", ("", "", "")),
        ("Ms Ito", ("Ms Ito", "", "")),
        ("Ms Ito, head of data", ("Ms Ito", "", "head of data")),
        ("Ms Ito <ito@acme.test>, head of data", ("Ms Ito", "ito@acme.test", "head of data")),
        ("Ito, Keiko <ito@acme.test>, head, data", ("Ito, Keiko", "ito@acme.test", "head, data")),
        ("ito@acme.test", ("ito@acme.test", "ito@acme.test", "")),
        ("ito@acme.test, recruiter", ("ito@acme.test", "ito@acme.test", "recruiter")),
        ("Ms Ito ito@acme.test recruiter", ("Ms Ito", "ito@acme.test", "recruiter")),
    ],
)
def test_name_address_and_role_are_told_apart(line: str, said: tuple[str, str, str]) -> None:
    assert read_met(line) == said


@given(st.text(max_size=300))
def test_no_line_breaks_it(line: str) -> None:
    assert all("\n" not in part and "\x1b" not in part for part in read_met(line))


ADDRESSES = [
    ("ito@acme.test", True),
    (LONG, True),
    (f"a{LONG}", False),
    *(
        (no, False)
        for no in ("", "ito", "ito@", "@acme.test", "a@b@c", "Ms Ito <ito@acme.test>", "i to@acme")
    ),
]


def test_mail_can_go_to_what_looks_like_an_address() -> None:
    for text, is_one in ADDRESSES:
        assert is_address(text) is is_one


@pytest.mark.parametrize(
    ("line", "half"),
    [
        ("Ms Ito", False),
        ("", False),
        ("Ms Ito <", True),
        ("Ms Ito <ito", True),
        ("ito@", True),
        ("Ms Ito <ito@", True),
        ("Ms Ito <ito@acme.test>", False),
    ],
)
def test_an_address_that_somebody_began_is_none_yet(line: str, half: bool) -> None:
    assert is_half_typed(line) is half


@pytest.mark.parametrize(
    ("line", "name", "email"),
    [
        ("Ms Ito <ito@acme.test>", "Ms Ito", "ito@acme.test"),
        ('"Ito, Keiko" ito@acme.test', "Ito, Keiko", "ito@acme.test"),
        ("'Ms Ito'; <ito@acme.test>", "Ms Ito", "ito@acme.test"),
        ("Xavier X <x@acme.test>", "Xavier X", "x@acme.test"),
        ("<ito@acme.test>", "ito@acme.test", "ito@acme.test"),
        (f"Ms Ito <{LONG}>", "Ms Ito", LONG),
        (f"Ms Ito <a{LONG}>", f"Ms Ito <a{LONG}>", ""),
        ("x" * 1000 + " ito@acme.test", "x" * 1000 + " ito@acme.test", ""),
    ],
)
def test_a_name_stands_without_its_brackets_and_quotation_marks(line: str, name: str, email: str) -> None:
    assert read_person(line) == (name, email)


def test_a_person_is_told_as_they_are_typed_and_greeted_by_name_alone() -> None:
    known = Person("p", "a", "Ms Ito", email="ito@acme.test")
    assert (known.line, known.greeted) == ("Ms Ito <ito@acme.test>", "Ms Ito")
    nameless = Person("p", "a", "ito@acme.test", email="ito@acme.test")
    assert (nameless.line, nameless.greeted) == ("ito@acme.test", "")
    assert (Person("p", "a", "Ms Ito").line, Person("p", "a", "Ms Ito").greeted) == ("Ms Ito", "Ms Ito")
