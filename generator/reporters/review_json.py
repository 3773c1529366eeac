"""The review of a change as JSON, for programs and records."""

from __future__ import annotations

import json
from typing import Any

from generator.finding import Finding, Level
from generator.impact.approvals import ApprovalDue
from generator.impact.files import FileChange
from generator.impact.impact import Impact
from generator.impact.reach import Reach
from generator.impact.translations import LanguageChanges, TranslationChange, Turn
from generator.model.approval import ApprovalRecord
from generator.reporters.diff_json import diff_as_json

FORMAT_VERSION = 1


def review_as_json(impact: Impact, before: str, after: str, gap: str = "") -> str:
    """An object with `version`, `before`, `after`, `gap`, `findings`, `approvals`, `reach`, and more.

    `changes` is what `handbook diff --format json` writes, or null where the two states could not be compared;
    `files_beside` is null where the base is no revision.
    """
    findings = impact.findings
    content = {
        "version": FORMAT_VERSION,
        "before": before,
        "after": after,
        "gap": gap or None,
        "findings": {
            "counts": {f"new_{level.value}s": sum(f.level is level for f in findings.new) for level in Level},
            "new": [_finding(finding) for finding in findings.new],
            "resolved": [_finding(finding) for finding in findings.resolved],
            "accepted": [_finding(finding) for finding in findings.accepted],
        },
        "approvals": [_approval(due) for due in impact.approvals],
        "reach": _reach(impact.reach),
        "answers": [
            {"finding": answer.finding.id, "plan": answer.plan.id, "version": answer.revision.version}
            for answer in impact.answers
        ],
        "untranslated": {
            language: [{"text": text.text, "file": text.places[0][0], "line": text.places[0][1]} for text in texts]
            for language, texts in impact.untranslated.items()
        },
        "translations": {found.language: _translations(found) for found in impact.translations},
        "files_beside": _files(impact.files),
        "changes": json.loads(diff_as_json(impact.comparison, before, after)) if impact.comparison else None,
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "message": finding.message,
        "subject": finding.subject,
        "file": finding.position.file,
        "line": finding.position.line,
        "remedy": finding.remedy,
    }


def _approval(due: ApprovalDue) -> dict[str, Any]:
    return {
        "plan": due.plan.id,
        "file": due.plan.position().file,
        "version": due.plan.control.version,
        "approver": due.plan.control.approver,
        "void": _record(due.void),
        "again": _record(due.again),
        "changes": [{"part": change.address, "change": change.change.value} for change in due.changes],
        "todo": due.todo.value,
    }


def _record(record: ApprovalRecord | None) -> dict[str, Any] | None:
    return {"version": record.version, "by": record.by, "on": str(record.on)} if record else None


def _translations(found: LanguageChanges) -> dict[str, Any]:
    return {
        "compared": not found.unread,
        "counts": {turn.value: sum(change.turn is turn for change in found.changes) for turn in Turn},
        "changes": [_translation(change) for change in found.changes],
    }


def _translation(change: TranslationChange) -> dict[str, Any]:
    file, line = change.text.places[0]
    return {
        "text": change.text.text,
        "file": file,
        "line": line,
        "change": change.turn.value,
        "before": change.before or None,
        "after": change.after or None,
        "plans": [{"plan": plan.id, "approve_again": plan.id in change.again} for plan in change.plans],
    }


def _files(files: tuple[FileChange, ...] | None) -> list[dict[str, str]] | None:
    return None if files is None else [{"path": file.path, "change": file.change.value} for file in files]


def _reach(reach: Reach) -> dict[str, Any]:
    return {
        "scenarios": [
            {"id": found.id, "title": found.title, "reason": found.reason.value, "because": list(found.because)}
            for found in reach.scenarios
        ],
        "roles": [
            {
                "id": role.changes.role,
                "title": role.title,
                "gained": len(role.changes.gained),
                "lost": len(role.changes.lost),
                "touched": len(role.changes.touched),
            }
            for role in reach.roles
        ],
        "action_cards": [{"role": card.role, "title": card.title, "gone": card.gone} for card in reach.cards],
        "pages": [
            {"path": page.path, "reason": page.reason.value, "certain": page.reason.certain} for page in reach.pages
        ],
        "every_page": reach.everywhere,
    }
