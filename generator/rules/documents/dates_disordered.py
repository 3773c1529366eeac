"""Two dates of one thing are in the wrong order.

A plan is revised, then approved, then in force: its newest revision is not later than `approved_on`, which is not later
than `effective_on`. An emergency begins, ends and is reviewed in this order. A waiver expires after its approval.

## Why

A plan that was changed after its approval was never approved in this form. Dates that cannot be true also make every
other date of the plan doubtful.

## How to fix

Correct the date that is wrong. If the plan was changed after the approval, have it approved again and write the new
`approved_on`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.control import DocumentControl, Plan, Revision, Status
from generator.model.exercises import Incident
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 7.5", "NIST SP 800-53, CP-2")


def check(facts: Facts) -> Iterator[Problem]:
    for plan in facts.handbook.plans:
        yield from _plan(plan)
    for incident in facts.handbook.incidents.values():
        yield from _incident(incident)
    for waiver in facts.handbook.waivers.values():
        if waiver.expires_on < waiver.approved_on:
            fault = f"The waiver `{waiver.id}` expires before it is approved"
            yield _problem(fault, Place.of(waiver, "approved_on"), Place.of(waiver, "expires_on"))


def _plan(plan: Plan) -> Iterator[Problem]:
    control, newest = plan.control, plan.control.newest
    if control.approved_on and control.effective_on and control.effective_on < control.approved_on:
        fault = f"The plan `{plan.id}` is in force before it is approved"
        yield _problem(fault, Place.of(control, "approved_on"), Place.of(control, "effective_on"))
    if control.status is Status.APPROVED and control.approved_on and newest and control.approved_on < newest.on:
        fault = f"The plan `{plan.id}` was changed to {newest.version} after its approval"
        yield _problem(fault, Place.of(newest, "on"), Place.of(control, "approved_on"))


def _incident(incident: Incident) -> Iterator[Problem]:
    began = Place.of(incident, "began_on")
    if incident.ended_on and incident.ended_on < incident.began_on:
        yield _problem(f"The emergency `{incident.id}` ends before it begins", began, Place.of(incident, "ended_on"))
    if incident.reviewed_on and incident.reviewed_on < incident.began_on:
        fault = f"The emergency `{incident.id}` was reviewed before it began"
        yield _problem(fault, began, Place.of(incident, "reviewed_on"))


def _problem(fault: str, first: Place, second: Place) -> Problem:
    """`second` ought not to be earlier than `first`, but is."""
    again = ", or have the plan approved again" if isinstance(first.element, DocumentControl | Revision) else ""
    (early, late) = (getattr(place.element, str(place.path[0])) for place in (second, first))
    return Problem(
        second,
        f"{fault}: {early} is earlier than {late}.",
        expected=f"{late} or a later day",
        remedy=f"Correct the date that is wrong{again}.",
        related=(Related(first, "must not be later"),),
    )
