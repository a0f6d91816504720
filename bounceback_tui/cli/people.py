"""`people`: whom you met in your applications."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli.options import HYPHENS, as_json, completes, example, free_words, pass_session
from bounceback_tui.cli.output import print_json, print_json_list, print_line, print_table, short_key, tell
from bounceback_tui.cli.session import Session

if TYPE_CHECKING:
    from bounceback_tui.domain.person import Person
    from bounceback_tui.formats.records import Record
    from bounceback_tui.services.workspace import Workspace

_PARTS = ("name", "role", "email")


@click.command(
    context_settings=HYPHENS,
    epilog=example(
        "people",
        'people acme --add "Ms Ito <ito@acme.test>, head of data"',
        "people --change 01KB2J8M3F --email ito@acme.test",
        "people --delete 01KB2J8M3F",
    ),
)
@click.argument(
    "key",
    metavar="[APPLICATION]",
    required=False,
    callback=free_words,
    shell_complete=completes("applications"),
)
@click.option(
    "--add", metavar="LINE", help="Somebody you met there: name, <address> and role; a name is enough."
)
@click.option(
    "--change", metavar="ID", shell_complete=completes("people"), help="Correct what is known of one."
)
@click.option("--name", metavar="NAME", help="With --change: another name.")
@click.option("--role", metavar="NAME", help="With --change: what they do there; empty for nothing.")
@click.option("--email", metavar="ADDRESS", help="With --change: where mail reaches them; empty for nowhere.")
@click.option(
    "--delete", "gone", metavar="ID", shell_complete=completes("people"), help="Put one into the trash."
)
@as_json
@pass_session
def people(session: Session, /, key: str | None, as_json: bool, **said: Any) -> None:
    """Whom you met, the latest first; with APPLICATION (its key or company) those of one.

    The last one you name is greeted in the e-mail that asks for feedback.
    """
    _one_thing(key, said)
    with session.workspace() as workspace:
        kept = workspace.tools.people
        if said["gone"] is not None:
            _told("In the trash now", kept.remove(said["gone"]), as_json, {"deleted": True})
        elif said["change"] is not None:
            before = kept.find(said["change"])
            new = _changed(before, said)
            if new != before:
                kept.put(new)
            word = "Saved" if new != before else "Nothing was changed"
            _told(word, new, as_json, {"changed": new != before})
        elif said["add"] is not None:
            added = kept.find(kept.put(_new(workspace, key or "", said["add"])))
            _told("Added", added, as_json, {})
        else:
            _list(workspace, key, as_json)


def _one_thing(key: str | None, said: dict[str, Any]) -> None:
    """Raises UsageError where it is not clear what is to be done."""
    ways = [name for name in ("add", "change", "gone") if said[name] is not None]
    parts = [name for name in _PARTS if said[name] is not None]
    if len(ways) > 1:
        raise click.UsageError("--add, --change and --delete are different things; say one of them.")
    if said["add"] is not None and key is None:
        raise click.UsageError('Say where you met them: `bounceback people acme --add "Ms Ito"`.')
    if said["add"] is None and ways and key is not None:
        raise click.UsageError(
            "--change and --delete take the key of a person, and no application beside it."
        )
    if bool(parts) != (said["change"] is not None):
        raise click.UsageError("--change ID takes --name, --role or --email, and they go with nothing else.")


def _new(workspace: Workspace, key: str, line: str) -> Person:
    """Somebody out of a line. Raises CannotDo and UsageError."""
    from bounceback_tui.cli import named  # noqa: PLC0415 - a list names none
    from bounceback_tui.domain.person import Person, met  # noqa: PLC0415 - the same

    try:
        name, email, role = met(line)
    except ValueError as problem:
        raise click.UsageError(str(problem)) from None
    return Person("", named.application(workspace, key).id, name, role, email)


def _changed(before: Person, said: dict[str, Any]) -> Person:
    """A person with what was said of them anew. Raises UsageError."""
    from bounceback_tui.domain.frozen import replace  # noqa: PLC0415 - a list changes nothing
    from bounceback_tui.domain.person import LONGEST_NAME, is_address  # noqa: PLC0415 - the same
    from bounceback_tui.domain.text import cut  # noqa: PLC0415 - the same

    new = {name: cut(said[name].strip(), LONGEST_NAME) for name in ("name", "role") if said[name] is not None}
    if said["email"] is not None:
        new["email"] = said["email"].strip()
    if new.get("email") and not is_address(new["email"]):
        raise click.UsageError("An address looks like name@firm.example; an empty one takes it out.")
    if new.get("name") == "":
        raise click.UsageError("A name is missing; one word is enough.")
    return replace(before, **new)


def _told(word: str, person: Person, as_json: bool, more: Record) -> None:
    from bounceback_tui.formats.tool_records import person_record  # noqa: PLC0415 - words do without

    if as_json:
        print_json(person_record(person) | more)
        return
    back = ". `bounceback undo` brings it back" if more.get("deleted") else ""
    print_line(f"{word}: {', '.join(filter(None, _cells(person)))}{back}.")


def _list(workspace: Workspace, key: str | None, as_json: bool) -> None:
    from bounceback_tui.cli import named  # noqa: PLC0415 - most often all are wanted
    from bounceback_tui.formats.tool_records import person_record  # noqa: PLC0415 - words do without

    found = workspace.tools.people.every()
    if key is not None:
        wanted = named.application(workspace, key).id
        found = [one for one in found if one.application_id == wanted]
    if as_json:
        print_json_list(map(person_record, found))
    elif found:
        companies = {one.id: one.company for one in workspace.applications.every()}
        rows = [(short_key(one.id), companies.get(one.application_id, ""), *_cells(one)) for one in found]
        print_table(rows, flexible=3)
    else:
        tell('Nobody is noted yet; `bounceback people acme --add "Ms Ito"` notes somebody.')


def _cells(person: Person) -> tuple[str, str, str]:
    """Name, role, and the address where it is not the name."""
    return person.name, person.role, person.email if person.greeted else ""


COMMANDS = (people,)
"""The commands of this file."""
