"""What a change weighs for a reader: whether it asks something of somebody, or is only kept for the record."""

from __future__ import annotations

from generator.history.changes import Change, Effect, Topic

_CONFIRMING = frozenset({Topic.CONTROL, Topic.CHECK})
_ASIDE = _CONFIRMING | {Topic.OTHER}
_HOUSEKEEPING = _CONFIRMING | {Topic.WAIVER}
_COVERS = "covers"
"""Says which requirements are met, and asks nothing of anybody."""
_INSTRUCTIONS = frozenset({
    *("do", "if_not", "when", "see", "not_this", "aim", "caution", "cautions", "check", "checks", "without_it"),
    *("says", "how", "how_to_use", "if_short", "target", "response", "duties", "intake", "principles"),
    *("gives", "promise", "rule", "rules", "demands", "we_bear"),
})  # fmt: skip
"""Fields whose words say what to do, when, or what to say. Other words are titles and reasons."""


def is_duty(change: Change) -> bool:
    """Whether it is news for the roles that it concerns, not the housekeeping of plans."""
    return change.topic not in _HOUSEKEEPING and change.subject.field != _COVERS


def is_aside(change: Change) -> bool:
    """Whether it changes document control, the day of a check or a detail, and nobody's duty.

    Other words of an instruction are a change of duty: a limit may stand in them.
    """
    aside = change.topic in _ASIDE and change.subject.field not in _INSTRUCTIONS
    return change.effect is Effect.NEUTRAL and bool(change.subject.field) and aside


def is_confirmation(change: Change) -> bool:
    """Whether it says no more than that somebody looked at the plan again and found it right."""
    return is_aside(change) and change.topic in _CONFIRMING
