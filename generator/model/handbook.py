"""One edition of everything: all plans of a company, with every reference resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from generator.model.accounts import Account
from generator.model.approval import ApprovalRecord
from generator.model.communication import ApprovalPath, Audience, Channel, Statement
from generator.model.contacts import OutsideBody
from generator.model.control import Plan
from generator.model.element import Element, Measure
from generator.model.exercises import (
    CorrectiveAction,
    Exercise,
    ExerciseFinding,
    ExerciseRecord,
    Incident,
)
from generator.model.governance import (
    ConductPlan,
    OfflineCopy,
    Requirement,
    RequirementCatalog,
    ReviewTrigger,
    Risk,
    TimetablePlan,
    Waiver,
)
from generator.model.legal import Obligation, Statute
from generator.model.organization import (
    Assignment,
    Authority,
    Department,
    OrganizationPlan,
    Person,
    Role,
    Shift,
    Site,
    Team,
)
from generator.model.remediation import LegalFloor, Remedy, Tier
from generator.model.scenario import Scenario
from generator.model.settings import ScenarioGroup, Settings
from generator.model.severity import Grade, SeverityPlan
from generator.model.technical import BackupJob, Procedure, RestoreTest, Spare, System

E = TypeVar("E", bound=Element)
Index = Mapping[str, Mapping[str, Element]]


def index_elements(parts: Iterable[Element]) -> dict[str, dict[str, Element]]:
    """Elements by kind and id; of two with the same id the first is kept."""
    index: dict[str, dict[str, Element]] = {}
    for part in parts:
        for element in part.walk():
            if element.kind is not None:
                index.setdefault(element.kind, {}).setdefault(element.id, element)  # type: ignore[attr-defined]
    return index


@dataclass(frozen=True)
class Handbook:
    """Settings, plans in path order, requirement catalogs, and records of approvals.

    A Handbook exists only if every reference in it resolves, so that look-ups by id never fail.
    """

    settings: Settings
    plans: tuple[Plan, ...]
    catalogs: tuple[RequirementCatalog, ...] = ()
    approvals: tuple[ApprovalRecord, ...] = ()

    @cached_property
    def index(self) -> Index:
        """Elements by kind and id."""
        return MappingProxyType(index_elements(self.parts))

    @property
    def parts(self) -> tuple[Element, ...]:
        """Everything that somebody wrote into a file of its own; records of approvals are written by a command."""
        return (self.settings, *self.plans, *self.catalogs)

    def _all(self, model: type[E]) -> dict[str, E]:
        found = self.index.get(model.kind or "", {})
        return {key: element for key, element in found.items() if isinstance(element, model)}

    def of_type(self, model: type[E]) -> Iterator[E]:
        """Plans of one type, in path order."""
        return (plan for plan in self.plans if isinstance(plan, model))

    @cached_property
    def scenarios(self) -> Mapping[str, Scenario]:
        return self._all(Scenario)

    @cached_property
    def other_plans(self) -> Mapping[str, Plan]:
        """Plans by id, apart from scenarios."""
        return self._all(Plan)

    @cached_property
    def scenario_groups(self) -> Mapping[str, ScenarioGroup]:
        return self._all(ScenarioGroup)

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        return self._all(Role)

    @cached_property
    def departments(self) -> Mapping[str, Department]:
        return self._all(Department)

    @cached_property
    def authorities(self) -> Mapping[str, Authority]:
        return self._all(Authority)

    @cached_property
    def teams(self) -> Mapping[str, Team]:
        return self._all(Team)

    @cached_property
    def sites(self) -> Mapping[str, Site]:
        return self._all(Site)

    @cached_property
    def people(self) -> Mapping[str, Person]:
        return self._all(Person)

    @cached_property
    def shifts(self) -> Mapping[str, Shift]:
        return self._all(Shift)

    @cached_property
    def outside_bodies(self) -> Mapping[str, OutsideBody]:
        return self._all(OutsideBody)

    @cached_property
    def grades(self) -> Mapping[str, Grade]:
        """Grades by id, worst first."""
        return dict(sorted(self._all(Grade).items(), key=lambda item: item[1].rank))

    @cached_property
    def systems(self) -> Mapping[str, System]:
        return self._all(System)

    @cached_property
    def backup_jobs(self) -> Mapping[str, BackupJob]:
        return self._all(BackupJob)

    @cached_property
    def restore_tests(self) -> Mapping[str, RestoreTest]:
        return self._all(RestoreTest)

    @cached_property
    def procedures(self) -> Mapping[str, Procedure]:
        return self._all(Procedure)

    @cached_property
    def spares(self) -> Mapping[str, Spare]:
        return self._all(Spare)

    @cached_property
    def channels(self) -> Mapping[str, Channel]:
        return self._all(Channel)

    @cached_property
    def audiences(self) -> Mapping[str, Audience]:
        return self._all(Audience)

    @cached_property
    def approval_paths(self) -> Mapping[str, ApprovalPath]:
        return self._all(ApprovalPath)

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        return self._all(Statement)

    @cached_property
    def obligations(self) -> Mapping[str, Obligation]:
        return self._all(Obligation)

    @cached_property
    def statutes(self) -> Mapping[str, Statute]:
        return self._all(Statute)

    @cached_property
    def floors(self) -> Mapping[str, LegalFloor]:
        return self._all(LegalFloor)

    @cached_property
    def offline_copies(self) -> Mapping[str, OfflineCopy]:
        return self._all(OfflineCopy)

    @cached_property
    def review_triggers(self) -> Mapping[str, ReviewTrigger]:
        return self._all(ReviewTrigger)

    @cached_property
    def waivers(self) -> Mapping[str, Waiver]:
        return self._all(Waiver)

    @cached_property
    def accounts(self) -> Mapping[str, Account]:
        return self._all(Account)

    @cached_property
    def incidents(self) -> Mapping[str, Incident]:
        return self._all(Incident)

    @cached_property
    def tiers(self) -> Mapping[str, Tier]:
        return self._all(Tier)

    @cached_property
    def remedies(self) -> Mapping[str, Remedy]:
        return self._all(Remedy)

    @cached_property
    def risks(self) -> Mapping[str, Risk]:
        return self._all(Risk)

    @cached_property
    def exercises(self) -> Mapping[str, Exercise]:
        return self._all(Exercise)

    @cached_property
    def exercise_records(self) -> Mapping[str, ExerciseRecord]:
        return self._all(ExerciseRecord)

    @cached_property
    def exercise_findings(self) -> Mapping[str, ExerciseFinding]:
        return self._all(ExerciseFinding)

    @cached_property
    def corrective_actions(self) -> Mapping[str, CorrectiveAction]:
        return self._all(CorrectiveAction)

    @cached_property
    def requirements(self) -> Mapping[str, Requirement]:
        return self._all(Requirement)

    @cached_property
    def measures(self) -> Mapping[str, Measure]:
        return self._all(Measure)

    @cached_property
    def assignments(self) -> Mapping[str, tuple[Assignment, ...]]:
        """Assignments by role, the one to call first in front."""
        by_role: dict[str, list[Assignment]] = {}
        for plan in self.of_type(OrganizationPlan):
            for assignment in plan.assignments:
                by_role.setdefault(assignment.role, []).append(assignment)
        return {role: tuple(assignments) for role, assignments in by_role.items()}

    @cached_property
    def assignments_by_person(self) -> Mapping[str, tuple[Assignment, ...]]:
        """Assignments by person, in order of writing."""
        by_person: dict[str, list[Assignment]] = {}
        for plan in self.of_type(OrganizationPlan):
            for assignment in plan.assignments:
                by_person.setdefault(assignment.person, []).append(assignment)
        return {person: tuple(assignments) for person, assignments in by_person.items()}

    @property
    def severity(self) -> SeverityPlan | None:
        return next(self.of_type(SeverityPlan), None)

    @property
    def conduct(self) -> ConductPlan | None:
        return next(self.of_type(ConductPlan), None)

    @property
    def timetables(self) -> tuple[TimetablePlan, ...]:
        return tuple(self.of_type(TimetablePlan))
