"""The holder of a critical or round-the-clock role has no number that answers at night.

Every active person who is assigned to a role marked `critical` or `around_the_clock` has a `mobile` or `phone` among
the `contacts` with `after_hours: true`. A mail address wakes nobody.

## Why

Two thirds of the week lie outside office hours. If the list holds only the desk phone and the mail address, the
emergency of Friday night is dealt with on Monday.

## How to fix

Ask the person for a private or duty number, agree when it may be used, and add it with `after_hours: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import Call, holders
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.contacts import ContactKind
from generator.rule import Place, Problem, Related

LEVEL = Level.WARNING
SOURCES = ("House rule",)
_RINGS = (ContactKind.MOBILE, ContactKind.PHONE)


def check(facts: Facts) -> Iterator[Problem]:
    calls: dict[str, Call] = {}
    for role in facts.handbook.roles.values():
        if role.critical or role.around_the_clock:
            for call in holders(facts.handbook, role.id):
                calls.setdefault(call.person.id, call)
    for call in calls.values():
        if not any(way.after_hours and way.contact in _RINGS for way in call.person.contacts):
            reason = "critical" if call.role.critical else "around_the_clock"
            yield Problem(
                Place.of(call.person, "contacts"),
                f"No number of `{call.person.id}` answers after hours, but the role `{call.role.id}` needs it.",
                expected="a `mobile` or `phone` with `after_hours: true`",
                remedy="Add such a number, or mark the one that also answers at night.",
                related=(Related(Place.of(call.role, reason), "needed at any hour"),),
            )
