"""`focus`: what the next job must have, and postings held against it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli import values
from bounceback_tui.cli.options import as_json, completes, example, option, pass_session, words
from bounceback_tui.cli.postings import posting_options, with_postings
from bounceback_tui.cli.session import Session
from bounceback_tui.cli.tools import print_all, print_deleted, print_one, way_of

if TYPE_CHECKING:
    from bounceback_tui.services.focus import Focus

_WAYS = ("add", "change", "delete", "hold", "posting", "postings")
"""What can be done, one at a time; without any the points are listed."""

_GOES_WITH = {
    "text": ("change",),
    "kind": ("add", "change"),
    "has": ("hold", "posting"),
    "lacks": ("hold", "posting"),
    "unclear": ("hold", "posting"),
    "link": ("hold", "posting"),
    "note": ("hold", "posting"),
    "application": ("hold", "posting"),
}
"""What each of the other options belongs to."""


@click.command(
    epilog=example(
        "focus",
        'focus --add "No on-call at night" --kind must-have',
        "focus --change 01KB2J8M3F --kind nice-to-have",
        'focus --hold "Data engineer at Acme"',
        'focus --posting -1 --has "no on-call" --note "Ask about Fridays"',
    )
)
@option("--add", metavar="TEXT", help="One more point.")
@option("--change", metavar="ID", shell_complete=completes("points"), help="Change this one.")
@option("--text", metavar="TEXT", help="What it says, in place of what it said.")
@option(
    "--kind",
    metavar="KIND",
    callback=values.through(values.focus_kind),
    shell_complete=words("must-have", "nice-to-have", "not-again"),
    help="must-have (unless said), nice-to-have or not-again.",
)
@option(
    "--delete",
    metavar="ID",
    shell_complete=completes("points"),
    help="Put a point or posting into the trash.",
)
@posting_options
@as_json
@pass_session
def focus(session: Session, /, as_json: bool, **said: Any) -> None:
    """What the next job must have, what would be nice, and what not again; and postings held against it.

    ID may be shortened, or be the first words of it; -1 is the latest. --hold goes through a posting point by
    point, and says what is in it; with --has, --lacks or --unclear nothing is asked.
    """
    way = way_of(said, _WAYS, _GOES_WITH)
    with session.workspace(makes=way in ("add", "hold")) as workspace:
        if way in ("hold", "posting", "postings"):
            with_postings(workspace, way, said, as_json)
            return
        kept = workspace.tools.focus
        match way:
            case "add":
                _add(kept, said, as_json)
            case "change":
                _change(kept, said, as_json)
            case "delete":
                _delete(kept, said["delete"], as_json)
            case _:
                _list(kept, as_json)


def _add(kept: Focus, said: Mapping[str, Any], as_json: bool) -> None:
    from bounceback_tui.domain.focus import FocusKind, FocusPoint  # noqa: PLC0415 - `--help` does without
    from bounceback_tui.formats.tool_records import focus_record  # noqa: PLC0415

    point = FocusPoint("", said["kind"] or FocusKind.MUST, said["add"].strip())
    print_one(
        "Added", kept.find(kept.put(point)), lambda one: f"{one.text} ({one.kind})", focus_record, as_json
    )


def _change(kept: Focus, said: Mapping[str, Any], as_json: bool) -> None:
    from bounceback_tui.formats.tool_records import focus_record  # noqa: PLC0415 - `--help` does without

    before = kept.meant(said["change"])
    text, kind = (said["text"] or "").strip() or before.text, said["kind"] or before.kind
    key = kept.put(type(before)(before.id, kind, text), "change")
    print_one("Changed", kept.find(key), lambda one: f"{one.text} ({one.kind})", focus_record, as_json)


def _delete(kept: Focus, said: str, as_json: bool) -> None:
    """A point, or a posting where there is no such point. Raises CannotDo."""
    from bounceback_tui.services.errors import CannotDo  # noqa: PLC0415 - `--help` does without

    try:
        point = kept.remove(kept.meant(said).id)
        key, name = point.id, point.text
    except CannotDo as no_point:
        try:
            posting = kept.postings.remove(kept.postings.meant(said).id)
        except CannotDo:
            raise no_point from None
        key, name = posting.id, posting.title
    print_deleted(key, name, as_json)


def _list(kept: Focus, as_json: bool) -> None:
    from bounceback_tui.formats.tool_records import focus_record  # noqa: PLC0415 - `--help` does without

    found = kept.every()
    rows = [(one.kind.value, one.text, "") for one in found]
    print_all(found, rows, focus_record, as_json, "There is no point yet; --add TEXT makes one.")


COMMANDS = (focus,)
"""The commands of this file."""
