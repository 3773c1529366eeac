"""Everything derived from a handbook, worked out once and shared by all pages and tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.analysis.coverage import CatalogCoverage, coverage
from generator.analysis.duties import Duty, MatrixCell, duties, matrix
from generator.analysis.schedule import Schedule, schedule
from generator.model.element import Measure
from generator.model.handbook import Handbook


@dataclass(frozen=True)
class Facts:
    """A handbook with what follows from it; `as_of` is the day from which reviews and ages are counted."""

    handbook: Handbook
    as_of: date

    @cached_property
    def schedules(self) -> Mapping[str, Schedule]:
        """Schedules by scenario."""
        return {name: schedule(scenario) for name, scenario in self.handbook.scenarios.items()}

    @cached_property
    def duties(self) -> Mapping[str, tuple[Duty, ...]]:
        """Duties by scenario, in order of writing."""
        return {name: duties(s, self.schedules[name]) for name, s in self.handbook.scenarios.items()}

    @cached_property
    def duties_by_role(self) -> Mapping[str, tuple[Duty, ...]]:
        """Duties by role, soonest limit first, across all scenarios."""
        by_role: dict[str, list[Duty]] = {role: [] for role in self.handbook.roles}
        for of_scenario in self.duties.values():
            for duty in of_scenario:
                by_role[duty.role].append(duty)
        return {role: tuple(sorted(found, key=lambda d: d.limit)) for role, found in by_role.items()}

    @cached_property
    def measures_by_role(self) -> Mapping[str, tuple[Measure, ...]]:
        """Standing duties by responsible role."""
        by_role: dict[str, list[Measure]] = {role: [] for role in self.handbook.roles}
        for measure in self.handbook.measures.values():
            by_role[measure.responsible].append(measure)
        return {role: tuple(found) for role, found in by_role.items()}

    @cached_property
    def matrix(self) -> Mapping[tuple[str, str], MatrixCell]:
        """Cells of the table roles × scenarios."""
        return matrix(self.duties)

    @cached_property
    def coverage(self) -> tuple[CatalogCoverage, ...]:
        return coverage(self.handbook)
