"""A kind of outside help that every plan needs is not among the outside bodies.

For each kind in the threshold `outside_bodies`, the plans have at least one outside body with this `body`.

## Why

Looking up the number of the fire service, the insurer or the lawyer costs minutes that nobody has, and at night the
website of the supplier shows only the office hours. GB/T 29639-2020 wants these numbers in the plan for the site.

## How to fix

Add the body under `outside_bodies` with its numbers. If your company needs none of a kind, set
`thresholds: {outside_bodies: [...]}` in `handbook.yml` to the kinds it needs.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.handbook import Handbook
from generator.model.organization import OrganizationPlan
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = ("GB/T 29639-2020 (on-site scheme; annex: contacts)", "SCF IRO-14")
THRESHOLDS = ("outside_bodies",)


def check(facts: Facts) -> Iterator[Problem]:
    known = {body.body for body in facts.handbook.outside_bodies.values()}
    for kind in facts.handbook.settings.thresholds.outside_bodies:
        if kind not in known:
            yield Problem(
                _place(facts.handbook),
                f"No outside body of the kind `{kind}` is known.",
                expected=f"at least one with `body: {kind}`",
                remedy=f"Add an outside body with `body: {kind}`, its numbers and when to call it.",
            )


def _place(handbook: Handbook) -> Place:
    """The list of outside bodies, or the settings if there is none."""
    plan = next((plan for plan in handbook.of_type(OrganizationPlan) if plan.outside_bodies), None)
    return Place.of(plan, "outside_bodies") if plan else Place.of(handbook.settings)
