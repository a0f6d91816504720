"""The draft of a change, taken up again over what may have been changed elsewhere since it was begun."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bounceback_tui.domain.fingerprint import fingerprint

BEGUN = "begun on"
"""Where a draft keeps the marks of what stood in the fields when it was begun; no field is called so."""


def marks(fields: Mapping[str, Any]) -> dict[str, str]:
    """A short mark for what stands in each field, alike only where that is alike."""
    return {name: fingerprint(json.dumps(value).encode())[:16] for name, value in fields.items()}


def taken_up(draft: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[dict[str, Any], bool]:
    """The fields of a draft, and whether one that it changed was changed elsewhere, too, to something else.

    `now` are the fields as they stand without the draft: what it did not change is taken from there.
    """
    begun = draft.get(BEGUN)
    fields = {name: value for name, value in draft.items() if name != BEGUN}
    if not isinstance(begun, dict):  # of something new
        return fields, False
    mine, theirs = marks(fields), marks(now)
    both = False
    for name in fields.keys() & now.keys():
        if mine[name] == begun.get(name):
            fields[name] = now[name]
        elif theirs[name] not in (begun.get(name), mine[name]):
            both = True
    return fields, both
