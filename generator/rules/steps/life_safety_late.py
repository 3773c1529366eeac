"""Where people are in danger, saving them does not come first.

For a scenario with `life_safety: true`: there is a step with `act: protect-life` or `act: call-rescue`; one of these
steps waits for no other step; and no other step that waits for nothing has an earlier limit than the first of them,
unless it confirms the report (`act: confirm`).

## Why

In a fire minutes decide. If the first line of the plan is a call to the manager, people make that call while others
are still inside. ISO 22301 puts life safety first in 8.4.2, and the Fire Law and the Emergency Response Law of China
oblige a company to rescue first.

## How to fix

Make the alarm, the way out or the call to the rescue service the first step, without `after`, and with the smallest
`within`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.schedule import Schedule, ScheduledStep, is_later, waits_for
from generator.finding import Level
from generator.model.acts import Act
from generator.model.duration import Duration
from generator.model.scenario import Scenario
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = (
    "ISO 22301:2019, 8.4.2 (life safety first)",
    "Fire Law (China), art. 44",
    "Emergency Response Law (China), art. 78",
)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        if scenario.life_safety:
            yield from _of_scenario(scenario, facts.schedules[scenario.id])


def _of_scenario(scenario: Scenario, timed: Schedule) -> Iterator[Problem]:
    saving = [timed.steps[step.id] for step in scenario.doing(Act.PROTECT_LIFE, Act.CALL_RESCUE)]
    if not saving:
        yield Problem(
            Place.of(scenario, "life_safety"),
            f"People may be in danger in `{scenario.id}`, but no step is marked as saving them.",
            expected="a step with `act: protect-life` or `act: call-rescue`",
            remedy="Add the alarm, the way out and the call to the rescue service as first steps.",
        )
        return
    first = min(saving, key=lambda item: item.limit)
    if all(waits_for(item.step) for item in saving):
        yield _waits(first, timed)
        return
    for item in timed.steps.values():
        begins = not waits_for(item.step) and item not in saving and item.step.act is not Act.CONFIRM
        if begins and is_later(first.limit, item.limit):
            yield _overtaken(first, item)


def _waits(first: ScheduledStep, timed: Schedule) -> Problem:
    name = waits_for(first.step)[0]
    return Problem(
        Place.of(first.step, "after" if first.step.after else "since"),
        f"`{first.step.id}` saves people, but waits for `{name}`.",
        expected="a step that saves people and waits for nothing",
        remedy=f"Remove `{name}`, so that people are saved at once.",
        related=(Related(Place.of(timed.steps[name].step, "id"), "what comes before it"),),
    )


def _overtaken(first: ScheduledStep, other: ScheduledStep) -> Problem:
    return Problem(
        Place.of(first.step, "within"),
        f"`{first.step.id}` saves people within {Duration.spell(first.limit)}, but `{other.step.id}` is due before it, "
        f"within {Duration.spell(other.limit)}.",
        expected=f"people saved within {Duration.spell(other.limit)} or sooner",
        remedy=f"Shorten `within` here, or let `{other.step.id}` begin after this step.",
        related=(Related(Place.of(other.step, "within"), "the earlier limit"),),
    )
