"""Journals that are encrypted, by SQLCipher: the key, and connections that use it.

The passphrase is stretched as SQLCipher 4 does it by itself, so that its own programs open a journal with the
passphrase alone: PBKDF2 with SHA-512 and 256,000 rounds over the first 16 bytes of the file
(zetetic.net/sqlcipher/design). The library comes with the extra `encryption` and is loaded where a journal is
encrypted, and nowhere else. Where it is missing, that is said; nothing is ever written in plain instead.
"""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from bounceback_tui.storage.errors import CipherMissing, NoPassphrase

if TYPE_CHECKING:
    import sqlite3

SALT = 16
"""Bytes at the beginning of an encrypted file, which differ from journal to journal."""

PAGE = 4096
"""Bytes that SQLCipher encrypts together; a file is a multiple of it."""

_RAW = 32
_ROUNDS = 256_000
_PLAIN = b"SQLite format 3\0"
_LOG_HEAD = 32 + 24  # bytes before the first page of a log (sqlite.org/fileformat.html, 4.1)


class Key:
    """What opens an encrypted journal, and the backups made of it. It is never shown."""

    __slots__ = ("_raw", "recovered", "salt")

    def __init__(self, raw: bytes, salt: bytes, *, recovered: bool = False) -> None:
        """`raw` is 32 bytes, `salt` 16."""
        assert (len(raw), len(salt)) == (_RAW, SALT)
        self._raw = raw
        self.salt = salt
        """The first bytes of the journal."""
        self.recovered = recovered
        """Whether a recovery key led to it, so that a new passphrase is wanted."""

    @classmethod
    def of(cls, material: bytes, *, recovered: bool = False) -> Key:
        """The key that `material` tells of."""
        return cls(material[:_RAW], material[_RAW:], recovered=recovered)

    @property
    def material(self) -> bytes:
        """All of it, 48 bytes. For no eyes and no log, and to be kept only where it is encrypted itself."""
        return self._raw + self.salt

    def __repr__(self) -> str:
        return "Key(…)"

    @property
    def pragma(self) -> str:
        """The statement that makes a connection use it. For no eyes and no log."""
        return f'PRAGMA key = "{self.literal}"'

    @property
    def literal(self) -> str:
        """As SQLCipher wants it where it attaches a file. For no eyes and no log."""
        return f"x'{self.material.hex()}'"


def stretched(passphrase: str, salt: bytes) -> Key:
    """The key of a passphrase: some 0.2 s of work, during which other threads go on.

    Raises NoPassphrase for one that is empty or holds what none can.
    """
    import hashlib  # noqa: PLC0415 - a plain journal is opened without

    return Key(hashlib.pbkdf2_hmac("sha512", normal(passphrase).encode(), salt, _ROUNDS, _RAW), salt)


def normal(passphrase: str) -> str:
    """A passphrase as every keyboard and system means it. Raises NoPassphrase."""
    normal = unicodedata.normalize("NFC", passphrase)
    if not normal:
        raise NoPassphrase("An empty passphrase protects nothing. Nothing was changed; choose another.")
    if "\0" in normal or not normal.isprintable():
        raise NoPassphrase("A passphrase is one line of letters and other characters. Nothing was changed.")
    return normal


def new_key(passphrase: str) -> Key:
    """The key of a passphrase for a file that is not there yet; as `stretched`."""
    return stretched(passphrase, os.urandom(SALT))


def salt_of(path: Path, *, whole: bool = True) -> bytes | None:
    """The salt of an encrypted journal; None for a plain one and for what cannot be any. Raises OSError.

    Told by its looks: an encrypted file has no mark, but its pages are like noise, and noise is no text.
    Where it need not be `whole`, one that was cut off counts, too: it opens no more, but nobody can read it.
    """
    status = path.stat()
    if status.st_size == 0 or (whole and status.st_size % PAGE):
        return None
    with path.open("rb") as file:
        page = file.read(PAGE)
    return None if page.startswith(_PLAIN) or not _is_noise(page) else page[:SALT]


def is_plain(path: Path) -> bool:
    """Whether a file begins as one that anybody can read with SQLite. As `salt_of`. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(_PLAIN)) == _PLAIN


def log_is_plain(log: Path) -> bool:
    """Whether the log of a journal is one that anybody can read, by the looks of its first page.

    Raises OSError.
    """
    with log.open("rb") as file:
        page = file.read(_LOG_HEAD + PAGE)[_LOG_HEAD:]
    return bool(page) and not _is_noise(page)


def _is_noise(page: bytes) -> bool:
    if len(set(page)) < 200:  # it has nearly all of the 256 bytes
        return False
    try:
        page.decode()
    except UnicodeDecodeError:
        return True
    return False


def connect(name: str, key: Key | None, *, uri: bool = False, timeout: float = 5.0) -> sqlite3.Connection:
    """A connection as `sqlite3` makes one, that encrypts with `key`; `timeout` is in seconds.

    With None to a plain file, for a program that must open both with one library. Raises CipherMissing.
    """
    library = require("This journal is encrypted")
    connection = library.connect(name, uri=uri, timeout=timeout, isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # else it tells of a wrong key on the terminal
        if key:
            connection.execute(key.pragma)
        connection.execute("PRAGMA temp_store = MEMORY")  # what SQLite sorts may be words
    except BaseException:
        connection.close()
        raise
    return cast("sqlite3.Connection", connection)


def require(what: str) -> Any:
    """The library. Raises CipherMissing; `what` begins its sentence: "This journal is encrypted"."""
    try:
        from sqlcipher3 import dbapi2  # noqa: PLC0415 - only where a journal is encrypted
    except ImportError:
        from bounceback_tui.extras import how_to_install  # noqa: PLC0415 - mostly it is there

        raise CipherMissing(
            f"{what}, and the library for that is not installed. Nothing was changed; install it with"
            f" `{how_to_install('encryption')}`."
        ) from None
    return dbapi2
