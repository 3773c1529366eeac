"""A critical role and everybody who can step in for it are at the same site.

For a role that is marked `critical`, its active holders and the first holder of each deputy are looked at. If there are
two or more of them, and the company has more than one site, they do not all have the same `site`.

## Why

A fire, a flood or a closed road hits a whole site. If the holder and all deputies work there, the role is lost with it.
FCD 1 asks for successors in separate places.

## How to fix

Name a role under `deputies` whose first person works at another site, or assign one more person from there.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import call_order
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("FCD 1, Annex E (dispersion)",)


def check(facts: Facts) -> Iterator[Problem]:
    if len(facts.handbook.sites) < 2:
        return
    for role in facts.handbook.roles.values():
        people = [call.person for call in call_order(facts.handbook, role.id, most=len(facts.handbook.people))]
        sites = {person.site for person in people}
        if role.critical and len(people) > 1 and len(sites) == 1:
            yield Problem(
                Place.of(role, "deputies"),
                f"All {len(people)} people who can act as `{role.id}` are at the site `{people[0].site}`.",
                expected="somebody at another site",
                remedy="Add a deputy whose first person works elsewhere.",
                related=tuple(Related(Place.of(person, "site"), "the same site") for person in people),
            )
