"""What tells two texts apart in a few signs: their SHA-256."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any


def fingerprint(text: bytes) -> str:
    """The SHA-256 of some bytes in hexadecimal digits."""
    digits: str = _sha256()(text).hexdigest()
    return digits


@cache
def _sha256() -> Callable[[bytes], Any]:
    """Python's own, as `random` takes its own: `hashlib` prefers OpenSSL's, for which each start would take
    0.7 MB, and a ms or two, to tell two short texts apart.
    """
    for name in ("_sha2", "_sha256"):  # since Python 3.12, and before
        with suppress(ImportError):
            return import_module(name).sha256  # type: ignore[no-any-return]  # its module has no types
    from hashlib import sha256  # noqa: PLC0415 - where Python was built without

    return sha256
