"""Today: where somebody is, and what is next."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from bounceback_tui.domain.due import Due
from bounceback_tui.domain.strength import NotedStrength
from bounceback_tui.domain.text import cut
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.draft_offers import DraftOffers
from bounceback_tui.screens.episode_card import EpisodeCard
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.words import day_near, number, short_day, since_words
from bounceback_tui.services.today import Overview
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.due_list import DueLine, DueList
from bounceback_tui.widgets.mood_line import MoodLine
from bounceback_tui.widgets.palette import mood_mark
from bounceback_tui.widgets.safe import safe, safe_line

_SHOWN = 3
"""Open episodes that are shown; rejections are not piled up."""


class TodayPage(Page):
    """Only open episodes, the mood of the last 30 days, and what is coming up. Nothing that can break."""

    NAME = "Today"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "turn(1)", "further down", key_display="pgdn", tooltip="Further down"),
        Binding("pageup", "turn(-1)", show=False, tooltip="Further up"),
    ]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._cards: list[EpisodeCard] = []

    def compose(self) -> ComposeResult:
        """A column that scrolls, or two side by side where there is room."""
        with VerticalScroll(id="today-column", can_focus=False):
            yield DraftOffers(self.workspace)
            yield Static(id="today-headline", markup=False)
            yield Static(id="today-pinned", markup=False)
            with Container(id="today-body"):
                with Vertical(id="today-left"):
                    yield Widget(id="today-cards")
                    yield Static(id="today-more", markup=False)
                with Vertical(id="today-right"):
                    yield MoodLine()
                    yield DueList()
                    yield Static(id="today-lately", markup=False)

    def read(self) -> None:
        """Read where somebody is; the usual figures follow once the page stands."""
        found = attempt(self, self.workspace.today.overview)
        if found is None:
            return
        self.query_one(DraftOffers).read()
        self._show(found)
        self.call_after_refresh(self._show_usual)
        self.call_after_refresh(self.refresh_bindings)  # only then it is known whether all fits

    def on_resize(self) -> None:
        """Less or more may fit now."""
        self.call_after_refresh(self.refresh_bindings)

    def take_focus(self) -> None:
        """To the draft that waits, else to the latest open episode."""
        offer = self.query_one(DraftOffers)
        if offer.waiting:
            offer.focus()
        elif self._cards:
            self._cards[0].focus()  # those of the last reading may still be on their way out

    def action_turn(self, pages: int) -> None:
        """Scroll; the cards take the arrows."""
        column = self.query_one("#today-column")
        column.scroll_relative(y=pages * column.size.height, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something further down only where the page is longer than the screen."""
        if action == "turn" and self.is_mounted:
            return self.query_one("#today-column").max_scroll_y > 0
        return True

    @on(EpisodeCard.Opened)
    def _open(self, event: EpisodeCard.Opened) -> None:
        self.post_message(self.Goto(self, "Recover", event.episode_id))

    @on(DueList.Opened)
    def _open_due(self, event: DueList.Opened) -> None:
        due = event.due
        if due.tool:
            self.post_message(self.ToolWanted(self, due.tool, due.subject))
        else:
            self.post_message(self.Goto(self, "Recover", due.subject))

    def _show(self, found: Overview) -> None:
        self.query_one("#today-headline", Static).update(self._headline(found))
        pinned = self.query_one("#today-pinned", Static)
        pinned.display = found.pinned is not None
        pinned.update(_pinned(found.pinned) if found.pinned else "")
        column = self.query_one("#today-cards")
        focused = [card.card.episode.id for card in column.query(EpisodeCard) if card.has_focus]
        column.remove_children()
        cards = [EpisodeCard(card, full=not place) for place, card in enumerate(found.cards[:_SHOWN])]
        column.mount(*cards)
        self._cards = cards
        for card in cards:
            if card.card.episode.id in focused:
                card.focus()
        more = len(found.cards) - len(cards)
        self.query_one("#today-more", Static).display = more > 0
        self.query_one("#today-more", Static).update(f"  and {number(more)} more open: 3 shows them all")
        mood = self.query_one(MoodLine)
        mood.display = any(value is not None for value in found.moods)
        mood.moods = found.moods
        self.query_one(DueList).show(_due_lines(found), found.today)
        self.query_one("#today-lately", Static).update(_lately(found))

    def _headline(self, found: Overview) -> Content:
        if found.cards:
            words = since_words(found.cards[0].episode, found.cards[0].days)
            if found.rest:
                words += " You are resting; nothing is due."
            return safe(words, "bold")
        lived = found.lately or any(value is not None for value in found.moods)
        if lived or self.workspace.applications.every():
            return safe("Nothing open. However today is, there is room for it here.", "bold")
        return Content.assemble(
            ("A quiet place for a hard moment.\n\n", "bold"),
            "n  tells what happened: a no, a silence, a yes\n",
            "m  asks how it is now: two digits\n",
            "w  is a blank page\n\n",
            ("Your journal is a file on this computer; nothing is sent anywhere.\n", "$foreground-muted"),
            safe(str(self.workspace.path), "$foreground-muted"),
        )

    def _show_usual(self) -> None:
        """What takes the whole journal to work out; by now the page can be read already."""
        patterns = self.workspace.patterns
        self.query_one(MoodLine).usual = attempt(self, patterns.usual_mood)
        days = attempt(self, patterns.usual_days)
        if days is not None:
            for card in self._cards:
                card.usual = f"usually about {days:g}"
                card.refresh(layout=True)


def _pinned(strength: NotedStrength) -> Content:
    """ "Acme said: you stayed calm"."""
    said = f"{cut(strength.said_by, 40)} said" if strength.said_by else "You wrote"
    return safe(f"{said}: {cut(strength.text, 160)}", "$foreground-muted")


def _lately(found: Overview) -> Content:
    lines = [Content.styled("Lately", "$foreground-muted")] if found.lately else []
    for item in found.lately:
        day = f"{day_near(item.entry.written_at.local_date, found.today):<12}"
        lines.append(
            Content.assemble(
                "  ", (day, "$text-accent"), mood_mark(item.mood), "  ", safe_line(item.entry.title)
            )
        )
    return Content("\n").join(lines)


def _due_lines(found: Overview) -> tuple[DueLine, ...]:
    return tuple(DueLine(due, _when(due, found.today)) for due in found.due)


def _when(due: Due, today: date) -> str:
    """ "today 09:00" or "Wed 25 Nov"."""
    day = "today" if due.day == today else short_day(due.day)
    return f"{day} {due.time:%H:%M}" if due.time else day
