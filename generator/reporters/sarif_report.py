"""A report in the Static Analysis Results Interchange Format (SARIF) 2.1.0, for code scanning services and editors."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any
from urllib.parse import quote

import generator
from generator.checker.engine import Inspection
from generator.checker.manual import fault_page, faults, rule_page
from generator.finding import Edit, Finding, RelatedPlace
from generator.model.governance import Waiver
from generator.position import Position
from generator.reporters.identity import fingerprint, numbered
from generator.reporters.manual import Manual
from generator.rule import Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_FINGERPRINT = "handbookFinding/v1"
_BRACES = str.maketrans({"{": "{{", "}": "}}"})
_LINK_TEXT = _BRACES | str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]"})


def report_as_sarif(inspection: Inspection, rules: Mapping[str, Rule], manual_url: str | None) -> str:
    """One run with the manual of all rules, open findings, and waived ones as suppressed results."""
    manual = Manual(rules, manual_url)
    waivers: dict[Finding, dict[str, Waiver]] = {finding: {} for finding in inspection.report.findings}
    for entry in inspection.waived:
        waivers.setdefault(entry.finding, {})[entry.waiver.id] = entry.waiver
    ids = tuple(dict.fromkeys([*rules, *(finding.rule for finding in waivers)]))
    run = {
        "tool": {"driver": _driver(ids, manual)},
        "automationDetails": {"id": "handbook-check/"},
        "invocations": [_invocation(inspection, rules)],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder of the handbook."}}},
        "columnKind": "unicodeCodePoints",
        "results": [
            {
                **_result(finding, number),
                "ruleIndex": ids.index(finding.rule),
                **_suppressions(waivers[finding].values()),
            }
            for finding, number in numbered(waivers)
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _driver(ids: Iterable[str], manual: Manual) -> dict[str, Any]:
    return {
        "name": "handbook",
        "fullName": "handbook check",
        "version": generator.__version__,
        "rules": [_descriptor(rule, manual) for rule in ids],
    }


def _descriptor(rule: str, manual: Manual) -> dict[str, Any]:
    address = manual.address(rule)
    return {
        "id": rule,
        "shortDescription": {"text": manual.summary(rule)},
        **(_of_rule(manual.rules[rule]) if rule in manual.rules else _of_fault(rule)),
        **({"helpUri": address} if address else {}),
    }


def _of_rule(rule: Rule) -> dict[str, Any]:
    return {
        "fullDescription": {"text": rule.what},
        "help": {"text": f"{rule.why}\n\n{rule.fix}", "markdown": rule_page(rule)},
        "defaultConfiguration": {"level": rule.level.value},
        "properties": {"tags": [rule.family]},
    }


def _of_fault(name: str) -> dict[str, Any]:
    fault = faults().get(name)
    if fault is None:
        # GitHub takes no rule without a description and a help text.
        return {"fullDescription": {"text": name}, "help": {"text": "The manual has no page about this."}}
    return {
        "fullDescription": {"text": fault.summary},
        "help": {"text": fault.fix, "markdown": fault_page(fault)},
        "defaultConfiguration": {"level": fault.level.value},
    }


def _invocation(inspection: Inspection, rules: Mapping[str, Rule]) -> dict[str, Any]:
    """The run failed if a rule did not run to its end: what it would have found is then missing."""
    missing = sorted(rules.keys() - inspection.ran)
    if not missing:
        return {"executionSuccessful": True}
    text = f"These rules did not run to their end: {', '.join(missing)}."
    return {
        "executionSuccessful": False,
        "toolExecutionNotifications": [{"level": "error", "message": {"text": text}}],
    }


def _result(finding: Finding, number: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": finding.level.value,
        "message": {"text": _message(finding)},
        "locations": [_location(finding)],
        "partialFingerprints": {_FINGERPRINT: fingerprint(finding, number)},
    }
    if finding.related:
        result["relatedLocations"] = [_related(place, at) for at, place in enumerate(finding.related, start=1)]
    if finding.edits:
        result["fixes"] = [_fix(finding)]
    return result


def _message(finding: Finding) -> str:
    """Viewers turn `[caption](1)` into a link to the related location 1; braces would stand for arguments."""
    further = {"Expected: ": finding.expected, "Fix: ": finding.remedy}
    lines = [finding.message, *(f"{label}{text}" for label, text in further.items() if text)]
    links = (
        f"[{place.caption.translate(_LINK_TEXT)}]({number})" for number, place in enumerate(finding.related, start=1)
    )
    return "\n".join([*(line.translate(_BRACES) for line in lines), *links])


def _location(finding: Finding) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": _physical(finding.position)}
    if finding.subject:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.subject}]
    return location


def _related(place: RelatedPlace, number: int) -> dict[str, Any]:
    return {"id": number, "message": {"text": place.caption}, "physicalLocation": _physical(place.position)}


def _physical(at: Position) -> dict[str, Any]:
    return {"artifactLocation": _artifact(at.file), **({"region": _region(at)} if at.line else {})}


def _artifact(file: str) -> dict[str, str]:
    return {"uri": quote(file, errors="surrogateescape"), "uriBaseId": _ROOT}


def _region(at: Position) -> dict[str, int]:
    start = {"startLine": at.line, "startColumn": max(at.column, 1)}
    if (at.end_line, at.end_column) < (at.line, at.column):
        return start
    return {**start, "endLine": at.end_line, "endColumn": max(at.end_column, 1)}


def _fix(finding: Finding) -> dict[str, Any]:
    by_file = groupby(sorted(finding.edits, key=lambda edit: edit.position), key=lambda edit: edit.position.file)
    changes = [
        {"artifactLocation": _artifact(file), "replacements": [_replacement(edit) for edit in edits]}
        for file, edits in by_file
    ]
    return {"description": {"text": finding.remedy or finding.message}, "artifactChanges": changes}


def _replacement(edit: Edit) -> dict[str, Any]:
    return {"deletedRegion": _region(edit.position), "insertedContent": {"text": edit.text}}


def _suppressions(waivers: Iterable[Waiver]) -> dict[str, Any]:
    """An empty list says that nothing is suppressed, where other results of the run are."""
    return {"suppressions": [_suppression(waiver) for waiver in waivers]}


def _suppression(waiver: Waiver) -> dict[str, Any]:
    facts = {"waiver": waiver.id, "approver": waiver.approver, "expiresOn": waiver.expires_on.isoformat()}
    return {"kind": "external", "status": "accepted", "justification": waiver.reason, "properties": facts}
