"""The content of an exercise record as it is given on the command line, or in a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from generator.errors import HandbookError
from generator.files.read import read_bytes
from generator.finding import Report
from generator.pipeline import PlansInvalidError
from generator.source import PositionedMapping, PositionedSequence, read_document
from generator.source.emit import OnOneLine

_TIMINGS = "timings"


def snippet(path: Path) -> dict[str, Any]:
    """Keys of a record, and perhaps `actions`, from a YAML file.

    Raises PlansInvalidError if it is no YAML that plans may hold, HandbookError if `actions` is no list of blocks.
    """
    document = read_document(read_bytes(path), path.as_posix())
    if document.root is None or document.findings:
        raise PlansInvalidError(Report.of(document.findings, {document.file: document.lines}))
    content: dict[str, Any] = _plain(document.root)
    if isinstance(timings := content.get(_TIMINGS), list):
        content[_TIMINGS] = [OnOneLine(entry) if isinstance(entry, dict) else entry for entry in timings]
    actions = content.get("actions", [])
    if not (isinstance(actions, list) and all(isinstance(entry, dict) for entry in actions)):
        raise HandbookError(f"`actions` of `{path}` is no list of blocks.", "Write each action behind a dash.")
    return content


def _plain(value: object) -> Any:  # noqa: ANN401 a YAML value
    if isinstance(value, PositionedMapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, PositionedSequence) else value


def timing_of(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> tuple[OnOneLine, ...]:
    """From `First order=6 h/4 h`."""
    return tuple(_timing(context, option, value) for value in values)


def finding_of(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """From `no-list: There was no list. | Nobody printed it.`."""
    return tuple(_named(context, option, value, ("finding", "cause")) for value in values)


def demand_of(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """From `no-list: fire`."""
    return tuple(_named(context, option, value, ("plan",)) for value in values)


def action_of(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """From `print-list: no-list | Print the list. | shop-lead | 2026-12-01`."""
    actions = (_named(context, option, value, ("finding", "do", "owner", "due_on")) for value in values)
    return tuple(actions)


def action_block(action: Mapping[str, Any], record: str) -> dict[str, Any]:
    """An action that answers a finding of a record; it is open unless it says otherwise."""
    return {"id": action.get("id"), "source": record, **action, "status": action.get("status", "open")}


def _timing(context: click.Context, option: click.Parameter, value: str) -> OnOneLine:
    what, _, times = value.rpartition("=")
    limit, _, measured = times.partition("/")
    parts = {"what": what.strip(), "limit": limit.strip(), "measured": measured.strip()}
    if not all(parts.values()):
        raise click.BadParameter(f"`{value}` is not WHAT=LIMIT/MEASURED, such as `Call=5 min/2 min`.", context, option)
    return OnOneLine(parts)


def _named(context: click.Context, option: click.Parameter, value: str, fields: tuple[str, ...]) -> dict[str, str]:
    name, _, told = value.partition(":")
    parts = [part.strip() for part in told.split("|")]
    if len(parts) != len(fields) or not name.strip() or not all(parts):
        raise click.BadParameter(f"`{value}` is not {option.metavar}.", context, option)
    return {"id": name.strip(), **dict(zip(fields, parts, strict=True))}
