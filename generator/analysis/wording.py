"""All words that stand in the plans, with the place of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any, get_args

from generator.model.element import Element, reference_fields
from generator.model.handbook import Handbook


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in the field or list item at `path` of an element."""

    element: Element
    path: tuple[str | int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class WordIndex:
    """Texts in one string of lower case, in which a word is found faster than in each text by itself."""

    wordings: Sequence[Wording]
    text: str
    starts: Sequence[int]

    @classmethod
    def of(cls, wordings: Sequence[Wording]) -> WordIndex:
        texts = [wording.text.lower() for wording in wordings]
        return cls(wordings, "\0".join(texts), [0, *accumulate(len(text) + 1 for text in texts)])

    def holding(self, *hints: str) -> Iterator[Wording]:
        """The texts that hold one of the hints, which are of lower case, in order and each once."""
        for number in sorted({number for hint in hints for number in self._numbers(hint)}):
            yield self.wordings[number]

    def _numbers(self, hint: str) -> Iterator[int]:
        at = self.text.find(hint)
        while at >= 0:
            number = bisect_right(self.starts, at) - 1
            yield number
            at = self.text.find(hint, self.starts[number + 1])


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
