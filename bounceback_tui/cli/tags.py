"""`tags`: how often each is used; another name for one, a colour, or off all entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bounceback_tui.cli.options import as_json, completes, example, option, pass_session, words
from bounceback_tui.cli.output import print_json, print_json_list, print_line, print_table, tell
from bounceback_tui.cli.session import Session
from bounceback_tui.domain.tags import COLOURS
from bounceback_tui.domain.text import plural

if TYPE_CHECKING:
    from bounceback_tui.domain.tags import Tag
    from bounceback_tui.services.tags import Tags
    from bounceback_tui.services.workspace import Workspace


@click.command(
    epilog=example("tags", "tags panel --rename interview", "tags walk --colour green", "tags old --off")
)
@click.argument("tag", metavar="[TAG]", required=False, shell_complete=completes("tags"))
@option(
    "--rename",
    metavar="NAME",
    shell_complete=completes("tags"),
    help="Another name; where there is such a tag, the two become one.",
)
@option(
    "--colour",
    metavar="COLOUR",
    shell_complete=words(*COLOURS, "none"),
    help=f"{', '.join(COLOURS)}, or none.",
)
@option("--off", is_flag=True, help="Take it off all entries; no text is changed.")
@as_json
@pass_session
def tags(
    session: Session, /, *, tag: str | None, rename: str | None, colour: str | None, off: bool, as_json: bool
) -> None:
    """Every tag and how often it is used, the most frequent first; or one of them, to change it everywhere.

    Entries in the trash go along. Each change is one step for `undo`.
    """
    changes = [name for name, said in (("rename", rename), ("colour", colour), ("off", off)) if said]
    if tag is None and (changes or rename is not None or colour is not None):
        raise click.UsageError("Say which tag, such as `bounceback tags panel --rename interview`.")
    if len(changes) > 1:
        raise click.UsageError(f"--{changes[0]} and --{changes[1]} are two things; do one after the other.")
    with session.workspace() as workspace:
        if tag is None:
            return _list(workspace, as_json)
        kept = workspace.tags
        if rename is not None:
            return _rename(kept, tag, rename, as_json)
        if off:
            gone = kept.remove(tag)
            return _tell(gone, f"Taken off {plural(gone.entries, 'entry', 'entries')}", as_json)
        if colour is not None:
            kept.set_colour(tag, None if colour.strip().casefold() == "none" else colour.strip().casefold())
        return _tell(kept.known(tag), "", as_json)


def _rename(kept: Tags, old: str, new: str, as_json: bool) -> None:
    done = kept.rename(old, new)
    if as_json:
        print_json(_record(done.tag) | {"merged": done.merged})
    else:
        print_line(f"{'Both are one now' if done.merged else 'Renamed'}: {_words(done.tag)}")


def _tell(tag: Tag, what: str, as_json: bool) -> None:
    if as_json:
        print_json(_record(tag))
    else:
        print_line(f"{what}: {tag.name}" if what else _words(tag))


def _list(workspace: Workspace, as_json: bool) -> None:
    found = workspace.tags.every()
    if as_json:
        print_json_list(_record(one) for one in found)
    elif found:
        rows = [(one.name, plural(one.entries, "entry", "entries"), one.colour or "") for one in found]
        print_table(rows, flexible=0)
    else:
        tell("There is no tag yet; `note --tag NAME`, or #name in a text, makes one.")


def _words(tag: Tag) -> str:
    """ "panel, 3 entries, blue"."""
    return ", ".join(filter(None, (tag.name, plural(tag.entries, "entry", "entries"), tag.colour)))


def _record(tag: Tag) -> dict[str, object]:
    return {"name": tag.name, "entries": tag.entries, "colour": tag.colour}


COMMANDS = (tags,)
"""The commands of this file."""
