"""A handbook whose files can be changed one value at a time and checked again without reading the rest anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.analysis.facts import Facts
from generator.checker.changes import introduced
from generator.checker.engine import inspect
from generator.checker.registry import all_rules
from generator.files.read import read_plan_files
from generator.finding import Finding
from generator.loading.explain import explain_all
from generator.loading.load import assemble, model_for, parse_file
from generator.loading.resolve import Unread, dangling_references, duplicate_ids
from generator.loading.structure import structural_faults
from generator.model.approval import ApprovalRecord
from generator.model.element import Element
from generator.model.handbook import index_elements
from generator.position import Position
from generator.source import PositionedMapping, PositionedSequence, position_of, read_document

ABSENT = object()
"""As a new value: the key or item is taken away."""

Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Change:
    """One value of one plan file, by its path in the YAML, becomes another."""

    file: str
    path: Path_
    value: Any


@dataclass(frozen=True)
class Mutant:
    """A defect seeded into the handbook: what it is, in words, and the changes that make it; the first is the place."""

    family: str
    operator: str
    changes: tuple[Change, ...]

    @property
    def name(self) -> str:
        where = self.changes[0]
        return f"{self.operator} @ {where.file}:{'/'.join(map(str, where.path))}"


@dataclass(frozen=True)
class Book:
    """All files of a handbook, read once. `inside` is the path below the plans folder."""

    roots: dict[str, PositionedMapping]
    parts: dict[str, Element]
    as_of: date

    @classmethod
    def read(cls, project: Path, as_of: date) -> Book:
        roots, parts = {}, {}
        for file in read_plan_files(project / "plans", project):
            document = read_document(file.data, file.path)
            part, faults, _ = parse_file(file, document)
            assert not faults, faults
            assert document.root is not None
            assert part is not None
            if isinstance(part, ApprovalRecord):
                # With them, every change of an approved plan is found, whatever it is.
                continue
            roots[file.inside], parts[file.inside] = document.root, part
        return cls(roots, parts, as_of)

    def files(self, folder: str) -> Iterator[tuple[str, PositionedMapping]]:
        """Files whose path begins with `folder`, in order."""
        return ((inside, root) for inside, root in self.roots.items() if inside.startswith(folder))

    def entries(self, folder: str, *keys: str) -> Iterator[tuple[str, Path_, PositionedMapping]]:
        """Every block below a chain of keys, as file, path and block, such as `"phases", "steps"`."""
        for inside, root in self.files(folder):
            yield from ((inside, path, block) for path, block in _below(root, (), keys))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the checker says of the handbook as it is."""
        return check(list(self.parts.values()), self.as_of)

    def place(self, change: Change) -> Position:
        """The line that a change touches; for what is taken away, the line where it stood."""
        return position_of(self.roots[change.file], change.path)

    def mutated(self, mutant: Mutant) -> dict[str, PositionedMapping]:
        """The changed files."""
        changed: dict[str, PositionedMapping] = {}
        for change in mutant.changes:
            root = changed.get(change.file, self.roots[change.file])
            changed[change.file] = replaced(root, change.path, change.value)
        return changed

    def found(self, mutant: Mutant) -> tuple[Finding, ...]:
        """The findings that a mutant introduces."""
        parts = dict(self.parts)
        faults: list[Finding] = []
        for inside, root in self.mutated(mutant).items():
            model = type(self.parts[inside])
            try:
                parts[inside] = model.model_validate(root)
            except ValidationError as invalid:
                faults += explain_all(invalid.errors(include_url=False), root, model)
        if faults:
            return tuple(faults)
        return introduced(check(list(parts.values()), self.as_of), self.findings)


def check(parts: Sequence[Element], as_of: date) -> tuple[Finding, ...]:
    """Everything the checker finds in these parts."""
    faults = [
        *duplicate_ids(parts),
        *(fault for part in parts for fault in structural_faults(part)),
        *dangling_references(parts, index_elements(parts), Unread()),
    ]
    if faults:
        return tuple(faults)
    return inspect(Facts(assemble(parts), as_of), all_rules().values(), {}).report.findings


def model_of(inside: str) -> type[Element]:
    """The model of a plan file."""
    from generator.loading.load import PlanFile

    model = model_for(PlanFile(inside, inside, b""))
    assert model is not None
    return model


def _below(node: Any, path: Path_, keys: Sequence[str]) -> Iterator[tuple[Path_, PositionedMapping]]:
    if not keys:
        yield path, node
        return
    value = node.get(keys[0])
    if isinstance(value, PositionedMapping):
        yield from _below(value, (*path, keys[0]), keys[1:])
    for number, item in enumerate(value if isinstance(value, PositionedSequence) else ()):
        yield from _below(item, (*path, keys[0], number), keys[1:])


def replaced(node: Any, path: Path_, value: Any) -> Any:
    """A copy in which the value at a path is another one; untouched branches are shared."""
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, PositionedMapping):
        return _mapping(node, str(head), rest, value)
    return _sequence(node, int(head), rest, value)


def _mapping(node: PositionedMapping, key: str, rest: Path_, value: Any) -> PositionedMapping:
    copy = PositionedMapping(node, file=node.file, span=node.span)
    copy.key_spans, copy.value_spans = dict(node.key_spans), dict(node.value_spans)
    if not rest and value is ABSENT:
        for table in (copy, copy.key_spans, copy.value_spans):
            table.pop(key, None)
        return copy
    copy[key] = replaced(node.get(key), rest, value)
    copy.key_spans.setdefault(key, node.span)
    copy.value_spans.setdefault(key, node.span)
    return copy


def _sequence(node: PositionedSequence, index: int, rest: Path_, value: Any) -> PositionedSequence:
    items, spans = list(node), list(node.item_spans)
    if not rest and value is ABSENT:
        del items[index], spans[index]
    elif index >= len(items):
        items.append(value)
        spans.append(node.span)
    else:
        items[index] = replaced(items[index], rest, value)
    copy = PositionedSequence(items, file=node.file, span=node.span)
    copy.item_spans = spans
    return copy
