"""`sync`: the same journal on several machines of one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bounceback_tui.cli.options import as_json, example, pass_session
from bounceback_tui.cli.output import print_json, print_json_list, print_line, print_text, tell
from bounceback_tui.cli.progress import progress
from bounceback_tui.cli.session import Session
from bounceback_tui.domain.text import plural, quoted

if TYPE_CHECKING:
    from datetime import datetime

    from bounceback_tui.domain.sync_report import Report, Status
    from bounceback_tui.services.workspace import Workspace
    from bounceback_tui.storage.sync_words import Difference

_WORDS = {"init": 1, "status": 0, "conflicts": 0, "take": 2, "stop": 0}
"""What may follow, and how many words go with it."""


@click.command(
    epilog=example(
        "sync init /media/stick/journal", "sync", "sync status", "sync conflicts", "sync take 3f5a both"
    )
)
@click.argument("words", metavar="[WORDS]", nargs=-1)
@as_json
@pass_session
def sync(session: Session, words: tuple[str, ...], as_json: bool) -> None:
    """Exchange what is new with your other machines, sealed, through a git repository or a folder.

    WORDS: init REMOTE begins; REMOTE is a folder, such as one on a stick, or any git address. Do the same on
    the next machine; it asks for the passphrase and joins. “status” says how it stands. Where you changed the
    same on two machines, “conflicts” shows both, and “take ID one”, “other” or “both” says which is to stand.
    “stop” ends it on this machine, which keeps everything.

    Being offline is normal; what you wrote goes the next time.
    """
    what, *rest = words or ("",)
    if what and len(rest) != _WORDS.get(what, -1):
        known = "nothing, `init REMOTE`, `status`, `conflicts`, `take ID one|other|both` or `stop`"
        raise click.UsageError(f"{quoted(' '.join(words))} is not understood; it takes {known}.")
    if session.demo:
        raise click.UsageError("The made-up journal stays on this machine; leave --demo out.")
    with session.workspace(makes=what == "init") as workspace:
        match what:
            case "init":
                _begin(session, workspace, rest[0], as_json)
            case "status":
                _status(session, workspace, as_json)
            case "conflicts":
                _differences(workspace, as_json)
            case "take":
                _take(workspace, rest[0], rest[1], as_json)
            case "stop":
                _stop(workspace, as_json)
            case _:
                with progress("Exchanging", "lost", quiet=as_json) as going:
                    report = workspace.sync.run(going)
                _tell(report, as_json)


def _begin(session: Session, workspace: Workspace, remote: str, as_json: bool) -> None:
    from bounceback_tui.cli.passphrase import sync_passphrase  # noqa: PLC0415 - once a machine

    with progress("Exchanging", "lost", quiet=as_json) as going:
        report = workspace.sync.set_up(remote, sync_passphrase, going)
    _tell(report, as_json)
    if not report.joined and not as_json:
        tell(
            "On the next machine: the same `bounceback sync init`, and the passphrase. Keep that well; nobody"
            " can bring it back."
        )


def _stop(workspace: Workspace, as_json: bool) -> None:
    workspace.sync.stop()
    if as_json:
        print_json({"remote": None})
    else:
        print_line("Stopped on this machine. Your journal is as it was, and so is what lies with the others.")
        print_line("Should it join again, all that it holds goes there, also what others deleted meanwhile.")


def _tell(report: Report, as_json: bool) -> None:
    if as_json:
        print_json(report._asdict())
        return
    if report.joined:
        print_line("This machine has joined the others.")
    if report.sent or report.taken:
        print_line(f"Sent {report.sent}, received {report.taken}.")
    else:
        print_line("Nothing is new; your machines hold the same.")
    if report.put_back:
        print_line(f"{plural(report.put_back, 'file', 'files')} had gone missing there and are back.")
    if report.unread:
        print_line(
            f"{plural(report.unread, 'file', 'files')} there cannot be read and were left where they are;"
            " they are sealed for another key, or not of bounceback."
        )
    if report.differences:
        print_line(_ask(report.differences))


def _ask(count: int) -> str:
    what = plural(count, "thing was", "things were")
    return f"{what} changed on two machines; `bounceback sync conflicts` shows both."


def _status(session: Session, workspace: Workspace, as_json: bool) -> None:
    status = workspace.sync.status()
    if as_json:
        print_json(_record(status))
        return
    if status is None:
        print_line("This journal is on this machine alone; `bounceback sync init REMOTE` begins.")
        return
    print_line(f"Through {status.remote}")
    print_line(_worked(session, status.worked_at))
    if status.to_tell:
        print_line("Something new here is not there yet.")
    if status.waiting:
        what = plural(status.waiting, "thing waits", "things wait")
        print_line(f"{what} for what belongs to it and has not come yet.")
    if status.unread:
        print_line(f"{plural(status.unread, 'file', 'files')} there cannot be read.")
    if status.differences:
        print_line(_ask(status.differences))
    print_line("What is deleted for good here stays sealed in the history there.")


def _record(status: Status | None) -> dict[str, object]:
    if status is None:
        return {"remote": None}
    worked = status.worked_at.isoformat(timespec="seconds") if status.worked_at else None
    return {**status._asdict(), "worked_at": worked}


def _worked(session: Session, at: datetime | None) -> str:
    if at is None:
        return "It has not worked yet."
    return f"It last worked on {at.astimezone(session.clock.zone):%a %d %b %Y at %H:%M}."


def _differences(workspace: Workspace, as_json: bool) -> None:
    from bounceback_tui.services.differences import record  # noqa: PLC0415 - `--help` does without

    every = workspace.differences.every()
    if as_json:
        print_json_list(record(one) for one in every)
        return
    for one in every:
        _print(one)
    if every:
        tell("`bounceback sync take ID one`, `other` or `both` decides; no words get lost by it.")
    else:
        tell("Nothing was changed in two ways.")


def _print(one: Difference) -> None:
    from bounceback_tui.services.differences import name_of, parts  # noqa: PLC0415 - `--help` does without

    print_line(f"{one.id}  {name_of(one)}")
    for name, ours, theirs in parts(one):
        for side, origin, words in (("one", one.stands_from, ours), ("other", one.other_from, theirs)):
            print_line(f"{side}{f', {name}' if name else ''} ({origin[0]}, {origin[1][:16]}):", "  ")
            print_text("\n".join(f"    {line}" for line in (words or "–").splitlines()))
    print_line()


def _take(workspace: Workspace, key: str, which: str, as_json: bool) -> None:
    from bounceback_tui.domain.sync import Which  # noqa: PLC0415 - `--help` does without
    from bounceback_tui.services.differences import name_of  # noqa: PLC0415

    if which not in list(Which):
        raise click.UsageError(f"{quoted(which)} is neither “one”, “other” nor “both”.")
    found = workspace.differences.find(key)
    workspace.differences.settle(found, Which(which))
    if as_json:
        print_json({"id": found.id, "taken": which})
    else:
        print_line(f"Decided about {name_of(found)}; the other words are kept.")


COMMANDS = (sync,)
"""The commands of this file."""
