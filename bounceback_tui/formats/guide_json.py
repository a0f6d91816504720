"""A guide as it is kept beside the journal, so that a start neither loads nor runs a Markdown parser."""

from __future__ import annotations

import json
from typing import Any

from bounceback_tui.domain.guide import Guide, Section, Step

_JSON_KEY = "bounceback guide 1"
"""Names the shape of the JSON; to be counted up when it changes."""


def guide_to_json(guide: Guide) -> str:
    """A guide as JSON, to read again with `guide_from_json`."""
    from dataclasses import asdict  # noqa: PLC0415 - a start only reads

    return json.dumps({_JSON_KEY: asdict(guide)}, ensure_ascii=False)


def guide_from_json(text: str) -> Guide:
    """The guide that `guide_to_json` wrote. Raises ValueError for anything else: parse the Markdown again."""
    try:
        kept = json.loads(text)[_JSON_KEY]
        sections = tuple(
            Section(
                **_words(section, ("id", "title", "text")),
                steps=tuple(Step(**_words(step, ("id", "text", "tool"))) for step in section["steps"]),
            )
            for section in kept["sections"]
        )
        return Guide(**_words(kept, ("title", "credit", "opening", "closing", "digest")), sections=sections)
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise ValueError("this is not a guide that was kept") from error


def _words(record: Any, names: tuple[str, ...]) -> dict[str, str]:
    """The named strings of a JSON object. Raises ValueError where one is something else."""
    if not all(isinstance(record[name], str) for name in names):
        raise ValueError("not a text")
    return {name: record[name] for name in names}
