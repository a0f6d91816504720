"""What the tab key offers: words of the journal and of the program. Nothing is written, and nothing is told.

Whatever goes wrong, nothing is offered. A name that holds what a terminal acts on is left out: cut or
escaped, it would be another name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from heapq import merge
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from bounceback_tui.cli.output import day_of, short_key
from bounceback_tui.cli.session import Session
from bounceback_tui.cli.values import OURS
from bounceback_tui.domain.text import one_line

if TYPE_CHECKING:
    from bounceback_tui.domain.query_values import Field
    from bounceback_tui.services.workspace import Workspace

MANY = 50
"""Things that are offered at most; the latest, where there are more."""

_LATEST = 1000
"""Check-ins that are looked through for a beginning; none that is older is offered."""

_TAKEN_OUT = ("application", "checkin")
"""What `restore` takes out of the trash beside entries."""

_LONGEST_VALUE, _LONGEST_HELP = 200, 60

Offer = tuple[str, str]
"""What is put into the line, and a few words about it or nothing."""

Finder = Callable[["Workspace", str], Iterable[Offer]]
"""Finds what begins like what was typed; it may find more."""


def offered(kind: str, ctx: click.Context, typed: str) -> list[CompletionItem[str]]:
    """What is offered of one of `FINDERS`."""
    if kind == "deleted" and isinstance(ctx.params.get("version"), str):
        kind = "entries"  # an earlier version is wanted, of something that is still there
    with _workspace(ctx) as workspace:
        if workspace is None:
            return []
        return items(FINDERS[kind](workspace, typed), typed)


def items(found: Iterable[Offer], typed: str) -> list[CompletionItem[str]]:
    """Those that begin like what was typed and can stand in a line of any shell."""
    wanted, chosen = typed.casefold(), {}
    for value, words in found:
        fits = value.casefold().startswith(wanted) and value.isprintable() and len(value) <= _LONGEST_VALUE
        if value.strip() and fits:
            chosen[value] = one_line(words)[:_LONGEST_HELP].strip() or None
        if len(chosen) == MANY:
            break
    return [CompletionItem(value, help=words) for value, words in chosen.items()]


@contextmanager
def _workspace(ctx: click.Context) -> Iterator[Workspace | None]:
    """The journal that is named in the line, to be read alone; None where there is none."""
    said = ctx.find_root().params
    session = Session(said.get("db"), bool(said.get("demo")), read_only=True)
    if session.demo:  # made up anew each time, it has no keys that last
        yield None
        return
    with session.journal() as path:
        there = path.is_file()
    if not there:
        yield None
        return
    with session.workspace() as workspace:
        yield workspace


def _entries(workspace: Workspace, typed: str) -> Iterator[Offer]:
    return _history(workspace, typed, deleted=False)


def _written(workspace: Workspace, typed: str) -> Iterator[Offer]:
    """Entries and check-ins, as they were made: a key begins with the time."""
    made = (_entries(workspace, typed), _checkins(workspace, typed))
    return merge(*made, key=lambda offer: offer[0], reverse=True)


def _checkins(workspace: Workspace, typed: str) -> Iterator[Offer]:
    from bounceback_tui.cli.reading import feeling_words  # noqa: PLC0415 - few completions need it

    for one in workspace.versions.checkins(_LATEST if typed else MANY):
        yield short_key(one.id), f"{day_of(one.felt_at)} {feeling_words(one)}"


def _deleted(workspace: Workspace, typed: str) -> Iterator[Offer]:
    yield from _history(workspace, typed, deleted=True)
    for one in workspace.trash.everything():
        if one.place in _TAKEN_OUT and not one.passed_over:
            yield short_key(one.key), f"{day_of(one.at)} {one.words}"


def _history(workspace: Workspace, typed: str, *, deleted: bool) -> Iterator[Offer]:
    from bounceback_tui.domain.query_values import Query  # noqa: PLC0415 - few completions need it

    history = workspace.journal.history(Query(deleted=deleted))
    for item in history.items(0, history.known, keep=False) if typed else history.items(0, MANY):
        entry = item.entry
        yield short_key(entry.id), f"{day_of(entry.written_at)} {entry.title or item.company or ''}"


def _searches(workspace: Workspace, typed: str) -> Iterator[Offer]:
    return ((one.name, one.query) for one in workspace.searches.every())


def _applications(workspace: Workspace, typed: str) -> Iterator[Offer]:
    """Companies are what somebody knows them by; a key begins with a figure."""
    if not typed[:1].isdigit():
        yield from _companies(workspace, typed)
    for one in workspace.applications.every():
        yield short_key(one.id), ", ".join(filter(None, (one.company, one.role)))


def _events(workspace: Workspace, typed: str) -> Iterator[Offer]:
    """Lines of all logs, the latest first."""
    every = [(event, one.company) for one in workspace.applications.every() for event in one.events]
    for event, company in sorted(every, key=lambda pair: pair[0].id, reverse=True):
        yield short_key(event.id), f"{company or 'An application'}, {event.kind} {event.at.local_date}"


def _people(workspace: Workspace, typed: str) -> Iterator[Offer]:
    return ((short_key(one.id), one.name) for one in workspace.tools.people.every())


def _companies(workspace: Workspace, typed: str) -> Iterator[Offer]:
    return _plain(workspace.applications.companies())


def _roles(workspace: Workspace, typed: str) -> Iterator[Offer]:
    return _plain(workspace.applications.roles())


def _tags(workspace: Workspace, typed: str) -> Iterator[Offer]:
    return _plain(workspace.tags.names())


def _feelings(workspace: Workspace, typed: str) -> Iterator[Offer]:
    return _plain(f"{name}=" for name in workspace.journal.feelings())


def _episodes(workspace: Workspace, typed: str) -> Iterator[Offer]:
    for one in workspace.recovery.episodes():
        yield short_key(one.id), f"{one.company or 'An application'}, {one.kind} {one.began}"


def _open_applications(workspace: Workspace, typed: str) -> Iterator[Offer]:
    """Those that can be withdrawn, by company and by key."""
    found = workspace.search_over.open_applications()
    yield from _plain(one.company for one in found if not typed[:1].isdigit())
    yield from ((short_key(one.id), one.company) for one in found)


def _open_episodes(workspace: Workspace, typed: str) -> Iterator[Offer]:
    """Those that can be closed, the same way."""
    found = workspace.recovery.still_open()
    yield from _plain(one.company for one in found if not typed[:1].isdigit())
    yield from ((short_key(one.id), f"{one.company}, {one.kind} {one.began}") for one in found)


def _closed_episodes(workspace: Workspace, typed: str) -> Iterator[Offer]:
    found = (one for one in workspace.recovery.episodes() if one.closed)
    return ((short_key(one.id), f"{one.company}, {one.kind} {one.began}") for one in found)


def _steps(workspace: Workspace, typed: str) -> Iterator[Offer]:
    guide = workspace.recovery.guide_of(workspace.recovery.find())
    return ((step.id, step.text) for section in guide.sections for step in section.steps)


def _leads(workspace: Workspace, typed: str) -> Iterator[Offer]:
    return ((short_key(one.id), one.name) for one in workspace.tools.leads.every() if not one.done)


def _cv(workspace: Workspace, typed: str) -> Iterator[Offer]:
    return ((short_key(one.id), one.text) for one in workspace.tools.cv.every() if not one.done_on)


def _points(workspace: Workspace, typed: str) -> Iterator[Offer]:
    return ((short_key(one.id), one.text) for one in workspace.tools.focus.every())


def _postings(workspace: Workspace, typed: str) -> Iterator[Offer]:
    return ((short_key(one.id), one.title) for one in workspace.tools.focus.postings.every())


def _thoughts(workspace: Workspace, typed: str) -> Iterator[Offer]:
    return ((short_key(one.id), one.thought) for one in workspace.tools.thoughts.every())


def _strengths(workspace: Workspace, typed: str) -> Iterator[Offer]:
    latest = next(iter(workspace.recovery.episodes()), None)
    return ((one.text, one.who) for one in workspace.tools.strengths.every(latest))


def _guides(workspace: Workspace, typed: str) -> Iterator[Offer]:
    return _plain([*workspace.guides.names(), OURS])


def _setbacks(workspace: Workspace, typed: str) -> Iterator[Offer]:
    """What often happens, as the app offers it."""
    from bounceback_tui.formats.cards import read_list  # noqa: PLC0415 - few completions need it
    from bounceback_tui.resources import asset  # noqa: PLC0415

    return _plain(group.title for group in read_list(asset("setbacks.md")))


def _themes(workspace: Workspace, typed: str) -> Iterator[Offer]:
    return _plain(workspace.tools.feedback.themes())


def _statistics(workspace: Workspace, typed: str) -> Iterator[Offer]:
    from bounceback_tui.statistics.registry import every  # noqa: PLC0415 - few completions need it

    return ((one.name, one.question) for one in every())


def _query(workspace: Workspace, typed: str) -> Iterator[Offer]:
    """The names of filters, and what the one at the end takes."""
    from bounceback_tui.domain.query import VALUES, Field, Name, tail  # noqa: PLC0415 - as above

    end = tail(typed)
    if end.field is None:
        if end.start > 1 or typed.startswith('"'):
            return
        yield from ((f"{typed[: end.start]}{one}:", "") for one in Field)
        return
    if end.field is Field.IS:
        values: Iterable[str] = ("deleted",)
    elif end.field in VALUES:
        values = (value.replace(" ", "-") for value in VALUES[end.field])
    else:
        values = (str(Name(name)) for name in _names(workspace, end.field) if name.isprintable())
    yield from ((typed[: end.start] + value, "") for value in values)


def _names(workspace: Workspace, field: Field) -> list[str]:
    """Names in use that a filter may take."""
    match field:
        case "company":
            return workspace.applications.companies()
        case "role":
            return workspace.applications.roles()
        case "tag":
            return workspace.tags.names()
        case "feel":
            return workspace.journal.feelings()
    return []


def _plain(names: Iterable[str]) -> Iterator[Offer]:
    return ((name, "") for name in names)


FINDERS: dict[str, Finder] = {
    "entries": _entries,
    "written": _written,
    "deleted": _deleted,
    "searches": _searches,
    "applications": _applications,
    "events": _events,
    "people": _people,
    "companies": _companies,
    "roles": _roles,
    "tags": _tags,
    "feelings": _feelings,
    "episodes": _episodes,
    "open applications": _open_applications,
    "open episodes": _open_episodes,
    "closed episodes": _closed_episodes,
    "steps": _steps,
    "leads": _leads,
    "cv": _cv,
    "points": _points,
    "postings": _postings,
    "thoughts": _thoughts,
    "strengths": _strengths,
    "guides": _guides,
    "setbacks": _setbacks,
    "themes": _themes,
    "statistics": _statistics,
    "query": _query,
}
"""What the tab key can offer, by the name that options and arguments give to `completes`."""
