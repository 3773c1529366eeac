"""Defects that a careful reviewer would send back, by family of rules."""

from __future__ import annotations

from tests.benchmarks.mutants.operators import (
    communication,
    continuity,
    documents,
    escalation,
    exercises,
    legal,
    people,
    remediation,
    severity,
    steps,
)
from tests.benchmarks.mutants.seeds import Operator

ALL: tuple[Operator, ...] = (
    *people.OPERATORS,
    *severity.OPERATORS,
    *escalation.OPERATORS,
    *steps.OPERATORS,
    *continuity.OPERATORS,
    *legal.OPERATORS,
    *communication.OPERATORS,
    *remediation.OPERATORS,
    *exercises.OPERATORS,
    *documents.OPERATORS,
)
