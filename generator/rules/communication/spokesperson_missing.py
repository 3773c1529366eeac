"""It is not clear who speaks for the company, or who does when that person is away.

The communication plans together name one `spokesperson` and one `deputy_spokesperson`. The two are different roles,
and different people are the first to call for them. A handbook without channels and statements is left out.

## Why

When two people speak, the press has two stories. When nobody is named, everybody answers, or the one who would have
to is on a plane. DORA asks for at least one person who is tasked with speaking to the public and the media in an
incident; ICS knows exactly one information officer.

## How to fix

Write `spokesperson` and `deputy_spokesperson` into one file under `communication/`, and remove them from all others.
Fill the two roles with different people.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import shared_person
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.communication import CommunicationPlan
from generator.model.handbook import Handbook
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("Regulation (EU) 2022/2554 (DORA), art. 14(3)", "ICS (Public Information Officer)")


def check(facts: Facts) -> Iterator[Problem]:
    plans = list(facts.handbook.of_type(CommunicationPlan))
    if not any(plan.channels or plan.statements for plan in plans):
        return
    naming = [plan for plan in plans if plan.spokesperson]
    if not naming:
        yield _nobody(next((plan for plan in plans if plan.approval_paths), plans[0]))
        return
    for other in naming[1:]:
        if other.spokesperson != naming[0].spokesperson:
            yield _second(other, naming[0])
    deputies = [plan for plan in plans if plan.deputy_spokesperson]
    if not deputies:
        yield _no_deputy(naming[0])
    for plan in deputies:
        yield from _same_person(plan, naming[0], facts.handbook)


def _nobody(plan: CommunicationPlan) -> Problem:
    return Problem(
        Place.of(plan, "spokesperson"),
        "No plan says who speaks for the company.",
        expected="one role under `spokesperson`",
        remedy="Add `spokesperson: …` and `deputy_spokesperson: …` to this plan.",
    )


def _second(plan: CommunicationPlan, first: CommunicationPlan) -> Problem:
    return Problem(
        Place.of(plan, "spokesperson"),
        f"`{plan.spokesperson}` is named as a second spokesperson, beside `{first.spokesperson}`.",
        expected="one spokesperson in all plans",
        remedy="Remove `spokesperson` from one of the two plans.",
        related=(Related(Place.of(first, "spokesperson"), "the first one"),),
    )


def _no_deputy(plan: CommunicationPlan) -> Problem:
    return Problem(
        Place.of(plan, "spokesperson"),
        f"Nobody speaks for the company when `{plan.spokesperson}` is away.",
        expected="another role under `deputy_spokesperson`",
        remedy="Add `deputy_spokesperson: …` to this plan.",
    )


def _same_person(plan: CommunicationPlan, first: CommunicationPlan, handbook: Handbook) -> Iterator[Problem]:
    speaker, deputy = first.spokesperson or "", plan.deputy_spokesperson or ""
    person = shared_person(handbook, speaker, deputy)
    if speaker == deputy or person:
        why = "is the same role" if speaker == deputy or person is None else f"is the same person (`{person.id}`)"
        yield Problem(
            Place.of(plan, "deputy_spokesperson"),
            f"The deputy spokesperson `{deputy}` {why} as the spokesperson `{speaker}`.",
            expected="a role that somebody else fills",
            remedy="Name another role under `deputy_spokesperson`.",
            related=(Related(Place.of(first, "spokesperson"), "the spokesperson"),),
        )
