"""What falls due on which day: exercises, reviews, corrective actions, waivers, restore tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.analysis.facts import Facts
from generator.analysis.practice import days_of, held, turns
from generator.analysis.recovery import retest_due_on
from generator.model.control import Plan, add
from generator.model.duration import Duration, Unit
from generator.model.exercises import ActionStatus, CorrectiveAction, Exercise
from generator.model.governance import Waiver
from generator.model.technical import RestoreTest

_AHEAD = Duration(1, Unit.YEAR)


class Occasion(StrEnum):
    """Why somebody has to act on a day."""

    EXERCISE = "exercise"
    REVIEW = "review"
    ACTION = "action"
    WAIVER = "waiver"
    RESTORE_TEST = "restore-test"


Subject = Exercise | Plan | CorrectiveAction | Waiver | RestoreTest


@dataclass(frozen=True, slots=True)
class Appointment:
    """Something that falls due on a day, and the role that sees to it.

    `name` is known again when the day moves: it counts how often it came about, and holds no date.
    """

    occasion: Occasion
    subject: Subject
    on: date
    role: str
    name: str


def agenda(facts: Facts) -> tuple[Appointment, ...]:
    """All that is due, in order of days; what comes back is followed up to one year ahead."""
    found = (*_exercises(facts), *_reviews(facts), *_actions(facts), *_waivers(facts), *_restore_tests(facts))
    return tuple(sorted(found, key=lambda appointment: (appointment.on, appointment.name)))


def _exercises(facts: Facts) -> Iterator[Appointment]:
    rounds = [record.exercise for record in held(facts.handbook, facts.as_of)]
    for turn in turns(facts.handbook, facts.as_of):
        exercise = turn.exercise
        first = rounds.count(exercise.id) + 1
        for number, day in enumerate(days_of(exercise, add(facts.as_of, _AHEAD)), start=first):
            name = f"exercise.{exercise.id}.{number}"
            yield Appointment(Occasion.EXERCISE, exercise, day, exercise.led_by, name)


def _reviews(facts: Facts) -> Iterator[Appointment]:
    for plan in facts.handbook.plans:
        due = plan.control.review_due_on
        if due and not plan.control.retired:
            name = f"review.{plan.kind}.{plan.id}.{len(plan.control.revisions)}"
            yield Appointment(Occasion.REVIEW, plan, due, plan.control.owner, name)


def _actions(facts: Facts) -> Iterator[Appointment]:
    for action in facts.handbook.corrective_actions.values():
        if action.status is not ActionStatus.CLOSED:
            yield Appointment(Occasion.ACTION, action, action.due_on, action.owner, f"action.{action.id}")


def _waivers(facts: Facts) -> Iterator[Appointment]:
    for waiver in facts.handbook.waivers.values():
        if waiver.expires_on >= facts.as_of:
            yield Appointment(Occasion.WAIVER, waiver, waiver.expires_on, waiver.approver, f"waiver.{waiver.id}")


def _restore_tests(facts: Facts) -> Iterator[Appointment]:
    rounds = [test.job for test in facts.handbook.restore_tests.values()]
    for backups in facts.recovery.backups.values():
        for test in filter(None, map(backups.last_test, backups.jobs)):
            due = retest_due_on(test, facts.handbook.settings.thresholds)
            name = f"restore-test.{test.job}.{rounds.count(test.job) + 1}"
            yield Appointment(Occasion.RESTORE_TEST, test, due, test.by, name)
