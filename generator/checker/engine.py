"""Run rules over a handbook: stamp, waive, sort. A rule that raises is reported, never swallowed."""

from __future__ import annotations

import traceback
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from generator.analysis.facts import Facts
from generator.checker.addresses import Addresses, lies_in
from generator.finding import Finding, Level, RelatedPlace, Report
from generator.model.governance import Waiver
from generator.rule import Problem, Rule

RULE_CRASHED = "rule-crashed"
WAIVER_UNUSED = "waiver-unused"
_RULE = "rule:"


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that is accepted, and the waiver that says so."""

    finding: Finding
    waiver: Waiver


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found, what of it is waived, and the ids of the rules that ran to their end.

    No rule runs over plans that can't be read.
    """

    report: Report
    waived: tuple[Waived, ...] = ()
    ran: frozenset[str] = frozenset()

    def only(self, findings: Iterable[Finding]) -> Inspection:
        """Only these of the findings."""
        return replace(self, report=Report.of(findings, self.report.lines))

    def within(self, paths: Collection[str]) -> Inspection:
        """Only what was found in these files and folders."""
        report = Report.of((f for f in self.report.findings if _lies_below(f, paths)), self.report.lines)
        return Inspection(report, tuple(w for w in self.waived if _lies_below(w.finding, paths)), self.ran)


def _lies_below(finding: Finding, paths: Collection[str]) -> bool:
    file = PurePosixPath(finding.position.file)
    return any(path in paths for path in (str(file), *map(str, file.parents)))


def merged(inspection: Inspection, findings: Iterable[Finding]) -> Inspection:
    """With further findings, such as those of reading."""
    report = Report.of([*findings, *inspection.report.findings], inspection.report.lines)
    return replace(inspection, report=report)


def inspect(facts: Facts, rules: Iterable[Rule], lines: Mapping[str, tuple[str, ...]]) -> Inspection:
    """Run the rules; `lines` are the source lines for excerpts."""
    addresses = Addresses.of(facts.handbook)
    every = tuple(rules)
    found = [finding for rule in every for finding in findings_of(rule, facts, addresses)]
    heeded, futile = _sorted_out(_in_force(facts), every)
    open_findings, waived = _apply_waivers(found, heeded)
    known, crashed = {rule.id for rule in every}, crashed_rules(found)
    settled = {entry.waiver.id for entry in waived} | {w.id for w in heeded if w.rule in crashed}
    unused = (_unused(w, w.rule in known, addresses) for w in heeded if w.id not in settled)
    told = [*open_findings, *unused, *(_futile(waiver, addresses) for waiver in futile)]
    return Inspection(Report.of(told, lines), waived, frozenset(known - crashed))


def findings_of(rule: Rule, facts: Facts, addresses: Addresses) -> list[Finding]:
    """What one rule finds, or that it crashed."""
    try:
        return [stamp(rule, problem, addresses) for problem in rule.check(facts)]
    except Exception as error:
        return [_crashed(rule, error, facts)]


def crashed_rules(findings: Iterable[Finding]) -> set[str]:
    """Ids of the rules that these findings say to have broken off."""
    return {finding.subject.removeprefix(_RULE) for finding in findings if finding.rule == RULE_CRASHED}


def stamp(rule: Rule, problem: Problem, addresses: Addresses) -> Finding:
    """A problem with the id and level of its rule, and with text positions."""
    return Finding(
        rule.id,
        problem.message,
        problem.place.position,
        problem.expected,
        problem.remedy,
        rule.level,
        tuple(RelatedPlace(related.place.position, related.caption) for related in problem.related),
        addresses.of_place(problem.place),
        problem.edits,
    )


def _in_force(facts: Facts) -> tuple[Waiver, ...]:
    return tuple(waiver for waiver in facts.handbook.waivers.values() if waiver.expires_on >= facts.as_of)


def _sorted_out(waivers: tuple[Waiver, ...], rules: Iterable[Rule]) -> tuple[tuple[Waiver, ...], tuple[Waiver, ...]]:
    """The waivers that count, and those of rules that nobody can waive."""
    binding = {rule.id for rule in rules if not rule.waivable}
    heeded = tuple(waiver for waiver in waivers if waiver.rule not in binding)
    return heeded, tuple(waiver for waiver in waivers if waiver.rule in binding)


def _apply_waivers(found: Iterable[Finding], waivers: tuple[Waiver, ...]) -> tuple[list[Finding], tuple[Waived, ...]]:
    kept: list[Finding] = []
    waived: list[Waived] = []
    for finding in Report.of(found, {}).findings:
        matching = list(_waivers_of(finding, waivers))
        waived += [Waived(finding, waiver) for waiver in matching]
        if not matching:
            kept.append(finding)
    return kept, tuple(waived)


def _waivers_of(finding: Finding, waivers: tuple[Waiver, ...]) -> Iterator[Waiver]:
    """Whoever accepts the faults of a place has not accepted that a rule could not look for them."""
    accepted = (w for w in waivers if w.rule == finding.rule and lies_in(finding.subject, w.at))
    return accepted if finding.rule != RULE_CRASHED else iter(())


def _unused(waiver: Waiver, known: bool, addresses: Addresses) -> Finding:
    fault = "matches no finding" if known else f"names the rule `{waiver.rule}`, which does not exist"
    return Finding(
        WAIVER_UNUSED,
        f"The waiver `{waiver.id}` {fault}.",
        waiver.position("at" if known else "rule"),
        expected="a waiver for a finding that is still there",
        remedy="Remove the waiver, or correct its `rule` and `at` from the report.",
        level=Level.WARNING if known else Level.ERROR,
        subject=addresses.known.get(id(waiver), ""),
    )


def _futile(waiver: Waiver, addresses: Addresses) -> Finding:
    return Finding(
        WAIVER_UNUSED,
        f"The waiver `{waiver.id}` is of the rule `{waiver.rule}`, which nobody can waive.",
        waiver.position("rule"),
        expected=f"no waiver: findings of `{waiver.rule}` stay open until they are mended",
        remedy=f"Remove the waiver, and mend what is found as `handbook explain {waiver.rule}` says.",
        subject=addresses.known.get(id(waiver), ""),
    )


def _crashed(rule: Rule, error: Exception, facts: Facts) -> Finding:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return Finding(
        RULE_CRASHED,
        f"The rule `{rule.id}` broke off with {type(error).__name__}: {error} ({last.name}, line {last.lineno}).",
        facts.handbook.settings.position(),
        expected="a rule that can read every handbook",
        remedy="This is a bug of the rule, not of your plans. Report it with this message.",
        subject=f"{_RULE}{rule.id}",
    )
