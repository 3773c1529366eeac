"""The five parts, severity, risks, exercises and contacts: lists of elements with what belongs to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.analysis.calls import Call, holders
from generator.analysis.facts import Facts
from generator.model.communication import ApprovalPath, Audience, Channel, CommunicationPlan
from generator.model.control import Plan
from generator.model.element import Measure
from generator.model.exercises import ActionStatus, CorrectiveAction, Exercise, ExercisePlan, ExerciseRecord
from generator.model.governance import ConductPlan, GlossaryPlan, Risk, RiskPlan, TimetablePlan
from generator.model.legal import EvidenceRule, Law, LegalPlan, LiabilityBoundary, Obligation
from generator.model.organization import (
    Authority,
    Department,
    OrganizationPlan,
    OutsideBody,
    Person,
    Role,
    Shift,
    Site,
    Team,
)
from generator.model.remediation import (
    ComplaintStep,
    LegalFloor,
    RemediationPlan,
    Remedy,
    ServiceStandard,
    Tier,
)
from generator.model.scenario import Scenario
from generator.model.severity import SeverityPlan
from generator.model.technical import (
    BackupJob,
    Procedure,
    Protection,
    RestoreTest,
    Spare,
    System,
    TechnicalPlan,
)
from generator.views.statements import StatementRow, statement_row


def _measures(plans: Iterable[Plan]) -> tuple[Measure, ...]:
    return tuple(measure for plan in plans for measure in getattr(plan, "measures", ()))


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    """A decision and who may take it."""

    authority: Authority
    roles: tuple[Role, ...]


@dataclass(frozen=True)
class OrganizationView:
    """Who there is."""

    plans: tuple[Plan, ...]
    departments: tuple[Department, ...]
    teams: tuple[Team, ...]
    authorities: tuple[AuthorityRow, ...]
    shifts: tuple[Shift, ...]
    sites: tuple[Site, ...]
    measures: tuple[Measure, ...]


def view_organization(facts: Facts) -> OrganizationView:
    """Departments, teams, authorities, shifts, sites."""
    book = facts.handbook
    plans = tuple(book.of_type(OrganizationPlan))
    return OrganizationView(
        plans,
        tuple(book.departments.values()),
        tuple(book.teams.values()),
        tuple(
            AuthorityRow(authority, tuple(role for role in book.roles.values() if authority.id in role.authorities))
            for authority in book.authorities.values()
        ),
        tuple(book.shifts.values()),
        tuple(book.sites.values()),
        _measures(plans),
    )


@dataclass(frozen=True, slots=True)
class JobRow:
    """A backup job with its restore tests, newest first."""

    job: BackupJob
    tests: tuple[RestoreTest, ...]


@dataclass(frozen=True)
class TechnicalView:
    """What must run, and how it comes back."""

    plans: tuple[Plan, ...]
    systems: tuple[System, ...]
    jobs: tuple[JobRow, ...]
    procedures: tuple[Procedure, ...]
    protections: tuple[Protection, ...]
    spares: tuple[Spare, ...]
    measures: tuple[Measure, ...]


def view_technical(facts: Facts) -> TechnicalView:
    """Systems, backups, procedures, protection, spares."""
    book = facts.handbook
    plans = tuple(book.of_type(TechnicalPlan))
    tests = [test for plan in plans for test in plan.restore_tests]
    return TechnicalView(
        plans,
        tuple(book.systems.values()),
        tuple(
            JobRow(job, tuple(sorted((t for t in tests if t.job == job.id), key=lambda t: t.on, reverse=True)))
            for job in book.backup_jobs.values()
        ),
        tuple(procedure for plan in plans for procedure in plan.procedures),
        tuple(protection for plan in plans for protection in plan.protections),
        tuple(book.spares.values()),
        _measures(plans),
    )


@dataclass(frozen=True)
class CommunicationView:
    """What is said, where, and who approves it."""

    plans: tuple[Plan, ...]
    spokesperson: str | None
    deputy_spokesperson: str | None
    channels: tuple[Channel, ...]
    audiences: tuple[Audience, ...]
    approval_paths: tuple[ApprovalPath, ...]
    statements: tuple[StatementRow, ...]
    scenarios: tuple[Scenario, ...]
    measures: tuple[Measure, ...]


def view_communication(facts: Facts) -> CommunicationView:
    """Channels, audiences, approval paths, general statements; scenarios bring their own."""
    book = facts.handbook
    plans = tuple(book.of_type(CommunicationPlan))
    return CommunicationView(
        plans,
        next((plan.spokesperson for plan in plans if plan.spokesperson), None),
        next((plan.deputy_spokesperson for plan in plans if plan.deputy_spokesperson), None),
        tuple(book.channels.values()),
        tuple(book.audiences.values()),
        tuple(book.approval_paths.values()),
        tuple(statement_row(book, statement) for plan in plans for statement in plan.statements),
        tuple(scenario for scenario in book.scenarios.values() if scenario.statements),
        _measures(plans),
    )


@dataclass(frozen=True, slots=True)
class ObligationRow:
    """A duty and the scenarios in which it may arise."""

    obligation: Obligation
    scenarios: tuple[Scenario, ...]


@dataclass(frozen=True)
class LegalView:
    """What law and contracts demand."""

    plans: tuple[Plan, ...]
    obligations: tuple[ObligationRow, ...]
    evidence: tuple[EvidenceRule, ...]
    liability: tuple[LiabilityBoundary, ...]
    laws: tuple[Law, ...]
    measures: tuple[Measure, ...]


def view_legal(facts: Facts) -> LegalView:
    """Clocks, evidence, liability, laws."""
    book = facts.handbook
    plans = tuple(book.of_type(LegalPlan))
    return LegalView(
        plans,
        tuple(
            ObligationRow(o, tuple(s for s in book.scenarios.values() if o.id in s.obligations))
            for o in book.obligations.values()
        ),
        tuple(rule for plan in plans for rule in plan.evidence),
        tuple(line for plan in plans for line in plan.liability),
        tuple(law for plan in plans for law in plan.laws),
        _measures(plans),
    )


@dataclass(frozen=True)
class RemediationView:
    """What customers get."""

    plans: tuple[Plan, ...]
    tiers: tuple[Tier, ...]
    remedies: tuple[Remedy, ...]
    floors: tuple[LegalFloor, ...]
    standards: tuple[ServiceStandard, ...]
    complaint_steps: tuple[ComplaintStep, ...]
    rules: tuple[str, ...]
    measures: tuple[Measure, ...]


def view_remediation(facts: Facts) -> RemediationView:
    """Tiers, remedies, floors, standards, complaints."""
    book = facts.handbook
    plans = tuple(book.of_type(RemediationPlan))
    return RemediationView(
        plans,
        tuple(book.tiers.values()),
        tuple(book.remedies.values()),
        tuple(floor for plan in plans for floor in plan.floors),
        tuple(standard for plan in plans for standard in plan.standards),
        tuple(step for plan in plans for step in plan.complaint_steps),
        tuple(rule for plan in plans for rule in plan.rules),
        _measures(plans),
    )


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


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """An exercise with the last time it was held."""

    exercise: Exercise
    last: ExerciseRecord | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class ActionRow:
    """A corrective action and whether it is late."""

    action: CorrectiveAction
    record: ExerciseRecord
    overdue: bool


@dataclass(frozen=True)
class ExercisesView:
    """What is practised and what came of it."""

    plans: tuple[Plan, ...]
    as_of: date
    programme: tuple[ProgrammeRow, ...]
    records: tuple[ExerciseRecord, ...]
    actions: tuple[ActionRow, ...]
    unpractised: tuple[Scenario, ...]
    measures: tuple[Measure, ...]


def view_exercises(facts: Facts, as_of: date) -> ExercisesView:
    """Programme, records, actions."""
    book = facts.handbook
    plans = tuple(book.of_type(ExercisePlan))
    records = tuple(sorted(book.exercise_records.values(), key=lambda r: r.on, reverse=True))
    practised = {name for exercise in book.exercises.values() for name in exercise.scenarios}
    return ExercisesView(
        plans,
        as_of,
        tuple(
            ProgrammeRow(e, next((r for r in records if r.exercise == e.id), None), e.next_on < as_of)
            for e in sorted(book.exercises.values(), key=lambda e: e.next_on)
        ),
        records,
        tuple(
            ActionRow(a, book.exercise_records[a.source], a.status is not ActionStatus.CLOSED and a.due_on < as_of)
            for a in sorted(book.corrective_actions.values(), key=lambda a: (a.status is ActionStatus.CLOSED, a.due_on))
        ),
        tuple(s for s in book.scenarios.values() if s.id not in practised),
        _measures(plans),
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
