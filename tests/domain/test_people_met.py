"""A person in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.domain.person import read_met


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
