"""What the report of a pack shows: the answers to an auditor's questions, and the tables behind them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.analysis.approvals import Approval, ApprovalState
from generator.analysis.practice import held, practices
from generator.audit.edition import AuditedEdition
from generator.audit.tables import agrees
from generator.audit.verbatim import LeftOut
from generator.exports.table import Cell, Table
from generator.finding import Level
from generator.history.changes import Effect
from generator.history.grouping import PlanChanges, by_plan, counts
from generator.model.exercises import ExerciseRecord
from generator.views.change_weight import is_confirmation
from generator.views.due import DueView, view_due
from generator.views.exercises import ExercisesView, view_exercises
from generator.views.register import CatalogView, RegisterView, view_coverage, view_register
from generator.views.sitemap import Sitemap

_DIGEST = re.compile(r"[0-9a-f]{64}")
_SHORT = 16


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """A column and how its cells are set: `digest`, `number`, `short`, or empty for running words."""

    title: str
    look: str


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table of the pack as the report prints it."""

    name: str
    title: str
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[tuple[ReportColumn, Cell], ...], ...]

    @classmethod
    def of(cls, table: Table) -> ReportTable:
        columns = tuple(
            ReportColumn(title, _look([row[at] for row in table.rows])) for at, title in enumerate(table.columns)
        )
        rows = tuple(tuple(zip(columns, row, strict=True)) for row in table.rows)
        return cls(table.name, table.title, columns, rows)


@dataclass(frozen=True)
class ReportView:
    """The report. Nothing in it names people, unless the pack was asked to."""

    edition: AuditedEdition
    tables: Mapping[str, ReportTable]
    """By name."""
    left_out: tuple[LeftOut, ...]
    files: tuple[str, ...]
    """All others of the pack."""

    @property
    def told(self) -> str:
        """What EDITIONS.md said of the edition."""
        return self.edition.restricted.masked(self.edition.manifest.changes)

    @cached_property
    def register(self) -> RegisterView:
        return view_register(self.edition.facts, self._sitemap, self.edition.past)

    @cached_property
    def approved(self) -> tuple[Approval, ...]:
        """Plans whose record is of exactly this content."""
        return tuple(one for one in self.edition.facts.approvals if one.state is ApprovalState.APPROVED)

    @cached_property
    def unapproved(self) -> tuple[str, ...]:
        """Ids of the other plans that are in use."""
        others = (one for one in self.edition.facts.approvals if one not in self.approved)
        return tuple(one.plan.id for one in others if one.state is not ApprovalState.RETIRED)

    @property
    def agreeing(self) -> int:
        """Plans of which plan, record and manifest have one fingerprint."""
        return sum(agrees(one, self.edition.plan_prints) for one in self.edition.facts.approvals)

    @cached_property
    def differing(self) -> tuple[str, ...]:
        """Plans whose fingerprint is not that of the manifest; none, unless the generator counts otherwise now."""
        now = {one.plan.id: one.content.whole for one in self.edition.facts.approvals}
        then = self.edition.plan_prints
        return tuple(sorted(name for name in now.keys() | then.keys() if now.get(name) != then.get(name)))

    @cached_property
    def effects(self) -> Mapping[Effect, int]:
        """How many changes strengthen, weaken or do neither, since the edition before."""
        comparison = self.edition.past.comparison
        return counts(comparison.changes) if comparison else {}

    @cached_property
    def plans_touched(self) -> tuple[PlanChanges, ...]:
        """Plans in which anything changed, document control included."""
        comparison = self.edition.past.comparison
        return by_plan(comparison) if comparison else ()

    @property
    def confirmed_plans(self) -> int:
        """How many of them were only looked at again."""
        return sum(all(map(is_confirmation, plan.changes)) for plan in self.plans_touched)

    @property
    def changed_plans(self) -> int:
        """How many of them say something new."""
        return len(self.plans_touched) - self.confirmed_plans

    @cached_property
    def due(self) -> DueView:
        return view_due(self.edition.facts, self._sitemap)

    @cached_property
    def records(self) -> tuple[ExerciseRecord, ...]:
        """Exercises held up to the day."""
        return held(self.edition.facts.handbook, self.edition.facts.as_of)

    @cached_property
    def lessons(self) -> ExercisesView:
        """What exercises and emergencies showed, and which plans were changed because of it."""
        return view_exercises(self.edition.facts)

    @property
    def also_changed(self) -> int:
        """Versions of plans that name a finding which did not demand them."""
        return sum(len(row.also) for row in self.lessons.findings)

    @property
    def measured(self) -> int:
        """How many times were measured in them."""
        return sum(len(record.timings) for record in self.records)

    @property
    def limits_met(self) -> int:
        return sum(timing.within for one in self.records for timing in one.timings)

    @cached_property
    def unpractised(self) -> tuple[str, ...]:
        """Titles of emergencies in use that no record practised."""
        facts, masked = self.edition.facts, self.edition.restricted.masked
        found = practices(facts.handbook, facts.as_of)
        return tuple(masked(one.scenario.title) for one in found if one.last is None)

    @cached_property
    def coverage(self) -> tuple[CatalogView, ...]:
        return view_coverage(self.edition.facts, self._sitemap)

    @cached_property
    def _sitemap(self) -> Sitemap:
        return Sitemap.of(self.edition.facts.handbook)

    def found(self, level: Level) -> int:
        """Open findings of a level."""
        return len(self.edition.inspection.report.of_level(level))


def _look(cells: list[Cell]) -> str:
    written = [cell for cell in cells if cell not in (None, "")]
    if not written:
        return ""
    if all(isinstance(cell, str) and _DIGEST.fullmatch(cell) for cell in written):
        return "digest"
    if all(not isinstance(cell, str) for cell in written):
        return "number"
    return "short" if all(len(str(cell)) <= _SHORT for cell in written) else ""
