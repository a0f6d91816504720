"""Somebody who was met in an application, such as the interviewer."""

from __future__ import annotations

import re

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.text import cut, one_line

_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"\\@]+@[^\s<>()\[\],;:\"\\@]+")
_WITH_ADDRESS = re.compile(rf"(?P<name>.*?)<?(?P<email>{_ADDRESS.pattern})>?")

LONGEST_ADDRESS = 254
"""Characters of the longest address that mail can go to (RFC 5321)."""

LONGEST_NAME = 120
"""Characters of a name or a role."""

_LONGEST = 1000
"""Characters of a line in which an address is looked for; a longer one is all name."""


class Person(Frozen):
    """A name with what else is known."""

    id: str
    application_id: str
    name: str
    """Never empty; the address itself where no name is known."""
    role: str = ""
    email: str = ""

    @property
    def greeted(self) -> str:
        """The name to greet them by; empty where only the address is known."""
        return "" if self.name == self.email else self.name

    @property
    def line(self) -> str:
        """The name as it is typed, with the address behind it: "Ms Ito <ito@acme.test>"."""
        return f"{self.name} <{self.email}>" if self.email and self.greeted else self.name


def is_address(text: str) -> bool:
    """Whether mail could go there, as far as its looks tell."""
    return len(text) <= LONGEST_ADDRESS and _ADDRESS.fullmatch(text) is not None


def is_half_typed(line: str) -> bool:
    """Whether somebody began an address in a line such as "Ms Ito <ito@", and it is none yet."""
    name, email = read_person(line)
    return not email and any(sign in name for sign in "<@")


def read_person(line: str) -> tuple[str, str]:
    """Name and address out of a line such as "Ms Ito <ito@acme.test>"; each may be empty.

    What looks like no address belongs to the name; control characters become signs, so neither can break a
    header apart.
    """
    text = one_line(line)
    found = _WITH_ADDRESS.fullmatch(text) if len(text) < _LONGEST else None
    if not found or len(found["email"]) > LONGEST_ADDRESS:
        return text, ""
    return found["name"].strip(" <,;\"'") or found["email"], found["email"]


def met(line: str) -> tuple[str, str, str]:
    """Name, address and role as `read_met` finds them. Raises ValueError without a name, and for half an
    address."""
    name, email, role = read_met(line)
    if not email and any(sign in line for sign in "<@"):
        raise ValueError("An address looks like name@firm.example; or leave it out.")
    if not name:
        raise ValueError("A name is missing; one word is enough.")
    return cut(name, LONGEST_NAME), email, cut(role, LONGEST_NAME)


def read_met(line: str) -> tuple[str, str, str]:
    """Name, address and role out of "Ms Ito <ito@acme.test>, head of data"; each may be empty.

    The role stands behind the address, or behind the first comma where there is none.
    """
    text = one_line(line)
    found = next(_ADDRESS.finditer(text), None) if len(text) < _LONGEST else None
    if not found:
        name, _, role = text.partition(",")
        return name.strip(), "", role.strip()
    before, behind = text[: found.start()], text[found.end() :]
    name, email = read_person(f"{before}{found[0]}")
    return name, email, behind.strip(" <>,;")
