"""What still works when something has failed: systems that go down with it, channels that can't be used."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.communication import Channel
from generator.model.handbook import Handbook


def failed_systems(handbook: Handbook, failed: Iterable[str]) -> frozenset[str]:
    """The failed systems and every system that depends on one of them, directly or not."""
    down = set(failed)
    growing = True
    while growing:
        dependent = {s.id for s in handbook.systems.values() if s.id not in down and not down.isdisjoint(s.depends_on)}
        growing = bool(dependent)
        down |= dependent
    return frozenset(down)


def lost_channels(handbook: Handbook, failed: Iterable[str]) -> tuple[Channel, ...]:
    """Channels that need a system that is down."""
    down = failed_systems(handbook, failed)
    return tuple(channel for channel in handbook.channels.values() if not down.isdisjoint(channel.depends_on))
