"""A plan tells staff to hide, delay or alter a report or evidence.

The words of steps, procedures, tasks, cautions, measures, escalations and statements are searched for such orders in
English, Chinese and Spanish: hide or delay a report, do not report, delete or alter logs, records or evidence,
backdate. An order that forbids it, such as "Never delete the logs", is left alone.

## Why

The law punishes late, false, hidden and missing reports more than the accident itself, and it punishes the person who
gave the order. Such a sentence also proves intent, in the company's own handbook.

## How to fix

Remove the sentence. If it means that only one role reports, say who reports, to whom and by when. If data must be
deleted by law, say so and keep a copy as evidence.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.concealment import HINTS, order_to_conceal
from generator.analysis.facts import Facts
from generator.analysis.wording import Wording
from generator.finding import Level
from generator.model.communication import Statement
from generator.model.element import Measure
from generator.model.governance import ConductPlan, Task
from generator.model.legal import EvidenceRule, Obligation
from generator.model.scenario import FailureBranch, Scenario, Step
from generator.model.severity import EscalationStep
from generator.model.technical import ProcedureStep
from generator.rule import Place, Problem

LEVEL = Level.ERROR
SOURCES = (
    "Emergency Response Law (China), art. 61",
    "Regulations on Reporting, Investigation and Handling of Production Safety Accidents (China), art. 16",
)

_ORDERS = (
    Step,
    FailureBranch,
    Scenario,
    Measure,
    Statement,
    Task,
    ProcedureStep,
    EscalationStep,
    ConductPlan,
    EvidenceRule,
    Obligation,
)


def check(facts: Facts) -> Iterator[Problem]:
    for wording in facts.word_index.holding(*HINTS):
        words = order_to_conceal(wording.text) if isinstance(wording.element, _ORDERS) else None
        if words:
            yield _problem(wording, words)


def _problem(wording: Wording, words: str) -> Problem:
    return Problem(
        Place.of(wording.element, *wording.path),
        f'This text says "{words}": it tells staff to hide, delay or alter a report or evidence.',
        expected="no such order; reports go out in time, complete and true",
        remedy="Remove the order. Say instead who reports, to whom and by when, and what is kept as evidence.",
    )
