"""The emergency is declared over while a step is still open.

A step of the phases `detect` to `handle`, or a later one that contains, restores, reconnects or tells an authority or
the people concerned, is not awaited by the step with `act: stand-down`, directly or through other steps, and has
a later limit or a later likely end than the stand-down.

## Why

With the end of the emergency the team goes home and the log is closed. What is still open then has no leader, and a
report to an authority is simply forgotten.

## How to fix

Add the step to `after` of the stand-down. If it is meant to go on afterwards, move it to the phase `recover` or
`review`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.schedule import ScheduledStep, is_later
from generator.analysis.sentences import in_backticks
from generator.finding import Level
from generator.model.acts import Act, PhaseId
from generator.model.duration import Duration
from generator.model.scenario import Scenario, Step
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("ISO 22301:2019, 8.4.4 (stand-down)", "Regulation (EU) 2024/2690, annex 4.1.2 (d)")

_MUST_BE_DONE = frozenset(
    {
        Act.PROTECT_LIFE,
        Act.CALL_RESCUE,
        Act.CONTAIN,
        Act.PRESERVE_EVIDENCE,
        Act.RESTORE,
        Act.RECONNECT,
        Act.NOTIFY_AUTHORITY,
        Act.NOTIFY_PEOPLE,
    }
)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        if last := scenario.last_step:
            timed, earlier = facts.schedules[scenario.id].steps, facts.earlier_steps[scenario.id]
            left_open = [
                timed[step.id]
                for step in _to_be_done(scenario)
                if step.id not in earlier[last.id] and last.id not in earlier[step.id]
                if _ends_after(timed[step.id], timed[last.id])
            ]
            if left_open:
                yield _open(timed[last.id], left_open)


def _to_be_done(scenario: Scenario) -> Iterator[Step]:
    for phase in scenario.phases:
        for step in phase.steps:
            if phase.id.place < PhaseId.RECOVER.place or (phase.id is PhaseId.RECOVER and step.act in _MUST_BE_DONE):
                yield step


def _ends_after(step: ScheduledStep, last: ScheduledStep) -> bool:
    return step is not last and (is_later(step.limit, last.limit) or is_later(step.ends, last.ends))


def _open(last: ScheduledStep, left_open: list[ScheduledStep]) -> Problem:
    first, *others = (item.step.id for item in left_open)
    by_limit = is_later(left_open[0].limit, last.limit)
    here, there = (left_open[0].limit, last.limit) if by_limit else (left_open[0].ends, last.ends)
    verb = "has a limit of" if by_limit else "likely ends after"
    more = f" So are {in_backticks(others)}." if len(others) > 1 else f" So is `{others[0]}`." if others else ""
    return Problem(
        Place.of(last.step, "after"),
        f"`{last.step.id}` ends the emergency {Duration.spell(there)} after the activation, but `{first}` is open: it "
        f"{verb} {Duration.spell(here)}.{more}",
        expected=f"the end of the emergency after {in_backticks([first, *others])}",
        remedy="Add what is open to `after`, shorten its limit, or move it to a later phase if it may go on.",
        related=tuple(
            Related(Place.of(item.step, "within" if is_later(item.limit, last.limit) else "takes"), "still open")
            for item in left_open[:3]
        ),
    )
