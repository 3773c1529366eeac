"""What one looks up and prepares: severity, risks, contacts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.calls import Call, holders
from generator.analysis.facts import Facts
from generator.model.contacts import OutsideBody
from generator.model.control import Plan
from generator.model.governance import ConductPlan, GlossaryPlan, Risk, RiskPlan, TimetablePlan
from generator.model.organization import OrganizationPlan, Person, Role
from generator.model.scenario import Scenario
from generator.model.severity import SeverityPlan


@dataclass(frozen=True)
class SeverityView:
    """How bad it is."""

    plan: SeverityPlan
    scenarios: dict[str, tuple[Scenario, ...]]
    """Scenarios that can reach a grade, by grade."""


def view_severity(facts: Facts, plan: SeverityPlan) -> SeverityView:
    """Grades and escalation."""
    scenarios = facts.handbook.scenarios.values()
    return SeverityView(
        plan,
        {
            grade: tuple(s for s in scenarios if any(rule.grade == grade for rule in s.severity))
            for grade in facts.handbook.grades
        },
    )


@dataclass(frozen=True)
class RisksView:
    """The risk register, highest score first, and the grid of likelihood (rows, 5 first) × impact."""

    plan: RiskPlan
    risks: tuple[Risk, ...]
    grid: tuple[tuple[tuple[Risk, ...], ...], ...]

    @property
    def numbers(self) -> dict[str, int]:
        """Numbers of the risks in the register, by id."""
        return {risk.id: number for number, risk in enumerate(self.risks, start=1)}

    @staticmethod
    def band(score: int) -> str:
        """Low to 5, medium to 11, high to 19, extreme above: the usual bands of a 5 × 5 grid."""
        return next(
            name for name, least in (("extreme", 20), ("high", 12), ("medium", 6), ("low", 0)) if score >= least
        )


def view_risks(plan: RiskPlan) -> RisksView:
    """Register and grid."""
    risks = tuple(sorted(plan.risks, key=lambda r: -r.score))
    grid = tuple(
        tuple(tuple(r for r in risks if (r.likelihood, r.impact) == (row, column)) for column in range(1, 6))
        for row in range(5, 0, -1)
    )
    return RisksView(plan, risks, grid)


@dataclass(frozen=True, slots=True)
class RoleContacts:
    """The people to call for a role."""

    role: Role
    calls: tuple[Call, ...]


@dataclass(frozen=True)
class ContactsView:
    """Whom to call, inside and outside."""

    plans: tuple[Plan, ...]
    roles: tuple[RoleContacts, ...]
    people: tuple[Person, ...]
    bodies: tuple[OutsideBody, ...]

    @property
    def promises(self) -> bool:
        """Whether any outside body promises something, so that a column is worth its room."""
        return any(
            body.restores_within or body.reports_within or body.continuity_tested_on or body.exit
            for body in self.bodies
        )


def view_contacts(facts: Facts) -> ContactsView:
    """Contacts by role, by person, and outside bodies."""
    book = facts.handbook
    roles = tuple(RoleContacts(role, holders(book, role.id)) for role in book.roles.values())
    plans = tuple(p for p in book.of_type(OrganizationPlan) if p.people or p.outside_bodies)
    ordered = tuple(sorted(book.people.values(), key=lambda person: person.name))
    return ContactsView(plans, roles, ordered, tuple(book.outside_bodies.values()))


def single_pages(facts: Facts) -> Iterator[tuple[str, Plan]]:
    """Plans with a page of their own kind: template name and plan."""
    for model, template in (
        (ConductPlan, "conduct"),
        (TimetablePlan, "peak-day"),
        (GlossaryPlan, "glossary"),
    ):
        for plan in facts.handbook.of_type(model):
            yield template, plan
