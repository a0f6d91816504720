"""The e-mail as a file and as a link comes back as it was, and nothing in it becomes a header."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.domain.letter import Email
from bounceback_tui.domain.person import Person, read_person
from bounceback_tui.formats.email_file import as_file, as_link, mail_text

HOSTILE = (
    "x\r\nBcc: everybody@evil.test\r\n\r\nbody",
    "x\nX-Header: 1",
    "x\u2028Bcc: a\x85Bcc: b\x0bBcc: c",
    'Ærøskøbing “quoted” "straight" <a@b> , ; 日本語 \u202egnp.exe',
    "\x1b]52;c;aGk=\x07\x00",
    "=?utf-8?q?Bcc=3A?= %0d%0aBcc:x&body=y?#",
    "\ud83d half a sign",
    "z" * 3000,
    "",
)


def content(message: EmailMessage) -> str:
    """The text; lines end in a mail with CR and LF."""
    return str(message.get_content()).replace("\r\n", "\n")


def read(email: Email) -> EmailMessage:
    raw = as_file(email).encode("ascii")
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    assert raw.replace(b"\r\n", b"").count(b"\n") == raw.replace(b"\r\n", b"").count(b"\r") == 0
    message = message_from_bytes(raw, policy=default)
    assert message.defects == []
    assert set(message) <= {
        *("Subject", "To", "X-Unsent", "MIME-Version"),
        *("Content-Type", "Content-Transfer-Encoding"),
    }
    assert isinstance(message, EmailMessage)
    return message


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stay_where_they_are(hostile: str) -> None:
    message = read(Email(hostile, hostile, "ito@acme.test", hostile))
    assert [address.addr_spec for address in message["To"].addresses] == ["ito@acme.test"]
    assert message["Bcc"] is None
    assert content(message) == mail_text(hostile) + "\n"
    if hostile.isprintable() and len(hostile) < 500:
        shown = hostile.replace("=?", "= ?")  # or it would stand for something else
        assert message["Subject"] == shown
        assert message["To"].addresses[0].display_name == shown


def test_a_text_with_long_lines_and_signs_from_everywhere_comes_back_whole() -> None:
    text = "\n\n".join(("ä" * 2000, "a" * 998, ".", "From here", "日本語 " * 300, "last"))
    message = read(Email("Grüße – naïve", text))
    assert content(message) == text + "\n"
    assert message["Subject"] == "Grüße – naïve"
    assert message["To"] is None
    assert message["X-Unsent"] == "1"


@pytest.mark.parametrize(
    "address", ["ü@acme.test", "a@bücher.test", "a b@c", "a@b\r\nBcc: c@d", "@", "a@", "a..b@c"]
)
def test_an_address_that_no_header_holds_is_left_out(address: str) -> None:
    message = read(Email("x", "y", address, "Ms Ito"))
    assert message["To"] is None


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_a_link_comes_back_whole(hostile: str) -> None:
    link = as_link(Email(hostile, hostile, "ito&cc=x@acme.test"))
    assert link.isascii()
    assert not set(link) & set(" \r\n\"'<>#")
    parts = urlsplit(link)
    assert (parts.scheme, unquote(parts.path)) == ("mailto", "ito&cc=x@acme.test")
    fields = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    assert set(fields) == {"subject", "body"}
    assert fields["body"] == [mail_text(hostile).replace("\n", "\r\n")]
    assert not set(fields["subject"][0]) & set("\r\n")


def test_a_link_that_no_system_hands_on_is_refused() -> None:
    with pytest.raises(ValueError, match="copy it, or save it as a file"):
        as_link(Email("x", "y" * 1_000_000))


@given(st.text(), st.text())
def test_any_words_become_a_file_and_a_link(subject: str, text: str) -> None:
    email = Email(subject, text, "ito@acme.test", subject)
    assert content(read(email)) == mail_text(text) + "\n"
    assert parse_qs(urlsplit(as_link(email)).query, keep_blank_values=True)["body"] == [
        mail_text(text).replace("\n", "\r\n")
    ]


@pytest.mark.parametrize(
    ("line", "name", "email"),
    [
        ("Ms Ito", "Ms Ito", ""),
        ("Ms Ito <ito@acme.test>", "Ms Ito", "ito@acme.test"),
        ("Ms Ito, ito@acme.test", "Ms Ito", "ito@acme.test"),
        ("ito@acme.test", "ito@acme.test", "ito@acme.test"),
        ("Jo @ reception", "Jo @ reception", ""),
        ("Ito\r\nBcc: x@y.test", "Ito Bcc:", "x@y.test"),
        ("  ", "", ""),
    ],
)
def test_a_line_is_read_as_name_and_address(line: str, name: str, email: str) -> None:
    assert read_person(line) == (name, email)
    person = Person("I", "A", name, email=email)
    assert read_person(person.line) == (name, email)


def test_nobody_is_greeted_by_an_address() -> None:
    assert Person("I", "A", "ito@acme.test", email="ito@acme.test").greeted == ""
