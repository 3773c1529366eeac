"""All words that stand in the plans, with the place of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from generator.model.element import Element, reference_fields
from generator.model.handbook import Handbook


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in the field or list item at `path` of an element."""

    element: Element
    path: tuple[str | int, ...]
    text: str


def wordings(handbook: Handbook) -> Iterator[Wording]:
    """Every text that somebody wrote: words for readers, and plain ones such as numbers and addresses."""
    for part in handbook.parts:
        for element in part.walk():
            for field in word_fields(type(element)):
                value = getattr(element, field)
                if isinstance(value, str):
                    yield Wording(element, (field,), value)
                elif isinstance(value, tuple):
                    for number, text in enumerate(value):
                        yield Wording(element, (field, number), text)


@cache
def word_fields(model: type[Element]) -> tuple[str, ...]:
    """Fields of a model that hold words, and no id or reference."""
    passed_over = {"id", *reference_fields(model)}
    return tuple(
        name for name, info in model.model_fields.items() if name not in passed_over and _holds_words(info.annotation)
    )


def _holds_words(annotation: Any) -> bool:  # noqa: ANN401 - annotations are of any type
    return annotation is str or any(_holds_words(argument) for argument in get_args(annotation))
