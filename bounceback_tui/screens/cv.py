"""Changes to the CV: a small list to tick, each with the feedback that it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from bounceback_tui.domain.calendar_terms import day_near
from bounceback_tui.domain.cv import CvChange, Gap
from bounceback_tui.domain.text import cut, one_line, quoted
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.dialog import Dialog
from bounceback_tui.screens.tool_window import ToolWindow, paragraph, row
from bounceback_tui.services.cv import CvChanges
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.field_label import labelled
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.pick import Pick
from bounceback_tui.widgets.plain_marks import tick

_COMPANY = 20
"""Characters of a company beside its change."""


class CvForm(Dialog):
    """What to change; the feedback that it comes from, if any."""

    FORM = "cv"

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """`target` is the change to edit; empty for a new one. Raises CannotDo where it is gone."""
        super().__init__(workspace, target)
        changes = workspace.tools.cv
        there = changes.find(self.target) if self.target else None
        self._change = there or CvChange("", "", workspace.clock.now())
        self._gaps = {_key(gap.episode_id, gap.words): gap for gap in changes.gaps()}
        if there and there.came_from:  # also where the remark was worded anew since
            own = Gap(
                there.episode_id or "", there.came_from, changes.companies().get(there.episode_id or "", "")
            )
            self._gaps.setdefault(_key(own.episode_id, own.words), own)

    @property
    def title_words(self) -> str:
        """What is asked."""
        return "What will you change in your CV?"

    @property
    def begun_with(self) -> Gap | None:
        """What a change comes from at first."""
        return self._gaps.get(_key(self._change.episode_id or "", self._change.came_from))

    def fields(self) -> ComposeResult:
        """The change, and where it comes from."""
        gap = self.begun_with
        text = self._change.text or (gap.words if gap else "")
        self._followed = gap.words if gap else ""
        yield from labelled("Change", Line(text, id="text", placeholder="name the two SQL projects …"))
        names = {key: _told(one) for key, one in self._gaps.items()}
        key = _key(gap.episode_id, gap.words) if gap else None
        yield Pick("From", names, key, none="no feedback", id="gap")

    def value(self) -> CvChange:
        """The change. Raises ValueError without words."""
        gap = self._gaps.get(self.query_one("#gap", Choice).value or "")
        return replace(
            self._change,
            text=self.needed("text", "A few words are enough, but it takes some."),
            came_from=gap.words if gap else "",
            episode_id=(gap.episode_id or None) if gap else None,
        )

    @on(Choice.Changed)
    def _follow(self, event: Choice.Changed) -> None:
        """Where nobody has written yet, the words of the feedback stand there to be made one's own."""
        line = self.query_one("#text", Line)
        gap = self._gaps.get(event.value or "")
        if gap and line.value.strip() in ("", self._followed.strip()):
            line.value = self._followed = one_line(gap.words)


class GapForm(CvForm):
    """The same, begun with the first gap that no change came from yet."""

    FORM = "cv-gap"

    @property
    def begun_with(self) -> Gap | None:
        """The first gap."""
        return next(iter(self._gaps.values()), None)


class CvWindow(ToolWindow[CvChange]):
    """Open ones first."""

    WHOLE = True
    HEADING = "Changes to your CV"
    EMPTY = "Nothing yet. a adds a change; f makes one of what feedback named."
    FORM = CvForm.FORM
    ALWAYS = (*ToolWindow.ALWAYS, "from_feedback")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "from_feedback", "from feedback", tooltip="Make a change of what feedback named"),
        Binding("space", "tick", "done", tooltip="Tick this change, or open it again"),
    ]

    @property
    def shelf(self) -> CvChanges:
        """The changes."""
        return self.workspace.tools.cv

    def things(self) -> list[CvChange]:
        """All of them, and who said what. Raises StorageError."""
        self._companies: Mapping[str, str] = self.shelf.companies()
        return self.shelf.every()

    def line(self, thing: CvChange, width: int) -> Content:
        """ "○ name the two SQL projects         from Acme"."""
        company = cut(self._company(thing), _COMPANY)
        return row(
            tick(thing.done_on is not None, self), thing.text, f"from {company}" if company else "", width
        )

    def more(self, thing: CvChange) -> list[Content]:
        """What was said, and when it was done."""
        gap = Gap("", thing.came_from, self._company(thing))
        done = f"Done on {day_near(thing.done_on, self.today)}." if thing.done_on else ""
        told = [paragraph(f"from {_told(gap)}")] if thing.came_from else []
        return told + ([Content.styled(done, "$foreground-muted")] if done else [])

    def action_from_feedback(self) -> None:
        """Begin with what feedback named."""
        gaps = attempt(self, self.shelf.gaps)
        if gaps:
            self.want_form(GapForm.FORM)
        elif gaps is not None:
            self.notify("No feedback has named a gap so far. a adds a change of your own.", markup=False)

    def action_tick(self) -> None:
        """Done, or open again."""
        if change := self.thing:
            words = "Open again" if change.done_on else "Done"
            self.do(
                lambda: self.shelf.set_done(change.id, not change.done_on),
                f"{words}: {quoted(change.text)}.",
            )

    def _company(self, change: CvChange) -> str:
        return self._companies.get(change.episode_id or "", "feedback") if change.came_from else ""


def _key(episode_id: str, words: str) -> str:
    return f"{episode_id} {words}"


def _told(gap: Gap) -> str:
    """ "Acme: “more depth in SQL”"."""
    return f"{one_line(gap.company) or 'feedback'}: “{one_line(gap.words)}”"
