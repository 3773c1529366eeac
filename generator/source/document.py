"""Reads one file; whatever its bytes are, the outcome is a `Document`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from generator.finding import Finding
from generator.position import Position
from generator.source import faults
from generator.source.builder import Limits, TreeBuilder, Unusable
from generator.source.decoding import decode
from generator.source.syntax import explain
from generator.source.syntax_fault import Surroundings
from generator.source.text import SourceText
from generator.source.tree import PositionedMapping, PositionedSequence

_OURS, _THEIRS = "<<<<<<< ", ">>>>>>> "
_DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read. `root` is None if nothing in it can be relied on; `findings` then says why."""

    file: str
    lines: tuple[str, ...]
    root: PositionedMapping | None
    findings: tuple[Finding, ...]


def read_document(data: bytes, file: str, limits: Limits = _DEFAULT_LIMITS) -> Document:
    """Read one file. Never raises: every fault is among the findings."""
    if len(data) > limits.max_bytes:
        return Document(file, (), None, (faults.too_many_bytes(file, len(data), limits.max_bytes),))
    body, source, fault = decode(data, file)
    if fault is not None:
        return Document(file, source.lines, None, (fault,))
    if fault := _conflict(source):
        return Document(file, source.lines, None, (fault,))
    builder = TreeBuilder(source, limits)
    fault = _parse(body, source, builder) or _root_fault(builder, source)
    if fault is None and isinstance(builder.root, PositionedMapping):
        return Document(file, source.lines, builder.root, tuple(builder.findings))
    return Document(file, source.lines, None, (*builder.findings, *([fault] if fault else [])))


def _conflict(source: SourceText) -> Finding | None:
    """The first mark of a merge that git could not finish; the parser would speak of colons and indentation."""
    begins = (number for number, line in enumerate(source.lines) if line.startswith(_OURS))
    first = next(begins, None)
    if first is None or not any(line.startswith(_THEIRS) for line in source.lines[first:]):
        return None
    return faults.conflict(source.position(source.span(first, 0, len(source.lines[first]))))


def _parse(body: bytes, source: SourceText, builder: TreeBuilder) -> Finding | None:
    """Feed the builder; the finding that made an end of it, if any."""
    # Looked up here because PyYAML lacks the name where it was built without libyaml.
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        builder.take(yaml.parse(body, loader))
    except Unusable as stop:
        return stop.finding
    except yaml.MarkedYAMLError as error:
        return explain(error, source, builder.surroundings())
    except (yaml.YAMLError, ValueError, RecursionError, MemoryError) as error:
        return explain(yaml.MarkedYAMLError(problem=str(error)), source, Surroundings())
    return None


def _root_fault(builder: TreeBuilder, source: SourceText) -> Finding | None:
    if isinstance(builder.root, PositionedMapping):
        return None
    if builder.root_span is None:
        return faults.empty(Position(source.file))
    found = "a list" if isinstance(builder.root, PositionedSequence) else "a single value"
    return faults.not_a_mapping(source.position(builder.root_span), found)
