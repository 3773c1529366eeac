"""Exercises, what they showed, and what was done about it, as tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.practice import Round
from generator.exports.table import Cell, Table, TableWords, iso
from generator.i18n.labels import name_of
from generator.i18n.words import translatable as _
from generator.model.exercises import ExerciseRecord, Incident
from generator.views.exercises import (
    ROUND_NAMES,
    ActionRow,
    DemandRow,
    ExercisesView,
    FindingRow,
    NamingRow,
    RecordRow,
    view_exercises,
)
from generator.views.practised import PractisedRow


def exercise_tables(words: TableWords) -> Iterator[Table]:
    """Rounds of exercises, findings with the changes they demand, and corrective actions."""
    view, tell = view_exercises(words.facts), _Tell(words)
    yield tell.rounds(view)
    yield tell.findings(view)
    yield tell.actions(view)


def practised_words(words: TableWords, row: PractisedRow) -> str:
    """An emergency that was practised, with the version of its plan on that day."""
    return f"{words.say(row.scenario.title)} {row.version or ''}".rstrip()


@dataclass(frozen=True, slots=True)
class _Tell:
    words: TableWords

    def rounds(self, view: ExercisesView) -> Table:
        """Every round that was held, or should be, of the year before and the year after."""
        columns = self.words.head(
            *(_("Day"), _("State"), _("Exercise"), _("Kind"), _("Led by"), _("Judged by"), _("Record")),
            *(_("Place"), _("Plans practised"), _("Took part"), _("Absent")),
            *(_("Times measured"), _("Within the limit"), _("Findings")),
        )
        records = {row.record.id: row for row in view.records}
        rounds = sorted((one for row in view.programme for one in row.rounds), key=lambda one: one.on)
        rows = tuple(
            (*self._planned(one), *self._held(records[one.record.id] if one.record else None)) for one in rounds
        )
        return Table("exercises", self.words.label("Exercises"), columns, rows)

    def _planned(self, one: Round) -> tuple[Cell, ...]:
        words, source = self.words, one.record or one.exercise
        return (
            iso(one.on),
            words.label(ROUND_NAMES[one.state]),
            words.say(one.exercise.title),
            words.label(name_of(one.exercise.exercise)),
            words.role_title(source.led_by),
            words.role_title(source.evaluated_by),
        )

    def _held(self, row: RecordRow | None) -> tuple[Cell, ...]:
        if row is None:
            return ("",) * 5 + (None,) * 3
        words, record = self.words, row.record
        present, absent = words.role_titles(record.participants), words.role_titles(record.absent)
        practised = "\n".join(practised_words(words, one) for one in row.practised)
        numbers = (len(record.timings), row.within, len(row.findings))
        return (record.id, words.say(record.place), practised, present, absent, *numbers)

    def findings(self, view: ExercisesView) -> Table:
        """A row for each change of a plan that a finding demands or a version names, or one for a finding alone."""
        columns = self.words.head(
            *(_("No."), _("From"), _("Day"), _("What it showed"), _("Cause"), _("Topic")),
            *(_("Change of plan"), _("State"), _("Due"), _("Done in version"), _("Corrective actions")),
        )
        rows = tuple(row for finding in view.findings for row in self._finding(finding))
        return Table("exercise-findings", self.words.label("Findings"), columns, rows)

    def _finding(self, row: FindingRow) -> Iterator[tuple[Cell, ...]]:
        finding, words = row.finding, self.words
        source, actions = self._source(row.source), ", ".join(answer.action.id for answer in row.actions)
        showed = (words.say(finding.finding), words.say(finding.cause), finding.topic or "")
        changes = (*map(self._demand, row.demands), *map(self._also, row.also))
        for change in changes or (("",) * 4,):
            yield (finding.id, *source, *showed, *change, actions)

    def _demand(self, row: DemandRow) -> tuple[Cell, ...]:
        return row.plan.id, self.words.label(row.name), iso(row.due_on), row.met_by.version if row.met_by else ""

    def _also(self, row: NamingRow) -> tuple[Cell, ...]:
        return row.plan.id, self.words.label(row.name), "", row.revision.version

    def actions(self, view: ExercisesView) -> Table:
        """What is done about the findings, by whom, until when, and what proves it."""
        columns = self.words.head(
            *(_("No."), _("Action"), _("From"), _("Day"), _("What it showed"), _("Owner"), _("Due"), _("Days left")),
            *(_("State"), _("Overdue"), _("Closed"), _("Proof")),
        )
        rows = tuple(map(self._action, view.actions))
        return Table("corrective-actions", self.words.label("Corrective actions"), columns, rows)

    def _action(self, row: ActionRow) -> tuple[Cell, ...]:
        words, action = self.words, row.action
        return (
            action.id,
            words.say(action.do),
            *self._source(row.source),
            words.say(row.finding.finding),
            words.role_title(action.owner),
            iso(action.due_on),
            row.days_left,
            words.label(name_of(action.status)),
            words.yes(row.overdue),
            iso(action.closed_on),
            words.say(action.evidence) if action.evidence else "",
        )

    def _source(self, source: ExerciseRecord | Incident | None) -> tuple[Cell, Cell]:
        match source:
            case ExerciseRecord():
                return self.words.say(self.words.facts.handbook.exercises[source.exercise].title), iso(source.on)
            case Incident():
                return self.words.say(source.title), iso(source.began_on)
        return "", ""
