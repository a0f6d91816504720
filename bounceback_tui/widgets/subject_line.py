"""What a page is about at present, and which of how many that is."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.widgets.fitted import InLines
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.safe import safe_line

_BACK, _ON = "< ", " >"


class Subject(Frozen):
    """One of some things that a page can be about."""

    title: str
    since: str = ""
    """How long ago, in words."""
    place: int = 1
    """Counted from 1."""
    count: int = 1
    """Of how many."""
    state: str = ""
    """Such as "closed"."""


class SubjectLine(InLines, Widget):
    """ "Acme · Data engineer · final round — four days ago    < 2 of 5 >  closed"; two lines where short."""

    DEFAULT_CSS = """
    SubjectLine { height: auto; text-wrap: nowrap; text-overflow: clip; }
    """

    ALLOW_SELECT = False

    subject: reactive[Subject | None] = reactive(None, layout=True)
    """What is shown; None for nothing."""

    class Turned(WidgetMessage):
        """One of the signs beside the count was clicked."""

        step: int
        """-1 for the one before, 1 for the one after."""

    def on_click(self, event: events.Click) -> None:
        """Turn to another by the signs around the count."""
        offset = event.get_content_offset(self)
        lines = self.lines_at(self.content_size.width)
        if offset is None or self.subject is None or self.subject.count < 2 or offset.y != len(lines) - 1:
            return
        plain = lines[-1].plain
        middle = f"{self.subject.place} of {self.subject.count}"
        start = lines[-1][: plain.rindex(_BACK + middle)].cell_length
        end = start + len(_BACK + middle)
        if start <= offset.x < start + len(_BACK):
            self.post_message(self.Turned(self, -1))
        elif end <= offset.x < end + len(_ON):
            self.post_message(self.Turned(self, 1))

    def lines_at(self, width: int) -> list[Content]:
        """One line, or two where one is too short."""
        subject = self.subject
        if subject is None:
            return [Content("")]
        which = self._which(subject)
        since = Content.assemble(" — ", safe_line(subject.since)) if subject.since else Content("")
        title = safe_line(subject.title, style="bold")
        room = width - title.cell_length - since.cell_length - which.cell_length
        if not which.plain or room >= 2:
            about = safe_line(subject.title, width - since.cell_length, "bold") + since
            return [about + Content(" " * max(room, 0)) + which]
        return [safe_line(subject.title, width - since.cell_length, "bold") + since, which]

    def _which(self, subject: Subject) -> Content:
        pieces = []
        if subject.count > 1:
            pieces.append(
                Content.assemble(
                    (_BACK, "bold $text-accent"),
                    f"{subject.place} of {subject.count}",
                    (_ON, "bold $text-accent"),
                )
            )
        if subject.state:
            pieces.append(Content.styled(subject.state, "$foreground-muted"))
        return Content("  ").join(pieces)
