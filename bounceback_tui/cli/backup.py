"""`backup` and `restore-backup`: a copy of the whole journal, and bringing one back in its place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bounceback_tui.cli.ask import agreed
from bounceback_tui.cli.options import as_json, example, files, pass_session
from bounceback_tui.cli.output import day_of, print_json, print_json_list, print_line, print_named, tell
from bounceback_tui.cli.progress import progress
from bounceback_tui.cli.session import Session

if TYPE_CHECKING:
    from bounceback_tui.domain.backup import Backup
    from bounceback_tui.services.backups import Backups
    from bounceback_tui.services.privacy import Key


@click.command(epilog=example("backup", "backup /media/stick/journal-copy.db"))
@click.argument("file", metavar="[FILE]", required=False, shell_complete=files)
@as_json
@pass_session
def backup(session: Session, file: str | None, as_json: bool) -> None:
    """Make a copy of the whole journal now, checked and for you alone.

    It goes among the other backups beside the journal, or where FILE says, which may be a folder. Nothing is
    ever replaced. One a day is made by itself.
    """
    if file is not None and file.strip() in ("", "-"):
        raise click.UsageError("A backup is a file of its own; name one, or leave it out.")
    if session.demo and file is None:
        raise click.UsageError("The made-up journal is gone afterwards; name a FILE for its backup.")
    with session.backups() as backups:
        place = _place(file) if file else None
        with progress("Making it", quiet=as_json) as going:
            made = backups.make(place, going)
    if as_json:
        print_json(backup_record(made))
    else:
        print_line(f"{made.contents}, checked, in {made.path}")


@click.command(
    name="restore-backup",
    epilog=example("restore-backup", "restore-backup latest", "restore-backup /media/stick/journal-copy.db"),
)
@click.argument("which", metavar="[NAME|FILE|latest]", required=False, shell_complete=files)
@click.option("--remove", metavar="NAME", help="Remove this one for good; nothing brings it back.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@as_json
@pass_session
def restore_backup(session: Session, which: str | None, remove: str | None, yes: bool, as_json: bool) -> None:
    """Bring a backup back in the place of the journal; without a name, list the backups.

    The backup is checked first and stays where it is. The present journal is set aside among the backups,
    whole as it is, and can be brought back in the same way. A backup still holds what was deleted for good
    after it was made.

    The beginning of a NAME is enough where only one begins so.
    """
    if which is not None and remove is not None:
        raise click.UsageError("Say one backup: one to bring back, or one to --remove.")
    which_or_gone = which if remove is None else remove
    if which_or_gone is None and yes:
        raise click.UsageError("--yes goes with a backup; name one, or “latest”.")
    if session.demo and which_or_gone is not None:
        raise click.UsageError("The made-up journal is gone afterwards; leave --demo out.")
    if session.read_only and which_or_gone is not None:
        raise click.UsageError("Nothing is changed with --read-only; leave it out.")
    with session.backups(makes=which is not None) as backups:
        if remove is not None:
            _remove(session, backups, remove, yes, as_json)
        elif which is None:
            _list(session, backups, as_json)
        else:
            _bring_back(session, backups, which, yes, as_json)


def backup_record(backup: Backup) -> dict[str, object]:
    """A backup as JSON."""
    return {
        "name": backup.name,
        "file": str(backup.path),
        "kind": str(backup.kind),
        "made": backup.made.isoformat(timespec="seconds"),
        "entries": backup.entries,
        "bytes": backup.size,
        "journal_version": backup.version,
        "problem": backup.problem or None,
    }


def _place(file: str) -> Path:
    """Where a backup is to be; a slash at the end means a folder, never a file. Raises CannotDo."""
    from bounceback_tui.paths import expanded  # noqa: PLC0415 - few commands need it
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415

    try:
        place = expanded(file).absolute()
    except RuntimeError as error:
        raise CannotDo(f"{error} No backup was made.") from None
    if file.rstrip().endswith(("/", os.sep)) and not place.is_dir():
        raise CannotDo(
            f"There is no folder {place}, so no backup was made;"
            " if it is on a stick, see that it is plugged in."
        )
    return place


def _list(session: Session, backups: Backups, as_json: bool) -> None:
    every = backups.every()
    if as_json:
        print_json_list(map(backup_record, every))
    elif every:
        print_named([_line(session, one) for one in every])
    else:
        tell(f"There is no backup in {backups.folder} yet; `bounceback backup` makes one.")


def _bring_back(session: Session, backups: Backups, which: str, yes: bool, as_json: bool) -> None:
    """Ask, then do it. Raises CannotDo and StorageError."""
    from bounceback_tui.domain.backup import told_contents  # noqa: PLC0415 - a list needs none
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - the same

    with progress("Looking", "changed", quiet=as_json) as going:
        found = backups.find(which, going)
    if found.problem and (own := _own_key(found, backups)):
        backups.other = own
        found = backups.find(str(found.path))
    if found.problem:
        raise CannotDo(f"{found.problem} The journal is as it was; `bounceback restore-backup` lists others.")
    if not yes and not agreed(_question(session, backups, found)):
        raise CannotDo("Nothing was changed; --yes brings it back without asking.")
    with progress("Bringing it back", "changed", quiet=as_json) as going:
        done = backups.bring_back(found, going)
    if as_json:
        aside = str(done.aside) if done.aside else None
        print_json({"file": str(found.path), "entries": done.seen.entries, "set_aside": aside})
        return
    if backups.other and not backups.key:
        tell("The journal is encrypted now, with the passphrase of that backup.")
    contents = told_contents(done.seen.entries, done.seen.checkins)
    print_line(f"Brought back: {contents}, of {_when(session, found)}.")
    if done.aside:
        print_line(f"The journal from before is now {done.aside}")


def _remove(session: Session, backups: Backups, name: str, yes: bool, as_json: bool) -> None:
    """Ask, then remove one that the list names; never a file elsewhere. Raises CannotDo."""
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - a list needs none

    found = backups.listed(name)
    told = f"{found.name} of {_when(session, found)} ({found.contents})"
    if not yes and not agreed(f"Remove {told}? Nothing brings it back."):
        raise CannotDo("Nothing was removed; --yes removes without asking.")
    backups.remove(found)
    if as_json:
        print_json({"name": found.name, "removed": True})
    else:
        print_line(f"Removed: {told}")


def _own_key(found: Backup, backups: Backups) -> Key | None:
    """What opens a backup that has another passphrase than the journal; None where it is not encrypted."""
    from bounceback_tui.services import privacy  # noqa: PLC0415 - a list needs none

    if not privacy.is_encrypted(found.path) or privacy.opens(found.path, backups.key):
        return None
    from bounceback_tui.cli.passphrase import asked_key  # noqa: PLC0415 - most journals are plain

    return asked_key(found.path, privacy.unlocked)


def _question(session: Session, backups: Backups, found: Backup) -> str:
    present = backups.present()
    if present is None:
        now = "No journal is there now."
    elif present.problem:
        now = "The present journal, which cannot be read, is set aside."
    else:
        now = f"The present journal ({present.contents}) is set aside."
    return f"Bring back {found.name} of {_when(session, found)} ({found.contents})? {now}"


def _line(session: Session, one: Backup) -> tuple[str, ...]:
    """When, what for, how much, and its name."""
    from bounceback_tui.domain.backup import told_size  # noqa: PLC0415 - JSON does without

    return _when(session, one), one.kind.words, f"{one.contents}, {told_size(one.size)}", one.name


def _when(session: Session, one: Backup) -> str:
    from bounceback_tui.domain.moment import Moment  # noqa: PLC0415 - JSON does without

    moment = Moment.seen_in(session.clock.zone, one.made)
    return f"{day_of(moment)} {moment.local:%H:%M}"


COMMANDS = (backup, restore_backup)
"""The commands of this file."""
