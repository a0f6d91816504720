"""Text that would break, steer or come alive where it is taken for more than text; and what to look for."""

from __future__ import annotations

import random
import re
import string
from typing import Any

from textual.app import App
from textual.geometry import Region
from textual.strip import Strip

DANGEROUS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""What must never reach a terminal: C0, C1, marks that turn the direction around, halves of pairs."""

PIECES = [
    *("[/]", "[/b] and on", "[b", "[]", "[[/]]", "\\[/]", "[@click=app.quit]x[/]", "[@click='app.quit']x"),
    *("[link=https://example.org]here[/link]", "[red on blue]", "[$primary]", "[not a tag", "]", "[/@click]"),
    *(
        "\x1b]52;c;aGVsbG8=\x07",
        "\x1b[2J\x1b[31mred",
        "\x1b",
        "\x1b]8;;http://x\x1b\\x",
        "\x1bPq\x1b\\",
        "\x1b[6n",
    ),
    *(
        "\x9b31m\x9d52;c;x\x9c",
        "\x00",
        "\x07\x08\x7f",
        "\r",
        "\r\n",
        "\n\n\n",
        "\t",
        "\x0b\x0c\x85\u2028\u2029",
    ),
    *(
        "abc\u202edef\u202c",
        "\u2066x\u2069",
        "\u200e\u200f\u061c",
        "\ufeff",
        "\u200b\u200b",
        "\u00ad",
        "\ufff9",
    ),
    *("\ud800", "\udfff", "a\ud83d", "e" + "\u0301" * 80, "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢", "\u0301", "\u200d", "\ufe0f"),
    *(
        "👩\u200d👩\u200d👧\u200d👦",
        "🏳️\u200d🌈",
        "👍🏽",
        "🇩🇪🇩",
        "漢字",
        "ｗｉｄｅ",
        "שלום עולם",
        "مرحبا بالعالم",
        "ทดสอบ",
    ),
    *("{0}", "{x!r}", "%s%n%d", "${HOME}", "$(id)", "`id`", "$text-muted", "%", "{", "}", "{{"),
    *("'); DROP TABLE entry; --", '"', "''", '" OR 1=1', "NEAR(a b", "title:", "*", "-", "AND", "\\"),
    *("# one", "- [ ] two", "```\nthree", "| a | b |\n|---|---|", "![i](file:///etc/passwd)", "<b>&amp;</b>"),
    *("[here](javascript:alert(1))", "<script>", "> ", "1. ", "***", "---", "\\", "&#27;[2J", "-----BEGIN"),
    *(
        ":smile:",
        "#tag",
        "@walk",
        "company:",
        "NaN",
        "Infinity",
        "null",
        "-0",
        "../../etc/passwd",
        "~",
        "C:\\",
    ),
]
"""Each of these alone was a danger to some program."""

_SCROLLBAR = ("scroll_up", "scroll_down", "grab", "release")
"""What Textual's own bars do."""

_OURS = (*_SCROLLBAR, "app.press_undo(False)", "app.press_undo(True)")
"""And what a message offers to take back or do again, which calls nothing but the key for it."""

_ANY = [range(0x20), range(0x20, 0x7F), range(0x7F, 0xA0), range(0xA0, 0x3000), range(0x10000, 0x1F900)]


def strings(seed: int, count: int, surrogates: bool = True) -> list[str]:
    """`count` hostile strings, each of them alone a text that somebody might paste. No two are the same."""
    chance = random.Random(seed)
    few = chance.sample(PIECES, min(count // 4, len(PIECES)))
    made = dict.fromkeys([*PIECES[:: 9 if count < 400 else 1], *few])
    while len(made) < count:
        made[_string(chance)] = None
    return [text if surrogates else re.sub("[\ud800-\udfff]", "?", text) for text in made]


def _string(chance: random.Random) -> str:
    parts = []
    for _ in range(chance.choice([1, 2, 2, 3, 5])):
        what = chance.random()
        if what < 0.6:
            parts.append(chance.choice(PIECES))
        elif what < 0.75:
            parts.append("".join(chance.choices("[]/@=\\\"'bi$ \n\x1b\x9b", k=chance.randint(1, 12))))
        elif what < 0.9:
            signs = (chr(chance.choice(chance.choice(_ANY))) for _ in range(chance.randint(1, 12)))
            parts.append("".join(signs))
        elif what < 0.97:
            parts.append(" ".join(chance.choices(["a", "no", "interview", "panel"], k=3)))
        else:
            parts.append(chance.choice([*string.ascii_letters, "漢", "\u0301", "[", "\x1b"]) * 3000)
    return "".join(parts)


def wrong_with(app: App[Any], place: Region | None = None) -> list[str]:
    """What of the present picture, or a part of it, would act on the terminal, or when it is clicked on."""
    found = []
    compositor = app.screen._compositor
    seen = compositor.size.region.intersection(place or compositor.size.region)
    chops = compositor._render_chops(seen, seen.line_range.__contains__)
    for row in seen.line_range:
        strip = Strip.join(chops[row].values())
        for text, style, control in strip:
            if control:
                found.append(f"row {row}: a control sequence {control!r}")
            if bad := DANGEROUS.search(text):
                found.append(f"row {row}: {bad[0]!r} in {text[:60]!r}")
            if style is not None:
                alive = [(key, value) for key, value in style.meta.items() if key.startswith("@")]
                found += [f"row {row}: {key} {value}" for key, value in alive if value not in _OURS]
                found += [f"row {row}: a link to {style.link}"] if style.link else []
    return found
