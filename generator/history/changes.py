"""The values a comparison is made of: what changed, where, from what to what, and whom it concerns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.duration import Duration
from generator.model.element import Element
from generator.model.money import Money
from generator.position import Position

Value = Element | Duration | Money | date | str | float | tuple[str, ...] | None
"""What stands in one place of one edition; an order is a tuple of names."""
PlanKey = tuple[str, str]
Path = tuple[str | int, ...]
"""Keys and numbers of items from a plan to a place in it, as `Element.position` takes them."""


_PLAN_KINDS = frozenset({"plan", "scenario", "catalog", "settings"})


class Kind(StrEnum):
    """What happened to a thing."""

    CAME = "came"
    WENT = "went"
    MOVED = "moved"
    CHANGED = "changed"


class Effect(StrEnum):
    """What a change does to the company's readiness, as far as it can be told from the plan alone."""

    STRENGTHENED = "strengthened"
    WEAKENED = "weakened"
    NEUTRAL = "neutral"


class Topic(StrEnum):
    """What a change is about, in the order in which a summary tells it."""

    ROLE = "role"
    STEP = "step"
    LIMIT = "limit"
    ORDER = "order"
    DEPUTY = "deputy"
    APPROVAL = "approval"
    CLOCK = "clock"
    THRESHOLD = "threshold"
    OBJECTIVE = "objective"
    BACKUP = "backup"
    STATEMENT = "statement"
    CHANNEL = "channel"
    ESCALATION = "escalation"
    EXERCISE = "exercise"
    PROMISE = "promise"
    WAIVER = "waiver"
    RECORD = "record"
    CHECK = "check"
    CONTROL = "control"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PlanName:
    """A plan of one edition. `kind` is the type of its model, so that ids of unlike plans may be alike."""

    kind: str
    id: str
    title: str
    file: str
    """Below the folder of the plans; empty where a plan was not read from a file."""

    @property
    def key(self) -> PlanKey:
        """What stays the same from edition to edition."""
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class Part:
    """A nameless part on the way from a named thing to a place; `name` tells items of a list apart."""

    field: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """The named thing that changed, and the place in it. Without `field` it is the thing itself."""

    plan: PlanName
    kind: str
    id: str
    title: str
    within: tuple[Part, ...] = ()
    field: str = ""
    refers: str = ""
    """The kind of thing that the value is an id of."""

    @property
    def is_plan(self) -> bool:
        """Whether it is the plan itself, not a thing in it."""
        return self.kind in _PLAN_KINDS


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in one edition: the plan, and the way into it."""

    plan: PlanKey
    path: Path
    position: Position


@dataclass(frozen=True, slots=True)
class Change:
    """One difference of meaning.

    `was` is its place in the earlier edition and `now` that in the later one. For a thing that moved, `before` and
    `after` name what it stood in; for a list in another order, its items.
    """

    kind: Kind
    subject: Subject
    before: Value
    after: Value
    effect: Effect
    topic: Topic
    was: Spot | None
    now: Spot | None
    roles_before: frozenset[str]
    roles_after: frozenset[str]
    inside: bool = False
    """It came or went with the thing around it, which has a change of its own."""

    @property
    def roles(self) -> frozenset[str]:
        """Roles that had a part in the thing, or have one now."""
        return self.roles_before | self.roles_after

    @property
    def plans(self) -> tuple[PlanKey, ...]:
        """Plans in which it is to be told: where the thing is, and where it was."""
        spots = (self.now, self.was)
        return tuple(dict.fromkeys(spot.plan for spot in spots if spot))

    @property
    def position(self) -> Position:
        """Where a reader looks it up: in the later edition if it is there."""
        spot = self.now or self.was
        return spot.position if spot else Position("")


@dataclass(frozen=True, slots=True)
class PlanEditions:
    """A plan in both editions, with the version of each where it has one; None where there was no such plan."""

    before: PlanName | None
    after: PlanName | None
    version_before: str = ""
    version_after: str = ""

    @property
    def name(self) -> PlanName:
        """What it is called now, or was called last."""
        name = self.after or self.before
        assert name is not None
        return name


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs between two editions, in the order of the later one."""

    changes: tuple[Change, ...]
    plans: Mapping[PlanKey, PlanEditions]
    titles: Mapping[tuple[str, str], str]
    """Titles of things by kind and id, the later edition's where both have one."""
