"""Today: where somebody is, and what is next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from bounceback_tui.domain.text import plural
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.registry import FORMS, STEP_FORMS
from bounceback_tui.screens.words import number, of_episode, short_day, since_words
from bounceback_tui.services.drafts import Draft
from bounceback_tui.services.today import Card, Overview
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.mood_line import MoodLine
from bounceback_tui.widgets.mood_picker import FOCUS_MARK
from bounceback_tui.widgets.palette import mood_mark
from bounceback_tui.widgets.progress_bar import bar
from bounceback_tui.widgets.safe import safe, safe_line

_SHOWN = 3
"""Open episodes that are shown; rejections are not piled up."""

_BAR = 8
_LONGEST_TITLE = 32
_BETWEEN = 4
_NEXT = "Next  "
_FORM_WORDS = {form.name: form.words for form in FORMS} | STEP_FORMS


class EpisodeCard(Widget, can_focus=True):
    """An open episode at a glance; enter opens it."""

    DEFAULT_CSS = """
    EpisodeCard { height: auto; }
    EpisodeCard:focus { background-tint: $foreground 4%; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "go on"),
        Binding("up,k", "app.focus_previous", "up", show=False),
        Binding("down,j", "app.focus_next", "down", show=False),
    ]

    @dataclass
    class Opened(WidgetMessage):
        """Somebody wants to go on with it."""

        episode_id: str
        """Its key."""

    def __init__(self, card: Card, full: bool) -> None:
        """`full` shows how far each section got."""
        super().__init__()
        self.card = card
        """What is shown."""
        self._full = full
        self.usual: str = ""
        """How long it usually takes this person, in words; filled in once that is worked out."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines that the card takes at this width."""
        return self._draw(width).plain.count("\n") + 1

    def render(self) -> Content:
        """The card for the present width."""
        return self._draw(self.content_size.width)

    def action_open(self) -> None:
        """Go on with this episode."""
        self.post_message(self.Opened(self, self.card.episode.id))

    def on_click(self) -> None:
        """The same by mouse."""
        self.action_open()

    def _draw(self, width: int) -> Content:
        mark = FOCUS_MARK if self.has_focus else " " * len(FOCUS_MARK)
        inner = width - len(FOCUS_MARK)
        lines = [*self._head(inner), *(self._bars(inner) if self._full else ())]
        lines += self._next(inner)
        return Content("\n").join(
            Content.assemble((mark if place == 0 else " " * len(FOCUS_MARK), "$accent"), line)
            for place, line in enumerate(lines)
        )

    def _head(self, width: int) -> list[Content]:
        """What it is about, and the forecast beside it, or below where there is no room."""
        about = safe_line(of_episode(self.card.episode), width, "bold")
        forecast = self.card.episode.forecast
        told = f"you expected {plural(forecast, 'day')}" if forecast is not None else ""
        side = safe_line("; ".join(part for part in (told, self.usual) if part), width, "$foreground-muted")
        room = width - about.cell_length - side.cell_length
        if not side.plain:
            return [about]
        if room >= 2:
            return [Content.assemble(about, " " * room, side)]
        return [about, side]

    def _next(self, width: int) -> list[Content]:
        """The next step, in as many lines as it needs; in a short card one must do."""
        step = self.card.next_step
        if step is None:
            return [Content.styled("Every step is done or set aside. Well done.", "$text-accent")]
        room = max(width - len(_NEXT), 10)
        words = safe_line(step.text, style="bold")
        rows = words.wrap(room) if self._full else [words.truncate(room, ellipsis=True)]
        heads = [Content.styled(_NEXT, "$text-accent"), *[Content(" " * len(_NEXT))] * (len(rows) - 1)]
        return [Content.assemble(head, row) for head, row in zip(heads, rows, strict=True)]

    def _bars(self, width: int) -> list[Content]:
        names = [safe_line(title, _LONGEST_TITLE) for title, _ in self.card.sections]
        longest = max((name.cell_length for name in names), default=0)
        cells = [
            Content.assemble(name.pad_right(longest + 1 - name.cell_length), bar(one.done, one.counted, _BAR))
            for name, (_, one) in zip(names, self.card.sections, strict=True)
        ]
        column = max((cell.cell_length for cell in cells), default=0) + _BETWEEN
        columns = max(1, min((width + _BETWEEN) // column, 4))
        return [
            Content("").join(cell.pad_right(column - cell.cell_length) for cell in cells[at : at + columns])
            for at in range(0, len(cells), columns)
        ]


class TodayPage(Page):
    """Only open episodes, the mood of the last 30 days, and what is coming up. Nothing that can break."""

    NAME = "Today"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "turn(1)", show=False, tooltip="Further down"),
        Binding("pageup", "turn(-1)", show=False, tooltip="Further up"),
    ]

    def compose(self) -> ComposeResult:
        """A column that scrolls, or two side by side where there is room."""
        with VerticalScroll(id="today-column", can_focus=False):
            yield DraftOffer()
            yield Static(id="today-headline", markup=False)
            with Container(id="today-body"):
                with Vertical(id="today-left"):
                    yield Widget(id="today-cards")
                    yield Static(id="today-more", markup=False)
                with Vertical(id="today-right"):
                    yield MoodLine()
                    yield Static(id="today-due", markup=False)
                    yield Static(id="today-lately", markup=False)

    def read(self) -> None:
        """Read where somebody is; the usual figures follow once the page stands."""
        found = attempt(self, self.workspace.today.overview)
        if found is None:
            return
        self.query_one(DraftOffer).offer(attempt(self, lambda: self.workspace.drafts.latest(_FORM_WORDS)))
        self._show(found)
        self.call_after_refresh(self._show_usual)

    def take_focus(self) -> None:
        """To the draft that waits, else to the latest open episode."""
        offer = self.query_one(DraftOffer)
        cards = self.query(EpisodeCard)
        if offer.waiting:
            offer.focus()
        elif cards:
            cards.first().focus()

    def action_turn(self, pages: int) -> None:
        """Scroll; the cards take the arrows."""
        column = self.query_one("#today-column")
        column.scroll_relative(y=pages * column.size.height, animate=False)

    @on(EpisodeCard.Opened)
    def _open(self, event: EpisodeCard.Opened) -> None:
        self.post_message(self.Goto(self, "Recover", event.episode_id))

    def _show(self, found: Overview) -> None:
        self.query_one("#today-headline", Static).update(self._headline(found))
        column = self.query_one("#today-cards")
        focused = [card.card.episode.id for card in column.query(EpisodeCard) if card.has_focus]
        column.remove_children()
        cards = [EpisodeCard(card, full=not place) for place, card in enumerate(found.cards[:_SHOWN])]
        column.mount(*cards)
        for card in cards:
            if card.card.episode.id in focused:
                card.focus()
        more = len(found.cards) - len(cards)
        self.query_one("#today-more", Static).display = more > 0
        self.query_one("#today-more", Static).update(f"  and {number(more)} more open: 3 shows them all")
        mood = self.query_one(MoodLine)
        mood.display = any(value is not None for value in found.moods)
        mood.moods = found.moods
        self.query_one("#today-due", Static).display = bool(found.due)
        self.query_one("#today-due", Static).update(_due(found))
        self.query_one("#today-lately", Static).update(_lately(found))

    def _headline(self, found: Overview) -> Content:
        if found.cards:
            words = since_words(found.cards[0].episode, found.cards[0].days)
            if found.rest:
                words += " You are resting; nothing is due."
            return safe(words, "bold")
        if any(value is not None for value in found.moods) or self.workspace.applications.every():
            return safe("Nothing open. However today is, there is room for it here.", "bold")
        return Content.assemble(
            ("A quiet place for a hard moment.\n\n", "bold"),
            "n  tells what happened: a no, a silence, a yes\n",
            "m  takes one key press: how is it now?\n",
            "w  is a blank page\n\n",
            ("Your journal is a file on this computer; nothing is sent anywhere.\n", "$foreground-muted"),
            safe(str(self.workspace.path), "$foreground-muted"),
        )

    def _show_usual(self) -> None:
        """What takes the whole journal to work out; by now the page can be read already."""
        mood = attempt(self, lambda: self.workspace.patterns.result("mood").as_json())
        back = attempt(self, lambda: self.workspace.patterns.result("bounce-back").as_json())
        usual = mood.get("usual") if mood and mood["enough"] else None
        if isinstance(usual, (int, float)):
            self.query_one(MoodLine).usual = usual
        median = back.get("median") if back and back["enough"] else None
        if isinstance(median, (int, float)):
            for card in self.query(EpisodeCard):
                card.usual = f"usually about {median:g}"
                card.refresh(layout=True)


class DraftOffer(Widget, can_focus=True):
    """Something was begun and not saved: enter goes on with it."""

    DEFAULT_CSS = """
    DraftOffer { height: 1; display: none; color: $text-accent; }
    DraftOffer:focus { background-tint: $foreground 6%; text-style: bold; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", "go on writing")]

    def __init__(self) -> None:
        super().__init__()
        self._draft: Draft | None = None

    def offer(self, draft: Draft | None) -> None:
        """Offer a draft, or nothing."""
        self._draft = draft
        self.display = self.waiting
        self.refresh()

    @property
    def waiting(self) -> bool:
        """Whether there is something to offer."""
        return self._draft is not None

    def render(self) -> Content:
        """One line: what it was, and how it began."""
        if self._draft is None:
            return Content("")
        begun = self._draft.content.get("company") or self._draft.content.get("text") or ""
        words = _FORM_WORDS[self._draft.form]
        about = Content.assemble(": “", safe_line(str(begun), 24), "”") if str(begun).strip() else Content("")
        return Content.assemble(
            FOCUS_MARK, f"You had begun to write {words}", about, "; enter goes on with it."
        ).truncate(self.content_size.width, ellipsis=True)

    def action_open(self) -> None:
        """Go on with it."""
        if self._draft and self._draft.form in STEP_FORMS:
            self.post_message(Page.Goto(self, "Recover", f"{self._draft.target} {self._draft.form}"))
        elif self._draft:
            self.post_message(Page.FormWanted(self, self._draft.form, self._draft.target))

    def on_click(self, event: events.Click) -> None:
        """The same by mouse."""
        self.action_open()


def _lately(found: Overview) -> Content:
    lines = [Content.styled("Lately", "$foreground-muted")] if found.lately else []
    for item in found.lately:
        day = f"{short_day(item.entry.written_at.local_date):<11}"
        lines.append(
            Content.assemble(
                "  ", (day, "$text-accent"), mood_mark(item.mood), "  ", safe_line(item.entry.title)
            )
        )
    return Content("\n").join(lines)


def _due(found: Overview) -> Content:
    lines = [Content.styled("Coming up", "$foreground-muted")]
    for due in found.due:
        when = "today" if due.day == found.today else short_day(due.day)
        late = due.day < found.today
        lines.append(
            Content.assemble(
                ("  since " if late else "  ", ""), (f"{when:<11}", "$text-accent"), safe_line(due.text)
            )
        )
    return Content("\n").join(lines)
