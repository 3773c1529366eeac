"""The public hears of the emergency before the staff do.

A scenario that publishes something has a step that tells the staff: one with `act: tell-staff`, or one that publishes
a staff notice. No publishing step has an earlier limit than the first of them. A publishing step has `act: publish`,
or publishes a holding statement, an update, a result, a rumour reply or a recall. Steps that only tell the people
concerned, such as families, may come first.

## Why

Staff who read of the emergency in the news feel left out and answer questions with guesses. Agents have no words when
the first customer calls.

## How to fix

Tell the staff first: give the telling step the earlier limit, and name it in `after` of the publishing step.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.publications import OPEN_KINDS
from generator.analysis.schedule import ScheduledStep, is_later
from generator.finding import Level
from generator.model.acts import Act
from generator.model.communication import StatementKind
from generator.model.duration import Duration
from generator.model.handbook import Handbook
from generator.model.scenario import Step
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule (own people first)",)


def check(facts: Facts) -> Iterator[Problem]:
    for timed in facts.schedules.values():
        steps = timed.by_limit()
        publishing = [scheduled for scheduled in steps if _publishes(scheduled.step, facts.handbook)]
        telling = next((scheduled for scheduled in steps if _tells_staff(scheduled.step, facts.handbook)), None)
        if publishing and telling is None:
            yield _nobody_told(publishing[0].step)
        elif telling:
            for scheduled in publishing:
                if is_later(telling.limit, scheduled.limit):
                    yield _too_early(scheduled, telling)


def _publishes(step: Step, handbook: Handbook) -> bool:
    return step.act is Act.PUBLISH or any(handbook.statements[name].statement in OPEN_KINDS for name in step.publishes)


def _tells_staff(step: Step, handbook: Handbook) -> bool:
    notices = (handbook.statements[name].statement is StatementKind.STAFF_NOTICE for name in step.publishes)
    return step.act is Act.TELL_STAFF or any(notices)


def _nobody_told(step: Step) -> Problem:
    return Problem(
        Place.of(step, "publishes"),
        f"The step `{step.id}` publishes, but no step of this emergency tells the staff.",
        expected="an earlier step with `act: tell-staff`",
        remedy="Add such a step, and name it in `after` of this one.",
    )


def _too_early(publishing: ScheduledStep, telling: ScheduledStep) -> Problem:
    return Problem(
        Place.of(publishing.step, "within"),
        f"The step `{publishing.step.id}` publishes within {Duration.spell(publishing.limit)}, but the staff are told "
        f"within {Duration.spell(telling.limit)} (`{telling.step.id}`).",
        expected="the staff told first",
        remedy=f"Give `{telling.step.id}` the earlier limit, and name it in `after` of this step.",
        related=(Related(Place.of(telling.step, "within"), "the staff are told here"),),
    )
