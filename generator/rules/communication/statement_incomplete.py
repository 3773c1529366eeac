"""A statement leaves out something that its kind must say.

`contains` of a statement lists all that its kind needs:

* holding: time, place or product, confirmed facts, what we do, sympathy, where to get help, next update
* update: what changed, impact, what you can do, next update
* result: responsibility, cause, remedy, prevention, contact
* customer notice: what you can do, contact; after a leak of personal data also the kinds of data, cause, possible
  harm and what we do; after a price error also the remedy
* rumour reply: claim, evidence, contact
* recall: place or product, hazard, stop use, remedy, contact
* staff notice: confirmed facts, who speaks, what to say
* partner notice: impact, what you can do, contact

Quick replies and reports to authorities are left out.

## Why

People look for these answers, and ask everybody else when they are missing. For notices of a data leak the content is
law: PIPL art. 57 and GDPR art. 34 name it.

## How to fix

Add the missing sentence to `says` and its name to `contains`. If the sentence is already there, only the name is
missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.communication import CommunicationPlan, Content, Statement, StatementKind
from generator.model.legal import EventKind
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("PIPL, art. 57", "Regulation (EU) 2016/679 (GDPR), art. 34", "Practice with holding statements")

_C = Content
REQUIRED: dict[StatementKind, tuple[Content, ...]] = {
    StatementKind.HOLDING: (
        _C.TIME,
        _C.PLACE_OR_PRODUCT,
        _C.CONFIRMED_FACTS,
        _C.WHAT_WE_DO,
        _C.SYMPATHY,
        _C.WHERE_TO_GET_HELP,
        _C.NEXT_UPDATE,
    ),
    StatementKind.UPDATE: (_C.WHAT_CHANGED, _C.IMPACT, _C.WHAT_YOU_CAN_DO, _C.NEXT_UPDATE),
    StatementKind.RESULT: (_C.RESPONSIBILITY, _C.CAUSE, _C.REMEDY, _C.PREVENTION, _C.CONTACT),
    StatementKind.CUSTOMER_NOTICE: (_C.WHAT_YOU_CAN_DO, _C.CONTACT),
    StatementKind.RUMOUR_REPLY: (_C.CLAIM, _C.EVIDENCE, _C.CONTACT),
    StatementKind.RECALL: (_C.PLACE_OR_PRODUCT, _C.HAZARD, _C.STOP_USE, _C.REMEDY, _C.CONTACT),
    StatementKind.STAFF_NOTICE: (_C.CONFIRMED_FACTS, _C.WHO_SPEAKS, _C.WHAT_TO_SAY),
    StatementKind.PARTNER_NOTICE: (_C.IMPACT, _C.WHAT_YOU_CAN_DO, _C.CONTACT),
}
NOTICE_AFTER: dict[EventKind, tuple[Content, ...]] = {
    EventKind.PERSONAL_DATA: (_C.DATA_KINDS, _C.CAUSE, _C.POSSIBLE_HARM, _C.WHAT_WE_DO),
    EventKind.PRICE_ERROR: (_C.REMEDY,),
}
"""What a customer notice needs besides, by the event it tells of."""


def check(facts: Facts) -> Iterator[Problem]:
    for plan in facts.handbook.of_type(CommunicationPlan):
        for statement in plan.statements:
            yield from _judge(statement, ())
    for scenario in facts.handbook.scenarios.values():
        for statement in scenario.statements:
            yield from _judge(statement, scenario.events)


def _judge(statement: Statement, events: tuple[EventKind, ...]) -> Iterator[Problem]:
    needed = REQUIRED.get(statement.statement, ())
    if statement.statement is StatementKind.CUSTOMER_NOTICE:
        needed += tuple(item for event in events for item in NOTICE_AFTER.get(event, ()))
    missing = [item for item in dict.fromkeys(needed) if item not in statement.contains]
    if missing:
        yield _problem(statement, needed, missing)


def _problem(statement: Statement, needed: tuple[Content, ...], missing: list[Content]) -> Problem:
    names = ", ".join(f"`{item}`" for item in missing)
    message = f"`{statement.id}` does not contain {names}."
    if not statement.contains:
        message = f"`{statement.id}` does not list what it contains, so nobody sees whether something is missing."
    return Problem(
        Place.of(statement, "contains"),
        message,
        expected=f"what `statement: {statement.statement}` needs: "
        + ", ".join(f"`{item}`" for item in dict.fromkeys(needed)),
        remedy=f"Check that the words say it, and list it under `contains`: {names}.",
    )
