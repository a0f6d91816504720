"""Today: where somebody is, and what is next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from bounceback_tui.domain.calendar_terms import day_near
from bounceback_tui.domain.checkin import SCALE
from bounceback_tui.domain.due import DueKind
from bounceback_tui.domain.text import cut, number, one_line
from bounceback_tui.screens.answering import UsualFigures
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.draft_offers import DraftOffers
from bounceback_tui.screens.episode_card import EpisodeCard
from bounceback_tui.screens.guide_news import tell_news
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.words import BACK, back_words, pinned_words, since_words
from bounceback_tui.services.today import Overview
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.due_list import DueLine, DueList
from bounceback_tui.widgets.fitted import Fitted
from bounceback_tui.widgets.kind_word import KindWord
from bounceback_tui.widgets.mood_line import MoodLine
from bounceback_tui.widgets.palette import mood_mark
from bounceback_tui.widgets.safe import safe, safe_line
from bounceback_tui.widgets.sentences import Sentences

if TYPE_CHECKING:
    from bounceback_tui.domain.lead import Rest

_ENJOY = 60
"""Most characters of what is enjoyable in a rest, in the headline."""

_SHOWN = 3
"""Open episodes that are shown; rejections are not piled up."""


_OFFER = "\n`{} encrypt` gives it a passphrase, so that nobody else can read it."
"""Said at the start of a journal, on the page itself: no question stands in the way."""


class TodayPage(Page):
    """Only open episodes, the mood of the last 30 days, and what is coming up. Nothing that can break."""

    NAME = "Today"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "turn(1)", "further down", key_display="pgdn", tooltip="Further down"),
        Binding("pageup", "turn(-1)", show=False, tooltip="Further up"),
        Binding("b", "back", "I am back", tooltip="End your rest; today is an ordinary day again"),
        Binding("escape", "put_away", "put this away", tooltip="Put away what is said above"),
    ]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._cards: list[EpisodeCard] = []
        self._shown: Overview | None = None
        self._resting = False
        self._usual = UsualFigures(self, lambda: workspace.patterns, self._show_worked_out, at_start=True)

    def compose(self) -> ComposeResult:
        """A column that scrolls, or two side by side where there is room."""
        with VerticalScroll(id="today-column", can_focus=False):
            yield DraftOffers(self.workspace)
            yield Static(id="today-headline", markup=False)
            yield KindWord(id="today-support")
            yield Sentences(id="today-pinned", markup=False)
            with Container(id="today-body"):
                with Vertical(id="today-left"):
                    yield Widget(id="today-cards")
                    yield Static(id="today-more", markup=False)
                with Vertical(id="today-right"):
                    yield MoodLine()
                    yield DueList()
                    yield Fitted(id="today-lately")

    def read(self) -> None:
        """Read where somebody is; the usual figures follow once the page stands."""
        found = attempt(self, self.workspace.today.overview)
        if found is None:
            return
        focused = self.screen.focused
        was_here = focused is not None and self in focused.ancestors
        self.query_one(DraftOffers).read()
        if found is not self._shown:
            self._show(found)
        if was_here:
            self._focus_if_lost()
        self.call_after_refresh(self._show_usual)
        self.call_after_refresh(self._show_support, found)
        self.call_after_refresh(self.refresh_bindings)  # only then it is known whether all fits

    def on_resize(self) -> None:
        """Less or more may fit now."""
        self.call_after_refresh(self.refresh_bindings)
        self._keep_in_sight()

    @on(DueList.Moved)
    @on(events.DescendantFocus)
    def _keep_in_sight(self) -> None:
        """Scroll to what has the focus, once it has its place."""
        self.call_after_refresh(self._scroll_to_focus)

    def _scroll_to_focus(self) -> None:
        column, focused = self.query_one("#today-column"), self.screen.focused
        if focused is None or column not in focused.ancestors:
            return
        region = focused.cursor_region if isinstance(focused, DueList) else focused.region
        top = round(column.scroll_y) - column.scrollable_content_region.y
        column.scroll_to_region(region.translate((0, top)), animate=False, x_axis=False)

    def take_focus(self) -> None:
        """To the draft that waits, else to the latest open episode."""
        offer = self.query_one(DraftOffers)
        if offer.waiting:
            offer.focus()
        elif self._cards:
            self._cards[0].focus()  # those of the last reading may still be on their way out

    def _focus_if_lost(self) -> None:
        """What had it may be gone, as a draft that was finished: then no key would do anything here."""
        focused = self.screen.focused
        if focused and focused.display:
            return
        self.take_focus()
        due = self.query_one(DueList)
        if not (self._cards or self.query_one(DraftOffers).waiting) and due.display:
            due.focus()

    def action_turn(self, pages: int) -> None:
        """Scroll; the cards take the arrows."""
        column = self.query_one("#today-column")
        column.scroll_relative(y=pages * column.size.height, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something further down only where the page is longer than the screen."""
        if action == "turn" and self.is_mounted:
            return self.query_one("#today-column").max_scroll_y > 0
        if action == "back":
            return self._resting
        if action == "put_away":
            return self.is_mounted and bool(self.query_one(KindWord).display)
        return True

    def action_put_away(self) -> None:
        """What was said was read."""
        attempt(self, self.workspace.care.put_away)
        self.query_one(KindWord).say("")
        self.refresh_bindings()

    @on(EpisodeCard.Opened)
    def _open(self, event: EpisodeCard.Opened) -> None:
        self.post_message(self.Goto(self, "Recover", event.episode_id))

    @on(DueList.Opened)
    def _open_due(self, event: DueList.Opened) -> None:
        due = event.due
        if due.tool:
            self.post_message(self.ToolWanted(self, due.tool, due.subject))
        elif due.kind is DueKind.CHECK_IN:
            self.post_message(self.FormWanted(self, "mood"))
        else:
            page = "Recover" if due.kind is DueKind.PLAN else "Applications"
            self.post_message(self.Goto(self, page, due.subject))

    def action_back(self) -> None:
        """End the rest of today."""
        if attempt(self, self.workspace.tools.rests.come_back):
            self.notify(BACK, markup=False, timeout=4)
            self.read()

    def _show(self, found: Overview) -> None:
        self._shown = found
        self._resting = found.rest is not None
        self.query_one("#today-headline", Static).update(self._headline(found))
        pinned = self.query_one("#today-pinned", Sentences)
        pinned.display = found.pinned is not None
        pinned.update(safe(pinned_words(found.pinned), "$foreground-muted") if found.pinned else "")
        self._show_cards(found)
        self.query_one("#today-left").display = bool(self._cards)  # else the rest stands where the eye begins
        more = len(found.cards) - len(self._cards)
        self.query_one("#today-more", Static).display = more > 0
        self.query_one("#today-more", Static).update(f"  and {number(more)} more open: 3 shows them all")
        mood = self.query_one(MoodLine)
        mood.display = any(value is not None for value in found.moods)
        mood.moods = found.moods
        self.query_one(DueList).show(_due_lines(found), found.today)
        self.query_one("#today-lately", Fitted).show(partial(_lately, found))

    def _show_cards(self, found: Overview) -> None:
        """Show the open episodes; the cards stay where these are the same ones."""
        shown = found.cards[:_SHOWN]
        if [one.episode.id for one in shown] == [one.card.episode.id for one in self._cards]:
            for card, one in zip(self._cards, shown, strict=True):
                card.show(one, resting=self._resting)
            return
        column = self.query_one("#today-cards")
        before = {card.card.episode.id: card.has_focus for card in column.query(EpisodeCard)}
        if any(before.values()):
            self.screen.set_focus(None)  # a card that goes while it has the focus would drag the page along
        column.remove_children()
        cards = [EpisodeCard(card, full=not place, resting=self._resting) for place, card in enumerate(shown)]
        column.mount(*cards)
        self._cards = cards
        self._focus_again(before)

    def _focus_again(self, before: Mapping[str, bool]) -> None:
        """To the card that had it of those `before`; to one that was just told, with the headline above."""
        first = self._cards[0] if self._cards else None
        is_new = first is not None and bool(before) and first.card.episode.id not in before
        if first is None or not (is_new or any(before.values())):
            return
        kept = next((one for one in self._cards if before.get(one.card.episode.id)), first)
        card = first if is_new else kept
        if card is first:
            self.query_one("#today-column").scroll_home(animate=False)
        # at once, since all may be read twice in a row; not scrolled to by where all stood before this
        self.screen.set_focus(card, scroll_visible=False)

    def _headline(self, found: Overview) -> Content:
        if found.rest:
            return safe(_resting_words(found.rest, found.today), "bold")
        welcome = "Welcome back. " if found.back_from else ""
        if found.cards:
            return safe(welcome + since_words(found.cards[0].episode, found.cards[0].days), "bold")
        lived = found.lately or any(value is not None for value in found.moods)
        if lived or self.workspace.applications.any():
            return safe(f"{welcome}Nothing open. However today is, there is room for it here.", "bold")
        from bounceback_tui.extras import called  # noqa: PLC0415 - only an empty journal says it

        return Content.assemble(
            ("A quiet place for a hard moment.\n\n", "bold"),
            "n  tells what happened: a no, a silence, a yes\n",
            "m  asks how it is now: two digits\n",
            "w  is a blank page\n\n",
            ("Your journal: ", "$foreground-muted"),
            safe(str(self.workspace.path), "$foreground-muted"),
            safe("" if self.workspace.database.key else _OFFER.format(called()), "$foreground-muted"),
        )

    def _show_support(self, found: Overview) -> None:
        """A kind word where the last days were hard; only where it may be so is more looked at."""
        latest = next((value for value in reversed(found.moods) if value is not None), None)
        hard = latest is not None and latest <= SCALE[0]
        words = (attempt(self, self.workspace.care.support) or "") if hard else ""
        self.query_one(KindWord).say(words)
        self.refresh_bindings()

    def _show_usual(self) -> None:
        """What takes the whole journal to work out; by now the page can be read already."""
        tell_news(self, self.workspace)
        self._usual.look()

    def _show_worked_out(self) -> None:
        from bounceback_tui.screens.episode_notes import backs  # noqa: PLC0415 - the first paint shows none

        patterns = self.workspace.patterns
        self.query_one(MoodLine).usual = attempt(self, patterns.usual_mood)
        days = attempt(self, patterns.usual_days)
        today = self.workspace.clock.now().local_date
        back = attempt(self, lambda: backs(self.workspace)) or {}
        for card in self._cards:
            episode = card.card.episode
            since = back.get(episode.id)
            offer = f"{back_words(since, today)} Recover can close this, if you agree." if since else ""
            last = attempt(self, partial(self.workspace.last_times.before, episode))
            card.know(days, offer, f"Last time helped: {last.short}" if last else "")


def _lately(found: Overview, width: int) -> list[Content]:
    lines = [Content.styled("Lately", "$foreground-muted")] if found.lately else []
    for item in found.lately:
        day = f"{day_near(item.entry.written_at.local_date, found.today):<12}"
        head = Content.assemble("  ", (day, "$text-accent"), mood_mark(item.mood), "  ")
        lines.append(head + safe_line(item.entry.title, max(width - head.cell_length, 1)))
    return lines


def _resting_words(rest: Rest, today: date) -> str:
    """ "You are resting until Wed 25 Nov: the sea. Nothing is due."."""
    until = f"You are resting until {day_near(rest.ends, today)}"
    if rest.ends == today:
        until = "This is the last day of your rest"
    enjoy = one_line(rest.enjoy).strip().rstrip(".")
    return f"{until}{f': {cut(enjoy, _ENJOY)}' if enjoy else ''}. Nothing is due."


def _due_lines(found: Overview) -> tuple[DueLine, ...]:
    return tuple(DueLine(due, due.when(found.today)) for due in found.due)
