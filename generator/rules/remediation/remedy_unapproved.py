"""A step grants more than may be granted without approval, and nobody has approved it.

The remedy belongs to a tier with approvers that is not the lowest of its currency. The step is approved if an
approver of this or a higher tier does it, or if it waits, directly or over other steps, for a step with
`act: approve-remedy`. In a scenario without such a step it is also approved if an approver answers for it, or if it
waits for one with `act: approve` or `act: determine`, or with `act: approve-legal` in the part `remediation`. Steps
with `act: request-remedy` only ask.

## Why

The limits of the tiers hold only if the plan asks for the approval. A step that grants at once is carried out at
once.

## How to fix

Add a step with `act: approve-remedy` and name it in `after`, or let one of the approvers answer for the step.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.tiers import paid_tiers
from generator.finding import Level
from generator.model.acts import Act, Part
from generator.model.handbook import Handbook
from generator.model.remediation import Tier
from generator.model.scenario import Scenario, Step
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule",)

_DECISIONS = frozenset({Act.APPROVE, Act.DETERMINE})


def check(facts: Facts) -> Iterator[Problem]:
    approvers = _approvers(facts.handbook)
    for scenario in facts.handbook.scenarios.values():
        for step in scenario.steps:
            for number, name in enumerate(step.grants):
                tier = facts.handbook.tiers[facts.handbook.remedies[name].tier]
                if tier.id in approvers and not _approved(facts, scenario, step, approvers[tier.id]):
                    yield _problem(step, number, tier)


def _approvers(handbook: Handbook) -> dict[str, set[str]]:
    """Who may approve, by tier that needs it: the approvers of the tier and of all above it."""
    found = {}
    for tiers in paid_tiers(handbook):
        for number, paid in enumerate(tiers):
            if number and paid.tier.approved_by:
                found[paid.tier.id] = {role for higher in tiers[number:] for role in higher.tier.approved_by}
    return found


def _approved(facts: Facts, scenario: Scenario, step: Step, approvers: set[str]) -> bool:
    if step.act in (Act.REQUEST_REMEDY, Act.APPROVE_REMEDY) or step.responsible in approvers:
        return True
    earlier = facts.earlier_steps[scenario.id][step.id]
    approving = [other for other in scenario.steps if other.act is Act.APPROVE_REMEDY]
    if approving:
        return any(other.id in earlier for other in approving)
    return step.accountable in approvers or any(_decides(other) for other in scenario.steps if other.id in earlier)


def _decides(step: Step) -> bool:
    return step.act in _DECISIONS or (step.act is Act.APPROVE_LEGAL and step.part is Part.REMEDIATION)


def _problem(step: Step, number: int, tier: Tier) -> Problem:
    approvers = ", ".join(f"`{role}`" for role in tier.approved_by)
    return Problem(
        Place.of(step, "grants", number),
        f"The step `{step.id}` grants `{step.grants[number]}` of the tier `{tier.id}`, but nobody has approved it.",
        expected=f"an earlier step with `act: approve-remedy`, done by {approvers}",
        remedy="Add the approving step and name it in `after`, or let an approver answer for this step.",
        related=(Related(Place.of(tier, "approved_by"), "who approves this tier"),),
    )
