"""The page of one role, the list of roles, and the table of the whole organization."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from generator.analysis.calls import Call, call_order, holders
from generator.analysis.duties import Duty, MatrixCell
from generator.analysis.facts import Facts
from generator.model.acts import Act
from generator.model.element import Measure
from generator.model.organization import Authority, Department, Role, Shift, Team
from generator.model.scenario import Scenario

CARD_ROWS = 16
_CLOSING = (Act.STAND_DOWN, Act.REVIEW, Act.CLOSE_REPORT)


@dataclass(frozen=True, slots=True)
class DeputyRow:
    """A role that steps in, and whom to call for it."""

    role: Role
    calls: tuple[Call, ...]


@dataclass(frozen=True)
class RoleView:
    """Everything on the page of one role."""

    role: Role
    department: Department
    superior: Role | None
    subordinates: tuple[Role, ...]
    holders: tuple[Call, ...]
    deputies: tuple[DeputyRow, ...]
    stands_in_for: tuple[Role, ...]
    teams: tuple[Team, ...]
    authorities: tuple[Authority, ...]
    shifts: tuple[Shift, ...]
    acting: tuple[Duty, ...]
    advising: tuple[Duty, ...]
    measures: tuple[Measure, ...]
    news: int
    """How much changed for the role since the edition before."""

    @property
    def first_duties(self) -> tuple[Duty, ...]:
        """What fits on a card: the soonest duties to act, without those that close an emergency."""
        return tuple(duty for duty in self.acting if duty.step.act not in _CLOSING)[:CARD_ROWS]

    @property
    def scenario_count(self) -> int:
        """In how many scenarios the role has a part."""
        return len({duty.scenario.id for duty in (*self.acting, *self.advising)})


def view_role(facts: Facts, role: Role, news: int = 0) -> RoleView:
    """The view of one role; `news` is how much changed for it since the edition before."""
    book = facts.handbook
    duties = facts.duties_by_role[role.id]
    return RoleView(
        role=role,
        department=book.departments[role.department],
        superior=book.roles[role.superior] if role.superior else None,
        subordinates=tuple(r for r in book.roles.values() if r.superior == role.id),
        holders=holders(book, role.id),
        deputies=tuple(DeputyRow(book.roles[name], holders(book, name)) for name in role.deputies),
        stands_in_for=tuple(r for r in book.roles.values() if role.id in r.deputies),
        teams=tuple(t for t in book.teams.values() if role.id in (t.leader, *t.deputy_leaders, *t.members)),
        authorities=tuple(book.authorities[name] for name in role.authorities),
        shifts=tuple(shift for shift in book.shifts.values() if shift.role == role.id),
        acting=tuple(duty for duty in duties if duty.acts),
        advising=tuple(duty for duty in duties if not duty.acts),
        measures=facts.measures_by_role[role.id],
        news=news,
    )


@dataclass(frozen=True, slots=True)
class DepartmentRoles:
    """The roles of one department."""

    department: Department
    roles: tuple[Role, ...]


def roles_by_department(facts: Facts) -> tuple[DepartmentRoles, ...]:
    """Departments that have roles, in the order of writing."""
    book = facts.handbook
    grouped = (
        DepartmentRoles(department, tuple(r for r in book.roles.values() if r.department == department.id))
        for department in book.departments.values()
    )
    return tuple(group for group in grouped if group.roles)


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One role in the table of the whole organization."""

    role: Role
    calls: tuple[Call, ...]
    cells: tuple[MatrixCell | None, ...]
    duties: int
    acting: int
    tightest: float | None

    @property
    def sort_limit(self) -> float:
        """The tightest limit in minutes; a role that never acts comes last."""
        return inf if self.tightest is None else self.tightest


@dataclass(frozen=True)
class MatrixView:
    """Roles × scenarios with the number of duties and the tightest limit."""

    scenarios: tuple[Scenario, ...]
    rows: tuple[RoleRow, ...]


def view_matrix(facts: Facts) -> MatrixView:
    """The table of the whole organization."""
    book = facts.handbook
    scenarios = tuple(s for group in book.scenario_groups for s in book.scenarios.values() if s.group == group)
    rows = tuple(_row(facts, role, scenarios) for group in roles_by_department(facts) for role in group.roles)
    return MatrixView(scenarios, rows)


def _row(facts: Facts, role: Role, scenarios: tuple[Scenario, ...]) -> RoleRow:
    duties = facts.duties_by_role[role.id]
    acting = [duty for duty in duties if duty.acts]
    return RoleRow(
        role,
        call_order(facts.handbook, role.id),
        tuple(facts.matrix.get((role.id, scenario.id)) for scenario in scenarios),
        len(duties),
        len(acting),
        min((duty.limit for duty in acting), default=None),
    )
