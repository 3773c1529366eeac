"""Records of approvals as YAML: always the same bytes for the same record."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from generator.model.approval import ApprovalRecord

FOLDER = "approvals"
_HEAD = (
    "# Written by `handbook approve`. It binds the approval to the content of the plan; an edit by hand makes it void."
)


def approval_yaml(record: ApprovalRecord) -> str:
    """The file of a record. All texts are in quotes: an id or a digest may look like a number."""
    return "".join(f"{line}\n" for line in _lines(record))


def _lines(record: ApprovalRecord) -> Iterator[str]:
    yield _HEAD
    yield f"plan: {json.dumps(record.plan)}"
    yield f"version: {record.version}"
    yield f"by: {json.dumps(record.by)}"
    yield f"on: {record.on}"
    yield f"fingerprint: {json.dumps(record.fingerprint)}"
    yield from _block("parts", record.parts)
    yield from _block("translations", record.translations)


def _block(name: str, digests: Mapping[str, str]) -> Iterator[str]:
    if digests:
        yield f"{name}:"
        yield from (f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in sorted(digests.items()))
