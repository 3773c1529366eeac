"""What is not a rule of its own, and why: what the model rules out already, and what is left to people."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Omission:
    """A check that one might expect, and the reason why there is no rule for it."""

    check: str
    reason: str


BY_CONSTRUCTION: tuple[Omission, ...] = (
    Omission("An activity has no accountable role, or two.", "`accountable` is one key with one role."),
)
"""What a plan cannot get wrong, because the model has no place for it or the page is made from the same data."""

LEFT_OUT: tuple[Omission, ...] = (
    Omission(
        "A company grade copies the official accident grades.",
        "Copying is no fault in itself, and whether it fits the company is a judgement.",
    ),
)
"""What a machine can't decide from the plans, or only by guessing."""
