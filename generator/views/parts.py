"""The five parts of the plans: lists of elements with what belongs to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.analysis.facts import Facts
from generator.model.accounts import Account
from generator.model.communication import ApprovalPath, Audience, Channel, CommunicationPlan
from generator.model.control import Plan
from generator.model.element import Measure
from generator.model.legal import EvidenceRule, Law, LegalPlan, LiabilityBoundary, Obligation, Statute
from generator.model.organization import (
    Authority,
    Department,
    OrganizationPlan,
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
from generator.model.technical import BackupJob, Procedure, Protection, RestoreTest, Spare, System, TechnicalPlan
from generator.views.statements import StatementRow, statement_row


def measures_of(plans: Iterable[Plan]) -> tuple[Measure, ...]:
    """Standing duties of several plan files."""
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
        measures_of(plans),
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
    accounts: tuple[Account, ...]
    measures: tuple[Measure, ...]


def view_technical(facts: Facts) -> TechnicalView:
    """Systems, backups, procedures, protection, spares, accounts."""
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
        tuple(book.accounts.values()),
        measures_of(plans),
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
        measures_of(plans),
    )


@dataclass(frozen=True, slots=True)
class ObligationRow:
    """A duty and the scenarios in which it may arise."""

    obligation: Obligation
    scenarios: tuple[Scenario, ...]


@dataclass(frozen=True, slots=True)
class StatuteRow:
    """A duty as the law has it, and the company's own duties that rest on it."""

    statute: Statute
    obligations: tuple[Obligation, ...]


@dataclass(frozen=True)
class LegalView:
    """What law and contracts demand."""

    plans: tuple[Plan, ...]
    obligations: tuple[ObligationRow, ...]
    statutes: tuple[StatuteRow, ...]
    evidence: tuple[EvidenceRule, ...]
    liability: tuple[LiabilityBoundary, ...]
    laws: tuple[Law, ...]
    measures: tuple[Measure, ...]


def view_legal(facts: Facts) -> LegalView:
    """Clocks, statutes, evidence, liability, laws."""
    book = facts.handbook
    plans = tuple(book.of_type(LegalPlan))
    return LegalView(
        plans,
        tuple(
            ObligationRow(o, tuple(s for s in book.scenarios.values() if o.id in s.obligations))
            for o in book.obligations.values()
        ),
        tuple(
            StatuteRow(statute, tuple(o for o in book.obligations.values() if o.statute == statute.id))
            for statute in book.statutes.values()
        ),
        tuple(rule for plan in plans for rule in plan.evidence),
        tuple(line for plan in plans for line in plan.liability),
        tuple(law for plan in plans for law in plan.laws),
        measures_of(plans),
    )


@dataclass(frozen=True, slots=True)
class FloorRow:
    """What the law grants, and the remedies that fulfil it."""

    floor: LegalFloor
    remedies: tuple[Remedy, ...]


@dataclass(frozen=True)
class RemediationView:
    """What customers get."""

    plans: tuple[Plan, ...]
    tiers: tuple[Tier, ...]
    remedies: tuple[Remedy, ...]
    floors: tuple[FloorRow, ...]
    standards: tuple[ServiceStandard, ...]
    complaint_steps: tuple[ComplaintStep, ...]
    rules: tuple[str, ...]
    unique_by: tuple[str, ...]
    measures: tuple[Measure, ...]


def view_remediation(facts: Facts) -> RemediationView:
    """Tiers, remedies, floors, standards, complaints."""
    book = facts.handbook
    plans = tuple(book.of_type(RemediationPlan))
    return RemediationView(
        plans,
        tuple(book.tiers.values()),
        tuple(book.remedies.values()),
        tuple(
            FloorRow(floor, tuple(r for r in book.remedies.values() if floor.id in r.fulfils))
            for floor in book.floors.values()
        ),
        tuple(standard for plan in plans for standard in plan.standards),
        tuple(step for plan in plans for step in plan.complaint_steps),
        tuple(rule for plan in plans for rule in plan.rules),
        tuple(plan.unique_by for plan in plans if plan.unique_by),
        measures_of(plans),
    )
