"""Every channel to the staff stands on a system that can fail.

The handbook has a channel with `direction: both` that needs no system at all, or only `external` ones that fail in no
scenario, counting what those depend on. It must reach an audience that all channels of the escalation paths reach,
which are the people who handle emergencies. A handbook without channels is passed over.

## Why

Attackers read the company chat, and a power cut takes the telephone system with it. Without one way apart from the
company's own technology the crisis team cannot even agree where to meet. ISO 22301 (8.4.3), ANSSI (6.2) and ENISA
(4.3.2) ask for such a way.

## How to fix

Describe a channel that needs none of your systems, such as private mobile phones with a printed list, a messenger
outside the company, or radio.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.alarm import paths
from generator.analysis.facts import Facts
from generator.analysis.reach import failed_systems
from generator.finding import Level
from generator.model.communication import CommunicationPlan, Direction
from generator.model.handbook import Handbook
from generator.model.technical import SystemKind
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("ISO 22301:2019, 8.4.3", "ENISA implementation guidance, 4.3.2", "ANSSI, crisis guide, 6.2", "SCF BCD-10.4")


def check(facts: Facts) -> Iterator[Problem]:
    book = facts.handbook
    crew = _crew_audiences(book)
    fragile = _fragile_systems(book)
    ways = [c for c in book.channels.values() if c.direction is Direction.BOTH and (not crew or crew & set(c.reaches))]
    if book.channels and not any(fragile.isdisjoint(channel.depends_on) for channel in ways):
        yield _problem(book)


def _crew_audiences(handbook: Handbook) -> set[str]:
    """Audiences that every channel of the escalation paths reaches."""
    used = {channel for path in paths(handbook) for step in path.steps for channel in step.via}
    reached = [set(handbook.channels[channel].reaches) for channel in sorted(used)]
    return set.intersection(*reached) if reached else set()


def _fragile_systems(handbook: Handbook) -> frozenset[str]:
    """Systems of the company or that fail in a scenario, and what depends on them."""
    fails = {system for scenario in handbook.scenarios.values() for system in scenario.fails}
    own = {system.id for system in handbook.systems.values() if system.system is not SystemKind.EXTERNAL}
    return failed_systems(handbook, fails | own)


def _problem(handbook: Handbook) -> Problem:
    plan = next(plan for plan in handbook.of_type(CommunicationPlan) if plan.channels)
    return Problem(
        Place.of(plan, "channels"),
        "Every channel over which the staff can answer needs a system that can fail.",
        expected="a channel with `direction: both` and without `depends_on` that reaches the staff",
        remedy="Add a channel that needs none of your systems, such as private mobile phones or radio.",
    )
