"""The ranks of the grades have holes or doubles, or their names say another order.

The ranks of all grades are 1, 2, 3 and so on, each once; rank 1 is the worst. Where several grades carry a number in
the title ("Level 1", "Ⅰ级"), the number grows with the rank. Where several carry a colour, the order is red, orange,
yellow, blue.

## Why

In China level Ⅰ and red are the worst everywhere. A company that counts the other way round is misunderstood by every
authority and by every new colleague, and "level 1" then means two things in one handbook.

## How to fix

Number the ranks from 1 without a hole. Rename the grades so that the worst has the lowest number or is red.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.severity import Grade
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("Network-security emergency plan of the public internet (China, MIIT 2017)", "House rule")

_NUMERALS = {sign: n for n, signs in enumerate(("1 I Ⅰ 一", "2 II Ⅱ 二", "3 III Ⅲ 三", "4 IV Ⅳ 四", "5 V Ⅴ 五"), 1)
             for sign in signs.split()}  # fmt: skip
_SIGN = "|".join(sorted(_NUMERALS, key=len, reverse=True))
_NUMBERED = re.compile(
    rf"\b(?:level|grade|class|category|severity|sev|nivel|grado|clase)\s*[-:]?\s*({_SIGN})\b|({_SIGN})\s*级",
    re.IGNORECASE,
)
_COLOURS = (
    r"\bred\b|红|\broj[oa]\b",
    r"\borange\b|橙|\bnaranja\b",
    r"\byellow\b|黄|\bamarill[oa]\b",
    r"\bblue\b|蓝|\bazul\b",
)


def check(facts: Facts) -> Iterator[Problem]:
    grades = tuple(facts.handbook.grades.values())
    yield from _ranks(grades)
    yield from _names(grades, _number, "a lower number")
    yield from _names(grades, _colour, "a worse colour")


def _ranks(grades: tuple[Grade, ...]) -> Iterator[Problem]:
    doubles = [(one, other) for one, other in pairwise(grades) if one.rank == other.rank]
    for one, other in doubles:
        yield Problem(
            Place.of(other, "rank"),
            f"`{other.id}` and `{one.id}` both have the rank {other.rank}.",
            expected="each rank once",
            remedy="Give the milder of the two the next rank.",
            related=(Related(Place.of(one, "rank"), "the same rank"),),
        )
    for earlier, grade in zip((0, *(grade.rank for grade in grades)), grades, strict=False):
        wanted = earlier + 1
        if not doubles and grade.rank != wanted:
            yield Problem(
                Place.of(grade, "rank"),
                f"No grade has the rank {wanted}; `{grade.id}` has the rank {grade.rank}.",
                expected=f"the rank {wanted}",
                remedy="Number the ranks from 1 without a hole, 1 being the worst.",
            )


def _names(grades: tuple[Grade, ...], order: Callable[[str], int | None], wanted: str) -> Iterator[Problem]:
    named = [(grade, place) for grade in grades if (place := order(grade.title)) is not None]
    for (worse, upper), (milder, lower) in pairwise(named):
        if worse.rank < milder.rank and upper >= lower:
            yield Problem(
                Place.of(milder, "title"),
                f'"{milder.title}" is milder than "{worse.title}" by its rank, but not by its name.',
                expected=f"{wanted} for the worse grade",
                remedy="Rename the two grades, or swap their ranks.",
                related=(Related(Place.of(worse, "title"), f"rank {worse.rank}"),),
            )


def _number(title: str) -> int | None:
    found = _NUMBERED.search(title)
    return _NUMERALS[(found[1] or found[2]).upper()] if found else None


def _colour(title: str) -> int | None:
    return next((n for n, words in enumerate(_COLOURS) if re.search(words, title, re.IGNORECASE)), None)
