"""The e-mails that a person may send after a rejection or once a search is over, and the blanks in them."""

from __future__ import annotations

from enum import StrEnum

from bounceback_tui.domain.frozen import Frozen


class Letter(StrEnum):
    """What an e-mail is for, by the heading of its section in the file of drafts."""

    ASK = "ask"
    FOLLOW_UP = "follow up"
    THANKS = "thanks"
    WITHDRAW = "withdraw"


class Email(Frozen):
    """An e-mail, ready to be read, changed and sent."""

    subject: str
    text: str
    to: str = ""
    """Address; empty where it is not known."""
    to_name: str = ""


class WithdrawalNote(Frozen):
    """The note that takes an application back, as the person worded it for all of them; blanks stay open."""

    subject: str
    text: str


BLANKS = ("interviewer", "role", "company", "stage", "name")
"""What a draft may leave open, to be filled in from the episode or the application."""

STAND_INS = {"interviewer": "hiring team", "company": "your company"}
"""What a blank says where it is not known, unless the draft itself says what."""
