"""A comparison as JSON, for programs and records."""

from __future__ import annotations

import json
from typing import Any

from generator.history.changes import Change, Comparison, PlanName, Value
from generator.history.grouping import PlanChanges, by_plan, by_role, counts
from generator.history.wording import segments
from generator.model.element import Element

FORMAT_VERSION = 1


def diff_as_json(comparison: Comparison, before: str, after: str, role: str | None = None) -> str:
    """An object with `version`, `before`, `after`, `counts`, `plans`, `roles` and `changes`.

    Plans and roles name changes by their number in `changes`, from 0.
    """
    changes = [change for change in comparison.changes if role is None or role in change.roles]
    numbers = {id(change): number for number, change in enumerate(changes)}
    content = {
        "version": FORMAT_VERSION,
        "before": before,
        "after": after,
        "counts": {effect.value: number for effect, number in counts(changes).items()},
        "plans": [plan for group in by_plan(comparison) if (plan := _plan(group, numbers))["changes"]],
        "roles": {
            name: {
                sort: [numbers[id(change)] for change in found]
                for sort, found in (("gained", mine.gained), ("lost", mine.lost), ("touched", mine.touched))
            }
            for name, mine in by_role(comparison).items()
            if role in (None, name)
        },
        "changes": [_change(change) for change in changes],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _plan(group: PlanChanges, numbers: dict[int, int]) -> dict[str, Any]:
    plan, mine = group.plan, [change for change in group.changes if id(change) in numbers]
    return {
        "id": plan.name.id,
        "title": plan.name.title,
        "file_before": _file(plan.before),
        "file_after": _file(plan.after),
        "version_before": plan.version_before or None,
        "version_after": plan.version_after or None,
        "counts": {effect.value: number for effect, number in counts(mine).items()},
        "changes": [numbers[id(change)] for change in mine],
    }


def _file(plan: PlanName | None) -> str | None:
    return plan.file if plan else None


def _change(change: Change) -> dict[str, Any]:
    subject = change.subject
    told: dict[str, Any] = {
        "kind": change.kind.value,
        "effect": change.effect.value,
        "topic": change.topic.value,
        "plan": subject.plan.id,
        "element": {"kind": subject.kind, "id": subject.id, "title": subject.title},
        "within": [{"field": part.field, "name": part.name} for part in subject.within],
        "field": subject.field or None,
        "before": _value(change.before),
        "after": _value(change.after),
        "roles": sorted(change.roles),
        "inside": change.inside,
        "file": change.position.file or None,
        "line": change.position.line or None,
    }
    if type(change.before) is str and type(change.after) is str and not subject.refers:
        pieces = segments(change.before, change.after)
        told["words"] = [{"fate": piece.fate.value, "text": piece.text} for piece in pieces]
    return told


def _value(value: Value) -> Any:  # noqa: ANN401 - whatever JSON can hold
    match value:
        case Element():
            return value.model_dump(mode="json", exclude_defaults=True)
        case None | bool() | int() | float():
            return value
        case tuple():
            return list(value)
    return str(value)
