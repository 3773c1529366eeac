"""A step publishes a statement that nobody has approved before.

A step that publishes a statement with an `approval` path waits, directly or over other steps, for a step with
`act: approve-legal` or `act: approve`. Statements without `approval`, quick replies, and notices to staff, partners
and authorities are left out.

## Why

A sentence that admits a fault or guesses a cause cannot be taken back. The usual check has three parts: the facts,
the law, the management. If the plan lets the publishing step begin without it, somebody under pressure will publish
first and ask later.

## How to fix

Write the id of the approving step into `after` of the publishing step. If no step approves the statement, add one
with `act: approve-legal`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.publications import Publication
from generator.finding import Level
from generator.model.acts import Act
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("Practice: check of a statement in three parts (facts, law, management)",)

_APPROVALS = frozenset({Act.APPROVE_LEGAL, Act.APPROVE})


def check(facts: Facts) -> Iterator[Problem]:
    by_step: dict[int, list[Publication]] = {}
    for publication in facts.publications:
        if publication.public and publication.statement.approval and not _approved(facts, publication):
            by_step.setdefault(id(publication.step), []).append(publication)
    for unapproved in by_step.values():
        yield _problem(unapproved)


def _approved(facts: Facts, publication: Publication) -> bool:
    scenario, step = publication.scenario, publication.step
    earlier = facts.earlier_steps[scenario.id][step.id]
    return step.act in _APPROVALS or any(s.act in _APPROVALS for s in scenario.steps if s.id in earlier)


def _problem(unapproved: list[Publication]) -> Problem:
    step, statement = unapproved[0].step, unapproved[0].statement
    names = ", ".join(f"`{publication.statement.id}`" for publication in unapproved)
    return Problem(
        Place.of(step, "after"),
        f"The step `{step.id}` publishes {names}, but waits for no step that approves it.",
        expected="a step with `act: approve-legal` or `act: approve` that is done before",
        remedy="Add the approving step to `after`.",
        related=(Related(Place.of(statement, "approval"), f"`{statement.id}` needs approval"),),
    )
