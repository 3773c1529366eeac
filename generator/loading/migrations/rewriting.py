"""What a step from one schema to the next is made of: values of blocks that get another form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from generator.position import Position
from generator.source import PositionedMapping, PositionedSequence
from generator.source.rewrite import with_entry, with_items
from generator.source.text import Span

Trees = Mapping[str, PositionedMapping]
"""Plan files as read, by their path inside the plans folder."""


class Written(NamedTuple):
    """A value as somebody wrote it, and where."""

    value: Any
    file: str
    span: Span


@dataclass(frozen=True, slots=True)
class Change:
    """A key of the blocks in a top-level list of some files. `form` gives None for a value that stays as it is."""

    files: str
    blocks: str
    key: str
    name: str
    """The name of the key from now on."""
    form: Callable[[Written], Any]
    told: str
    """The old form and the new one in words."""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A place that was read in another form than it is written in, and the change that did it."""

    position: Position
    change: Change


@dataclass(frozen=True, slots=True)
class Migrated:
    """Files in the form of the next schema. Files in which nothing was rewritten are the same as before."""

    trees: Trees
    rewrites: tuple[Rewrite, ...] = ()


Step = Callable[[Trees], Migrated]
"""Brings plans from one schema to the next. It leaves alone what has the form of the next one already."""


def rewritten(trees: Trees, changes: Iterable[Change]) -> Migrated:
    """The files after all changes, in order."""
    now, rewrites = dict(trees), list[Rewrite]()
    for change in changes:
        for path, root in now.items():
            if fnmatchcase(path, change.files):
                now[path], found = _in_file(root, change)
                rewrites += found
    return Migrated(now, tuple(rewrites))


def _in_file(root: PositionedMapping, change: Change) -> tuple[PositionedMapping, tuple[Rewrite, ...]]:
    blocks = root.get(change.blocks)
    if not isinstance(blocks, PositionedSequence):
        return root, ()
    new = dict(_rewritten_blocks(blocks, change))
    if not new:
        return root, ()
    every = with_items(blocks, (new.get(number, block) for number, block in enumerate(blocks)))
    found = tuple(Rewrite(blocks[number].key_positions[change.key], change) for number in new)
    return with_entry(root, change.blocks, change.blocks, every), found


def _rewritten_blocks(blocks: PositionedSequence, change: Change) -> Iterator[tuple[int, PositionedMapping]]:
    for number, block in enumerate(blocks):
        if not isinstance(block, PositionedMapping) or change.key not in block:
            continue
        if change.name != change.key and change.name in block:
            continue
        value = change.form(Written(block[change.key], block.file_of(change.key), block.value_spans[change.key]))
        if value is not None:
            yield number, with_entry(block, change.key, change.name, value)
