"""Check every mutant, and beside it the same file with the JSON Schema alone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from jsonschema import Draft202012Validator

from generator.exports.schemas import file_patterns, plan_schemas
from generator.finding import Finding
from generator.loading.load import assemble
from generator.source import PositionedMapping, PositionedSequence
from tests.benchmarks.mutants.book import Book, Change, Mutant
from tests.benchmarks.mutants.operators import ALL
from tests.benchmarks.mutants.seeds import spread


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant."""

    mutant: Mutant
    rules: tuple[str, ...]
    at_place: bool
    by_schema: bool
    seconds: float

    @property
    def caught(self) -> bool:
        return bool(self.rules)


def mutants(book: Book, families: frozenset[str]) -> Iterator[Mutant]:
    """Some mutants of every operator, always the same ones; what changes nothing is no mutant."""
    for operator in ALL:
        made = [m for m in operator(book) if m.family in families or not families]
        yield from spread([m for m in made if _differs(book, m)])


def judge(book: Book, mutant: Mutant, schemas: dict[str, Draft202012Validator]) -> Verdict:
    """Run the checker and the schema over one mutant."""
    began = time.process_time()
    found = book.found(mutant)
    spent = time.process_time() - began
    by_schema = any(not _schema(schemas, file).is_valid(root) for file, root in book.mutated(mutant).items())
    rules = tuple(sorted({finding.rule for finding in found}))
    return Verdict(mutant, rules, any(_at_place(book, mutant, f) for f in found), by_schema, spent)


def schemas_of(book: Book) -> dict[str, Draft202012Validator]:
    """Validators by pattern of files, with the ids of the handbook."""
    made = plan_schemas(assemble(book.parts.values()))
    return {
        pattern.removeprefix("plans/"): Draft202012Validator(made[name]) for name, pattern in file_patterns().items()
    }


def _schema(schemas: dict[str, Draft202012Validator], file: str) -> Draft202012Validator:
    return next(validator for pattern, validator in schemas.items() if fnmatchcase(file, pattern))


def _differs(book: Book, mutant: Mutant) -> bool:
    return any(root != book.roots[file] for file, root in book.mutated(mutant).items())


def _at_place(book: Book, mutant: Mutant, finding: Finding) -> bool:
    """Whether a finding leads to the block that was changed, as its place or as one that belongs to it."""
    places = [finding.position, *(related.position for related in finding.related)]
    return any(
        place.file == book.roots[change.file].file and place.line in _lines(book, change)
        for change in mutant.changes
        for place in places
    )


def _lines(book: Book, change: Change) -> range:
    """The lines of the block in which a change lies; at the top level, those of the value alone."""
    root = book.roots[change.file]
    blocks = [root]
    node: Any = root
    for segment in change.path[:-1]:
        node = node[segment]
        if isinstance(node, PositionedMapping):
            blocks.append(node)
    lines = list(_all_lines(blocks[-1]))
    if len(blocks) == 1:
        lines = [book.place(change).line, *_all_lines(root.get(str(change.path[0])))]
    return range(min(lines), max(lines) + 1)


def _all_lines(node: Any) -> Iterator[int]:
    if isinstance(node, PositionedMapping):
        yield node.position.line
        yield from (position.line for position in node.value_positions.values())
        for value in node.values():
            yield from _all_lines(value)
    elif isinstance(node, PositionedSequence):
        yield from (position.line for position in node.item_positions)
        for value in node:
            yield from _all_lines(value)
