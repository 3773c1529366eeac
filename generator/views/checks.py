"""What the checker looks for, what it found, and what is accepted for a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module

import generator.rules
from generator.analysis.facts import Facts
from generator.analysis.restricted import NOTHING_RESTRICTED, Restricted
from generator.checker.engine import Inspection
from generator.checker.reading import CHECKER, READING, Fault
from generator.checker.scope import BY_CONSTRUCTION, LEFT_OUT, Omission
from generator.finding import Finding, Level
from generator.i18n.words import translatable as _
from generator.model.control import Plan
from generator.model.governance import Waiver, WaiverPlan
from generator.rule import Rule
from generator.views.sitemap import Location

FAMILY_TITLES = {
    "people": _("People and duties"),
    "severity": _("Severity"),
    "escalation": _("Escalation"),
    "steps": _("Steps and time"),
    "continuity": _("Continuity"),
    "legal": _("Law"),
    "communication": _("Communication"),
    "remediation": _("Remedies"),
    "exercises": _("Exercises"),
    "documents": _("Documents"),
}
INDEX = "rules/index.html"


@dataclass(frozen=True, slots=True)
class Family:
    """Rules that belong together."""

    name: str
    about: str
    rules: tuple[Rule, ...]

    @property
    def page(self) -> str:
        return f"rules/{self.name}.html"


@dataclass(frozen=True, slots=True)
class RulesView:
    """The index of the manual."""

    families: tuple[Family, ...]
    reading: tuple[Fault, ...]
    checker: tuple[Fault, ...]
    by_construction: tuple[Omission, ...]
    left_out: tuple[Omission, ...]

    @property
    def count(self) -> int:
        return sum(len(family.rules) for family in self.families)


@dataclass(frozen=True, slots=True)
class WaiverRow:
    """What is accepted for a time, and the findings it covers; none where it is expired or matches nothing."""

    waiver: Waiver
    findings: tuple[Finding, ...]
    expired: bool


@dataclass(frozen=True, slots=True)
class CheckView:
    """The state of the plans as the checker sees it."""

    findings: tuple[Finding, ...]
    waivers: tuple[WaiverRow, ...]
    manual: Mapping[str, Location]
    rules: int
    plans: tuple[Plan, ...]

    @property
    def waived(self) -> int:
        """Findings that are accepted."""
        return len({finding for row in self.waivers for finding in row.findings})

    def count(self, level: Level) -> int:
        """Open findings of a level."""
        return Counter(finding.level for finding in self.findings)[level]


def families(rules: Iterable[Rule]) -> tuple[Family, ...]:
    """Rules by family, in the order of the manual; families of other packages come last."""
    grouped: dict[str, list[Rule]] = {name: [] for name in FAMILY_TITLES}
    for rule in rules:
        grouped.setdefault(rule.family, []).append(rule)
    return tuple(Family(name, _about(name), tuple(found)) for name, found in grouped.items() if found)


def view_rules(rules: Iterable[Rule]) -> RulesView:
    """The index of the manual."""
    return RulesView(families(rules), READING, CHECKER, BY_CONSTRUCTION, LEFT_OUT)


def view_check(facts: Facts, inspection: Inspection, rules: Mapping[str, Rule]) -> CheckView:
    """Open findings, worst first, and all waivers with what they cover."""
    book = facts.handbook
    hidden = NOTHING_RESTRICTED if book.settings.show_contacts else Restricted.of(book)
    told = (_masked(finding, hidden) for finding in inspection.report.findings)
    worst_first = sorted(told, key=lambda f: list(Level).index(f.level))
    places = {rule.id: Location(f"rules/{rule.family}.html", rule.id) for rule in rules.values()}
    places |= {fault.id: Location(INDEX, fault.id) for fault in (*READING, *CHECKER)}
    return CheckView(
        tuple(worst_first),
        _waivers(facts, inspection, hidden),
        places,
        len(rules),
        tuple(facts.handbook.of_type(WaiverPlan)),
    )


def _waivers(facts: Facts, inspection: Inspection, hidden: Restricted) -> tuple[WaiverRow, ...]:
    return tuple(
        WaiverRow(
            waiver,
            tuple(_masked(e.finding, hidden) for e in inspection.waived if e.waiver.id == waiver.id),
            waiver.expires_on < facts.as_of,
        )
        for waiver in facts.handbook.waivers.values()
    )


def _masked(finding: Finding, restricted: Restricted) -> Finding:
    """The finding without what must not be shown, such as names and numbers of people on a public site."""
    return replace(finding, message=restricted.masked(finding.message), remedy=restricted.masked(finding.remedy))


def _about(family: str) -> str:
    if family not in FAMILY_TITLES:
        return ""
    return (import_module(f"{generator.rules.__name__}.{family}").__doc__ or "").strip()
