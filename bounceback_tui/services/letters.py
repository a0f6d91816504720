"""The e-mails around feedback and the end of a search, from our drafts or from the person's own."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path

from bounceback_tui.domain.application import STAGE_WORDS, Application, Kind
from bounceback_tui.domain.episode import Episode
from bounceback_tui.domain.feedback import Feedback
from bounceback_tui.domain.letter import Email, Letter, WithdrawalNote
from bounceback_tui.domain.person import Person
from bounceback_tui.domain.text import one_line, reason
from bounceback_tui.formats.letter_template import TemplateError, check_template, fill_in, read_templates
from bounceback_tui.resources import asset
from bounceback_tui.services.settings import Settings

NAME = "feedback-email.md"
"""The file of drafts, in the folder of the settings and among our own."""

LONGEST = 100_000
"""Bytes that are read; whatever is larger is another file."""


class Letters:
    """Drafts that are read when first wanted; where the person's own cannot be used, ours are."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.problem = ""
        """Why the person's own file is not used, in a sentence; known once a letter was asked for."""

    def email(self, letter: Letter, episode: Episode, request: Feedback, person: Person | None) -> Email:
        """The e-mail for a purpose; the one that asks as the person left it."""
        draft = self._filled(self._templates[letter], episode.company, episode.role, episode.stage, person)
        if letter is Letter.ASK and (request.subject or request.message):
            return replace(draft, subject=request.subject, text=request.message)
        return draft

    def withdrawal(
        self, application: Application, person: Person | None, note: WithdrawalNote | None = None
    ) -> Email:
        """The note that takes an application back, in the person's own words where there are any."""
        draft = worded(note) if note else self._templates[Letter.WITHDRAW]
        return self._filled(draft, application.company, application.role, application.stage_reached, person)

    def withdrawal_draft(self) -> WithdrawalNote:
        """Its draft with the blanks open, to be changed for all."""
        head, _, body = self._templates[Letter.WITHDRAW].partition("\n")
        return WithdrawalNote(head.partition(":")[2].strip(), body.strip())

    def _filled(self, draft: str, company: str, role: str, stage: Kind, person: Person | None) -> Email:
        """The e-mail that a draft makes of what is known."""
        known = {
            "interviewer": person.greeted if person else "",
            "role": role,
            "company": company,
            "stage": STAGE_WORDS[stage],
            "name": self._settings.name,
        }
        made = fill_in(draft, known)
        return replace(made, to=person.email if person else "", to_name=person.greeted if person else "")

    @cached_property
    def _templates(self) -> dict[Letter, str]:
        ours = read_templates(asset(NAME))
        if self._settings.folder is None:
            return ours
        path = self._settings.folder / NAME
        try:
            return ours | read_templates(_read(path)) if path.exists() else ours
        except (OSError, ValueError) as error:
            self.problem = one_line(f"{path} {_reason(error)}. Our own words stand in for it.")
        return ours


def worded(note: WithdrawalNote) -> str:
    """A note as a draft with blanks. Raises ValueError, as a sentence, where a blank in it is none."""
    draft = f"Subject: {one_line(note.subject)}\n\n{note.text.strip()}"
    try:
        check_template(draft)
    except TemplateError as error:
        raise ValueError(f"Your note {error}.") from error
    return draft


def _read(path: Path) -> str:
    """Raises OSError and ValueError."""
    if not path.is_file():
        raise TemplateError("is not a file")
    with path.open("rb") as file:
        raw = file.read(LONGEST + 1)
    if len(raw) > LONGEST:
        raise TemplateError("is too large for an e-mail")
    return raw.decode("utf-8-sig")


def _reason(error: Exception) -> str:
    """What is wrong with the file, as the rest of a sentence that begins with its name."""
    match error:
        case UnicodeDecodeError():
            return "is not written in UTF-8"
        case OSError():
            return f"cannot be read ({reason(error)})"
    return str(error)
