"""How far a request for feedback is, and what came back, in words."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from bounceback_tui.domain.calendar_terms import day_near
from bounceback_tui.domain.feedback import Feedback, FeedbackState, Piece, RemarkKind
from bounceback_tui.domain.letter import Email, Letter
from bounceback_tui.widgets.labelled import labelled_lines
from bounceback_tui.widgets.safe import safe, safe_line

TITLES = {
    Letter.ASK: "The e-mail that asks",
    Letter.FOLLOW_UP: "One friendly reminder",
    Letter.THANKS: "A line of thanks",
    Letter.WITHDRAW: "A note that takes it back",
}
"""What each e-mail is called."""

KIND_WIDTH = 12
"""Cells for the kind of a remark."""

_SORT = "One key sorts a line: s what you do well, g what to work on, o what lay outside you."
_HINTS = {
    FeedbackState.NOT_ASKED: "Send it your way; then a says that you asked. Having asked is the step.",
    FeedbackState.ASKED: "Nothing to do while they think. r keeps the answer when it comes.",
    FeedbackState.DECLINED: "Some may not say; that tells nothing about you. Thanks are still welcome.",
    FeedbackState.SILENT: "Silence tells nothing about you. Asking was the step, and you took it.",
}

_STYLES = {RemarkKind.STRENGTH: "$text-success", RemarkKind.GAP: "$text-warning", RemarkKind.OUTSIDE: ""}


def between(plain: bool) -> Content:
    """What stands between two stages; in plain mode the stages themselves say how they follow."""
    return Content(", ") if plain else Content.styled("  →  ", "$foreground-muted")


def stages(request: Feedback, today: date, plain: bool = False) -> tuple[Content, ...]:
    """ "asked Mon 23 Nov → answered Fri 27 Nov → thank them", what comes next in bold.

    In plain mode "[x] asked Mon 23 Nov, now waiting, then answered", since no style can be heard.
    """
    done: list[str] = []
    if request.asked_on:
        done.append(f"asked {day_near(request.asked_on, today)}")
    if request.followed_up_on:
        done.append(f"reminded {day_near(request.followed_up_on, today)}")
    if request.state is FeedbackState.ANSWERED:
        when = f" {day_near(request.answered_on, today)}" if request.answered_on else ""
        done.append(f"answered{when}")
    elif request.state is FeedbackState.DECLINED:
        done.append("they would rather not say")
    elif request.state is FeedbackState.SILENT:
        done.append("no answer came")
    if request.thanked_on:
        done.append(f"thanked {day_near(request.thanked_on, today)}")
    now, ahead = _present(request, today)
    tick, present, later = ("[x] ", "now ", "then ") if plain else ("✓ ", "", "")
    parts = [safe(f"{tick}{one}", "$text-accent") for one in done]
    parts += [safe(f"{present}{now}", "bold")] if now else []
    parts += [safe(f"{later}{one}", "$foreground-muted") for one in ahead]
    return tuple(parts)


def _present(request: Feedback, today: date) -> tuple[str, tuple[str, ...]]:
    """Where it stands now, and what may come."""
    match request.state:
        case FeedbackState.NOT_ASKED:
            return "not asked yet", ("asked", "answered")
        case FeedbackState.ASKED if request.follow_up_is_due(today):
            return "a reminder, if you like", ("answered",)
        case FeedbackState.ASKED if request.follow_up_on and not request.followed_up_on:
            return "waiting", (f"a reminder {day_near(request.follow_up_on, today)}", "answered")
        case FeedbackState.ASKED:
            return "waiting", ("answered",)
        case FeedbackState.ANSWERED | FeedbackState.DECLINED if not request.thanked_on:
            return "", ("thank them",)
    return "", ()


def hint(request: Feedback, letter: Letter | None, today: date) -> str:
    """What can be done next, in a sentence; `letter` is what is shown, None for the answer."""
    if letter is None:
        return "" if request.remarks else _SORT
    if letter is Letter.FOLLOW_UP:
        return "One reminder is fine, and so is none: l lets it be. It is not offered again."
    return _HINTS.get(request.state, "")


def letter(email: Email, shown: Letter, width: int) -> list[Content]:
    """An e-mail as it will be read, in lines of so many cells."""
    to = " ".join(part for part in (email.to_name, f"<{email.to}>" if email.to else "") if part)
    heads = [("To", safe_line(to))] * bool(to) + [("Subject", safe_line(email.subject, style="bold"))]
    title = Content.styled(TITLES[shown], "$foreground-muted")
    return [title, *labelled_lines(heads, width), Content(""), *safe(email.text).wrap(max(width, 1))]


def piece_line(piece: Piece, width: int) -> Content:
    """ "strength    explaining: You explain things clearly."."""
    if piece.remark is None:
        return Content(" " * KIND_WIDTH) + safe_line(piece.text, max(width - KIND_WIDTH, 1))
    kind = Content.styled(f"{piece.remark.kind:<{KIND_WIDTH}}", _STYLES[piece.remark.kind])
    theme = safe_line(piece.remark.theme, max(width // 3, 8), "bold")
    between = "  " if piece.remark.theme and piece.text else ""
    head = kind + theme + Content(between)
    return head + safe_line(piece.text, max(width - head.cell_length, 1))
