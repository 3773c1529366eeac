"""The table of meanings keeps step with the model."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, get_args

import pytest

from generator.history.meaning import Direction
from generator.history.meanings import MEANINGS, meaning_of
from generator.history.pairing import NAMED_BY
from generator.model.duration import Duration
from generator.model.element import Element, nested_fields
from generator.model.money import Money
from generator.model.places import PLAN_MODELS
from generator.model.scenario import Estimate
from generator.model.thresholds import Thresholds


def arguments(annotation: Any) -> Iterator[Any]:
    yield annotation
    for argument in get_args(annotation):
        yield from arguments(argument)


def models() -> set[type[Element]]:
    found: set[type[Element]] = set()
    waiting = [model for _, model in PLAN_MODELS]
    while waiting:
        model = waiting.pop()
        found.add(model)
        inner = {a for f in nested_fields(model) for a in arguments(model.model_fields[f].annotation)}
        waiting += [a for a in inner - found if isinstance(a, type) and issubclass(a, Element)]
    return found


MODELS = sorted(models(), key=lambda model: model.__name__)
JUDGED_BY_HAND = {
    # Descriptions, and what others say or measured.
    ("Exercise", "next_on"), ("Statute", "deadline"), ("StatuteFollowUp", "deadline"), ("FollowUp", "deadline"),
    ("Timing", "limit"), ("Timing", "measured"), ("LegalFloor", "within"),
}  # fmt: skip


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_measurable_field_has_a_meaning_in_the_table(model: type[Element]) -> None:
    measurable = (Duration, Money, Decimal, int, float)
    for name, info in model.model_fields.items():
        kinds = set(arguments(info.annotation)) & set(measurable)
        if kinds and model is not Estimate and (model.__name__, name) not in JUDGED_BY_HAND:
            assert any((base, name) in MEANINGS for base in model.__mro__), f"{model.__name__}.{name}"


def test_the_table_names_only_fields_that_exist() -> None:
    for model, field in MEANINGS:
        owners = [known for known in MODELS if issubclass(known, model) and field in known.model_fields]
        assert owners, f"{model.__name__}.{field}"


def test_every_threshold_of_the_checks_has_a_direction() -> None:
    for field in Thresholds.model_fields:
        assert meaning_of(Thresholds, field).direction is not Direction.NONE, field


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_items_of_lists_can_be_told_apart(model: type[Element]) -> None:
    for name in nested_fields(model):
        annotation = model.model_fields[name].annotation
        items = [a for a in arguments(annotation) if isinstance(a, type) and issubclass(a, Element)]
        listed = any(getattr(a, "__origin__", None) is tuple for a in arguments(annotation))
        for item in items:
            assert not listed or "id" in item.model_fields or item in NAMED_BY, item.__name__
            # Only named things and settings hold named things, or the comparison would not find them.
            assert "id" not in item.model_fields or "id" in model.model_fields or model.__name__ == "Settings"
            assert listed or "id" not in item.model_fields, f"{model.__name__}.{name}"
