"""Plain mode puts ASCII in the place of signs, and moves nothing that stands beside them."""

from __future__ import annotations

from rich.cells import cell_len

from bounceback_tui.widgets.plain_marks import PLAIN, plain


def test_what_takes_the_place_of_a_sign_is_as_wide() -> None:
    """Also where somebody asked for it as a small picture, which some are drawn wider as."""
    signs = [chr(code) for code in PLAIN]
    written = [*signs, *(f"{sign}\ufe0f" for sign in signs)]
    assert any(cell_len(sign) > 1 for sign in signs)
    assert [one for one in written if cell_len(plain(one)) != cell_len(one)] == []
    assert all(plain(one).isascii() for one in written)
