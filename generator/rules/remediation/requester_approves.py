"""Whoever asks for a remedy may also approve it.

In no tier is `requested_by` one of `approved_by`, nor is the same person the first to call for both.

## Why

Two roles in one hand are the usual way in which money leaves a company: the request is true because the one who
approves it has written it.

## How to fix

Take the role out of `approved_by`, or let another role request. If one person fills both roles, assign somebody else
to one of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.calls import shared_person
from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("House rule (nobody approves the own request)",)


def check(facts: Facts) -> Iterator[Problem]:
    for tier in facts.handbook.tiers.values():
        for number, role in enumerate(tier.approved_by):
            same_role = role == tier.requested_by
            if same_role or shared_person(facts.handbook, role, tier.requested_by):
                also = "" if same_role else f", the same person as `{tier.requested_by}`,"
                yield Problem(
                    Place.of(tier, "approved_by", number),
                    f"In the tier `{tier.id}` `{role}`{also} both requests and approves.",
                    expected="an approver who is somebody else",
                    remedy=f"Take `{role}` out of `approved_by`, or let another role request.",
                    related=(Related(Place.of(tier, "requested_by"), "the request"),),
                )
