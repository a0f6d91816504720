"""Getting an e-mail out of here: to the clipboard, or to the mail program. Nothing is sent from here."""

from __future__ import annotations

import asyncio

from textual.widget import Widget

from bounceback_tui import desktop
from bounceback_tui.domain.letter import Email
from bounceback_tui.formats.email_file import as_link, mail_text


def copy_text(widget: Widget, text: str) -> None:
    """To the clipboard, by the terminal and by the system; says how that went."""
    widget.run_worker(_copy(widget, mail_text(text)))


async def _copy(widget: Widget, text: str) -> None:
    widget.app.copy_to_clipboard(text)
    taken = await asyncio.to_thread(desktop.copy, text)
    _say(
        widget,
        "Copied: paste it wherever you write."
        if taken
        else "Handed to your terminal to copy. If nothing can be pasted, s saves it as a file.",
    )


def to_mail_program(widget: Widget, email: Email) -> None:
    """In the program that the person writes mail in; says how that went."""
    try:
        link = as_link(email)
    except ValueError as error:
        _say(widget, str(error))
        return
    widget.run_worker(_mail(widget, link))


async def _mail(widget: Widget, link: str) -> None:
    opened = await asyncio.to_thread(desktop.open_link, link)
    _say(
        widget,
        "Handed to your mail program. Nothing is sent until you send it there."
        if opened
        else "No mail program answered. c copies the text, s saves it as a file.",
    )


def _say(widget: Widget, words: str) -> None:
    widget.notify(words, markup=False, timeout=6)
