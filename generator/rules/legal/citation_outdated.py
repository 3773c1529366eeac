"""A plan cites a law by an article that has moved or an edition that is gone.

All words of the plans are searched for the citations under `formerly` of the statutes. Case, punctuation and spellings
such as "article", "art." and "arts" do not matter. A text that also names the current `basis` is left alone: it
explains the change.

## Why

The Chinese Cybersecurity Law moved its articles on 2026-01-01: 25 became 27, 42 became 44, 59 became 61. A report that
cites the old number looks careless to the authority, and whoever looks the article up reads another duty.

## How to fix

Write the citation that stands under `basis` of the statute. Correct every place at once; old templates carry the old
number for years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.wording import Wording
from generator.finding import Level
from generator.model.legal import Statute
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("Cybersecurity Law (China) as amended on 2026-01-01", "House rule: plans cite the law in force")

_ARTICLE = re.compile(r"\b(articles?|arts?)\b\.?", re.IGNORECASE)
_FILLER = re.compile(r"[\W_]+")


def check(facts: Facts) -> Iterator[Problem]:
    statutes = facts.handbook.statutes.values()
    old = [(_plain(cited), cited, statute) for statute in statutes for cited in statute.formerly]
    gone = [(re.compile(rf"(?<!\w){re.escape(plain)}(?!\d)"), cited, statute) for plain, cited, statute in old]
    ends = {plain.split()[-1] for plain, _, _ in old}
    for wording in facts.wordings:
        if any(end in wording.text.lower() for end in ends) and "formerly" not in wording.path:
            plain = _plain(wording.text)
            for pattern, cited, statute in gone:
                if pattern.search(plain) and _plain(statute.basis) not in plain:
                    yield _problem(wording, cited, statute)


def _plain(words: str) -> str:
    return _FILLER.sub(" ", _ARTICLE.sub("art", words)).strip().lower()


def _problem(wording: Wording, cited: str, statute: Statute) -> Problem:
    return Problem(
        Place.of(wording.element, *wording.path),
        f"This text cites {cited}, which is out of date.",
        expected=statute.basis,
        remedy=f"Write {statute.basis}, and check that the rest of the sentence still fits.",
        related=(Related(Place.of(statute, "formerly", statute.formerly.index(cited)), "marked as out of date"),),
    )
