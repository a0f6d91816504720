"""A report as Markdown and as a page: in order, for anybody to read, and nothing written becomes markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from test_svg import HOSTILE

from bounceback_tui.domain.table import Heading, Table
from bounceback_tui.formats.report import Chapter, Part, Passage, Report, line
from bounceback_tui.formats.report_html import report_html
from bounceback_tui.formats.report_markdown import escaped, report_markdown

EMPTY = {"meta", "path", "circle", "br"}
"""Elements without an end of their own."""


class Page(HTMLParser):
    """What a reader makes of a page. Raises AssertionError where it is not whole."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said += data

    def names(self) -> list[str]:
        return [tag for tag, _ in self.tags]


def report(words: str = "words") -> Report:
    table = Table((Heading(words), Heading("n", right=True)), ((words, "3"), ("two", words)), words)
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>'
    part = Part(words, words, svg, table, "Cases: n = 3.", words)
    return Report(
        words, (words,), (Chapter(words, (part, part)), Chapter(words, (part,))), (Passage(words, words),)
    )


def test_the_page_has_its_parts_in_order() -> None:
    page = Page(report_html(report()))
    names = page.names()
    assert names.count("main") == names.count("h1") == 1
    levels = [int(name[1]) for name in names if re.fullmatch("h[1-6]", name)]
    assert levels == [1, 2, 3, 3, 2, 3, 2, 3]
    assert dict(page.tags)["html"] == {"lang": "en-GB"}
    heads = [attributes.get("scope") for tag, attributes in page.tags if tag == "th"]
    assert heads == ["col", "col", "row", "row"] * 3
    assert names.count("caption") == names.count("table") == 3


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    text = report_html(report())
    page = Page(text)
    assert not {"script", "link", "img", "iframe", "a", "base"} & set(page.names())
    assert not {name for _, attributes in page.tags for name in attributes} & {
        "src",
        "href",
        "onload",
        "style",
    }
    assert "@import" not in text
    assert "url(" not in text
    assert "default-src &#x27;none&#x27;" in text or "default-src 'none'" in text


def test_the_page_looks_right_in_the_dark_on_paper_and_on_a_phone() -> None:
    text = report_html(report())
    for words in ("prefers-color-scheme: dark", "@media print", "width=device-width", "overflow-x: auto"):
        assert words in text


def test_hostile_words_are_words_in_the_page() -> None:
    calm, page = Page(report_html(report())), Page(report_html(report(HOSTILE)))
    assert page.names() == calm.names()
    assert "</svg><script>alert(1)</script> ]]> <!-- &" in page.said
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff\u202e]", report_html(report(HOSTILE)))


def test_hostile_words_are_words_in_markdown() -> None:
    calm, shown = (
        MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(report_markdown(report(words)))
        for words in ("words", HOSTILE)
    )
    tags = [re.findall("<(/?[a-z0-9]+)", text) for text in (calm, shown)]
    assert tags[0] == tags[1]
    assert "&lt;/svg&gt;&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &lt;!-- &amp;" in shown


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_line_reads_in_markdown_as_it_was_written(text: str) -> None:
    shown = Page(MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(escaped(line(text))))
    assert set(shown.names()) <= {"p"}
    assert shown.said.strip() == line(text)


@pytest.mark.parametrize(
    "said",
    [
        "# a",
        "- a",
        "+ a",
        "1. a",
        "2) a",
        "---",
        "===",
        "a|b",
        "*a*",
        "<b>",
        "[a](b)",
        "`a`",
        "&amp;",
        "~~a~~",
    ],
)
def test_what_markdown_would_take_for_markup_is_stopped(said: str) -> None:
    shown = Page(MarkdownIt("gfm-like", {"linkify": False}).render(f"before\n{escaped(said)}"))
    assert shown.names() == ["p"]
    assert shown.said.strip() == f"before\n{said}"


def test_a_bar_in_a_cell_makes_no_other_cell() -> None:
    table = Table((Heading("a"), Heading("b")), (("one|two", "three"),))
    whole = Report("t", (), (Chapter("c", (Part("p", table=table),)),))
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(report_markdown(whole))
    assert "<td>one|two</td>\n<td>three</td>" in shown


def test_figures_are_not_stopped() -> None:
    assert [escaped(one) for one in ("5.5", "+0.5", "2–7", "3 of 12")] == ["5.5", "+0.5", "2–7", "3 of 12"]


def test_a_text_keeps_its_lines() -> None:
    text = "First line\n# no heading\n\n  - no list\n> no quote"
    page = Report("t", (), (), (Passage("20 Nov 2026", text),))
    assert "First line\n# no heading\n\n  - no list\n&gt; no quote" in report_html(page)
    shown = Page(MarkdownIt("gfm-like", {"linkify": False}).render(report_markdown(page)))
    assert shown.names() == ["h1", "h2", "h3", "blockquote", "p", "br", "p", "br"]
    assert [one.strip("\xa0") for one in shown.said.split("\n") if one.strip()][-4:] == [
        "First line",
        "# no heading",
        "- no list",
        "> no quote",
    ]


def test_what_is_not_there_leaves_no_trace() -> None:
    bare = Report("t", (), (Chapter("c", (Part("p", "Too few to say yet."),)),))
    names = Page(report_html(bare)).names()
    assert not {"figure", "table", "svg"} & set(names)
    assert "|" not in report_markdown(bare)
    assert "From the journal" not in report_html(bare) + report_markdown(bare)
