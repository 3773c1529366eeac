"""Which steps of a scenario are over before a step begins."""

from __future__ import annotations

from collections.abc import Mapping

from generator.analysis.schedule import Schedule, waits_for


def earlier_steps(timed: Schedule) -> Mapping[str, frozenset[str]]:
    """By step, the ids of all steps it waits for, directly or not."""
    found: dict[str, frozenset[str]] = {}
    for name in timed.steps:
        _collect(name, timed, found)
    return found


def _collect(name: str, timed: Schedule, found: dict[str, frozenset[str]]) -> frozenset[str]:
    if name not in found:
        direct = waits_for(timed.steps[name].step)
        found[name] = frozenset(direct).union(*(_collect(earlier, timed, found) for earlier in direct))
    return found[name]
