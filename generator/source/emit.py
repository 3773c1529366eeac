"""Plain data as YAML, laid out the way plans are written by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from generator.source.scalars import resolve_plain

_WIDTH = 112
_LONGEST_ON_A_LINE = 90
_WORD = re.compile(r"[A-Za-z0-9-]+")
_TAGS = {str: "str", int: "int", float: "float", bool: "bool", type(None): "null"}


class OnOneLine(dict[str, Any]):
    """A block that is written on one line, in braces."""


def block_item(data: Mapping[str, Any], column: int) -> list[str]:
    """The lines of a list item whose dash stands at a column, counted from 0."""
    first, *rest = _dumped(data).splitlines()
    indent = " " * column
    return [f"{indent}- {first}", *(f"{indent}  {line}".rstrip() for line in rest)]


def value_in_block(value: str, column: int) -> str:
    """A value as it follows a key at a column; it may go on on further lines."""
    first, *rest = _dumped({"x": value}).removeprefix("x: ").splitlines()
    return "\n".join([first, *(f"{' ' * column}{line}".rstrip() for line in rest)])


def value_in_braces(value: str) -> str:
    """A value as it follows a key within braces."""
    return _dumped(OnOneLine(x=value)).strip().removeprefix("{x: ").removesuffix("}")


class _Writer(yaml.SafeDumper):
    """Decides what needs quotes by how plans are read, not by YAML 1.1, for which `on` is no text."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 PyYAML calls it so
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 PyYAML calls it so
        return True

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:  # noqa: ANN401 PyYAML's own type
        if kind is yaml.ScalarNode and implicit[0]:
            return f"tag:yaml.org,2002:{_TAGS[type(resolve_plain(value))]}"
        return str(super().resolve(kind, value, implicit))  # type: ignore[no-untyped-call]

    def choose_scalar_style(self) -> str:
        style = super().choose_scalar_style()
        return '"' if style == "'" else str(style)


def _dumped(data: Mapping[str, Any]) -> str:
    width = 1_000_000 if isinstance(data, OnOneLine) else _WIDTH
    return yaml.dump(data, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=width, indent=2)


def _text(writer: yaml.SafeDumper, text: str) -> yaml.Node:
    long = len(text) > _LONGEST_ON_A_LINE and not text.startswith(" ")
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=">" if long else None)


def _list(writer: yaml.SafeDumper, items: Sequence[Any]) -> yaml.Node:
    ids = all(isinstance(item, str) and _WORD.fullmatch(item) for item in items)
    short = ids and sum(len(item) + 2 for item in items) < _LONGEST_ON_A_LINE
    return writer.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=short)


def _block(writer: yaml.SafeDumper, entries: Mapping[str, Any]) -> yaml.Node:
    flow = isinstance(entries, OnOneLine)
    return writer.represent_mapping("tag:yaml.org,2002:map", entries, flow_style=flow)


_Writer.add_multi_representer(str, _text)
_Writer.add_multi_representer(list, _list)
_Writer.add_multi_representer(dict, _block)
_Writer.add_representer(str, _text)
_Writer.add_representer(list, _list)
_Writer.add_representer(dict, _block)
