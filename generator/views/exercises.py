"""What is practised, what came of it, and what was done about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from generator.analysis.facts import Facts
from generator.analysis.lessons import Demand, DemandState, demands, lessons
from generator.analysis.practice import Round, RoundState, held, rounds
from generator.i18n.words import translatable as _
from generator.model.control import Plan, Revision
from generator.model.element import Measure
from generator.model.exercises import (
    ActionStatus,
    CorrectiveAction,
    Exercise,
    ExerciseFinding,
    ExercisePlan,
    ExerciseRecord,
    Incident,
)
from generator.model.handbook import Handbook
from generator.views.parts import measures_of
from generator.views.practised import PractisedRow, UnpractisedRow, never_practised, practised_in

ROUND_NAMES: Mapping[RoundState, str] = {
    RoundState.HELD: _("held"),
    RoundState.MISSED: _("no record"),
    RoundState.OVERDUE: _("overdue"),
    RoundState.PLANNED: _("planned"),
}
DEMAND_NAMES: Mapping[DemandState, str] = {
    DemandState.MET: _("done"),
    DemandState.OPEN: _("open"),
    DemandState.LATE: _("late"),
}


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """An exercise with the last time it was held, and its rounds of the last and the next year."""

    exercise: Exercise
    last: ExerciseRecord | None
    overdue: bool
    rounds: tuple[Round, ...]

    @property
    def behind(self) -> tuple[Round, ...]:
        """Rounds that were held or should have been."""
        return tuple(one for one in self.rounds if one.state is not RoundState.PLANNED)

    @property
    def ahead(self) -> tuple[Round, ...]:
        """Rounds that are planned."""
        return tuple(one for one in self.rounds if one.state is RoundState.PLANNED)


@dataclass(frozen=True, slots=True)
class DemandRow:
    """A change of a plan that a finding demands, and how far it is."""

    demand: Demand
    state: DemandState
    due_on: date

    @property
    def plan(self) -> Plan:
        return self.demand.plan

    @property
    def name(self) -> str:
        """A label."""
        return DEMAND_NAMES[self.state]

    @property
    def met_by(self) -> Revision | None:
        """The version in which it was done."""
        return self.demand.met_by

    @property
    def late(self) -> bool:
        return self.state is DemandState.LATE


@dataclass(frozen=True, slots=True)
class NamingRow:
    """A version of a plan that names a finding without meeting a demand of it."""

    plan: Plan
    revision: Revision

    @property
    def name(self) -> str:
        """A label."""
        return _("also changed")


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with what it demands and what is done about it."""

    finding: ExerciseFinding
    source: ExerciseRecord | Incident
    demands: tuple[DemandRow, ...]
    also: tuple[NamingRow, ...]
    """Other versions that name it; they count for no demand."""
    actions: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True)
class RecordRow:
    """The after-action report of an exercise."""

    record: ExerciseRecord
    practised: tuple[PractisedRow, ...]
    findings: tuple[FindingRow, ...]

    @property
    def within(self) -> int:
        """How many times were within their limits."""
        return sum(timing.within for timing in self.record.timings)


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """A real emergency and what its review showed."""

    incident: Incident
    findings: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """A corrective action and whether it is late."""

    action: CorrectiveAction
    finding: ExerciseFinding
    record: ExerciseRecord | None
    incident: Incident | None
    overdue: bool
    days_left: int | None
    """None for an action that is closed."""

    @property
    def source(self) -> ExerciseRecord | Incident | None:
        """What showed the finding."""
        return self.record or self.incident


@dataclass(frozen=True)
class ExercisesView:
    """What is practised and what came of it."""

    plans: tuple[Plan, ...]
    as_of: date
    programme: tuple[ProgrammeRow, ...]
    records: tuple[RecordRow, ...]
    actions: tuple[ActionRow, ...]
    incidents: tuple[IncidentRow, ...]
    unpractised: tuple[UnpractisedRow, ...]
    measures: tuple[Measure, ...]

    def rounds(self, state: str) -> int:
        """How many rounds of the two years stand like this."""
        return sum(one.state == state for row in self.programme for one in row.rounds)

    def round_name(self, one: Round) -> str:
        """A label: how a round stands."""
        return ROUND_NAMES[one.state]

    @property
    def timed(self) -> int:
        """How many times were measured against a limit."""
        return sum(len(row.record.timings) for row in self.records)

    @property
    def within(self) -> int:
        """How many of them were within it."""
        return sum(row.within for row in self.records)

    @property
    def findings(self) -> tuple[FindingRow, ...]:
        """All findings, those of exercises first."""
        records, incidents = (row.findings for row in self.records), (row.findings for row in self.incidents)
        return tuple(chain.from_iterable((*records, *incidents)))

    def demands(self, state: str) -> int:
        """How many demanded changes of plans are as far as this."""
        return sum(one.state == state for row in self.findings for one in row.demands)

    @property
    def demanded(self) -> int:
        """How many changes of plans are demanded."""
        return sum(len(row.demands) for row in self.findings)

    @property
    def open_actions(self) -> int:
        return sum(row.action.status is not ActionStatus.CLOSED for row in self.actions)

    @property
    def overdue_actions(self) -> int:
        return sum(row.overdue for row in self.actions)


def view_exercises(facts: Facts) -> ExercisesView:
    """Programme, records, actions, real emergencies; the newest first."""
    book = facts.handbook
    plans = tuple(book.of_type(ExercisePlan))
    actions = tuple(_actions(facts))
    findings = tuple(_findings(facts, actions))
    records = sorted(book.exercise_records.values(), key=lambda r: r.on, reverse=True)
    incidents = sorted(book.incidents.values(), key=lambda i: i.began_on, reverse=True)
    return ExercisesView(
        plans,
        facts.as_of,
        tuple(_programme(facts)),
        tuple(RecordRow(r, practised_in(book, r), _of(r, findings)) for r in records),
        actions,
        tuple(IncidentRow(i, _of(i, findings)) for i in incidents),
        tuple(never_practised(facts)),
        measures_of(plans),
    )


def _programme(facts: Facts) -> Iterator[ProgrammeRow]:
    turns: dict[str, list[Round]] = {}
    for one in rounds(facts.handbook, facts.as_of):
        turns.setdefault(one.exercise.id, []).append(one)
    last = {record.exercise: record for record in held(facts.handbook, date.max)}
    for exercise in sorted(facts.handbook.exercises.values(), key=lambda e: e.next_on):
        own = tuple(turns.get(exercise.id, ()))
        yield ProgrammeRow(exercise, last.get(exercise.id), exercise.next_on < facts.as_of, own)


def _actions(facts: Facts) -> Iterator[ActionRow]:
    book, as_of = facts.handbook, facts.as_of
    for action in sorted(book.corrective_actions.values(), key=lambda a: (a.status is ActionStatus.CLOSED, a.due_on)):
        left = None if action.status is ActionStatus.CLOSED else (action.due_on - as_of).days
        record = book.exercise_records[action.source] if action.source else None
        incident = book.incidents[action.incident] if action.incident else None
        finding = book.exercise_findings[action.finding]
        yield ActionRow(action, finding, record, incident, left is not None and left < 0, left)


def _findings(facts: Facts, actions: tuple[ActionRow, ...]) -> Iterator[FindingRow]:
    within = facts.handbook.settings.thresholds.exercised_within
    demanded: dict[str, list[DemandRow]] = {}
    for demand in demands(facts.handbook):
        row = DemandRow(demand, demand.state(facts.as_of, within), demand.due_on(within))
        demanded.setdefault(demand.lesson.finding.id, []).append(row)
    naming = _naming(facts.handbook)
    for lesson in lessons(facts.handbook):
        name = lesson.finding.id
        wanted = tuple(demanded.get(name, ()))
        also = tuple(row for row in naming.get(name, ()) if all(row.revision is not one.met_by for one in wanted))
        answers = tuple(row for row in actions if row.action.finding == name)
        yield FindingRow(lesson.finding, lesson.source, wanted, also, answers)


def _naming(book: Handbook) -> Mapping[str, list[NamingRow]]:
    """Versions by the findings that they name, those of retired plans too."""
    found: dict[str, list[NamingRow]] = {}
    for plan in book.plans:
        for revision in plan.control.history:
            for name in revision.resolves:
                found.setdefault(name, []).append(NamingRow(plan, revision))
    return found


def _of(source: ExerciseRecord | Incident, findings: tuple[FindingRow, ...]) -> tuple[FindingRow, ...]:
    return tuple(row for row in findings if row.source is source)
