"""An emergency is over for more than 14 days, and its review was not held.

An incident has `ended_on` more than 14 days ago and no `reviewed_on`.

## Why

After two weeks people remember what they wish had happened, and the logs are overwritten. A real emergency is the most
expensive exercise there is; without a review it is wasted.

## How to fix

Hold the review, write the day into `reviewed_on`, and add `findings` with a corrective action for each.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("Regulation (EU) 2024/2690, annex 3.6", "PagerDuty incident response: review every incident")
DAYS = 14


def check(facts: Facts) -> Iterator[Problem]:
    for incident in facts.handbook.incidents.values():
        if incident.ended_on and not incident.reviewed_on:
            passed = (facts.as_of - incident.ended_on).days
            if passed > DAYS:
                yield Problem(
                    Place.of(incident, "ended_on"),
                    f"The emergency `{incident.id}` ended on {incident.ended_on}, {passed} days ago, and was not"
                    " reviewed.",
                    expected=f"`reviewed_on` within {DAYS} days of its end",
                    remedy="Hold the review and add `reviewed_on` and what it found.",
                )
