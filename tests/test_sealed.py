"""What leaves the machine is sealed with the real age."""

from __future__ import annotations

import pytest

from bounceback_tui import sealed


@pytest.mark.long
def test_a_passphrase_opens_the_key_whichever_way_it_is_typed_and_no_other_does() -> None:
    key = sealed.new_key()
    wrapped = sealed.wrap(key, "caf\u00e9 at nine")
    assert key.encode() not in wrapped
    assert sealed.unwrap(wrapped, "cafe\u0301 at nine") == key
    with pytest.raises(sealed.NotOpened):
        sealed.unwrap(wrapped, "cafe at nine")


def test_only_its_own_key_opens_a_seal() -> None:
    mine, other = sealed.Seal(sealed.new_key()), sealed.Seal(sealed.new_key())
    closed = mine.close(b"the recruiter laughed")
    assert b"recruiter" not in closed
    assert mine.open(closed) == b"the recruiter laughed"
    for raw in (closed[:-1], closed[:60], b"", b"x" * 500):
        with pytest.raises(sealed.NotOpened):
            mine.open(raw)
    with pytest.raises(sealed.NotOpened):
        other.open(closed)
    with pytest.raises(sealed.NotOpened):
        sealed.Seal("no key")
