"""`report`: the patterns as one page for a coach, or proof of a search for an employment office."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bounceback_tui.cli import values
from bounceback_tui.cli.export import target_file, tell_of_plain
from bounceback_tui.cli.options import as_json, completes, example, files, pass_session, words
from bounceback_tui.cli.output import print_json, print_json_list, print_text, tell
from bounceback_tui.cli.progress import progress
from bounceback_tui.cli.session import Session
from bounceback_tui.domain.going import go_on, part_of
from bounceback_tui.domain.text import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bounceback_tui.domain.calendar_terms import Span
    from bounceback_tui.domain.going import Going
    from bounceback_tui.domain.query_values import Query
    from bounceback_tui.services.workspace import Workspace

FORMATS = ("markdown", "html", "csv")
"""What can be written; CSV is for proof alone."""


@click.command(
    epilog=example(
        "report -o patterns.html",
        "report --filter 'source:referral' --without-names",
        "report --proof --since november --until november -o proof.csv",
    )
)
@click.option("--proof", is_flag=True, help="Applications with their dates alone, for an employment office.")
@click.option("--since", metavar="DATE", help="The first day that counts, or the month or year.")
@click.option("--until", metavar="DATE", help="The last one.")
@click.option(
    "--filter",
    "query",
    metavar="QUERY",
    shell_complete=completes("query"),
    help="Only what fits, as in `list`; not for --proof.",
)
@click.option("--with-text", is_flag=True, help="The entries as well, word for word.")
@click.option("--without-names", is_flag=True, help="“company 1” in place of names of companies.")
@click.option(
    "--format",
    metavar="FORMAT",
    callback=values.one_of("format", FORMATS),
    shell_complete=words(*FORMATS),
    help="markdown, html, or csv for --proof; else by FILE.",
)
@click.option(
    "-o",
    "--output",
    "file",
    metavar="FILE",
    default="-",
    shell_complete=files,
    help="Where to; “-” is standard output.",
)
@click.option("--yes", is_flag=True, help="Replace FILE without asking.")
@as_json
@pass_session
def report(session: Session, /, **said: Any) -> None:
    """Your patterns as one page for somebody you trust, or proof of your search.

    The page has every answer of Patterns with its picture (HTML), its table and how it is worked out. It
    names companies, and holds causes and themes as you wrote them; none of your texts is in it unless you
    say --with-text. With --proof there is nothing about how you feel, only applications and their dates.
    """
    _check_ending(said)
    _check(said)
    query = _query(session, said)
    with session.workspace() as workspace:
        path = None if said["file"] == "-" else Path(said["file"])
        target = target_file(path, workspace.path, said["yes"]) if path else None
        if said["as_json"] and not target:
            _print_json(workspace, query, said)
            tell_of_plain(workspace)
            return
        with progress("Working it out", quiet=said["as_json"]) as going:
            text = _written(workspace, query, said, going)
    if target is None:
        print_text(text.removesuffix("\n"))
        tell_of_plain(workspace)
        return
    from bounceback_tui.files import write_privately  # noqa: PLC0415 - standard output needs none

    with progress("Writing", quiet=said["as_json"]) as going:
        go_on(going, 1.0)
        write_privately(target, text)
    tell_of_plain(workspace)
    if said["as_json"]:
        print_json({"file": str(target)})
    else:
        tell(f"It is in {target} now. Look through it before you hand it on.")


def _check(said: Mapping[str, Any]) -> None:
    """Raises UsageError for what does not go together."""
    if said["proof"]:
        for name in ("query", "with_text", "without_names"):
            if said[name]:
                option = "--filter" if name == "query" else f"--{name.replace('_', '-')}"
                raise click.UsageError(f"--proof holds applications and dates alone; leave {option} out.")
    elif _kind(said) == "csv":
        raise click.UsageError("Only --proof is written as CSV; there are markdown and html.")
    if said["with_text"] and said["without_names"]:
        raise click.UsageError("--with-text takes your words as they are, names and all; leave one out.")
    if said["as_json"] and said["file"] == "-" and (said["format"] or said["with_text"]):
        option = "--format" if said["format"] else "--with-text"
        raise click.UsageError(
            f"--json prints the figures alone; leave {option} out, or name a file with -o."
        )


def _check_ending(said: Mapping[str, Any]) -> None:
    """Raises UsageError where the end of the name promises what is not written."""
    from bounceback_tui.formats.report import ENDINGS  # noqa: PLC0415 - `--help` does without

    ending = Path(said["file"]).suffix
    if ending and not said["format"] and ending.casefold() not in ENDINGS:
        kinds = ".html, .md or .csv" if said["proof"] else ".html or .md"
        raise click.UsageError(
            f"{quoted(ending)} is no format of a report; end the name in {kinds}, or say --format."
        )


def _kind(said: Mapping[str, Any]) -> str:
    from bounceback_tui.formats.report import ENDINGS  # noqa: PLC0415 - `--help` does without

    return said["format"] or ENDINGS.get(Path(said["file"]).suffix.casefold(), "markdown")


def _query(session: Session, said: Mapping[str, Any]) -> Query:
    """What counts. Raises UsageError."""
    from bounceback_tui.domain.calendar_terms import short_date  # noqa: PLC0415 - as below
    from bounceback_tui.domain.query_values import Query  # noqa: PLC0415 - `--help` does without

    asked = session.query((said["query"],)) if said["query"] else Query()
    if asked.deleted:
        raise click.UsageError("What is in the trash does not count; leave is:deleted out.")
    first, last = _span(session, said["since"]), _span(session, said["until"])
    whole = asked & Query(since=first.first if first else None, until=last.last if last else None)
    if whole.since and whole.until and whole.since > whole.until:
        raise click.UsageError("The last day that counts is before the first; turn the two around.")
    if whole.since and whole.since > session.clock.now().local_date:
        raise click.UsageError(f"{short_date(whole.since)} has not begun yet; name an earlier first day.")
    return whole


def _span(session: Session, words: str | None) -> Span | None:
    """The days that were meant; a month or a year is all of it. Raises UsageError."""
    if not words:
        return None
    from bounceback_tui.cli.dates_said import understood  # noqa: PLC0415 - seldom named
    from bounceback_tui.domain.dates import understand_span  # noqa: PLC0415

    today = session.clock.now().local_date
    return understood(session, lambda order: understand_span(words, today, order))


def _written(workspace: Workspace, query: Query, said: Mapping[str, Any], going: Going) -> str:
    """The report as text. Raises Stopped."""
    kind = _kind(said)
    if said["proof"]:
        from bounceback_tui.formats.proof_text import proof_csv, proof_report  # noqa: PLC0415 - as below

        proof = workspace.reports.proof(query.since, query.until)
        if kind == "csv":
            return proof_csv(proof)
        report = proof_report(proof)
    else:
        text, hidden = said["with_text"], said["without_names"]
        gathered = workspace.reports.gather(
            query, with_text=text, without_names=hidden, going=part_of(going, 0.0, 0.5)
        )
        report = gathered.report(part_of(going, 0.5, 1.0))
    if kind == "html":
        from bounceback_tui.formats.report_html import report_html  # noqa: PLC0415 - one of the two is needed

        return report_html(report)
    from bounceback_tui.formats.report_markdown import report_markdown  # noqa: PLC0415 - as above

    return report_markdown(report)


def _print_json(workspace: Workspace, query: Query, said: Mapping[str, Any]) -> None:
    if said["proof"]:
        from bounceback_tui.formats.proof_text import proof_records  # noqa: PLC0415 - as above

        print_json_list(proof_records(workspace.reports.proof(query.since, query.until)))
        return
    hidden = said["without_names"]  # a filter may name a company in a way that nobody could know
    with progress("Working it out", quiet=True) as going:
        gathered = workspace.reports.gather(query, without_names=hidden, going=part_of(going, 0.0, 0.5))
        results = gathered.results(part_of(going, 0.5, 1.0))
    print_json(
        {
            "since": query.since.isoformat() if query.since else None,
            "until": query.until.isoformat() if query.until else None,
            "filter": None if hidden else said["query"] or None,
            "statistics": [result.as_json() for _, result in results],
        },
        indent=2,
    )


COMMANDS = (report,)
"""The commands of this file."""
