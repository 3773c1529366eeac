"""Small helpers with which the operators say what they change and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tests.benchmarks.mutants.book import ABSENT, Book, Change, Mutant, Path_

Operator = Callable[[Book], Iterator[Mutant]]
PER_OPERATOR = 5
"""So many places are taken for one operator, spread over all that there are."""

STEPS = ("phases", "steps")


def spread(mutants: list[Mutant], most: int = PER_OPERATOR) -> list[Mutant]:
    """At most `most`, evenly spread, always the same ones."""
    if len(mutants) <= most:
        return mutants
    return [mutants[number * len(mutants) // most] for number in range(most)]


def change(family: str, operator: str, file: str, path: Path_, value: Any) -> Mutant:
    """A mutant that changes one value."""
    return Mutant(family, operator, (Change(file, path, value),))


def drop(family: str, operator: str, file: str, path: Path_) -> Mutant:
    """A mutant that takes one key or item away."""
    return change(family, operator, file, path, ABSENT)


def each(
    family: str, operator: str, folder: str, keys: tuple[str, ...], field: str, value: Any, *, only: Any = None
) -> Operator:
    """In each block below `keys` that has `field` (and for which `only` holds) the field becomes `value`.

    `value` may be a function of the block.
    """

    def seeded(book: Book) -> Iterator[Mutant]:
        for file, path, block in book.entries(folder, *keys):
            if field in block and (only is None or only(block)):
                new = value(block) if callable(value) else value
                yield change(family, operator, file, (*path, field), new)

    return seeded
