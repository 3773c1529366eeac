"""A statement cannot be drafted and approved before it must be out.

`within` of the statement is not shorter than the time for drafting plus `within` of each step of its approval path,
one after the other. Drafting takes as long as the step with `act: draft` before the publishing step likely takes;
without such a step it takes `drafting`. If 5 statements of a path or more come too late, the path is
reported once.

## Why

Practice expects the first word 15 to 60 minutes after it becomes known. A path with too many checks breaks that
promise every time, or somebody skips a check. Both are seen only in the emergency.

## How to fix

Shorten `within` of single checks, take a check out of the path, choose a shorter path under `approval`, or promise
the statement later.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.analysis.schedule import is_later
from generator.finding import Level
from generator.model.acts import Act
from generator.model.communication import ApprovalPath, Statement
from generator.model.duration import Duration
from generator.rule import Place, Problem, Related

LEVEL = Level.ERROR
SOURCES = ("Practice: first word within 15 to 60 minutes", "House rule")
THRESHOLDS = ("drafting",)

_MANY = 5
"""From so many late statements on the path is at fault, and not each of them."""


def check(facts: Facts) -> Iterator[Problem]:
    for path in facts.handbook.approval_paths.values():
        using = (statement for statement in facts.handbook.statements.values() if statement.approval == path.id)
        checking = sum(step.within.minutes for step in path.steps)
        needs = [(statement, _drafting(facts, statement)) for statement in using]
        slow = [need for need in needs if is_later(need[1] + checking, need[0].within.minutes)]
        if len(slow) >= _MANY:
            yield _slow_path(path, slow, checking)
        else:
            for statement, drafting in slow:
                yield _slow_statement(statement, path, drafting, checking)


def _drafting(facts: Facts, statement: Statement) -> float:
    """Minutes for the draft: those of the last drafting step before the statement goes out, or the default."""
    drafts = [
        facts.schedules[publication.scenario.id].steps[step.id]
        for publication in facts.publications_of.get(statement.id, ())
        for step in publication.scenario.steps
        if step.act is Act.DRAFT and step.id in facts.earlier_steps[publication.scenario.id][publication.step.id]
    ]
    if not drafts:
        return facts.handbook.settings.thresholds.drafting.minutes
    return max(drafts, key=lambda draft: draft.ends).step.takes.likely.minutes


def _slow_statement(statement: Statement, path: ApprovalPath, drafting: float, checking: float) -> Problem:
    return Problem(
        Place.of(statement, "within"),
        f"`{statement.id}` must be out within {statement.within}, but drafting ({Duration.spell(drafting)}) and the "
        f"path `{path.id}` ({Duration.spell(checking)}) take {Duration.spell(drafting + checking)}.",
        expected=f"at least {Duration.spell(drafting + checking)}, or a shorter approval",
        remedy="Shorten the approval path, or raise `within` of the statement.",
        related=(Related(Place.of(path, "steps"), f"{len(path.steps)} checks, one after the other"),),
    )


def _slow_path(path: ApprovalPath, slow: list[tuple[Statement, float]], checking: float) -> Problem:
    tightest, drafting = min(slow, key=lambda need: need[0].within.minutes - need[1])
    longest = max(range(len(path.steps)), key=lambda number: path.steps[number].within.minutes)
    room = Duration.spell(max(0, tightest.within.minutes - drafting))
    return Problem(
        Place.of(path, "steps", longest, "within"),
        f"The path `{path.id}` takes {Duration.spell(checking)}, too long for {len(slow)} statements, such as "
        f"`{tightest.id}`, which must be out within {tightest.within} and takes {Duration.spell(drafting)} to draft.",
        expected=f"at most {room} for all checks of the path",
        remedy="Shorten the longest check, take one out, or promise the statements later.",
        related=(Related(Place.of(tightest, "within"), "the tightest of them"),),
    )
