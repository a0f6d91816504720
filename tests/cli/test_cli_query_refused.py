"""A search of which any part is not understood is refused: the rest alone would fit too much."""

from __future__ import annotations

import pytest
from conftest import Shell


@pytest.mark.parametrize("command", ["search", "list", "applications"])
def test_one_filter_that_is_not_understood_prints_nothing_and_leaves_with_2(
    shell: Shell, command: str
) -> None:
    shell.do("log", "No", "--company", "Acme", "--mood", "3")
    code, said = shell.refused(command, "mood:<4", "since:januaryy")
    assert (code, "januaryy" in said) == (2, True)
    assert shell.do(command, "mood:<4", "since:january", "--json").json
