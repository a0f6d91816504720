"""`encrypt`, `decrypt` and `passphrase`: who may read the journal and its backups."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bounceback_tui.cli.ask import agreed, wait_for_enter
from bounceback_tui.cli.options import as_json, example, pass_session
from bounceback_tui.cli.output import complain, print_json, print_line
from bounceback_tui.cli.progress import progress
from bounceback_tui.cli.session import Session
from bounceback_tui.cli.variables import COMMAND
from bounceback_tui.domain.text import plural

if TYPE_CHECKING:
    from bounceback_tui.services.privacy import Key

_ENCRYPT = (
    "Encrypt {} and its backups? The plain files are overwritten and removed; a disk, a snapshot or a copy"
    " elsewhere may still hold some of them, which is out of reach from here."
)


@dataclass
class _Done:
    """What came of it, to be told."""

    journal: str
    encrypted: bool
    backups: int = 0
    left: list[str] = field(default_factory=list)
    recovery_key: str | None = None


@click.command(epilog=example("encrypt", "encrypt --yes"))
@click.option("--yes", is_flag=True, help="Encrypt it without asking whether to.")
@as_json
@pass_session
def encrypt(session: Session, yes: bool, as_json: bool) -> None:
    """Encrypt the journal and its backups with a passphrase.

    The plain files are overwritten and removed, once what takes their place was compared with them. A
    recovery key is printed, once: it opens the journal as the passphrase does. `bounceback passphrase`
    chooses another passphrase, and `bounceback decrypt` makes plain files again.
    """
    from bounceback_tui.cli.passphrase import new_passphrase  # noqa: PLC0415 - see main.py
    from bounceback_tui.services import privacy  # noqa: PLC0415

    with _own_journal(session) as path:
        privacy.require_library()
        done = _Done(str(path), encrypted=True)
        if privacy.is_encrypted(path):
            complain("The journal is encrypted already; what is beside it is looked through.")
            key = session.key(path)
        else:
            _agree(yes, _ENCRYPT.format(path))
            key = privacy.new_key(new_passphrase(COMMAND))
            _write_anew(path, None, key, "Encrypting", as_json)
            _make_recovery(path, key, done)
        _backups_anew(path, None, key, done, as_json)
    _tell(done, f"Encrypted: the journal and {plural(done.backups, 'backup')}.", as_json)


def _key_of_backups(path: Path) -> Key:
    """What opens the backups of a journal that is plain itself. Raises CannotDo and StorageError."""
    from bounceback_tui.cli.passphrase import asked_key  # noqa: PLC0415 - see main.py
    from bounceback_tui.services import privacy  # noqa: PLC0415
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415

    if not privacy.encrypted_backups(path):
        raise CannotDo(f"{path} is not encrypted. Nothing was changed.")
    return asked_key(path, privacy.unlocked_with_backups)


@click.command(epilog=example("decrypt", "decrypt --yes"))
@click.option("--yes", is_flag=True, help="Decrypt it without asking whether to.")
@as_json
@pass_session
def decrypt(session: Session, yes: bool, as_json: bool) -> None:
    """Let the journal and its backups be plain files again, which whoever gets at them can read."""
    from bounceback_tui.services import encrypting, privacy  # noqa: PLC0415 - see main.py

    with _own_journal(session) as path:
        # after one that was cut short the backups alone are encrypted
        key = session.key(path, with_backups=True) or _key_of_backups(path)
        _agree(yes, f"Decrypt {path} and its backups? Whoever gets at the files can read them then.")
        done = _Done(str(path), encrypted=False)
        if privacy.is_encrypted(path):
            _write_anew(path, key, None, "Decrypting", as_json)
        _backups_anew(path, key, None, done, as_json)
        encrypting.forget_recovery(path)
    _tell(done, f"Plain again: the journal and {plural(done.backups, 'backup')}.", as_json)


@click.command(epilog=example("passphrase", "passphrase --recovery-key"))
@click.option("--recovery-key", is_flag=True, help="Only make a new recovery key; the one before ends.")
@as_json
@pass_session
def passphrase(session: Session, recovery_key: bool, as_json: bool) -> None:
    """Choose a new passphrase for an encrypted journal and its backups.

    All of it is written anew, so that the old one opens nothing any more. The recovery key is a new one, too.
    """
    from bounceback_tui.cli.passphrase import new_passphrase  # noqa: PLC0415 - see main.py
    from bounceback_tui.services import privacy  # noqa: PLC0415
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415

    with _own_journal(session) as path:
        old = session.key(path)
        if old is None:
            raise CannotDo(f"{path} is not encrypted. Nothing was changed; `bounceback encrypt` does that.")
        done = _Done(str(path), encrypted=True)
        if recovery_key:
            _make_recovery(path, old, done)
        else:
            new = privacy.new_key(new_passphrase())
            _write_anew(path, old, new, "Writing it anew", as_json)
            _make_recovery(path, new, done)
            _backups_anew(path, old, new, done, as_json)
    words = f"The new passphrase opens the journal and {plural(done.backups, 'backup')}."
    _tell(done, "" if recovery_key else words, as_json)


@contextmanager
def _own_journal(session: Session) -> Iterator[Path]:
    """The person's own journal, which is there. Raises UsageError and CannotDo."""
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - most commands only read

    if session.demo:
        raise click.UsageError("The made-up journal is gone afterwards; leave --demo out.")
    if session.read_only:
        raise click.UsageError("Nothing is changed with --read-only; leave it out.")
    with session.journal() as path:
        if not path.exists():
            raise CannotDo(f"There is no journal at {path} yet. Nothing was changed; write something first.")
        yield path


def _agree(yes: bool, question: str) -> None:
    """Raises CannotDo where nobody says so."""
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - most commands only read

    if not yes and not agreed(question):
        raise CannotDo("Nothing was changed; --yes does it without asking.")


def _write_anew(path: Path, old: Key | None, new: Key | None, doing: str, quiet: bool) -> None:
    from bounceback_tui.services import encrypting  # noqa: PLC0415 - see main.py

    with progress(doing, "changed", quiet=quiet) as going:
        encrypting.journal_anew(path, old, new, going)


def _make_recovery(path: Path, key: Key, done: _Done) -> None:
    from bounceback_tui.services import privacy  # noqa: PLC0415 - see main.py
    from bounceback_tui.storage.errors import StorageError  # noqa: PLC0415

    try:
        done.recovery_key = privacy.with_recovery(path, key)
    except StorageError as error:  # the journal is encrypted all the same, and its backups are still to come
        complain(f"{error} `bounceback passphrase --recovery-key` makes one.")


def _backups_anew(path: Path, old: Key | None, new: Key | None, done: _Done, quiet: bool) -> None:
    from bounceback_tui.services import encrypting  # noqa: PLC0415 - see main.py

    # stopped here, the journal is done: what was printed of the recovery key must not be lost with it
    after = "more was changed; the journal is done, and of its backups those that were reached"
    if done.recovery_key and not quiet:
        print_recovery(done.recovery_key)
    with progress("Its backups", after, quiet=quiet) as going:
        made = encrypting.backups_anew(path, old, new, going)
    done.backups, done.left = made.done, list(made.left)


def print_recovery(key: str) -> None:
    """The recovery key alone on standard output, and what it is beside it."""
    complain("The recovery key, shown this once; write it down, and keep it where the journal is not:")
    print_line(key)


def _tell(done: _Done, words: str, as_json: bool) -> None:
    for sentence in done.left:
        complain(sentence)
    if as_json:
        print_json(asdict(done))
        return
    if words:
        print_line(words)
        if done.recovery_key:  # which was printed above, before the backups
            wait_for_enter("Press enter once the recovery key is written down:")
    elif done.recovery_key:
        print_recovery(done.recovery_key)


COMMANDS = (encrypt, decrypt, passphrase)
"""The commands of this file."""
