"""The way in: what is happening, and who are you."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.calls import Call, call_order
from generator.analysis.facts import Facts
from generator.model.contacts import OutsideBody
from generator.model.scenario import Scenario, Signal
from generator.model.settings import Company, ScenarioGroup
from generator.model.severity import SeverityPlan
from generator.views.roles import DepartmentRoles, roles_by_department


@dataclass(frozen=True, slots=True)
class GroupTiles:
    """Scenarios that belong together."""

    group: ScenarioGroup
    scenarios: tuple[Scenario, ...]


@dataclass(frozen=True, slots=True)
class SignalRow:
    """Something to see, and the scenario it tells of."""

    signal: Signal
    scenario: Scenario


@dataclass(frozen=True, slots=True)
class EmergencyStrip:
    """Whom to call first, on every page."""

    numbers: tuple[OutsideBody, ...]
    intake_role: str
    intake: tuple[Call, ...]


@dataclass(frozen=True)
class HomeView:
    """The home page and the list of scenarios."""

    company: Company
    groups: tuple[GroupTiles, ...]
    departments: tuple[DepartmentRoles, ...]
    signals: tuple[SignalRow, ...]
    severity: SeverityPlan | None


def view_home(facts: Facts) -> HomeView:
    """Scenarios by group and by signal, roles by department."""
    book = facts.handbook
    groups = (
        GroupTiles(group, tuple(s for s in book.scenarios.values() if s.group == group.id))
        for group in book.scenario_groups.values()
    )
    filled = tuple(group for group in groups if group.scenarios)
    signals = tuple(SignalRow(signal, s) for group in filled for s in group.scenarios for signal in s.signals)
    return HomeView(book.settings.company, filled, roles_by_department(facts), signals, book.severity)


def view_strip(facts: Facts) -> EmergencyStrip:
    """Emergency numbers and the intake."""
    book = facts.handbook
    intake = book.settings.intake
    numbers = tuple(book.outside_bodies[name] for name in book.settings.emergency_numbers)
    return EmergencyStrip(numbers, intake, call_order(book, intake))
