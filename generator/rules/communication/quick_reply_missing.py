"""Customers read of the emergency, but the agents have no words for their questions.

A scenario publishes a holding statement, update, result, customer notice or recall for an audience that can ask back
over a channel of customer service, which is one that a service standard names in `via`. Then the scenario has a quick
reply of its own, or publishes one of another file. A handbook without service standards is left out.

## Why

A public statement makes the phones ring. Without prepared words every agent says something else, and what agents say
is quoted as the word of the company.

## How to fix

Add a short statement with `statement: quick-reply` for the channels of customer service, and let the step that
answers customers publish it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.publications import used_statements
from generator.finding import Level
from generator.model.communication import StatementKind
from generator.model.handbook import Handbook
from generator.model.remediation import RemediationPlan
from generator.model.scenario import Scenario
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)


def check(facts: Facts) -> Iterator[Problem]:
    asking = _who_can_ask(facts.handbook)
    for scenario in facts.handbook.scenarios.values():
        own = (publication for publication in facts.publications if publication.scenario is scenario)
        public = next((p for p in own if p.public and asking.intersection(p.statement.audiences)), None)
        if public and not _has_quick_reply(facts.handbook, scenario):
            yield Problem(
                Place.of(scenario, "statements"),
                f"The emergency `{scenario.id}` publishes `{public.statement.id}`, but has no quick reply for agents.",
                expected="a statement with `statement: quick-reply`",
                remedy="Write two or three sentences that an agent can say, and publish them with the statement.",
                related=(Related(Place.of(public.step, "publishes", public.number), "customers read it from here on"),),
            )


def _who_can_ask(handbook: Handbook) -> set[str]:
    """Audiences of the channels of customer service."""
    plans = handbook.of_type(RemediationPlan)
    channels = {name for plan in plans for standard in plan.standards for name in standard.via}
    return {audience for name in channels for audience in handbook.channels[name].reaches}


def _has_quick_reply(handbook: Handbook, scenario: Scenario) -> bool:
    return any(s.statement is StatementKind.QUICK_REPLY for s in used_statements(handbook, scenario))
