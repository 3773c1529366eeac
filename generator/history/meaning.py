"""What a change of a field means, and which way it strengthens or weakens the company."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from generator.history.changes import Effect, Topic, Value
from generator.model.duration import Duration, Unit
from generator.model.money import Money


class Direction(Enum):
    """What strengthens. Two values of a kind are compared; a value that comes or goes counts as below."""

    NONE = auto()
    """Nothing does: words, dates, what is known, what the law says, who has a part."""
    MORE = auto()
    """More, longer, later, or being there."""
    LIMIT = auto()
    """A smaller value; but any is better than none."""
    AT_ONCE = auto()
    """A smaller value; none means "at once", which is the smallest."""
    EXCUSE = auto()
    """A smaller value, and best none: something is excused."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a field is about, and what strengthens."""

    topic: Topic = Topic.OTHER
    direction: Direction = Direction.NONE


NOTHING = Meaning()
_WEEK_TO_WORK = 7 / 5
"""Calendar days for a business day, so that "5 business days" weighs as much as a week."""


def effect_of_value(direction: Direction, before: Value, after: Value) -> Effect:
    """What it does that one value stands where another stood; None is no value."""
    if before is None or after is None:
        return _of_presence(direction, after is not None)
    old, new = _rank(before), _rank(after)
    if direction is Direction.NONE or old is None or new is None or old == new or _unlike(before, after):
        return Effect.NEUTRAL
    return _strong((new > old) == (direction is Direction.MORE))


def _of_presence(direction: Direction, there: bool) -> Effect:
    if direction is Direction.NONE:
        return Effect.NEUTRAL
    return _strong(there == (direction in (Direction.MORE, Direction.LIMIT)))


def _strong(strengthens: bool) -> Effect:
    return Effect.STRENGTHENED if strengthens else Effect.WEAKENED


def _rank(value: Value) -> float | None:
    """A number that grows with the value; None where values have no order."""
    match value:
        case Duration():
            return value.minutes * (_WEEK_TO_WORK if value.unit is Unit.BUSINESS_DAY else 1)
        case Money():
            return float(value.amount)
        case date():
            return value.toordinal()
        case int() | float():
            return float(value)
    return None


def _unlike(before: Value, after: Value) -> bool:
    """Amounts in two currencies cannot be compared."""
    return isinstance(before, Money) and isinstance(after, Money) and before.currency != after.currency
