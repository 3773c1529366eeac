"""Everything that somebody has to know before a change of plans is approved."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.analysis.facts import Facts
from generator.checker.changes import introduced
from generator.checker.engine import Inspection
from generator.finding import Finding, Level, Report
from generator.history.changes import Comparison
from generator.history.compare import compare
from generator.i18n.catalogs import SourceText, plan_texts
from generator.impact.approvals import ApprovalDue, approvals_due
from generator.impact.files import FileChange
from generator.impact.reach import NOWHERE, Reach, reach_of
from generator.impact.translations import Catalogs, LanguageChanges, translation_changes
from generator.model.control import Plan, Revision
from generator.model.exercises import ExerciseFinding
from generator.model.handbook import Handbook


@dataclass(frozen=True, slots=True)
class State:
    """Plans before or after a change, with what the checker says of them; no facts where they can't be read."""

    inspection: Inspection
    facts: Facts | None
    catalogs: Catalogs = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FindingChanges:
    """What a change does to the findings of the checker."""

    new: tuple[Finding, ...] = ()
    resolved: tuple[Finding, ...] = ()
    """Findings that are gone, with their places before the change."""
    accepted: tuple[Finding, ...] = ()
    """Findings that a waiver accepts now, and none did before."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """New findings that keep the plans from being relied on."""
        return tuple(finding for finding in self.new if finding.level is Level.ERROR)


@dataclass(frozen=True, slots=True)
class Answer:
    """A finding of an exercise or emergency that a new version of a plan says to resolve."""

    plan: Plan
    revision: Revision
    finding: ExerciseFinding


@dataclass(frozen=True, slots=True)
class Impact:
    """What a change of plans comes to. Without a comparison, what only a comparison can tell is empty."""

    findings: FindingChanges
    comparison: Comparison | None = None
    reach: Reach = NOWHERE
    approvals: tuple[ApprovalDue, ...] = ()
    answers: tuple[Answer, ...] = ()
    untranslated: Mapping[str, tuple[SourceText, ...]] = field(default_factory=dict)
    """Sentences that are new or changed and have no finished translation, by language, where there are any."""
    translations: tuple[LanguageChanges, ...] = ()
    """Other words for sentences that are neither new nor changed."""
    files: tuple[FileChange, ...] | None = None
    """Files beside the plans that changed; None where nobody can tell."""

    @property
    def void(self) -> tuple[ApprovalDue, ...]:
        """Plans whose approval held before the change, and does not hold for what they say now."""
        return tuple(due for due in self.approvals if due.void)

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to tell."""
        found = self.findings
        told = (found.new, found.resolved, found.accepted, self.approvals, self.untranslated)
        beside = self.translations, self.files
        return self.comparison is not None and not any((self.comparison.changes, *told, *beside))


def impact_of(before: State | None, after: State, files: tuple[FileChange, ...] | None = None) -> Impact:
    """What the change from one state of the plans to another comes to; `files` beside them changed with it.

    Without a state before, or where its plans can't be read, all findings are new, and approvals are those that do not
    hold. Where the plans after it can't be read, only findings are told.
    """
    known = before if before and before.facts else None
    findings = finding_changes(known.inspection if known else Inspection(Report()), after.inspection)
    new = after.facts
    if new is None:
        return Impact(findings, files=files)
    if known is None or known.facts is None:
        return Impact(findings, approvals=approvals_due(None, new), files=files)
    old = known.facts
    comparison = compare(old.handbook, new.handbook)
    stayed, fresh = _sentences(old.handbook, new.handbook)
    return Impact(
        findings,
        comparison,
        reach_of(old, new, comparison),
        approvals_due(old, new),
        tuple(_answers(old.handbook, new.handbook)),
        dict(_untranslated(fresh, after.catalogs)),
        tuple(translation_changes(new, stayed, known.catalogs, after.catalogs)),
        files,
    )


def finding_changes(before: Inspection, after: Inspection) -> FindingChanges:
    """What is new, gone and accepted. A finding is gone only if its rule ran to the end after the change."""
    now, was = after.report.findings, before.report.findings
    waived = tuple(entry.finding for entry in after.waived)
    broken_off = before.ran - after.ran
    resolved = tuple(f for f in introduced(was, (*now, *waived)) if f.rule not in broken_off)
    accepted = introduced(waived, tuple(entry.finding for entry in before.waived))
    return FindingChanges(introduced(now, was), resolved, accepted)


def _answers(before: Handbook, after: Handbook) -> Iterator[Answer]:
    known = {(plan.id, name) for plan in before.plans for name in _resolved(plan.control.revisions)}
    for plan in after.plans:
        for revision in plan.control.history:
            for name in revision.resolves:
                if (plan.id, name) not in known:
                    yield Answer(plan, revision, after.exercise_findings[name])


def _resolved(revisions: Iterable[Revision]) -> Iterator[str]:
    return (name for revision in revisions for name in revision.resolves)


def _sentences(before: Handbook, after: Handbook) -> tuple[list[SourceText], list[SourceText]]:
    """Sentences after the change that were there before it, and those that were not."""
    known, texts = {text.text for text in plan_texts(before)}, plan_texts(after)
    return [text for text in texts if text.text in known], [text for text in texts if text.text not in known]


def _untranslated(fresh: Collection[SourceText], catalogs: Catalogs) -> Iterator[tuple[str, tuple[SourceText, ...]]]:
    """Sentences that were there before are left out: that they lack a translation is nothing that the change did."""
    for language, done in catalogs.items():
        if missing := tuple(text for text in fresh if text.text not in done):
            yield language, missing
