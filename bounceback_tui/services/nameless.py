"""A past without the names of companies, for figures that are handed to somebody else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from unicodedata import normalize

from bounceback_tui.domain.episode import UNNAMED
from bounceback_tui.domain.feedback import Remark
from bounceback_tui.domain.past import Past


class Nameless:
    """Puts "company 1" and so on for the names of companies, wherever they are known or written."""

    def __init__(self, names: Sequence[str]) -> None:
        """`names` are those of all companies, the latest first."""
        names = [normalize("NFC", name) for name in names]
        self._numbers: dict[str, str] = {}
        self._steps: dict[str, str] = {}
        for name in reversed(names):  # the latest are first, and their numbers may change
            self._numbers.setdefault(_key(name), f"company {len(self._numbers) + 1}")
        # as they were written as well: "ß" is no "ss" to a pattern
        longest = sorted({*self._numbers, *(" ".join(name.split()) for name in names)}, key=len, reverse=True)
        choice = "|".join(r"\s+".join(map(re.escape, one.split(" "))) for one in longest)
        self._known = re.compile(rf"(?<!\w)(?:{choice})(?!\w)", re.IGNORECASE) if longest else None

    def past(self, past: Past) -> Past:
        """The same past without a name: no statistic can tell what it was not given."""
        return replace(
            past,
            episodes=tuple(one._replace(company=self._company(one.company)) for one in past.episodes),
            applications=tuple(
                one._replace(company=self._company(one.company), role=self._text(one.role))
                for one in past.applications
            ),
            reasons=tuple(
                one._replace(
                    outside=tuple(map(self._text, one.outside)),
                    changeable=tuple(map(self._text, one.changeable)),
                )
                for one in past.reasons
            ),
            requests=tuple(
                one._replace(
                    company=self._company(one.company), remarks=tuple(map(self._remark, one.remarks))
                )
                for one in past.requests
            ),
            checklists=tuple(
                one._replace(
                    beside=tuple(
                        step._replace(step=self._step(step.step), words=self._text(step.words))
                        for step in one.steps
                    ),
                    touched=(),
                    guide=(),
                )
                for one in past.checklists
            ),
        )

    def _company(self, name: str) -> str:
        return self._numbers.get(_key(name), UNNAMED) if name.strip() else ""

    def _remark(self, remark: Remark) -> Remark:
        return replace(remark, theme=self._text(remark.theme), text=self._text(remark.text))

    def _text(self, text: str) -> str:
        if self._known is None:
            return text
        return self._known.sub(lambda match: self._company(match[0]), normalize("NFC", text))

    def _step(self, step: str) -> str:
        """ "step 1": the id of a step in somebody's own guide is made of its words."""
        return self._steps.setdefault(step, f"step {len(self._steps) + 1}")


def _key(name: str) -> str:
    return " ".join(normalize("NFC", name).casefold().split())
