"""`edit`: the text of an entry in one's own editor or from standard input, and all else by options."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli import check_ins
from bounceback_tui.cli.named import other
from bounceback_tui.cli.options import (
    HYPHENS,
    as_json,
    example,
    free_words,
    how_it_feels,
    key_argument,
    pass_session,
    reading,
    result_option,
    stage_option,
    standard_input,
    tag_option,
    when_option,
)
from bounceback_tui.cli.output import print_json, print_line
from bounceback_tui.cli.session import Session
from bounceback_tui.domain.entry import own_title
from bounceback_tui.formats.records import entry_record
from bounceback_tui.services.errors import CannotDo

if TYPE_CHECKING:
    from bounceback_tui.domain.outcome import Told
    from bounceback_tui.services.workspace import Workspace


_OTHERS = ("title", "tags", "untags", "when", "stage", "result")
"""What a check-in does not say."""


@click.command(
    context_settings=HYPHENS,
    epilog=example(
        "edit 01KB2J8M3F",
        "edit -1 --title Sunday --mood 4       (the latest)",
        "edit -1 - < better.md",
        "edit -1 --stage final --result ghosted",
    ),
)
@key_argument("written")
@click.argument("text", metavar="[-]", required=False, callback=free_words)
@click.option("--title", metavar="TEXT", default=None, help="Another title; empty for the first line.")
@tag_option
@click.option(
    "--untag", "untags", metavar="TAG", multiple=True, help="A tag to take off; may be given again."
)
@when_option
@stage_option
@result_option("rejected")
@how_it_feels
@as_json
@pass_session
def edit(session: Session, /, key: str, text: str | None, as_json: bool, **said: Any) -> None:
    """Change an entry or a check-in; what it said before is kept. -1 is the first of `list`.

    Without options the text of an entry opens in the editor that VISUAL or EDITOR names; “-” takes it from
    standard input. The file is private, in memory where your system allows it, and gone afterwards. A
    check-in takes --mood, --energy and --feel. --stage and --result are for an entry that `log` made.
    """
    if text not in (None, "-"):
        raise click.UsageError("The new text comes from your editor, or from standard input with “-”.")
    said["when"] = session.moment(said["when"])
    with session.workspace() as workspace:
        if checkin := other(workspace, key, workspace.versions.checkin):
            check_ins.change(workspace, checkin, _felt(said, text), as_json)
            return
        item = workspace.journal.find(key)
        if text is None and not any(value not in (None, ()) for value in said.values()):
            _needs_no_terminal(item.entry.id)
            changed = workspace.outside.change(item.entry.id)
        else:
            words = standard_input() if text else None
            changed = _revised(workspace, item.entry.id, said, words)
        shown = workspace.journal.find(item.entry.id)
    if as_json:
        print_json({**entry_record(shown), "changed": changed})
    else:
        print_line(f"{'Saved' if changed else 'Nothing was changed'}: {shown.entry.title}")


def _felt(said: dict[str, Any], text: str | None) -> Any:
    """What a check-in is to say. Raises UsageError for what it has not."""
    felt = reading(said["mood"], said["energy"], said["feel"])
    if text or not felt or any(said[name] not in (None, ()) for name in _OTHERS):
        raise click.UsageError("A check-in takes --mood, --energy and --feel, and nothing else.")
    return felt


def _needs_no_terminal(entry_id: str) -> None:
    """Raises CannotDo where an editor would wait for keys that nobody can press."""
    from bounceback_tui import editor  # noqa: PLC0415 - options do without

    if sys.stdin.isatty() and sys.stdout.isatty():
        return
    if editor.needs_terminal(os.environ):
        raise CannotDo(
            "Your editor needs a terminal, and there is none. Nothing was changed;"
            f" `bounceback edit {entry_id[:14]} -` takes the text from standard input."
        )


def _revised(workspace: Workspace, entry_id: str, said: dict[str, Any], text: str | None) -> bool:
    """Let an entry say what was said; whether that is anything else. Raises CannotDo."""
    seen = workspace.versions.told(entry_id)
    new = _told(seen, said)
    if text is not None:
        if not text.strip():
            raise CannotDo(
                "Nothing came on standard input. Nothing was changed; `delete` takes an entry out."
            )
        title = new.title if said["title"] is not None else own_title(seen.title, seen.text)
        new = replace(new, text=text, title=title)
    workspace.versions.revise(new, seen)
    return bool(workspace.versions.told(entry_id) != seen)


def _told(seen: Told, said: dict[str, Any]) -> Told:
    from bounceback_tui.domain.outcome import Outcome  # noqa: PLC0415 - a check-in does without

    off = {one.casefold().lstrip("#@") for one in said["untags"]}
    tags = [one for one in (*seen.tags, *said["tags"]) if one.casefold() not in off]
    before = reading(said["mood"], said["energy"], said["feel"])
    happened = {name: said[name] for name in ("stage", "result") if said[name] is not None}
    if happened and not isinstance(seen, Outcome):
        raise click.UsageError("That entry tells of no application, so it has neither --stage nor --result.")
    return replace(
        seen,
        **happened,
        title=seen.title if said["title"] is None else said["title"],
        tags=tuple(tags),
        when=said["when"] or seen.when,
        before=check_ins.changed_reading(seen.before, before),
        after=check_ins.changed_reading(seen.after, reading(said["after_mood"])),
    )


COMMANDS = (edit,)
"""The commands of this file."""
