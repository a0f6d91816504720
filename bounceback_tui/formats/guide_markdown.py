"""Reads a guide from Markdown, checks a person's own, and prints its outline.

The shape, as in `assets/guide.md`:

- an optional front matter between two lines of "---" with `title:` and `credit:`, each on one line;
  without a title there, a "# heading" at the top gives it;
- the opening: everything before the first section;
- a section: "## Title", if wanted with "{#id}" at its end, then paragraphs, and steps
  "- [ ] Text {#id}" or "- [ ] Text {#id tool=name}"; a step is one paragraph with an id that never changes;
- the close, if wanted: everything after a line of "---" that follows the last step.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bounceback_tui.domain.fingerprint import fingerprint
from bounceback_tui.domain.guide import (
    MAX_LENGTH,
    MAX_STEPS,
    Guide,
    GuideError,
    Problem,
    Section,
    Step,
    suggested_id,
    unreadable,
)
from bounceback_tui.domain.text import one_line, plural, quoted
from bounceback_tui.formats.cards import split_braces

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

MAX_PROBLEMS = 100
"""Problems told one by one; of the rest only the number."""

_BOX = re.compile(r"\[([ xX]?)\](\s+|$)")
_FRONT = re.compile(r"(title|credit)[ \t]*:[ \t]*(.*)")


def parse_guide(text: str) -> Guide:
    """The guide that `text` holds. For any text at all: raises GuideError with every problem, or nothing."""
    if problem := unreadable(text):
        raise GuideError((problem,))
    reading = _Reading(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    guide = reading.guide(fingerprint(text.encode()))
    found = sorted(reading.problems)
    if len(found) > MAX_PROBLEMS:
        more = plural(len(found) - MAX_PROBLEMS, "more problem")
        found[MAX_PROBLEMS:] = [Problem(found[MAX_PROBLEMS].line, f"and {more} from here on")]
    if found:
        raise GuideError(tuple(found))
    return guide


def outline(guide: Guide) -> list[str]:
    """A guide in plain lines that are safe to print: title, credit, counts, each section and its steps."""
    counts = f"{plural(len(guide.sections), 'section')}, {plural(len(guide.steps), 'step')}"
    lines = [line for line in (one_line(guide.title), one_line(guide.credit), counts) if line]
    width = max((len(step.id) for step in guide.steps), default=0)
    for section in guide.sections:
        lines += ["", one_line(section.title)]
        for step in section.steps:
            tool = f"  (tool: {step.tool})" if step.tool else ""
            lines.append(f"  {one_line(step.id):<{width}}  {one_line(step.text)}{tool}")
    return lines


@dataclass
class _Part:
    """A section while it is being read; `start` and `end` are the lines of its heading, from 0."""

    start: int
    end: int
    title: str
    id: str
    underlined: bool
    steps: list[Step] = field(default_factory=list)
    lists: set[int] = field(default_factory=set)
    """The lines that are taken up by lists of steps."""


class _Reading:
    """One reading of one text: walks its blocks, and gathers sections and problems."""

    def __init__(self, text: str) -> None:
        # Imported here so that a start-up which has its guide in the database does without.
        from markdown_it import MarkdownIt, tree  # noqa: PLC0415 - see above
        from mdit_py_plugins.front_matter import front_matter_plugin  # noqa: PLC0415 - see above

        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self.title = self.credit = ""
        self.opening_from = 0
        self.parts: list[_Part] = []
        self.step_lines: dict[str, int] = {}
        self.nameless: list[tuple[int, str]] = []
        self.count = 0
        self.close: int | None = None
        """The line of dashes after which the close begins."""
        # Only steps and titles need their inline part, and a hostile one is slow: see _plain.
        self.parser = MarkdownIt("commonmark", {"html": False}).use(front_matter_plugin).disable("inline")
        for block in tree.SyntaxTreeNode(self.parser.parse(text)).children:
            self._block(block)
        self._check()

    def guide(self, digest: str) -> Guide:
        """What was read; it is whole only if there are no problems."""
        end = len(self.lines) if self.close is None else self.close
        starts = [*(part.start for part in self.parts), end]
        sections = tuple(
            Section(part.id, part.title, self._source(part.end, until, part.lists), tuple(part.steps))
            for part, until in zip(self.parts, starts[1:], strict=True)
        )
        opening, closing = self._source(self.opening_from, starts[0]), self._source(end + 1, len(self.lines))
        return Guide(self.title or "A guide of your own", self.credit, opening, sections, closing, digest)

    def _source(self, start: int, end: int, without: Collection[int] = ()) -> str:
        """The lines from `start` up to `end` as they were written, but for the lines `without`."""
        kept = "\n".join(self.lines[number] for number in range(start, end) if number not in without)
        return re.sub(r"\n{3,}", "\n\n", kept).strip("\n")

    def _problem(self, line: int, sentence: str) -> None:
        self.problems.append(Problem(line + 1, sentence))

    def _check(self) -> None:
        """Tells the problems that show only at the end."""
        if not self.parts:
            self._problem(0, "there is no section; one starts with a line such as “## Learn from it”")
        ids: dict[str, int] = {}
        for part in self.parts:
            if not part.steps:
                hint = "; it is a heading because the dashes below touch it" if part.underlined else ""
                self._problem(part.start, f"section {quoted(part.title)} has no step{hint}")
            if ids.setdefault(part.id, part.start) != part.start:
                self._problem(part.start, f"line {ids[part.id] + 1} has the same name; give this one another")
        taken = set(self.step_lines)
        for line, text in self.nameless:
            suggestion = suggested_id(text, taken)
            taken.add(suggestion)
            self._problem(line, f"ticks are kept under a step's id; end this one with {{#{suggestion}}}")

    def _block(self, block: SyntaxTreeNode) -> None:
        """Takes one block of the topmost level."""
        start, end = block.map or (0, 0)
        if block.type == "front_matter":
            self._front_matter(block.content, start + 1)
            self.opening_from = end
        elif block.type == "heading" and block.tag == "h2":
            self._section(block, start, end)
        elif block.type == "heading" and block.tag == "h1" and not self.parts:
            if not self._source(self.opening_from, start):
                self.opening_from = end
                self.title = self.title or self._plain(block.children[0].content, start, "title")
        elif block.type == "hr" and self.close is None:
            self.close = start
        elif block.type in ("bullet_list", "ordered_list"):
            self._list(block, start, end)
        elif block.type == "code_block" and re.search(r"^\s*[-*+] \[", block.content, re.MULTILINE):
            self._problem(start, "this is indented too far to be a step; begin it at the left")

    def _front_matter(self, content: str, start: int) -> None:
        """Takes `title:` and `credit:`; other lines belong to somebody else's program."""
        for number, line in enumerate(content.split("\n"), start):
            match = _FRONT.fullmatch(line.rstrip())
            if match is None:
                continue
            name, value = match[1], match[2].strip()
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1]
            if not value.strip("|>+-"):
                self._problem(number, f"the {name} stands on the same line as “{name}:”")
            setattr(self, name, self._fitting(value, number, name))

    def _section(self, block: SyntaxTreeNode, start: int, end: int) -> None:
        words, said = self._split(block.children[0].content, start)
        title = self._plain(words, start, "title")
        if not title:
            self._problem(start, "this section has no title")
        if "tool" in said:
            self._problem(start, "a section opens no tool; name it at a step")
        part_id = said.get("id") or suggested_id(title, otherwise=f"section-{len(self.parts) + 1}")
        self.parts.append(_Part(start, end, title, part_id, block.markup == "-"))

    def _list(self, block: SyntaxTreeNode, start: int, end: int) -> None:
        """Takes a list of steps; a list without boxes or ids is part of the text."""
        inlines = [node.content for node in block.walk() if node.type == "inline"]
        if not any(_BOX.match(words) or "id" in split_braces(words)[1] for words in inlines):
            return
        self.close = None
        if not self.parts:
            self._problem(start, "this step stands before the first section; a section starts with “## ”")
            return
        self.parts[-1].lists.update(range(start, end))
        for item in block.children:
            self.count += 1
            if self.count <= MAX_STEPS:
                self._step(item, (item.map or (start,))[0])
            elif self.count == MAX_STEPS + 1:
                self._problem((item.map or (start,))[0], f"a guide has at most {MAX_STEPS} steps")

    def _step(self, item: SyntaxTreeNode, line: int) -> None:
        first = next((node.content for node in item.walk() if node.type == "inline"), "")
        content = first if item.children and item.children[0].type == "paragraph" else ""
        box = _BOX.match(content)
        if any(child.type.endswith("_list") for child in item.children):
            self._problem(line, "a step holds no list of its own; begin each step at the left")
        elif len(item.children) > 1:
            self._problem(line, "a step is a single paragraph")
        if box is None:
            self._problem(line, "a step starts with “- [ ] ” and then its words")
        elif box[1] in ("x", "X"):
            self._problem(line, "this step is ticked; the boxes of a guide are empty: “- [ ] ”")
        words, said = self._split(content.removeprefix(box[0] if box else ""), line)
        text = self._plain(words, line, "step")
        step_id = said.get("id", "")
        if not text and box:
            self._problem(line, "this step has no words")
        elif text and "id" not in said:
            self.nameless.append((line, text))
        if step_id and self.step_lines.setdefault(step_id, line) != line:
            self._problem(line, f"the id “{step_id}” is taken by line {self.step_lines[step_id] + 1}")
        self.parts[-1].steps.append(Step(step_id, text, said.get("tool", "")))

    def _split(self, content: str, line: int) -> tuple[str, dict[str, str]]:
        """The words of a step or title and what the braces at its end say; tells what is wrong there."""
        words, said, wrong = split_braces(content)
        self.problems += (Problem(line + 1, sentence) for sentence in wrong)
        return words, said

    def _plain(self, markdown: str, line: int, what: str) -> str:
        """Inline Markdown as plain words on one line; the address of a link follows it in brackets."""
        tokens: list[Token] = []
        # Cut first: some runs of brackets take the parser a time that grows with their square.
        self.parser.inline.parse(self._fitting(markdown, line, what), self.parser, {}, tokens)
        words, links = "", []
        for token in tokens:
            if token.type == "link_open":
                links.append((str(token.attrGet("href")), len(words)))
            elif token.type == "link_close":
                address, start = links.pop()
                words += "" if words[start:] in address else f" ({address})"
            else:
                words += token.content
        return one_line(words)

    def _fitting(self, text: str, line: int, what: str) -> str:
        """`text` on one line, cut and told of where it is too long."""
        text = one_line(text)
        if len(text) > MAX_LENGTH:
            self._problem(line, f"this {what} has {len(text)} characters; {MAX_LENGTH} is the most")
        return text[:MAX_LENGTH]
