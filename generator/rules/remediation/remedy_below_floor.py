"""A remedy gives less than the law does.

For each legal floor that a remedy `fulfils`: `within` of the remedy is not longer than `within` of the floor, and
`form` of the remedy is one of the `forms` of the floor. Business days count as the longest stretch of days that they
can take at `place` of `handbook.yml`, public holidays included. Floors that are not in force are left out.

## Why

A coupon in place of the money, or money after the deadline, breaks the law in hundreds of cases at once. In China a
refund that is late or refused counts as stalling and is fined.

## How to fix

Lower `within` of the remedy, or choose a form that the law accepts. What you give on top is a remedy of its own,
without `fulfils`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calendars import may_exceed
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.legal import Certainty
from generator.model.remediation import LegalFloor, Remedy
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("PRC Consumer Protection Law, arts 24, 25 and 52 to 55",)


def check(facts: Facts) -> Iterator[Problem]:
    for remedy in facts.handbook.remedies.values():
        for name in remedy.fulfils:
            floor = facts.handbook.floors[name]
            if floor.certainty is not Certainty.NOT_IN_FORCE:
                yield from _too_late(facts, remedy, floor)
                yield from _wrong_form(remedy, floor)


def _too_late(facts: Facts, remedy: Remedy, floor: LegalFloor) -> Iterator[Problem]:
    years = range(facts.as_of.year, facts.as_of.year + 2)
    if floor.within and may_exceed(remedy.within, floor.within, facts.handbook.settings.place, years):
        yield Problem(
            Place.of(remedy, "within"),
            f"`{remedy.id}` comes within {remedy.within}, but the law allows {floor.within} ({floor.basis}).",
            expected=f"at most {floor.within}",
            remedy=f"Lower `within` to {floor.within} or less.",
            related=(Related(Place.of(floor, "within"), "the law"),),
        )


def _wrong_form(remedy: Remedy, floor: LegalFloor) -> Iterator[Problem]:
    if floor.forms and remedy.form not in floor.forms:
        forms = ", ".join(f"`{form}`" for form in floor.forms)
        given = f"is a {remedy.form}" if remedy.form else "does not say its form"
        yield Problem(
            Place.of(remedy, "form"),
            f"`{remedy.id}` {given}, but `{floor.id}` is fulfilled only by {forms} ({floor.basis}).",
            expected=f"one of {forms}",
            remedy="Choose a form that the law accepts, or take the floor out of `fulfils`.",
            related=(Related(Place.of(floor, "forms"), "the law"),),
        )
