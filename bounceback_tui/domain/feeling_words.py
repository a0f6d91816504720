"""What is typed as a feeling: whether it is one at all, and which word was meant by a slip of the fingers."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORDS, _LETTERS = 3, 30
"""The longest that a feeling without a number is; whatever is longer tells what happened."""

_STOP = re.compile(r"\S\s+\S.*[.!?…]|[.!?…]\s+\S")
"""What ends a sentence, unless it stands behind a single word."""

_SOMEBODY = "i he she it we you they nobody somebody someone everybody everyone there"
"""Who something is told of: "they said no" is short, and a sentence all the same."""

_SHORTENED = re.compile(r"['’](?:m|s|re|ve|d|ll)$")
""" "they've" is "they"."""

_DID = (
    "said says went wrote chose hired called phoned replied answered ghosted rejected declined cancelled"
    " is was are were has had have did didn't didn’t never"
)
"""What somebody with a name of their own did: "Acme said no"."""

_SHORTEST = 5
"""Letters from which on a slip is looked for."""

_LETTERS_A_SLIP = 4
"""One slip is forgiven for each so many letters of the right word."""

_SPELT = """
    afraid angry annoyed anxious ashamed bitter bored calm cheated confused crushed defeated
    deflated depressed desperate devastated disappointed discouraged disheartened dismayed drained
    embarrassed empty envious exhausted foolish fragile frustrated furious grateful grieving guilty
    heartbroken helpless hopeful hopeless humiliated hurt ignored impatient inadequate indifferent
    insecure irritated jealous lonely miserable nervous numb optimistic outraged overwhelmed
    panicked pessimistic powerless proud puzzled rejected relieved resentful resigned restless
    scared shaky shaken shocked sorrowful stressed surprised tearful tense terrified thankful tired
    touched trapped troubled uncertain uneasy unhappy unwanted upset useless vulnerable weary
    worried worthless wounded dejected inadequacy restful relived worthy worthiness crashed
    frustrating irritating rejecting humiliating exhausting embarrassing anxiety dread emptiness
    exhaustion fear frustration fury grief guilt
    happiness helplessness hopelessness humiliation insecurity irritation jealousy misery panic
    pride rejection resentment sorrow stress worthlessness
"""
"""Words that are spelt right; they are offered where one of them was nearly typed, and nowhere else."""


def is_sentence(line: str) -> bool:
    """Whether words without a number tell what happened: "they said no" does, "let down" does not."""
    words = line.casefold().split()
    if len(words) > _WORDS or len(line) > _LETTERS or _STOP.search(line):
        return True
    if len(words) < 2:
        return False
    first = _SHORTENED.sub("", words[0])
    return first in _SOMEBODY.split() or (len(words) == _WORDS and words[1] in _DID.split())


def meant(word: str, known: Iterable[str] = (), *, done: bool = False) -> str:
    """The feeling that was meant by a word that is nearly one: "disappointed" by "dissapointed".

    Empty where the word is right, or another one altogether. `known` are spelt right, too. The beginning
    of one may become it yet, until somebody is `done` with it.
    """
    said = word.casefold().strip()
    if len(said) < _SHORTEST or not said.replace("-", "").isalpha():
        return ""
    right = dict.fromkeys([*(name.casefold() for name in known), *_SPELT.split()])
    if begun := [one for one in right if one.startswith(said)]:
        # "worth" is no slip of "worthless"
        fitting = (
            one for one in begun if not (one.endswith("less") and one.removesuffix("less").startswith(said))
        )
        return next(fitting, "") if done and said not in right else ""
    doubled = said[-1] == said[-2]  # "hopefull"; but "shamed" is no slip of "shame"
    near = {
        one: _slips(said, one)
        for one in right
        if one[:1] == said[0] and len(one) >= _SHORTEST and (doubled or not said.startswith(one))
    }
    best = min(near, key=lambda one: near[one], default="")
    return best if best and near[best] <= len(best) // _LETTERS_A_SLIP else ""


def _slips(said: str, right: str) -> int:
    """How many letters are missing, too many, wrong, or in the place of their neighbour."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for at, letter in enumerate(said, 1):
        earlier, before, row = before, row, [at]
        for to, other in enumerate(right, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != other))
            swapped = at > 1 and to > 1 and letter == right[to - 2] and said[at - 2] == other
            row.append(min(cost, earlier[to - 2] + 1) if swapped else cost)
    return row[-1]
