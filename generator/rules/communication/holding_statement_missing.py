"""There are no prepared words for the first message of this emergency.

A scenario whose steps publish something that everybody reads has a holding statement of its own, or publishes one of
another file. A scenario that can have the worst grade, or tells only customers, may rely on a holding statement of a
communication plan. Scenarios with a reason under `not_applicable: {communication: …}`, and handbooks without any
statement, are left out.

## Why

Who writes the first statement in the emergency writes under pressure, without facts and without a lawyer. Prepared
words need only facts filled in. The EU rules for digital services want communication plans to be ready before the
incident.

## How to fix

Add a statement with `statement: holding` under `statements`, and let the publishing step send it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.publications import used_statements, worst_grade
from generator.finding import Level
from generator.model.communication import CommunicationPlan, StatementKind
from generator.model.scenario import Scenario
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("Regulation (EU) 2024/2690, annex 3.1.2(d)",)


def check(facts: Facts) -> Iterator[Problem]:
    if not facts.handbook.statements:
        return
    for scenario in facts.handbook.scenarios.values():
        if not scenario.not_applicable.communication and not _has_holding(facts, scenario):
            reason = _reason(facts, scenario)
            if reason:
                yield Problem(
                    Place.of(scenario, "statements"),
                    f"The emergency `{scenario.id}` {reason}, but has no holding statement.",
                    expected="a statement with `statement: holding`",
                    remedy="Write the first words now, with gaps for the facts, under `statements`.",
                )


def _reason(facts: Facts, scenario: Scenario) -> str | None:
    """Why the scenario needs words of its own."""
    published = [publication for publication in facts.publications if publication.scenario is scenario]
    if step := next((publication.step.id for publication in published if publication.open), None):
        return f"publishes in `{step}`"
    if _has_general(facts):
        return None
    if step := next((publication.step.id for publication in published if publication.public), None):
        return f"tells customers in `{step}`"
    return "can have the worst grade" if _can_be_worst(facts, scenario) else None


def _has_holding(facts: Facts, scenario: Scenario) -> bool:
    return any(s.statement is StatementKind.HOLDING for s in used_statements(facts.handbook, scenario))


def _can_be_worst(facts: Facts, scenario: Scenario) -> bool:
    worst = worst_grade(facts.handbook, facts.handbook.grades)
    own = worst_grade(facts.handbook, (rule.grade for rule in scenario.severity))
    return worst is not None and own is not None and own.rank == worst.rank


def _has_general(facts: Facts) -> bool:
    plans = facts.handbook.of_type(CommunicationPlan)
    return any(s.statement is StatementKind.HOLDING for plan in plans for s in plan.statements)
