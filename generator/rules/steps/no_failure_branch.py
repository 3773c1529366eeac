"""The plan does not say what to do if a decisive step fails.

A step that saves people, calls rescue, contains the damage, switches over, restores, or reports to an authority
(`act: protect-life`, `call-rescue`, `contain`, `switch-over`, `restore`, `notify-authority`) has no `if_not`.

## Why

In an emergency things fail: the exit is blocked, the portal is down, the copy is broken. Who then has to think first
loses the minutes the plan was written for.

## How to fix

Add `if_not` with the second way: another exit, the phone instead of the portal, the older copy. Say with `step` where
the plan goes on, or with `escalate_to` who decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts import Facts
from generator.finding import Level
from generator.model.acts import Act
from generator.rule import Place, Problem

LEVEL = Level.WARNING
SOURCES = ("PagerDuty incident response guide (backup plans)", "House rule")

_DECISIVE = (
    Act.PROTECT_LIFE,
    Act.CALL_RESCUE,
    Act.CONTAIN,
    Act.SWITCH_OVER,
    Act.RESTORE,
    Act.NOTIFY_AUTHORITY,
)


def check(facts: Facts) -> Iterator[Problem]:
    for scenario in facts.handbook.scenarios.values():
        for step in scenario.doing(*_DECISIVE):
            if step.if_not is None:
                yield Problem(
                    Place.of(step, "act"),
                    f"Nothing says what to do if `{step.id}` does not work.",
                    expected="`if_not` with a second way",
                    remedy="Add `if_not: {do: ...}` with what to do instead, and where to go on or who decides.",
                )
