"""Sealing what leaves the machine with age, by the library pyrage, which an extra brings."""

from __future__ import annotations

import unicodedata
from typing import Any


class NoLibrary(Exception):
    """It is not there; its text says which command brings it."""

    def __init__(self) -> None:
        """One sentence."""
        from bounceback_tui.extras import how_to_install  # noqa: PLC0415 - mostly it is there

        super().__init__(
            "Several machines need the library pyrage, which is not installed; install it with"
            f" `{how_to_install('sync')}`."
        )


class NotOpened(Exception):
    """It was sealed for somebody else, or is no seal at all."""


class Seal:
    """Seals and opens with one key."""

    def __init__(self, key: str) -> None:
        """`key` is that of age, as text. Raises NoLibrary and NotOpened."""
        pyrage = _library()
        try:
            self._identity = pyrage.x25519.Identity.from_str(key)
        except pyrage.IdentityError as error:
            raise NotOpened from error

    def close(self, raw: bytes) -> bytes:
        """Sealed, so that only this key opens it."""
        return bytes(_library().encrypt(raw, [self._identity.to_public()]))

    def open(self, sealed: bytes) -> bytes:
        """What was sealed. Raises NotOpened."""
        pyrage = _library()
        try:
            return bytes(pyrage.decrypt(sealed, [self._identity]))
        except pyrage.DecryptError as error:
            raise NotOpened from error


def new_key() -> str:
    """A fresh key. Raises NoLibrary."""
    return str(_library().x25519.Identity.generate())


def wrap(key: str, passphrase: str) -> bytes:
    """The key, sealed with a passphrase; takes a second, so that guessing takes long."""
    return bytes(_library().passphrase.encrypt(key.encode(), tidy(passphrase)))


def unwrap(wrapped: bytes, passphrase: str) -> str:
    """The key again. Raises NotOpened where the passphrase is another, or it is no key."""
    pyrage = _library()
    try:
        return bytes(pyrage.passphrase.decrypt(wrapped, tidy(passphrase))).decode("ascii")
    except (pyrage.DecryptError, UnicodeDecodeError) as error:
        raise NotOpened from error


def tidy(passphrase: str) -> str:
    """The same whichever way a keyboard writes “é”."""
    return unicodedata.normalize("NFC", passphrase)


def _library() -> Any:
    try:
        import pyrage  # noqa: PLC0415 - an extra, which most people do not have
    except ImportError as error:
        raise NoLibrary from error
    return pyrage
