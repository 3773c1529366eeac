"""A supplier has no contract number, no agreed support or no number at night.

Every outside body of the kinds `supplier`, `platform`, `payment` and `courier` has `contract`, `support`, and a contact
with `after_hours: true`.

## Why

The support desk asks first for the contract number. Without a level of support it answers when it has time, and
without a night number not before nine. NIST SP 800-34 lists these data for every vendor in the plan.

## How to fix

Add `contract:` with its number, `support:` with the agreed answer time, and `after_hours: true` to the contact that
answers at night. If it has none, agree on one or name another supplier under `alternative`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.contacts import BodyKind, OutsideBody
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("NIST SP 800-34 Rev. 1 (vendor list)",)

_KINDS = frozenset({BodyKind.SUPPLIER, BodyKind.PLATFORM, BodyKind.PAYMENT, BodyKind.COURIER})


def check(facts: Facts) -> Iterator[Problem]:
    for body in facts.handbook.outside_bodies.values():
        missing = _missing(body) if body.body in _KINDS else {}
        if missing:
            yield Problem(
                Place.of(body, "contacts" if list(missing) == ["after_hours"] else "id"),
                f"The {body.body} `{body.id}` has {' and '.join(missing.values())}.",
                expected="`contract`, `support`, and a contact that answers at night",
                remedy=f"Add {' and '.join(f'`{key}: ...`' for key in missing)}.".replace(
                    "`after_hours: ...`", "`after_hours: true` to the contact that answers at night"
                ),
            )


def _missing(body: OutsideBody) -> dict[str, str]:
    """What is missing by key, in words."""
    gaps = {
        "contract": (body.contract is None, "no contract number"),
        "support": (body.support is None, "no agreed support"),
        "after_hours": (not any(way.after_hours for way in body.contacts), "no contact at night"),
    }
    return {key: words for key, (absent, words) in gaps.items() if absent}
