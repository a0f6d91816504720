"""A report as Markdown: plain paragraphs and tables, in which no word of a journal is markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bounceback_tui.domain.table import Row, Table
from bounceback_tui.formats.report import Part, Passage, Report, line, lines

_MARKUP = re.compile(r"[\\`*_\[\]<>|&~$]")
_BEGINNING = re.compile(r"^(\s*)(?:(#{1,6}|[+-])(?=\s|$)|([-=]+)(?=\s*$)|(\d+)([.)])(?=\s|$))")
"""What would begin a heading, a list or a rule, or make a heading of the line before."""


def report_markdown(report: Report) -> str:
    """The whole report."""
    return "\n".join(_lines(report)) + "\n"


def escaped(text: str) -> str:
    """A line of text that shows as it is wherever Markdown is shown."""
    return _BEGINNING.sub(_stopped, _MARKUP.sub(r"\\\g<0>", text))


def _stopped(match: re.Match[str]) -> str:
    before, mark, rule, number, point = match.groups()
    return f"{before}{number}\\{point}" if number else f"{before}\\{mark or rule}"


def _lines(report: Report) -> Iterator[str]:
    yield f"# {escaped(line(report.title))}"
    for paragraph in report.about:
        yield from ("", escaped(line(paragraph)))
    for chapter in report.chapters:
        yield from ("", f"## {escaped(line(chapter.title))}")
        for part in chapter.parts:
            yield from _part(part)
    if report.passages:
        yield from ("", "## From the journal")
        for passage in report.passages:
            yield from _passage(passage)


def _part(part: Part) -> Iterator[str]:
    if part.title:
        yield from ("", f"### {escaped(line(part.title))}")
    if part.sentence:
        yield from ("", f"**{escaped(line(part.sentence))}**")
    if part.cases:
        yield from ("", escaped(line(part.cases)))
    if part.table.rows:
        yield ""
        yield from _table(part.table)
        if part.table.foot:
            yield from ("", escaped(line(part.table.foot)))
    if part.how:
        yield from ("", f"*How it is worked out:* {escaped(line(part.how))}")


def _table(table: Table) -> Iterator[str]:
    yield _row(tuple(heading.words for heading in table.headings))
    yield "|" + "|".join("---:" if heading.right else "---" for heading in table.headings) + "|"
    yield from map(_row, table.rows)


def _row(cells: Row) -> str:
    return "| " + " | ".join(escaped(line(cell)) for cell in cells) + " |"


def _passage(passage: Passage) -> Iterator[str]:
    """The words as they were written, line by line, set apart from ours."""
    yield from ("", f"### {escaped(line(passage.title))}", "")
    words = lines(passage.text)
    for one, after in zip(words, [*words[1:], ""], strict=True):
        indented = "\u00a0" * (len(one) - len(one.lstrip(" "))) + escaped(one.strip())
        yield f"> {indented}{chr(92) * bool(one.strip() and after.strip())}".rstrip()
