"""A recovery key can be read aloud and typed again; a slip is told with its group."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.domain.recovery_key import GROUPS, SIGNS, made, slip_in, tidied


def test_it_holds_at_least_128_bits_and_no_two_are_alike() -> None:
    keys = {made() for _ in range(50)}
    assert len(keys) == 50
    assert all(len(key.split("-")) == GROUPS and slip_in(key) is None for key in keys)
    assert len(SIGNS) ** (4 * GROUPS) > 2**128
    assert not set("01ILO") & set(SIGNS)  # what is taken for something else when read from paper


def test_it_may_be_typed_in_small_letters_and_without_hyphens() -> None:
    key = made()
    for typed in (key.lower(), key.replace("-", " "), f"  {key.replace('-', '')}\n"):
        assert tidied(typed) == key


def test_a_passphrase_is_not_taken_for_one() -> None:
    for words in ("correct horse battery staple", "", "ÄÖÜ" * 12, made()[:-1], made() + "2"):
        assert tidied(words) is None


@given(st.integers(0, 5 * GROUPS - 1), st.sampled_from(SIGNS + "01ILO"))
def test_a_wrong_sign_is_told_with_its_group(place: int, sign: str) -> None:
    bare = made().replace("-", "")
    typed = tidied(bare[:place] + sign + bare[place + 1 :])
    assert typed is not None
    assert slip_in(typed) == (None if sign == bare[place] else place // 5 + 1)


@given(st.integers(0, 5 * GROUPS - 2))
def test_two_signs_or_groups_that_changed_places_are_told(place: int) -> None:
    bare = made().replace("-", "")
    if place % 5 < 4:
        swapped = bare[:place] + bare[place + 1] + bare[place] + bare[place + 2 :]
        typed = tidied(swapped)
        assert typed is not None
        assert slip_in(typed) == (None if swapped == bare else place // 5 + 1)
    groups = made().split("-")
    groups[0], groups[1] = groups[1], groups[0]
    assert slip_in("-".join(groups)) == 1


def test_a_key_that_was_written_down_years_ago_is_still_one() -> None:
    key = "2345V-ZZZZM-ABCDJ-9876F-HJKMS-22227-WXYZ9"
    assert slip_in(key) is None
    assert [slip_in(key.replace(sign, "3", 1)) for sign in ("V", "J", "9")] == [1, 3, 4]
