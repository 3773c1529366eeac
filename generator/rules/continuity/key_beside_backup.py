"""The key to a backup is kept beside the backup or inside the system that it saves.

The words in `key_kept` of a copy do not name only its own `place` or `medium`, or the title of the system that is
backed up.

## Why

Fire, thieves and attackers take both at once: the copy is there, and nobody can open it. A key that lies inside the
encrypted data is the same as no key.

## How to fix

Keep the key at another place, on paper or on a token, best in two sealed envelopes in two safes, and name them in
`key_kept`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.recovery import copies_of
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ENISA technical guidance on Regulation (EU) 2024/2690, tip 4.2.6",)

_SECOND_PLACE = re.compile(r"\b(and|und|y|e|et)\b|[,;&+、和及]")


def check(facts: Facts) -> Iterator[Problem]:
    for backups in facts.recovery.backups.values():
        for saved in copies_of(backups.jobs):
            copy = saved.copy
            same = _same_place(copy.key_kept or "", (copy.place, copy.medium, backups.system.title))
            if same:
                yield Problem(
                    Place.of(copy, "key_kept"),
                    f"The key to a copy of `{saved.job.id}` is kept where the copy is of no use without it: {same}.",
                    expected="a place that is not lost together with the copy",
                    remedy="Keep the key at another place and name it here.",
                    related=(Related(Place.of(copy, "place"), "the copy lies here"),),
                )


def _same_place(kept: str, places: tuple[str, ...]) -> str | None:
    """The place that the words name, unless they name a second one too."""
    words = kept.casefold()
    for place in places:
        rest = words.replace(place.casefold(), "")
        if rest != words and not _SECOND_PLACE.search(rest):
            return place
    return None
