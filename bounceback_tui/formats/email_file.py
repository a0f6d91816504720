"""An e-mail as a file that mail programs open, as plain text, and as a link that they answer to."""

from __future__ import annotations

import re
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from bounceback_tui.domain.letter import Email
from bounceback_tui.domain.person import is_address
from bounceback_tui.domain.text import cut, one_line, with_line_feeds

LONGEST_LINK = 16_000
"""Characters of a link that systems hand on; Windows takes fewer, and says so itself."""

_LONGEST_HEADER = 500
"""Characters; a line of a mail holds 998 at most (RFC 5322)."""

_STRAY = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters, and halves of signs, which no mail can carry."""

# pure ASCII with lines of at most 78: every program between here and there takes it as it is
_POLICY = SMTP.clone(cte_type="7bit")


def mail_text(text: str) -> str:
    """A text as it can be sent: one kind of line end, no control characters."""
    return _STRAY.sub("�", with_line_feeds(text))


def is_plain(name: str) -> bool:
    """Whether a file of that name is to hold plain text, which no mail program opens."""
    return name.lower().endswith(".txt")


def as_plain(email: Email) -> str:
    """Subject, an empty line, and the text: to be read, and to be pasted anywhere."""
    return f"Subject: {mail_text(one_line(email.subject))}\n\n{mail_text(email.text)}\n"


def written(email: Email, name: str) -> str:
    """The content of a file of that name: plain text in a `.txt`, else an `.eml`."""
    return as_plain(email) if is_plain(name) else as_file(email)


def as_file(email: Email) -> str:
    """The content of an `.eml` file, ASCII alone; `X-Unsent` says that it is still to be sent."""
    message = EmailMessage(policy=_POLICY)
    message["Subject"] = _uncoded(email.subject)
    if to := _address(email):
        message["To"] = to
    message["X-Unsent"] = "1"
    message.set_content(mail_text(email.text) + "\n", charset="utf-8")
    return message.as_bytes().decode("ascii")


def as_link(email: Email) -> str:
    """A `mailto:` link (RFC 6068) with all of it percent-encoded. Raises ValueError where it is too long."""
    body = mail_text(email.text).replace("\n", "\r\n")
    address = quote(_header(email.to), safe="@")
    link = f"mailto:{address}?subject={quote(_header(email.subject), safe='')}&body={quote(body, safe='')}"
    if len(link) > LONGEST_LINK:
        raise ValueError("This is too long to hand to a mail program; copy it, or save it as a file.")
    return link


def _header(text: str) -> str:
    """A text on one line that any program takes: nothing in it can begin a header of its own."""
    return mail_text(cut(text, _LONGEST_HEADER))


def _uncoded(text: str) -> str:
    """The same for a file, in which "=?" would begin a coded word: what it stands for could be anything."""
    return _header(text).replace("=?", "= ?")


def _address(email: Email) -> Address | None:
    """Whom it goes to; None where a header cannot hold the address."""
    if not email.to.isascii() or not is_address(email.to):
        return None
    try:
        return Address(_uncoded(email.to_name), addr_spec=email.to)
    except (ValueError, MessageError, IndexError):  # what the package makes of odd ones
        return None
