"""What a finding is known by from run to run, when lines have moved."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.finding import Finding


def numbered(findings: Iterable[Finding]) -> Iterator[tuple[Finding, int]]:
    """Each finding with its number, from 1, among those that say the same of the same place."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        key = _key(finding)
        seen[key] += 1
        yield finding, seen[key]


def fingerprint(finding: Finding, number: int) -> str:
    """64 hexadecimal digits that depend on rule, place by ids, message and number, not on lines."""
    return hashlib.sha256(json.dumps([*_key(finding), number]).encode()).hexdigest()


def place_by_name(finding: Finding) -> str:
    """The place by file and ids, or else the file."""
    return finding.subject or finding.position.file


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, place_by_name(finding), finding.message
