"""A report as one page for a browser: nothing to load, no script, and no word of a journal is markup."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from bounceback_tui.domain.table import Row, Table
from bounceback_tui.formats.report import Chapter, Part, Passage, Report, line, lines
from bounceback_tui.formats.svg import DARK, DARK_PAPER, LIGHT, PAPER

_SHORT = 14
"""Characters of a cell that is never broken into lines."""


def report_html(report: Report) -> str:
    """The whole page."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    title = _text(report.title)
    yield from (
        "<!doctype html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        # whatever got in here could load nothing and run nothing
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">",
        f"<title>{title}</title>",
        f"<style>\n{_style()}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{title}</h1>",
        *(f"<p>{_text(paragraph)}</p>" for paragraph in report.about),
    )
    for chapter in report.chapters:
        yield from _chapter(chapter)
    if report.passages:
        yield from ("<section>", "<h2>From the journal</h2>")
        for passage in report.passages:
            yield from _passage(passage)
        yield "</section>"
    yield from ("</main>", "</body>", "</html>")


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield from ("<section>", f"<h2>{_text(chapter.title)}</h2>")
    for part in chapter.parts:
        yield "<article>"
        yield from _part(part, chapter)
        yield "</article>"
    yield "</section>"


def _part(part: Part, chapter: Chapter) -> Iterator[str]:
    if part.title:
        yield f"<h3>{_text(part.title)}</h3>"
    if part.sentence:
        yield f'<p class="finding">{_text(part.sentence)}</p>'
    if part.cases:
        yield f'<p class="quiet">{_text(part.cases)}</p>'
    if part.picture:
        yield f"<figure>{part.picture}</figure>"
    if part.table.rows:
        yield from _table(part.table, part.title or chapter.title)
        if part.table.foot:
            yield f'<p class="quiet">{_text(part.table.foot)}</p>'
    if part.how:
        yield f'<p class="quiet"><b>How it is worked out.</b> {_text(part.how)}</p>'


def _table(table: Table, title: str) -> Iterator[str]:
    # one that is too wide for a phone is moved along by itself, by keys as well
    yield f'<div class="wide" role="region" tabindex="0" aria-label="{_text(title)}: table"><table>'
    yield f"<caption>{_text(title)}</caption>"
    heads = [f'<th scope="col"{_classes(one.right)}>{_text(one.words)}</th>' for one in table.headings]
    yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        yield _row(row, table)
    yield "</tbody></table></div>"


def _row(row: Row, table: Table) -> str:
    first, *others = (
        (_classes(heading.right, len(cell) <= _SHORT), _text(cell))
        for cell, heading in zip(row, table.headings, strict=True)
    )
    cells = [
        f'<th scope="row"{first[0]}>{first[1]}</th>',
        *(f"<td{kind}>{text}</td>" for kind, text in others),
    ]
    return f"<tr>{''.join(cells)}</tr>"


def _classes(right: bool, short: bool = False) -> str:
    """Figures stand at the right, and what is short, such as a date, in one piece."""
    names = ["right"] * right + ["short"] * short
    return f' class="{" ".join(names)}"' if names else ""


def _passage(passage: Passage) -> Iterator[str]:
    words = escape("\n".join(lines(passage.text)))
    yield f'<article><h3>{_text(passage.title)}</h3><p class="words">{words}</p></article>'


def _text(text: str) -> str:
    return escape(line(text))


def _style() -> str:
    return f"""{_colours(LIGHT, PAPER)}
@media (prefers-color-scheme: dark) {{ @media screen {{
{_colours(DARK, DARK_PAPER)}
}} }}
* {{ box-sizing: border-box; }}
body {{ margin: 0; font: 1rem/1.55 system-ui, sans-serif; }}
main {{ max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }}
h1 {{ line-height: 1.2; }}
h2 {{ margin: 3rem 0 0; padding-top: 1rem; border-top: 2px solid; line-height: 1.25; }}
h3 {{ margin: 2rem 0 0.5rem; }}
.finding {{ font-weight: 600; }}
.quiet {{ font-size: 0.9rem; }}
figure {{ margin: 1rem 0; max-width: 36rem; }}
svg {{ display: block; width: 100%; height: auto; }}
.wide {{ overflow-x: auto; margin: 1rem 0; }}
table {{ border-collapse: collapse; font-size: 0.95rem; overflow-wrap: normal; }}
caption {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
th, td {{ padding: 0.3rem 1rem 0.3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid; }}
tbody th {{ font-weight: 400; }}
.right {{ text-align: right; font-variant-numeric: tabular-nums; }}
.short {{ white-space: nowrap; }}
.words {{ white-space: pre-wrap; margin-left: 1rem; }}
@media print {{
  main {{ max-width: none; padding: 0; }}
  figure, tr {{ break-inside: avoid; }}
  h2, h3, .finding {{ break-after: avoid; }}
  .wide {{ overflow: visible; }}
}}
"""


def _colours(colours: Mapping[str, str], paper: str) -> str:
    shapes = [
        f".f-{role} {{ fill: {colour}; }} .s-{role} {{ stroke: {colour}; }}"
        for role, colour in colours.items()
    ]
    own = [
        f"body {{ color: {colours['ink']}; background: {paper}; }}",
        f".quiet {{ color: {colours['quiet']}; }}",
        f"th, td, h2 {{ border-color: {colours['rule']}; }}",
    ]
    return "\n".join([*own, *shapes])
