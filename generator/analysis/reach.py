"""What still works when something has failed: systems that go down with it, channels that can't be used."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.communication import Channel
from generator.model.handbook import Handbook
from generator.model.scenario import Scenario, Step


def failed_systems(handbook: Handbook, failed: Iterable[str], working: Iterable[str] = ()) -> frozenset[str]:
    """The failed systems and every system that depends on one of them, directly or not.

    `working` are systems that run again or are replaced, whatever they depend on.
    """
    up = frozenset(working)
    down = set(failed) - up
    growing = True
    while growing:
        dependent = {s.id for s in handbook.systems.values() if s.id not in down and not down.isdisjoint(s.depends_on)}
        dependent -= up
        growing = bool(dependent)
        down |= dependent
    return frozenset(down)


def lost_channels(handbook: Handbook, failed: Iterable[str], working: Iterable[str] = ()) -> tuple[Channel, ...]:
    """Channels that need a system that is down."""
    down = failed_systems(handbook, failed, working)
    return tuple(channel for channel in handbook.channels.values() if not down.isdisjoint(channel.depends_on))


def working_again(handbook: Handbook, scenario: Scenario, step: Step, before: frozenset[str]) -> frozenset[str]:
    """Systems that run when a step begins: what the steps `before` it restore, and what spares in use replace."""
    earlier = [known for known in scenario.steps if known.id in before]
    restored = {system for known in earlier for system in known.restores}
    spares = {spare for known in (*earlier, step) for spare in known.uses}
    return frozenset(restored.union(*(handbook.spares[spare].replaces for spare in spares)))
