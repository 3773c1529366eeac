"""Everything derived from a handbook, worked out once and shared by all pages and tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.analysis.absence import Absence, absences, pair_absences
from generator.analysis.approvals import Approval, approvals
from generator.analysis.clocks import Clock, clocks
from generator.analysis.coverage import CatalogCoverage, coverage
from generator.analysis.duties import Duty, MatrixCell, duties, matrix
from generator.analysis.order import earlier_steps
from generator.analysis.publications import Publication, publications
from generator.analysis.recovery import Recovery
from generator.analysis.schedule import Schedule, schedule
from generator.analysis.staffing import Crew, StaffedSchedule, Task, improved, staffed, tasks_of
from generator.analysis.wording import WordIndex, Wording, wordings
from generator.model.element import Measure
from generator.model.handbook import Handbook


@dataclass(frozen=True)
class Facts:
    """A handbook with what follows from it; `as_of` is the day from which reviews and ages are counted."""

    handbook: Handbook
    as_of: date
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Fingerprints of translated sentences by plan and language, of plans where somebody looked."""

    @cached_property
    def schedules(self) -> Mapping[str, Schedule]:
        """Schedules by scenario."""
        return {name: schedule(scenario) for name, scenario in self.handbook.scenarios.items()}

    @cached_property
    def earlier_steps(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """By scenario and step, the steps it waits for, directly or not."""
        return {name: earlier_steps(timed) for name, timed in self.schedules.items()}

    @cached_property
    def publications(self) -> tuple[Publication, ...]:
        """Which step publishes which statement, in order of writing."""
        return publications(self.handbook, self.schedules)

    @cached_property
    def publications_of(self) -> Mapping[str, tuple[Publication, ...]]:
        """The same by statement."""
        found: dict[str, list[Publication]] = {}
        for publication in self.publications:
            found.setdefault(publication.statement.id, []).append(publication)
        return {statement: tuple(every) for statement, every in found.items()}

    @cached_property
    def crew(self) -> Crew:
        """Who can be called upon for each role."""
        return Crew.of(self.handbook)

    @cached_property
    def tasks(self) -> Mapping[str, tuple[Task, ...]]:
        """Steps by scenario in the order in which they are handed out."""
        return {name: improved(tasks_of(timed), self.crew) for name, timed in self.schedules.items()}

    @cached_property
    def staffed(self) -> Mapping[str, StaffedSchedule]:
        """Schedules by scenario in which nobody does two things at once."""
        return {name: staffed(tasks, self.crew) for name, tasks in self.tasks.items()}

    @cached_property
    def absences(self) -> tuple[Absence, ...]:
        """What one missing person does to each scenario."""
        return absences(self.tasks, self.staffed, self.crew)

    @cached_property
    def pair_absences(self) -> tuple[Absence, ...]:
        """What two missing people do to each scenario that neither does alone. Slow; not for rules."""
        return pair_absences(self.tasks, self.staffed, self.crew)

    @cached_property
    def clocks(self) -> tuple[Clock, ...]:
        """Legal clocks against the plans, by scenario, obligation and step."""
        return clocks(self.handbook, self.schedules, self.earlier_steps, self.as_of)

    @cached_property
    def recovery(self) -> Recovery:
        """The backups of each system."""
        return Recovery(self.handbook)

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """All words that stand in the plans."""
        return tuple(wordings(self.handbook))

    @cached_property
    def word_index(self) -> WordIndex:
        """The same words for a quick search."""
        return WordIndex.of(self.wordings)

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

    @cached_property
    def approvals(self) -> tuple[Approval, ...]:
        """Plans with the records of their approvals, in path order."""
        return approvals(self.handbook)

    def stale_translations(self, approval: Approval) -> tuple[str, ...]:
        """Languages in which readers see other sentences of a plan than were approved, as far as is known."""
        now = self.translations.get(approval.plan.id)
        return () if now is None else approval.stale_translations(now)
