"""A made-up journal with hostile and foreign text in every place, and questions about it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta

from journals import HandSetClock
from told_journal import TODAY

from bounceback_tui.domain.application import Kind, Result, Source
from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import VALUES, Field
from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.services.workspace import Workspace

ENTRIES = 140

_PLAIN = """
    the a an in of to is it but was are no not and or near rejection rejected rejecting interview interviewer
    interviews panel panels salary negotiation company companies recruiter recruiting feedback experience
    experienced candidate qualified qualifications better suited internal application applied applying hopeful
    hoping hopeless running runs walked walking walk technical decision decided decides strengths easily
    communication communicates clearly budget guessed estimating tired any anyone everything employer business
    busy being dying lying happy happily happiness using owing going stopped stopping sky skies agreed feed
    feeding grateful gratitude various variously hospital hospitable
"""
_STRANGE = r"""
    e-mail O'Brien C++ 100% [/] [@click=app.quit]x[/] {x} ^y z* "quoted" (NOT) AND OR NEAR NOT near:
    title:panel Robert');DROP a_b _ %s \n naïve café Größe größer übermäßig Straße façade İstanbul ﬁrst ǰob
    отказ собеседование 面接 面接官 مقابلة 🙂 ½ 2026 3rd Q3-plan web3ing … — ’tis
    http://acme.example/jobs?id=1&x=%20 ing ness s e
"""
_UNSEEN = [
    *("cafe\u0301", "👩\u200d💻", "x\u0000y", "tab\there", "line\nbreak", "zero\u200bwidth", "\u202eright"),
    *("\ud800half", "a" * 70),
]
WORDS = [*_PLAIN.split(), *_STRANGE.split(), *_UNSEEN]
COMPANIES = [
    "Acme",
    "Acme  GmbH",
    "ACME Labs",
    "Börse & Söhne",
    "Zed",
    'O\'Brien "Co"',
    "面接会社",
    "50% Off",
    "",
]
ROLES = ["Data engineer", "Engineer", "Tester", "Größe (m/w/d)", "C++ developer", ""]
TAGS = ["panel", "panel-day", "salary", "walk", "größe", "c++", "面接", "100%", "it's", "a_b"]
FEELINGS = ["shame", "hope", "calm", "Größe", "so so", "50%"]


def text(seed: random.Random, longest: int) -> str:
    """Some words."""
    return " ".join(seed.choices(WORDS, k=seed.randint(0, longest)))


def reading(seed: random.Random) -> Reading:
    """How it feels; often nothing is said."""
    feelings = tuple(Feeling(name, 50) for name in seed.sample(FEELINGS, k=seed.choice([0, 0, 1, 2])))
    return Reading(
        seed.choice([None, None, *range(1, 10)]), seed.choice([None, None, *range(1, 10)]), feelings
    )


def fill(workspace: Workspace, clock: HandSetClock, seed: random.Random) -> None:
    """Write the journal."""
    journal = workspace.journal
    for _ in range(ENTRIES):
        clock.forward(minutes=seed.randint(1, 5))
        said = {"title": text(seed, 3), "text": text(seed, 25)}
        felt = {"before": reading(seed), "after": reading(seed)}
        tags = seed.sample(TAGS, k=seed.choice([0, 0, 1, 2]))
        when = Moment.of(clock.when - timedelta(days=seed.randint(0, 500), hours=seed.randint(0, 23)))
        if seed.random() < 0.5:
            said["text"] = said["text"] or "."
            key = journal.note(said["text"], title=said["title"], tags=tags, when=when, **felt)
        else:
            key = journal.log(
                Outcome(
                    company=seed.choice(COMPANIES),
                    role=seed.choice(ROLES),
                    stage=seed.choice([None, *VALUES[Field.STAGE]]),
                    result=seed.choice([Result.REJECTED, Result.REJECTED, *Result]),
                    source=seed.choice([None, *Source]),
                    when=when,
                    title=said["title"],
                    text=said["text"] or ".",
                    tags=tuple(tags),
                    **felt,
                )
            ).id
        if seed.random() < 0.15:
            workspace.versions.rewrite(key, text(seed, 3), text(seed, 10), seed.sample(TAGS, k=1))
        if seed.random() < 0.1:
            journal.delete(key)
        if seed.random() < 0.05:
            workspace.undo.take_back()
    say_more(workspace, clock, seed)


def say_more(workspace: Workspace, clock: HandSetClock, seed: random.Random) -> None:
    """Notes on the log, feedback and thought records; and some of it into the trash."""
    for application in workspace.applications.every():
        if seed.random() < 0.4:
            workspace.applications.add_event(
                application.id, seed.choice([*Kind]), Moment.of(clock.when), text(seed, 4)
            )
    for number, episode in enumerate(workspace.recovery.episodes()):
        if seed.random() < 0.7:
            remarks = tuple(
                Remark(seed.choice([*RemarkKind]), text(seed, 1), text(seed, 6))
                for _ in range(seed.randint(0, 3))
            )
            state = seed.choice([*FeedbackState])
            workspace.tools.feedback.put(Feedback(episode.id, state, answer=text(seed, 8), remarks=remarks))
        for turn in range(seed.choice([0, 1, 2])):
            workspace.tools.thoughts.put(
                ThoughtRecord(
                    f"{number:013}{turn:013}",
                    clock.now(),
                    "I " + text(seed, 5),
                    episode.id,
                    evidence_for=text(seed, 5),
                    evidence_against=text(seed, 5),
                    traps=tuple(seed.choices(WORDS, k=turn)),
                    fairer=text(seed, 5),
                )
            )
    with workspace.database.write():
        for table, share in (("event", 12), ("application", 9), ("checkin", 9)):
            workspace.database.run(
                f"UPDATE {table} SET deleted_at = '2026-11-23T08:30:00.000000Z' WHERE rowid % ? = 0", (share,)
            )


def question(seed: random.Random) -> str:
    """Something to type into the search box: mostly sense, with nonsense in between."""
    pieces = [_piece(seed) for _ in range(seed.choices([1, 2, 3, 4], [45, 35, 15, 5])[0])]
    asked = seed.choice([" ", " ", "  ", "\t"]).join(pieces)
    return asked[: seed.randint(0, len(asked))] if seed.random() < 0.1 else asked


def _piece(seed: random.Random) -> str:
    ask = seed.choices([_word, _phrase, _name, _choice, _span, _day, _nonsense], [40, 8, 15, 15, 8, 6, 8])[0]
    return ("-" if seed.random() < 0.2 else "+" if seed.random() < 0.1 else "") + ask(seed)


def _cut(seed: random.Random, word: str, often: float = 0.4) -> str:
    """A word, or its beginning."""
    return word[: seed.randint(1, len(word))] if word and seed.random() < often else word


def _word(seed: random.Random) -> str:
    word = _cut(seed, seed.choice(WORDS))
    return seed.choice([word, word, word.upper(), word.title()]) + "*" * (seed.random() < 0.3)


def _phrase(seed: random.Random) -> str:
    words = " ".join(seed.choices(WORDS[:40], k=seed.choice([1, 2, 2])))
    return f'"{_cut(seed, words)}' + seed.choice(['"', '"', '"*', ""])


def _name(seed: random.Random) -> str:
    field, names = seed.choice(
        [("company", COMPANIES), ("role", ROLES), ("tag", TAGS), ("tag", TAGS), ("feel", FEELINGS)]
    )
    values = [_cut(seed, seed.choice(names)).replace('"', "") for _ in range(seed.choice([1, 1, 2]))]
    stars = ["*" * (seed.random() < 0.3) for _ in values]
    return f"{field}:" + ",".join(f'"{value}"{star}' for value, star in zip(values, stars, strict=True))


def _choice(seed: random.Random) -> str:
    field = seed.choice([*VALUES])
    values: Sequence[str] = [str(value) for value in seed.choices(VALUES[field], k=seed.choice([1, 1, 2]))]
    return f"{field}:" + ",".join(_cut(seed, value.replace(" ", "-"), 0.1) for value in values)


def _span(seed: random.Random) -> str:
    low, high = seed.randint(1, 9), seed.randint(1, 9)
    said = seed.choice([f"<{low}", f">={low}", f"{low}", f"{low}..{high}", f"{low}-", "<1"])
    return f"{seed.choice(['mood', 'energy'])}:{said}"


def _day(seed: random.Random) -> str:
    day: date = TODAY - timedelta(days=seed.randint(-3, 500))
    said = seed.choice([f"{day}", f"{day:%Y-%m}", f"{day:%Y}", "yesterday", "3-weeks-ago"])
    return seed.choice([f"since:{said}", f"until:{said}", f"since:{said}", "is:deleted"])


def _nonsense(seed: random.Random) -> str:
    signs = [
        *("\"'*-+^:(){}[]|&!~%_\\/,.<>=#; \0\ud800🙂éßİ"),
        *("AND", "OR", "NOT", "NEAR(", "title:", "rowid", "a", "in", "is:", "mood:", "company:", '""'),
    ]
    drawn = [chr(seed.randrange(0x110000)) for _ in range(2)] + seed.choices(signs, k=6)
    return "".join(seed.sample(drawn, k=seed.randint(1, 6)))
