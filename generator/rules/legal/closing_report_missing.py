"""The law wants a later report, but the plan ends with the first one.

Two things are checked for the `follow_ups` with a deadline that a statute demands (for an obligation without a statute:
its own). The obligation has a follow-up that ends in time for each of them. A scenario that lists the obligation has a
step with `act: close-report`.

## Why

After the emergency everybody is tired and the closing report has weeks of time. So it is forgotten, although it is as
binding as the first one: 30 days after the handling in China, one month after the notification under NIS2.

## How to fix

Add the follow-up to the obligation, and write a step with `act: close-report` in the phase `review`, counted `since`
the end of the emergency.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.law import statute_of
from generator.finding import Level
from generator.model.acts import Act
from generator.model.duration import Duration
from generator.model.element import Element
from generator.model.legal import Obligation, Statute
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = (
    "Administrative Measures for Reporting National Network Security Events (China), art. 8",
    "Directive (EU) 2022/2555, art. 23",
)


def check(facts: Facts) -> Iterator[Problem]:
    for obligation in facts.handbook.obligations.values():
        statute = statute_of(facts.handbook, obligation)
        if statute:
            yield from _not_taken_over(obligation, statute)
    for scenario in facts.handbook.scenarios.values():
        if all(step.act is not Act.CLOSE_REPORT for step in scenario.steps):
            for number, name in enumerate(scenario.obligations):
                later = _later_reports(facts, facts.handbook.obligations[name])
                if later:
                    yield Problem(
                        Place.of(scenario, "obligations", number),
                        f"`{name}` asks for a later report, but `{scenario.id}` has no step that closes it.",
                        expected="a step with `act: close-report`",
                        remedy="Write a step with `act: close-report` in the phase `review`.",
                        related=tuple(Related(Place.of(element, "deadline"), "due later") for element, _ in later),
                    )
                    break


def _later_reports(facts: Facts, obligation: Obligation) -> list[tuple[Element, Duration]]:
    source = statute_of(facts.handbook, obligation) or obligation
    return [(report, report.deadline) for report in source.follow_ups if report.deadline]


def _not_taken_over(obligation: Obligation, statute: Statute) -> Iterator[Problem]:
    own = [report.deadline.minutes for report in obligation.follow_ups if report.deadline]
    for report in statute.follow_ups:
        if report.deadline and all(minutes > report.deadline.minutes for minutes in own):
            yield Problem(
                Place.of(obligation, "follow_ups"),
                f'The law `{statute.id}` demands "{report.title}" within {report.deadline}, '
                f"but `{obligation.id}` has no such follow-up.",
                expected=f"a follow-up with `deadline: {report.deadline}`",
                remedy=f'Add "{report.title}" to `follow_ups` with `deadline: {report.deadline}`.',
                related=(Related(Place.of(report, "title"), "demanded by the law"),),
            )
