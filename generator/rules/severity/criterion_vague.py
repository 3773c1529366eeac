"""A criterion cannot be measured.

A criterion of a grade, or a line under `severity` of a scenario, uses a word of degree ("serious", "many",
严重, "grave") without a number; a criterion with `at_least` or `below` has its number. A `measure` without
`at_least` and `below` is found too, unless the words of the criterion hold a number.

## Why

"A serious outage" is serious to the one who was called at night, and ordinary to the one who caused it. The grade
decides who is woken and who commands, so it must come out the same whoever reads the table. ISO 22301 asks in 8.4.2 for
thresholds that start the response.

## How to fix

Say what one counts, and from which number on: `measure: Orders hit by one fault`, `at_least: 200`, `unit: orders`.
Or name a fact that is there or not, such as "There is fire on the premises."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.severity import Criterion
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.4.2",)

_DEGREE = re.compile(
    # English
    r"\b(?:serious|severe|grave|major|considerable|significant|substantial|large|large-scale|huge|massive|extensive|"
    r"many|numerous|several|big|widespread|critical|important)\b|"
    # Spanish
    r"\b(?:graves|seri[oa]s?|severos?|severas?|importantes|considerables|significativ[oa]s?|much[oa]s?|"
    r"numeros[oa]s|gran|grandes|masiv[oa]s?|vari[oa]s|elevad[oa]s?)\b|"
    # Chinese
    r"严重|重大|较大|巨大|大量|大批|大规模|大面积|许多|很多|众多|较多|显著|若干",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|%|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|half)\b|"
    r"\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien|mil|mill[oó]n|mitad)\b|"
    r"[两二三四五六七八九十百千万半][余多]?(?:人|名|个|件|单|起|次|家|台|处|小时|分钟|天|日|元)",
    re.IGNORECASE,
)


def check(facts: Facts) -> Iterator[Problem]:
    for grade in facts.handbook.grades.values():
        for criterion in grade.criteria:
            yield from _of_criterion(criterion)
    for scenario in facts.handbook.scenarios.values():
        for rule in scenario.severity:
            if word := _vague_word(rule.when):
                yield _vague(Place.of(rule, "when"), word)


def _of_criterion(criterion: Criterion) -> Iterator[Problem]:
    if criterion.at_least is not None or criterion.below is not None:
        return
    if word := _vague_word(criterion.when):
        yield _vague(Place.of(criterion, "when"), word)
    elif criterion.measure and not _NUMBER.search(criterion.when):
        yield Problem(
            Place.of(criterion, "measure"),
            f'"{criterion.measure}" is measured, but no number says from where on it counts.',
            expected="`at_least` or `below` beside `measure`",
            remedy="Add `at_least: ...`, and `below: ...` where a worse grade begins.",
        )


def _vague_word(text: str) -> str | None:
    found = None if _NUMBER.search(text) else _DEGREE.search(text)
    return found[0] if found else None


def _vague(place: Place, word: str) -> Problem:
    return Problem(
        place,
        f'"{word}" is a matter of opinion; no number says from where on it holds.',
        expected="a number with what it counts, or a fact that is there or not",
        remedy=f'Replace "{word}" by a number, such as "200 orders or more".',
    )
