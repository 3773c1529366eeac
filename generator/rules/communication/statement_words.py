"""A statement uses words that do harm: a guess, blame, a promise about the future, an empty phrase.

The words of a statement, gaps left out, are searched in English, Chinese and Spanish for

* guesses ("probably", "we believe that", "据推测", "probablemente"),
* blame of others ("is to blame", "not our fault", "与我们无关", "no es culpa nuestra"),
* promises that nobody can keep ("will never happen again", "绝不会再", "no volverá a ocurrir"),
* empty phrases ("we take … very seriously", "高度重视", "nos tomamos muy en serio"),
* places left open ("TODO", "XXX", "____"),
* in recalls, words that play the danger down ("voluntary", "precautionary", "自愿召回", "por precaución").

Notices to staff and reports to authorities are left out.

## Why

A guess that proves wrong starts a second crisis, and blame makes victims into opponents. EU law forbids recall notices
words that lower the sense of danger, such as "voluntary" or "precautionary".

## How to fix

Say what is confirmed and what is not known yet, without a cause. Say what you do, not how seriously you take it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.harmful_words import harms
from generator.finding import Level
from generator.model.communication import StatementKind
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("Practice with holding statements", "Regulation (EU) 2023/988 (GPSR), art. 36")

_INTERNAL = frozenset({StatementKind.STAFF_NOTICE, StatementKind.AUTHORITY_REPORT})


def check(facts: Facts) -> Iterator[Problem]:
    for statement in facts.handbook.statements.values():
        if statement.statement not in _INTERNAL:
            for harm, quoted in harms(statement.says, recall=statement.statement is StatementKind.RECALL):
                yield Problem(
                    Place.of(statement, "says"),
                    f'`{statement.id}` has {harm.name}: "{quoted}".',
                    expected="confirmed facts, what we do, and what people can do",
                    remedy=harm.advice,
                )
