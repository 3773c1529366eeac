"""A plan still holds text of its template, or a note that something is missing.

All words of the plans are searched for notes such as TODO, TBD, FIXME or 待补充, for "lorem ipsum", for gaps such as
`<company>` or `[name]`, and for texts without a letter or digit. Variables of statements in braces are no gaps.

## Why

The gap is found by the person who reads the page at night and needs what should stand there. A plan with template
text also shows that nobody read it before it was approved.

## How to fix

Write what belongs there. If it is not known yet, say who finds it out until when, or leave the sentence away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("House rule",)

GAPS = (
    "address", "amount", "company", "company name", "contact", "date", "department", "email", "insert", "link",
    "location", "name", "number", "organisation", "organization", "person", "phone", "place", "placeholder", "position",
    "product", "role", "time", "title", "to be completed", "url", "your company", "empresa", "fecha", "nombre",
)  # fmt: skip
"""Words that stand in angle or square brackets where a template has a gap."""

_GAP = "|".join(sorted(GAPS, key=len, reverse=True))
NOTES = re.compile(r"\b(?:TODO|TBD|TBC|TBA|FIXME|XXX+)\b|\?\?\?+")
EMPTY = re.compile(r"^[\W_]+$")
TEMPLATE = re.compile(
    rf"<(?:{_GAP})>|\[(?:{_GAP})\](?!\()|\[insert [^\]]+\]|\binsert (?:text|name|date) here\b"
    r"|lorem ipsum|待补充|待完善|待填写|此处填写|(?<![等接看招对善期])待定(?![位期时])"
    r"|por (?:completar|definir)\b|(?:to|must) be (?:completed|filled in) later",
    re.IGNORECASE,
)
HINTS = (
    "todo", "tbd", "tbc", "tba", "fixme", "xxx", "???", "lorem", "待", "此处", "<", "[", "por completar", "por definir",
    "later", "insert",
)  # fmt: skip
"""One of these stands in every unfinished text: a quick sieve before the slow search."""


def check(facts: Facts) -> Iterator[Problem]:
    empty = (wording for wording in facts.wordings if len(wording.text) < 8 and EMPTY.search(wording.text))
    for wording in (*facts.word_index.holding(*HINTS), *empty):
        found = NOTES.search(wording.text) or TEMPLATE.search(wording.text) or EMPTY.search(wording.text)
        if found:
            yield Problem(
                Place(wording.element, wording.path),
                f"The text is not finished: “{found[0]}”.",
                expected="the text that belongs there",
                remedy="Write what is missing, or leave the sentence away.",
            )
