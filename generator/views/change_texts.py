"""Which fields hold words for readers, so that words without a translation can be marked as such."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from generator.history.pairing import NAMED_BY
from generator.model.element import Element, text_fields


@cache
def text_names() -> frozenset[str]:
    """Names of fields that hold words for readers, in whatever thing."""
    return frozenset(name for model in _models(Element) for name in text_fields(model))


@cache
def lists_named_by_text() -> frozenset[str]:
    """Names of lists whose nameless items are told apart by their words, such as `signals`."""
    return frozenset(
        name
        for model in _models(Element)
        for name, info in model.model_fields.items()
        for item in _elements(info.annotation)
        if item in NAMED_BY and set(NAMED_BY[item]) <= text_fields(item).keys()
    )


def _models(base: type[Element]) -> Iterator[type[Element]]:
    for model in base.__subclasses__():
        yield model
        yield from _models(model)


def _elements(annotation: Any) -> Iterator[type[Element]]:  # noqa: ANN401 - whatever pydantic takes for a type
    if isinstance(annotation, type) and issubclass(annotation, Element):
        yield annotation
    for argument in get_args(annotation):
        yield from _elements(argument)
